import { Component, ElementRef, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import type { Letter } from '@samsyn/contract';
import { EvaluationStore } from '../evaluation';
import { LiveFeed } from '../live';
import { Announcer, clock, Icon, shortDay, Trouble, Waiting } from '../look';
import { OutboxStore, shortSubject } from './outbox-store';

const states = ['waiting', 'failed', 'released', 'sent', 'withdrawn'] as const;

/** Every letter as its receiver will read it, with its calendar file; what is chosen is let out or withdrawn. */
@Component({ selector: 'sam-outbox-page', imports: [Icon, RouterLink, TranslocoDirective, Trouble, Waiting], providers: [OutboxStore], templateUrl: './outbox-page.html', styleUrl: './outbox-page.css' })
export class OutboxPage {
  protected readonly outbox = inject(OutboxStore);
  private readonly evaluation = inject(EvaluationStore);
  private readonly live = inject(LiveFeed);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly dialog = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');
  private readonly letter = viewChild<ElementRef<HTMLElement>>('letter');
  private readonly picked = signal<ReadonlySet<string>>(new Set());
  private readonly open = signal<string | null>(null);
  protected readonly copied = signal(false);
  protected readonly offline = computed(() => this.live.connection() === 'offline');
  protected readonly back = computed(() => ['/utvardering', this.evaluation.evaluation()?.id ?? '', 'intervjuer']);
  protected readonly shelves = computed(() => states.flatMap((state) => {
    const letters = (this.outbox.letters() ?? []).filter((letter) => letter.state === state).map((letter) => ({ ...letter, short: shortSubject(letter.subject), name: this.nameOf(letter), seen: this.outbox.readOnes().has(letter.letter), picked: this.picked().has(letter.letter) }));
    return letters.length > 0 ? [{ state, letters, choosable: state === 'waiting' || state === 'failed' || state === 'released' }] : [];
  }));
  protected readonly current = computed(() => (this.outbox.letters() ?? []).find(({ letter }) => letter === this.open()) ?? null);
  protected readonly chosen = computed(() => (this.outbox.letters() ?? []).filter(({ letter }) => this.picked().has(letter)));
  protected readonly toLetOut = computed(() => this.chosen().filter(({ state }) => state === 'waiting' || state === 'failed'));
  protected readonly unread = computed(() => this.toLetOut().filter(({ letter }) => !this.outbox.readOnes().has(letter)).length);

  constructor() {
    // The first that waits lies open.
    effect(() => {
      const first = this.outbox.waiting()[0] ?? this.outbox.letters()?.[0];
      if (first && untracked(this.open) === null) untracked(() => this.read(first.letter));
    });
  }

  protected read(letter: string, focus = false): void {
    this.open.set(letter);
    this.copied.set(false);
    this.outbox.open(letter);
    if (focus) setTimeout(() => this.letter()?.nativeElement.focus());
  }

  protected pick(letter: string, on: boolean): void {
    this.picked.update((all) => new Set(on ? [...all, letter] : [...all].filter((own) => own !== letter)));
  }

  protected pickAll(letters: readonly { readonly letter: string }[], on: boolean): void {
    const these = new Set(letters.map(({ letter }) => letter));
    this.picked.update((all) => new Set([...[...all].filter((own) => !these.has(own)), ...(on ? these : [])]));
  }

  protected all(letters: readonly { readonly picked: boolean }[]): boolean {
    return letters.every(({ picked }) => picked);
  }

  protected ask(): void {
    if (this.toLetOut().length > 0 && !this.offline()) this.dialog().nativeElement.showModal();
  }

  protected async letOut(event: Event): Promise<void> {
    event.preventDefault();
    this.dialog().nativeElement.close();
    const letters = this.toLetOut().map(({ letter }) => letter);
    if (!(await this.outbox.letOut(letters))) return;
    this.picked.set(new Set());
    this.announcer.say(this.transloco.translate('interviews.outbox.letOutDone', { n: letters.length }));
  }

  protected async withdraw(): Promise<void> {
    if (this.offline()) return;
    const letters = this.chosen().map(({ letter }) => letter);
    if (!(await this.outbox.withdraw(letters))) return;
    this.picked.set(new Set());
    this.announcer.say(this.transloco.translate('interviews.outbox.withdrawn', { n: letters.length }));
  }

  protected async copy(letter: Letter): Promise<void> {
    await navigator.clipboard.writeText(`${letter.subject}\n\n${letter.text}`);
    this.copied.set(true);
    this.announcer.say(this.transloco.translate('interviews.outbox.copied'));
  }

  protected download({ calendar }: Letter): void {
    const address = URL.createObjectURL(new Blob([calendar ?? ''], { type: 'text/calendar' }));
    const link = Object.assign(document.createElement('a'), { href: address, download: 'intervju.ics' });
    link.click();
    URL.revokeObjectURL(address);
  }

  protected at(letter: Letter): string {
    const language = this.transloco.activeLang();
    return `${shortDay(letter.at, language)} ${clock(letter.at, language)}`;
  }

  protected nameOf({ text, to }: Letter): string {
    return /^Hej (.+?)\.?$/m.exec(text)?.[1] ?? to;
  }

  protected cancel(): void {
    this.dialog().nativeElement.close();
  }
}
