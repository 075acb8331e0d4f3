import * as z from 'zod';
import { type Instrument, type Question, questionOf } from '../instrument';
import { Refusal } from '../refusal';
import { asExact, exact, type Exact } from './exact';
import { judgementKeys, questionPercent, type Judgements } from './points';
import { shown } from './rounding';

/** How a question is judged: on its dimensions in steps, or as one percent. Part of the policy. */
export const judgingModes = ['dimensions', 'percent'] as const;
export type JudgingMode = (typeof judgingModes)[number];

/** "Kan inte bedöma" and "ej tillämpligt" are states of their own, never 0. */
export const standings = ['judged', 'cannotAssess', 'notApplicable'] as const;
export type Standing = (typeof standings)[number];

/** Where an assessment may rest. `questionnaire` is the municipality's own description. */
export const evidenceKinds = ['document', 'interview', 'web', 'questionnaire', 'other'] as const;

export const evidenceSchema = z.object({
  kind: z.enum(evidenceKinds),
  text: z.string().trim().min(1).max(1000),
  /** A cited place: the version of the document as it was read, the page, and the words themselves. */
  cited: z.object({ document: z.uuid(), version: z.uuid(), page: z.number().int().min(1), quote: z.string().trim().min(1).max(2000) }).optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** One decimal as text, "0" to "100": the only form a typed percent takes. */
export const percentTextSchema = z.string().regex(/^(100(\.0)?|\d{1,2}(\.\d)?)$/);

const linesSchema = z.array(z.string().trim().min(1).max(1000)).max(30);

/** What one evaluator holds about one question. Empty judgements are absent keys. */
export const sheetSchema = z.object({
  standing: z.enum(standings),
  judgements: z.record(z.string(), z.number().int().min(0).max(100)),
  percent: percentTextSchema.nullable(),
  rationale: z.string().max(8000),
  strengths: linesSchema,
  improvements: linesSchema,
  evidence: z.array(evidenceSchema).max(30),
  unsure: z.boolean(),
});
export type Sheet = z.infer<typeof sheetSchema>;

export const emptySheet: Sheet = { standing: 'judged', judgements: {}, percent: null, rationale: '', strengths: [], improvements: [], evidence: [], unsure: false };

/** A draft is kept field by field, so that two tabs collide only where they truly touch the same field. */
export const draftFieldNames = ['standing', 'percent', 'rationale', 'strengths', 'improvements', 'evidence', 'unsure'] as const;
export type DraftField = (typeof draftFieldNames)[number] | `judgement:${string}`;
export const draftFieldSchema = z.custom<DraftField>(
  (value) => typeof value === 'string' && (draftFieldNames.some((name) => name === value) || /^judgement:[a-z]\.[a-z]{2,20}$/.test(value)),
);

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

/**
 * A percent that a person typed, kept exact: 0–100 with at most one decimal, as number or text, comma or point.
 * Refuses `scoring/out-of-range` or `scoring/off-step` (more than one decimal).
 * @example settledPercent('45,7') // '457/10'
 */
export function settledPercent(value: unknown, question?: string): Exact {
  const text = (typeof value === 'number' ? `${value}` : typeof value === 'string' ? value.trim().replace(',', '.') : '').replace(/\s*%$/, '');
  if (!/^-?\d{1,6}(\.\d+)?$/.test(text)) throw new Refusal('scoring/out-of-range', { question, min: 0, max: 100 });
  const fraction = exact(text);
  if (fraction.compare(0) < 0 || fraction.compare(100) > 0) throw new Refusal('scoring/out-of-range', { question, min: 0, max: 100 });
  if (!/^\d+(\.\d)?0*$/.test(text)) throw new Refusal('scoring/off-step', { question, step: 0.1 });
  return asExact(fraction);
}

/** One sheet from its stored draft fields; a field never written is empty. */
export function sheetFromFields(fields: Readonly<Partial<Record<DraftField, unknown>>>): Sheet {
  const sheet: Record<string, unknown> = { ...emptySheet };
  const judgements: Record<string, number> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value === null || value === undefined) continue;
    if (field.startsWith('judgement:')) judgements[field.slice('judgement:'.length)] = value as number;
    else sheet[field] = value;
  }
  return { ...(sheet as Sheet), judgements };
}

/** Exact percent of a sheet in either mode; null while empty, and for "kan inte bedöma" and "ej tillämpligt". */
export function sheetPercent(question: Question, mode: JudgingMode, sheet: Sheet): Exact | null {
  if (sheet.standing !== 'judged') return null;
  if (mode === 'dimensions') return questionPercent(question, sheet.judgements);
  return sheet.percent === null ? null : asExact(exact(sheet.percent));
}

/** Where an own sheet stands, for the strip of squares: empty, begun, complete, or one of the two other standings. */
export type SheetState = 'empty' | 'begun' | 'complete' | 'cannotAssess' | 'notApplicable';

export function sheetState(question: Question, mode: JudgingMode, sheet: Sheet): SheetState {
  if (sheet.standing !== 'judged') return sheet.standing;
  const missing = missingJudgements(question, mode, sheet);
  if (missing.length === 0) return 'complete';
  const touched = Object.keys(sheet.judgements).length > 0 || sheet.rationale !== '' || sheet.strengths.length + sheet.improvements.length + sheet.evidence.length > 0;
  return touched ? 'begun' : 'empty';
}

/** The judgements a sheet still lacks before it can be sealed: keys, or ['percent'] in simple mode; empty when none. */
export function missingJudgements(question: Question, mode: JudgingMode, sheet: Sheet): string[] {
  if (sheet.standing !== 'judged') return [];
  if (mode === 'percent') return sheet.percent === null ? ['percent'] : [];
  return judgementKeys(question).filter((key) => sheet.judgements[key] === undefined);
}

/**
 * Whether a sheet may be sealed. Refuses `scoring/incomplete` (which judgements are missing) and
 * `scoring/reason-missing` ("kan inte bedöma" and "ej tillämpligt" need a rationale).
 */
export function requireSealable(question: Question, mode: JudgingMode, sheet: Sheet): void {
  const missing = missingJudgements(question, mode, sheet);
  if (missing.length > 0) throw new Refusal('scoring/incomplete', { question: question.number, missing });
  if (sheet.standing !== 'judged' && sheet.rationale.trim() === '') throw new Refusal('scoring/reason-missing', { question: question.number });
}

export type { Judgements };
