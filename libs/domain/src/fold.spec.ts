import { evaluator, openRound, play, propose, record, reveal, samplePeople, sampleInstrument, sampleState, seal, settle, settledState, withdraw } from '@samsyn/samples';
import { fold } from './fold';
import { defaultPolicy, noDates, type DateChange } from './evaluation';
import { blankState, type EvaluationState } from './state';

const [first, second] = [evaluator(1), evaluator(2)];
const question = (state: EvaluationState, number = '1.1') => state.questions[number];

describe('folding the ledger', () => {
  it('begins blank, with every question in its first round', () => {
    const blank = blankState('x', sampleInstrument);
    expect([blank.revision, blank.members, blank.scoringOpen, blank.locked]).toEqual([0, [], false, null]);
    expect(Object.values(blank.questions).map(({ number, round, openedRound }) => [number, round, openedRound])).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2'].map((number) => [number, 1, 0]));
  });

  it('takes revision and hash from each line and changes nothing given', () => {
    const before = sampleState();
    const copy = structuredClone(before);
    const { state, entries } = record(before, seal(first, { '1.1': 50 }), seal(second, { '1.1': 60 }), reveal(['1.1']));
    expect(before).toEqual(copy);
    expect([state.revision, state.hash]).toEqual([entries.at(-1)?.revision, entries.at(-1)?.hash]);
    expect(entries.map(({ revision }) => revision)).toEqual([1, 2, 3].map((step) => before.revision + step));
    expect(entries.map(({ previous }) => previous)).toEqual([before.hash, ...entries.slice(0, -1).map(({ hash }) => hash)]);
  });

  it('gives the same state from the same lines', () => {
    expect(settledState({ '1.1': '40' })).toEqual(settledState({ '1.1': '40' }));
  });

  it('records who, where and by which rules', () => {
    const state = sampleState({ evaluators: 3 });
    expect(state).toMatchObject({ municipality: { code: null, name: 'Exempelby' }, year: 2026, sandbox: true, scoringOpen: true, policyFrozen: false });
    expect(state.members.map(({ role, seat, active, declared }) => [role, seat, active, declared?.conflict])).toEqual([['coordinator', null, true, false], ['contact', null, true, false], ['observer', null, true, false], ['evaluator', 1, true, false], ['evaluator', 2, true, false], ['evaluator', 3, true, false]]);
    const policy = { ...defaultPolicy, amber: 20 };
    expect(play(state, { by: samplePeople.coordinator, fact: { kind: 'policyChanged', policy } }).policy).toEqual(policy);
  });

  it('keeps every proposed change of the rules with its answer; an approved one is the rules', () => {
    const before = play(sampleState(), seal(first, { '1.1': '45.7' }));
    const policy = { ...before.policy, amber: 20 };
    const proposed = play(before, ...[20, 25].map((amber) => ({ by: first, fact: { kind: 'policyProposed', before: before.policy, policy: { ...policy, amber }, reason: 'Små.' } }) as const));
    expect([proposed.policy, proposed.policyProposals.map(({ number, by, ended }) => [number, by, ended])]).toEqual([before.policy, [[1, first, null], [2, first, null]]]);
    const answers = (['policyApproved', 'policyDeclined', 'policyWithdrawn'] as const).map((kind) => play(proposed, { by: second, fact: { kind, proposal: 2 } }));
    expect(answers.map(({ policy: { amber }, policyProposals }) => [amber, policyProposals.map(({ ended }) => ended?.how)])).toEqual([[25, [undefined, 'approved']], [15, [undefined, 'declined']], [15, [undefined, 'withdrawn']]]);
  });

  it('keeps the newest of each planned date, and how often they were written', () => {
    const scheduled = (changes: DateChange[]) => ({ by: samplePeople.coordinator, fact: { kind: 'scheduled', changes } }) as const;
    const state = play(sampleState(), scheduled([{ date: 'visitFrom', from: null, to: '2026-12-03' }, { date: 'consensus', from: null, to: '2026-12-10' }]), scheduled([{ date: 'visitFrom', from: '2026-12-03', to: null }]));
    expect([sampleState().dates, sampleState().datesEdition, state.dates, state.datesEdition]).toEqual([noDates, 0, { ...noDates, consensus: '2026-12-10' }, 2]);
  });

  it('keeps a seal with its sheet, and freezes the rules', () => {
    const state = play(sampleState(), seal(first, { '1.1': '45.7' }));
    expect(question(state)?.seals).toMatchObject([{ person: first, round: 1, revision: state.revision, percent: '457/10', sheet: { percent: '45.7' } }]);
    expect([state.policyFrozen, question(state, '1.2')?.seals]).toEqual([true, []]);
  });

  it('forgets a withdrawn seal but for when', () => {
    const sealed = play(sampleState(), seal(first, { '1.1': 50, '1.2': 50 }), seal(second, { '1.1': 60 }));
    const back = play(sealed, withdraw(first, ['1.1']));
    expect(question(back)?.seals.map(({ person }) => person)).toEqual([second]);
    expect(question(back)?.withdrawn.map((taken) => Object.keys(taken).sort())).toEqual([['at', 'person', 'round', 'sealedAt']]);
    expect([question(back, '1.2')?.seals.length, question(back, '1.2')?.withdrawn, back.policyFrozen]).toEqual([1, [], true]);
  });

  it('opens rounds, keeps what was open before and unsettles the question', () => {
    const opened = play(sampleState(), seal(first, { '1.1': 50 }), seal(second, { '1.1': 60 }), reveal(['1.1']));
    const settled = settle(opened, '1.1', '55');
    expect(question(settled)?.settled).toMatchObject({ proposal: question(settled)?.proposals[0]?.number, revision: settled.revision });
    const again = play(settled, openRound(second, '1.1', 2, 'Nytt.'));
    expect(question(again)).toMatchObject({ round: 2, openedRound: 1, settled: null, rounds: [{ round: 2, by: second, reason: 'Nytt.' }], reveals: [{ round: 1 }] });
    expect([question(again)?.seals.length, question(again)?.proposals.length]).toEqual([2, 1]);
  });

  it('numbers proposals within their question, approved by who made it; a new one unsettles', () => {
    const opened = play(sampleState(), seal(first, { '1.1': 50 }), seal(second, { '1.1': 60 }), reveal(['1.1']));
    const proposed = play(opened, propose(first, '1.1', '55'));
    expect(question(proposed)?.proposals).toMatchObject([{ number: 1, by: first, percent: '55', approvals: [{ person: first }] }]);
    const settled = settle(opened, '1.1', '55');
    const changed = play(settled, propose(second, '1.1', '58'));
    expect([question(changed)?.settled, question(changed)?.proposals.map(({ number, percent }) => [number, percent])]).toEqual([null, [[1, '55'], [2, '58']]]);
  });

  it('keeps one signature a person, and every version', () => {
    const signed = play(settledState({}), ...['a', 'b'].map((fingerprint) => ({ by: first, fact: { kind: 'lockSigned', version: 1, fingerprint } }) as const));
    expect(signed.signatures).toMatchObject([{ person: first, fingerprint: 'b' }]);
    const locked = play(signed, { by: null, fact: { kind: 'locked', version: 1, reportHash: 'one' } });
    const reopened = play(locked, { by: first, fact: { kind: 'unlockSigned', version: 1, reason: 'Fel.' } }, { by: null, fact: { kind: 'unlocked', version: 1, reason: 'Fel.' } });
    const relocked = play(reopened, { by: null, fact: { kind: 'locked', version: 2, reportHash: 'two' } });
    expect([locked.locked?.version, reopened.locked, relocked.locked?.reportHash]).toEqual([1, null, 'two']);
    expect(relocked.versions.map(({ version, reportHash, reason }) => [version, reportHash, reason])).toEqual([[1, 'one', 'Fel.'], [2, 'two', null]]);
  });

  it('passes over questions that are not there', () => {
    const state = sampleState();
    expect(play(state, reveal(['9.9'])).questions).toEqual(state.questions);
  });

  it('is also what the states export', async () => {
    expect((await import('./state')).fold).toBe(fold);
  });
});
