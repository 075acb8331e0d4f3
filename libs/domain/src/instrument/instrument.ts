import Fraction from 'fraction.js';
import { Refusal } from '../refusal';
import type { Area, Dimension, Instrument, Question } from './instrument-schema';
import { ownMappingFaults } from './mapping';

// The shapes lie in instrument-schema.ts: who only counts with an instrument, as a page does, carries no schemas.

/** The four sides a practice is judged on in KommunKompassen; the first two always, the last two where the question says so. */
export const dimensions = ['system', 'deployment', 'results', 'evaluation'] as const;

/** The five bands of the scale, in percent: nothing, beginnings, in parts, in most, everywhere. Source: domain facts, section 5. */
export const bands = [{ from: 0, to: 0 }, { from: 10, to: 30 }, { from: 40, to: 60 }, { from: 70, to: 80 }, { from: 90, to: 100 }] as const;

/** The keys of the sides an instrument judges on, in the order of the grid. */
export const dimensionsOf = (instrument: Pick<Instrument, 'dimensions'>): readonly Dimension[] => instrument.dimensions?.map(({ key }) => key) ?? dimensions;

/**
 * The instrument without what only guides (introductions, method, what to look for, examples, request list): all that
 * scoring, consensus and report figures need, small enough to be sent with every reading of an evaluation.
 */
export function withoutGuidance(instrument: Instrument): Instrument {
  const { method: _method, requests: _requests, mappings: _mappings, dimensions: own, ...kept } = instrument;
  return {
    ...kept,
    ...(own ? { dimensions: own } : {}),
    areas: kept.areas.map(({ introduction: _introduction, ...area }) => ({
      ...area,
      questions: area.questions.map(({ example: _example, ...question }) => ({ ...question, criteria: question.criteria.map(({ lookFor: _lookFor, ...criterion }) => criterion) })),
    })),
  };
}

/** Points of every KommunKompassen model: eight areas of 100. */
const kommunkompassenTotal = 800;

/** One fault of an instrument: where it is, in print and as a path into its body, and which rule it breaks. */
export interface InstrumentFault {
  readonly where: string;
  readonly path: (string | number)[];
  readonly rule:
    | 'area-sum' | 'area-max' | 'duplicate-area' | 'duplicate-question' | 'question-outside-area' | 'duplicate-criterion' | 'duplicate-dimension' | 'step' | 'total'
    | 'unknown-dimension' | 'duplicate-request' | 'request-question' | 'supersedes-itself'
    | 'mapping-model' | 'mapping-question' | 'mapping-same';
  readonly found: number | string;
  readonly expected?: number;
}

/**
 * Every fault of an instrument that its shape cannot show; empty means sound.
 * Rule: an area's maximum is 100 (or what `points.area` promises; null frees it) and its questions' maxima add up to it
 * exactly, question numbers are unique and begin with their area's number. A KommunKompassen model (its id begins with
 * `kk-`) has 800 in all, other instruments what `points.total` promises, if anything. Criteria are judged on the
 * instrument's own sides only; requested material serves questions that exist. Areas without questions (revisions known
 * by area only) are sound but cannot be scored.
 * Source: 40 of 40 printed tables sum to 100 (domain facts, section 0).
 */
export function instrumentFaults(instrument: Instrument): InstrumentFault[] {
  const faults: InstrumentFault[] = [];
  const areaNumbers = new Set<number>();
  const questionNumbers = new Set<string>();
  const kompass = instrument.id.startsWith('kk-');
  const promised = kompass || !instrument.points ? { area: 100, total: kompass ? kommunkompassenTotal : null } : instrument.points;
  const known = dimensionsOf(instrument);
  if (100 % instrument.step !== 0) faults.push({ where: 'step', path: ['step'], rule: 'step', found: instrument.step });
  if (new Set(known).size !== known.length) faults.push({ where: 'dimensions', path: ['dimensions'], rule: 'duplicate-dimension', found: known.join() });
  if (instrument.supersedes === instrument.id) faults.push({ where: 'supersedes', path: ['supersedes'], rule: 'supersedes-itself', found: instrument.id });
  for (const [at, area] of instrument.areas.entries()) {
    const where = `${area.number}`;
    const path = ['areas', at];
    if (areaNumbers.has(area.number)) faults.push({ where, path: [...path, 'number'], rule: 'duplicate-area', found: area.number });
    areaNumbers.add(area.number);
    if (promised.area !== null && area.max !== promised.area) faults.push({ where, path: [...path, 'max'], rule: 'area-max', found: area.max, expected: promised.area });
    const sum = area.questions.reduce((total, question) => total.add(`${question.max}`), new Fraction(0));
    if (area.questions.length > 0 && !sum.equals(`${area.max}`)) faults.push({ where, path: [...path, 'max'], rule: 'area-sum', found: sum.valueOf(), expected: area.max });
    for (const [own, question] of area.questions.entries()) faults.push(...questionFaults(question, [...path, 'questions', own], area.number, questionNumbers, known));
  }
  const total = instrument.areas.reduce((sum, area) => sum.add(`${area.max}`), new Fraction(0));
  if (promised.total !== null && !total.equals(`${promised.total}`)) faults.push({ where: 'total', path: ['points', 'total'], rule: 'total', found: total.valueOf(), expected: promised.total });
  return [...faults, ...requestFaults(instrument, questionNumbers), ...ownMappingFaults(instrument)];
}

function questionFaults(question: Question, path: (string | number)[], area: number, seen: Set<string>, known: readonly Dimension[]): InstrumentFault[] {
  const faults: InstrumentFault[] = [];
  if (seen.has(question.number)) faults.push({ where: question.number, path: [...path, 'number'], rule: 'duplicate-question', found: question.number });
  seen.add(question.number);
  if (!question.number.startsWith(`${area}.`)) faults.push({ where: question.number, path: [...path, 'number'], rule: 'question-outside-area', found: area });
  const keys = question.criteria.map((criterion) => criterion.key);
  if (new Set(keys).size !== keys.length) faults.push({ where: question.number, path: [...path, 'criteria'], rule: 'duplicate-criterion', found: keys.join() });
  for (const [at, { key, dimensions: own }] of question.criteria.entries()) {
    const place = { where: `${question.number} ${key}`, path: [...path, 'criteria', at, 'dimensions'] };
    if (new Set(own).size !== own.length) faults.push({ ...place, rule: 'duplicate-dimension', found: own.join() });
    for (const side of own) if (!known.includes(side)) faults.push({ ...place, rule: 'unknown-dimension', found: side });
  }
  if (question.example && !known.includes(question.example.dimension)) faults.push({ where: question.number, path: [...path, 'example', 'dimension'], rule: 'unknown-dimension', found: question.example.dimension });
  return faults;
}

function requestFaults(instrument: Instrument, questions: ReadonlySet<string>): InstrumentFault[] {
  const seen = new Set<string>();
  return (instrument.requests ?? []).flatMap(({ key, questions: served }, at) => {
    const faults: InstrumentFault[] = served.filter((number) => !questions.has(number)).map((number) => ({ where: key, path: ['requests', at, 'questions'], rule: 'request-question' as const, found: number }));
    if (seen.has(key)) faults.push({ where: key, path: ['requests', at, 'key'], rule: 'duplicate-request', found: key });
    seen.add(key);
    return faults;
  });
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
  for (const { questions } of instrument.areas) {
    const found = questions.find((question) => question.number === number);
    if (found) return found;
  }
  throw new Refusal('instrument/unknown-question', { question: number });
}

/** The area that holds the question; refuses like `questionOf`. */
export function areaOf(instrument: Instrument, number: string): Area {
  const found = instrument.areas.find((area) => area.questions.some((question) => question.number === number));
  if (!found) throw new Refusal('instrument/unknown-question', { question: number });
  return found;
}
