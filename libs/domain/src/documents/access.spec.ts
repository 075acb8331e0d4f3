import { evaluator, play, samplePeople, sampleState, type Act } from '@samsyn/samples';
import { Refusal } from '../refusal';
import { isOnTeam, materialReaders, requireMaterial, requireMaterialRole } from './access';

const { coordinator, contact, observer, stranger } = samplePeople;
const join = (person: string): Act => ({ by: coordinator, fact: { kind: 'joined', person, role: 'contact', seat: null } });
const declare = (person: string, conflict: boolean): Act => ({ by: person, fact: { kind: 'declared', person, conflict, text: '' } });
const said = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (refused) {
    if (refused instanceof Refusal) return refused.code;
    throw refused;
  }
};

describe('who may read the material', () => {
  const state = sampleState();

  it('is the team and the municipality; not observers, not strangers', () => {
    expect([coordinator, evaluator(1), contact, observer, stranger].map((person) => said(() => requireMaterial(state, person)))).toEqual([['coordinator'], ['evaluator'], ['contact'], 'people/not-allowed', 'wire/not-found']);
    expect(materialReaders(state)).not.toContain(observer);
    expect(materialReaders(state, ['contact'])).toEqual([contact]);
  });

  it('is nobody before a declaration, and nobody after a conflict', () => {
    const joined = play(state, join(stranger));
    expect(said(() => requireMaterial(joined, stranger))).toBe('people/declaration-missing');
    expect(materialReaders(joined)).not.toContain(stranger);
    expect(said(() => requireMaterial(play(joined, declare(stranger, true)), stranger))).toBe('wire/not-found');
    expect(said(() => requireMaterial(play(state, declare(evaluator(1), true)), evaluator(1)))).toBe('wire/not-found');
  });

  it('to change something is a role, and never once locked', () => {
    expect(said(() => requireMaterialRole(state, contact, 'coordinator'))).toBe('people/not-allowed');
    expect(said(() => requireMaterialRole(state, coordinator, 'coordinator'))).toEqual(['coordinator']);
    expect(said(() => requireMaterialRole({ ...state, locked: { version: 1, at: '', reportHash: '' } }, coordinator, 'coordinator'))).toBe('evaluation/locked');
  });

  it('the municipality is not on the team', () => {
    expect([isOnTeam(['contact']), isOnTeam(['contact', 'coordinator']), isOnTeam(['adjudicator'])]).toEqual([false, true, true]);
  });
});
