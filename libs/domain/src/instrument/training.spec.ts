import { questionsOf, soundInstrument } from './instrument';
import { instrumentSchema } from './instrument-schema';
import { shippedInstrument } from './shipped';
import { trainingCase, trainingInstrument, trainingReference } from './training';

const instrument = trainingInstrument();

it('is one sound area of the revision in use, marked as practice', () => {
  expect(instrumentSchema.parse(instrument)).toEqual(instrument);
  expect(soundInstrument(instrument)).toMatchObject({ id: 'training-2016', training: true, points: { area: 100, total: 100 } });
  expect(instrument.areas).toEqual([shippedInstrument('kk-2016-v2')?.areas[0]]);
  expect(questionsOf(instrument).map(({ number }) => number)).toEqual(Object.keys(trainingReference));
});

it('has eight pieces of all three kinds, in both languages, each under its own key', () => {
  expect(new Set(trainingCase.pieces.map(({ key }) => key)).size).toBe(8);
  expect(new Set(trainingCase.pieces.map(({ kind }) => kind))).toEqual(new Set(['document', 'web', 'interview']));
  for (const { title, text } of [...trainingCase.pieces, { title: trainingCase.welcome, text: trainingCase.welcome }])
    for (const language of ['sv', 'en'] as const) expect([title[language].length > 5, text[language].length > 200]).toEqual([true, true]);
});

it('says nothing of the reference in what there is to read', () => {
  const read = JSON.stringify([trainingCase, instrument]);
  for (const { rationale, evidence } of Object.values(trainingReference))
    for (const { sv, en } of [rationale, ...evidence.map(({ text }) => text)])
      for (const part of [sv, en].flatMap((text) => text.split('\n\n'))) expect(read).not.toContain(JSON.stringify(part).slice(1, -1));
});
