import { declare, evaluator, openRound, percentSheet, play, propose, replace, reveal, samplePeople, sampleState, seal, settle, settledState } from '@samsyn/samples';
import { openMarks, isAgreed, waitingFor, standingProposal } from './consensus';
import { Refusal } from './refusal';
import { composeReport, isFullySigned } from './report';
import { opensNow, progressSeenBy, questionState, requireEditable, requireMaySeal, requireMayWithdraw, standingSeal, visibleSeals } from './scoring';
import type { EvaluationState } from './state';
import { evaluatorsOf, isEvaluator, nextSeat, requireAccess, requireMayReplace } from './evaluation';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const [anna, mats, bo, cia] = [evaluator(1), evaluator(2), evaluator(5), evaluator(6)];
const { coordinator, observer, stranger } = samplePeople;
const seatsOf = (state: EvaluationState) => evaluatorsOf(state).map(({ person, seat }) => [person, seat]);
const seenOf = (state: EvaluationState, viewer: string, number = '1.1') => visibleSeals(state, viewer, questionState(state, number)).map(({ person, percent }) => [person, percent]);
const sealed = (state: EvaluationState, person: string) => progressSeenBy(state, coordinator, '2026-03-01T00:00:00.000Z').find((own) => own.person === person)?.sealed;
const sheet = percentSheet(50);
const asks = (state: EvaluationState, person: string, number: string) => codeOf(() => requireEditable(state, person, number));

describe('who may take over a seat', () => {
  const state = play(sampleState(), seal(anna, { '1.1': 40 }));

  it('is a person who is not in the team, at any time before the lock, with a reason', () => {
    expect(requireMayReplace(state, 1, bo, 'Sjuk.').person).toBe(anna);
    expect(codeOf(() => requireMayReplace(state, 1, bo, ' '))).toBe('evaluation/reason-missing');
    expect([mats, observer, coordinator].map((person) => codeOf(() => requireMayReplace(state, 1, person, 'Sjuk.')))).toEqual(Array(3).fill('people/already-member'));
    expect([0, 3].map((seat) => codeOf(() => requireMayReplace(state, seat, bo, 'Sjuk.')))).toEqual(Array(2).fill('evaluation/seat-not-free'));
  });

  it('also fills a seat left by a declared conflict, and not one whose holder was removed', () => {
    expect(requireMayReplace(play(state, declare(anna, true)), 1, bo, 'Jäv.').person).toBe(anna);
    const removed = play(sampleState({ evaluators: 3 }), { by: coordinator, fact: { kind: 'left', person: anna, role: 'evaluator' } });
    expect(codeOf(() => requireMayReplace(removed, 1, bo, 'Sjuk.'))).toBe('evaluation/seat-not-free');
  });

  it('may come back to the own seat, and never sit in two', () => {
    const twice = play(state, replace(1, anna, bo));
    expect([codeOf(() => requireMayReplace(twice, 1, anna, 'Frisk.')), codeOf(() => requireMayReplace(twice, 2, anna, 'Frisk.'))]).toEqual(['fine', 'evaluation/other-seat']);
  });
});

describe('a seat that was taken over', () => {
  const before = play(sampleState(), seal(anna, { '1.1': 40, '1.2': 45 }), seal(mats, { '1.2': 60 }), reveal(['1.2']));
  const state = play(before, replace(1, anna, bo), declare(bo));

  it('keeps its number, and gives a later evaluator the next', () => {
    expect([seatsOf(state), nextSeat(state)]).toEqual([[[bo, 1], [mats, 2]], 3]);
    expect(state.replacements).toMatchObject([{ seat: 1, left: anna, joined: bo }]);
  });

  it('lets the new holder in when they have declared, and the one before them no longer', () => {
    const asked = play(before, replace(1, anna, bo));
    expect([codeOf(() => requireAccess(asked, bo)), codeOf(() => requireAccess(state, bo)), codeOf(() => requireAccess(asked, anna)), codeOf(() => requireAccess(state, stranger))]).toEqual(['people/declaration-missing', 'fine', 'wire/not-found', 'wire/not-found']);
    expect([isEvaluator(state, anna), isEvaluator(state, bo), seenOf(state, anna), seenOf(state, anna, '1.2')]).toEqual([false, true, [], []]);
  });

  it('counts what was sealed in it, and asks the new holder for the rest alone', () => {
    expect([sealed(before, anna), sealed(state, bo), sealed(state, anna)]).toEqual([2, 2, undefined]);
    expect(standingSeal(state, questionState(state, '1.1'), bo)?.person).toBe(anna);
    expect(['1.1', '1.2', '1.3'].map((number) => asks(state, bo, number))).toEqual(['scoring/already-sealed', 'scoring/already-sealed', 'fine']);
    expect(codeOf(() => requireMaySeal(state, bo, { '1.1': sheet }))).toBe('scoring/already-sealed');
    expect(codeOf(() => requireMayWithdraw(state, bo, ['1.1'], '2026-01-12T08:00:01.000Z'))).toBe('scoring/not-sealed');
  });

  it('hides the one before from the one after like any colleague, until it opens', () => {
    expect([seenOf(state, bo), seenOf(state, mats)]).toEqual([[], []]);
    const done = play(state, seal(mats, { '1.1': 70 }));
    expect(opensNow(done, ['1.1'])).toEqual([{ question: '1.1', round: 1 }]);
    const open = play(done, reveal(['1.1']));
    expect([seenOf(open, bo), seenOf(open, mats)]).toEqual(Array(2).fill([[anna, '40'], [mats, '70']]));
    expect(openMarks(open, questionState(open, '1.1'))).toEqual([{ person: bo, percent: '40' }, { person: mats, percent: '70' }]);
  });

  it('has its next round sealed by who has it then', () => {
    const again = play(state, openRound(mats, '1.2', 2));
    expect([asks(again, bo, '1.2'), standingSeal(again, questionState(again, '1.2'), bo)]).toEqual(['fine', undefined]);
    const half = play(again, seal(bo, { '1.2': 50 }, { round: 2 }));
    expect([opensNow(half, ['1.2']), opensNow(play(half, seal(mats, { '1.2': 55 }, { round: 2 })), ['1.2'])]).toEqual([[], [{ question: '1.2', round: 2 }]]);
  });

  it('can be taken over twice, and given back', () => {
    const third = play(state, seal(bo, { '1.3': 30 }), replace(1, bo, cia), declare(cia));
    expect([seatsOf(third), sealed(third, cia), ['1.1', '1.2', '1.3', '2.1'].map((number) => asks(third, cia, number))]).toEqual([[[cia, 1], [mats, 2]], 3, ['scoring/already-sealed', 'scoring/already-sealed', 'scoring/already-sealed', 'fine']]);
    const back = play(third, replace(1, cia, anna));
    expect([seatsOf(back), sealed(back, anna), seenOf(back, anna), seenOf(back, anna, '1.3')]).toEqual([[[anna, 1], [mats, 2]], 3, [[anna, '40']], []]);
  });

  it('needs the new holder for what is proposed and not agreed; what is agreed stays agreed', () => {
    const agreed = settle(before, '1.2', '50');
    const proposed = play(before, propose(anna, '1.2', '50'));
    const [kept, asked] = [play(agreed, replace(1, anna, bo)), play(proposed, replace(1, anna, bo), declare(bo), { by: mats, fact: { kind: 'approved', approvals: [{ question: '1.2', proposal: 1 }] } })];
    const standing = standingProposal(questionState(asked, '1.2'));
    expect([questionState(kept, '1.2').settled?.proposal, isAgreed(asked, '1.2'), standing && waitingFor(asked, standing)]).toEqual([1, false, [bo]]);
    expect(isAgreed(play(asked, { by: bo, fact: { kind: 'approved', approvals: [{ question: '1.2', proposal: 1 }] } }), '1.2')).toBe(true);
  });
});

describe('a seat that was left because of a conflict', () => {
  it('keeps what was open by then, and nothing else', () => {
    const state = play(sampleState(), seal(anna, { '1.1': 40, '1.2': 45 }), seal(mats, { '1.2': 60 }), reveal(['1.2']), declare(anna, true), replace(1, anna, bo), declare(bo));
    expect([['1.1', '1.2'].map((number) => asks(state, bo, number)), sealed(state, bo)]).toEqual([['fine', 'scoring/already-sealed'], 1]);
    expect(openMarks(state, questionState(state, '1.2'))).toEqual([{ person: bo, percent: '45' }, { person: mats, percent: '60' }]);
    const both = play(state, seal(mats, { '1.1': 70 }));
    expect([opensNow(both, ['1.1']), opensNow(play(both, seal(bo, { '1.1': 50 })), ['1.1'])]).toEqual([[], [{ question: '1.1', round: 1 }]]);
  });

  it('has nothing to judge in what the others opened without it', () => {
    const state = play(sampleState({ evaluators: 3 }), seal(anna, { '1.1': 40 }), seal(mats, { '1.1': 60 }), seal(evaluator(3), { '1.1': 65 }, {}), declare(anna, true), reveal(['1.1']), replace(1, anna, bo), declare(bo));
    expect([asks(state, bo, '1.1'), sealed(state, bo), openMarks(state, questionState(state, '1.1')).map(({ person }) => person)]).toEqual(['scoring/already-open', 1, [mats, evaluator(3)]]);
    expect(codeOf(() => requireMaySeal(state, bo, { '1.1': sheet }))).toBe('scoring/already-open');
    expect(asks(play(state, openRound(mats, '1.1', 2)), bo, '1.1')).toBe('fine');
  });

  it('keeps the seals of the one before, who had none', () => {
    const ill = play(sampleState(), seal(anna, { '1.1': 40 }), replace(1, anna, bo), declare(bo, true), seal(mats, { '1.1': 70 }));
    expect(opensNow(ill, ['1.1'])).toEqual([]);
    expect(opensNow(play(ill, replace(1, bo, cia)), ['1.1'])).toEqual([{ question: '1.1', round: 1 }]);
  });
});

describe('the report after a replacement', () => {
  const names = Object.fromEntries([anna, mats, bo].map((person) => [person, { name: person.slice(-1), organisation: 'SKR' }]));
  const sign = (by: string) => ({ by, fact: { kind: 'lockSigned', version: 1, fingerprint: 'seen' } }) as const;

  it('names both, when, and whose judgement each is; before, it says nothing of it', () => {
    const plain = settledState({});
    const state = play(plain, replace(1, anna, bo));
    expect('replacements' in composeReport(plain, names, 1)).toBe(false);
    const report = composeReport(state, names, 1);
    expect(report.replacements).toEqual([{ seat: 1, left: anna, joined: bo, at: state.replacements[0]?.at }]);
    expect(report.team.filter(({ seat }) => seat === 1).map(({ person }) => person)).toEqual([anna, bo]);
    expect(report.areas[0]?.rows[0]?.voices.map(({ person }) => person)).toEqual([anna, mats]);
  });

  it('is signed by the new holder, never by the one before', () => {
    const state = play(settledState({}), sign(anna), sign(mats), replace(1, anna, bo), declare(bo));
    expect([isFullySigned(state, 'seen'), isFullySigned(play(state, sign(bo)), 'seen')]).toEqual([false, true]);
  });
});
