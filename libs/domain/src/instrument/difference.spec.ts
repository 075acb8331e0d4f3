import { sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import type { InstrumentDraft } from './draft';
import { changesPoints, instrumentDifference } from './difference';
import { draftOf } from './draft-check';
import { shippedInstrument, shippedInstruments } from './shipped';

const text = (sv: string) => ({ sv, en: sv });
/** The sample with every place filled that may be left out. */
const full = (): InstrumentDraft => {
  const draft = draftOf(sampleInstrument);
  return {
    ...draft, note: 'Not.', supersedes: 'kk-2010', points: { area: 100, total: 200 }, method: [{ title: text('Metod'), text: text('Text') }],
    dimensions: ['system', 'deployment', 'results', 'evaluation'].map((key) => ({ key, title: text(key), anchors: [1, 2, 3, 4, 5].map((level) => text(`${key} ${level}`)) })),
    requests: [{ key: 'budget', title: text('Budget'), why: text('Därför'), example: text('Exempel'), questions: ['1.1'] }],
    areas: draft.areas.map((area) => ({
      ...area, introduction: text('Allmänt'),
      questions: area.questions.map((question) => ({
        ...question, example: { dimension: 'system', band: 2, text: text('Nivå') },
        criteria: question.criteria.map((criterion) => ({ ...criterion, weight: 1, lookFor: { documents: text('D'), website: text('W'), interviews: text('I') } })),
      })),
    })),
  };
};

/** Every single value of a body, by path. */
const leaves = (value: unknown, path: (string | number)[] = []): (string | number)[][] =>
  typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, own]) => leaves(own, [...path, Array.isArray(value) ? Number(key) : key])) : [path];
const set = (body: unknown, path: readonly (string | number)[], value: (old: unknown) => unknown): void => {
  const last = path.at(-1) ?? '';
  const holder = path.slice(0, -1).reduce<Record<string | number, unknown>>((at, step) => at[step] as Record<string | number, unknown>, body as Record<string, unknown>);
  holder[last] = value(holder[last]);
};
/** What makes a place the same place: another number or key is another place. */
const isName = (path: readonly (string | number)[]): boolean => ['number', 'key'].includes(`${path.at(-1)}`);
const first = (draft: InstrumentDraft) => draft.areas[0] as InstrumentDraft['areas'][number];
const told = (change: (draft: InstrumentDraft) => void): string[] => {
  const after = full();
  change(after);
  return instrumentDifference(full(), after).map(({ where, part, area, what, field, before, after: now }) => `${area ?? '-'} ${part} ${where} ${what} ${field}: ${before} > ${now}`);
};

describe('the difference between two versions', () => {
  it.each(shippedInstruments)('of $id and itself is none', (instrument) => {
    expect([instrumentDifference(instrument, instrument), instrumentDifference(full(), full())]).toEqual([[], []]);
  });

  it('finds every change of one field, once', () => {
    const places = leaves(full()).filter((path) => !isName(path));
    expect(places.length).toBeGreaterThan(150);
    fc.assert(fc.property(fc.constantFrom(...places), (path) => {
      const after = full();
      set(after, path, (old) => (typeof old === 'number' ? old + 1 : typeof old === 'boolean' ? !old : `${old} nytt`));
      const found = instrumentDifference(full(), after);
      expect(found).toEqual([expect.objectContaining({ what: 'changed' })]);
      expect(instrumentDifference(after, full())).toEqual([{ ...found[0], before: found[0]?.after, after: found[0]?.before }]);
    }), { numRuns: 400 });
  });

  it('names places that come, go and move', () => {
    const [area] = sampleInstrument.areas;
    expect(told((draft) => first(draft).questions.pop())).toEqual([`1 question 1.3 removed : ${area?.questions[2]?.title.sv} > null`]);
    expect(told((draft) => first(draft).questions.push({ number: '1.4', title: text('Ny'), short: text('Ny'), max: 5, criteria: [] }))).toEqual(['1 question 1.4 added : null > Ny']);
    expect(told((draft) => first(draft).questions.reverse())).toHaveLength(2);
    expect(told((draft) => first(draft).questions.unshift(...first(draft).questions.splice(2)))).toEqual(['1 question 1.3 moved : 3 > 1']);
    expect(told((draft) => (draft.areas = draft.areas.slice(0, 1)))).toEqual([`2 area 2 removed : ${sampleInstrument.areas[1]?.title.sv} > null`]);
    expect(told((draft) => first(draft).questions[0]?.criteria.push({ key: 'z', title: text('Nytt'), dimensions: ['system'] }))).toEqual(['1 criterion 1.1 z added : null > Nytt']);
    expect(told((draft) => delete draft.points)).toEqual(['- model  changed points.area: 100 > null', '- model  changed points.total: 200 > null']);
  });

  it('finds what the two printings of 2010 differ in, and that it is points', () => {
    const [kk, norrkoping] = [shippedInstrument('kk-2010'), shippedInstrument('kk-2010-norrkoping')];
    if (!kk || !norrkoping) throw new Error('not shipped');
    const points = instrumentDifference(kk, norrkoping).filter(changesPoints);
    expect(points.map(({ where, before, after }) => `${where} ${before} > ${after}`)).toEqual(['7.2 25 > 30', '7.3 20 > 15', '8.2 20 > 15', '8.4 15 > 20']);
  });

  it('compares half-edited drafts too, with the same number twice', () => {
    expect(told((draft) => first(draft).questions.push({ ...(full().areas[0]?.questions[0] as InstrumentDraft['areas'][number]['questions'][number]) }))).toEqual([`1 question 1.1 added : null > ${sampleInstrument.areas[0]?.questions[0]?.title.sv}`]);
  });
});
