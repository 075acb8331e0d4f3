import { Refusal } from '../refusal';
import { defaultPolicy, soundPolicy } from './policy';
import { policySchema, type Policy } from './policy-schema';

const fieldOf = (policy: Policy): unknown => {
  try {
    return soundPolicy(policy) === policy ? 'sound' : 'changed';
  } catch (error) {
    return error instanceof Refusal && error.code === 'evaluation/policy-unsound' ? error.facts['field'] : error;
  }
};

describe('the rules of the game', () => {
  it('are sound as they come', () => {
    expect([policySchema.parse(defaultPolicy), fieldOf(defaultPolicy)]).toEqual([defaultPolicy, 'sound']);
    expect(defaultPolicy).toMatchObject({ amber: 15, red: 30, tolerance: 14, revealUnit: 'area' });
  });

  it('have thresholds in order: tolerance below amber, amber below red', () => {
    const field = (rules: Partial<Policy>) => fieldOf({ ...defaultPolicy, ...rules });
    expect([field({ red: 15 }), field({ red: 16 }), field({ amber: 40 }), field({ tolerance: 15 }), field({ tolerance: 0 })]).toEqual(['red', 'sound', 'red', 'tolerance', 'sound']);
  });

  it.each([{ amber: 0 }, { amber: 15.5 }, { red: 101 }, { tolerance: -1 }, { areaPoints: 0 }, { totalPoints: 10_001 }, { revealUnit: 'never' }, { judging: 'guess' }, { adjudicator: 'someone' }])('cannot be %p', (rules) => {
    expect(policySchema.safeParse({ ...defaultPolicy, ...rules }).success).toBe(false);
  });
});
