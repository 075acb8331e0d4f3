import type { RuleChange } from './policy-change';

interface Words {
  readonly sv: string;
  readonly en: string;
}
interface RuleWords extends Words {
  /** What follows the number one, and every other number. */
  readonly unit: readonly [Words, Words];
  /** What stands where there is nothing. */
  readonly absent: Words;
}

const none: Words = { sv: 'ingen', en: 'none' };
const nobody: Words = { sv: 'ingen', en: 'nobody' };
const bare = [{ sv: '', en: '' }, { sv: '', en: '' }] as const;
/** A limit is a difference between two percentages, so it is not itself a percentage. */
const apart = [{ sv: ' procentenhet', en: ' percentage point' }, { sv: ' procentenheter', en: ' percentage points' }] as const;
const points = [{ sv: ' poäng', en: ' point' }, { sv: ' poäng', en: ' points' }] as const;
const levels = [{ sv: ' nivå', en: ' level' }, { sv: ' nivåer', en: ' levels' }] as const;
const rule = (sv: string, en: string, unit: RuleWords['unit'] = bare, absent = none): RuleWords => ({ sv, en, unit, absent });

const ruleWords: Readonly<Record<RuleChange['rule'], RuleWords>> = {
  amber: rule('gräns för avvikelse', 'limit for divergence', apart),
  red: rule('gräns för stor avvikelse', 'limit for large divergence', apart),
  points: rule('poänggräns för avvikelse', 'limit in points for divergence', points),
  bands: rule('nivågräns för avvikelse', 'limit in levels for divergence', levels),
  tolerance: rule('medelvärde föreslås till och med', 'a mean is proposed up to', apart),
  areaPoints: rule('område flaggas från', 'an area is flagged from', points),
  totalPoints: rule('total flaggas från', 'the total is flagged from', points),
  adjudicator: rule('tredje bedömare', 'third assessor', bare, nobody),
  revealUnit: rule('när poängen öppnas', 'when scores open'),
  judging: rule('hur en fråga bedöms', 'how a question is judged'),
};

export interface ToldRule {
  readonly rule: Words;
  readonly before: Words;
  readonly after: Words;
}

/**
 * A changed rule in words, in both languages: for the log, the settings and the report alike. `nameOf` gives the third
 * assessor's name. A rule that is no longer known stands by its code.
 */
export function toldRule({ rule: code, before, after }: { readonly rule: string; readonly before: string | number | null; readonly after: string | number | null }, nameOf: (person: string) => string): ToldRule {
  const known: RuleWords = (ruleWords as Readonly<Record<string, RuleWords>>)[code] ?? rule(code, code);
  const value = (own: string | number | null): Words => {
    if (own === null) return known.absent;
    if (typeof own === 'number') {
      const unit = known.unit[own === 1 ? 0 : 1];
      return { sv: `${`${own}`.replace('.', ',')}${unit.sv}`, en: `${own}${unit.en}` };
    }
    const name = code === 'adjudicator' ? nameOf(own) : own;
    return { sv: name, en: name };
  };
  return { rule: { sv: known.sv, en: known.en }, before: value(before), after: value(after) };
}

/** A limit with its unit, in both languages. @example limitWords('points', 2.5) // { sv: '2,5 poäng', en: '2.5 points' } */
export const limitWords = (rule: 'amber' | 'red' | 'points' | 'bands', limit: number): Words => toldRule({ rule, before: null, after: limit }, String).after;

/** Changed rules in a line: "gräns för avvikelse 15 procentenheter → 20 procentenheter, tredje bedömare ingen → Eva Roth". */
export function toldRules(changes: readonly RuleChange[], nameOf: (person: string) => string): Words {
  const told = changes.map((change) => toldRule(change, nameOf));
  const line = (language: 'sv' | 'en'): string => told.map((own) => `${own.rule[language]} ${own.before[language]} → ${own.after[language]}`).join(', ');
  return { sv: line('sv'), en: line('en') };
}
