import { areaOf } from './instrument';
import type { Instrument, Words } from './instrument-schema';
import { shippedInstrument } from './shipped';
import training from './shipped/training/case.json' with { type: 'json' };

/** Something to read and judge from. */
export interface TrainingPiece {
  readonly key: string;
  readonly kind: 'document' | 'web' | 'interview';
  readonly title: Words;
  readonly text: Words;
}

/** How one question was judged for reference, why, and on what. */
export interface Reference {
  readonly judgements: Readonly<Record<string, number>>;
  readonly rationale: Words;
  readonly evidence: readonly { readonly kind: TrainingPiece['kind']; readonly text: Words }[];
}

/**
 * The case to practise on: a made-up municipality, what there is to judge it from, and a reference judgement with its
 * reasons. All of it is our own writing. An entry of its own, for the server alone: the reference may not come near a
 * browser before the learner has sealed.
 */
export const trainingCase: { readonly municipality: string; readonly year: number; readonly welcome: Words; readonly pieces: readonly TrainingPiece[] } = {
  municipality: training.municipality,
  year: 2026,
  welcome: training.welcome,
  pieces: training.documents as TrainingPiece[],
};

// JSON widens kinds and gives each question a type of its own; the server's training.spec.ts parses every sheet made of it.
export const trainingReference = training.reference as unknown as Readonly<Record<string, Reference>>;

const revision = 'kk-2016-v2';
export const trainingId = 'training-2016';

/** One area of the revision in use, for practice alone. Published like every other, so a change in it needs a new id. */
export function trainingInstrument(): Instrument {
  const whole = shippedInstrument(revision);
  if (!whole) throw new RangeError(`${revision} is not shipped`);
  const { supersedes: _supersedes, requests: _requests, ...kept } = whole;
  const area = areaOf(whole, `${training.area}.1`);
  return {
    ...kept,
    id: trainingId,
    title: { sv: 'Övning – påhittad kommun', en: 'Practice – made-up municipality' },
    training: true,
    points: { area: area.max, total: area.max },
    areas: [area],
  };
}
