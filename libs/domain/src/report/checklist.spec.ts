import { emptySheet } from '../scoring';
import { evaluator, openRound, play, reveal, sampleState, seal, settle, settledState } from '@samsyn/samples';
import type { EvaluationState, QuestionState } from '../state';
import { checklist, isReady } from './checklist';

const numbers = ['1.1', '1.2', '1.3', '2.1', '2.2'];
const found = (state: EvaluationState) => Object.fromEntries(checklist(state).map(({ id, questions, areas, count }) => [id, questions.length > 0 ? questions : areas.length > 0 ? areas : count]));
const opened = (one: number, other: number) => play(sampleState(), seal(evaluator(1), Object.fromEntries(numbers.map((number) => [number, one]))), seal(evaluator(2), Object.fromEntries(numbers.map((number) => [number, other]))), reveal(numbers));
const settledAll = (state: EvaluationState, text: string) => numbers.reduce((next, number) => settle(next, number, '50', { text }), state);

describe('the checklist', () => {
  it('stops at what is not open and at what is not settled', () => {
    expect(found(sampleState())).toEqual({ unopened: numbers });
    const half = play(sampleState(), seal(evaluator(1), { '1.1': 50 }), seal(evaluator(2), { '1.1': 50 }), reveal(['1.1']));
    expect(found(half)).toEqual({ unopened: numbers.slice(1), unsettled: ['1.1'] });
    expect(isReady(checklist(half))).toBe(false);
  });

  it('says the same whatever is sealed but not open', () => {
    expect(checklist(play(sampleState(), seal(evaluator(1), { '1.1': 5 })))).toEqual(checklist(sampleState()));
  });

  it('is ready when all is settled, with notes that signing accepts', () => {
    const state = settledState({});
    expect(found(state)).toEqual({ textMissing: numbers, strengthsMissing: [1, 2], improvementsMissing: [1, 2] });
    expect(isReady(checklist(state))).toBe(true);
  });

  it('notes questions without a text, large divergences apart, and areas whose sums differ', () => {
    expect(found(settledAll(opened(30, 60), ''))).toEqual({ redTextMissing: numbers, areaFlagged: [1, 2], strengthsMissing: [1, 2], improvementsMissing: [1, 2] });
    expect(found(settledAll(opened(30, 60), 'Vi enades.'))).toEqual({ areaFlagged: [1, 2], strengthsMissing: [1, 2], improvementsMissing: [1, 2] });
    expect(found(settledAll(opened(30, 39.9), ''))).toEqual({ textMissing: numbers, strengthsMissing: [1, 2], improvementsMissing: [1, 2] });
  });

  it('counts strengths and improvements of the last open round per area', () => {
    const sheet = { ...emptySheet, percent: '50', strengths: ['Tydligt ansvar.'] };
    const state = play(sampleState(), seal(evaluator(1), { ...Object.fromEntries(numbers.map((number) => [number, 50])), '1.2': sheet }), seal(evaluator(2), Object.fromEntries(numbers.map((number) => [number, 50]))), reveal(numbers));
    expect(found(settledAll(state, 'Vi enades.'))).toEqual({ strengthsMissing: [2], improvementsMissing: [1, 2] });
    expect(found(settledAll({ ...state, questions: { ...state.questions, '1.2': { ...(state.questions['1.2'] as QuestionState), openedRound: 2 } } }, 'Vi enades.'))).toMatchObject({ strengthsMissing: [1, 2] });
  });

  it('stops again when a new round is opened', () => {
    expect(found(play(settledState({}), openRound(evaluator(1), '2.2', 2)))).toMatchObject({ unopened: ['2.2'] });
  });
});
