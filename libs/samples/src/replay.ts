import { instrumentFaults, instrumentSchema, questionsOf, type Instrument } from '@samsyn/domain';
import { findMunicipalities } from '@samsyn/domain/municipalities';
import { shippedInstruments } from '@samsyn/domain/shipped';
import type { PrintedArea, PrintedEvaluation, PrintedRow } from './printed';
import { decimalsOf, figureOf, percentText, settledTenths, type ReplayMisprint } from './replay-figures';
import { kindsOf, seeded, settlementOf, sheetOf, tenthsAround, type ReplaySettlement, type ReplaySheet } from './replay-sheets';

export type { ReplayMisprint } from './replay-figures';
export type { ReplaySettlement, ReplaySheet } from './replay-sheets';

/** Everything needed to play a printed evaluation again: blind sheets in percent, and what is agreed in the end. */
export interface ReplayPlan {
  readonly instrument: Instrument;
  readonly decimals: 0 | 1;
  readonly municipality: { readonly code: string | null; readonly name: string };
  readonly year: number;
  /** One per evaluator in seat order, by question number. */
  readonly sheets: readonly Readonly<Record<string, ReplaySheet>>[];
  readonly settled: Readonly<Record<string, ReplaySettlement>>;
  readonly misprints: readonly ReplayMisprint[];
}

/** An entry that cannot be replayed, with the reason in plain words. */
export class ReplayRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ReplayRefusal';
  }
}

/**
 * The plan to replay a printed evaluation: settled percents in tenths that give the printed rows, areas and total, and
 * sheets around them of which a third diverge. Same arguments, same plan. Figures that contradict each other are named
 * in `misprints`, never refused. Judged in percent, thresholds as in `defaultPolicy`.
 * Refuses (`ReplayRefusal`) entries without rows, areas that do not sum to 100, percents outside 0–100.
 */
export function replayPlan(printed: PrintedEvaluation, evaluators: number, seed = 1): ReplayPlan {
  if (!Number.isInteger(evaluators) || evaluators < 2 || evaluators > 20) throw new ReplayRefusal(`2 to 20 evaluators can replay, not ${evaluators}`);
  const areas = areasWithRows(printed);
  const instrument = shippedWith(areas) ?? instrumentFrom(printed, areas);
  const numbers = questionsOf(instrument).map(({ number }) => number);
  const { tenths, misprints } = settledTenths(printed);
  const random = seeded(seed);
  const kinds = kindsOf(numbers, random);
  const sheets: Record<string, ReplaySheet>[] = Array.from({ length: evaluators }, () => ({}));
  const settled: Record<string, ReplaySettlement> = {};
  for (const number of numbers) {
    const kind = kinds[number] ?? 'within';
    const agreed = tenths[number] ?? 0;
    for (const [at, own] of tenthsAround(agreed, kind, evaluators, random).entries()) (sheets[at] ?? {})[number] = sheetOf(own, random);
    settled[number] = settlementOf(agreed, kind, random);
  }
  return { instrument, decimals: decimalsOf(areas), municipality: municipalityOf(printed), year: printed.year, sheets, settled, misprints };
}

type AreaWithRows = PrintedArea & { readonly questions: readonly PrintedRow[] };

function areasWithRows({ id, areas = [] }: PrintedEvaluation): AreaWithRows[] {
  const withRows = areas.filter((area): area is AreaWithRows => (area.questions?.length ?? 0) > 0);
  if (withRows.length === 0) throw new ReplayRefusal(`${id}: only totals are known: nothing to replay`);
  if (withRows.length < areas.length) throw new ReplayRefusal(`${id}: area ${areas.find((area) => !area.questions?.length)?.number} has no rows: it cannot be replayed`);
  for (const { number, questions } of withRows) {
    const sum = questions.reduce((total, { max }) => total + Math.round(max * 1000), 0) / 1000;
    if (sum !== 100) throw new ReplayRefusal(`${id}: the maxima of area ${number} add up to ${sum}, not 100`);
    for (const row of questions) {
      const percent = figureOf(percentText(row))?.value;
      if (percent && (percent.compare(0) < 0 || percent.compare(100) > 0)) throw new ReplayRefusal(`${id}: ${row.number} prints ${percentText(row)} percent, which is outside 0 to 100`);
    }
  }
  return withRows;
}

/** The shipped instrument with exactly these question numbers and maxima. */
const shippedWith = (areas: readonly AreaWithRows[]): Instrument | undefined => {
  const key = (rows: readonly { number: string; max: number }[]): string => rows.map(({ number, max }) => `${number}=${max}`).join();
  return shippedInstruments.find((instrument) => key(questionsOf(instrument)) === key(areas.flatMap(({ questions }) => questions)));
};

const slugOf = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50);
const same = (text: string): { sv: string; en: string } => ({ sv: text.slice(0, 400), en: text.slice(0, 400) });

/** A label of at most 32 characters, cut between words. */
function shortOf(title: string): string {
  if (title.length <= 32) return title;
  const cut = title.slice(0, 31);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 12)).trimEnd()}…`;
}

/** An instrument from print alone: the printed titles and maxima, one criterion a question, no headings. */
function instrumentFrom({ id, municipality, year, revision, country, source }: PrintedEvaluation, areas: readonly AreaWithRows[]): Instrument {
  const made: Instrument = {
    id: `printed-${slugOf(id)}`,
    revision: `${revision || year}`.slice(0, 60),
    title: { sv: `Frågor ur tryck: ${municipality} ${year}`, en: `Questions from print: ${municipality} ${year}` },
    country: country.length === 2 ? country : 'SE',
    step: 10,
    sources: [source.ref ?? source.file ?? source.type],
    areas: areas.map((area) => ({
      number: area.number,
      title: area.title ? same(area.title) : { sv: `Område ${area.number}`, en: `Area ${area.number}` },
      max: 100,
      headings: [],
      questions: area.questions.map(({ number, title, max }) => {
        const words = same(title || number);
        return { number, title: words, short: same(shortOf(title || number)), max, criteria: [{ key: 'a', title: words, dimensions: ['system', 'deployment'] }] };
      }),
    })),
  };
  const shape = instrumentSchema.safeParse(made);
  if (!shape.success) throw new ReplayRefusal(`${id}: ${shape.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ')}`);
  const faults = instrumentFaults(made);
  if (faults.length > 0) throw new ReplayRefusal(`${id}: ${faults.map(({ where, rule, found }) => `${where}: ${rule} (${found})`).join('; ')}`);
  return made;
}

/** The municipality by its printed name; without a code when it is none of the Swedish ones. */
function municipalityOf({ country, municipality }: PrintedEvaluation): ReplayPlan['municipality'] {
  const name = municipality.trim();
  const [found] = country === 'SE' ? findMunicipalities(name, 1) : [];
  return found && found.name.toLocaleLowerCase('sv') === name.toLocaleLowerCase('sv') ? { code: found.code, name: found.name } : { code: null, name };
}
