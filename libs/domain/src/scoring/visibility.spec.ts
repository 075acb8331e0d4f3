import { evaluator, percentSheet, play, record, reveal, samplePeople, sampleState, seal, settledState, withdraw, type Act } from '@samsyn/samples';
import fc from 'fast-check';
import type { LedgerEntry } from '../facts';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { opensNow, questionState, requireEditable, requireMaySeal, requireMayWithdraw } from './seal';
import { countSeen, mayBeTold, minuteOf, outlineSeenBy, progressSeenBy, revisionSeenBy, sealedSeenBy, visibleSeals } from './visibility';

const [first, second] = [evaluator(1), evaluator(2)];
const minute = '2026-02-02T09:00:00.000Z';
const at = (seconds: number): string => new Date(Date.parse(minute) + seconds * 1000).toISOString();
const seen = (state: EvaluationState, viewer: string) => visibleSeals(state, viewer, questionState(state, '1.1')).map(({ person, percent }) => [person, percent]);
const count = (state: EvaluationState, viewer: string, person: string, now: string) => progressSeenBy(state, viewer, now).find((progress) => progress.person === person)?.sealed;

describe('seals', () => {
  const blind = play(sampleState(), seal(first, { '1.1': 40 }), seal(second, { '1.1': 60 }));

  it('are seen by their own evaluator alone until they open, then by every evaluator', () => {
    expect([seen(blind, first), seen(blind, second)]).toEqual([[[first, '40']], [[second, '60']]]);
    const open = play(blind, reveal(['1.1']));
    expect(seen(open, first)).toEqual([[first, '40'], [second, '60']]);
    expect(seen(open, second)).toEqual(seen(open, first));
  });

  it('are never seen by anyone else', () => {
    const open = play(blind, reveal(['1.1']));
    for (const person of [samplePeople.coordinator, samplePeople.contact, samplePeople.observer, samplePeople.stranger]) expect([seen(blind, person), seen(open, person)]).toEqual([[], []]);
    expect(seen(play(open, { by: second, fact: { kind: 'declared', person: second, conflict: true, text: 'x' } }), second)).toEqual([]);
  });
});

describe('a line of a list', () => {
  const member = (state: EvaluationState, person: string) => outlineSeenBy(state, state.members.findLast((own) => own.person === person) as EvaluationState['members'][number]);
  const invited = (state: EvaluationState, role: 'observer' | 'evaluator') => play(state, { by: samplePeople.coordinator, fact: { kind: 'joined', person: samplePeople.stranger, role, seat: role === 'evaluator' ? 3 : null } });

  it('tells who has declared how far it has come', () => {
    const half = play(sampleState(), seal(first, { '1.1': 40, '1.2': 50 }), seal(second, { '1.1': 60 }), reveal(['1.1']));
    expect([member(half, first), member(half, second), member(half, samplePeople.observer)]).toEqual([
      { phase: 'scoring', opened: 1, settled: 0, ownSealed: 2 }, { phase: 'scoring', opened: 1, settled: 0, ownSealed: 1 }, { phase: 'scoring', opened: 1, settled: 0, ownSealed: null },
    ]);
  });

  it('tells who has not declared the same, however much is opened and agreed', () => {
    const states = [sampleState(), settledState({}), settledState({ '1.1': '80' })];
    for (const role of ['observer', 'evaluator'] as const) expect(states.map((state) => member(invited(state, role), samplePeople.stranger))).toEqual(states.map(() => ({ phase: 'scoring', opened: 0, settled: 0, ownSealed: role === 'evaluator' ? 0 : null })));
    const locked = play(settledState({}), { by: null, fact: { kind: 'locked', version: 1, reportHash: 'x' } });
    expect([sampleState({ open: false }), locked].map((state) => member(invited(state, 'observer'), samplePeople.stranger).phase)).toEqual(['planning', 'locked']);
  });
});

describe('counters', () => {
  it('begin at the minute', () => {
    expect(minuteOf('2026-02-02T09:00:59.999Z')).toBe(minute);
  });

  it('are exact for the own ones, and as of the last full minute for others', () => {
    const state = play(sampleState(), seal(first, { '1.1': 40, '1.2': 40 }, { at: at(10) }));
    expect([count(state, first, first, at(10)), count(state, second, first, at(10)), count(state, second, first, at(59)), count(state, second, first, at(60))]).toEqual([2, 0, 0, 2]);
    expect(progressSeenBy(state, second, at(60)).map(({ of }) => of)).toEqual([5, 5]);
  });

  it('tell an opened question at once', () => {
    const state = play(sampleState(), seal(first, { '1.1': 40 }, { at: at(10) }), seal(second, { '1.1': 40 }, { at: at(20) }), reveal(['1.1']));
    expect([count(state, second, first, at(21)), count(state, first, second, at(21))]).toEqual([1, 1]);
  });

  it('fall by a withdrawal only at the next full minute', () => {
    const sealed = play(sampleState(), seal(first, { '1.1': 40 }, { at: at(-10) }));
    const back = play(sealed, withdraw(first, ['1.1'], { at: at(20) }));
    expect([count(back, first, first, at(21)), count(back, second, first, at(21)), count(back, second, first, at(59)), count(back, second, first, at(60))]).toEqual([0, 1, 1, 0]);
    const again = play(back, seal(first, { '1.1': 45 }, { at: at(30) }));
    expect([count(again, second, first, at(31)), count(again, second, first, at(60))]).toEqual([1, 1]);
  });
});

describe('the log', () => {
  const { entries } = record(sampleState(), seal(first, { '1.1': 40 }, { at: at(10) }), withdraw(first, ['1.1'], { at: at(12) }), { by: samplePeople.coordinator, fact: { kind: 'scoringOpened' }, at: at(14) });

  it('tells every line but the blind acts of a colleague', () => {
    expect([entries.map((entry) => mayBeTold(entry, second)), entries.map((entry) => mayBeTold(entry, first))]).toEqual([[false, false, true], [true, true, true]]);
  });

  it('moves the revision for a blind act only at the next full minute', () => {
    const lines = entries.slice(0, 1);
    const before = { ...lines[0], at: at(-300), fact: { kind: 'scoringOpened' } } as LedgerEntry;
    expect([revisionSeenBy(countSeen([before, ...lines]), first, at(11)), revisionSeenBy(countSeen([before, ...lines]), second, at(59)), revisionSeenBy(countSeen([before, ...lines]), second, at(60))]).toEqual([2, 1, 2]);
    expect(revisionSeenBy(countSeen([]), second, at(0))).toBe(0);
  });

  it('tells neither in how many acts a colleague sealed nor that one was taken back within the minute', () => {
    const inOne = record(sampleState(), seal(first, { '1.1': 40, '1.2': 50 }, { at: at(5) })).entries;
    const inTwo = record(sampleState(), seal(first, { '1.1': 40 }, { at: at(5) }), seal(first, { '1.2': 50 }, { at: at(9) })).entries;
    expect([revisionSeenBy(countSeen(inOne), second, at(60)), revisionSeenBy(countSeen(inTwo), second, at(60)), revisionSeenBy(countSeen(entries.slice(0, 2)), second, at(60))]).toEqual([1, 1, 0]);
  });
});

describe('that something is sealed', () => {
  const sealed = record(sampleState(), seal(first, { '1.1': 40 }, { at: at(10) }), withdraw(first, ['1.1'], { at: at(12) })).entries;
  const known = (entries: readonly LedgerEntry[], viewer: string, now: number) => sealedSeenBy(countSeen(entries), viewer, at(now));

  it('is known at once to who did it, to others on the full minute, and stays known when it is taken back', () => {
    expect([known([], first, 11), known(sealed, first, 11), known(sealed, second, 59), known(sealed, second, 60)]).toEqual([false, true, false, true]);
  });

  it('is known to all by what can only follow upon it', () => {
    const opened = record(sampleState(), seal(first, { '1.1': 40 }, { at: at(10) }), seal(second, { '1.1': 40 }, { at: at(20) }), { ...reveal(['1.1']), at: at(20) }).entries;
    expect([known(opened.slice(0, 2), samplePeople.coordinator, 21), known(opened, samplePeople.coordinator, 21)]).toEqual([false, true]);
  });

  it('and everything else that is counted is the same, counted line by line or at once', () => {
    const entries = [...sealed, ...record(sampleState(), seal(second, { '1.2': 40 }, { at: at(70) }), { by: samplePeople.coordinator, fact: { kind: 'scoringOpened' }, at: at(74) }).entries];
    expect(entries.reduce((before, entry) => countSeen([entry], before), countSeen([]))).toEqual(countSeen(entries));
    expect(countSeen(entries)).toMatchObject({ lines: 4, at: at(74), sealedFrom: { [first]: at(10), [second]: at(70) }, sealsTold: false });
  });
});

describe('two worlds that differ only in what a colleague does blind', () => {
  const questions = ['1.1', '1.2', '1.3', '2.1', '2.2'] as const;
  const moves = fc.array(fc.record({ question: fc.constantFrom(...questions), percent: fc.integer({ min: 0, max: 100 }), undo: fc.boolean() }), { maxLength: 8 });

  /** Seals and withdrawals by the colleague within the running minute, each question sealed at most once at a time. */
  function actsOf(list: { question: string; percent: number; undo: boolean }[]): Act[] {
    const sealed = new Set<string>();
    return list.flatMap(({ question, percent, undo }, index) => {
      if (sealed.has(question)) return undo && sealed.delete(question) ? [withdraw(second, [question], { at: at(index + 1) })] : [];
      sealed.add(question);
      return [seal(second, { [question]: percent }, { at: at(index + 1) })];
    });
  }

  /** Every answer the viewer can get about it, refusals with their facts included. */
  function answersTo(viewer: string, state: EvaluationState, entries: readonly LedgerEntry[], now: string) {
    const told = (act: () => unknown): unknown => {
      try {
        act();
        return 'fine';
      } catch (error) {
        if (error instanceof Refusal) return [error.code, error.facts];
        throw error;
      }
    };
    return {
      seals: questions.map((number) => visibleSeals(state, viewer, questionState(state, number))),
      progress: progressSeenBy(state, viewer, now),
      revision: revisionSeenBy(countSeen(entries), viewer, now),
      sealed: sealedSeenBy(countSeen(entries), viewer, now),
      lines: entries.filter((entry) => mayBeTold(entry, viewer)),
      refusals: questions.map((number) => [
        told(() => requireMaySeal(state, viewer, { [number]: percentSheet(50) })), told(() => requireMaySeal(state, viewer, { [number]: { ...percentSheet(50), percent: null } })),
        told(() => requireMayWithdraw(state, viewer, [number], now)), told(() => requireEditable(state, viewer, number)),
      ]),
    };
  }

  it('answer a colleague, a coordinator and an observer alike until the minute is over', () => {
    fc.assert(fc.property(moves, moves, fc.integer({ min: 3, max: 6 }), fc.constantFrom('question', 'area', 'all'), (one, other, evaluators, revealUnit) => {
      const start = play(sampleState({ evaluators, revealUnit }), seal(first, { '1.1': 70, '2.1': 20 }, { at: at(-120) }), seal(second, { '1.2': 30 }, { at: at(-90) }));
      const base = { revision: start.revision, at: at(-90), actor: second, fact: { kind: 'sealed', seals: [] } } as unknown as LedgerEntry;
      const acts = (list: typeof one) => actsOf(list.filter(({ question }) => question !== '1.2'));
      const worlds = [one, other].map((list) => record(start, ...acts(list)));
      for (const viewer of [first, evaluator(3), samplePeople.coordinator, samplePeople.observer]) {
        const [here, there] = worlds.map(({ state, entries }) => answersTo(viewer, state, [base, ...entries], at(30)));
        expect(here).toEqual(there);
      }
      for (const { state } of worlds) expect(opensNow(state, questions)).toEqual([]);
      const acting = worlds.map(({ state, entries }) => [base, ...entries, ...record(state, seal(first, { '2.2': 10 }, { at: at(40) })).entries]);
      expect(revisionSeenBy(countSeen(acting[0] ?? []), first, at(41))).toBe(revisionSeenBy(countSeen(acting[1] ?? []), first, at(41)));
    }), { numRuns: 150 });
  });

  it('hide the content of seals for as long as they are not open', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 }), (one, other) => {
      const worlds = [one, other].map((percent) => record(sampleState({ evaluators: 3 }), seal(second, { '1.1': percent, '1.2': percent }, { at: at(1) })));
      const answers = worlds.map(({ state, entries }) => ({ ...answersTo(first, state, entries, at(3600)), opens: opensNow(state, questions) }));
      expect(answers[0]).toEqual(answers[1]);
    }));
  });

  it('hide for good what was sealed and taken back', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), (percent) => {
      const stayed = sampleState({ evaluators: 3 });
      const { state } = record(stayed, seal(second, { '1.1': percent }, { at: at(1) }), withdraw(second, ['1.1'], { at: at(50) }));
      for (const now of [at(51), at(60), at(3600)]) {
        expect(progressSeenBy(state, first, now)).toEqual(progressSeenBy(stayed, first, now));
        expect(visibleSeals(state, first, questionState(state, '1.1'))).toEqual([]);
      }
    }));
  });
});
