import { Component, computed, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { bands } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { RefusalWords } from '../http';
import { Announcer, Icon, type IconName } from '../look';
import { Guidance } from './guidance';
import { inLanguage, language } from './language';
import { SideWords } from './side-words';

const places = [['documents', 'document'], ['website', 'web'], ['interviews', 'interview']] as const satisfies readonly (readonly [string, IconName])[];

/** "0" or "40–60". */
const bandLabel = (band: number): string => {
  const { from, to } = bands[band] ?? bands[0];
  return from === to ? `${from}` : `${from}–${to}`;
};

/** Where to look for what a criterion describes, and the question's example. Follows the cell in focus; never takes the focus. */
@Component({ selector: 'sam-guidance-panel', imports: [Icon, TranslocoDirective], templateUrl: './guidance-panel.html', styleUrl: './guidance-panel.css' })
export class GuidancePanel {
  protected readonly guidance = inject(Guidance);
  private readonly evaluation = inject(EvaluationStore);
  private readonly refusals = inject(RefusalWords);
  private readonly sides = inject(SideWords);
  private readonly announcer = inject(Announcer);
  private readonly transloco = inject(TranslocoService);
  private readonly language = language();
  readonly question = input.required<string>();
  /** The criterion in focus; null where the question is judged as a whole: then all of them. */
  readonly criterion = input.required<string | null>();
  readonly side = input.required<string>();
  /** The scale stands on screen and says what the bands mean. */
  readonly scaleShown = input(false);

  protected readonly failure = computed(() => {
    this.language();
    const failure = this.guidance.failure();
    return failure ? this.refusals.of(failure) : '';
  });
  protected readonly criteria = computed(() => {
    const all = this.guidance.question(this.question())?.criteria ?? [];
    return all.filter(({ key }) => this.criterion() === null || key === this.criterion()).map(({ key, title, lookFor }) => ({
      key, title: inLanguage(title, this.language()),
      looks: lookFor ? places.map(([place, icon]) => ({ place, icon, text: inLanguage(lookFor[place], this.language()) })) : [],
    }));
  });
  protected readonly example = computed(() => {
    const example = this.guidance.question(this.question())?.example;
    return example ? { band: bandLabel(example.band), side: this.sides.title(this.evaluation.instrument(), example.dimension), text: inLanguage(example.text, this.language()) } : null;
  });
  protected readonly anchors = computed(() => {
    const instrument = this.evaluation.instrument();
    return this.criterion() === null || this.scaleShown() ? null : { side: this.sides.title(instrument, this.side()), bands: bands.map((_, band) => ({ label: bandLabel(band), text: this.sides.anchor(instrument, this.side(), band) })) };
  });

  constructor() {
    let before: string | null = null;
    effect(() => {
      const criterion = this.criterion();
      if (before !== null && criterion !== null && criterion !== before && untracked(() => this.guidance.offered())) this.say('changed', { criterion });
      before = criterion;
    });
  }

  /** The whole of it to a screen reader, which reads it without leaving the cell. */
  speak(): void {
    const shown = this.criteria().flatMap(({ looks }) => looks);
    const example = this.example();
    const lines = [...shown.map(({ place, text }) => `${this.transloco.translate(`scoring.guide.${place}`)}: ${text}`), ...(example ? [`${this.transloco.translate('scoring.guide.example', example)} ${example.text}`] : [])];
    if (lines.length > 0) this.announcer.say(lines.join(' '));
  }

  private say(key: string, facts: Record<string, unknown>): void {
    this.announcer.say(this.transloco.translate(`scoring.guide.${key}`, facts));
  }
}
