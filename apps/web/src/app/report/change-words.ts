import { Service, computed, inject } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import type { LeafChange } from '@samsyn/domain';
import { clock, longDay } from '../look';
import { inFull, languageOf } from './names';

export interface ToldChange {
  readonly label: string;
  readonly before: string;
  readonly after: string;
  /** Sentences stand under each other instead of on one line. */
  readonly long: boolean;
}

const aTime = /^\d{4}-\d\d-\d\dT/;
const aDay = /^\d{4}-\d\d-\d\d$/;
const aFraction = /^-?\d+\/\d+$/;
/** Values that are words of their own, by the field they stand in. */
const codes: Readonly<Record<string, string>> = { method: 'methods', cause: 'causes', role: 'roles', revealUnit: 'diff.unit', judging: 'diff.way', standing: 'diff.standing' };
const tellsApart: ReadonlySet<string> = new Set(['number', 'person', 'round', 'rule']);
/** Lists told apart by a round: their number is said as one. */
const byRound: ReadonlySet<string> = new Set(['voices', 'reveals', 'rounds']);

/** A changed value of a report as a reader meets it: its place in words, and what stood there before and after. */
@Service()
export class ChangeWords {
  private readonly transloco = inject(TranslocoService);
  private readonly language = computed(() => languageOf(this.transloco.activeLang()));

  /** Those worth telling: what only tells the members of a list apart already stands in the place of its neighbours. */
  tellAll(changes: readonly LeafChange[], names: ReadonlyMap<string, string>): ToldChange[] {
    return changes.filter(({ path }) => path.length < 3 || !tellsApart.has(path.at(-1) ?? '')).map((change) => this.tell(change, names));
  }

  tell(change: LeafChange, names: ReadonlyMap<string, string>): ToldChange {
    this.language();
    const [before, after] = [change.before, change.after].map((value) => this.value(value, change.path, names));
    return { label: this.label(change.path, names), before: before ?? '', after: after ?? '', long: `${before}${after}`.length > 60 };
  }

  private label(path: readonly string[], names: ReadonlyMap<string, string>): string {
    const [head] = path;
    const parts = path.map((segment, at) => {
      const name = names.get(segment);
      if (name !== undefined) return name;
      if (/^\d+$/.test(segment) && at > 0 && byRound.has(head ?? '')) return this.word('how.round', { n: segment });
      return this.wordOr('diff.fields', segment);
    });
    return parts.filter(Boolean).join(', ');
  }

  private value(value: LeafChange['before'], path: readonly string[], names: ReadonlyMap<string, string>): string {
    if (value === null || value === '') return this.word('diff.nothing');
    if (typeof value === 'boolean') return this.word(value ? 'diff.yes' : 'diff.no');
    const text = typeof value === 'number' ? String(value).replace('.', ',') : String(value);
    const field = path.at(-1) ?? '';
    const name = names.get(text);
    if (name !== undefined) return name;
    if (aTime.test(text)) return `${longDay(text, this.language())} ${clock(text, this.language())}`;
    if (aDay.test(text)) return longDay(text, this.language());
    if (aFraction.test(text)) return inFull(text);
    const words = codes[field];
    return words ? this.wordOr(words, text) : text;
  }

  private word(key: string, facts: Record<string, unknown> = {}): string {
    return this.transloco.translate<string>(`report.${key}`, facts);
  }

  /** The word for a code, or the code itself where there is none: letters of a criterion, a side of another model. */
  private wordOr(group: string, code: string): string {
    return this.transloco.translateObject<Record<string, string>>(`report.${group}`)[code] ?? code;
  }
}
