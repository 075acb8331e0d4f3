import { instrumentOf, sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import { instrumentFaults, questionsOf, type Instrument, type Question } from '../instrument';
import { asExact, exact, sumOf } from './exact';
import { areaSums, criterionPercent, judgementKey, judgementKeys, pointsOf, questionPercent, totalOf, type Judgements } from './points';
import { shown } from './rounding';

const title = { sv: 'x', en: 'x' };
const question: Question = {
  number: '1.1', title, short: title, max: 25,
  criteria: [{ key: 'a', title, dimensions: ['system', 'deployment'] }, { key: 'b', title, dimensions: ['system', 'deployment', 'results', 'evaluation'] }],
};

/** Whole maxima of one to seven questions that add up to 100. */
const maxima = fc.array(fc.integer({ min: 1, max: 99 }), { maxLength: 6 }).map((cuts) => {
  const marks = [...new Set([0, ...cuts, 100])].sort((a, b) => a - b);
  return marks.slice(1).map((mark, at) => mark - (marks[at] ?? 0));
});
const instruments = fc.array(maxima, { minLength: 1, maxLength: 8 }).map((areas) => instrumentOf(...areas));
const percents = fc.tuple(fc.nat(), fc.integer({ min: 1, max: 120 })).map(([n, d]) => asExact(exact(n % (100 * d + 1)).div(d)));
const scored = instruments.chain((instrument) => {
  const numbers = questionsOf(instrument).map(({ number }) => number);
  return fc.record({ instrument: fc.constant(instrument), values: fc.array(percents, { minLength: numbers.length, maxLength: numbers.length }).map((list): Record<string, string> => Object.fromEntries(numbers.map((number, at) => [number, list[at] ?? '0']))) });
});

describe('judgements', () => {
  it('have keys in the order of the grid', () => {
    expect(judgementKey('a', 'system')).toBe('a.system');
    expect(judgementKeys(question)).toEqual(['a.system', 'a.deployment', 'b.system', 'b.deployment', 'b.results', 'b.evaluation']);
  });

  it('give the mean of a criterion from what is judged; a missing one is not 0', () => {
    const [, b] = question.criteria;
    const judged: Judgements[] = [{}, { 'b.system': 0 }, { 'b.system': 70, 'b.deployment': 60, 'b.results': 10 }];
    expect(judged.map((judgements) => b && criterionPercent(b, judgements))).toEqual([null, '0', '140/3']);
  });

  it('give the mean of means of a question, each criterion alike', () => {
    expect(questionPercent(question, {})).toBeNull();
    expect(questionPercent(question, { 'a.system': 70, 'a.deployment': 60 })).toBe('65');
    expect(questionPercent(question, { 'a.system': 100, 'b.system': 0, 'b.deployment': 0, 'b.results': 0 })).toBe('50');
  });
});

describe('points', () => {
  it('are percent of the maximum, unrounded', () => {
    expect([pointsOf('140/3', 25), pointsOf('54', 25), pointsOf('50', 12.5)]).toEqual(['35/3', '27/2', '25/4']);
  });

  it('sum per area over what is scored, and round only when shown', () => {
    const sums = areaSums(sampleInstrument, { '1.1': '46', '1.2': null, '1.3': '50' });
    expect(sums).toEqual([{ area: 1, points: '171/5', max: 100, scored: 2, questions: 3 }, { area: 2, points: '0', max: 100, scored: 0, questions: 2 }]);
    expect(totalOf(sums)).toBe('171/5');
  });

  it('of rows shown may differ from the sum shown', () => {
    const instrument = instrumentOf([25, 25, 25, 25]);
    const values = Object.fromEntries(questionsOf(instrument).map(({ number }) => [number, '54']));
    expect([shown(areaSums(instrument, values)[0]?.points ?? '', 0), shown(pointsOf('54', 25), 0)]).toEqual(['54', '14']);
  });

  it('differ from the shown rows by at most half a unit a row, and half for the sum itself', () => {
    fc.assert(fc.property(scored, fc.integer({ min: 0, max: 1 }), ({ instrument, values }, decimals) => {
      for (const [at, area] of instrument.areas.entries()) {
        const rows = sumOf(area.questions.map(({ number, max }) => shown(pointsOf(values[number] ?? '0', max), decimals)));
        const sum = areaSums(instrument, values)[at]?.points ?? '0';
        const units = (value: string) => exact(rows).sub(value).abs().mul(10 ** decimals);
        expect(units(sum).compare(exact(area.questions.length).div(2))).toBeLessThanOrEqual(0);
        expect(units(shown(sum, decimals)).compare(exact(area.questions.length + 1).div(2))).toBeLessThanOrEqual(0);
      }
    }));
  });

  it('make a total that is the sum of unrounded areas in any order', () => {
    fc.assert(fc.property(scored, ({ instrument, values }) => {
      const sums = areaSums(instrument, values);
      const direct = sumOf(questionsOf(instrument).map(({ number, max }) => pointsOf(values[number] ?? '0', max)));
      expect([totalOf(sums), totalOf([...sums].reverse()), totalOf(areaSums({ ...instrument, areas: [...instrument.areas].reverse() }, values))]).toEqual([direct, direct, direct]);
    }));
  });

  it('of any sound instrument go from 0 to its whole maximum', () => {
    const whole = (instrument: Instrument, percent: string) => totalOf(areaSums(instrument, Object.fromEntries(questionsOf(instrument).map(({ number }) => [number, percent]))));
    fc.assert(fc.property(instruments, (instrument) => {
      expect(instrumentFaults(instrument)).toEqual([]);
      expect([whole(instrument, '100'), whole(instrument, '0')]).toEqual([`${instrument.areas.length * 100}`, '0']);
    }));
  });
});
