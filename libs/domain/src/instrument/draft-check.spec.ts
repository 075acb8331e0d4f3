import { sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import { Refusal } from '../refusal';
import { instrumentDraftSchema, type InstrumentDraft } from './draft';
import { asInstrument, checkDraft, draftOf, emptyDraft } from './draft-check';
import { instrumentFaults } from './instrument';
import { instrumentSchema } from './instrument-schema';
import { instrumentToJson, parseInstrumentJson } from './json';
import { shippedInstruments } from './shipped';

type Question = InstrumentDraft['areas'][number]['questions'][number];
const text = (sv: string) => ({ sv, en: sv });
const changed = (change: (draft: InstrumentDraft) => void): InstrumentDraft => {
  const draft = draftOf(sampleInstrument);
  change(draft);
  return draft;
};
/** The second question, 1.2. */
const withQuestion = (change: (question: Question) => void): InstrumentDraft => changed((draft) => change(draft.areas[0]?.questions[1] as Question));
const told = (draft: InstrumentDraft): string[] => checkDraft(draft).map(({ path, where, rule }) => `${path.join('.')} | ${where} | ${rule}`);

/** Drafts in every state of work: any place empty, missing, too long or out of shape. */
const words = fc.record({ sv: fc.constantFrom('', 'Ord', 'x'.repeat(500)), en: fc.constantFrom('', 'Word') });
const amount = fc.oneof(fc.constant(null), fc.constantFrom(0, -1, 0.5, 1e21, 1e-9, 50, 100), fc.integer({ min: 1, max: 100 }));
const anyDraft: fc.Arbitrary<InstrumentDraft> = fc.record({
  id: fc.constantFrom('', 'kk-own', 'own', 'Å'), revision: fc.constantFrom('', '2026'), title: words, country: fc.constantFrom('', 'SE', 'SWE'), step: amount, sources: fc.constant([]),
  areas: fc.array(fc.record({
    number: amount, title: words, max: amount, headings: fc.constant([]), introduction: words,
    questions: fc.array(fc.record({
      number: fc.constantFrom('', '1.1', '1.2', '2.1', '1'), title: words, short: words, max: amount, example: fc.record({ dimension: fc.constantFrom('', 'system', 'plan'), band: amount, text: words }),
      criteria: fc.array(fc.record({ key: fc.constantFrom('', 'a', 'b', 'A'), title: words, dimensions: fc.subarray(['system', 'plan', '']), weight: amount }), { maxLength: 2 }),
    }), { maxLength: 3 }),
  }), { maxLength: 3 }),
});

describe('a draft', () => {
  it.each(shippedInstruments)('of $id has no fault and makes the same instrument', (instrument) => {
    expect([checkDraft(draftOf(instrument)), asInstrument(draftOf(instrument))]).toEqual([[], instrument]);
  });

  it('names a missing text by place and language', () => {
    expect(told(withQuestion((question) => (question.title.en = '')))).toEqual(['areas.0.questions.1.title.en | 1.2 | text-missing']);
    expect(told(changed((draft) => (draft.title = text(''))))).toEqual(['title.sv | title | text-missing', 'title.en | title | text-missing']);
    expect(checkDraft(withQuestion((question) => (question.short.sv = 'x'.repeat(401))))).toEqual([{ path: ['areas', 0, 'questions', 1, 'short', 'sv'], where: '1.2', rule: 'text-too-long', found: 'x'.repeat(401), expected: 400 }]);
  });

  it('names a missing or impossible number, and says nothing of sums that lean on it', () => {
    expect(told(withQuestion((question) => (question.max = null)))).toEqual(['areas.0.questions.1.max | 1.2 | number-missing']);
    expect(told(withQuestion((question) => (question.max = 1e-9)))).toEqual(['areas.0.questions.1.max | 1.2 | number-too-small']);
    expect(told(withQuestion((question) => (question.number = '1,2')))).toEqual(['areas.0.questions.1.number | 1,2 | format']);
    expect(told(changed((draft) => (draft.step = 2.5)))).toEqual(['step | step | number-bad']);
  });

  it('names an area that does not sum, with what is and what should be', () => {
    expect(checkDraft(withQuestion((question) => (question.max = (question.max ?? 0) - 5)))).toEqual([{ path: ['areas', 0, 'max'], where: '1', rule: 'area-sum', found: 95, expected: 100 }]);
  });

  it('names duplicate numbers at the later one, and criteria without sides', () => {
    expect(told(withQuestion((question) => (question.number = '1.1')))).toEqual(['areas.0.questions.1.number | 1.1 | duplicate-question']);
    expect(told(withQuestion((question) => question.criteria.forEach((criterion) => (criterion.dimensions = []))))).toEqual(['areas.0.questions.1.criteria.0.dimensions | 1.2 a | no-dimensions']);
    expect(told(withQuestion((question) => (question.criteria = [])))).toEqual(['areas.0.questions.1.criteria | 1.2 | no-criteria']);
  });

  it('may leave empty what may be left out', () => {
    const draft = withQuestion((question) => {
      question.example = { dimension: '', band: null, text: text('') };
      question.criteria.forEach((criterion) => Object.assign(criterion, { weight: null, lookFor: { documents: text(''), website: text(''), interviews: text('') } }));
    });
    expect(asInstrument({ ...draft, note: '', supersedes: '', dimensions: [], method: [], requests: [] })).toEqual(sampleInstrument);
  });

  it('has levels to fill when it names own sides', () => {
    expect(told(changed((draft) => (draft.dimensions = ['system', 'deployment', 'results', 'evaluation'].map((key) => ({ key, title: text(key), anchors: key === 'results' ? [] : Array.from({ length: 5 }, () => text('Nivå')) })))))).toEqual([
      'dimensions.2.anchors | results | levels',
    ]);
  });

  it('that is empty can be saved and says what is missing, in the order of the form', () => {
    expect(instrumentDraftSchema.parse(emptyDraft())).toEqual(emptyDraft());
    expect(told(emptyDraft()).map((line) => line.split(' | ')[0])).toEqual(['id', 'revision', 'title.sv', 'title.en', 'areas.0.title.sv', 'areas.0.title.en']);
  });

  it('is published exactly when nothing is wrong, whatever its state', () => {
    fc.assert(fc.property(anyDraft, (draft) => {
      const faults = checkDraft(draft);
      expect(new Set(faults.map(({ path, rule, found, expected }) => [...path, rule, found, expected].join('.'))).size).toBe(faults.length);
      if (faults.length > 0) return expect(() => asInstrument(draft)).toThrow(Refusal);
      const instrument = asInstrument(draft);
      expect([instrumentSchema.parse(instrument), instrumentFaults(instrument)]).toEqual([instrument, []]);
    }), { numRuns: 500 });
  });
});

describe('an instrument as a file', () => {
  it.each(shippedInstruments)('$id comes back byte for byte, in whatever order its keys came', (instrument) => {
    const file = instrumentToJson(instrument);
    const read = parseInstrumentJson(file);
    expect('draft' in read && instrumentToJson(read.draft)).toBe(file);
    expect('draft' in read && read.draft).toEqual(instrument);
    const turned = (value: unknown): unknown => (Array.isArray(value) ? value.map(turned) : typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([key, own]) => [key, turned(own)])) : value);
    expect(instrumentToJson(turned(instrument) as typeof instrument)).toBe(file);
  });

  it('says why it is none', () => {
    expect(parseInstrumentJson('Modell;1')).toEqual({ fault: { rule: 'not-json', path: '', found: 'Modell;1' } });
    expect(parseInstrumentJson(instrumentToJson(sampleInstrument).replace(/"max": \d+/, '"max": "hundra"'))).toEqual({ fault: { rule: 'shape', path: 'areas.0.max', found: '"hundra"' } });
    expect(parseInstrumentJson(' '.repeat(2 * 1024 * 1024 + 1))).toEqual({ fault: { rule: 'too-large', path: '', found: '2097153' } });
    expect(parseInstrumentJson('\uFEFF' + instrumentToJson(sampleInstrument))).toEqual({ draft: draftOf(sampleInstrument) });
  });

  it('never throws, whatever the text', () => {
    fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (junk) => void expect(parseInstrumentJson(junk)).toBeTruthy()));
  });
});
