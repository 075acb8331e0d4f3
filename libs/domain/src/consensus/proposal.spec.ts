import { evaluator, openRound, percentSheet, play, propose, reveal, sampleState, seal, settle, type Act } from '@samsyn/samples';
import fc from 'fast-check';
import { defaultPolicy, type Policy } from '../evaluation';
import { Refusal } from '../refusal';
import { exact, meanOf, questionState, toTenths } from '../scoring';
import type { EvaluationState } from '../state';
import { divergenceOf } from './divergence';
import { isAgreed, openMarks, prefillOf, proposalFact, requireMayApprove, requireStanding, settledProposal, standingProposal, waitingFor, type ProposalDraft } from './proposal';

const refusalOf = (act: () => unknown): Refusal | null => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return null;
};
const [first, second, third] = [evaluator(1), evaluator(2), evaluator(3)];
const revealedWith = (...percents: (number | string | null)[]): EvaluationState =>
  play(sampleState({ evaluators: percents.length }), ...percents.map((percent, at) => seal(evaluator(at + 1), { '1.1': percent })), reveal(['1.1']));
const draft = (more: Partial<ProposalDraft> = {}): ProposalDraft => ({ question: '1.1', round: 1, answers: null, percent: '50', text: '', reason: '', cause: null, ...more });
const marks = (...percents: (string | null)[]) => percents.map((percent, at) => ({ person: evaluator(at + 1), percent }));
const approve = (by: string, proposal: number): Act => ({ by, fact: { kind: 'approved', approvals: [{ question: '1.1', proposal }] } });
const own = (state: EvaluationState) => questionState(state, '1.1');

describe('what a proposal starts from', () => {
  it.each([
    [['40', '40'], 'equal', '40'], [['140/3', '140/3'], 'equal', '467/10'], [['40', '50'], 'mean', '45'], [['40', '54'], 'mean', '47'], [['40', '54.1'], 'empty', null], [['40', '55'], 'empty', null],
    [['40', '45', '54'], 'mean', '463/10'], [['40', null], 'empty', null], [[null, null], 'empty', null], [[], 'empty', null],
  ] as [(string | null)[], string, string | null][])('of %p is %s %s', (percents, kind, percent) => {
    expect(prefillOf(marks(...percents), 20, defaultPolicy)).toEqual({ kind, percent });
  });

  it('lies among the marks, in tenths, whatever their order', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 400, max: 540 }), { minLength: 2, maxLength: 6 }), (tenths) => {
      const percents = tenths.map((value) => `${value}/10`);
      const found = prefillOf(marks(...percents), 20, defaultPolicy);
      expect(found).toEqual(prefillOf(marks(...[...percents].reverse()), 20, defaultPolicy));
      expect(found.percent).toBe(toTenths(meanOf(percents)));
      expect([exact(found.percent ?? '').compare(`${Math.min(...tenths)}/10`) >= 0, exact(found.percent ?? '').compare(`${Math.max(...tenths)}/10`) <= 0]).toEqual([true, true]);
    }));
  });
});

describe('a question flagged for its points or its levels', () => {
  const percents = fc.array(fc.tuple(fc.nat(1200), fc.constantFrom(12, 24, 30)).map(([n, d]) => exact(n % (100 * d + 1)).div(d).toFraction()), { minLength: 2, maxLength: 4 });
  const rules = fc.record({ points: fc.integer({ min: 1, max: 12 }).map((halves) => halves / 2), bands: fc.integer({ min: 1, max: 2 }) }, { requiredKeys: [] });

  it('is never filled in by a mean, and what is filled in is within every limit', () => {
    fc.assert(fc.property(percents, fc.constantFrom(10, 20, 30), rules, (values, max, more) => {
      const policy = { ...defaultPolicy, ...more };
      const own = marks(...values);
      const [prefill, { band }] = [prefillOf(own, max, policy), divergenceOf(own, max, policy)];
      if (band !== 'within') expect(prefill).toEqual({ kind: 'empty', percent: null });
      if (prefill.kind !== 'empty') expect(band).toBe('within');
      // What no limit flags starts as it always did.
      if (band === 'within') expect(prefill).toEqual(prefillOf(own, max, defaultPolicy));
    }), { numRuns: 400 });
  });

  it('is proposed with a reason, as discussed and never as within the tolerance', () => {
    const state = (more: Partial<Policy>) => play(sampleState({ evaluators: 2, ...more }), seal(first, { '1.1': 38 }), seal(second, { '1.1': 42 }), reveal(['1.1']));
    const method = (more: Partial<Policy>, reason: string) => {
      const refusal = refusalOf(() => proposalFact(state(more), draft({ percent: '40', reason })));
      return refusal ? refusal.facts['field'] : proposalFact(state(more), draft({ percent: '40', reason })).method;
    };
    expect([method({}, ''), method({ bands: 1 }, ''), method({ bands: 1 }, 'Nytt underlag.'), method({ bands: 2 }, '')]).toEqual(['withinTolerance', 'reason', 'discussed', 'withinTolerance']);
    // Question 1.1 is worth 20: four percentage points are 0,8 of them.
    expect([method({ points: 0.5 }, ''), method({ points: 0.5 }, 'x'), method({ points: 1 }, '')]).toEqual(['reason', 'discussed', 'withinTolerance']);
  });
});

describe('marks that are open', () => {
  it('are those of the newest open round in seat order, none before', () => {
    expect(openMarks(sampleState(), own(sampleState()))).toEqual([]);
    const state = revealedWith(40, 60);
    expect(openMarks(state, own(state))).toEqual(marks('40', '60'));
    const again = play(state, openRound(first, '1.1', 2), seal(second, { '1.1': 55 }, { round: 2 }), seal(first, { '1.1': 50 }, { round: 2 }));
    expect(openMarks(again, own(again))).toEqual(marks('40', '60'));
    const opened = play(again, reveal(['1.1'], 2));
    expect(openMarks(opened, own(opened))).toEqual(marks('50', '55'));
  });
});

describe('a proposal', () => {
  it('records how it came about', () => {
    const method = (state: EvaluationState, more: Partial<ProposalDraft>) => proposalFact(state, draft(more)).method;
    expect(method(revealedWith(50, 50), { percent: '50' })).toBe('equal');
    expect(method(revealedWith(40, 50), { percent: '45' })).toBe('withinTolerance');
    expect(method(revealedWith(40, 50), { percent: '50', reason: 'Nytt underlag.' })).toBe('discussed');
    expect(method(revealedWith(40, 55), { percent: '50', reason: 'x' })).toBe('discussed');
    const revoted = play(revealedWith(10, 90), openRound(first, '1.1', 2), seal(first, { '1.1': 40 }, { round: 2 }), seal(second, { '1.1': 60 }, { round: 2 }), reveal(['1.1'], 2));
    expect(method(revoted, { round: 2, percent: '50', reason: 'x' })).toBe('revote');
  });

  it('needs a reason when it is not what it started from, and a cause on a large divergence', () => {
    const field = (state: EvaluationState, more: Partial<ProposalDraft>) => refusalOf(() => proposalFact(state, draft(more)))?.facts['field'] ?? 'fine';
    expect(field(revealedWith(40, 50), { percent: '46' })).toBe('reason');
    expect(field(revealedWith(40, 55), { percent: '47.5', reason: '  ' })).toBe('reason');
    expect(field(revealedWith(40, 70), { reason: 'x' })).toBe('cause');
    expect(field(revealedWith(40, 69.9), { reason: 'x' })).toBe('fine');
    expect(field(revealedWith(40, null), { reason: 'x' })).toBe('cause');
    expect(field(revealedWith(40, 70), { reason: 'x', cause: 'evidence' })).toBe('fine');
  });

  it('is trimmed and otherwise as written', () => {
    expect(proposalFact(revealedWith(40, 70), draft({ percent: '457/10', text: ' Vi enades. ', reason: ' Nytt. ', cause: 'mistake' }))).toEqual({ question: '1.1', round: 1, percent: '457/10', text: 'Vi enades.', reason: 'Nytt.', cause: 'mistake', method: 'discussed' });
  });

  it('is refused before the reveal, for another round and when another stands', () => {
    const code = (state: EvaluationState, more: Partial<ProposalDraft> = {}) => refusalOf(() => proposalFact(state, draft(more)))?.code;
    expect(code(sampleState())).toBe('scoring/not-revealed');
    expect(code(sampleState(), { question: '9.9' })).toBe('instrument/unknown-question');
    expect(code(revealedWith(50, 50), { round: 2 })).toBe('consensus/round-changed');
    expect(code(play(revealedWith(50, 50), openRound(first, '1.1', 2)))).toBe('consensus/round-changed');
    const proposed = play(revealedWith(50, 50), propose(first, '1.1', '60'));
    expect(refusalOf(() => proposalFact(proposed, draft()))).toMatchObject({ code: 'consensus/proposal-changed', facts: { standing: { number: 1, by: first, percent: '60' } } });
    expect(code(proposed, { answers: 1 })).toBeUndefined();
    expect(refusalOf(() => requireStanding(own(revealedWith(1, 2)), { round: 1, answers: 99 }))).toMatchObject({ code: 'consensus/proposal-changed', facts: { standing: null } });
  });
});

describe('agreement', () => {
  it.each([2, 3, 4, 5, 6])('needs all of %i evaluators, the proposer included by proposing', (evaluators) => {
    let state = play(revealedWith(...Array.from({ length: evaluators }, () => 50)), propose(first, '1.1', '50'));
    const proposal = 1;
    for (let seat = 2; seat <= evaluators; seat++) {
      expect(isAgreed(state, '1.1')).toBe(false);
      expect(waitingFor(state, standingProposal(own(state)) ?? (undefined as never))).toEqual(Array.from({ length: evaluators - seat + 1 }, (_, at) => evaluator(seat + at)));
      requireMayApprove(state, evaluator(seat), '1.1', proposal);
      state = play(state, approve(evaluator(seat), proposal));
    }
    expect(isAgreed(state, '1.1')).toBe(true);
  });

  it('is about that very proposal', () => {
    const one = play(revealedWith(50, 60, 70), propose(first, '1.1', '50'));
    const two = play(one, propose(second, '1.1', '55'));
    expect(refusalOf(() => requireMayApprove(two, third, '1.1', 1))?.code).toBe('consensus/proposal-changed');
    expect(refusalOf(() => requireMayApprove(two, second, '1.1', 2))?.code).toBe('consensus/already-approved');
    expect(refusalOf(() => requireMayApprove(revealedWith(50, 50), first, '1.1', 1))?.code).toBe('consensus/no-proposal');
    expect(isAgreed(play(two, approve(first, 1), approve(third, 1)), '1.1')).toBe(false);
  });

  it('ends with a new round, and does not come back with it', () => {
    const settled = settle(revealedWith(50, 60), '1.1', '55');
    expect([settledProposal(own(settled))?.percent, isAgreed(settled, '1.1')]).toEqual(['55', true]);
    const again = play(settled, openRound(first, '1.1', 2));
    expect([settledProposal(own(again)), standingProposal(own(again)), isAgreed(again, '1.1')]).toEqual([undefined, undefined, false]);
    const opened = play(again, seal(first, { '1.1': 50 }, { round: 2 }), seal(second, { '1.1': percentSheet('50') }, { round: 2 }), reveal(['1.1'], 2));
    expect([standingProposal(own(opened)), isAgreed(opened, '1.1')]).toEqual([undefined, false]);
  });

  it('is never of one alone', () => {
    const state = play(revealedWith(50, 60), propose(first, '1.1', '55'), { by: second, fact: { kind: 'left', person: second, role: 'evaluator' } });
    expect(isAgreed(state, '1.1')).toBe(false);
  });
});
