import { evaluator, play, samplePeople, sampleState } from '@samsyn/samples';
import { Refusal } from '../refusal';
import { canonical } from './canonical';
import { defaultPolicy, requireAdjudicator, soundPolicy } from './policy';
import { policySchema, type Policy } from './policy-schema';

const refused = (act: () => void): unknown => {
  try {
    act();
    return 'fine';
  } catch (error) {
    return error instanceof Refusal && error.code === 'evaluation/policy-unsound' ? error.facts['field'] : error;
  }
};

const fieldOf = (policy: Policy): unknown => refused(() => void soundPolicy(policy));

describe('the rules of the game', () => {
  it('are sound as they come', () => {
    expect([policySchema.parse(defaultPolicy), fieldOf(defaultPolicy)]).toEqual([defaultPolicy, 'fine']);
    expect(defaultPolicy).toMatchObject({ amber: 15, red: 30, tolerance: 14, revealUnit: 'area' });
  });

  it('count points and levels only where somebody has asked for them: what is absent stays absent', () => {
    const stored = JSON.stringify(defaultPolicy);
    expect([JSON.stringify(policySchema.parse(JSON.parse(stored))), canonical(policySchema.parse(JSON.parse(stored)))]).toEqual([stored, canonical(defaultPolicy)]);
    const policy: Policy = { ...defaultPolicy, points: 2.5, bands: 2 };
    expect([policySchema.parse(policy), fieldOf(policy)]).toEqual([policy, 'fine']);
    for (const rules of [{ points: 0.5 }, { points: 1000 }, { bands: 1 }, { bands: 4 }]) expect(policySchema.parse({ ...defaultPolicy, ...rules })).toEqual({ ...defaultPolicy, ...rules });
  });

  it('have thresholds in order: tolerance below amber, amber below red', () => {
    const field = (rules: Partial<Policy>) => fieldOf({ ...defaultPolicy, ...rules });
    expect([field({ red: 15 }), field({ red: 16 }), field({ amber: 40 }), field({ tolerance: 15 }), field({ tolerance: 0 })]).toEqual(['red', 'fine', 'red', 'tolerance', 'fine']);
  });

  it('name as third assessor only who takes part as one', () => {
    const { coordinator, stranger } = samplePeople;
    const joined = play(sampleState(), { by: coordinator, fact: { kind: 'joined', person: stranger, role: 'adjudicator', seat: null } });
    const left = play(joined, { by: coordinator, fact: { kind: 'left', person: stranger, role: 'adjudicator' } });
    const named = (state: Parameters<typeof requireAdjudicator>[0], adjudicator: string | null): unknown => refused(() => requireAdjudicator(state, { ...defaultPolicy, adjudicator }));
    expect([named(joined, stranger), named(joined, null), named(joined, evaluator(1)), named(joined, coordinator), named(sampleState(), stranger), named(left, stranger)]).toEqual(['fine', 'fine', 'adjudicator', 'adjudicator', 'adjudicator', 'adjudicator']);
  });

  it.each([{ amber: 0 }, { amber: 15.5 }, { red: 101 }, { tolerance: -1 }, { areaPoints: 0 }, { totalPoints: 10_001 }, { points: 0 }, { points: 0.3 }, { points: 1000.5 }, { points: null }, { bands: 0 }, { bands: 5 }, { bands: 1.5 }, { bands: null }, { revealUnit: 'never' }, { judging: 'guess' }, { adjudicator: 'someone' }])('cannot be %p', (rules) => {
    expect(policySchema.safeParse({ ...defaultPolicy, ...rules }).success).toBe(false);
  });
});
