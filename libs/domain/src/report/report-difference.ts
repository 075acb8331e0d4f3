import { leafChanges, type LeafChange } from './leaf-changes';
import type { Report, ReportArea, ReportRow } from './report';

/** A printed figure before and after. */
export interface FigureChange {
  readonly before: string;
  readonly after: string;
}

/** What changed in one row: printed figures and text, and everything that led to them. Null where nothing changed. */
export interface RowDifference {
  readonly number: string;
  readonly title: ReportRow['title'];
  readonly achieved: FigureChange | null;
  readonly percent: FigureChange | null;
  readonly text: FigureChange | null;
  /** True when no printed figure or text changed but the exact percent did. */
  readonly onlyExact: boolean;
  /** All other values: exact ones, how it was agreed and by whom, rounds, and each sealed voice. */
  readonly changes: readonly LeafChange[];
}

export interface PointDifference {
  readonly text: string;
  readonly question: string;
}

export interface AreaDifference {
  readonly number: number;
  readonly title: ReportArea['title'];
  readonly achieved: FigureChange | null;
  readonly percent: FigureChange | null;
  readonly rows: readonly RowDifference[];
  readonly strengths: { readonly added: readonly PointDifference[]; readonly removed: readonly PointDifference[] };
  readonly improvements: { readonly added: readonly PointDifference[]; readonly removed: readonly PointDifference[] };
  readonly changes: readonly LeafChange[];
}

export interface ReportDifference {
  readonly from: number;
  readonly to: number;
  readonly total: FigureChange | null;
  /** Only areas in which something changed, in printed order; one that is gone comes last. */
  readonly areas: readonly AreaDifference[];
  /** Of the whole report: municipality, model, team, rules, the chapter on the method. */
  readonly changes: readonly LeafChange[];
  readonly same: boolean;
}

/**
 * What a later locked version says otherwise than an earlier one: every number and sentence. Printed figures, texts,
 * strengths and improvements come first, because that is what readers have quoted; a change that rounding hides is still
 * named. Only what every lock writes anew (version, signatures, fingerprints) is no difference.
 * Areas and rows are matched by number, so it answers for two versions of one evaluation only.
 * @example reportDifference(v1, v2).total // { before: '401', after: '402' }
 */
export function reportDifference(before: Report, after: Report): ReportDifference {
  const total = change(before.total.achieved, after.total.achieved);
  const areas = pairs(before.areas, after.areas).flatMap(([earlier, later]) => areaDifference(earlier, later));
  const changes = leafChanges(restOf(before), restOf(after));
  return { from: before.version, to: after.version, total, areas, changes, same: total === null && areas.length === 0 && changes.length === 0 };
}

const change = (before: string, after: string): FigureChange | null => (before === after ? null : { before, after });

/** Members of both lists side by side, in the later one's order. */
function pairs<T extends { readonly number: number | string }>(before: readonly T[], after: readonly T[]): [T | undefined, T | undefined][] {
  const gone = before.filter((own) => !after.some((other) => other.number === own.number));
  return [...after.map((own): [T | undefined, T] => [before.find((other) => other.number === own.number), own]), ...gone.map((own): [T, undefined] => [own, undefined])];
}

function restOf({ total, ...report }: Report): object {
  const { max, exact } = total;
  return { ...report, total: { max, exact }, areas: undefined, version: undefined, ledger: undefined, signatures: undefined };
}

function areaDifference(before: ReportArea | undefined, after: ReportArea | undefined): AreaDifference[] {
  const either = after ?? before;
  if (!either) return [];
  const own: AreaDifference = {
    number: either.number,
    title: either.title,
    achieved: change(before?.total.achieved ?? '', after?.total.achieved ?? ''),
    percent: change(before?.total.percent ?? '', after?.total.percent ?? ''),
    rows: pairs(before?.rows ?? [], after?.rows ?? []).flatMap(([earlier, later]) => rowDifference(earlier, later)),
    strengths: pointDifference(before?.strengths ?? [], after?.strengths ?? []),
    improvements: pointDifference(before?.improvements ?? [], after?.improvements ?? []),
    changes: leafChanges(before && restOfArea(before), after && restOfArea(after)),
  };
  return isChanged(own) ? [own] : [];
}

function restOfArea({ total, strengths, improvements, ...area }: ReportArea): object {
  const { max, exact } = total;
  return { ...area, total: { max, exact }, rows: undefined, strengths: writersOf(strengths), improvements: writersOf(improvements) };
}

/** Who wrote each point; that a point came or went is told by itself. */
const writersOf = (points: ReportArea['strengths']): object => Object.fromEntries(points.map(({ question, text, by }) => [`${question} ${text}`, by]));

function rowDifference(before: ReportRow | undefined, after: ReportRow | undefined): RowDifference[] {
  const either = after ?? before;
  if (!either) return [];
  const achieved = change(before?.achieved ?? '', after?.achieved ?? '');
  const percent = change(before?.percent ?? '', after?.percent ?? '');
  const text = change(before?.text ?? '', after?.text ?? '');
  const changes = leafChanges(before && restOfRow(before), after && restOfRow(after));
  const onlyExact = !achieved && !percent && !text && before?.exact.percent !== after?.exact.percent;
  return achieved || percent || text || changes.length > 0 ? [{ number: either.number, title: either.title, achieved, percent, text, onlyExact, changes }] : [];
}

const restOfRow = (row: ReportRow): object => ({ ...row, achieved: undefined, percent: undefined, text: undefined });

function pointDifference(before: ReportArea['strengths'], after: ReportArea['strengths']): AreaDifference['strengths'] {
  const missingIn = (others: ReportArea['strengths']) => (point: PointDifference) => !others.some((other) => other.question === point.question && other.text === point.text);
  const plain = ({ text, question }: PointDifference): PointDifference => ({ text, question });
  return { added: after.filter(missingIn(before)).map(plain), removed: before.filter(missingIn(after)).map(plain) };
}

const isChanged = (area: AreaDifference): boolean =>
  area.achieved !== null || area.percent !== null || area.rows.length + area.strengths.added.length + area.strengths.removed.length + area.improvements.added.length + area.improvements.removed.length + area.changes.length > 0;
