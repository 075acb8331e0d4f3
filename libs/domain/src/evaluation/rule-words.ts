import type { RuleChange } from './policy-change';

interface Words {
  readonly sv: string;
  readonly en: string;
}
interface RuleWords extends Words {
  /** What follows the number. */
  readonly unit: string;
  /** What stands where there is nothing. */
  readonly absent: Words;
}

const none: Words = { sv: 'ingen', en: 'none' };
const nobody: Words = { sv: 'ingen', en: 'nobody' };
const rule = (sv: string, en: string, unit = '', absent = none): RuleWords => ({ sv, en, unit, absent });

const ruleWords: Readonly<Record<RuleChange['rule'], RuleWords>> = {
  amber: rule('gräns för avvikelse', 'limit for divergence', ' %'),
  red: rule('gräns för stor avvikelse', 'limit for large divergence', ' %'),
  points: rule('poänggräns för avvikelse', 'limit in points for divergence', ' p'),
  bands: rule('nivågräns för avvikelse', 'limit in levels for divergence'),
  tolerance: rule('medelvärde föreslås till och med', 'a mean is proposed up to', ' %'),
  areaPoints: rule('område flaggas från', 'an area is flagged from', ' p'),
  totalPoints: rule('total flaggas från', 'the total is flagged from', ' p'),
  adjudicator: rule('tredje bedömare', 'third assessor', '', nobody),
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
    if (typeof own === 'number') return { sv: `${`${own}`.replace('.', ',')}${known.unit}`, en: `${own}${known.unit}` };
    const name = code === 'adjudicator' ? nameOf(own) : own;
    return { sv: name, en: name };
  };
  return { rule: { sv: known.sv, en: known.en }, before: value(before), after: value(after) };
}

/** Changed rules in a line: "gräns för avvikelse 15 % → 20 %, tredje bedömare ingen → Eva Roth". */
export function toldRules(changes: readonly RuleChange[], nameOf: (person: string) => string): Words {
  const told = changes.map((change) => toldRule(change, nameOf));
  const line = (language: 'sv' | 'en'): string => told.map((own) => `${own.rule[language]} ${own.before[language]} → ${own.after[language]}`).join(', ');
  return { sv: line('sv'), en: line('en') };
}
