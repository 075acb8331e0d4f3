import { composeReport, emptySheet } from '@samsyn/domain';
import { evaluator, play, reveal, sampleState, seal, settle } from '@samsyn/samples';
import { unzipSync, zipSync } from 'fflate';
import readWorkbook from 'read-excel-file/universal';
import { workbookParts } from '../instrument';
import { sheetsOfReport, type SheetWords } from './report-workbook';

const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
const head = Object.fromEntries(['code', 'municipality', 'year', 'version', 'model', 'area', 'number', 'question', 'achieved', 'max', 'percent', 'exactly', 'text', 'method', 'total'].map((key) => [key, key])) as unknown as SheetWords['head'];

describe('the report as a workbook', () => {
  const away = { ...emptySheet, standing: 'notApplicable' as const, rationale: 'Finns inte här.' };
  const fifty = Object.fromEntries(numbers.map((number) => [number, 50]));
  const state = play({ ...sampleState(), municipality: { code: '0180', name: 'Stockholm' } }, seal(evaluator(1), { ...fifty, '1.1': 0, '1.2': null }), seal(evaluator(2), { ...fifty, '1.1': away }), reveal(numbers));
  const report = composeReport(numbers.reduce((next, number) => settle(next, number, '45.7'), state), { [evaluator(1)]: { name: 'Ana', organisation: '' }, [evaluator(2)]: { name: 'Luis', organisation: '' } }, 1);

  it('keeps 0180, the printed figures as numbers and the words for no value, when it is read again', async () => {
    const { packedWorkbook } = await workbookParts();
    const packed = packedWorkbook(sheetsOfReport(report, 'sv', { sheets: ['Om', 'Frågor', 'Områden'], head, instead: (standing) => standing, method: (method) => method }));
    // Packed anew without squeezing, as our own reader does.
    const read = { sheets: Object.fromEntries((await readWorkbook(zipSync(unzipSync(packed), { level: 0 }).buffer)).map(({ sheet, data }) => [sheet, data])) };
    expect(read.sheets['Om']?.[1]?.slice(0, 4)).toEqual(['0180', 'Stockholm', sampleState().year, 1]);
    expect([read.sheets['Frågor']?.length, read.sheets['Frågor']?.[1]?.slice(1, 7), read.sheets['Frågor']?.[1]?.slice(9)]).toEqual([6, ['1.1', 'Fråga 1.1', 9, 20, 46, '457/50'], [0, 'notApplicable']]);
    expect(read.sheets['Frågor']?.[2]?.slice(9)).toEqual(['cannotAssess', 50]);
    expect(read.sheets['Områden']?.at(-1)?.slice(1)).toEqual(['total', 91, 200, null, '457/5']);
  });
});
