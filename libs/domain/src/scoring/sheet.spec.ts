import { percentSheet, sampleInstrument } from '@samsyn/samples';
import fc from 'fast-check';
import { questionOf } from '../instrument';
import { Refusal } from '../refusal';
import { draftValue } from './draft-value';
import { emptySheet, missingJudgements, requireSealable, settledPercent, sheetFromFields, sheetPercent, sheetState, type DraftField, type JudgingMode } from './sheet';
import { draftFieldSchema, percentTextSchema, sheetSchema } from './sheet-schema';

const question = questionOf(sampleInstrument, '1.1');
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return error.code;
    throw error;
  }
  return 'fine';
};
const draft = (field: DraftField, value: unknown, mode: JudgingMode = 'dimensions') => draftValue(sampleInstrument, mode, '1.1', field, value);

describe('a draft field', () => {
  it.each([0, 10, 100])('takes the judgement %i on the step', (value) => {
    expect(draft('judgement:a.system', value)).toBe(value);
  });

  it.each([
    ['judgement:a.system', 15, 'scoring/off-step'], ['judgement:a.system', 5.5, 'scoring/off-step'], ['judgement:a.system', -10, 'scoring/out-of-range'], ['judgement:a.system', 110, 'scoring/out-of-range'],
    ['judgement:a.system', Number.NaN, 'scoring/out-of-range'], ['judgement:a.system', '60', 'scoring/out-of-range'], ['judgement:a.results', 50, 'scoring/not-judged-here'], ['judgement:b.system', 50, 'scoring/not-judged-here'],
    ['percent', '50', 'scoring/not-judged-here'], ['rationale', 5, 'wire/invalid'], ['standing', 'maybe', 'wire/invalid'], ['strengths', [''], 'wire/invalid'], ['evidence', [{ kind: 'rumour', text: 'x' }], 'wire/invalid'], ['unsure', 'yes', 'wire/invalid'],
  ] as [DraftField, unknown, string][])('%s %p is refused or not: %s', (field, value, code) => {
    expect(codeOf(() => draft(field, value))).toBe(code);
  });

  it('takes no judgement in percent mode, and typed percent in the form of a sheet', () => {
    expect(codeOf(() => draft('judgement:a.system', 50, 'percent'))).toBe('scoring/not-judged-here');
    expect(['45,7', '45.7', 45.7, '45', '45,0', ' 100 % ', '0'].map((value) => draft('percent', value, 'percent'))).toEqual(['45.7', '45.7', '45.7', '45', '45', '100', '0']);
    expect(codeOf(() => draft('percent', '100,1', 'percent'))).toBe('scoring/out-of-range');
  });

  it('holds any tenth so that the sheet is valid and its percent exact', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 1000 }), (tenths) => {
      const percent = draft('percent', `${Math.floor(tenths / 10)},${tenths % 10}`, 'percent');
      const sheet = sheetSchema.parse(sheetFromFields({ percent }));
      expect(sheetPercent(question, 'percent', sheet)).toBe(settledPercent(sheet.percent));
    }));
  });

  it('is emptied by null', () => {
    expect((['judgement:a.system', 'rationale', 'strengths', 'unsure'] as DraftField[]).map((field) => draft(field, null))).toEqual([null, '', [], false]);
    expect(draft('percent', null, 'percent')).toBeNull();
  });

  it('refuses a question that is not there', () => {
    expect(codeOf(() => draftValue(sampleInstrument, 'dimensions', '9.9', 'rationale', ''))).toBe('instrument/unknown-question');
  });

  it('has a name of the closed list', () => {
    expect(['rationale', 'judgement:a.system', 'judgement:a.2nd', 'judgement:', 'constructor', 5].map((name) => draftFieldSchema.safeParse(name).success)).toEqual([true, true, false, false, false, false]);
  });
});

describe('a typed percent', () => {
  it.each([['45,7', '457/10'], ['45.70', '457/10'], ['100', '100'], [0, '0'], ['0,1 %', '1/10'], ['007', '7']])('%p is %s', (typed, percent) => {
    expect(settledPercent(typed)).toBe(percent);
  });

  it.each([['45,75', 'off-step'], [33.33, 'off-step'], ['100,1', 'out-of-range'], ['-1', 'out-of-range'], ['', 'out-of-range'], ['abc', 'out-of-range'], ['1e2', 'out-of-range'], ['1/3', 'out-of-range'], [Number.NaN, 'out-of-range'], [null, 'out-of-range'], [{}, 'out-of-range']])('%p is refused: %s', (typed, reason) => {
    expect(codeOf(() => settledPercent(typed, '1.1'))).toBe(`scoring/${reason}`);
  });

  it('in a sheet has one decimal and lies between 0 and 100', () => {
    expect(['0', '9.5', '45.0', '100', '100.0', '100.1', '101', '4,5', '457/10', '-1', '1.25'].map((text) => percentTextSchema.safeParse(text).success)).toEqual([true, true, true, true, true, false, false, false, false, false, false]);
  });
});

describe('a sheet', () => {
  it('is built from its fields; one never written or emptied is empty', () => {
    expect(sheetFromFields({})).toEqual(emptySheet);
    expect(sheetFromFields({ 'judgement:a.system': 60, 'judgement:a.deployment': null, rationale: 'Så.', percent: null })).toEqual({ ...emptySheet, judgements: { 'a.system': 60 }, rationale: 'Så.' });
  });

  it('has a percent in either mode, none when not judged', () => {
    const judged = { ...emptySheet, judgements: { 'a.system': 70, 'a.deployment': 60 }, percent: '45.7' };
    expect([sheetPercent(question, 'dimensions', judged), sheetPercent(question, 'percent', judged), sheetPercent(question, 'percent', emptySheet), sheetPercent(question, 'dimensions', emptySheet)]).toEqual(['65', '457/10', null, null]);
    for (const standing of ['cannotAssess', 'notApplicable'] as const) expect(sheetPercent(question, 'dimensions', { ...judged, standing })).toBeNull();
  });

  it('is empty, begun, complete or of another standing', () => {
    const half = { ...emptySheet, judgements: { 'a.system': 0 } };
    const whole = { ...emptySheet, judgements: { 'a.system': 0, 'a.deployment': 0 } };
    expect([emptySheet, half, { ...emptySheet, rationale: 'x' }, whole, percentSheet(null)].map((sheet) => sheetState(question, 'dimensions', sheet))).toEqual(['empty', 'begun', 'begun', 'complete', 'cannotAssess']);
    expect([missingJudgements(question, 'dimensions', half), missingJudgements(question, 'percent', half), missingJudgements(question, 'percent', percentSheet(null))]).toEqual([['a.deployment'], ['percent'], []]);
  });

  it('may be sealed when complete, or when a reason says why not', () => {
    const code = (sheet: typeof emptySheet) => codeOf(() => requireSealable(question, 'percent', sheet));
    expect([code(percentSheet(0)), code(emptySheet), code(percentSheet(null)), code({ ...percentSheet(null), rationale: '  ' }), code({ ...percentSheet(null), standing: 'notApplicable' })]).toEqual(['fine', 'scoring/incomplete', 'fine', 'scoring/reason-missing', 'fine']);
  });
});
