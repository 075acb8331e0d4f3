import { declare, evaluator, openRound, play, propose, replace, reveal, samplePeople, sampleState, seal, settle, type Act } from '@samsyn/samples';
import { isAgreed, proposalFact } from './consensus';
import { defaultPolicy, mayApprovePolicy, policyEnded, policyProposed, requireMayApprovePolicy, ruleChanges, standingPolicyProposal, toldRules, type Policy } from './evaluation';
import { Refusal } from './refusal';
import { questionState } from './scoring';
import type { EvaluationState } from './state';

const refused = (act: () => unknown): unknown => {
  try {
    act();
    return 'fine';
  } catch (error) {
    if (error instanceof Refusal) return [error.code.replace('evaluation/', ''), ...('field' in error.facts ? [error.facts['field']] : [])].join(' ');
    throw error;
  }
};
const [anna, mats, bo, eva] = [evaluator(1), evaluator(2), evaluator(5), evaluator(6)];
const { coordinator, contact, observer, stranger } = samplePeople;
const begun = play(sampleState(), seal(anna, { '1.1': 50 }));

/** The proposal as the rules let it in. */
const proposes = (state: EvaluationState, by: string, rules: Partial<Policy>, answers: number | null = null, reason = 'Skillnaderna är små.'): Act => ({ by, fact: policyProposed(state, { policy: { ...state.policy, ...rules }, reason, answers }) });
const proposed = (state: EvaluationState, by: string, rules: Partial<Policy>, answers: number | null = null): EvaluationState => play(state, proposes(state, by, rules, answers));
const approves = (by: string, proposal = 1): Act => ({ by, fact: { kind: 'policyApproved', proposal } });
const asks = (state: EvaluationState, rules: Partial<Policy>, answers: number | null = null, reason = 'Skäl.'): unknown => refused(() => proposes(state, anna, rules, answers, reason));
const answer = (state: EvaluationState, by: string, proposal = 1): unknown => refused(() => requireMayApprovePolicy(state, by, proposal));

describe('a change of the rules after the first seal', () => {
  it('is proposed with a reason, and is nothing before anything is sealed', () => {
    expect([asks(sampleState(), { amber: 20 }), asks(begun, { amber: 20 })]).toEqual(['policy-open', 'fine']);
    expect([asks(begun, { amber: 20 }, null, '  '), asks(begun, {})]).toEqual(['reason-missing', 'policy-unchanged']);
    expect(proposes(begun, anna, { amber: 20 }, null, ' Små. ').fact).toEqual({ kind: 'policyProposed', before: begun.policy, policy: { ...begun.policy, amber: 20 }, reason: 'Små.' });
  });

  it('is of the limits and the third assessor, never of the unit that opens or the way of judging', () => {
    expect([{ revealUnit: 'all' as const }, { judging: 'dimensions' as const, amber: 20 }].map((rules) => asks(begun, rules))).toEqual(['policy-fixed revealUnit', 'policy-fixed judging']);
    expect([{ amber: 20 }, { red: 40 }, { tolerance: 5 }, { areaPoints: 5 }, { totalPoints: 20 }, { points: 3 }, { bands: 2 }].map((rules) => asks(begun, rules))).toEqual(Array(7).fill('fine'));
  });

  it('holds together when it is proposed, and again when it is approved', () => {
    expect([asks(begun, { red: 15 }), asks(begun, { amber: 10 }), asks(begun, { adjudicator: eva })]).toEqual(['policy-unsound red', 'policy-unsound tolerance', 'policy-unsound adjudicator']);
    const joined = play(begun, { by: coordinator, fact: { kind: 'joined', person: eva, role: 'adjudicator', seat: null } }, declare(eva));
    const waiting = proposed(joined, anna, { adjudicator: eva });
    expect(answer(waiting, coordinator)).toBe('fine');
    const gone = play(waiting, { by: coordinator, fact: { kind: 'left', person: eva, role: 'adjudicator' } });
    expect([answer(gone, coordinator), mayApprovePolicy(gone, coordinator)]).toEqual(['policy-unsound adjudicator', true]);
    expect(refused(() => policyEnded(gone, coordinator, 1))).toBe('fine');
  });

  it('needs two different people, one of them an evaluator', () => {
    const both = play(begun, { by: coordinator, fact: { kind: 'joined', person: stranger, role: 'coordinator', seat: null } }, declare(stranger));
    const [byAnna, byCoordinator] = [proposed(both, anna, { amber: 20 }), proposed(both, coordinator, { amber: 20 })];
    expect([anna, mats, coordinator, stranger].map((by) => answer(byAnna, by))).toEqual(['policy-own-proposal', 'fine', 'fine', 'fine']);
    expect([anna, mats, coordinator, stranger].map((by) => answer(byCoordinator, by))).toEqual(['fine', 'fine', 'policy-own-proposal', 'policy-needs-evaluator']);
    const may = (state: EvaluationState) => [anna, mats, coordinator, stranger, contact, observer, bo].map((by) => mayApprovePolicy(state, by));
    expect([may(byAnna), may(byCoordinator)]).toEqual([[false, true, true, true, false, false, false], [true, true, false, false, false, false, false]]);
    expect(may(begun)).toEqual(Array(7).fill(false));
  });

  it('is answered as it was seen: by its number, while it stands', () => {
    const first = proposed(begun, anna, { amber: 20 });
    expect([asks(first, { amber: 25 }), asks(first, { amber: 25 }, 1), answer(first, mats, 2), answer(begun, mats)]).toEqual(['policy-proposal-changed', 'fine', 'policy-proposal-changed', 'no-policy-proposal']);
    const second = proposed(first, mats, { amber: 25 }, 1);
    expect([standingPolicyProposal(second)?.number, answer(second, coordinator), answer(second, coordinator, 2)]).toEqual([2, 'policy-proposal-changed', 'fine']);
    try {
      requireMayApprovePolicy(second, coordinator, 1);
    } catch (error) {
      expect(error).toMatchObject({ facts: { standing: { number: 2, by: mats, policy: { amber: 25 }, reason: 'Skillnaderna är små.' } } });
    }
    const done = play(second, approves(coordinator, 2));
    expect([answer(done, anna, 2), asks(done, { amber: 30, red: 40 })]).toEqual(['no-policy-proposal', 'fine']);
  });

  it('is taken back by who proposed it, declined by anybody else', () => {
    const first = proposed(begun, anna, { amber: 20 });
    expect([anna, mats, coordinator].map((by) => policyEnded(first, by, 1).kind)).toEqual(['policyWithdrawn', 'policyDeclined', 'policyDeclined']);
    for (const by of [anna, mats]) {
      const ended = play(first, { by, fact: policyEnded(first, by, 1) });
      expect([standingPolicyProposal(ended), ended.policy.amber, answer(ended, mats), refused(() => policyEnded(ended, by, 1))]).toEqual([undefined, 15, 'no-policy-proposal', 'no-policy-proposal']);
      expect(ended.policyProposals[0]?.ended).toMatchObject({ how: by === anna ? 'withdrawn' : 'declined', by });
    }
  });

  it('falls with who proposed it: nobody approves the word of one who has left', () => {
    const waiting = proposed(begun, anna, { amber: 20 });
    for (const left of [play(waiting, replace(1, anna, bo), declare(bo)), play(waiting, declare(anna, true))]) expect([standingPolicyProposal(left), answer(left, mats), refused(() => proposes(left, mats, { amber: 20 }))]).toEqual([undefined, 'no-policy-proposal', 'fine']);
  });
});

describe('the rules after an approved change', () => {
  const opened = play(sampleState(), seal(anna, { '1.1': 50, '1.2': 50 }), seal(mats, { '1.1': 68, '1.2': 68 }), reveal(['1.1', '1.2']));
  const change = (state: EvaluationState, rules: Partial<Policy>): EvaluationState => play(proposed(state, anna, rules), approves(coordinator, state.policyProposals.length + 1));

  it('are the new ones from then on, with the old ones in the record', () => {
    const state = change(opened, { amber: 20, tolerance: 18 });
    expect(state.policy).toEqual({ ...opened.policy, amber: 20, tolerance: 18 });
    expect(state.policyProposals).toMatchObject([{ number: 1, by: anna, before: opened.policy, ended: { how: 'approved', by: coordinator } }]);
    const draft = { question: '1.1', round: 1, answers: null, percent: '59', text: '', reason: '', cause: null };
    expect([refused(() => proposalFact(opened, draft)), proposalFact(state, draft).method]).toEqual(['consensus/reason-missing reason', 'withinTolerance']);
  });

  it('leave what is settled settled, and approvals given', () => {
    const settled = settle(opened, '1.1', '59');
    const waiting = play(settled, propose(anna, '1.2', '59'));
    const state = change(waiting, { amber: 20, tolerance: 5 });
    expect(questionState(state, '1.1').settled).toEqual(questionState(settled, '1.1').settled);
    expect(questionState(state, '1.2').proposals).toEqual(questionState(waiting, '1.2').proposals);
    expect(isAgreed(play(state, { by: mats, fact: { kind: 'approved', approvals: [{ question: '1.2', proposal: 1 }] } }), '1.2')).toBe(true);
    expect(questionState(play(state, openRound(mats, '1.1', 2)), '1.1').settled).toBeNull();
  });

  it('open nothing and seal nothing', () => {
    const state = change(begun, { amber: 20 });
    expect([state.questions, state.policyFrozen]).toEqual([begun.questions, true]);
  });
});

describe('changed rules in words', () => {
  it('say from what to what in both languages', () => {
    const before = { ...defaultPolicy, adjudicator: null };
    const after = { ...before, amber: 20, points: 2.5, bands: 2, areaPoints: 12, adjudicator: eva };
    expect(ruleChanges(before, before)).toEqual([]);
    expect(toldRules(ruleChanges(before, after), () => 'Eva Roth')).toEqual({
      sv: 'gräns för avvikelse 15 procentenheter → 20 procentenheter, poänggräns för avvikelse ingen → 2,5 poäng, nivågräns för avvikelse ingen → 2 nivåer, område flaggas från 10 poäng → 12 poäng, tredje bedömare ingen → Eva Roth',
      en: 'limit for divergence 15 percentage points → 20 percentage points, limit in points for divergence none → 2.5 points, limit in levels for divergence none → 2 levels, an area is flagged from 10 points → 12 points, third assessor nobody → Eva Roth',
    });
  });
});
