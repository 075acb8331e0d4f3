import { Component, computed, inject, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Finding } from '@samsyn/domain';
import { Icon } from '../look';
import { PlanStore } from './plan-store';
import { waysOut, type Way } from './plan-ways';
import { PlanWords } from './plan-words-of';

/** What is to be put right before the plan is given out: each rule with its ways out; what is kept, with its reason. */
@Component({ selector: 'sam-plan-findings', imports: [Icon, TranslocoDirective], templateUrl: './plan-findings.html', styleUrl: './plan-side.css' })
export class PlanFindings {
  protected readonly store = inject(PlanStore);
  protected readonly words = inject(PlanWords);
  readonly replan = output<Extract<Way, { kind: 'replan' }>>();
  readonly show = output<string>();
  protected readonly keeping = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly missing = signal(false);
  protected readonly open = computed(() => this.store.findings().filter(({ accepted }) => !accepted).map((finding) => ({ finding, parts: this.words.findingParts(finding), ways: this.waysOf(finding) })));
  protected readonly kept = computed(() => this.store.findings().filter(({ accepted }) => accepted !== null));

  protected wayWords(way: Way): string {
    if (way.kind !== 'do') return this.words.t(`way.${way.kind}`);
    const { person, at, item } = way.facts;
    const title = this.store.plan()?.items.find(({ id }) => id === item);
    return this.words.t(`way.${way.word}`, { ...way.facts, person: this.store.name()(String(person ?? '')), at: this.words.clock(Number(at ?? 0)), title: title ? this.words.title(title) : '' });
  }

  protected go(way: Way): void {
    if (way.kind === 'do') this.store.change(this.wayWords(way), ...way.commands);
    else if (way.kind === 'show') this.show.emit(way.item);
    else if (way.kind === 'replan') this.replan.emit(way);
    else void this.store.remind(way.people);
  }

  protected keep(finding: Finding): void {
    this.reason.set(finding.accepted?.reason ?? '');
    this.missing.set(false);
    this.keeping.set(this.keeping() === finding.key ? null : finding.key);
  }

  protected write(event: Event): void {
    this.reason.set((event.target as HTMLTextAreaElement).value);
    this.missing.set(false);
  }

  protected accept(event: Event, finding: Finding): void {
    event.preventDefault();
    const reason = this.reason().trim();
    this.missing.set(reason === '');
    if (reason !== '' && this.store.change('', { kind: 'override', finding: finding.key, reason })) this.keeping.set(null);
  }

  private waysOf(finding: Finding): Way[] {
    const world = this.store.world();
    if (world && this.store.mayPlan()) return waysOut(finding, world, () => crypto.randomUUID());
    return finding.items.slice(0, 1).map((item) => ({ kind: 'show', item }));
  }
}
