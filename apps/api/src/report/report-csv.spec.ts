import { composeReport, emptySheet } from '@samsyn/domain';
import { evaluator, play, reveal, sampleState, seal, settle, settledState } from '@samsyn/samples';
import { reportCsv } from './report-csv';

const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];

describe('the report as CSV', () => {
  it('tells "kan inte bedöma" and "ej tillämpligt" apart, and both from 0', () => {
    const fifty = Object.fromEntries(numbers.map((number) => [number, 50]));
    const away = { ...emptySheet, standing: 'notApplicable' as const, rationale: 'Finns inte här.' };
    const opened = play(sampleState(), seal(evaluator(1), { ...fifty, '1.1': 0, '1.2': null }), seal(evaluator(2), { ...fifty, '1.1': away }), reveal(numbers));
    const report = composeReport(numbers.reduce((state, number) => settle(state, number, '50'), opened), { [evaluator(1)]: { name: 'Ana', organisation: '' }, [evaluator(2)]: { name: '=Luis', organisation: '' } }, 1);
    const lines = reportCsv(report).split('\r\n').map((line) => line.split(';').slice(14));
    expect([lines[0], lines[1], lines[2], lines[3], lines[4]]).toEqual([['Ana %', "'=Luis %"], ['0,0', 'ej tillämpligt'], ['kan inte bedöma', '50,0'], ['50,0', '50,0'], ['', '']]);
  });

  it('keeps a code that begins with 0 as text', () => {
    const codes = (code: string | null) => reportCsv({ ...composeReport(settledState({}), {}, 1), municipality: { code, name: 'Stockholm' } }).split('\r\n').slice(1, 3).map((line) => line.split(';')[0]);
    expect([codes('0180'), codes('2417'), codes(null)]).toEqual([["'0180", "'0180"], ['2417', '2417'], ['', '']]);
  });
});
