import { evaluator, openRound, percentSheet, play, reveal, sampleState, seal, withdraw, type Act } from '@samsyn/samples';
import fc from 'fast-check';
import { questionsOf } from '../instrument';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { currentSeal, opensNow, questionState, requireEditable, requireMayOpenRound, requireMaySeal, requireMayWithdraw, undoSeconds, unitOf } from './seal';
import { visibleSeals } from './visibility';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const [first, second] = [evaluator(1), evaluator(2)];
const all = ['1.1', '1.2', '1.3', '2.1', '2.2'];
const sealAll = (person: string): Act => seal(person, Object.fromEntries(all.map((number) => [number, 50])));
const opened = (state: EvaluationState, touched: readonly string[]) => opensNow(state, touched).map(({ question }) => question);

describe('the unit that opens together', () => {
  it.each([['question', ['1.2']], ['area', ['1.1', '1.2', '1.3']], ['all', all]] as const)('by %s is %p', (revealUnit, unit) => {
    expect(unitOf(sampleState({ revealUnit }), '1.2')).toEqual(unit);
  });

  it('is the question alone from the second round on', () => {
    expect(unitOf(play(sampleState({ revealUnit: 'all' }), sealAll(first), sealAll(second), reveal(all), openRound(first, '1.2', 2)), '1.2')).toEqual(['1.2']);
  });

  it('is not known for a question that is not there', () => {
    expect([codeOf(() => unitOf(sampleState({ revealUnit: 'area' }), '9.9')), codeOf(() => questionState(sampleState(), '9.9'))]).toEqual(['instrument/unknown-question', 'instrument/unknown-question']);
  });
});

describe('opening', () => {
  it.each([2, 3, 4, 5, 6])('waits for the last of %i evaluators', (evaluators) => {
    let state = sampleState({ evaluators });
    for (let seat = 1; seat <= evaluators; seat++) {
      expect(opensNow(state, ['1.1'])).toEqual([]);
      state = play(state, seal(evaluator(seat), { '1.1': 50 }));
    }
    expect(opensNow(state, ['1.1'])).toEqual([{ question: '1.1', round: 1 }]);
  });

  it('by area waits for its last question, and then opens all of it and no other', () => {
    const state = play(sampleState({ revealUnit: 'area' }), sealAll(first), seal(second, { '1.1': 40, '1.2': 40, '2.1': 40 }));
    expect(opened(state, all)).toEqual([]);
    expect(opened(play(state, seal(second, { '1.3': 40 })), ['1.3'])).toEqual(['1.1', '1.2', '1.3']);
  });

  it('of a second round needs everyone again, and leaves what is open alone', () => {
    const state = play(sampleState({ revealUnit: 'area' }), sealAll(first), sealAll(second), reveal(all), openRound(first, '1.2', 2), seal(first, { '1.2': 60 }, { round: 2 }));
    expect(opened(state, ['1.2'])).toEqual([]);
    expect(opensNow(play(state, seal(second, { '1.2': 60 }, { round: 2 })), ['1.2', '1.1'])).toEqual([{ question: '1.2', round: 2 }]);
  });

  it('never happens for one evaluator alone, or none', () => {
    expect(opensNow(play(sampleState({ evaluators: 1 }), sealAll(first)), all)).toEqual([]);
    expect(opensNow(sampleState({ evaluators: 0 }), all)).toEqual([]);
  });

  it('does not wait for one who has left', () => {
    expect(opened(play(sampleState({ evaluators: 3 }), sealAll(first), sealAll(second), { by: first, fact: { kind: 'left', person: evaluator(3), role: 'evaluator' } }), ['1.1'])).toEqual(['1.1']);
  });

  it('opens the same with the same content in any order of seals', () => {
    const cases = fc.record({ evaluators: fc.integer({ min: 2, max: 6 }), revealUnit: fc.constantFrom('question', 'area', 'all') }).chain(({ evaluators, revealUnit }) => {
      const acts = Array.from({ length: evaluators }, (_, seat) => all.map((number, at) => seal(evaluator(seat + 1), { [number]: (seat * 17 + at * 7) % 101 }))).flat();
      return fc.record({ evaluators: fc.constant(evaluators), revealUnit: fc.constant(revealUnit), order: fc.shuffledSubarray(acts, { minLength: acts.length }) });
    });
    const after = (evaluators: number, revealUnit: 'question' | 'area' | 'all', order: readonly Act[]) => {
      const opens: string[] = [];
      let state = sampleState({ evaluators, revealUnit });
      for (const act of order) {
        state = play(state, act);
        const touched = act.fact.kind === 'sealed' ? act.fact.seals.map(({ question }) => question) : [];
        const now = opened(state, touched);
        if (now.length > 0) state = play(state, reveal(now));
        opens.push(...now);
      }
      return { opens: opens.sort(), marks: questionsOf(state.instrument).map(({ number }) => visibleSeals(state, first, questionState(state, number)).map(({ person, percent }) => [person, percent]).sort()) };
    };
    fc.assert(fc.property(cases, ({ evaluators, revealUnit, order }) => {
      const sorted = [...order].sort((a, b) => `${a.by} ${Object.keys(a.sheets ?? {}).join()}`.localeCompare(`${b.by} ${Object.keys(b.sheets ?? {}).join()}`));
      const found = after(evaluators, revealUnit, order);
      expect(found).toEqual(after(evaluators, revealUnit, sorted));
      expect(found.opens).toEqual(all);
    }), { numRuns: 60 });
  });
});

describe('sealing', () => {
  it('is refused twice in a round and for incomplete sheets', () => {
    const state = play(sampleState(), seal(first, { '1.1': 50 }));
    expect(codeOf(() => requireMaySeal(state, first, { '1.1': percentSheet(60) }))).toBe('scoring/already-sealed');
    expect(codeOf(() => requireMaySeal(state, first, { '1.2': percentSheet(60) }))).toBe('fine');
    expect(codeOf(() => requireMaySeal(state, first, { '1.2': { ...percentSheet(60), percent: null } }))).toBe('scoring/incomplete');
    expect(codeOf(() => requireMaySeal(state, first, { '9.9': percentSheet(60) }))).toBe('instrument/unknown-question');
    expect([codeOf(() => requireEditable(state, first, '1.1')), codeOf(() => requireEditable(state, second, '1.1'))]).toEqual(['scoring/already-sealed', 'fine']);
  });

  it('is possible again in a new round', () => {
    const state = play(sampleState(), seal(first, { '1.1': 50 }), seal(second, { '1.1': 60 }), reveal(['1.1']), openRound(second, '1.1', 2));
    expect([currentSeal(questionState(state, '1.1'), first), codeOf(() => requireEditable(state, first, '1.1'))]).toEqual([undefined, 'fine']);
  });
});

describe('taking a seal back', () => {
  const at = '2026-01-12T10:00:00.000Z';
  const later = (seconds: number): string => new Date(Date.parse(at) + seconds * 1000).toISOString();
  const state = play(sampleState(), seal(first, { '1.1': 50 }, { at }));

  it('is possible for sixty seconds, the last one included', () => {
    expect([0, undoSeconds, undoSeconds + 0.001].map((seconds) => codeOf(() => requireMayWithdraw(state, first, ['1.1'], later(seconds))))).toEqual(['fine', 'fine', 'scoring/undo-too-late']);
  });

  it('is refused when nothing is sealed or that seal opened the scores', () => {
    expect(codeOf(() => requireMayWithdraw(state, second, ['1.1'], at))).toBe('scoring/not-sealed');
    expect(codeOf(() => requireMayWithdraw(play(state, seal(second, { '1.1': 60 }, { at }), reveal(['1.1'])), second, ['1.1'], at))).toBe('scoring/undo-opened');
  });

  it('is answered alike whatever a colleague has sealed', () => {
    const other = play(sampleState({ evaluators: 3 }), seal(second, { '1.1': 60 }, { at }), seal(first, { '1.1': 50 }, { at }));
    expect(codeOf(() => requireMayWithdraw(other, first, ['1.1'], at))).toBe('fine');
  });

  it('leaves the sheet to be edited and sealed again', () => {
    const back = play(state, withdraw(first, ['1.1'], { at: later(5) }));
    expect([codeOf(() => requireEditable(back, first, '1.1')), codeOf(() => requireMaySeal(back, first, { '1.1': percentSheet(10) }))]).toEqual(['fine', 'fine']);
  });
});

describe('a new round', () => {
  const revealed = play(sampleState(), seal(first, { '1.1': 50 }), seal(second, { '1.1': 90 }), reveal(['1.1']));

  it('may be opened on a revealed question with a reason', () => {
    expect(codeOf(() => requireMayOpenRound(revealed, '1.1', 'Nytt underlag.'))).toBe('fine');
    expect(codeOf(() => requireMayOpenRound(revealed, '1.1', ' '))).toBe('scoring/reason-missing');
    expect(codeOf(() => requireMayOpenRound(revealed, '1.2', 'x'))).toBe('scoring/not-revealed');
    expect(codeOf(() => requireMayOpenRound(play(revealed, openRound(first, '1.1', 2)), '1.1', 'x'))).toBe('scoring/round-open');
  });
});
