import { exact, shown } from '@samsyn/domain';
import type { PrintedArea, PrintedEvaluation, PrintedRow } from './printed';
import { chooseWithin, reachable, type Range } from './replay-search';

/** A printed figure that no settled percents can give, and what the report prints instead. */
export interface ReplayMisprint {
  /** `row 6.4`, `area 2` (the table's sum row), `box 2` (the score box) or `total`. */
  readonly where: string;
  readonly figure: 'achieved' | 'percent';
  readonly printed: string;
  readonly used: string;
  readonly reason: string;
}

type Fraction = ReturnType<typeof exact>;
type Figure = { readonly value: Fraction; readonly decimals: number };

/** A printed figure, with comma or point, with or without percent sign; null when it is not there or no number. */
export function figureOf(text: string | number | null | undefined): Figure | null {
  const plain = `${text ?? ''}`.replace(/[\s%]/g, '').replace(',', '.').replace('\u2212', '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { value: exact(plain), decimals: plain.split('.')[1]?.length ?? 0 } : null;
}

export const achievedText = ({ achieved, printed }: { achieved: number; printed?: { achieved: string } }): string => printed?.achieved ?? `${achieved}`;
export const percentText = ({ percent, printed }: { percent?: number; printed?: { percent: string } }): string | null => printed?.percent ?? (percent === undefined ? null : `${percent}`);

/** The whole multiples of 1/parts that are shown as the figure: from half a unit below (included) to half above (not). */
function shownAs({ value, decimals }: Figure, parts: number): Range {
  const half = exact('1/2').div(10 ** decimals);
  return { low: Number(value.sub(half).mul(parts).ceil()), high: Number(value.add(half).mul(parts).ceil()) - 1 };
}

const both = (a: Range, b: Range): Range => ({ low: Math.max(a.low, b.low), high: Math.min(a.high, b.high) });
const isEmpty = ({ low, high }: Range): boolean => high < low;
const listOf = ({ low, high }: Range): number[] => Array.from({ length: high - low + 1 }, (_, at) => low + at);

interface FittedRow {
  readonly row: PrintedRow;
  /** Points of a tenth of a percent in the unit of the fit. */
  readonly weight: number;
  readonly tenths: readonly number[];
  readonly wanted: number;
  readonly torn: boolean;
}

/** The tenths of percent that a row allows: both printed figures, or its points alone where no tenth gives both. */
function fitRow(row: PrintedRow, decimals: number, scale: number): FittedRow {
  const all: Range = { low: 0, high: 1000 };
  const percent = figureOf(percentText(row));
  const achieved = figureOf(achievedText(row));
  const byPercent = percent ? both(all, shownAs(percent, 10)) : all;
  const points = achieved && shownAs({ ...achieved, decimals }, 1_000_000);
  const byPoints = points ? both(all, { low: Math.ceil(points.low / (1000 * row.max)), high: Math.floor(points.high / (1000 * row.max)) }) : all;
  const fitting = [both(byPercent, byPoints), byPoints, byPercent].find((range) => !isEmpty(range)) ?? all;
  const wanted = percent ? Number(percent.value.mul(10).floor()) : fitting.low;
  return { row, weight: Math.round(row.max * scale), tenths: listOf(fitting), wanted: Math.min(Math.max(wanted, fitting.low), fitting.high), torn: isEmpty(both(byPercent, byPoints)) };
}

interface FittedArea {
  readonly rows: readonly FittedRow[];
  readonly sums: readonly number[];
  readonly wanted: number;
}

const chosenFrom = (rows: readonly FittedRow[]): number[][] => rows.map(({ tenths, weight }) => tenths.map((tenth) => tenth * weight));
const wantedOf = (rows: readonly FittedRow[]): number[] => rows.map(({ wanted, weight }) => wanted * weight);
const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const nearestTo = (values: readonly number[], wanted: number): number => values.reduce((best, value) => (Math.abs(value - wanted) < Math.abs(best - wanted) ? value : best));

/** The sums that an area's rows can reach and its printed total allows: points and percent, else one of them, else any. */
function fitArea(area: PrintedArea, decimals: number, scale: number): FittedArea {
  // Rows whose figures contradict each other come last: they take up what the area's total asks for.
  const rows = (area.questions ?? []).map((row) => fitRow(row, decimals, scale)).sort((a, b) => Number(a.torn) - Number(b.torn));
  const sums = reachable(chosenFrom(rows));
  const achieved = figureOf(achievedText(area.total));
  const percent = figureOf(percentText(area.total));
  const windows = [achieved && shownAs({ ...achieved, decimals }, 1000 * scale), percent && shownAs(percent, 1000 * scale)].filter((range) => range !== null);
  const [first, second] = windows;
  const inside = [...(first && second ? [both(first, second)] : []), ...windows]
    .map((range) => sums.filter((sum) => sum >= range.low && sum <= range.high))
    .find((found) => found.length > 0);
  const mended = inside ? mendLast(rows, inside) : rows;
  const wanted = sumOf(wantedOf(mended));
  return { rows: mended, sums: inside ?? [nearestTo(sums, wanted)], wanted };
}

/** A contradictory row wants the percent that is one misread digit away from print, if the area then adds up by itself. */
function mendLast(rows: readonly FittedRow[], sums: readonly number[]): readonly FittedRow[] {
  const last = rows.at(-1);
  const printed = last?.torn && figureOf(percentText(last.row))?.value.toFraction();
  if (!last || !printed) return rows;
  const others = sumOf(wantedOf(rows.slice(0, -1)));
  const oneDigitAway = (text: string): boolean => text.length === printed.length && [...text].filter((digit, at) => digit !== printed[at]).length === 1;
  const wanted = last.tenths.find((tenth) => tenth % 10 === 0 && oneDigitAway(`${tenth / 10}`) && sums.includes(others + tenth * last.weight));
  return wanted === undefined ? rows : [...rows.slice(0, -1), { ...last, wanted }];
}

/** Decimals in which a table prints points: 1 when any of its rows has one (Norrköping 2010), else 0. */
export const decimalsOf = (areas: readonly PrintedArea[]): 0 | 1 =>
  areas.some((area) => area.questions?.some((row) => (figureOf(achievedText(row))?.decimals ?? 0) > 0)) ? 1 : 0;

/** At most 400 of the values, ends and the nearest to the wanted one among them. */
function thinned(sums: readonly number[], wanted: number): number[] {
  if (sums.length <= 400) return [...sums];
  const nearest = nearestTo(sums, wanted);
  return [...new Set([nearest, ...Array.from({ length: 399 }, (_, at) => sums[Math.floor((at * (sums.length - 1)) / 398)] ?? nearest)])];
}

/**
 * Settled tenths of percent by question number that give the printed rows, area totals and grand total, each rounded
 * once, as far as they can all be true; every printed figure that comes out otherwise is named as a misprint.
 * Search in whole numbers: a tenth of a percent of a maximum is max/1000 points.
 */
export function settledTenths(printed: PrintedEvaluation): { tenths: Record<string, number>; misprints: ReplayMisprint[] } {
  const areas = printed.areas ?? [];
  const decimals = decimalsOf(areas);
  const scale = areas.every((area) => area.questions?.every(({ max }) => Number.isInteger(max))) ? 1 : 1000;
  const fitted = areas.map((area) => fitArea(area, decimals, scale));
  const choices = fitted.map(({ sums, wanted }) => thinned(sums, wanted));
  const wanted = fitted.map((area) => area.wanted);
  // Where print has no total as text, the sum of its areas is what a reader would expect, if the rows allow it.
  const total = figureOf(printed.total.printed ?? printed.total.computed_from_areas);
  const sums = (total && chooseWithin(choices, wanted, shownAs(total, 1000 * scale))) ?? chooseWithin(choices, wanted, null) ?? wanted;
  const tenths = fitted.flatMap(({ rows }, at) => {
    const target = sums[at] ?? 0;
    const values = chooseWithin(chosenFrom(rows), wantedOf(rows), { low: target, high: target }) ?? wantedOf(rows);
    return rows.map(({ row, weight }, index): [string, number] => [row.number, Math.round((values[index] ?? 0) / weight)]);
  });
  const settled = Object.fromEntries(tenths);
  return { tenths: settled, misprints: misprintsOf(printed, decimals, settled) };
}

function misprintsOf(printed: PrintedEvaluation, decimals: number, tenths: Readonly<Record<string, number>>): ReplayMisprint[] {
  const found: ReplayMisprint[] = [];
  const compare = (where: string, figure: ReplayMisprint['figure'], text: string | null | undefined, value: Fraction, places: number, reason: (used: string) => string): void => {
    const read = figureOf(text);
    const used = shown(value.toFraction(), places);
    if (read && !read.value.equals(used)) found.push({ where, figure, printed: `${text}`.replace(/\s*%$/, ''), used: used.replace('.', ','), reason: reason(used) });
  };
  let total = exact(0);
  for (const area of printed.areas ?? []) {
    let sum = exact(0);
    for (const row of area.questions ?? []) {
      const percent = exact(tenths[row.number] ?? 0).div(10);
      const points = percent.mul(`${row.max}`).div(100);
      sum = sum.add(points);
      const reason = (used: string): string => `No percent with one decimal gives both ${percentText(row)} percent and ${achievedText(row)} of ${row.max}; ${used} fits the points and the area.`;
      compare(`row ${row.number}`, 'achieved', achievedText(row), points, decimals, reason);
      compare(`row ${row.number}`, 'percent', percentText(row), percent, figureOf(percentText(row))?.decimals ?? 0, reason);
    }
    total = total.add(sum);
    const reason = (used: string): string => `The unrounded rows sum to ${shown(sum.toFraction(), 2)}, which is ${used}.`;
    compare(`area ${area.number}`, 'achieved', achievedText(area.total), sum, decimals, reason);
    compare(`area ${area.number}`, 'percent', percentText(area.total), sum, figureOf(percentText(area.total))?.decimals ?? 0, reason);
    compare(`box ${area.number}`, 'achieved', area.heading_box, sum, decimals, (used) => `The table and its rows give ${used}.`);
  }
  compare('total', 'achieved', printed.total.printed, total, figureOf(printed.total.printed)?.decimals ?? 0, (used) => `The unrounded areas sum to ${shown(total.toFraction(), 2)}, which is ${used}.`);
  return found;
}
