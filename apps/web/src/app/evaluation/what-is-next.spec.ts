import type { EvaluationSummary } from '@samsyn/contract';
import { groupOf, nextOf } from './what-is-next';

const one: EvaluationSummary = {
  id: 'e', municipality: { code: null, name: 'Granvik' }, year: 2026, phase: 'scoring', sandbox: false, demo: false, training: false, role: 'evaluator', declared: true, questions: 45, opened: 10, settled: 0, ownSealed: 24, lockedVersion: null,
};

describe('nextOf', () => {
  it('asks for the declaration before anything else', () => {
    expect(nextOf({ ...one, declared: false }).key).toBe('declare');
  });

  it('tells an evaluator how many questions are left to seal', () => {
    expect(nextOf(one)).toEqual({ key: 'seal', figures: { n: 21 }, mine: true });
    expect(nextOf({ ...one, ownSealed: 45 })).toEqual({ key: 'waitSeal', figures: {}, mine: false });
  });

  it('asks nothing of the coordinator while the evaluators seal', () => {
    expect(nextOf({ ...one, role: 'coordinator', ownSealed: null })).toEqual({ key: 'sealing', figures: { n: 10, of: 45 }, mine: false });
  });

  it('counts what is left to agree on', () => {
    expect(nextOf({ ...one, phase: 'consensus', settled: 34 })).toEqual({ key: 'settle', figures: { n: 11 }, mine: true });
  });
});

describe('groupOf', () => {
  it('keeps practice apart from what counts', () => {
    expect([groupOf(one), groupOf({ ...one, phase: 'locked' }), groupOf({ ...one, phase: 'locked', sandbox: true })]).toEqual(['running', 'locked', 'practice']);
  });
});
