import type { Report, ReportArea, ReportRow } from './report';

/** A printed figure before and after. */
export interface FigureChange {
  readonly before: string;
  readonly after: string;
}

/** What changed in one row: printed figures, text, or only what led to the same figure. Null where nothing changed. */
export interface RowDifference {
  readonly number: string;
  readonly title: ReportRow['title'];
  readonly achieved: FigureChange | null;
  readonly percent: FigureChange | null;
  readonly text: FigureChange | null;
  /** True when no printed figure or text changed but the exact percent did. */
  readonly onlyExact: boolean;
}

export interface PointDifference {
  readonly text: string;
  readonly question: string;
}

export interface AreaDifference {
  readonly number: number;
  readonly title: ReportArea['title'];
  readonly achieved: FigureChange | null;
  readonly rows: readonly RowDifference[];
  readonly strengths: { readonly added: readonly PointDifference[]; readonly removed: readonly PointDifference[] };
  readonly improvements: { readonly added: readonly PointDifference[]; readonly removed: readonly PointDifference[] };
}

export interface ReportDifference {
  readonly from: number;
  readonly to: number;
  readonly total: FigureChange | null;
  /** Only areas in which something changed, in printed order. */
  readonly areas: readonly AreaDifference[];
  readonly same: boolean;
}

/**
 * What a later locked version says otherwise than an earlier one: printed figures, texts, strengths and improvements.
 * Compares what stands in print, because that is what readers have quoted; a change that rounding hides is still named.
 * Rows are matched by number, so it answers for two versions of one evaluation only.
 * @example reportDifference(v1, v2).total // { before: '401', after: '402' }
 */
export function reportDifference(before: Report, after: Report): ReportDifference {
  const total = change(before.total.achieved, after.total.achieved);
  const areas = after.areas.map((area) => areaDifference(before.areas.find((candidate) => candidate.number === area.number), area)).filter(isChanged);
  return { from: before.version, to: after.version, total, areas, same: total === null && areas.length === 0 };
}

const change = (before: string, after: string): FigureChange | null => (before === after ? null : { before, after });

function areaDifference(before: ReportArea | undefined, after: ReportArea): AreaDifference {
  return {
    number: after.number,
    title: after.title,
    achieved: change(before?.total.achieved ?? '', after.total.achieved),
    rows: after.rows.flatMap((row) => rowDifference(before?.rows.find((candidate) => candidate.number === row.number), row) ?? []),
    strengths: pointDifference(before?.strengths ?? [], after.strengths),
    improvements: pointDifference(before?.improvements ?? [], after.improvements),
  };
}

function rowDifference(before: ReportRow | undefined, after: ReportRow): RowDifference | null {
  const achieved = change(before?.achieved ?? '', after.achieved);
  const percent = change(before?.percent ?? '', after.percent);
  const text = change(before?.text ?? '', after.text);
  const onlyExact = !achieved && !percent && !text && before?.exact.percent !== after.exact.percent;
  return achieved || percent || text || onlyExact ? { number: after.number, title: after.title, achieved, percent, text, onlyExact } : null;
}

function pointDifference(before: ReportArea['strengths'], after: ReportArea['strengths']): AreaDifference['strengths'] {
  const missingIn = (others: ReportArea['strengths']) => (point: PointDifference) => !others.some((other) => other.question === point.question && other.text === point.text);
  const plain = ({ text, question }: PointDifference): PointDifference => ({ text, question });
  return { added: after.filter(missingIn(before)).map(plain), removed: before.filter(missingIn(after)).map(plain) };
}

const isChanged = (area: AreaDifference): boolean =>
  area.achieved !== null || area.rows.length + area.strengths.added.length + area.strengths.removed.length + area.improvements.added.length + area.improvements.removed.length > 0;
