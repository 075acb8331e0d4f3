import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { lengthWords, type InterviewGroup, type PlanItem } from '@samsyn/domain';
import { Icon } from '../look';
import type { Frame } from './plan-queue';
import { PlanStore } from './plan-store';
import { PlanWords } from './plan-words-of';

type Said = readonly (readonly [string, string])[];

/** Two people changed the same thing: both versions, field by field, and the choice. */
@Component({
  selector: 'sam-plan-clash',
  imports: [Icon, TranslocoDirective],
  template: `
    @if (store.clash(); as clash) {
      <section *transloco="let t" class="notice warn" role="alertdialog" aria-labelledby="clash-title">
        <svg samIcon="warn"></svg>
        <div>
          <h3 id="clash-title">{{ t('interviews.plan.clash.title', { title: title() }) }}</h3>
          @if (clash.theirs === null) { <p>{{ t('interviews.plan.clash.gone') }}</p> }
          @else {
            <table class="table">
              <thead><tr><th scope="col"><span class="sr">{{ t('interviews.plan.clash.field') }}</span></th><th scope="col">{{ t('interviews.plan.clash.mine') }}</th><th scope="col">{{ t('interviews.plan.clash.theirs') }}</th></tr></thead>
              <tbody>@for (row of rows(); track row.field) { <tr><th scope="row">{{ row.field }}</th><td>{{ row.mine }}</td><td>{{ row.theirs }}</td></tr> }</tbody>
            </table>
          }
          <p class="btns"><button type="button" class="btn small" (click)="store.settle('mine')">{{ t('interviews.plan.clash.keepMine') }}</button><button type="button" class="btn small" (click)="store.settle('theirs')">{{ t('interviews.plan.clash.takeTheirs') }}</button></p>
        </div>
      </section>
    }
  `,
  styles: `.notice > div { min-width: 0; flex: 1; } h3 { font-size: var(--sam-14); } .table { max-width: 640px; } .table :is(th, td) { padding-block: 4px; color: inherit; } .btns { display: flex; flex-wrap: wrap; gap: 8px; padding-top: 8px; }`,
})
export class PlanClash {
  protected readonly store = inject(PlanStore);
  private readonly words = inject(PlanWords);
  protected readonly title = computed(() => {
    const clash = this.store.clash();
    if (clash?.what === 'frame') return this.words.t('clash.frame');
    return !clash ? '' : clash.what === 'item' ? this.words.title(clash.theirs ?? clash.mine) : clash.mine.title;
  });
  /** Only the fields that differ. */
  protected readonly rows = computed(() => {
    const clash = this.store.clash();
    if (!clash?.theirs) return [];
    if (clash.what === 'frame') return this.ofFrames(clash.mine, clash.theirs);
    const [mine, theirs] = clash.what === 'item' ? [this.ofItem(clash.mine), this.ofItem(clash.theirs)] : [this.ofGroup(clash.mine), this.ofGroup(clash.theirs)];
    return mine.map(([field, text], at) => ({ field, mine: text, theirs: theirs[at]?.[1] ?? '' })).filter((row) => row.mine !== row.theirs);
  });

  /** Day by day, track by track and rule by rule; what one of the two does not have is a dash. */
  private ofFrames(mine: Frame, theirs: Frame): { readonly field: string; readonly mine: string; readonly theirs: string }[] {
    const dayIn = ({ days }: Frame, day: string): string => days.filter((own) => own.day === day).map(({ from, to, evening }) => this.words.t('clash.hours', { span: this.words.spanOf({ from, to }), evening: this.words.clock(evening) }))[0] ?? '–';
    const trackIn = ({ tracks }: Frame, at: number): string => [tracks[at]?.name, tracks[at]?.place, tracks[at]?.video].filter(Boolean).join(', ') || '–';
    const days = [...new Set([...mine.days, ...theirs.days].map(({ day }) => day))].sort();
    const tracks = Array.from({ length: Math.max(mine.tracks.length, theirs.tracks.length) }, (_, at) => at);
    const rules = ['buffer', 'lunch', 'stretch', 'longDay', 'calls'] as const;
    const ruleIn = ({ rules: own }: Frame, rule: (typeof rules)[number]): string => (rule === 'calls' ? String(own[rule]) : lengthWords(own[rule]));
    return [
      ...days.map((day) => ({ field: this.words.day(day), mine: dayIn(mine, day), theirs: dayIn(theirs, day) })),
      ...tracks.map((at) => ({ field: this.words.t('frame.trackName', { n: at + 1 }), mine: trackIn(mine, at), theirs: trackIn(theirs, at) })),
      ...rules.map((rule) => ({ field: this.words.t(`clash.rule.${rule}`), mine: ruleIn(mine, rule), theirs: ruleIn(theirs, rule) })),
    ].filter((row) => row.mine !== row.theirs);
  }

  private ofItem(item: PlanItem): Said {
    return [
      [this.words.t('field.title'), this.words.title(item)], [this.words.t('field.day'), this.words.day(item.day)], [this.words.t('field.time'), this.words.span(item)], [this.words.t('field.track'), this.words.track(item.track)],
      [this.words.t('field.evaluators'), this.words.list(this.words.evaluators(item).map(({ name }) => name)) || '–'], [this.words.t('pin'), this.words.t(item.pinned ? 'yes' : 'no')],
      [this.words.t('form.pause'), item.pause ? this.words.span({ start: item.start + item.pause.after, length: item.pause.length }) : '–'],
      [this.words.t('form.joins'), item.joins.map(({ person, from }) => `${this.store.name()(person)} ${this.words.clock(from)}`).join(', ') || '–'],
    ];
  }

  private ofGroup(group: InterviewGroup): Said {
    return [
      [this.words.t('field.title'), group.title], [this.words.t('field.side'), this.words.t(`side.${group.kind}`)], [this.words.t('field.length'), this.words.length(group.length)], [this.words.t('field.lead'), this.words.t(group.evaluators === 'all' ? 'form.leadAll' : 'form.leadOne')],
      [this.words.t('form.evening'), this.words.t(group.evening ? 'yes' : 'no')], [this.words.t('form.protected'), this.words.t(group.protected ? 'yes' : 'no')],
      [this.words.t('field.members'), group.members.map(({ person, required }) => `${this.store.name()(person)}${required ? '' : ` (${this.words.t('who.optional')})`}`).sort().join(', ') || '–'], [this.words.t('field.questions'), group.questions.join(', ') || '–'],
    ];
  }
}
