import type { Report, ReportRow } from './report';
import { reportDifference } from './report-difference';

const row = (number: string, achieved: string, percent: string, exactPercent: string, text = ''): ReportRow => ({
  number, title: { sv: `Fråga ${number}`, en: `Question ${number}` }, achieved, max: '15', percent,
  exact: { achieved: '0', max: '15', percent: exactPercent }, text, method: 'equal', reason: '', cause: null, proposedBy: 'a', approvedBy: [], settledAt: '2026-12-01T10:00:00Z', reveals: [], rounds: [], voices: [],
});

const report = (version: number, total: string, area: string, rows: ReportRow[], strengths: string[] = []): Report => ({
  format: 'samsyn-report-1', evaluation: 'e', version, municipality: { code: '2417', name: 'Norsjö' }, year: 2015, sandbox: false,
  instrument: { id: 'kk-2010', revision: '2010', title: { sv: 'KommunKompassen', en: 'KommunKompassen' } }, decimals: 0,
  total: { achieved: total, max: '800', exact: total },
  areas: [{
    number: 6, title: { sv: 'Kommunen som arbetsgivare', en: 'The employer' }, headings: [], total: { achieved: area, max: '100', percent: area, exact: area }, rowsDiffer: false, rows,
    strengths: strengths.map((text) => ({ text, question: '6.4', by: ['a'] })), improvements: [],
  }],
  team: [], policy: { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'dimensions' }, ledger: { revision: 1, hash: '' },
});

describe('the difference between two locked versions', () => {
  it('is nothing between equal reports', () => {
    const first = report(1, '401', '52', [row('6.4', '8', '51', '51')]);
    expect(reportDifference(first, { ...first, version: 2 })).toEqual({ from: 1, to: 2, total: null, areas: [], same: true });
  });

  it('names total, area, row and text as they stand in print', () => {
    const found = reportDifference(report(1, '401', '51', [row('6.3', '5', '50', '50'), row('6.4', '8', '51', '51', 'Förr')]), report(2, '402', '52', [row('6.3', '5', '50', '50'), row('6.4', '9', '61', '61', 'Nu')]));
    expect(found.total).toEqual({ before: '401', after: '402' });
    expect(found.areas).toHaveLength(1);
    expect(found.areas[0]?.achieved).toEqual({ before: '51', after: '52' });
    expect(found.areas[0]?.rows).toEqual([expect.objectContaining({ number: '6.4', achieved: { before: '8', after: '9' }, percent: { before: '51', after: '61' }, text: { before: 'Förr', after: 'Nu' }, onlyExact: false })]);
  });

  it('still tells a change that rounding hides', () => {
    const found = reportDifference(report(1, '401', '52', [row('6.4', '9', '61', '61')]), report(2, '401', '52', [row('6.4', '9', '61', '611/10')]));
    expect(found.same).toBe(false);
    expect(found.areas[0]?.rows[0]).toEqual(expect.objectContaining({ achieved: null, percent: null, text: null, onlyExact: true }));
  });

  it('lists strengths that came and went', () => {
    const rows = [row('6.4', '9', '61', '61')];
    const found = reportDifference(report(1, '401', '52', rows, ['Värdegrund', 'Medarbetarsamtal']), report(2, '401', '52', rows, ['Medarbetarsamtal', 'Friskvård']));
    expect(found.areas[0]?.strengths).toEqual({ added: [{ text: 'Friskvård', question: '6.4' }], removed: [{ text: 'Värdegrund', question: '6.4' }] });
  });
});
