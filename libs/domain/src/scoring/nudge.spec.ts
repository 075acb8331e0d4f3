import { evaluator, play, replace, reveal, samplePeople, sampleState, seal, withdraw } from '@samsyn/samples';
import fc from 'fast-check';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { nudgedToday, requireMayNudge } from './nudge';

const [first, second] = [evaluator(1), evaluator(2)];
const { coordinator, observer, stranger } = samplePeople;
const all = Object.fromEntries(['1.1', '1.2', '1.3', '2.1', '2.2'].map((number) => [number, 50]));
const at = '2026-02-02T09:00:30.000Z';
const told = (state: EvaluationState, by: string, person: string, now = at): unknown => {
  try {
    requireMayNudge(state, by, person, now);
    return 'fine';
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.facts];
    throw error;
  }
};
const nudge = (by: string, person: string, when = at) => ({ by, fact: { kind: 'nudged', person }, at: when }) as const;

describe('a nudge', () => {
  it('goes to an evaluator who has something left to seal, from the coordinator or a colleague', () => {
    const state = sampleState();
    expect([told(state, coordinator, first), told(state, second, first)]).toEqual(['fine', 'fine']);
    expect([told(state, first, first), told(state, coordinator, observer), told(state, coordinator, stranger)]).toEqual(Array(3).fill(['evaluation/nothing-to-nudge', {}]));
  });

  it('goes once a person and Swedish day, whoever asks', () => {
    const state = play(sampleState(), nudge(coordinator, first, '2026-02-02T22:59:00.000Z'));
    expect(told(state, second, first, '2026-02-02T22:59:59.000Z')).toEqual(['evaluation/nudged-today', { at: '2026-02-02T22:59:00.000Z', again: '2026-02-03' }]);
    expect([told(state, second, first, '2026-02-02T23:00:00.000Z'), told(state, coordinator, second, '2026-02-02T22:59:59.000Z')]).toEqual(['fine', 'fine']);
    expect([nudgedToday(null, at), nudgedToday('2026-06-30T22:30:00Z', '2026-07-01T21:59:00Z')]).toEqual([null, '2026-06-30T22:30:00Z']);
  });

  it('has nothing to say when all is sealed or open, also by one who had the seat before', () => {
    const sealed = play(sampleState(), seal(first, all, { at: '2026-02-02T08:00:00.000Z' }), seal(second, { '1.1': 40 }, { at: '2026-02-02T08:00:00.000Z' }));
    expect([told(sealed, coordinator, first), told(sealed, coordinator, second)]).toEqual([['evaluation/nothing-to-nudge', {}], 'fine']);
    expect(told(play(sealed, replace(1, first, evaluator(5))), coordinator, evaluator(5))).toEqual(['evaluation/nothing-to-nudge', {}]);
    expect(told(play(sealed, seal(second, Object.fromEntries(Object.entries(all).slice(1)), { at }), reveal(Object.keys(all))), second, first)).toEqual(['evaluation/nothing-to-nudge', {}]);
  });

  it('tells no more than the counter: what is sealed within the minute changes nothing', () => {
    fc.assert(fc.property(fc.subarray(Object.keys(all)), fc.boolean(), (numbers, undone) => {
      const start = play(sampleState({ evaluators: 3 }), seal(evaluator(3), { '1.1': 70 }, { at: '2026-02-02T08:00:00.000Z' }));
      const acts = numbers.length === 0 ? [] : [seal(first, Object.fromEntries(numbers.map((number) => [number, 30])), { at: '2026-02-02T09:00:05.000Z' }), ...(undone ? [withdraw(first, numbers, { at: '2026-02-02T09:00:09.000Z' })] : [])];
      for (const by of [second, coordinator]) expect(told(play(start, ...acts), by, first)).toEqual(told(start, by, first));
    }));
  });
});
