import { exact, swedish, type Exact, type Report } from '@samsyn/domain';
import type { PrintedEvaluation } from '@samsyn/samples';

/** A printed figure that cannot be right, known beforehand with its reason. */
export interface NamedMisprint {
  readonly where: string;
  readonly figure: 'achieved' | 'percent';
  readonly printed: string;
  readonly reason: string;
}

/** One printed figure beside the locked report's. */
export interface Compared {
  /** `row 6.4`, `area 2`, `box 2` (the score box above an area's text) or `total`. */
  readonly where: string;
  readonly figure: 'achieved' | 'max' | 'percent';
  readonly printed: string;
  readonly ours: string;
  readonly verdict: 'equal' | 'misprint' | 'differs';
  readonly reason: string;
}

type Ours = Readonly<Record<Compared['figure'], { readonly exact: Exact; readonly printed: string }>>;
type Theirs = Readonly<Partial<Record<Compared['figure'], string | number | null>>>;

/** Every printed figure of an evaluation beside the report's: rows, area sums, score boxes, total. */
export function compareWithPrint(printed: PrintedEvaluation, report: Report, misprints: readonly NamedMisprint[]): Compared[] {
  const places = (printed.areas ?? []).flatMap((area) => {
    const own = report.areas.find(({ number }) => number === area.number);
    const sum = own && oursOf(own.total, { achieved: own.total.exact, max: '100', percent: own.total.exact });
    return [
      ...(area.questions ?? []).map((row) => {
        const ownRow = own?.rows.find(({ number }) => number === row.number);
        return compared(`row ${row.number}`, { ...row, ...row.printed }, ownRow && oursOf(ownRow, ownRow.exact));
      }),
      compared(`area ${area.number}`, { ...area.total, ...area.total.printed }, sum),
      compared(`box ${area.number}`, { achieved: area.heading_box ?? null }, sum),
    ].flat();
  });
  const { total } = report;
  const grand = compared('total', { achieved: printed.total.printed }, oursOf({ ...total, percent: '' }, { achieved: total.exact, max: `${report.areas.length * 100}`, percent: total.exact }));
  return [...places, ...grand].map((found) => judged(found, misprints));
}

const oursOf = (texts: Readonly<Record<Compared['figure'], string>>, values: Readonly<Record<Compared['figure'], Exact>>): Ours => ({
  achieved: { printed: texts.achieved, exact: values.achieved },
  max: { printed: texts.max, exact: values.max },
  percent: { printed: texts.percent, exact: values.percent },
});

const plain = (text: string): string => text.replace(/[\s%]/g, '').replace(',', '.').replace('\u2212', '-');
const isFigure = (text: string): boolean => /^-?\d+(\.\d+)?$/.test(text);
const placesOf = (text: string): number => text.split('.')[1]?.length ?? 0;

function compared(where: string, theirs: Theirs, ours: Ours | undefined): Compared[] {
  return (['achieved', 'max', 'percent'] as const).flatMap((figure): Compared[] => {
    const text = `${theirs[figure] ?? ''}`;
    if (!isFigure(plain(text))) return [];
    if (!ours) return [{ where, figure, printed: text, ours: '', verdict: 'differs', reason: 'not in the report' }];
    // Print may show more or fewer decimals than the report: then the exact value is rounded once to as many.
    const own = placesOf(plain(ours[figure].printed)) === placesOf(plain(text)) && ours[figure].printed !== '' ? ours[figure].printed : swedish(ours[figure].exact, placesOf(plain(text)));
    const verdict = exact(plain(own)).equals(plain(text)) ? 'equal' : 'differs';
    return [{ where, figure, printed: text.replace(/\s*%$/, ''), ours: own, verdict, reason: '' }];
  });
}

function judged(found: Compared, misprints: readonly NamedMisprint[]): Compared {
  if (found.verdict !== 'differs') return found;
  const known = misprints.find(({ where, figure, printed }) => where === found.where && figure === found.figure && plain(printed) === plain(found.printed));
  return known ? { ...found, verdict: 'misprint', reason: known.reason } : found;
}

/** The comparison in lines: one per row, area and total, with every figure that is not equal told by name. */
export function linesOf(found: readonly Compared[]): string[] {
  const places = [...new Set(found.map(({ where }) => where))];
  const lines = places.map((where) => {
    const own = found.filter((item) => item.where === where);
    const odd = own.filter(({ verdict }) => verdict !== 'equal');
    const figures = own.map(({ figure, ours }) => `${figure} ${ours}`).join(', ');
    return `${where.padEnd(9)} ${odd.length === 0 ? `equal     ${figures}` : odd.map(oddLine).join('; ')}`;
  });
  const count = (verdict: Compared['verdict']): number => found.filter((item) => item.verdict === verdict).length;
  return [...lines, `${found.length} printed figures: ${count('equal')} equal, ${count('misprint')} named misprints, ${count('differs')} differ`];
}

const oddLine = ({ figure, printed, ours, verdict, reason }: Compared): string =>
  verdict === 'misprint' ? `misprint  ${figure} printed ${printed}, ours ${ours}: ${reason}` : `DIFFERS   ${figure} printed ${printed}, ours ${ours || '-'}${reason ? ` (${reason})` : ''}`;
