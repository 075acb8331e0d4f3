import type { Question } from '../instrument';
import { Refusal } from '../refusal';
import { asExact, exact, type Exact } from './exact';
import { judgementKeys, questionPercent, type Judgements } from './points';
import type { Sheet } from './sheet-schema';

/** How a question is judged: on its dimensions in steps, or as one percent. Part of the policy. */
export const judgingModes = ['dimensions', 'percent'] as const;
export type JudgingMode = (typeof judgingModes)[number];

/** "Kan inte bedöma" and "ej tillämpligt" are states of their own, never 0. */
export const standings = ['judged', 'cannotAssess', 'notApplicable'] as const;
export type Standing = (typeof standings)[number];

/** Where an assessment may rest. `questionnaire` is the municipality's own description. */
export const evidenceKinds = ['document', 'interview', 'web', 'questionnaire', 'other'] as const;

export const emptySheet: Sheet = { standing: 'judged', judgements: {}, percent: null, rationale: '', strengths: [], improvements: [], evidence: [], unsure: false };

/** A draft is kept field by field, so that two tabs collide only where they truly touch the same field. */
export const draftFieldNames = ['standing', 'percent', 'rationale', 'strengths', 'improvements', 'evidence', 'unsure'] as const;
export type DraftField = (typeof draftFieldNames)[number] | `judgement:${string}`;

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
