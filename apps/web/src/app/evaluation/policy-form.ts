import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, input, model, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { revealUnits, type Policy } from '@samsyn/domain';

const bounds = { amber: [1, 100], red: [1, 100], tolerance: [0, 100], areaPoints: [1, 1000], totalPoints: [1, 10000] } as const;
type Limit = keyof typeof bounds;
/** A fault of a limit: a key below `evaluation.create.fault` and its figures. */
export interface LimitFault { readonly key: 'number' | 'red' | 'tolerance'; readonly least: number; readonly most: number }

/** What is wrong with a policy as typed, by field; empty when it is sound. */
export function faultsOf(policy: Policy): Partial<Record<Limit, LimitFault>> {
  const faults: Partial<Record<Limit, LimitFault>> = {};
  for (const limit of Object.keys(bounds) as Limit[]) {
    const [least, most] = bounds[limit];
    const value = policy[limit];
    if (!Number.isInteger(value) || value < least || value > most) faults[limit] = { key: 'number', least, most };
  }
  if (!faults.red && !faults.amber && policy.red <= policy.amber) faults.red = { key: 'red', least: 0, most: 0 };
  if (!faults.tolerance && !faults.amber && policy.tolerance >= policy.amber) faults.tolerance = { key: 'tolerance', least: 0, most: 0 };
  return faults;
}

/** The rules of the game as a form: limits, when scores open, how a question is judged. */
@Component({ selector: 'sam-policy-form', imports: [NgTemplateOutlet, TranslocoDirective], templateUrl: './policy-form.html', styleUrls: ['./fields.css', './policy-form.css'] })
export class PolicyForm {
  readonly policy = model.required<Policy>();
  readonly frozen = input(false);
  readonly changed = output<Policy>();
  protected readonly units = revealUnits;
  protected readonly ways = ['dimensions', 'percent'] as const;
  protected readonly limits = [{ name: 'amber', unit: 'unit' }, { name: 'red', unit: 'unit' }, { name: 'tolerance', unit: 'unit' }] as const;
  protected readonly sums = [{ name: 'areaPoints', unit: 'points' }, { name: 'totalPoints', unit: 'points' }] as const;
  protected readonly faults = computed(() => faultsOf(this.policy()));
  protected readonly sumsOpen = computed(() => Boolean(this.faults().areaPoints ?? this.faults().totalPoints));

  protected type(limit: Limit, text: string): void {
    this.change({ [limit]: text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')) });
  }

  protected change(part: Partial<Policy>): void {
    this.policy.update((policy) => ({ ...policy, ...part }));
    this.changed.emit(this.policy());
  }

  protected valueOf(limit: Limit): number {
    return this.policy()[limit];
  }

  protected faultOf(limit: Limit): LimitFault | undefined {
    return this.faults()[limit];
  }

  protected shown(value: number): string {
    return Number.isNaN(value) ? '' : String(value);
  }
}
