import { evaluator, openRound, play, propose, replace, sampleState, settle, settledState, type Act } from '@samsyn/samples';
import { proposalFact } from './proposal';
import { Refusal } from '../refusal';
import { requireMayOpenRound } from '../scoring';
import { areaLockOf, areasToLock, requireMayReopenArea, requireMaySignArea } from '../evaluation';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const [first, second, other] = [evaluator(1), evaluator(2), evaluator(5)];
const sign = (by: string, area = 1): Act => ({ by, fact: { kind: 'areaSigned', area } });
const lock = (areas = [1]): Act => ({ by: null, fact: { kind: 'areaLocked', areas } });
const draft = (question: string) => ({ question, round: 1, answers: 1, percent: '60', text: '', reason: 'Nytt.', cause: null }) as const;

describe('an area', () => {
  const settled = settledState({});

  it('is signed once each, when all in it is agreed', () => {
    expect(codeOf(() => requireMaySignArea(settled, first, 1))).toBe('fine');
    expect(codeOf(() => requireMaySignArea(play(settled, propose(first, '1.3', '60')), first, 1))).toBe('consensus/area-unsettled');
    expect([codeOf(() => requireMaySignArea(sampleState(), first, 1)), codeOf(() => requireMaySignArea(settled, first, 9))]).toEqual(['consensus/area-unsettled', 'wire/not-found']);
    const one = play(settled, sign(first));
    expect([codeOf(() => requireMaySignArea(one, first, 1)), codeOf(() => requireMaySignArea(one, second, 1)), areasToLock(one)]).toEqual(['consensus/area-signed', 'fine', []]);
  });

  it.each([2, 3, 4])('is locked by all %i evaluators', (evaluators) => {
    let state = settledState({}, { evaluators });
    for (let seat = 1; seat <= evaluators; seat++) {
      expect(areasToLock(state)).toEqual([]);
      state = play(state, sign(evaluator(seat)));
    }
    expect(areasToLock(state)).toEqual([1]);
    expect(areasToLock(play(state, lock()))).toEqual([]);
  });

  it('takes neither a proposal nor a new round once locked; the others do', () => {
    const locked = play(settled, sign(first), sign(second), lock());
    expect(['1.1', '2.1'].map((question) => codeOf(() => proposalFact(locked, draft(question))))).toEqual(['consensus/area-locked', 'fine']);
    expect(['1.1', '2.1'].map((question) => codeOf(() => requireMayOpenRound(locked, question, 'Nytt.')))).toEqual(['consensus/area-locked', 'fine']);
    expect(codeOf(() => requireMaySignArea(locked, first, 1))).toBe('consensus/area-locked');
  });

  it('is opened again with a reason, and then needs every signature anew', () => {
    const locked = play(settled, sign(first), sign(second), lock(), sign(first, 2));
    expect([codeOf(() => requireMayReopenArea(settled, 1, 'Fel.')), codeOf(() => requireMayReopenArea(locked, 1, ' ')), codeOf(() => requireMayReopenArea(locked, 1, 'Fel.'))]).toEqual(['consensus/area-not-signed', 'evaluation/reason-missing', 'fine']);
    const open = play(locked, { by: second, fact: { kind: 'areaReopened', area: 1, reason: 'Fel.' } });
    expect([areaLockOf(open, 1), areaLockOf(open, 2).signatures.length, codeOf(() => proposalFact(open, draft('1.1')))]).toEqual([{ signatures: [], lockedAt: null }, 1, 'fine']);
  });

  it('loses its signatures by a new proposal or round in it', () => {
    const one = play(settled, sign(first), sign(first, 2));
    for (const act of [propose(second, '1.1', '60'), openRound(second, '1.1', 2)]) {
      const next = play(one, act);
      expect([areaLockOf(next, 1).signatures, areaLockOf(next, 2).signatures.length]).toEqual([[], 1]);
    }
    expect(areasToLock(play(settle(one, '1.1', '60'), sign(second)))).toEqual([]);
  });

  it('is signed by the new holder of a seat, and stays locked when it was', () => {
    const half = play(settled, sign(first), replace(1, first, other), sign(second));
    expect([areasToLock(half), areasToLock(play(half, sign(other)))]).toEqual([[], [1]]);
    expect(areaLockOf(play(settled, sign(first), sign(second), lock(), replace(1, first, other)), 1).lockedAt).not.toBeNull();
  });
});
