import { Component, ElementRef, computed, effect, inject, signal, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { Icon, Mark, clock, longDay, shortDay } from '../look';
import { LockStore } from './lock-store';
import { languageOf, shortHash } from './names';
import { UnlockForm } from './unlock-form';

/** Before the lock: what is left, who has signed, and the button. After it: the stamp and the way to put an error right. */
@Component({
  selector: 'sam-lock-page',
  imports: [RouterLink, TranslocoDirective, Icon, Mark, UnlockForm],
  providers: [LockStore],
  templateUrl: './lock-page.html',
  styleUrl: './lock-page.css',
})
export class LockPage {
  protected readonly store = inject(LockStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly dialog = viewChild<ElementRef<HTMLDialogElement>>('confirm');
  private readonly reasonField = viewChild<ElementRef<HTMLTextAreaElement>>('why');
  protected readonly reason = signal('');
  protected readonly unexplained = signal(false);
  protected readonly slow = signal(false);
  protected readonly language = computed(() => languageOf(this.transloco.activeLang()));
  protected readonly stops = computed(() => (this.store.state()?.items ?? []).filter((item) => item.severity === 'stop'));
  protected readonly items = computed(() => [...this.stops(), ...(this.store.state()?.items ?? []).filter((item) => item.severity === 'note')]);
  protected readonly fingerprint = computed(() => shortHash(this.store.state()?.fingerprint ?? ''));
  protected readonly others = computed(() => this.names(this.store.unsigned().filter((person) => person !== this.evaluation.me())));
  protected readonly signers = computed(() =>
    (this.store.state()?.signers ?? []).map((person) => ({ person, name: this.nameOf(person), seat: this.evaluation.evaluator(person)?.seat ?? null, me: person === this.evaluation.me(), signature: this.store.state()?.signatures.filter((candidate) => candidate.person === person).at(-1) ?? null })),
  );
  protected readonly failure = computed(() => this.sentence(this.store.failure()));
  protected readonly refusal = computed(() => this.sentence(this.store.refusal()));
  protected readonly changed = computed(() => this.store.refusal()?.code === 'report/changed-since');

  constructor() {
    effect(() => {
      if (this.evaluation.evaluation()?.id) untracked(() => !this.store.state() && void this.store.read());
    });
    setTimeout(() => this.slow.set(true), 400);
  }

  protected ask(): void {
    if (this.store.block() === null && !this.store.busy()) this.dialog()?.nativeElement.showModal();
  }

  protected close(): void {
    this.dialog()?.nativeElement.close();
  }

  /** Where something is left on the list the signer says why; what they wrote stays until it is signed. */
  protected async sign(): Promise<void> {
    this.unexplained.set(this.store.notes().length > 0 && this.reason().trim() === '');
    if (this.unexplained()) return this.reasonField()?.nativeElement.focus();
    this.close();
    await this.store.sign(this.reason());
  }

  protected write(text: string): void {
    this.reason.set(text);
    this.unexplained.set(false);
  }

  /** Where a question on the list is worked on: the own sheet while it is blind, consensus afterwards. */
  protected linkTo(id: string, question: string): string[] {
    return ['..', id === 'unopened' ? 'poangark' : 'samsyn', question];
  }

  protected names(people: readonly string[]): string {
    return new Intl.ListFormat(this.language(), { type: 'conjunction' }).format(people.map((person) => this.nameOf(person)));
  }

  protected nameOf(person: string): string {
    return this.evaluation.evaluation()?.members.find((member) => member.person === person)?.name ?? '';
  }

  protected day(at: string): string {
    return longDay(at, this.language());
  }

  protected moment(at: string): { day: string; clock: string } {
    return { day: shortDay(at, this.language()), clock: clock(at, this.language()) };
  }

  private sentence(failure: Parameters<RefusalWords['of']>[0] | null): string | null {
    return failure && this.refusals.of(failure);
  }
}
