import { instrumentOf, sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import { Refusal } from '../refusal';
import { areaOf, instrumentFaults, questionOf, questionsOf, soundInstrument } from './instrument';
import { instrumentSchema, type Instrument, type Question } from './instrument-schema';

const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const faults = (instrument: Instrument) => instrumentFaults(instrument).map(({ where, rule }) => `${where} ${rule}`);
const withQuestion = (change: (question: Question) => Question): Instrument => ({ ...sampleInstrument, areas: sampleInstrument.areas.map((area) => ({ ...area, questions: area.questions.map((question) => (question.number === '1.2' ? change(question) : question)) })) });

describe('an instrument', () => {
  it('is sound when its maxima add up to 100 in every area', () => {
    expect([instrumentSchema.parse(sampleInstrument), faults(sampleInstrument), soundInstrument(sampleInstrument)]).toEqual([sampleInstrument, [], sampleInstrument]);
    expect(faults(instrumentOf([], [100]))).toEqual([]);
  });

  it('adds maxima up exactly, whatever their decimals', () => {
    expect(faults(instrumentOf([33.3, 33.3, 33.4], [0.1, 0.2, 99.7], [33.333, 33.333, 33.334], Array.from({ length: 8 }, () => 12.5)))).toEqual([]);
    expect(instrumentFaults(instrumentOf(Array.from({ length: 8 }, () => 12.504)))).toEqual([{ where: '1', path: ['areas', 0, 'max'], rule: 'area-sum', found: 100.032, expected: 100 }]);
    expect(faults(instrumentOf([50, 49.999]))).toEqual(['1 area-sum']);
  });

  it('has 800 points in all when it is a KommunKompassen model', () => {
    expect(faults({ ...sampleInstrument, id: 'kk-short' })).toEqual(['total total']);
    expect(faults({ ...sampleInstrument, id: 'other-short' })).toEqual([]);
    expect(faults({ ...sampleInstrument, id: 'other-short', points: { area: 100, total: 300 } })).toEqual(['total total']);
    expect(faults({ ...sampleInstrument, id: 'other-short', points: { area: null, total: null }, areas: sampleInstrument.areas.slice(0, 1) })).toEqual([]);
  });

  it('names every fault and where it is', () => {
    const [first, second] = sampleInstrument.areas as [Instrument['areas'][number], Instrument['areas'][number]];
    expect(faults({ ...sampleInstrument, step: 15 })).toEqual(['step step']);
    expect(faults(instrumentOf([50, 49]))).toEqual(['1 area-sum']);
    expect(faults({ ...sampleInstrument, areas: [{ ...first, max: 110 }, second] })).toEqual(['1 area-max', '1 area-sum']);
    expect(faults({ ...sampleInstrument, areas: [first, { ...second, number: 1 }] })).toEqual(['1 duplicate-area', '2.1 question-outside-area', '2.2 question-outside-area']);
    expect(faults(withQuestion((question) => ({ ...question, number: '1.1' })))).toEqual(['1.1 duplicate-question']);
    expect(faults(withQuestion((question) => ({ ...question, number: '11.2' })))).toEqual(['11.2 question-outside-area']);
    expect(faults(withQuestion((question) => ({ ...question, criteria: [...question.criteria, ...question.criteria] })))).toEqual(['1.2 duplicate-criterion']);
    expect(faults(withQuestion((question) => ({ ...question, criteria: question.criteria.map((criterion) => ({ ...criterion, dimensions: ['system', 'system'] })) })))).toEqual(['1.2 a duplicate-dimension']);
    expect(codeOf(() => soundInstrument(instrumentOf([50])))).toBe('instrument/unsound');
  });

  it('is unsound as soon as one maximum is another', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 99 }), fc.integer({ min: 1, max: 98 }), (first, change) => {
      const changed = ((first - 1 + change) % 99) + 1;
      expect([faults(instrumentOf([first, 100 - first])), faults(instrumentOf([changed, 100 - first]))]).toEqual([[], changed === first ? [] : ['1 area-sum']]);
    }));
  });

  it('lists its questions in printed order and finds them with their area', () => {
    expect(questionsOf(sampleInstrument).map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2']);
    expect([questionOf(sampleInstrument, '2.1').max, areaOf(sampleInstrument, '2.1').number]).toEqual([60, 2]);
    expect([codeOf(() => questionOf(sampleInstrument, '3.1')), codeOf(() => areaOf(sampleInstrument, '3.1'))]).toEqual(['instrument/unknown-question', 'instrument/unknown-question']);
  });

  it('has a shape that refuses what is no instrument', () => {
    for (const change of [{ id: 'Å' }, { country: 'SWE' }, { step: 0 }, { areas: [] }]) expect(instrumentSchema.safeParse({ ...sampleInstrument, ...change }).success).toBe(false);
    for (const question of [{ max: 0 }, { max: -5 }, { max: 1001 }, { number: '1' }, { criteria: [] }]) expect(instrumentSchema.safeParse(withQuestion((own) => ({ ...own, ...question }))).success).toBe(false);
  });
});
