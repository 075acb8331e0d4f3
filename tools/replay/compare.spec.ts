import { composeReport, exact, type Report } from '@samsyn/domain';
import { instrumentOf, printedReports, replayPlan, settledState, knownMisprints, type PrintedEvaluation } from '@samsyn/samples';
import { compareWithPrint, linesOf, type Compared, type NamedMisprint } from './compare';

const reportOf = (printed: PrintedEvaluation): { report: Report; misprints: readonly NamedMisprint[] } => {
  const plan = replayPlan(printed, 2);
  const percents = Object.fromEntries(Object.entries(plan.settled).map(([number, { percent }]) => [number, exact(percent).toFraction()]));
  const misprints = [...knownMisprints.filter(({ evaluationId }) => evaluationId === printed.id), ...plan.misprints];
  return { report: composeReport(settledState(percents, { instrument: plan.instrument }), {}, 1, plan.decimals), misprints };
};
const oddOnes = (compared: readonly Compared[]) => compared.filter(({ verdict }) => verdict !== 'equal').map(({ where, figure, printed, ours, verdict }) => [where, figure, printed, ours, verdict].join(' '));

const made: PrintedEvaluation = {
  id: 'xx-fjarrvik-2031', country: 'SE', municipality: 'Fjärrvik', year: 2031, revision: 'egen', detail: 'rows', total: { printed: '51', value: 51 }, source: { type: 'made up' },
  areas: [{
    number: 1, title: 'Ett', heading_box: '51', total: { achieved: 51, max: 100, percent: 51 },
    questions: [
      { number: '1.1', title: 'a', max: 60, achieved: 30, percent: 50, printed: { achieved: '30', max: '60', percent: '50 %' } },
      { number: '1.2', title: 'b', max: 40, achieved: 21, percent: 52.5, printed: { achieved: '21,0', max: '40', percent: '52,5%' } },
    ],
  }],
};
const ownReport = composeReport(settledState({ '1.1': '50', '1.2': '105/2' }, { instrument: instrumentOf([60, 40]) }), {}, 1);

describe('compareWithPrint', () => {
  it.each(printedReports.map((printed) => [printed.id, printed] as const))('finds every figure of %s equal or a named misprint', (id, printed) => {
    const { report, misprints } = reportOf(printed);
    const compared = compareWithPrint(printed, report, misprints);
    expect(oddOnes(compared).filter((line) => line.endsWith('differs'))).toEqual([]);
    expect(oddOnes(compared)).toHaveLength(knownMisprints.filter((misprint) => misprint.evaluationId === id).length);
    expect(new Set(compared.filter(({ where }) => where.startsWith('row')).map(({ where }) => where)).size).toBe(45);
  });

  it('compares with as many decimals as print has, rounded once', () => {
    expect(oddOnes(compareWithPrint(made, ownReport, []))).toEqual([]);
  });

  it('tells a wrong figure by its place, and a named misprint only where it is that very figure', () => {
    const wrong = { ...made, total: { printed: '52', value: 52 } };
    const misprint: NamedMisprint = { where: 'total', figure: 'achieved', printed: '52', reason: 'Fel summa.' };
    expect(oddOnes(compareWithPrint(wrong, ownReport, []))).toEqual(['total achieved 52 51 differs']);
    expect(oddOnes(compareWithPrint(wrong, ownReport, [misprint]))).toEqual(['total achieved 52 51 misprint']);
    expect(oddOnes(compareWithPrint(wrong, ownReport, [{ ...misprint, printed: '53' }]))).toEqual(['total achieved 52 51 differs']);
    expect(linesOf(compareWithPrint(wrong, ownReport, [misprint])).at(-1)).toBe('11 printed figures: 10 equal, 1 named misprints, 0 differ');
  });

  it('tells a row that the report lacks', () => {
    const more = { ...made, areas: (made.areas ?? []).map((area) => ({ ...area, questions: [...(area.questions ?? []), { number: '1.3', title: 'c', max: 5, achieved: 1, percent: 20, printed: { achieved: '1', max: '5', percent: '20' } }] })) };
    expect(oddOnes(compareWithPrint(more, ownReport, []))).toEqual(['row 1.3 achieved 1  differs', 'row 1.3 max 5  differs', 'row 1.3 percent 20  differs']);
  });
});
