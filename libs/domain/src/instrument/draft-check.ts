import type * as z from 'zod';
import { Refusal } from '../refusal';
import type { InstrumentDraft } from './draft';
import { instrumentFaults, type InstrumentFault } from './instrument';
import { instrumentSchema, type Instrument } from './instrument-schema';

/** Why a place of a draft cannot be published as it is. */
export type DraftRule =
  | InstrumentFault['rule']
  | 'text-missing' | 'text-too-long' | 'number-missing' | 'number-bad' | 'number-too-small' | 'number-too-large' | 'format'
  | 'no-areas' | 'no-criteria' | 'no-dimensions' | 'levels' | 'too-few' | 'too-many';

type Place = (string | number)[];

/**
 * One fault of a draft: the path into its body that a form can go to, the place as printed ("3.2 b"), the rule, what
 * stands there and what should (a sum, a longest length, a count), when that is one number.
 */
export interface DraftFault {
  readonly path: Place;
  readonly where: string;
  readonly rule: DraftRule;
  readonly found: string | number | null;
  readonly expected: number | null;
}

/** A draft with nothing in it but one empty area. */
export function emptyDraft(): InstrumentDraft {
  const text = () => ({ sv: '', en: '' });
  return { id: '', revision: '', title: text(), country: 'SE', step: 10, sources: [], areas: [{ number: 1, title: text(), max: 100, headings: [], questions: [] }] };
}

/** The draft that a published instrument is changed in: the same body, as a copy of its own. */
export const draftOf = (instrument: Instrument): InstrumentDraft => JSON.parse(JSON.stringify(instrument)) as InstrumentDraft;

/** Every fault of a draft, in the order of the form; empty means that it can be published. */
export function checkDraft(draft: InstrumentDraft): DraftFault[] {
  const bad = new Set<string>();
  const shape = (instrumentSchema.safeParse(withoutEmpties(draft)).error?.issues ?? []).map((issue) => shapeFault(issue, draft)).filter(({ path }) => !bad.has(path.join('.')) && bad.add(path.join('.')));
  // A rule that needs a number still missing has nothing to say yet; the missing number is the fault.
  const rules = instrumentFaults(standIn(draft)).filter(({ path, rule }) => !bad.has(path.join('.')) && !leansOn(rule, path, bad));
  return [...shape, ...rules.map(({ path, where, rule, found, expected }) => ({ path, where, rule, found, expected: expected ?? null }))].sort((a, b) => inForm(a.path, b.path));
}

/** The instrument a draft makes; refuses with `instrument/unsound` and every fault. */
export function asInstrument(draft: InstrumentDraft): Instrument {
  const faults = checkDraft(draft);
  if (faults.length > 0) throw new Refusal('instrument/unsound', { faults });
  return instrumentSchema.parse(withoutEmpties(draft));
}

type Texts = { readonly sv: string; readonly en: string } | undefined;
const blank = (...texts: Texts[]): boolean => texts.every((text) => `${text?.sv ?? ''}${text?.en ?? ''}`.trim() === '');

/** The draft without what may be left out and was left empty; every place keeps its path. */
function withoutEmpties(draft: InstrumentDraft): InstrumentDraft {
  const { note, supersedes, dimensions, method, requests, ...kept } = draft;
  return {
    ...kept,
    ...(note?.trim() ? { note } : {}), ...(supersedes ? { supersedes } : {}), ...(dimensions?.length ? { dimensions } : {}), ...(method?.length ? { method } : {}), ...(requests?.length ? { requests } : {}),
    areas: kept.areas.map(({ introduction, ...area }) => ({
      ...area,
      ...(blank(introduction) ? {} : { introduction }),
      questions: area.questions.map(({ example, ...question }) => ({
        ...question,
        ...(!example || (example.dimension === '' && example.band === null && blank(example.text)) ? {} : { example }),
        criteria: question.criteria.map(({ weight, lookFor, ...criterion }) => ({
          ...criterion, ...(typeof weight === 'number' ? { weight } : {}), ...(!lookFor || blank(lookFor.documents, lookFor.website, lookFor.interviews) ? {} : { lookFor }),
        })),
      })),
    })),
  };
}

function shapeFault(issue: z.core.$ZodIssue, draft: InstrumentDraft): DraftFault {
  const path = issue.path.filter((step) => typeof step !== 'symbol');
  const found = path.reduce<unknown>((at, step) => (at as Record<string | number, unknown> | undefined)?.[step], draft);
  const plain = typeof found === 'string' || typeof found === 'number' ? found : Array.isArray(found) ? found.length : null;
  const [rule, expected] = shapeRule(issue, path, plain);
  return { path, where: placeOf(path, draft), rule, found: plain, expected };
}

function shapeRule(issue: z.core.$ZodIssue, path: Place, found: string | number | null): [DraftRule, number | null] {
  const last = path.at(-1);
  if (issue.code === 'too_small' || issue.code === 'too_big') {
    const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
    if (issue.origin === 'string') return last === 'country' && found !== '' ? ['format', limit] : issue.code === 'too_small' ? ['text-missing', null] : ['text-too-long', limit];
    if (last === 'anchors') return ['levels', limit];
    if (issue.origin !== 'array') return [issue.code === 'too_small' ? 'number-too-small' : 'number-too-large', limit];
    const none = { areas: 'no-areas', criteria: 'no-criteria', dimensions: 'no-dimensions' } as const;
    if (issue.code === 'too_big') return ['too-many', limit];
    return found === 0 && typeof last === 'string' && last in none ? [none[last as keyof typeof none], null] : ['too-few', limit];
  }
  if (found === null) return ['number-missing', null];
  if (issue.code === 'invalid_type') return ['number-bad', null];
  return [found === '' ? 'text-missing' : 'format', null];
}

/** The place as printed; what has no number or key yet is named by its position. */
function placeOf([first, at, part, own, inner, deeper]: Place, draft: InstrumentDraft): string {
  if (typeof at !== 'number') return `${first}`;
  if (first === 'dimensions' || first === 'requests') return draft[first]?.[at]?.key || `${at + 1}`;
  if (first !== 'areas') return `${at + 1}`;
  const area = draft.areas[at];
  if (part !== 'questions' || typeof own !== 'number') return `${area?.number ?? at + 1}`;
  const question = area?.questions[own];
  const number = question?.number || `${area?.number ?? at + 1}.${own + 1}`;
  if (inner !== 'criteria' || typeof deeper !== 'number') return number;
  return `${number} ${question?.criteria[deeper]?.key || String.fromCharCode(97 + deeper)}`;
}

/** A draft in the shape of an instrument, so that its rules can be asked: what is missing is made up so as to break none. */
function standIn(draft: InstrumentDraft): Instrument {
  const number = (value: number | null): number => (value !== null && Math.abs(value) < 1e9 && (value === 0 || Math.abs(value) > 1e-6) ? value : 0);
  return {
    ...(withoutEmpties(draft) as Instrument),
    step: draft.step || 1,
    points: draft.points,
    areas: draft.areas.map((area, at) => ({
      ...area,
      number: area.number ?? -1 - at, max: number(area.max), introduction: undefined,
      questions: area.questions.map((question, own) => ({
        ...question,
        number: question.number || `${area.number ?? -1 - at}. ${at}.${own}`, max: number(question.max), example: question.example?.dimension ? { ...question.example, band: 0 } : undefined,
        criteria: question.criteria.map((criterion, deep) => ({ ...criterion, key: criterion.key || ` ${deep}`, weight: undefined })),
      })),
    })),
  };
}

/** Whether a rule is about numbers of which one is wrong by itself. */
function leansOn(rule: InstrumentFault['rule'], path: Place, bad: ReadonlySet<string>): boolean {
  const area = path.slice(0, 2).join('.');
  if (rule === 'question-outside-area') return bad.has(`${area}.number`);
  if (rule === 'area-sum') return [...bad].some((place) => place.startsWith(`${area}.questions.`) && /^areas\.\d+\.questions\.\d+\.max$/.test(place));
  return rule === 'total' && [...bad].some((place) => /^areas\.\d+\.max$/.test(place));
}

const formOrder = [
  'id', 'revision', 'number', 'key', 'title', 'short', 'sv', 'en', 'country', 'max', 'weight', 'step', 'supersedes', 'points', 'area', 'total', 'note', 'sources', 'dimension', 'band', 'why', 'text', 'anchors', 'dimensions',
  'introduction', 'headings', 'documents', 'website', 'interviews', 'lookFor', 'example', 'areas', 'criteria', 'questions', 'method', 'requests', 'mappings', 'from', 'to', 'hints',
];

function inForm(a: Place, b: Place): number {
  for (const [at, step] of a.entries()) {
    const other = b[at];
    if (other === undefined) return 1;
    if (step === other) continue;
    return typeof step === 'number' && typeof other === 'number' ? step - other : formOrder.indexOf(`${step}`) - formOrder.indexOf(`${other}`);
  }
  return a.length - b.length;
}
