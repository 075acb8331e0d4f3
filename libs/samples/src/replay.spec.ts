import {
  areaSums, asExact, composeReport, defaultPolicy, divergenceOf, exact, instrumentFaults, percentTextSchema,
  pointsOf, prefillOf, proposalFact, questionsOf, settledPercent, shown, totalOf, type EvaluationState,
} from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import fc from 'fast-check';
import { evaluator, instrumentOf, play, reveal, sampleState, seal, settle } from './evaluation-samples';
import { knownMisprints, printedEvaluation, printedEvaluations, printedReports, type PrintedEvaluation, type PrintedReport } from './printed';
import { ReplayRefusal, replayPlan, type ReplayPlan } from './replay';

const cases = printedReports.flatMap((report) => [2, 3].map((evaluators) => ({ id: report.id, report, evaluators })));
const plain = (text: string): string => text.replace('%', '').trim();
const comma = (text: string): string => text.replace('.', ',');
const percentsOf = (plan: ReplayPlan): Record<string, string> => Object.fromEntries(Object.entries(plan.settled).map(([number, { percent }]) => [number, percent]));
const marksOf = (plan: ReplayPlan, number: string) => plan.sheets.map((sheet, at) => ({ person: evaluator(at + 1), percent: asExact(exact(sheet[number]?.percent ?? '')) }));
const bandsOf = (plan: ReplayPlan): string[] => questionsOf(plan.instrument).map(({ number, max }) => divergenceOf(marksOf(plan, number), max, defaultPolicy).band);

/** Every printed figure of the tables by its place: `row 6.4 percent`. */
function printedFigures({ areas, total }: PrintedReport): Record<string, string> {
  const figures = areas.flatMap((area) => [
    ...area.questions.flatMap(({ number, printed }) => [[`row ${number} achieved`, printed.achieved], [`row ${number} percent`, plain(printed.percent)]]),
    [`area ${area.number} achieved`, area.total.printed.achieved],
    [`area ${area.number} percent`, plain(area.total.printed.percent)],
    ...(area.heading_box ? [[`box ${area.number} achieved`, area.heading_box]] : []),
  ]);
  return Object.fromEntries([...figures, ...(total.printed ? [['total achieved', total.printed]] : [])]) as Record<string, string>;
}

/** The same figures from the settled percents, by the rules of the product. */
function replayedFigures(plan: ReplayPlan, printed: PrintedReport): Record<string, string> {
  const percents = percentsOf(plan);
  const sums = areaSums(plan.instrument, percents);
  const rows = questionsOf(plan.instrument).flatMap(({ number, max }) => [
    [`row ${number} achieved`, comma(shown(pointsOf(percents[number] ?? '', max), plan.decimals))],
    [`row ${number} percent`, shown(percents[number] ?? '', 0)],
  ]);
  const areas = sums.flatMap(({ area, points }, at) => [
    [`area ${area} achieved`, comma(shown(points, plan.decimals))],
    [`area ${area} percent`, shown(points, 0)],
    ...(printed.areas[at]?.heading_box ? [[`box ${area} achieved`, comma(shown(points, plan.decimals))]] : []),
  ]);
  return Object.fromEntries([...rows, ...areas, ...(printed.total.printed ? [['total achieved', shown(totalOf(sums), 0)]] : [])]) as Record<string, string>;
}

const corrected = (plan: ReplayPlan): Record<string, string> => Object.fromEntries(plan.misprints.map(({ where, figure, used }) => [`${where} ${figure}`, used]));

/** A made-up printed entry: areas of [maximum, achieved, percent] with their printed total. */
function entryOf(areas: { rows: readonly (readonly [number, number, number])[]; achieved: number; percent?: number }[], more: Partial<PrintedEvaluation> = {}): PrintedEvaluation {
  return {
    id: 'xx-fjärrvik-2031', country: 'SE', municipality: 'Fjärrvik', year: 2031, revision: 'egen', detail: 'rows', total: { printed: null, value: null }, source: { type: 'made up' },
    areas: areas.map(({ rows, ...total }, at) => ({
      number: at + 1, title: null, total,
      questions: rows.map(([max, achieved, percent], index) => ({ number: `${at + 1}.${index + 1}`, title: `Fråga ${index + 1}`, max, achieved, percent, printed: { achieved: `${achieved}`, max: `${max}`, percent: `${percent}` } })),
    })),
    ...more,
  };
}

/** The whole evaluation by the ledger: blind sheets, reveal, proposals checked by the rules, approvals. */
function playedThrough(plan: ReplayPlan): EvaluationState {
  const numbers = questionsOf(plan.instrument).map(({ number }) => number);
  const state = sampleState({ evaluators: plan.sheets.length, instrument: plan.instrument });
  const opened = play(state, ...plan.sheets.map((sheet, at) => seal(evaluator(at + 1), Object.fromEntries(numbers.map((number) => [number, sheet[number]?.percent ?? '0'])))), reveal(numbers));
  return numbers.reduce((next, number) => {
    const { percent, text, cause, reason } = plan.settled[number] as ReplayPlan['settled'][string];
    const fact = proposalFact(next, { question: number, round: 1, answers: null, percent: settledPercent(percent), text, reason, cause });
    return settle(next, number, fact.percent, fact);
  }, opened);
}

describe('replaying a printed report', () => {
  it.each(cases)('$id with $evaluators gives every printed figure but the named ones', ({ report, evaluators }) => {
    const plan = replayPlan(report, evaluators);
    expect(replayedFigures(plan, report)).toEqual({ ...printedFigures(report), ...corrected(plan) });
  });

  it.each(cases)('$id with $evaluators names the known misprints and no other', ({ id, report, evaluators }) => {
    const named = replayPlan(report, evaluators).misprints.map(({ where, figure, printed, used }) => ({ where, figure, printed, used }));
    expect(named).toEqual(knownMisprints.filter(({ evaluationId }) => evaluationId === id).map(({ where, figure, printed, fits }) => ({ where, figure, printed, used: fits })));
  });

  it.each(cases)('$id with $evaluators: a third diverges, five of them much', ({ report, evaluators }) => {
    const bands = bandsOf(replayPlan(report, evaluators));
    const count = (band: string): number => bands.filter((found) => found === band).length;
    expect([count('within'), count('amber'), count('red')]).toEqual([30, 10, 5]);
  });

  it.each(cases)('$id with $evaluators: what does not diverge starts from the settled percent, what does has cause and reason', ({ report, evaluators }) => {
    const plan = replayPlan(report, evaluators);
    let unequal = 0;
    for (const { number, max } of questionsOf(plan.instrument)) {
      const marks = marksOf(plan, number);
      const { cause, reason, percent } = plan.settled[number] as ReplayPlan['settled'][string];
      const { band } = divergenceOf(marks, max, defaultPolicy);
      const prefill = prefillOf(marks, max, defaultPolicy);
      if (prefill.kind === 'mean') unequal += 1;
      expect(prefill.percent).toBe(band === 'within' ? settledPercent(percent) : null);
      expect([cause !== null, reason !== '']).toEqual([band !== 'within', band !== 'within']);
    }
    expect(unequal).toBeGreaterThan(5);
  });

  it.each(cases)('$id with $evaluators passes the rules from the first seal to a report equal to print', ({ report, evaluators }) => {
    const plan = replayPlan(report, evaluators);
    const { areas, total } = composeReport(playedThrough(plan), {}, 1, plan.decimals);
    const rows = areas.flatMap((area) => area.rows.flatMap((row) => [[`row ${row.number} achieved`, row.achieved], [`row ${row.number} percent`, row.percent]]));
    const sums = areas.flatMap((area) => [[`area ${area.number} achieved`, area.total.achieved], [`area ${area.number} percent`, area.total.percent]]);
    const expected = { ...printedFigures(report), ...corrected(plan) };
    const found: Record<string, string> = Object.fromEntries([...rows, ...sums, ['total achieved', total.achieved]]);
    for (const [place, figure] of Object.entries(expected)) if (!place.startsWith('box')) expect([place, found[place]]).toEqual([place, figure]);
  });

  it.each(printedReports.map((report) => ({ id: report.id, report })))('$id finds its shipped instrument, municipality and decimals', ({ report }) => {
    const plan = replayPlan(report, 2);
    expect(plan.instrument).toBe(shippedInstrument(report.instrument));
    expect([plan.municipality.name, plan.municipality.code?.length, plan.year]).toEqual([report.municipality, 4, report.year]);
    expect(plan.decimals).toBe(report.id === 'se-norrkoping-2010' ? 1 : 0);
  });

  it('is the same for the same seed and another for another; settled percents never depend on it', () => {
    const report = printedReports[0] as PrintedReport;
    expect(replayPlan(report, 2, 7)).toEqual(replayPlan(report, 2, 7));
    expect(replayPlan(report, 2, 8).sheets).not.toEqual(replayPlan(report, 2, 7).sheets);
    expect(percentsOf(replayPlan(report, 3, 8))).toEqual(percentsOf(replayPlan(report, 2, 7)));
  });

  it.each([2, 3, 4, 5, 6])('keeps bands and ranges for %i evaluators and any seed', (evaluators) => {
    for (let seed = 1; seed <= 12; seed++) {
      const plan = replayPlan(printedReports[seed % 4] as PrintedReport, evaluators, seed);
      expect(bandsOf(plan).filter((band) => band !== 'within')).toHaveLength(15);
      for (const sheet of plan.sheets)
        for (const { percent, rationale, strengths, improvements, evidence } of Object.values(sheet)) {
          expect([percentTextSchema.safeParse(percent).success, percent.includes('.'), rationale !== '']).toEqual([true, true, true]);
          expect(Math.min(strengths.length, improvements.length, evidence.length)).toBeGreaterThan(0);
        }
    }
  });
});

describe('replaying any entry of that format', () => {
  const odd = entryOf([
    { rows: [[40, 10, 25], [35, 35, 100], [25, 0, 0]], achieved: 45, percent: 45 },
    { rows: [[100, 33, 33]], achieved: 33 },
    { rows: [[12.5, 6, 50], [37.5, 19, 50], [50, 5, 10]], achieved: 30, percent: 30 },
  ]);

  it('takes an unknown municipality and other maxima, with an instrument from print', () => {
    const plan = replayPlan(odd, 3);
    expect(plan.municipality).toEqual({ code: null, name: 'Fjärrvik' });
    expect([plan.instrument.id, instrumentFaults(plan.instrument), plan.misprints]).toEqual(['printed-xx-fjarrvik-2031', [], []]);
    expect(plan.instrument.areas.map(({ title, headings, questions }) => [title.sv, headings, questions.map(({ max, criteria }) => [max, criteria.length])])).toEqual([
      ['Område 1', [], [[40, 1], [35, 1], [25, 1]]],
      ['Område 2', [], [[100, 1]]],
      ['Område 3', [], [[12.5, 1], [37.5, 1], [50, 1]]],
    ]);
    expect(areaSums(plan.instrument, percentsOf(plan)).map(({ points }) => shown(points, 0))).toEqual(['45', '33', '30']);
    expect(bandsOf(plan).filter((band) => band === 'within')).toHaveLength(5);
  });

  it('finds percents for whatever was printed from percents in tenths: nothing is a misprint then', () => {
    const maxima = fc.constantFrom([20, 30, 50], [15, 25, 15, 20, 25], [10, 20, 20, 15, 20, 15], [12.5, 37.5, 50], [100]);
    const areas = fc.array(maxima.chain((list) => fc.tuple(fc.constant(list), fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: list.length, maxLength: list.length }))), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(areas, fc.integer({ min: 0, max: 1 }), (tables, decimals) => {
      const instrument = instrumentOf(...tables.map(([list]) => list));
      const percents = Object.fromEntries(tables.flatMap(([, tenths], area) => tenths.map((value, at): [string, string] => [`${area + 1}.${at + 1}`, `${value}/10`])));
      const sums = areaSums(instrument, percents);
      const print = (points: string, percent: string) => ({ achieved: comma(shown(points, decimals)), percent: `${shown(percent, 0)} %` });
      const printed = {
        ...entryOf([]), total: { printed: shown(totalOf(sums), 0), value: null },
        areas: instrument.areas.map(({ number, questions }, at) => ({
          number, title: null, total: { achieved: 0, printed: { max: '100', ...print(sums[at]?.points ?? '', sums[at]?.points ?? '') } },
          questions: questions.map((question) => ({ number: question.number, title: 'x', max: question.max, achieved: 0, percent: 0, printed: { max: `${question.max}`, ...print(pointsOf(percents[question.number] ?? '', question.max), percents[question.number] ?? '') } })),
        })),
      };
      expect(replayPlan(printed, 2).misprints).toEqual([]);
    }), { numRuns: 60 });
  }, 30_000);

  it('keeps the intended bands at the ends of the scale', () => {
    const plan = replayPlan(entryOf(Array.from({ length: 3 }, () => ({ rows: [[50, 0, 0], [50, 50, 100]] as const, achieved: 50 }))), 2);
    expect(bandsOf(plan).sort()).toEqual(['amber', 'red', 'within', 'within', 'within', 'within']);
    expect(percentsOf(plan)).toMatchObject({ '1.1': '0.0', '1.2': '100.0' });
  });

  it('moves percents inside their rows until areas and total fit', () => {
    // Rows allow 48.9 up to 50.9 each; both areas print 50, and the total of 99 needs both at their lower ends.
    const rows = [[50, 25, 50], [50, 25, 50]] as const;
    const plan = replayPlan(entryOf([{ rows, achieved: 50 }, { rows, achieved: 50 }], { total: { printed: '99', value: 99 } }), 2);
    const sums = areaSums(plan.instrument, percentsOf(plan));
    expect([...sums.map(({ points }) => shown(points, 0)), shown(totalOf(sums), 0), plan.misprints.length]).toEqual(['50', '50', '99', 0]);
  });

  it('names inconsistent rows, areas and totals instead of refusing', () => {
    const plan = replayPlan(entryOf([{ rows: [[50, 20, 90], [50, 60, 50]], achieved: 90, percent: 12 }], { total: { printed: '700,5', value: 700.5 } }), 2);
    expect(plan.misprints.map(({ where, figure, printed }) => `${where} ${figure} ${printed}`)).toEqual([
      'row 1.1 percent 90', 'row 1.2 achieved 60', 'area 1 achieved 90', 'area 1 percent 12', 'total achieved 700,5',
    ]);
    for (const { reason, used } of plan.misprints) expect(reason).toContain(used.replace(',', '.'));
  });

  it('replays an entry whose figures come as numbers only, and one of another country', () => {
    const [area] = odd.areas ?? [];
    const bare = { ...odd, country: 'NO', municipality: 'Alvesta', areas: [{ ...area, questions: area?.questions?.map(({ printed: _, ...row }) => row) }] } as unknown as PrintedEvaluation;
    const plan = replayPlan(bare, 2);
    expect([plan.municipality.code, plan.misprints]).toEqual([null, []]);
    expect(shown(totalOf(areaSums(plan.instrument, percentsOf(plan))), 0)).toBe('45');
  });

  const refused = (entry: PrintedEvaluation, evaluators = 2): string => {
    try {
      replayPlan(entry, evaluators);
    } catch (error) {
      if (error instanceof ReplayRefusal) return error.message;
      throw error;
    }
    return '';
  };

  it('refuses in plain words what has no rows, does not sum to 100 or lies outside 0 to 100', () => {
    const whole = { rows: [[100, 50, 50]] as const, achieved: 50 };
    expect(refused(printedEvaluation('se-vallentuna-2021') as PrintedEvaluation)).toBe('se-vallentuna-2021: only totals are known: nothing to replay');
    expect(refused(entryOf([{ rows: [[60, 30, 50], [30, 10, 33]], achieved: 40 }]))).toBe('xx-fjärrvik-2031: the maxima of area 1 add up to 90, not 100');
    expect(refused(entryOf([{ rows: [[100, 101, 101]], achieved: 100 }]))).toBe('xx-fjärrvik-2031: 1.1 prints 101 percent, which is outside 0 to 100');
    expect(refused(entryOf([whole, { rows: [], achieved: 50 }]))).toBe('xx-fjärrvik-2031: area 2 has no rows: it cannot be replayed');
    expect(refused(entryOf([whole]), 1)).toBe('2 to 20 evaluators can replay, not 1');
    const twice = entryOf([{ rows: [[50, 25, 50], [50, 25, 50]], achieved: 50 }]);
    const doubled = { ...twice, areas: twice.areas?.map((area) => ({ ...area, questions: area.questions?.map((row) => ({ ...row, number: '1.1' })) })) };
    expect(refused(doubled)).toBe('xx-fjärrvik-2031: 1.1: duplicate-question (1.1)');
  });

  it('refuses every published entry without rows and no other', () => {
    expect(printedEvaluations.filter((entry) => refused(entry) === '').map(({ id }) => id)).toEqual(printedReports.map(({ id }) => id));
  });
});
