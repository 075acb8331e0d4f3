import { sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import { instrumentDraftSchema, type InstrumentDraft } from './draft';
import { draftOf, emptyDraft } from './draft-check';
import { draftFromRows } from './sheet-draft';
import { headings, rowsOf, sheetNames, type Cell, type SheetName } from './sheet-rows';
import { shippedInstruments } from './shipped';

const line = fc.string({ maxLength: 30, unit: fc.constantFrom('a', 'Å', '1', ' ', ',', '"', '\n', '=', '😀') });
const words = fc.record({ sv: line, en: line });
const someWords = words.filter(({ sv, en }) => sv + en !== '');
const amount = fc.oneof(fc.constant(null), fc.integer({ min: -5, max: 200 }), fc.integer({ min: 1, max: 99_999 }).map((value) => value / 1000));
const side = fc.constantFrom('system', 'deployment', 'plan', 'act');
const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> => fc.option(value, { nil: undefined });

/** Drafts at any stage of work whose places can be told apart by number; nothing optional is there and empty. */
const anyDraft: fc.Arbitrary<InstrumentDraft> = fc.record({
  id: line, revision: line, title: words, country: line.map((text) => text.slice(0, 20)), step: amount, sources: fc.array(line.filter((text) => text !== ''), { maxLength: 3 }),
  note: optional(line.filter((text) => text !== '')), supersedes: optional(fc.constantFrom('kk-2016')), training: optional(fc.boolean()),
  points: optional(fc.record({ area: fc.option(fc.integer({ min: 1 })), total: fc.option(fc.integer({ min: 1 })) })),
  dimensions: optional(fc.array(fc.record({ key: side, title: words, anchors: fc.array(words, { minLength: 5, maxLength: 5 }) }), { minLength: 1, maxLength: 4 })),
  method: optional(fc.array(fc.record({ title: someWords, text: words }), { minLength: 1, maxLength: 3 })),
  requests: optional(fc.array(fc.record({ key: fc.constantFrom('budget', 'plan'), title: words, why: words, example: words, questions: fc.subarray(['1.1', '2.10']) }), { minLength: 1, maxLength: 3 })),
  areas: fc.uniqueArray(fc.record({
    number: fc.integer({ min: 1, max: 20 }), title: words, max: amount, headings: fc.array(fc.constantFrom('En rubrik', 'Två, tre; fyra'), { maxLength: 3 }), introduction: optional(someWords),
    questions: fc.array(fc.record({
      title: words, short: words, max: amount, example: optional(fc.record({ dimension: side, band: fc.option(fc.integer({ min: 0, max: 4 })), text: words })),
      criteria: fc.array(fc.record({
        key: fc.constantFrom('a', 'b', ''), title: words, dimensions: fc.uniqueArray(side), weight: optional(fc.double({ min: 0.001, max: 100, noNaN: true })),
        lookFor: optional(fc.record({ documents: someWords, website: words, interviews: words })),
      }), { maxLength: 3 }),
    }), { maxLength: 3 }),
  }), { selector: ({ number }) => number, maxLength: 4 }),
}).map((draft) => JSON.parse(JSON.stringify({
  ...draft, areas: draft.areas.map((area) => ({ ...area, questions: area.questions.map((question, at) => ({ ...question, number: `${area.number}.${at + 1}` })) })),
})) as InstrumentDraft);

const sample = (): Record<SheetName, Cell[][]> => rowsOf(draftOf(sampleInstrument));
const told = (change: (sheets: Record<SheetName, Cell[][]>) => void): string[] => {
  const sheets = sample();
  change(sheets);
  return draftFromRows(sheets, emptyDraft()).faults.map(({ sheet, row, column, rule, found }) => `${sheet} ${row} ${column}: ${rule} ${found}`);
};
const at = (sheets: Record<SheetName, Cell[][]>, sheet: SheetName, row: number, column: string, value: Cell): void => void ((sheets[sheet][row - 1] as Cell[])[headings[sheet].indexOf(column)] = value);

describe('an instrument as sheets', () => {
  it.each(shippedInstruments)('$id comes back whole and without a fault, also over an empty draft', (instrument) => {
    expect(draftFromRows(rowsOf(draftOf(instrument)), emptyDraft())).toEqual({ draft: instrument, faults: [] });
  });

  it('comes back whole at any stage of work', () => {
    fc.assert(fc.property(anyDraft, (draft) => expect(draftFromRows(rowsOf(draft), draft).draft).toEqual(draft)), { numRuns: 300 });
  });

  it('may have its columns in any order', () => {
    const sheets = Object.fromEntries(Object.entries(sample()).map(([name, rows]) => [name, rows.map((row) => [...row].reverse())]));
    expect(draftFromRows(sheets, emptyDraft())).toEqual({ draft: draftOf(sampleInstrument), faults: [] });
  });

  it('reads a decimal comma and a number where text is meant', () => {
    const sheets = sample();
    at(sheets, 'Frågor', 2, 'Maxpoäng', '12,5');
    at(sheets, 'Frågor', 2, 'Fråga', 1.1);
    const { draft, faults } = draftFromRows(sheets, emptyDraft());
    expect([draft.areas[0]?.questions[0]?.max, draft.areas[0]?.questions[0]?.number, faults]).toEqual([12.5, '1.1', []]);
  });

  it('names the sheet, the row and the column of every fault', () => {
    expect(told((sheets) => at(sheets, 'Frågor', 3, 'Maxpoäng', 'tjugo'))).toEqual(['Frågor 3 Maxpoäng: number-expected tjugo']);
    expect(told((sheets) => at(sheets, 'Frågor', 1, 'Maxpoäng', 'Max'))).toEqual(['Frågor 1 Max: unknown-column Max', 'Frågor 1 Maxpoäng: missing-column null']);
    expect(told((sheets) => at(sheets, 'Frågor', 3, 'Område', 9))).toEqual(['Frågor 3 Område: unknown-area 9']);
    expect(told((sheets) => at(sheets, 'Frågor', 3, 'Fråga', '1.1'))).toEqual(['Frågor 3 Fråga: duplicate-number 1.1', 'Kriterier 3 Fråga: unknown-question 1.2']);
    expect(told((sheets) => at(sheets, 'Områden', 3, 'Område', 1))).toEqual(['Områden 3 Område: duplicate-number 1', 'Frågor 5 Område: unknown-area 2', 'Frågor 6 Område: unknown-area 2']);
    expect(told((sheets) => at(sheets, 'Kriterier', 2, 'Sidor', null))).toEqual(['Kriterier 2 Sidor: no-dimensions null']);
    expect(told((sheets) => at(sheets, 'Kriterier', 2, 'Sidor', 'system; plan'))).toEqual(['Kriterier 2 Sidor: unknown-side plan']);
    expect(told((sheets) => at(sheets, 'Modell', 2, 'Fält', 'Färg'))).toEqual(['Modell 2 Fält: unknown-field Färg']);
  });

  it('refuses more rows than a draft has room for, by the first that is too many', () => {
    expect(told((sheets) => sheets['Områden'].push(...Array.from({ length: 60 }, (_, row): Cell[] => [100 + row])))).toEqual(['Områden 52 null: too-many-rows 50']);
  });

  it('keeps what is missing as it was', () => {
    const { Kriterier: _criteria, Metod: _method, ...sheets } = sample();
    const { draft, faults } = draftFromRows(sheets, draftOf(sampleInstrument));
    expect([draft, faults.map(({ sheet, rule }) => `${sheet} ${rule}`)]).toEqual([draftOf(sampleInstrument), ['Kriterier missing-sheet', 'Metod missing-sheet']]);
    expect(draftFromRows({ Blad1: [] }, draftOf(sampleInstrument)).draft).toEqual(draftOf(sampleInstrument));
  });

  it('never throws on junk, and always makes a draft that can be saved', () => {
    const junk = fc.oneof(fc.anything(), fc.string(), fc.double(), fc.constantFrom(...Object.values(headings).flat(), 'kk', '1.1', 1));
    const sheet = (name: SheetName) => fc.array(fc.oneof(fc.array(junk), fc.constant([...headings[name]]), junk), { maxLength: 8 });
    fc.assert(fc.property(fc.record(Object.fromEntries(sheetNames.map((name) => [name, fc.oneof(sheet(name).map((rows) => [[...headings[name]], ...rows]), sheet(name), junk)])), { requiredKeys: [] }), (sheets) => {
      const { draft } = draftFromRows(sheets as never, emptyDraft());
      expect(instrumentDraftSchema.safeParse(draft).success).toBe(true);
    }), { numRuns: 500 });
    for (const none of [null, undefined, 3, 'x', []]) expect(draftFromRows(none as never, emptyDraft()).draft).toEqual(emptyDraft());
  });
});
