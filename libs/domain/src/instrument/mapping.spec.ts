import { printedReport } from '@samsyn/samples';
import fc from 'fast-check';
import Fraction from 'fraction.js';
import { Refusal } from '../refusal';
import { instrumentFaults, questionsOf, withoutGuidance } from './instrument';
import type { Instrument } from './instrument-schema';
import { mappingBetween, mappingFaults, onOtherScale, type Bounds, type Scale } from './mapping';
import { mappingSchema, type Mapping } from './mapping-schema';
import { shippedMappings } from './mappings';
import { shippedInstrument, shippedInstruments } from './shipped';

const shipped = (id: string): Instrument => {
  const found = shippedInstrument(id);
  if (!found) throw new RangeError(id);
  return found;
};
const between = (from: string, to: string): Mapping => {
  const found = mappingBetween(shippedMappings, from, to);
  if (!found) throw new RangeError(`${from} ${to}`);
  return found;
};
const read = (from: string, to: string, percents: Record<string, string>) => onOtherScale(between(from, to), shipped(from), shipped(to), percents);
const allAt = (id: string, percent: string): Record<string, string> => Object.fromEntries(questionsOf(shipped(id)).map(({ number }) => [number, percent]));
const add = (values: readonly (string | number)[]): Fraction => values.reduce<Fraction>((sum, value) => sum.add(`${value}`), new Fraction(0));
const inside = (bounds: Bounds | null, value: Fraction): boolean => bounds === null || (value.compare(bounds.low) >= 0 && value.compare(bounds.high) <= 0);

/** Exact percents: thirds, tenths and whole ones. */
const percent = fc.tuple(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(1, 3, 7, 10)).map(([part, of]) => new Fraction(part, 30 * of).toFraction());
const percentsFor = (id: string) => fc.tuple(...questionsOf(shipped(id)).map(({ number }) => percent.map((value) => [number, value] as const))).map((pairs) => Object.fromEntries(pairs));
const pairs = shippedMappings.flatMap((mapping) => mapping.from.flatMap((from) => mapping.to.map((to) => ({ from, to, mapping }))));
const refusal = (act: () => unknown): Refusal => {
  try {
    act();
  } catch (failure) {
    if (failure instanceof Refusal) return failure;
  }
  throw new Error('not refused');
};

describe('the shipped mappings', () => {
  it('have the shape of mappings, lose nothing to it, and name shipped models only', () => {
    expect(mappingSchema.array().parse(shippedMappings)).toEqual(shippedMappings);
    expect(pairs.filter(({ from, to }) => !shippedInstrument(from) || !shippedInstrument(to))).toEqual([]);
  });

  it.each(pairs)('$from to $to has no fault and says something of every question', ({ from, to, mapping }) => {
    expect(mappingFaults(mapping, shipped(from), shipped(to))).toEqual([]);
    expect(Object.keys(mapping.questions).sort()).toEqual(questionsOf(shipped(to)).map(({ number }) => number).sort());
    for (const mapped of Object.values(mapping.questions)) expect(mapped === null || mapped.kind === 'same' || mapped.note !== undefined).toBe(true);
  });

  it('join every shipped model with questions to every other, once, and none of the other two', () => {
    const [scored, known] = [true, false].map((has) => shippedInstruments.filter((instrument) => !instrument.training && questionsOf(instrument).length > 0 === has).map(({ id }) => id));
    const expected = (scored ?? []).flatMap((from) => [...(scored ?? []), 'kk-pre2010'].map((to) => `${from} ${to}`));
    expect(pairs.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(expected.sort());
    expect(known).toEqual(['kk-pre2010', 'kk-2020']);
  });

  it('say of 2010 and 2016 the same both ways', () => {
    const there = between('kk-2010', 'kk-2016').questions;
    const back = between('kk-2016', 'kk-2010').questions;
    const edges = (questions: Mapping['questions'], turned: boolean) =>
      Object.entries(questions).flatMap(([number, mapped]) => (mapped?.from ?? []).map((from) => `${turned ? `${from} ${number}` : `${number} ${from}`} ${mapped?.kind}`)).sort();
    expect(edges(there, false)).toEqual(edges(back, true));
    const missing = (questions: Mapping['questions']) => Object.keys(questions).filter((number) => questions[number] === null);
    expect([missing(there), missing(back)]).toEqual([['6.5', '7.2', '7.4'], ['2.4', '6.5', '7.2', '7.5']]);
  });

  it('call nothing in areas 3, 5 and 7 the same, where most was changed', () => {
    const kinds = Object.entries(between('kk-2010', 'kk-2016').questions).filter(([number]) => /^[357]\./.test(number)).map(([, mapped]) => mapped?.kind ?? null);
    expect(new Set(kinds)).toEqual(new Set(['near', null]));
  });
});

describe('reading on another scale', () => {
  it('keeps the percent and takes the maximum of the target: 2.5 of 2010 is 2.4 of 2016', () => {
    const area = read('kk-2010', 'kk-2016', { ...allAt('kk-2010', '50'), '2.5': '140/3' }).areas[1];
    expect(area?.questions[3]).toEqual({ number: '2.4', max: '20', from: ['2.5'], kind: 'same', percent: '140/3', points: '28/3', note: null });
  });

  it('counts what is missing from 0 to its maximum: area 6 without the new 6.5', () => {
    const area = read('kk-2010', 'kk-2016', allAt('kk-2010', '60')).areas[5];
    expect(area).toMatchObject({ max: '100', firm: { low: '51', high: '66' }, assumed: { low: '51', high: '66' }, exact: null, share: '85', assumptions: [], missing: ['6.5'] });
  });

  it('keeps assumptions apart from what is the same: area 3 rests on none', () => {
    const area = read('kk-2010', 'kk-2016', allAt('kk-2010', '60')).areas[2];
    expect(area).toMatchObject({ firm: null, assumed: { low: '60', high: '60' }, exact: null, share: '0', assumptions: ['3.1', '3.2', '3.3', '3.4', '3.5'], missing: [] });
  });

  it('joins two questions by their points: 8.6 and 8.7 of 2016 are 8.6 of 2010', () => {
    const joined = read('kk-2016', 'kk-2010', { ...allAt('kk-2016', '50'), '8.6': '100/3', '8.7': '90' }).areas[7]?.questions[5];
    expect(joined).toMatchObject({ number: '8.6', kind: 'part', percent: '185/3', points: '37/3' });
    expect(read('kk-2016', 'kk-2010', { '8.6': '50' }).areas[7]?.questions[5]).toMatchObject({ kind: null, percent: null, points: null });
  });

  it('weighs joined questions by their own maxima', () => {
    const from: Scale = { id: 'aa', areas: [{ number: 1, max: 40, questions: [{ number: '1.1', max: 30 }, { number: '1.2', max: '10' }] }] };
    const to: Scale = { id: 'bb', areas: [{ number: 1, max: 20, questions: [{ number: '1.1', max: '20' }] }] };
    const mapping: Mapping = { from: ['aa'], to: ['bb'], questions: { '1.1': { from: ['1.1', '1.2'], kind: 'part' } }, hints: [] };
    expect(onOtherScale(mapping, from, to, { '1.1': '100', '1.2': '0' }).areas[0]?.questions[0]).toMatchObject({ percent: '75', points: '15' });
  });

  it('never gives one total while a single question is not the same', () => {
    for (const { from, to, mapping } of pairs.filter((pair) => questionsOf(shipped(pair.from)).length > 0)) {
      const whole = onOtherScale(mapping, shipped(from), shipped(to), allAt(from, '50')).total;
      const same = Object.values(mapping.questions).filter((mapped) => mapped?.kind === 'same').length;
      expect(whole.exact).toBe(same === 45 ? '400' : null);
    }
  });

  it('gives the two variants of maxima exact points, all 45 the same', () => {
    const printed = printedReport('se-norrkoping-2010');
    const percents = Object.fromEntries(printed.areas.flatMap(({ questions }) => questions.map(({ number, percent: value }) => [number, `${value}`])));
    const { areas, total } = read('kk-2010-norrkoping', 'kk-2010', percents);
    expect(areas.flatMap(({ questions }) => questions).every(({ kind }) => kind === 'same')).toBe(true);
    expect([total.assumptions, total.missing, total.share]).toEqual([[], [], '100']);
    // 7.2 of 25 instead of 30, 7.3 of 20 instead of 15: 46 and 93 percent.
    expect(areas[6]?.questions.slice(1, 3).map(({ points }) => points)).toEqual(['23/2', '93/5']);
    const back = read('kk-2010', 'kk-2010-norrkoping', percents).total.exact;
    expect([total.exact, back]).toEqual([add(questionsOf(shipped('kk-2010')).map(({ number, max }) => new Fraction(percents[number] ?? '0').mul(max).div(100).toFraction())).toFraction(), add(questionsOf(shipped('kk-2010-norrkoping')).map(({ number, max }) => new Fraction(percents[number] ?? '0').mul(max).div(100).toFraction())).toFraction()]);
  });
});

describe('the rule of thumb', () => {
  const printed = printedReport('se-norrkoping-2010');
  const old = printed.parallel_old_scale;
  const percents = Object.fromEntries(printed.areas.flatMap(({ questions }) => questions.map(({ number, percent: value }) => [number, `${value}`])));

  it('stands alone on the old scale: Norrköping 2010 gets no number, only the hint with its source', () => {
    const { areas, total, hints } = read('kk-2010-norrkoping', 'kk-pre2010', percents);
    expect(areas.map(({ questions, firm, assumed, exact, share }) => ({ questions, firm, assumed, exact, share }))).toEqual(Array(8).fill({ questions: [], firm: null, assumed: null, exact: null, share: '0' }));
    expect(total).toEqual({ max: '800', firm: null, assumed: null, exact: null, share: '0', assumptions: [], missing: [] });
    expect(hints).toEqual([expect.objectContaining({ low: 80, high: 100, source: expect.stringContaining('Norsjö 2015') })]);
  });

  it('is never computed, because the one municipality printed on both scales lies far outside it', () => {
    const differences = printed.areas.map(({ total }, at) => new Fraction(`${old?.areas[at]}`).sub(`${total.achieved}`));
    expect(differences.map((difference) => difference.toString())).toEqual(['16.5', '19.4', '-1', '6.4', '7.7', '2.6', '-7.6', '-7.6']);
    const whole = new Fraction(`${old?.total}`).sub(`${printed.total.value}`);
    expect(whole.toString()).toBe('36.5');
    const [hint] = between('kk-2010-norrkoping', 'kk-pre2010').hints;
    expect(whole.compare(hint?.low ?? 0)).toBe(-1);
    // Spread over eight areas the hint would be 10 to 12,5 an area: no area lies there, and three have the other sign.
    expect(differences.filter((difference) => difference.compare(new Fraction(hint?.low ?? 0, 8)) >= 0 && difference.compare(new Fraction(hint?.high ?? 0, 8)) <= 0)).toEqual([]);
    expect(differences.filter((difference) => difference.compare(0) < 0)).toHaveLength(3);
  });

  it('enters no figure: without hints the figures are the same', () => {
    for (const { from, to, mapping } of pairs) {
      const given = onOtherScale(mapping, shipped(from), shipped(to), percents);
      const bare = onOtherScale({ ...mapping, hints: [] }, shipped(from), shipped(to), percents);
      expect([bare.areas, bare.total]).toEqual([given.areas, given.total]);
    }
  });
});

describe('for any percents', () => {
  it.each([['kk-2010', 'kk-2016'], ['kk-2016', 'kk-2010'], ['kk-2016-nassjo', 'kk-2010-norrkoping']])('%s to %s: the bounds hold every completion of what is missing, and touch it', (from, to) => {
    fc.assert(
      fc.property(percentsFor(from), percentsFor(to), (percents, completion) => {
        const { areas, total } = read(from, to, percents);
        const complete = (open: (kind: string | null) => boolean, given: Record<string, string>) =>
          areas.map(({ questions }) => add(questions.map(({ number, max, kind, points }) => (open(kind) ? new Fraction(max).mul(given[number] ?? '0').div(100).toFraction() : (points ?? '0')))));
        const fits = (name: 'assumed' | 'firm', open: (kind: string | null) => boolean) => {
          const sums = complete(open, completion);
          const ends = (['0', '100'] as const).map((end) => add(complete(open, allAt(to, end)).map((sum) => sum.toFraction())).toFraction());
          return areas.every((area, at) => inside(area[name], sums[at] ?? new Fraction(-1))) && inside(total[name], add(sums.map((sum) => sum.toFraction()))) && total[name]?.low === ends[0] && total[name]?.high === ends[1];
        };
        return fits('assumed', (kind) => kind === null) && fits('firm', (kind) => kind !== 'same');
      }),
      { numRuns: 40 },
    );
  });

  it.each(['kk-2010', 'kk-2016', 'kk-2010-norrkoping', 'kk-2016-nassjo'])('%s to itself gives the very same points', (id) => {
    fc.assert(
      fc.property(percentsFor(id), (percents) => {
        const { areas, total } = read(id, id, percents);
        const points = questionsOf(shipped(id)).map(({ number, max }) => new Fraction(percents[number] ?? '0').mul(max).div(100).toFraction());
        expect(areas.flatMap(({ questions }) => questions.map((question) => question.points))).toEqual(points);
        expect(total).toMatchObject({ exact: add(points).toFraction(), firm: { low: total.exact, high: total.exact }, share: '100', missing: [], assumptions: [] });
      }),
      { numRuns: 40 },
    );
  });

  it.each([['kk-2010', 'kk-2016'], ['kk-2016', 'kk-2010'], ['kk-2010', 'kk-2010-norrkoping']])('%s to %s and back keeps every percent that is the same', (from, to) => {
    const there = between(from, to).questions;
    const same = Object.values(there).flatMap((mapped) => (mapped?.kind === 'same' ? mapped.from : []));
    expect(same.length).toBeGreaterThan(20);
    fc.assert(
      fc.property(percentsFor(from), (percents) => {
        const carried = Object.fromEntries(read(from, to, percents).areas.flatMap(({ questions }) => questions.flatMap(({ number, percent: value }) => (value === null ? [] : [[number, value]]))));
        const back = Object.fromEntries(read(to, from, carried).areas.flatMap(({ questions }) => questions.map((question) => [question.number, question])));
        return same.every((number) => back[number]?.kind === 'same' && back[number]?.percent === percents[number]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a mapping that does not fit', () => {
  const good = between('kk-2010', 'kk-2016');
  const [from, to] = [shipped('kk-2010'), shipped('kk-2016')];
  const facts = (mapping: Mapping) => refusal(() => onOtherScale(mapping, from, to, {}));

  it.each<[string, Mapping, object]>([
    ['a source it lacks', { ...good, questions: { '1.1': { from: ['1.9'], kind: 'near' } } }, { where: '1.1', rule: 'mapping-question', found: '1.9' }],
    ['a target it lacks', { ...good, questions: { '9.1': { from: ['1.1'], kind: 'near' } } }, { where: 'to', rule: 'mapping-question', found: '9.1' }],
    ['a target it lacks, not comparable', { ...good, questions: { '2.6': null } }, { where: 'to', rule: 'mapping-question', found: '2.6' }],
    ['two questions called the same as one', { ...good, questions: { '1.1': { from: ['1.1', '1.2'], kind: 'same' } } }, { where: '1.1', rule: 'mapping-same', found: '1.1,1.2' }],
    ['one question called the same as two', { ...good, questions: { '1.1': { from: ['1.1'], kind: 'same' }, '1.2': { from: ['1.1'], kind: 'same' } } }, { where: '1.2', rule: 'mapping-same', found: '1.1' }],
    ['one source twice', { ...good, questions: { '1.1': { from: ['1.1', '1.1'], kind: 'part' } } }, { where: '1.1', rule: 'mapping-same', found: '1.1,1.1' }],
    ['other models', { ...good, from: ['kk-2020'] }, { where: 'from', rule: 'mapping-model', found: 'kk-2010' }],
  ])('is refused with its faults: %s', (_name, mapping, fault) => {
    expect(facts(mapping)).toMatchObject({ code: 'instrument/unsound', facts: { faults: [fault] } });
  });

  it('makes the instrument unsound that would bring it along; a fitting one does not', () => {
    const own = (mappings: Mapping[]) => instrumentFaults({ ...to, mappings });
    expect(own([good])).toEqual([]);
    expect(own([good, { ...good, questions: { '2.6': null } }])).toEqual([{ where: 'to', path: ['mappings', 1], rule: 'mapping-question', found: '2.6' }]);
    expect(own([between('kk-2010', 'kk-pre2010')])).toEqual([{ where: 'mappings', path: ['mappings', 0], rule: 'mapping-model', found: 'kk-2016' }]);
    expect(instrumentFaults({ ...from, mappings: [{ ...good, questions: { '1.1': { from: ['1.9'], kind: 'near' } } }] })).toEqual([{ where: '1.1', path: ['mappings', 0], rule: 'mapping-question', found: '1.9' }]);
  });

  it('is not sent with every reading of an evaluation', () => {
    expect(withoutGuidance({ ...to, mappings: [good] })).not.toHaveProperty('mappings');
  });

  it('is not found for models that no mapping joins', () => {
    expect(mappingBetween(shippedMappings, 'kk-2010', 'kk-2020')).toBeUndefined();
    expect(mappingBetween([{ ...good, hints: [] }, good], 'kk-2010', 'kk-2016')?.hints).toEqual([]);
  });
});
