import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, linkedSignal, model, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { revealUnits, type Policy } from '@samsyn/domain';

const bounds = { amber: [1, 100], red: [1, 100], tolerance: [0, 100], areaPoints: [1, 1000], totalPoints: [1, 10000], points: [0.5, 1000], bands: [1, 4] } as const;
type Limit = keyof typeof bounds;
/** Limits that may be left empty: then they are absent from the policy and count for nothing. */
const optional = { points: { key: 'halves', step: 0.5 }, bands: { key: 'maybe', step: 1 } } as const;
const isOptional = (limit: Limit): limit is keyof typeof optional => limit in optional;
/** A fault of a limit: a key below `evaluation.create.fault` and its figures. */
export interface LimitFault { readonly key: 'number' | 'red' | 'tolerance' | 'halves' | 'maybe'; readonly least: number; readonly most: number }

/** What is wrong with a policy as typed, by field; empty when it is sound. */
export function faultsOf(policy: Policy): Partial<Record<Limit, LimitFault>> {
  const faults: Partial<Record<Limit, LimitFault>> = {};
  for (const limit of Object.keys(bounds) as Limit[]) {
    const [least, most] = bounds[limit];
    const value = policy[limit];
    const { key, step } = isOptional(limit) ? optional[limit] : ({ key: 'number', step: 1 } as const);
    if (value === undefined && isOptional(limit)) continue;
    if (typeof value !== 'number' || !Number.isInteger(value / step) || value < least || value > most) faults[limit] = { key, least, most };
  }
  if (!faults.red && !faults.amber && policy.red <= policy.amber) faults.red = { key: 'red', least: 0, most: 0 };
  if (!faults.tolerance && !faults.amber && policy.tolerance >= policy.amber) faults.tolerance = { key: 'tolerance', least: 0, most: 0 };
  return faults;
}

/** The rules of the game as a form: limits, when scores open, how a question is judged. */
@Component({ selector: 'sam-policy-form', imports: [NgTemplateOutlet, TranslocoDirective], templateUrl: './policy-form.html', styleUrls: ['./fields.css', './policy-form.css'] })
export class PolicyForm {
  readonly policy = model.required<Policy>();
  /** Only what may change once something is sealed. */
  readonly sealed = input(false);
  readonly changed = output<Policy>();
  protected readonly units = revealUnits;
  protected readonly ways = ['dimensions', 'percent'] as const;
  protected readonly limits = [{ name: 'amber', unit: 'unit' }, { name: 'red', unit: 'unit' }, { name: 'tolerance', unit: 'unit' }] as const;
  protected readonly sums = [{ name: 'areaPoints', unit: 'points' }, { name: 'totalPoints', unit: 'points' }] as const;
  protected readonly further = [{ name: 'points', label: 'pointsLimit', unit: 'points', hint: 'pointsHint' }, { name: 'bands', label: 'bandsLimit', unit: 'levels', hint: 'bandsHint' }] as const;
  protected readonly faults = computed(() => faultsOf(this.policy()));
  /** What is set or wrong does not begin hidden, and nothing closes under who types there. */
  protected readonly moreOpen = linkedSignal<string, boolean>({
    source: () => [...this.sums, ...this.further].map(({ name }) => name).filter((name) => this.faults()[name] || (isOptional(name) && this.policy()[name] !== undefined)).join(),
    computation: (names, previous) => names !== '' || (previous?.value ?? false),
  });
  /** What was typed where it is no number, so that it can be mended. */
  private readonly unread = signal<Partial<Record<Limit, string>>>({});

  protected type(limit: Limit, text: string): void {
    const value = text.trim() === '' ? Number.NaN : Number(text.replace(',', '.'));
    this.unread.update((unread) => ({ ...unread, [limit]: text }));
    this.change({ [limit]: text.trim() === '' && isOptional(limit) ? undefined : value });
  }

  protected change(part: Partial<Policy>): void {
    this.policy.update((policy) => ({ ...policy, ...part }));
    this.changed.emit(this.policy());
  }

  protected faultOf(limit: Limit): LimitFault | undefined {
    return this.faults()[limit];
  }

  protected shown(limit: Limit): string {
    const value = this.policy()[limit];
    if (value === undefined) return '';
    return Number.isFinite(value) ? String(value).replace('.', ',') : (this.unread()[limit] ?? '');
  }
}
