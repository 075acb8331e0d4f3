import { evaluator, openRound, play, reveal, sampleState, seal, settle, settledState } from '@samsyn/samples';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { phaseOf, requireOpen, requireUnlocked, writtenAfterLock, type WrittenAfterLock } from './phase';

const refusalOf = (act: () => unknown): unknown => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts];
    throw error;
  }
  return 'fine';
};
const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
const lock = (state: EvaluationState, version = 1) => play(state, { by: null, fact: { kind: 'locked', version, reportHash: 'x' } });

describe('the phase', () => {
  it('goes from planning to locked, derived from what has happened', () => {
    const planning = sampleState({ open: false });
    const scoring = sampleState();
    const half = play(scoring, seal(evaluator(1), { '1.1': 50 }), seal(evaluator(2), { '1.1': 50 }), reveal(['1.1']));
    const consensus = play(half, reveal(numbers.slice(1)));
    const report = numbers.reduce((state, number) => settle(state, number, '50'), consensus);
    expect([planning, scoring, half, consensus, settle(consensus, '1.1', '50'), report, lock(report)].map(phaseOf)).toEqual(['planning', 'scoring', 'scoring', 'consensus', 'consensus', 'report', 'locked']);
  });

  it('goes back when a new round is opened, and when the report is unlocked', () => {
    const report = settledState({});
    expect(phaseOf(play(report, openRound(evaluator(1), '1.1', 2)))).toBe('scoring');
    expect(phaseOf(play(lock(report), { by: null, fact: { kind: 'unlocked', version: 1, reason: 'x' } }))).toBe('report');
  });
});

describe('an act', () => {
  it('waits for scoring to open and stops at the lock', () => {
    expect(refusalOf(() => requireOpen(sampleState({ open: false })))).toEqual(['evaluation/wrong-phase', { phase: 'planning' }]);
    expect([refusalOf(() => requireOpen(sampleState())), refusalOf(() => requireUnlocked(sampleState({ open: false })))]).toEqual(['fine', 'fine']);
    const locked = lock(settledState({}));
    expect([refusalOf(() => requireOpen(locked)), refusalOf(() => requireUnlocked(locked))]).toEqual([['evaluation/locked', { version: 1 }], ['evaluation/locked', { version: 1 }]]);
  });

  it('goes on after the lock only when it is named among the few that may', () => {
    const locked = lock(settledState({}));
    for (const exception of Object.keys(writtenAfterLock) as WrittenAfterLock[]) expect(refusalOf(() => requireUnlocked(locked, exception))).toBe('fine');
    expect(refusalOf(() => requireUnlocked(locked, null))).toEqual(['evaluation/locked', { version: 1 }]);
  });
});
