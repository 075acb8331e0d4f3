import Fraction from 'fraction.js';
import { knownMisprints, printedEvaluation, printedEvaluations, printedReports } from './printed';
import type { Misprint, PrintedFigures, PrintedReport, PrintedRow, PrintedTable } from './printed';

/** Unrounded values from `low` (included) up to `high` (not included); empty as null. */
type Interval = { low: Fraction; high: Fraction } | null;

const everything: Interval = { low: new Fraction(-1000), high: new Fraction(1000) };
const nothing = new Fraction(0);

/** The values that half-up rounding shows as the printed figure: "47,5" is 47.45 up to 47.55. */
function shownAs(printed: string): Interval {
  const text = printed.replace('%', '').trim().replace(',', '.');
  const half = new Fraction(1, 2).div(10 ** (text.split('.')[1]?.length ?? 0));
  return { low: new Fraction(text).sub(half), high: new Fraction(text).add(half) };
}

function both(a: Interval, b: Interval): Interval {
  if (!a || !b) return null;
  const low = a.low.compare(b.low) > 0 ? a.low : b.low;
  const high = a.high.compare(b.high) < 0 ? a.high : b.high;
  return low.compare(high) < 0 ? { low, high } : null;
}

const all = (...intervals: Interval[]): Interval => intervals.reduce(both, everything);

function sum(intervals: Interval[]): Interval {
  return intervals.reduce((a, b) => a && b && { low: a.low.add(b.low), high: a.high.add(b.high) }, { low: nothing, high: nothing } as Interval);
}

/** Points that give both printed figures of a row or a sum row. */
function points({ achieved, max, percent }: PrintedFigures): Interval {
  const share = shownAs(percent);
  const of = new Fraction(max).div(100);
  return all(shownAs(achieved), share && { low: share.low.mul(of), high: share.high.mul(of) });
}

const misprint = (id: string, where: string): Misprint | undefined =>
  knownMisprints.find((known) => known.evaluationId === id && known.where === where);

/** The printed figures, with what fits in place of a known misprint. */
function corrected(id: string, where: string, printed: PrintedFigures): PrintedFigures {
  const known = misprint(id, where);
  return known ? { ...printed, [known.figure]: known.fits } : printed;
}

const rowPoints = (id: string, { number, printed }: PrintedRow): Interval => points(corrected(id, `row ${number}`, printed));
const rowsSum = (id: string, area: PrintedTable): Interval => sum(area.questions.map((row) => rowPoints(id, row)));
const areaPoints = (id: string, area: PrintedTable): Interval =>
  all(rowsSum(id, area), points(corrected(id, `area ${area.number}`, area.total.printed)));

const rows = printedReports.flatMap(({ id, areas }) => areas.flatMap(({ questions }) => questions.map((row) => ({ id, number: row.number, row }))));
const areas = printedReports.flatMap((report) => report.areas.map((area) => ({ id: report.id, number: area.number, area })));

function report(id: string): PrintedReport {
  const found = printedReports.find((entry) => entry.id === id);
  if (!found) throw new Error(id);
  return found;
}

function table(id: string, number: number): PrintedTable {
  const found = report(id).areas.find((area) => area.number === number);
  if (!found) throw new Error(`${id} ${number}`);
  return found;
}

describe('the sample', () => {
  it('is 34 evaluations, each once: four with rows, nine with areas, 21 with a total', () => {
    expect(new Set(printedEvaluations.map(({ id }) => id)).size).toBe(34);
    const count = (detail: string) => printedEvaluations.filter((entry) => entry.detail === detail).length;
    expect(['rows', 'areas', 'total'].map(count)).toEqual([4, 9, 21]);
    expect(rows).toHaveLength(180);
    expect(areas).toHaveLength(32);
    expect(printedEvaluation('se-norsjo-2015')?.municipality).toBe('Norsjö');
    expect(printedEvaluation('se-nowhere-1999')).toBeUndefined();
  });

  it('has numbers equal to what is printed', () => {
    const number = (text: string) => Number(text.replace('%', '').replace(',', '.'));
    for (const { achieved, max, percent, printed } of [...rows.map(({ row }) => row), ...areas.map(({ area }) => area.total)])
      expect([achieved, max, percent]).toEqual([number(printed.achieved), number(printed.max), number(printed.percent)]);
  });
});

describe('one unrounded percent explains', () => {
  const sound = <T extends { id: string; number: string | number }>(entries: T[], kind: string) =>
    entries.filter(({ id, number }) => !misprint(id, `${kind} ${number}`));

  it.each(sound(rows, 'row'))('$id row $number', ({ row }) => {
    expect(points(row.printed)).not.toBeNull();
  });

  it.each(sound(areas, 'area'))('$id area $number, as the sum of its unrounded rows', ({ id, area }) => {
    expect(all(rowsSum(id, area), points(area.total.printed))).not.toBeNull();
    expect(area.questions.reduce((total, { max }) => total + max, 0)).toBe(area.total.max);
  });

  it.each(sound(areas.filter(({ area }) => area.heading_box), 'box'))('$id score box $number, equal to the table', ({ id, area }) => {
    expect(all(areaPoints(id, area), shownAs(area.heading_box ?? ''))).not.toBeNull();
  });

  it.each(printedReports.filter(({ total }) => total.printed))('$id grand total, as the sum of unrounded areas', ({ id, areas: tables, total }) => {
    expect(all(sum(tables.map((area) => areaPoints(id, area))), shownAs(total.printed ?? ''))).not.toBeNull();
  });

  it.each(printedEvaluations.filter(({ detail }) => detail === 'areas'))('$id total, from its printed areas', ({ areas: printed, total }) => {
    const intervals = (printed ?? []).map(({ total: { achieved } }) => shownAs(`${achieved}`));
    expect(intervals).toHaveLength(8);
    expect(all(sum(intervals), shownAs(total.printed ?? ''))).not.toBeNull();
  });

  it('the total of Norrköping, which a sum of rounded areas cannot: it is 492 at least', () => {
    const { id, areas: tables, total } = report('se-norrkoping-2010');
    const least = tables.reduce((whole, area) => whole.add((areaPoints(id, area)?.low ?? nothing).add('1/2').floor()), nothing);
    expect([least.toString(), total.printed]).toEqual(['492', '491']);
  });
});

describe('a known misprint', () => {
  const figureAt = ({ evaluationId, where, figure }: Misprint): string | null | undefined => {
    const [kind, number = ''] = where.split(' ');
    if (kind === 'row') return rows.find((entry) => entry.id === evaluationId && entry.number === number)?.row.printed[figure];
    const area = table(evaluationId, Number(number));
    return kind === 'box' ? area.heading_box : area.total.printed[figure];
  };

  it.each(knownMisprints)('$evaluationId $where prints what is said and could not be what fits', (known) => {
    expect(figureAt(known)).toBe(known.printed);
    expect(known.printed).not.toBe(known.fits);
  });

  it('Norsjö 6.4: no percent gives 51 and 9 of 15; 61 does, and only then is area 6 the printed 52', () => {
    const area = table('se-norsjo-2015', 6);
    const row = area.questions.find(({ number }) => number === '6.4') as PrintedRow;
    expect(points(row.printed)).toBeNull();
    expect(points({ ...row.printed, percent: '61' })).not.toBeNull();
    const others = sum(area.questions.filter(({ number }) => number !== '6.4').map((other) => points(other.printed)));
    const whole = (percent: string) => {
      const share = shownAs(percent);
      return sum([others, share && { low: share.low.mul(15).div(100), high: share.high.mul(15).div(100) }]);
    };
    expect(area.total.printed.achieved).toBe('52');
    expect(all(whole('61'), points(area.total.printed))).not.toBeNull();
    expect(all(whole('51'), points(area.total.printed))).toBeNull();
  });

  it('Nässjö area 2: the rows and the 60 percent allow 60, neither allows 61', () => {
    const area = table('se-nassjo-2019', 2);
    const whole = rowsSum('se-nassjo-2019', area);
    expect([whole?.low.equals('59.45'), whole?.high.equals('60.45')]).toEqual([true, true]);
    expect(points(area.total.printed)).toBeNull();
    expect(all(whole, shownAs('61'))).toBeNull();
    expect(all(whole, shownAs('60'), shownAs(area.total.printed.percent))).not.toBeNull();
    expect(area.heading_box).toBe('61');
  });

  it('Nässjö box 3: the rows allow 74 or 75, the table with its 74 and 74 percent only 74', () => {
    const area = table('se-nassjo-2019', 3);
    const whole = rowsSum('se-nassjo-2019', area);
    expect(all(whole, shownAs('75'))).not.toBeNull();
    expect(all(whole, points(area.total.printed))).not.toBeNull();
    expect(all(points(area.total.printed), shownAs('75'))).toBeNull();
  });

  it('is one of four, all proven above', () => {
    expect(knownMisprints.map(({ evaluationId, where }) => `${evaluationId} ${where}`)).toEqual([
      'se-norsjo-2015 row 6.4',
      'se-nassjo-2019 area 2',
      'se-nassjo-2019 box 2',
      'se-nassjo-2019 box 3',
    ]);
  });
});
