import { questionsOf } from './instrument';
import { shippedInstruments } from './instrument/shipped';
import { areaSums, totalOf } from './scoring';

const withQuestions = shippedInstruments.filter((instrument) => questionsOf(instrument).length > 0);

it.each(withQuestions)('$id goes from 0 to 800 points', (instrument) => {
  const total = (percent: string): string => totalOf(areaSums(instrument, Object.fromEntries(questionsOf(instrument).map(({ number }) => [number, percent]))));
  expect([total('0'), total('50'), total('100')]).toEqual(['0', '400', '800']);
});
