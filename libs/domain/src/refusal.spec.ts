import { Refusal, refusalCodes } from './refusal';

describe('refusals', () => {
  it('are a closed list of topic and reason, each once', () => {
    expect(new Set(refusalCodes).size).toBe(refusalCodes.length);
    for (const code of refusalCodes) expect(code).toMatch(/^(people|wire|instrument|evaluation|scoring|consensus|documents|interviews|report)\/[a-z-]+$/);
  });

  it('carry code and facts, and are errors with a stack', () => {
    const refusal = new Refusal('scoring/off-step', { question: '1.1', step: 10 });
    expect(refusal).toBeInstanceOf(Error);
    expect([refusal.name, refusal.message, refusal.code, refusal.facts]).toEqual(['Refusal', 'scoring/off-step', 'scoring/off-step', { question: '1.1', step: 10 }]);
    expect(new Refusal('wire/not-found').facts).toEqual({});
  });
});
