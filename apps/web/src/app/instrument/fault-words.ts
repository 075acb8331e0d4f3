import { Service, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { DraftFault, DraftRule, JsonFault, RowFault } from '@samsyn/domain';

/** Rules only the server can tell, for they need the other versions. */
export const serverRules = ['id-taken', 'supersedes-unknown'] as const;
export type ServerRule = (typeof serverRules)[number];
export type AnyFault = Omit<DraftFault, 'rule'> & { readonly rule: DraftRule | ServerRule };

/** A number with a decimal comma; a text as it stands, for "1.3" is the name of a question. */
const shown = (value: string | number | null): string => (value === null ? '' : typeof value === 'number' ? String(value).replace('.', ',') : value);

/** What a fault means and what to do, in the chosen language. */
@Service()
export class FaultWords {
  private readonly transloco = inject(TranslocoService);

  of({ rule, found, expected }: AnyFault): string {
    return this.say(`fault.${rule}`, { found: shown(found), expected: shown(expected) });
  }

  /** The place of a fault in words: "Område 3", "3.2 b", "Begäran". */
  place({ where, path }: AnyFault): string {
    if (/^\d/.test(where) && path[0] === 'areas') return /^\d+$/.test(where) ? `${this.say('area', {})} ${where}` : where;
    const part = path[0] === 'dimensions' ? 'sides' : path[0] === 'method' || path[0] === 'requests' ? path[0] : 'model';
    return `${this.say(`tree.${part}`, {})}${part === 'requests' && where ? ` ”${where}”` : ''}`;
  }

  ofRow({ rule, found, column }: RowFault): { readonly why: string; readonly remedy: string } {
    const facts = { found: shown(found), column: column ?? '' };
    return { why: this.say(`row.${rule}.why`, facts), remedy: this.say(`row.${rule}.remedy`, facts) };
  }

  ofJson({ rule, path, found }: JsonFault): string {
    return this.say(`json.${rule}`, { path, found });
  }

  private say(key: string, facts: Record<string, unknown>): string {
    return this.transloco.translate<string>(`instrument.${key}`, facts, this.transloco.activeLang());
  }
}
