import { evaluator, play, reveal, samplePeople, sampleState, seal, settle, settledState, type Act } from '@samsyn/samples';
import { Refusal } from '../refusal';
import { emptySheet } from '../scoring';
import { checklist, notesOf } from './checklist';
import { isFullySigned, isFullyUnlocked, nextVersion, requireMaySign, requireMayUnlock, unlockersOf } from './lock';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const sign = (by: string, fingerprint = 'seen', version = 1): Act => ({ by, fact: { kind: 'lockSigned', version, fingerprint } });
const unlock = (by: string, version = 1): Act => ({ by, fact: { kind: 'unlockSigned', version, reason: 'Fel kommun.' } });
const locked: Act = { by: null, fact: { kind: 'locked', version: 1, reportHash: 'hash' } };
const unlocked: Act = { by: null, fact: { kind: 'unlocked', version: 1, reason: 'Fel kommun.' } };
const [first, second] = [evaluator(1), evaluator(2)];

describe('signing the lock', () => {
  it('is possible once for what was seen, when nothing stops it', () => {
    const state = settledState({});
    expect(codeOf(() => requireMaySign(state, first, 'seen', 'seen', 'Läst.'))).toBe('fine');
    expect(codeOf(() => requireMaySign(state, first, 'seen', 'other', 'Läst.'))).toBe('report/changed-since');
    expect(codeOf(() => requireMaySign(sampleState(), first, 'seen', 'seen', 'Läst.'))).toBe('report/not-ready');
    const signed = play(state, sign(first));
    expect([codeOf(() => requireMaySign(signed, first, 'seen', 'seen', 'Läst.')), codeOf(() => requireMaySign(signed, first, 'new', 'new', 'Läst.')), codeOf(() => requireMaySign(signed, second, 'seen', 'seen', 'Läst.'))]).toEqual(['report/already-signed', 'fine', 'fine']);
  });

  it('needs a reason for what is left on the checklist, and none where nothing is', () => {
    const state = settledState({});
    const notes = notesOf(checklist(state));
    expect(notes).toEqual(['textMissing', 'strengthsMissing', 'improvementsMissing']);
    expect(codeOf(() => requireMaySign(state, first, 'seen', 'seen', ' '))).toBe('report/acceptance-missing');
    expect(requireMaySign(state, first, 'seen', 'seen', ' Läst. ')).toEqual({ notes, reason: 'Läst.' });
    const full = { ...emptySheet, percent: '50', strengths: ['Tydligt.'], improvements: ['Följ upp.'] };
    const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
    const opened = play(sampleState(), ...[first, second].map((by) => seal(by, Object.fromEntries(numbers.map((number) => [number, full])))), reveal(numbers));
    const whole = numbers.reduce((next, number) => settle(next, number, '50', { text: 'Gemensam text.' }), opened);
    expect([checklist(whole), requireMaySign(whole, first, 'seen', 'seen', '')]).toEqual([[], null]);
  });

  it('keeps the reason with the signature', () => {
    const accepted = { notes: ['strengthsMissing'], reason: 'Läst.' };
    expect(play(settledState({}), { by: first, fact: { kind: 'lockSigned', version: 1, fingerprint: 'seen', accepted } }, sign(second)).signatures.map((own) => own.accepted)).toEqual([accepted, undefined]);
  });

  it.each([2, 3, 4, 5, 6])('takes all %i keys on the same report', (evaluators) => {
    let state = settledState({}, { evaluators });
    for (let seat = 1; seat <= evaluators; seat++) {
      expect(isFullySigned(state, 'seen')).toBe(false);
      state = play(state, sign(evaluator(seat)));
    }
    expect([isFullySigned(state, 'seen'), isFullySigned(state, 'other'), isFullySigned(play(state, sign(first, 'other')), 'seen')]).toEqual([true, false, false]);
  });

  it('never takes one key, or none', () => {
    expect(isFullySigned(play(settledState({}, { evaluators: 1 }), sign(first)), 'seen')).toBe(false);
    expect(isFullySigned(sampleState({ evaluators: 0 }), 'seen')).toBe(false);
  });
});

describe('unlocking', () => {
  const state = play(settledState({}), sign(first), sign(second), locked);

  it('needs a lock, a reason, and each person once', () => {
    expect(codeOf(() => requireMayUnlock(settledState({}), first, 'x'))).toBe('report/not-locked');
    expect([codeOf(() => requireMayUnlock(state, first, ' ')), codeOf(() => requireMayUnlock(state, first, 'x')), codeOf(() => requireMayUnlock(play(state, unlock(first)), first, 'x'))]).toEqual(['report/reason-missing', 'fine', 'report/already-signed']);
  });

  it('needs every evaluator and every coordinator', () => {
    expect(unlockersOf(state).sort()).toEqual([first, second, samplePeople.coordinator].sort());
    const two = play(state, unlock(first), unlock(second));
    expect([isFullyUnlocked(state), isFullyUnlocked(two), isFullyUnlocked(play(two, unlock(samplePeople.coordinator)))]).toEqual([false, false, true]);
  });

  it('makes the next version, needing new signatures', () => {
    const again = play(state, unlock(first), unlocked);
    expect([nextVersion(settledState({})), nextVersion(state), nextVersion(again)]).toEqual([1, 2, 2]);
    expect([again.locked, again.signatures, again.unlocks, isFullySigned(again, 'seen')]).toEqual([null, [], [], false]);
    expect(again.versions).toMatchObject([{ version: 1, reportHash: 'hash', reason: 'Fel kommun.' }]);
  });
});
