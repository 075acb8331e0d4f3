import { evaluator, openRound, play, reveal, sampleState, samplePeople, seal, settle } from '@samsyn/samples';
import fc from 'fast-check';
import { emptySheet } from '../scoring';
import { composeReport } from './compose-report';
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
    expect(reportDifference(first, { ...first, version: 2 })).toEqual({ from: 1, to: 2, total: null, areas: [], changes: [], same: true });
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

/** A report with something in every field: rounds, voices with evidence, reasons, a method, an introduction, a replacement, a conflict. */
function fullReport(): Report {
  const { coordinator } = samplePeople;
  const judged = { ...emptySheet, percent: '40', rationale: 'Så.', strengths: ['Tydligt ansvar.'], improvements: ['Följ upp.'], evidence: [{ kind: 'web' as const, text: 'Webbplatsen' }] };
  const others = ['1.2', '1.3', '2.1', '2.2'];
  const all = Object.fromEntries(others.map((number) => [number, 50]));
  const opened = play(
    sampleState(), seal(evaluator(1), { ...all, '1.1': judged }), seal(evaluator(2), { ...all, '1.1': { ...judged, percent: '90' } }), reveal(['1.1', ...others]),
    openRound(evaluator(2), '1.1', 2, 'Nytt underlag.'), seal(evaluator(1), { '1.1': judged }, { round: 2 }), seal(evaluator(2), { '1.1': judged }, { round: 2 }), reveal(['1.1'], 2),
    { by: coordinator, fact: { kind: 'replaced', seat: 2, left: evaluator(2), joined: evaluator(3), reason: 'Sjuk.' } },
    { by: evaluator(3), fact: { kind: 'declared', person: evaluator(3), conflict: false, text: '' } },
    { by: samplePeople.observer, fact: { kind: 'declared', person: samplePeople.observer, conflict: true, text: 'Släkt.' } },
    { by: coordinator, fact: { kind: 'policyProposed', before: sampleState().policy, policy: { ...sampleState().policy, amber: 20 }, reason: 'Små.' } },
    { by: evaluator(1), fact: { kind: 'policyApproved', proposal: 1 } },
  );
  const settled = ['1.1', ...others].reduce((state, number) => settle(state, number, '50', { method: 'revote', reason: 'Enades.', text: 'Gemensam text.', cause: 'evidence' }), opened);
  const told = { sv: 'Om det.', en: 'About it.' };
  const instrument = { ...settled.instrument, method: [{ title: told, text: told }], areas: settled.instrument.areas.map((area) => ({ ...area, introduction: told })) };
  return composeReport({ ...settled, instrument }, { [evaluator(1)]: { name: 'Ana', organisation: 'SKR' } }, 1);
}

type Place = readonly (string | number)[];
const leavesOf = (node: unknown, path: Place = []): Place[] => (typeof node === 'object' && node !== null ? Object.entries(node).flatMap(([key, value]) => leavesOf(value, [...path, Array.isArray(node) ? Number(key) : key])) : [path]);
const other = (value: unknown): unknown => (typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : value === null ? 'nu' : `${String(value)} nu`);
function changed(report: Report, path: Place): Report {
  const copy = structuredClone(report);
  const parent = path.slice(0, -1).reduce<unknown>((node, key) => (node as Record<string | number, unknown>)[key], copy) as Record<string | number, unknown>;
  const key = path.at(-1) ?? '';
  parent[key] = other(parent[key]);
  return copy;
}

describe('a change of any one value', () => {
  const report = fullReport();
  const places = leavesOf(report).filter(([head]) => !['version', 'ledger', 'signatures'].includes(String(head)));

  it('is found, in the earlier and in the later version, and its place is named', () => {
    expect(places.length).toBeGreaterThan(300);
    fc.assert(fc.property(fc.constantFrom(...places), fc.boolean(), (path, forwards) => {
      const altered = changed(report, path);
      const found = forwards ? reportDifference(report, altered) : reportDifference(altered, report);
      expect(found.same).toBe(false);
      const [head, at, field, rowAt, rowField] = path;
      if (head !== 'areas') return expect(found.changes.some((one) => one.path[0] === head) || (head === 'total' && found.total !== null)).toBe(true);
      const area = found.areas.find(({ number }) => number === report.areas[Number(at)]?.number);
      expect(area).toBeDefined();
      if (field === 'number' || !area) return;
      if (field === 'strengths' || field === 'improvements') return expect(area[field].added.length + area[field].removed.length + area.changes.filter((one) => one.path[0] === field).length).toBeGreaterThan(0);
      if (field !== 'rows') return expect(area.changes.some((one) => one.path[0] === field) || (field === 'total' && (area.achieved ?? area.percent) !== null)).toBe(true);
      const row = area.rows.find(({ number }) => number === report.areas[Number(at)]?.rows[Number(rowAt)]?.number);
      expect(row).toBeDefined();
      const named = rowField === 'achieved' || rowField === 'percent' || rowField === 'text' ? row?.[rowField] !== null : row?.changes.some((one) => one.path[0] === rowField);
      expect(rowField === 'number' || named).toBe(true);
    }), { numRuns: 600 });
  });

  it('says where: whose voice, in which round, and both values', () => {
    const find = (...tail: string[]): Place => places.find((path) => path.join('.').endsWith(tail.join('.'))) ?? [];
    const altered = changed(report, find('rows.0.voices.2.rationale'));
    expect(reportDifference(report, altered).areas[0]?.rows[0]?.changes).toEqual([{ path: ['voices', evaluator(1), '2', 'rationale'], before: 'Så.', after: 'Så. nu' }]);
    expect(reportDifference(report, changed(report, ['policy', 'amber'])).changes).toEqual([{ path: ['policy', 'amber'], before: 20, after: 21 }]);
  });

  it('names a row and an area that are only in one of them', () => {
    const fewer = { ...report, areas: report.areas.slice(0, 1).map((area) => ({ ...area, rows: area.rows.slice(1) })) };
    expect(reportDifference(report, fewer).areas.map(({ number, rows }) => [number, rows.map((row) => row.number)])).toEqual([[1, ['1.1']], [2, ['2.1', '2.2']]]);
    expect(reportDifference(fewer, report).areas.map(({ number, rows }) => [number, rows.map((row) => row.number)])).toEqual([[1, ['1.1']], [2, ['2.1', '2.2']]]);
  });
});
