import { defaultPolicy, type Policy } from '../evaluation';
import type { Evidence, Sheet } from '../scoring';
import { areaOf, questionsOf, type Instrument, type Words } from './instrument';
import { shippedInstrument } from './shipped';
import training from './shipped/training/case.json' with { type: 'json' };

/**
 * The case to practise on: a made-up municipality, what there is to judge it from, and a reference judgement with its
 * reasons. All of it is our own writing. An entry of its own, for the server alone: the reference may not come near a
 * browser before the learner has sealed.
 */
export const trainingCase: { readonly municipality: string; readonly year: number; readonly welcome: Words; readonly pieces: readonly TrainingPiece[] } = {
  municipality: training.municipality,
  year: 2026,
  welcome: training.welcome,
  pieces: training.documents.map((piece) => ({ ...piece, kind: piece.kind as TrainingPiece['kind'] })),
};

export interface TrainingPiece {
  readonly key: string;
  readonly kind: 'document' | 'web' | 'interview';
  readonly title: Words;
  readonly text: Words;
}

export type TrainingLanguage = keyof Words;

interface Reference {
  readonly judgements: Readonly<Record<string, number>>;
  readonly rationale: Words;
  readonly evidence: readonly { readonly kind: string; readonly text: Words }[];
}
// JSON gives each question a type of its own; training.spec.ts parses every sheet with sheetSchema.
const reference = training.reference as unknown as Readonly<Record<string, Reference>>;

const revision = 'kk-2016-v2';

/** One area of the revision in use, for practice alone. Composed when first asked for. */
export function trainingInstrument(): Instrument {
  const whole = shippedInstrument(revision);
  if (!whole) throw new RangeError(`${revision} is not shipped`);
  const { supersedes: _supersedes, requests: _requests, ...kept } = whole;
  const area = areaOf(whole, `${training.area}.1`);
  return {
    ...kept,
    id: `training-${whole.revision}`,
    title: { sv: 'Övning – påhittad kommun', en: 'Practice – made-up municipality' },
    training: true,
    points: { area: area.max, total: area.max },
    areas: [area],
  };
}

/** Question by question, so that the reason is read while the own thoughts are fresh. */
export const trainingPolicy: Policy = { ...defaultPolicy, revealUnit: 'question', judging: 'dimensions', totalPoints: defaultPolicy.areaPoints };

/** The reference's sheets in a language, by question, in the instrument's order. */
export const referenceSheets = (instrument: Instrument, language: TrainingLanguage): { question: string; sheet: Sheet }[] =>
  questionsOf(instrument).map(({ number }) => {
    const own = reference[number];
    if (!own) throw new RangeError(`no reference for ${number}`);
    const evidence = own.evidence.map(({ kind, text }): Evidence => ({ kind: kind as Evidence['kind'], text: text[language] }));
    return { question: number, sheet: { standing: 'judged', judgements: { ...own.judgements }, percent: null, rationale: own.rationale[language], strengths: [], improvements: [], evidence, unsure: false } };
  });
