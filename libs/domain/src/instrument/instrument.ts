import Fraction from 'fraction.js';
import * as z from 'zod';
import { Refusal } from '../refusal';

const wordsSchema = z.object({ sv: z.string().min(1).max(400), en: z.string().min(1).max(400) });

/** The four sides a practice is judged on. The first two always, the last two where the question says so. */
export const dimensions = ['system', 'deployment', 'results', 'evaluation'] as const;
export const dimensionSchema = z.enum(dimensions);
export type Dimension = z.infer<typeof dimensionSchema>;

export const criterionSchema = z.object({
  key: z.string().regex(/^[a-z]$/),
  title: wordsSchema,
  dimensions: z.array(dimensionSchema).min(1),
});
export type Criterion = z.infer<typeof criterionSchema>;

export const questionSchema = z.object({
  number: z.string().regex(/^\d{1,2}\.\d{1,2}$/),
  title: wordsSchema,
  short: wordsSchema,
  max: z.number().positive().max(100),
  criteria: z.array(criterionSchema).min(1),
});
export type Question = z.infer<typeof questionSchema>;

export const areaSchema = z.object({
  number: z.number().int().min(1).max(20),
  title: wordsSchema,
  max: z.number().positive(),
  headings: z.array(z.string().max(200)),
  questions: z.array(questionSchema),
});
export type Area = z.infer<typeof areaSchema>;

export const instrumentSchema = z.object({
  id: z.string().regex(/^[a-z0-9-]{2,60}$/),
  revision: z.string().min(1).max(60),
  title: wordsSchema,
  country: z.string().length(2),
  step: z.number().int().min(1).max(50),
  sources: z.array(z.string()),
  note: z.string().optional(),
  areas: z.array(areaSchema).min(1).max(20),
});
export type Instrument = z.infer<typeof instrumentSchema>;

/** Points of every KommunKompassen model: eight areas of 100. */
const kommunkompassenTotal = 800;

/** One fault of an instrument: where it is and which rule it breaks. */
export interface InstrumentFault {
  readonly where: string;
  readonly rule: 'area-sum' | 'area-max' | 'duplicate-area' | 'duplicate-question' | 'question-outside-area' | 'duplicate-criterion' | 'duplicate-dimension' | 'step' | 'total';
  readonly found: number | string;
  readonly expected?: number;
}

/**
 * Every fault of an instrument that its shape cannot show; empty means sound.
 * Rule: an area's maximum is 100 and its questions' maxima add up to it exactly, question numbers are unique and
 * begin with their area's number. A KommunKompassen model (its id begins with `kk-`) has 800 in all; other instruments
 * have what their areas give. Areas without questions (revisions known by area only) are sound but cannot be scored.
 * Source: 40 of 40 printed tables sum to 100 (domain facts, section 0).
 */
export function instrumentFaults(instrument: Instrument): InstrumentFault[] {
  const faults: InstrumentFault[] = [];
  const areaNumbers = new Set<number>();
  const questionNumbers = new Set<string>();
  if (100 % instrument.step !== 0) faults.push({ where: 'step', rule: 'step', found: instrument.step });
  for (const area of instrument.areas) {
    const where = `${area.number}`;
    if (areaNumbers.has(area.number)) faults.push({ where, rule: 'duplicate-area', found: area.number });
    areaNumbers.add(area.number);
    if (area.max !== 100) faults.push({ where, rule: 'area-max', found: area.max, expected: 100 });
    const sum = area.questions.reduce((total, question) => total.add(`${question.max}`), new Fraction(0));
    if (area.questions.length > 0 && !sum.equals(`${area.max}`)) faults.push({ where, rule: 'area-sum', found: sum.valueOf(), expected: area.max });
    for (const question of area.questions) faults.push(...questionFaults(question, area.number, questionNumbers));
  }
  const total = instrument.areas.reduce((sum, area) => sum + area.max, 0);
  if (instrument.id.startsWith('kk-') && total !== kommunkompassenTotal) faults.push({ where: 'total', rule: 'total', found: total, expected: kommunkompassenTotal });
  return faults;
}

function questionFaults(question: Question, area: number, seen: Set<string>): InstrumentFault[] {
  const faults: InstrumentFault[] = [];
  if (seen.has(question.number)) faults.push({ where: question.number, rule: 'duplicate-question', found: question.number });
  seen.add(question.number);
  if (!question.number.startsWith(`${area}.`)) faults.push({ where: question.number, rule: 'question-outside-area', found: area });
  const keys = question.criteria.map((criterion) => criterion.key);
  if (new Set(keys).size !== keys.length) faults.push({ where: question.number, rule: 'duplicate-criterion', found: keys.join() });
  for (const { key, dimensions: own } of question.criteria)
    if (new Set(own).size !== own.length) faults.push({ where: `${question.number} ${key}`, rule: 'duplicate-dimension', found: own.join() });
  return faults;
}

/** The instrument when it is sound; refuses with `instrument/unsound` and every fault otherwise. */
export function soundInstrument(instrument: Instrument): Instrument {
  const faults = instrumentFaults(instrument);
  if (faults.length > 0) throw new Refusal('instrument/unsound', { faults });
  return instrument;
}

/** All questions in printed order, over all areas. */
export const questionsOf = (instrument: Instrument): Question[] => instrument.areas.flatMap((area) => area.questions);

/** The question with that number; refuses with `instrument/unknown-question`. */
export function questionOf(instrument: Instrument, number: string): Question {
  const found = questionsOf(instrument).find((question) => question.number === number);
  if (!found) throw new Refusal('instrument/unknown-question', { question: number });
  return found;
}

/** The area that holds the question; refuses like `questionOf`. */
export function areaOf(instrument: Instrument, number: string): Area {
  const found = instrument.areas.find((area) => area.questions.some((question) => question.number === number));
  if (!found) throw new Refusal('instrument/unknown-question', { question: number });
  return found;
}
