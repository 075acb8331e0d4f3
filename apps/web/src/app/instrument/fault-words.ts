import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { DraftFault, DraftRule, JsonFault, RowFault } from '@samsyn/domain';

/** Rules only the server can tell, for they need the other versions. */
export const serverRules = ['id-taken', 'supersedes-unknown'] as const;
export type ServerRule = (typeof serverRules)[number];
export type AnyFault = Omit<DraftFault, 'rule'> & { readonly rule: DraftRule | ServerRule };

const shown = (value: string | number | null): string => (value === null ? '' : String(value).replace('.', ','));

/** What a fault means and what to do, in the chosen language. */
@Service()
export class FaultWords {
  private readonly transloco = inject(TranslocoService);

  of({ rule, found, expected }: AnyFault): string {
    return this.say(`fault.${rule}`, { found: typeof found === 'string' ? found : shown(found), expected: shown(expected) });
  }

  ofRow({ rule, found, column }: RowFault): string {
    return this.say(`row.${rule}`, { found: shown(found), column: column ?? '' });
  }

  ofJson({ rule, path, found }: JsonFault): string {
    return this.say(`json.${rule}`, { path, found });
  }

  private say(key: string, facts: Record<string, unknown>): string {
    return this.transloco.translate<string>(`instrument.${key}`, facts, this.transloco.activeLang());
  }
}
