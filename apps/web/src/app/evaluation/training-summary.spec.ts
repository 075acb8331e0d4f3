import type { BoardQuestion } from '@samsyn/contract';
import { emptySheet } from '@samsyn/domain';
import { summaryOf } from './training-summary';

const question = (number: string, own: string | null, reference: string): BoardQuestion => ({
  number, round: 1, openedRound: 1, openedAt: '2026-11-22T10:00:00.000Z', proposals: [], standing: null, settled: null, rounds: [],
  voices: [['me', own] as const, ['reference', reference] as const].map(([person, percent]) => ({ person, round: 1, sealedAt: '2026-11-22T10:00:00.000Z', percent, sheet: emptySheet })),
});
const closed = (number: string): BoardQuestion => ({ ...question(number, null, '0'), openedRound: 0, openedAt: null, voices: [] });

it('puts the largest difference first, whichever side it is on, and means their sizes exactly', () => {
  const { rows, mean, opened, of } = summaryOf([question('1.1', '50', '60'), question('1.2', '160/3', '40'), question('1.3', '70', '80'), closed('1.4')], 'me');
  expect(rows.map(({ number, difference }) => [number, difference])).toEqual([['1.2', '40/3'], ['1.1', '-10'], ['1.3', '-10']]);
  expect([mean, opened, of]).toEqual(['100/9', 3, 4]);
});

it('leaves out of the mean what the learner set no figure on, and shows it last', () => {
  const { rows, mean } = summaryOf([question('1.1', null, '60'), question('1.2', '40', '40')], 'me');
  expect(rows.map(({ number, difference }) => [number, difference])).toEqual([['1.2', '0'], ['1.1', null]]);
  expect(mean).toBe('0');
});

it('is empty before anything is open', () => {
  expect(summaryOf([closed('1.1')], 'me')).toEqual({ opened: 0, of: 1, rows: [], mean: null });
});
