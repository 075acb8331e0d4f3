import { evaluator, instrumentOf, openRound, play, reveal, sampleInstrument, samplePeople, sampleState, seal, settle, settledState } from '@samsyn/samples';
import fc from 'fast-check';
import type { Policy } from '../evaluation';
import { Refusal } from '../refusal';
import { emptySheet, exact, shown, sumOf, swedish } from '../scoring';
import { composeReport } from './compose-report';
import { reportSchema, unsignedReport } from './report';

const names = { [evaluator(1)]: { name: 'Anna Ek', organisation: 'SKR' }, [evaluator(2)]: { name: 'Bo Al', organisation: 'Tranås kommun' } };
const quarters = instrumentOf([25, 25, 25, 25]);

describe('the report', () => {
  it('has every row, sum and total from exact fractions, rounded once', () => {
    const { areas, total } = composeReport(settledState({ '1.1': '457/10', '1.2': '50', '1.3': '33', '2.1': '62.5', '2.2': '0' }), names, 1);
    expect(areas.map((area) => [area.rows.map(({ number, achieved, max, percent }) => [number, achieved, max, percent]), area.total.achieved, area.total.percent, area.total.exact])).toEqual([
      [[['1.1', '9', '20', '46'], ['1.2', '15', '30', '50'], ['1.3', '17', '50', '33']], '41', '41', '1016/25'],
      [[['2.1', '38', '60', '63'], ['2.2', '0', '40', '0']], '38', '38', '75/2'],
    ]);
    expect(total).toEqual({ achieved: '78', max: '200', exact: '3907/50' });
  });

  it('says when shown rows do not add up to the shown sum', () => {
    const differ = (percent: string, decimals = 0) => composeReport(settledState(Object.fromEntries(['1.1', '1.2', '1.3', '1.4'].map((number) => [number, percent])), { instrument: quarters }), names, 1, decimals).areas[0];
    expect([differ('54')?.total.achieved, differ('54')?.rows[0]?.achieved, differ('54')?.rowsDiffer]).toEqual(['54', '14', true]);
    expect(differ('60')?.rowsDiffer).toBe(false);
    expect([differ('54', 1)?.rows[0]?.achieved, differ('54', 1)?.total.achieved, differ('54', 1)?.rowsDiffer]).toEqual(['13,5', '54,0', false]);
  });

  it('agrees with itself for any settled tenths: rows, sums, totals and the note', () => {
    const tenths = fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 5, maxLength: 5 });
    fc.assert(fc.property(tenths, fc.integer({ min: 0, max: 1 }), (values, decimals) => {
      const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
      const { areas, total } = composeReport(settledState(Object.fromEntries(numbers.map((number, at) => [number, exact(`${values[at]}/10`).toFraction()]))), names, 1, decimals);
      for (const area of areas) {
        expect(area.total.exact).toBe(sumOf(area.rows.map((row) => row.exact.achieved)));
        expect(area.rowsDiffer).toBe(!exact(sumOf(area.rows.map((row) => shown(row.exact.achieved, decimals)))).equals(shown(area.total.exact, decimals)));
        for (const row of area.rows) expect([row.achieved, row.percent]).toEqual([swedish(row.exact.achieved, decimals), swedish(row.exact.percent, 0)]);
      }
      expect([total.exact, total.achieved]).toEqual([sumOf(areas.map((area) => area.total.exact)), swedish(total.exact, 0)]);
    }), { numRuns: 40 });
  });

  it('holds everything that led to a figure, and its own form', () => {
    const sheet = { ...emptySheet, percent: '45.7', rationale: 'Så.', strengths: ['Tydligt ansvar.'], improvements: ['Följ upp.'], evidence: [{ kind: 'web' as const, text: 'Webbplatsen' }] };
    const others = Object.fromEntries(['1.2', '1.3', '2.1', '2.2'].map((number) => [number, 50]));
    const twice = play(
      sampleState(), seal(evaluator(1), { ...others, '1.1': 10 }), seal(evaluator(2), { ...others, '1.1': 90 }), reveal(['1.1', ...Object.keys(others)]),
      openRound(evaluator(2), '1.1', 2, 'Nytt underlag.'), seal(evaluator(1), { '1.1': sheet }, { round: 2 }), seal(evaluator(2), { '1.1': { ...sheet, percent: '60' } }, { round: 2 }), reveal(['1.1'], 2),
    );
    const state = Object.keys(others).reduce((next, number) => settle(next, number, '50'), settle(twice, '1.1', '50', { method: 'revote', reason: 'Enades.', text: 'Gemensam text.', cause: 'evidence' }));
    const report = composeReport(state, names, 1);
    expect(reportSchema.parse(report)).toEqual(report);
    const [row] = report.areas[0]?.rows ?? [];
    expect(row).toMatchObject({ method: 'revote', reason: 'Enades.', text: 'Gemensam text.', cause: 'evidence', proposedBy: evaluator(1), rounds: [{ round: 2, by: evaluator(2), reason: 'Nytt underlag.' }] });
    expect(row?.voices.map(({ person, round, percent }) => [person, round, percent?.printed])).toEqual([[evaluator(1), 1, '10,0'], [evaluator(2), 1, '90,0'], [evaluator(1), 2, '45,7'], [evaluator(2), 2, '60,0']]);
    expect([row?.approvedBy.map(({ person }) => person), row?.reveals.map(({ round }) => round)]).toEqual([[evaluator(1), evaluator(2)], [1, 2]]);
    expect(report.areas[0]?.strengths).toEqual([{ text: 'Tydligt ansvar.', question: '1.1', by: [evaluator(1), evaluator(2)] }]);
    expect(report.areas[0]?.improvements).toEqual([{ text: 'Följ upp.', question: '1.1', by: [evaluator(1), evaluator(2)] }]);
    expect(report.team.find(({ person }) => person === evaluator(2))).toMatchObject({ name: 'Bo Al', organisation: 'Tranås kommun', seat: 2, conflict: false });
    expect(report.team.find(({ person }) => person === samplePeople.contact)).toMatchObject({ name: '', role: 'contact' });
    expect(report.ledger).toEqual({ revision: state.revision, hash: state.hash });
  });

  it('carries what the instrument says of its areas and method, and nothing where it says nothing', () => {
    const percents = { '1.1': '50', '1.2': '50', '1.3': '50', '2.1': '50', '2.2': '50' };
    const introduction = { sv: 'Om området.', en: 'About the area.' };
    const method = [{ title: { sv: 'Så går det till', en: 'How it is done' }, text: { sv: 'Blint.', en: 'Blind.' } }];
    const bare = composeReport(settledState(percents), names, 1);
    expect(['method' in bare, ...bare.areas.map((area) => 'introduction' in area)]).toEqual([false, false, false]);
    const areas = sampleInstrument.areas.map((area) => (area.number === 2 ? { ...area, introduction } : area));
    const told = composeReport(settledState(percents, { instrument: { ...sampleInstrument, method, areas } }), names, 1);
    expect([told.method, told.areas.map((area) => area.introduction)]).toEqual([method, [undefined, introduction]]);
    expect(reportSchema.parse(told)).toEqual(told);
    expect([told.format, told.total]).toEqual([bare.format, bare.total]);
  });

  it('tells who took part from when to when, which conflict was declared, the whole policy and who signed', () => {
    const { coordinator } = samplePeople;
    const [gone, adjudicator] = ['00000000-0000-4000-8000-0000000000f1', '00000000-0000-4000-8000-0000000000f2'];
    const policy = { ...sampleState().policy, adjudicator };
    const state = play(
      settledState({}), { by: coordinator, fact: { kind: 'policyChanged', policy } }, { by: coordinator, fact: { kind: 'joined', person: gone, role: 'observer', seat: null } },
      { by: gone, fact: { kind: 'declared', person: gone, conflict: true, text: 'Min syster är kommundirektör.' } },
      ...[2, 1].map((seat) => ({ by: evaluator(seat), fact: { kind: 'lockSigned', version: 1, fingerprint: 'x' } }) as const),
    );
    const report = composeReport(state, names, 1);
    expect(reportSchema.parse(report)).toEqual(report);
    const left = report.team.find(({ person }) => person === gone);
    expect([left?.conflict, left?.conflictText, left?.leftAt === left?.declaredAt, Date.parse(left?.joinedAt ?? '') < Date.parse(left?.leftAt ?? '')]).toEqual([true, 'Min syster är kommundirektör.', true, true]);
    expect(report.team.filter(({ person }) => person !== gone).map(({ leftAt, conflictText }) => [leftAt, conflictText])).toEqual(report.team.slice(1).map(() => [null, undefined]));
    expect([report.policy.adjudicator, report.signatures?.map(({ person }) => person)]).toEqual([adjudicator, [evaluator(1), evaluator(2)]]);
    expect([unsignedReport(report).signatures, unsignedReport(report).ledger]).toEqual([[], { revision: 0, hash: '' }]);
  });

  it('names the limits in points and levels where the policy counts them, in every edition, and else says nothing of them', () => {
    const told = (edition: number, rules: Partial<Policy>) => composeReport(settledState({}, rules), names, 1, 0, edition).policy;
    const [first, plain] = [['amber', 'red', 'tolerance', 'areaPoints', 'totalPoints', 'revealUnit', 'judging'], told(2, {})];
    expect([Object.keys(told(1, {})), Object.keys(plain)]).toEqual([first, [...first, 'adjudicator']]);
    for (const edition of [1, 2]) expect(told(edition, { points: 2.5, bands: 2 })).toMatchObject({ points: 2.5, bands: 2 });
    const report = composeReport(settledState({}, { bands: 1 }), names, 1);
    expect([reportSchema.parse(report), report.policy]).toEqual([report, { ...plain, bands: 1 }]);
  });

  it('tells each change of the rules after the first seal that was approved, and says nothing where there was none', () => {
    const plain = settledState({});
    const change = (number: number, amber: number, answer: 'policyApproved' | 'policyDeclined', by: string) => [
      { by: evaluator(1), fact: { kind: 'policyProposed', before: plain.policy, policy: { ...plain.policy, amber }, reason: 'Skillnaderna är små.' } }, { by, fact: { kind: answer, proposal: number } },
    ] as const;
    const state = play(plain, ...change(1, 25, 'policyDeclined', evaluator(2)), ...change(2, 20, 'policyApproved', samplePeople.coordinator));
    const report = composeReport(state, names, 1);
    expect(['policyChanges' in composeReport(plain, names, 1), reportSchema.parse(report)]).toEqual([false, report]);
    const [, { at = '', ended = null } = {}] = state.policyProposals;
    expect(report.policyChanges).toEqual([{ number: 2, proposedBy: evaluator(1), proposedAt: at, approvedBy: samplePeople.coordinator, approvedAt: ended?.at, reason: 'Skillnaderna är små.', changes: [{ rule: 'amber', before: 15, after: 20 }] }]);
    expect(report.policy.amber).toBe(20);
  });

  it('tells the days of the work that were planned, and nothing where none was; when it is due is not in it', () => {
    const scheduled = (date: 'visitFrom' | 'consensus' | 'reportDue', to: string) => ({ by: samplePeople.coordinator, fact: { kind: 'scheduled' as const, changes: [{ date, from: null, to }] } });
    const due = composeReport(play(settledState({}), scheduled('reportDue', '2027-02-01')), names, 1);
    const report = composeReport(play(settledState({}), scheduled('consensus', '2026-12-14'), scheduled('visitFrom', '2026-12-03')), names, 1);
    expect(['dates' in due, report.dates, Object.keys(report.dates ?? {})]).toEqual([false, { visitFrom: '2026-12-03', consensus: '2026-12-14' }, ['visitFrom', 'consensus']]);
    expect(reportSchema.parse(report)).toEqual(report);
  });

  it('tells the talk: every proposal in order, with who said yes to it', () => {
    const state = settle(settle(settledState({}), '1.1', '60', { text: 'Först.', reason: 'För lågt.', method: 'discussed' }), '1.1', '70', { text: 'Sedan.', reason: 'Nytt underlag.', method: 'discussed' });
    const row = composeReport(state, names, 1).areas[0]?.rows[0];
    expect(row?.proposals?.map(({ number, percent, text, approvals }) => [number, percent.printed, text, approvals.length])).toEqual([[1, '50,0', '', 2], [2, '60,0', 'Först.', 2], [3, '70,0', 'Sedan.', 2]]);
  });

  it('is composed as it was in the first edition when an old one is proven', () => {
    const state = settledState({});
    const { edition, signatures, ...old } = composeReport(state, names, 1);
    const first = composeReport(state, names, 1, 0, 1);
    expect([edition, signatures, 'edition' in first, 'signatures' in first, 'adjudicator' in first.policy]).toEqual([2, [], false, false, false]);
    const areas = old.areas.map((area) => ({ ...area, rows: area.rows.map(({ proposals, ...row }) => (proposals?.length === 1 ? row : null)) }));
    expect(first).toEqual({ ...old, areas, policy: first.policy, team: first.team });
    expect(Object.keys(first.team[0] ?? {}).sort()).toEqual(['conflict', 'declaredAt', 'name', 'organisation', 'person', 'role', 'seat']);
    expect([unsignedReport(first), reportSchema.parse(first)]).toEqual([{ ...first, ledger: { revision: 0, hash: '' } }, first]);
  });

  it('prints "kan inte bedöma" as no percent, not as 0', () => {
    const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
    const opened = play(sampleState(), ...[1, 2].map((seat) => seal(evaluator(seat), Object.fromEntries(numbers.map((number) => [number, null])))), reveal(numbers));
    const report = composeReport(numbers.reduce((state, number) => settle(state, number, '50'), opened), names, 1);
    expect(report.areas[0]?.rows[0]?.voices.map(({ standing, percent }) => [standing, percent])).toEqual([['cannotAssess', null], ['cannotAssess', null]]);
    expect(reportSchema.safeParse(report).success).toBe(true);
  });

  it('is the same, byte for byte, for the same state', () => {
    const state = settledState({ '1.1': '457/10' });
    expect(JSON.stringify(composeReport(state, names, 1))).toBe(JSON.stringify(composeReport(structuredClone(state), names, 1)));
  });

  it('is refused while a question is not settled, naming it', () => {
    const state = play(settledState({}), openRound(evaluator(1), '1.2', 2));
    try {
      composeReport(state, names, 1);
      throw new Error('composed');
    } catch (error) {
      expect(error).toBeInstanceOf(Refusal);
      expect(error).toMatchObject({ code: 'report/not-ready', facts: { unsettled: ['1.2'] } });
    }
  });
});
