import { evaluator, record, reveal, sampleInstrument, sampleState, seal, withdraw } from '@samsyn/samples';
import type { Fact } from '../facts';
import { Refusal } from '../refusal';
import { defaultPolicy } from './policy';
import { isTraining, requirePractised, requireReal } from './practice';

const real = sampleState();
const training = sampleState({ instrument: { ...sampleInstrument, training: true } });
const codeOf = (act: () => void): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const one: readonly Fact[] = [
  { kind: 'roundOpened', question: '1.1', round: 2, reason: 'Nytt underlag.' },
  { kind: 'proposed', proposals: [] },
  { kind: 'approved', approvals: [] },
  { kind: 'settled', questions: [] },
  { kind: 'policyChanged', policy: defaultPolicy },
  { kind: 'policyProposed', before: defaultPolicy, policy: { ...defaultPolicy, amber: 20 }, reason: 'x' },
  { kind: 'policyApproved', proposal: 1 },
  { kind: 'scheduled', changes: [{ date: 'visitFrom', from: null, to: '2026-12-03' }] },
  { kind: 'joined', person: 'x', role: 'evaluator', seat: 3 },
  { kind: 'left', person: 'x', role: 'evaluator' },
  { kind: 'scoringOpened' },
  { kind: 'lockSigned', version: 1, fingerprint: 'x' },
  { kind: 'locked', version: 1, reportHash: 'x' },
  { kind: 'unlockSigned', version: 1, reason: 'x' },
  { kind: 'unlocked', version: 1, reason: 'x' },
];

describe('practice', () => {
  it('is known by its instrument', () => {
    expect([isTraining(training), isTraining(real)]).toEqual([true, false]);
    expect([codeOf(() => requireReal(training)), codeOf(() => requireReal(real))]).toEqual(['evaluation/training', 'fine']);
  });

  it('takes sealing, taking back, what opens by it, and stepping back', () => {
    const facts = record(training, seal(evaluator(1), { '1.1': 50 }), withdraw(evaluator(1), ['1.1']), reveal(['1.1'])).entries.map(({ fact }) => fact);
    expect(codeOf(() => requirePractised(training, [...facts, { kind: 'declared', person: evaluator(1), conflict: true, text: 'Känner dem.' }]))).toBe('fine');
    expect(codeOf(() => requirePractised(training, []))).toBe('fine');
  });

  it.each(one)('has no room for $kind, which anything real has', (fact) => {
    expect([codeOf(() => requirePractised(training, [fact])), codeOf(() => requirePractised(real, [fact]))]).toEqual(['evaluation/training', 'fine']);
  });

  it('refuses the whole command when one of its facts has no room', () => {
    expect(codeOf(() => requirePractised(training, [{ kind: 'revealed', opened: [] }, { kind: 'settled', questions: [] }]))).toBe('evaluation/training');
  });
});
