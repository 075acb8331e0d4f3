import { Component, ElementRef, computed, effect, inject, input, output, untracked, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { VoiceView } from '@samsyn/contract';
import { bandOf, divergenceOf, judgementKey, pointsOf, type Band, type Policy } from '@samsyn/domain';
import { CiteNote, type CitedPlace } from '../documents';
import { EvaluationStore } from '../evaluation';
import { dayOfMonth, Icon, Mark, type IconName } from '../look';
import { voicesIn, type Row, type Seat } from './board-row';
import { BoardStore } from './board-store';
import { DivergenceTag } from './divergence-tag';
import { Dumbbell, type DumbbellMark } from './dumbbell';
import { ProposalBox } from './proposal-box';
import { RowWords } from './row-words';

type Kind = VoiceView['sheet']['evidence'][number]['kind'];

/** One question in full: what each evaluator holds and why, what only one of them has seen, and where it is settled. */
@Component({ selector: 'sam-question-detail', imports: [CiteNote, DivergenceTag, Dumbbell, Icon, Mark, ProposalBox, RouterLink, TranslocoDirective], templateUrl: './question-detail.html', styleUrl: './question-detail.css', host: { '[class.flows]': 'store.writes(row())' } })
export class QuestionDetail {
  readonly row = input.required<Row>();
  readonly seats = input.required<readonly Seat[]>();
  readonly areaTitle = input.required<string>();
  readonly policy = input.required<Policy>();
  readonly next = input<string | null>(null);
  readonly drawer = input(false);
  readonly toList = output();
  readonly box = viewChild(ProposalBox);
  protected readonly store = inject(BoardStore);
  private readonly evaluation = inject(EvaluationStore);
  protected readonly words = inject(RowWords);
  protected readonly id = computed(() => this.evaluation.evaluation()?.id ?? '');
  protected readonly many = computed(() => this.seats().length > 2);
  protected readonly icons: Readonly<Record<Kind, IconName>> = { document: 'document', interview: 'interview', web: 'web', questionnaire: 'document', other: 'other' };

  protected readonly voices = computed(() =>
    this.seats().flatMap((seat) => {
      const voice = this.row().voices.find(({ person }) => person === seat.person);
      if (!voice) return [];
      // What one before in the seat judged stands under their own name, never under "du".
      const former = this.formerOf(seat, voice.judge);
      const who: Seat = former ? { ...seat, name: former.name, me: false } : seat;
      return [{ seat: who, voice, former: former && { day: former.day, by: seat }, points: voice.percent === null ? null : this.words.figure(pointsOf(voice.percent, this.row().question.max)) }];
    }),
  );

  /** Per criterion the dimensions judged by anyone; empty when the question is judged as one percent. */
  protected readonly criteria = computed(() => {
    if (this.policy().judging !== 'dimensions' || this.voices().length === 0) return [];
    const { criteria } = this.row().question;
    const own = this.evaluation.instrument()?.dimensions ?? [];
    const titleOf = (side: string): string | null => {
      const words = own.find(({ key }) => key === side)?.title;
      return words ? this.words.pick(words) : null;
    };
    return criteria.map((criterion) => ({
      key: criterion.key,
      title: criteria.length > 1 ? this.words.pick(criterion.title) : null,
      lines: criterion.dimensions.map((dimension) => ({ dimension, title: titleOf(dimension), ...this.line(judgementKey(criterion.key, dimension)) })),
    }));
  });

  /** Every pair of evaluators with their difference, for three or more. */
  protected readonly pairs = computed(() => {
    if (!this.many()) return [];
    const known = this.voices();
    return known.flatMap((first, index) =>
      known.slice(index + 1).map((second) => {
        const marks = [first, second].map(({ seat, voice }) => ({ person: seat.person, percent: voice.percent }));
        const between = divergenceOf(marks, this.row().question.max, this.policy());
        return { first: first.seat, second: second.seat, band: between.band, why: this.words.why(between), pe: this.signed(between.percentagePoints), p: this.signed(between.points) };
      }),
    );
  });

  /** Evidence by who gave it: first what only one has seen, last what all share. */
  protected readonly evidence = computed(() => {
    const found = new Map<string, { kind: Kind; text: string; cited: CitedPlace | undefined; by: Seat[] }>();
    for (const { seat, voice } of this.voices())
      for (const { kind, text, cited } of voice.sheet.evidence) {
        // The same page may carry two quotations: they are the same evidence only when the words are.
        const key = `${kind} ${text.trim().toLowerCase().replace(/\s+/g, ' ')} ${cited ? `${cited.version} ${cited.page} ${cited.quote}` : ''}`;
        const item = found.get(key) ?? { kind, text, cited, by: [] };
        if (!item.by.includes(seat)) item.by.push(seat);
        found.set(key, item);
      }
    const groups = new Map<string, { by: Seat[]; all: boolean; items: { kind: Kind; text: string; cited: CitedPlace | undefined }[] }>();
    for (const item of found.values()) {
      const key = item.by.map(({ seat }) => seat).join();
      const group = groups.get(key) ?? { by: item.by, all: item.by.length === this.seats().length, items: [] };
      group.items.push(item);
      groups.set(key, group);
    }
    return [...groups.values()].sort((a, b) => a.by.length - b.by.length || (a.by[0]?.seat ?? 0) - (b.by[0]?.seat ?? 0));
  });

  /** Later rounds: who asked and why, and what the round before gave. */
  protected readonly rounds = computed(() =>
    this.row().seen.rounds.map(({ round, by, reason }) => ({
      round, reason, name: this.words.name(by ?? '', this.seats()),
      before: this.row().seen.openedRound >= round ? this.valuesOf(round - 1) : null,
    })),
  );

  protected readonly outlier = computed(() => this.seats().find((seat) => seat.person === this.row().divergence?.outlier) ?? null);

  protected readonly companionNames = computed(() => this.words.names(this.store.companions().map(({ person }) => person), this.seats()));

  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly number = computed(() => this.row().question.number);

  constructor() {
    // The next question is read from its top.
    effect(() => {
      this.number();
      untracked(() => (this.host.scrollTop = 0));
    });
  }

  private signed(value: string | null): string {
    return value === null ? '–' : this.words.signed(value);
  }

  protected size(value: string | null): string {
    return value === null ? '–' : this.words.signed(value).replace(/^[+\u2212]/, '');
  }

  private line(key: string): { marks: DumbbellMark[]; band: Band; said: string } {
    const judged = this.voices().flatMap(({ seat, voice }) => {
      const value = voice.sheet.judgements[key];
      return value === undefined ? [] : [{ seat, value }];
    });
    const values = judged.map(({ value }) => value);
    return {
      marks: judged.map(({ seat, value }) => ({ seat: seat.seat, percent: `${value}` })),
      band: values.length > 1 ? bandOf(`${Math.max(...values) - Math.min(...values)}`, this.policy()) : 'within',
      said: judged.map(({ seat, value }) => `${seat.name} ${value}`).join(', '),
    };
  }

  /** Who judged, when it was not the one who has the seat now. */
  private formerOf(seat: Seat, judge: string): { name: string; day: string } | null {
    const former = judge === seat.person ? undefined : seat.former.findLast(({ person }) => person === judge);
    return former ? { name: former.name, day: dayOfMonth(former.at, this.words.language()) } : null;
  }

  private valuesOf(round: number): string {
    return this.seats()
      .flatMap((seat) => voicesIn(seat, this.row().seen.voices, round).map(({ judge, percent, sheet }) => `${this.words.name(judge, this.seats())} ${percent === null ? this.words.standing(sheet.standing) : this.words.figure(percent)}`))
      .join(', ');
  }
}
