import fc from 'fast-check';
import { dimensionsOf, instrumentFaults, instrumentSchema, questionsOf, type Criterion, type Instrument } from './instrument';
import { areaSums, compareExact, judgementKeys, questionPercent, sumOf, totalOf, type Exact } from './scoring';

const words = (text: string) => ({ sv: text, en: text });
const sides = ['system', 'deployment', 'results', 'evaluation', 'plan', 'act', 'own'] as const;

/** Maxima with up to three decimals that add up to exactly `sum` thousandths, in as many parts as there are cuts and one. */
const parts = (sum: number, cuts: readonly number[]): number[] => {
  const ends = [...new Set(cuts.map((cut) => 1 + (cut % (sum - 1))))].sort((a, b) => a - b);
  return [...ends, sum].map((end, at) => (end - (ends[at - 1] ?? 0)) / 1000);
};

const criterion = (own: readonly string[]) => fc.record({ chosen: fc.subarray([...own], { minLength: 1 }), weight: fc.option(fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10), { nil: undefined }) });

/** Any sound instrument: one to six areas of any size, sides of its own, one to five criteria a question with or without weights. */
const anyInstrument: fc.Arbitrary<Instrument> = fc.subarray([...sides], { minLength: 1, maxLength: 4 }).chain((own) =>
  fc.record({
    step: fc.constantFrom(1, 5, 10, 20, 25, 50),
    areas: fc.array(
      fc.record({
        thousandths: fc.integer({ min: 2, max: 1_000_000 }), cuts: fc.array(fc.nat(), { maxLength: 7 }),
        criteria: fc.array(fc.array(criterion(own), { minLength: 1, maxLength: 5 }), { minLength: 8, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    ),
  }).map(({ step, areas }): Instrument => ({
    id: 'any', revision: 'any', title: words('Vilken som helst'), country: 'SE', step, sources: ['made up'],
    points: { area: null, total: areas.reduce((sum, { thousandths }) => sum + thousandths, 0) / 1000 },
    dimensions: own.map((key) => ({ key, title: words(key), anchors: [0, 1, 2, 3, 4].map((band) => words(`${key} ${band}`)) })),
    areas: areas.map(({ thousandths, cuts, criteria }, at) => ({
      number: at + 1, title: words(`Område ${at + 1}`), max: thousandths / 1000, headings: [],
      questions: parts(thousandths, cuts).map((max, index) => ({
        number: `${at + 1}.${index + 1}`, title: words(`Fråga ${index + 1}`), short: words(`Fråga ${index + 1}`), max,
        criteria: (criteria[index] ?? []).map(({ chosen, weight }, place): Criterion => ({ key: 'abcde'[place] ?? 'z', title: words(`Kriterium ${place}`), dimensions: chosen, ...(weight === undefined ? {} : { weight }) })),
      })),
    })),
  })),
);

/** The total when every cell of every question is judged alike. */
function totalAt(instrument: Instrument, value: number): Exact {
  const percents = questionsOf(instrument).map((question) => [question.number, questionPercent(question, Object.fromEntries(judgementKeys(question).map((key) => [key, value])))]);
  return totalOf(areaSums(instrument, Object.fromEntries(percents)));
}

describe('any sound instrument', () => {
  it('scores exactly its total at 100 percent, exactly nothing at 0, and exactly half at 50, without a change of code', () => {
    fc.assert(fc.property(anyInstrument, (instrument) => {
      expect(instrumentSchema.parse(instrument)).toEqual(instrument);
      expect(instrumentFaults(instrument)).toEqual([]);
      expect(dimensionsOf(instrument).length).toBeLessThanOrEqual(4);
      const total = `${instrument.points?.total}`;
      expect([compareExact(totalAt(instrument, 100), total), totalAt(instrument, 0), compareExact(sumOf([totalAt(instrument, 50), totalAt(instrument, 50)]), total)]).toEqual([0, '0', 0]);
    }), { numRuns: 200 });
  });
});
