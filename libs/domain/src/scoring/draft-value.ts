import { questionOf, type Instrument, type Question } from '../instrument';
import { Refusal } from '../refusal';
import { judgementKeys } from './points';
import { shown } from './rounding';
import { emptySheet, settledPercent, type DraftField, type JudgingMode } from './sheet';
import { sheetSchema } from './sheet-schema';

/**
 * Checks one draft field before it is stored and returns its clean value; null empties the field.
 * Refuses: `scoring/off-step` (value is not on the instrument's step), `scoring/out-of-range` (not 0–100, NaN),
 * `scoring/not-judged-here` (dimension not asked for, or the other judging mode), `wire/invalid` (wrong shape).
 */
export function draftValue(instrument: Instrument, mode: JudgingMode, number: string, field: DraftField, value: unknown): unknown {
  const question = questionOf(instrument, number);
  if (field.startsWith('judgement:')) return value === null ? null : judgementValue(instrument, question, mode, field.slice('judgement:'.length), value);
  if (field === 'percent') return value === null ? null : percentValue(mode, number, value);
  const parsed = sheetSchema.shape[field as Exclude<DraftField, `judgement:${string}` | 'percent'>].safeParse(value ?? emptySheet[field as 'rationale']);
  if (!parsed.success) throw new Refusal('wire/invalid', { question: number, field });
  return parsed.data;
}

function judgementValue(instrument: Instrument, question: Question, mode: JudgingMode, key: string, value: unknown): number {
  if (mode !== 'dimensions' || !judgementKeys(question).includes(key)) throw new Refusal('scoring/not-judged-here', { question: question.number, key });
  if (typeof value !== 'number' || !Number.isFinite(value) || value < 0 || value > 100) throw new Refusal('scoring/out-of-range', { question: question.number, min: 0, max: 100 });
  if (!Number.isInteger(value) || value % instrument.step !== 0) throw new Refusal('scoring/off-step', { question: question.number, step: instrument.step });
  return value;
}

/** The typed percent in the one form a sheet holds it (`percentTextSchema`), not as a fraction. @example '45,7' → '45.7' */
function percentValue(mode: JudgingMode, number: string, value: unknown): string {
  if (mode !== 'percent') throw new Refusal('scoring/not-judged-here', { question: number });
  return shown(settledPercent(value, number), 1).replace(/\.0$/, '');
}
