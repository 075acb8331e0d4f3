import { declare, evaluator, openRound, percentSheet, play, replace, reveal, samplePeople, sampleState, seal, withdraw, type Act } from '@samsyn/samples';
import fc from 'fast-check';
import { evaluatorsOf, requireMayReplace } from '../evaluation';
import { Refusal } from '../refusal';
import type { EvaluationState } from '../state';
import { opensNow, questionState, requireMayOpenRound, requireMaySeal, requireMayWithdraw, standingSeal } from './seal';
import { progressSeenBy, visibleSeals } from './visibility';

const questions = ['1.1', '1.2', '2.1'] as const;
const sheet = percentSheet(50);
const substitutes = [evaluator(5), evaluator(6), samplePeople.stranger, evaluator(1)];
interface Step { readonly kind: 'seal' | 'withdraw' | 'round' | 'conflict' | 'ill'; readonly seat: number; readonly question: (typeof questions)[number]; readonly who: number }

const steps = fc.array(fc.record<Step>({
  kind: fc.constantFrom('seal', 'seal', 'seal', 'seal', 'withdraw', 'round', 'conflict', 'ill'), seat: fc.integer({ min: 1, max: 3 }), question: fc.constantFrom(...questions), who: fc.nat(3),
}), { maxLength: 40 });

/** Which seals stand, kept beside the product in the plainest way: by seat, question and round. */
type Book = Map<string, { person: string; open: boolean }>;
const key = (seat: number, question: string, round: number): string => `${seat} ${question} ${round}`;

/** The act of a step, if the rules allow it, and what it means for the book. */
function actOf(state: EvaluationState, book: Book, { kind, seat, question, who }: Step): Act | null {
  const holder = state.members.findLast((member) => member.role === 'evaluator' && member.seat === seat);
  if (!holder) return null;
  const { person } = holder;
  const { round } = questionState(state, question);
  switch (kind) {
    case 'seal':
      if (!holder.active) return null;
      requireMaySeal(state, person, { [question]: sheet });
      expect(book.has(key(seat, question, round))).toBe(false);
      book.set(key(seat, question, round), { person, open: false });
      return seal(person, { [question]: 50 }, { round });
    case 'withdraw':
      if (!holder.active) return null;
      requireMayWithdraw(state, person, [question], standingSeal(state, questionState(state, question), person)?.at ?? '');
      expect(book.get(key(seat, question, round))?.person).toBe(person);
      book.delete(key(seat, question, round));
      return withdraw(person, [question], { round });
    case 'round':
      if (!holder.active) return null;
      requireMayOpenRound(state, question, 'Om igen.');
      return openRound(person, question, round + 1);
    case 'conflict':
      return holder.active ? declare(person, true) : null;
    case 'ill': {
      const joined = substitutes[who] ?? '';
      requireMayReplace(state, seat, joined, 'Sjuk.');
      // Of one with a conflict stands only what was open when they said so.
      if (!holder.active) for (const [at, { person: by, open }] of book) if (at.startsWith(`${seat} `) && by === person && !open) book.delete(at);
      return replace(seat, person, joined);
    }
  }
}

function tried(state: EvaluationState, book: Book, step: Step): Act | null {
  try {
    return actOf(state, book, step);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

describe('whatever is sealed, taken back, handed over and begun anew', () => {
  it('opens exactly when every seat has a seal that stands, and shows nobody what is not open', () => {
    fc.assert(fc.property(steps, fc.integer({ min: 2, max: 3 }), (list, evaluators) => {
      let state = sampleState({ evaluators });
      const book: Book = new Map();
      for (const step of list) {
        const act = tried(state, book, step);
        if (!act) continue;
        state = play(state, act);
        const opened = opensNow(state, questions).map(({ question }) => question);
        const seats = evaluatorsOf(state).map(({ seat }) => seat ?? 0);
        const due = questions.filter((number) => {
          const { round, openedRound } = questionState(state, number);
          return openedRound < round && seats.length > 1 && seats.every((seat) => book.has(key(seat, number, round)));
        });
        expect([...opened].sort()).toEqual([...due].sort());
        if (opened.length > 0) state = play(state, reveal(opened.filter((number) => questionState(state, number).round === 1)), ...opened.filter((number) => questionState(state, number).round > 1).map((number) => reveal([number], questionState(state, number).round)));
        // A conflicted holder's unopened seal never stands for a successor, even if the others opened the question without it.
        for (const number of opened) for (const seat of seats) { const own = book.get(key(seat, number, questionState(state, number).round)); if (own) own.open = true; }
        requireBlind(state, book);
      }
    }), { numRuns: 150 });
  });
});

function requireBlind(state: EvaluationState, book: Book): void {
  const everybody = new Set([...state.members.map(({ person }) => person), ...substitutes]);
  const active = new Set(evaluatorsOf(state).map(({ person }) => person));
  for (const number of questions) {
    const question = questionState(state, number);
    for (const viewer of everybody) {
      const strange = visibleSeals(state, viewer, question).filter((own) => own.person !== viewer);
      expect(strange.every(({ round }) => active.has(viewer) && round <= question.openedRound)).toBe(true);
      if (!active.has(viewer)) expect(visibleSeals(state, viewer, question)).toEqual([]);
    }
    for (const { person, seat } of evaluatorsOf(state))
      if (question.openedRound < question.round) expect(standingSeal(state, question, person)?.person).toBe(book.get(key(seat ?? 0, number, question.round))?.person);
  }
  const later = '2027-01-01T00:00:00.000Z';
  for (const own of progressSeenBy(state, samplePeople.coordinator, later)) {
    const seat = evaluatorsOf(state).find(({ person }) => person === own.person)?.seat ?? 0;
    const counted = questions.filter((number) => { const { round, openedRound } = questionState(state, number); return openedRound >= round || book.has(key(seat, number, round)); });
    expect(own.sealed).toBe(counted.length);
  }
}
