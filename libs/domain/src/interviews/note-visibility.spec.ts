import { declare, evaluator, openRound, play, replace, reveal, samplePeople, sampleState, seal } from '@samsyn/samples';
import fc from 'fast-check';
import { isForAll, isOpenToAll, mayReadNote, ticksSeenBy } from './note-visibility';

const [ana, luis] = [evaluator(1), evaluator(2)];
const sealed = play(sampleState(), seal(ana, { '1.1': 40, '1.2': 40 }), seal(luis, { '1.1': 60 }));
const open = play(sealed, reveal(['1.1']));
const again = play(open, openRound(ana, '1.1', 2));
const note = (questions: readonly string[], shared = false) => ({ author: ana, shared, questions });

describe('questions', () => {
  it('are open to all when every one of them is, in the round that counts', () => {
    expect([isOpenToAll(sealed, ['1.1']), isOpenToAll(open, ['1.1']), isOpenToAll(open, ['1.1', '1.2']), isOpenToAll(again, ['1.1'])]).toEqual([false, true, false, false]);
  });

  it('are never open where there is none, or one that does not exist', () => {
    expect([isOpenToAll(open, []), isOpenToAll(open, ['9.9']), isOpenToAll(open, ['1.1', '9.9'])]).toEqual([false, false, false]);
  });
});

describe('a note', () => {
  it('is its author\'s until it is shared or all it is about is open', () => {
    expect([mayReadNote(sealed, ana, note(['1.1'])), mayReadNote(sealed, luis, note(['1.1'])), mayReadNote(open, luis, note(['1.1'])), mayReadNote(open, luis, note(['1.1', '1.2'])), mayReadNote(open, luis, note([])), mayReadNote(sealed, luis, note([], true))]).toEqual([true, false, true, false, false, true]);
  });

  it('is blind again while a new round runs, unless it was shared', () => {
    expect([mayReadNote(again, luis, note(['1.1'])), mayReadNote(again, luis, note(['1.1'], true))]).toEqual([false, true]);
  });

  it('is never read by who does not judge, whatever is shared or open', () => {
    for (const other of [samplePeople.coordinator, samplePeople.contact, samplePeople.observer, samplePeople.stranger]) expect([mayReadNote(open, other, note(['1.1'], true)), mayReadNote(open, other, { ...note([]), author: other })]).toEqual([false, false]);
  });

  it('by somebody who judges no longer is not read by the others', () => {
    const gone = play(open, { by: ana, fact: { kind: 'declared', person: ana, conflict: true, text: 'Släkt' } });
    expect([mayReadNote(gone, luis, note(['1.1'], true)), mayReadNote(gone, ana, note(['1.1']))]).toEqual([false, false]);
  });

  it('by somebody whose seat another took over stays with the team; after a conflict it does not', () => {
    const handed = play(open, replace(1, ana, evaluator(5)), declare(evaluator(5)));
    expect([luis, evaluator(5), ana].map((reader) => [mayReadNote(handed, reader, note(['1.1'])), mayReadNote(handed, reader, note([], true)), mayReadNote(handed, reader, note(['1.2']))])).toEqual([[true, true, false], [true, true, false], [false, false, false]]);
    const left = play(open, declare(ana, true), replace(1, ana, evaluator(5)), declare(evaluator(5)));
    expect([mayReadNote(left, luis, note(['1.1'], true)), mayReadNote(left, evaluator(5), note(['1.1']))]).toEqual([false, false]);
  });

  it('that a colleague may read is for all', () => {
    fc.assert(fc.property(fc.constantFrom(sealed, open, again), fc.subarray(['1.1', '1.2', '1.3']), fc.boolean(), (state, questions, shared) => {
      expect(mayReadNote(state, luis, note(questions, shared))).toBe(isForAll(state, note(questions, shared)));
    }));
  });
});

describe('ticks', () => {
  it('of colleagues show once the question is open to all, never the own and never to others', () => {
    const by = [ana, luis, samplePeople.stranger];
    expect([ticksSeenBy(sealed, luis, '1.1', by), ticksSeenBy(open, luis, '1.1', by), ticksSeenBy(again, luis, '1.1', by), ticksSeenBy(open, samplePeople.observer, '1.1', by)]).toEqual([[], [ana], [], []]);
  });
});
