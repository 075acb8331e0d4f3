import { evaluator, play, samplePeople, sampleState, type Act } from '@samsyn/samples';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { activeMembers, declaredMembers, declaredPeople, evaluatorsOf, isEvaluator, membershipsOf, requireAccess, requireMayInviteAgain, requireRole, type Role } from './team';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const { coordinator, contact, observer, stranger } = samplePeople;
const join = (person: string, role: Role, seat: number | null = null): Act => ({ by: coordinator, fact: { kind: 'joined', person, role, seat } });
const declare = (person: string, conflict = false): Act => ({ by: person, fact: { kind: 'declared', person, conflict, text: '' } });
const seats = (state: EvaluationState) => evaluatorsOf(state).map(({ seat }) => seat);

describe('the team', () => {
  it.each([2, 3, 4, 5, 6])('has %i evaluators in seat order, whoever came first', (evaluators) => {
    expect(seats(sampleState({ evaluators }))).toEqual(Array.from({ length: evaluators }, (_, at) => at + 1));
    const late = play(sampleState({ evaluators: 0 }), ...Array.from({ length: evaluators }, (_, at) => join(evaluator(evaluators - at), 'evaluator', evaluators - at)));
    expect(seats(late)).toEqual(Array.from({ length: evaluators }, (_, at) => at + 1));
  });

  it('loses who leaves and who declares a conflict, and keeps that they were there', () => {
    const state = play(sampleState({ evaluators: 3 }), { by: coordinator, fact: { kind: 'left', person: evaluator(2), role: 'evaluator' } }, declare(evaluator(3), true));
    expect([seats(state), activeMembers(state).length, state.members.length]).toEqual([[1], 4, 6]);
    expect([evaluator(1), evaluator(2), evaluator(3), observer].map((person) => isEvaluator(state, person))).toEqual([true, false, false, false]);
  });
});

describe('access', () => {
  it('is denied to strangers as if nothing were there, and to the undeclared until they declare', () => {
    const state = play(sampleState(), join(stranger, 'observer'));
    expect(codeOf(() => requireAccess(sampleState(), stranger))).toBe('wire/not-found');
    expect(codeOf(() => requireAccess(state, stranger))).toBe('people/declaration-missing');
    expect(requireAccess(play(state, declare(stranger)), stranger).role).toBe('observer');
    expect(codeOf(() => requireAccess(play(state, declare(stranger, true)), stranger))).toBe('wire/not-found');
  });

  it('and being told begin with the same declaration', () => {
    const state = play(sampleState(), join(stranger, 'evaluator', 3));
    const told = (own: EvaluationState): boolean => declaredMembers(own).some(({ person }) => person === stranger);
    expect([told(state), told(play(state, declare(stranger))), told(play(state, declare(stranger, true)))]).toEqual([false, true, false]);
    expect(declaredPeople(state)).toEqual([...new Set(declaredMembers(state).map(({ person }) => person))]);
    for (const { person } of state.members) expect(declaredMembers(state).some((member) => member.person === person)).toBe(codeOf(() => requireAccess(state, person)) === 'fine');
  });

  it('is offered once more to those alone who take part and have not declared', () => {
    const state = play(sampleState(), join(stranger, 'observer'));
    const answers = [sampleState(), state, play(state, declare(stranger)), play(state, declare(stranger, true)), play(state, { by: coordinator, fact: { kind: 'left', person: stranger, role: 'observer' } })].map((own) => codeOf(() => requireMayInviteAgain(own, stranger)));
    expect(answers).toEqual(['evaluation/nobody-to-invite', 'fine', ...Array(3).fill('evaluation/nobody-to-invite')]);
  });

  it('asks who declared a conflict to declare again when let in again; others keep their declaration', () => {
    const conflicted = play(sampleState(), declare(observer, true), join(observer, 'observer'));
    expect(codeOf(() => requireAccess(conflicted, observer))).toBe('people/declaration-missing');
    expect(codeOf(() => requireAccess(play(conflicted, declare(observer)), observer))).toBe('fine');
    const returned = play(sampleState(), { by: coordinator, fact: { kind: 'left', person: contact, role: 'contact' } }, join(contact, 'contact'));
    expect(codeOf(() => requireAccess(returned, contact))).toBe('fine');
  });

  it('by role knows every role of a person', () => {
    const state = play(sampleState(), join(contact, 'coordinator'));
    expect(membershipsOf(state, contact).map(({ role }) => role)).toEqual(['contact', 'coordinator']);
    expect([requireRole(state, contact, 'coordinator').role, requireRole(state, contact, 'contact', 'observer').role]).toEqual(['coordinator', 'contact']);
    expect(codeOf(() => requireRole(state, contact, 'evaluator'))).toBe('people/not-allowed');
    expect(codeOf(() => requireRole(state, stranger, 'evaluator'))).toBe('wire/not-found');
  });
});
