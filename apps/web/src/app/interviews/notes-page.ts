import { afterNextRender, Component, computed, effect, inject, Injector, input, signal, untracked, viewChildren, type OnDestroy } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { Announcer, clock, Icon, Mark, shortDay, Trouble, Waiting } from '../look';
import { dayShortIn, spanIn } from './guest-times';
import { nearest, timeOf, wallClock } from './guide-clock';
import { GuideList } from './guide-list';
import { GuideWays } from './guide-ways';
import type { NoteDraft } from './notes-note';
import { NotesRow } from './notes-row';
import { NotesStore } from './notes-store';

/** Minutes before the end at which it is said what is left. */
const saidAt = [20, 5];

/** In the interview: the group's questions beside the own notes, and the clock. */
@Component({
  selector: 'sam-notes-page',
  imports: [GuideList, GuideWays, Icon, Mark, NotesRow, TranslocoDirective, Trouble, Waiting],
  providers: [NotesStore],
  templateUrl: './notes-page.html',
  styleUrl: './notes-page.css',
})
export class NotesPage implements OnDestroy {
  protected readonly store = inject(NotesStore);
  protected readonly evaluation = inject(EvaluationStore);
  private readonly transloco = inject(TranslocoService);
  private readonly refusals = inject(RefusalWords);
  private readonly announcer = inject(Announcer);
  private readonly injector = inject(Injector);
  private readonly rows = viewChildren(NotesRow);
  /** The group to begin with, by the address. */
  readonly grupp = input<string>();
  private readonly wall = signal(wallClock(new Date()));
  private readonly clock = setInterval(() => this.wall.set(wallClock(new Date())), 10_000);
  private readonly said = new Set<string>();
  private readonly chosen = signal<string | null | undefined>(undefined);
  private readonly writing = signal<NoteDraft | null>(null);
  /** On a phone the one or the other is on screen. */
  protected readonly side = signal<'guide' | 'notes'>('notes');
  private readonly language = computed(() => this.transloco.activeLang());

  protected readonly groups = computed(() => {
    const sessions = this.store.sessions();
    const planned = sessions.map(({ group, title, day, start, end }) => ({ group, title, when: `${dayShortIn(day, this.language())} ${spanIn({ from: start, to: end }, this.language())}` }));
    const others = this.store.guide().filter(({ group }) => !sessions.some((own) => own.group === group)).map(({ group, title }) => ({ group, title, when: '' }));
    return [...planned.filter((own, at) => planned.findIndex(({ group }) => group === own.group) === at), ...others];
  });
  private readonly near = computed(() => nearest(this.store.sessions(), this.wall()));
  /** The group on screen; null is what belongs to none. */
  protected readonly group = computed(() => {
    const chosen = this.chosen();
    return chosen === undefined ? null : chosen;
  });
  protected readonly session = computed(() => {
    const own = this.store.sessions().filter(({ group }) => group === this.group());
    return nearest(own, this.wall());
  });
  protected readonly about = computed(() => this.groups().find(({ group }) => group === this.group()) ?? null);
  protected readonly questions = computed(() => this.store.guide().find(({ group }) => group === this.group())?.questions ?? []);
  protected readonly left = computed(() => this.questions().filter(({ ticked }) => !ticked).map(({ number }) => number));
  protected readonly time = computed(() => {
    const session = this.session();
    return session ? timeOf(session, this.wall()) : null;
  });
  /** Another interview has begun, or is next: one press away, never by itself. */
  protected readonly goesOn = computed(() => {
    const near = this.near();
    return near && near.group !== this.group() && timeOf(near, this.wall()).state === 'now' ? near : null;
  });
  private readonly known = computed(() => new Set(this.groups().map(({ group }) => group)));
  private readonly own = computed(() => this.store.notes().filter(({ group }) => (group !== null && this.known().has(group) ? group : null) === this.group()));
  protected readonly fresh = computed(() => {
    const last = this.own().at(-1);
    return last?.blank() && !last.now().unsaved ? last : null;
  });
  protected readonly lines = computed(() => this.own().filter((note) => note === this.fresh() || note === this.writing() || !note.blank() || note.now().unsaved));
  protected readonly theirs = computed(() => this.store.theirs().filter(({ group }) => (group !== null && this.known().has(group) ? group : null) === this.group()).map((note) => ({ ...note, time: clock(note.at, this.language()), by: this.evaluation.evaluator(note.author) })));
  protected readonly copyFrom = computed(() => {
    const at = this.store.copyFrom();
    return at === null ? '' : `${shortDay(at, this.language())} ${clock(at, this.language())}`;
  });
  protected readonly trouble = computed(() => {
    const failure = this.store.failure();
    this.language();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly refusal = computed(() => {
    const failure = this.store.refusal();
    this.language();
    return failure ? this.refusals.of(failure) : '';
  });

  constructor() {
    effect(() => {
      if (!this.evaluation.isEvaluator()) return;
      untracked(() => void this.store.start());
    });
    // The group stays as it was chosen, also when the next interview begins: nothing moves under who writes.
    effect(() => {
      if (!this.store.loaded()) return;
      untracked(() => this.chosen() === undefined && this.choose(this.wanted()));
    });
    effect(() => {
      if (!this.store.loaded() || this.chosen() === undefined || this.fresh()) return;
      untracked(() => this.store.begin(this.group()));
    });
    effect(() => {
      const [time, session] = [this.time(), this.session()];
      if (time?.state === 'now' && session && saidAt.includes(time.minutes)) untracked(() => this.say(`${session.item} ${time.minutes}`, time.minutes));
    });
    // The day sheet is at hand in a room without network.
    setTimeout(() => void import('./day-sheet-page').catch(() => undefined), 3000);
  }

  protected choose(group: string | null): void {
    this.chosen.set(group);
  }

  protected picked(value: string): void {
    this.choose(value === '' ? null : value);
  }

  /** On to the empty line, also when the keys come faster than the screen. */
  protected next(): void {
    this.goTo(this.fresh() ?? this.store.begin(this.group()));
  }

  /** Writes the tag where one is writing, or on a new line. */
  protected tag(number: string): void {
    const writing = this.writing();
    const note = writing && this.lines().includes(writing) && writing.blank() ? writing : (this.fresh() ?? this.store.begin(this.group()));
    this.store.write(note, `${note.now().text}#${number} `);
    this.goTo(note);
  }

  protected entered(note: NoteDraft): void {
    this.writing.set(note);
  }

  protected gone(note: NoteDraft): void {
    if (this.writing() === note) this.writing.set(null);
  }

  private goTo(note: NoteDraft): void {
    const focus = (): boolean => {
      const row = this.rows().find((own) => own.note() === note);
      row?.focus();
      return row !== undefined;
    };
    if (this.side() !== 'notes' || !focus()) afterNextRender(focus, { injector: this.injector });
    this.side.set('notes');
  }

  private wanted(): string | null {
    const asked = this.groups().find(({ group }) => group === this.grupp());
    return asked?.group ?? this.near()?.group ?? this.groups()[0]?.group ?? null;
  }

  private say(once: string, minutes: number): void {
    if (this.said.has(once)) return;
    this.said.add(once);
    const left = this.left();
    this.announcer.say(this.transloco.translate(left.length > 0 ? 'interviews.notes.minutesLeftAnd' : 'interviews.notes.minutesLeft', { n: minutes, questions: left.join(', ') }));
  }

  ngOnDestroy(): void {
    clearInterval(this.clock);
  }
}
