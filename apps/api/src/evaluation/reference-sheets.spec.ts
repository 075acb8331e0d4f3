import { questionOf, requireSealable, sheetSchema } from '@samsyn/domain';
import { trainingInstrument } from '@samsyn/domain/training';
import { referenceSheets } from './reference-sheets';

const instrument = trainingInstrument();

it.each(['sv', 'en'] as const)('has a reference in %s that may be sealed: every judgement, on the step, with reason and evidence', (language) => {
  for (const { question, sheet, percent } of referenceSheets(instrument, language)) {
    expect(sheetSchema.parse(sheet)).toEqual(sheet);
    expect(() => requireSealable(questionOf(instrument, question), 'dimensions', sheet)).not.toThrow();
    expect(Object.values(sheet.judgements).every((value) => value % instrument.step === 0)).toBe(true);
    expect([percent !== null, sheet.rationale.length > 100, sheet.evidence.length > 0]).toEqual([true, true, true]);
  }
});

it('judges the same in both languages', () => {
  const [sv, en] = (['sv', 'en'] as const).map((language) => referenceSheets(instrument, language).map(({ sheet, percent }) => [sheet.judgements, percent]));
  expect(sv).toEqual(en);
});
