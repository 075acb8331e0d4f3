import { soundPolicy } from '../evaluation';
import { requireSealable, sheetPercent, sheetSchema } from '../scoring';
import { instrumentSchema, questionsOf, soundInstrument } from './instrument';
import { shippedInstrument } from './shipped';
import { referenceSheets, trainingCase, trainingInstrument, trainingPolicy } from './training';

const instrument = trainingInstrument();
const languages = ['sv', 'en'] as const;

it('is one sound area of the revision in use, marked as practice', () => {
  expect(instrumentSchema.parse(instrument)).toEqual(instrument);
  expect(soundInstrument(instrument)).toMatchObject({ id: 'training-2016', training: true, points: { area: 100, total: 100 } });
  expect(instrument.areas).toEqual([shippedInstrument('kk-2016-v2')?.areas[0]]);
  expect(questionsOf(instrument).map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', '1.4', '1.5']);
  expect(soundPolicy(trainingPolicy)).toMatchObject({ revealUnit: 'question', judging: 'dimensions' });
});

it.each(languages)('has a reference in %s that may be sealed: every judgement, on the step, with reason and evidence', (language) => {
  for (const { question, sheet } of referenceSheets(instrument, language)) {
    const asked = questionsOf(instrument).find(({ number }) => number === question);
    expect(sheetSchema.parse(sheet)).toEqual(sheet);
    expect(asked && requireSealable(asked, 'dimensions', sheet)).toBeUndefined();
    expect(asked && sheetPercent(asked, 'dimensions', sheet)).not.toBeNull();
    expect(Object.values(sheet.judgements).every((value) => value % instrument.step === 0)).toBe(true);
    expect([sheet.rationale.length > 100, sheet.evidence.length > 0]).toEqual([true, true]);
  }
});

it('judges the same in both languages', () => {
  const [sv, en] = languages.map((language) => referenceSheets(instrument, language).map(({ sheet }) => sheet.judgements));
  expect(sv).toEqual(en);
});

it('says nothing of the reference in what there is to read', () => {
  const read = JSON.stringify([trainingCase, instrument]);
  for (const language of languages)
    for (const { sheet } of referenceSheets(instrument, language)) for (const text of [...sheet.rationale.split('\n\n'), ...sheet.evidence.map((own) => own.text)]) expect(read).not.toContain(JSON.stringify(text).slice(1, -1));
});
