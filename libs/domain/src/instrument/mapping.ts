import Fraction from 'fraction.js';
import { Refusal } from '../refusal';
import type { Words } from './instrument-schema';
import type { Mapping, MappingKind, ScaleHint } from './mapping-schema';

/** What reading on another scale needs of a model: its numbers. A locked report has them too. */
export interface Scale {
  readonly id: string;
  readonly areas: readonly { readonly number: number; readonly max: number | string; readonly questions: readonly { readonly number: string; readonly max: number | string }[] }[];
}

/** Exact bounds, ends included. */
export interface Bounds {
  readonly low: string;
  readonly high: string;
}

/** A question of the target. `kind` and `percent` are null when nothing comparable was judged. */
export interface CarriedQuestion {
  readonly number: string;
  readonly max: string;
  readonly from: readonly string[];
  readonly kind: MappingKind | null;
  readonly percent: string | null;
  readonly points: string | null;
  readonly note: Words | null;
}

/**
 * A sum on the target's scale, of an area or of the whole.
 *
 * `firm` carries over only questions that are the same in both models; all others count from 0 to their maximum. It holds
 * every outcome that keeps the percents of the same questions. `assumed` also carries over `near` and `part`: narrower,
 * and true only if every question named in `assumptions` would have had the percent it is given. Neither says that an
 * evaluator working with the other model would have given the same question the same percent: a revision may ask more
 * under the same words. Both bound what is missing, not how well people judge.
 *
 * Null: nothing is carried over, and 0 to the maximum is no information. `exact` is a figure only when every question is
 * the same in both. `share` is the exact part, in percent, of the maximum that rests on the same questions.
 */
export interface CarriedSum {
  readonly max: string;
  readonly firm: Bounds | null;
  readonly assumed: Bounds | null;
  readonly exact: string | null;
  readonly share: string;
  readonly assumptions: readonly string[];
  readonly missing: readonly string[];
}

export interface OnOtherScale {
  readonly areas: readonly (CarriedSum & { readonly number: number; readonly questions: readonly CarriedQuestion[] })[];
  readonly total: CarriedSum;
  /** To be shown with their sources. No figure above contains them. */
  readonly hints: readonly ScaleHint[];
}

/** One fault of a mapping between two models. */
export interface MappingFault {
  readonly where: string;
  readonly rule: 'mapping-model' | 'mapping-question' | 'mapping-same';
  readonly found: string;
}

const numbersOf = (scale: Scale): Set<string> => new Set(scale.areas.flatMap((area) => area.questions.map(({ number }) => number)));
const unknown = (where: string, numbers: readonly string[], known: ReadonlySet<string>): MappingFault[] =>
  numbers.filter((number) => !known.has(number)).map((found) => ({ where, rule: 'mapping-question', found }));
const sourcesIn = (mapping: Mapping, known: ReadonlySet<string>): MappingFault[] => Object.entries(mapping.questions).flatMap(([number, mapped]) => unknown(number, mapped?.from ?? [], known));

/** `same` is said of one question and one other only, and no source is named twice in one place. */
function sameFaults(mapping: Mapping): MappingFault[] {
  const same = new Set<string>();
  return Object.entries(mapping.questions).flatMap(([number, mapped]) => {
    const found = mapped?.from.join() ?? '';
    const broken = mapped && (new Set(mapped.from).size !== mapped.from.length || (mapped.kind === 'same' && (mapped.from.length > 1 || same.has(found))));
    if (mapped?.kind === 'same') same.add(found);
    return broken ? [{ where: number, rule: 'mapping-same' as const, found }] : [];
  });
}

/** Every reason why a mapping cannot be used from one model to the other: a model it does not name, a question that either lacks, a false `same`. */
export function mappingFaults(mapping: Mapping, from: Scale, to: Scale): MappingFault[] {
  const faults: MappingFault[] = [];
  if (!mapping.from.includes(from.id)) faults.push({ where: 'from', rule: 'mapping-model', found: from.id });
  if (!mapping.to.includes(to.id)) faults.push({ where: 'to', rule: 'mapping-model', found: to.id });
  return [...faults, ...unknown('to', Object.keys(mapping.questions), numbersOf(to)), ...sourcesIn(mapping, numbersOf(from)), ...sameFaults(mapping)];
}

/** Faults of the mappings that a model brings along: each must name the model, and on its side only questions that it has. */
export function ownMappingFaults(scale: Scale & { readonly mappings?: readonly Mapping[] | undefined }): (MappingFault & { readonly path: (string | number)[] })[] {
  const known = numbersOf(scale);
  return (scale.mappings ?? []).flatMap((mapping, at) => {
    const [source, target] = [mapping.from.includes(scale.id), mapping.to.includes(scale.id)];
    const named: MappingFault[] = source || target ? [] : [{ where: 'mappings', rule: 'mapping-model', found: scale.id }];
    return [...named, ...(target ? unknown('to', Object.keys(mapping.questions), known) : []), ...(source ? sourcesIn(mapping, known) : []), ...sameFaults(mapping)].map((fault) => ({ ...fault, path: ['mappings', at] }));
  });
}

/** The first mapping from one model to the other. Give an owner's own before the shipped ones: the owner knows better. */
export const mappingBetween = (mappings: readonly Mapping[], from: string, to: string): Mapping | undefined =>
  mappings.find((mapping) => mapping.from.includes(from) && mapping.to.includes(to));

const text = (fraction: Fraction): string => fraction.toFraction();
const exact = (value: number | string): Fraction => new Fraction(`${value}`);
const add = (values: readonly Fraction[]): Fraction => values.reduce((sum, value) => sum.add(value), new Fraction(0));

/**
 * Exact percents by question number, read on another model's scale. A question takes the percent of its source; of
 * several sources, their points together as a share of their maxima together. A source without a percent leaves the
 * question not comparable. Rules of thumb are passed on as they are and enter no figure. Refuses `instrument/unsound`
 * with every fault of the mapping.
 * Source: revisions are not comparable as wholes; the only municipality printed on both scales differs by 36,5 where the
 * rule of thumb says 80 to 100, and by -7,6 to +19,4 within areas (domain facts, section 8).
 * @example 2.5 judged 60 of 15 in 2010 is 2.4 in 2016: '60' percent, '12' of 20 points
 */
export function onOtherScale(mapping: Mapping, from: Scale, to: Scale, percents: Readonly<Record<string, string | null | undefined>>): OnOtherScale {
  const faults = mappingFaults(mapping, from, to);
  if (faults.length > 0) throw new Refusal('instrument/unsound', { faults });
  const maxima = new Map(from.areas.flatMap((area) => area.questions.map(({ number, max }) => [number, exact(max)] as const)));
  const carry = (number: string, most: number | string): CarriedQuestion => {
    const mapped = mapping.questions[number] ?? null;
    const max = exact(most);
    const percent = mapped && shareOf(mapped.from, maxima, percents);
    if (!mapped || !percent) return { number, max: text(max), from: [], kind: null, percent: null, points: null, note: null };
    return { number, max: text(max), from: mapped.from, kind: mapped.kind, percent: text(percent), points: text(percent.mul(max).div(100)), note: mapped.note ?? null };
  };
  const areas = to.areas.map((area) => {
    const questions = area.questions.map(({ number, max }) => carry(number, max));
    return { number: area.number, questions, ...sumOf(questions, exact(area.max)) };
  });
  return { areas, total: sumOf(areas.flatMap((area) => area.questions), add(areas.map(({ max }) => exact(max)))), hints: mapping.hints };
}

/** The points of some questions together, in percent of their maxima together; null when one has no percent. */
function shareOf(numbers: readonly string[], maxima: ReadonlyMap<string, Fraction>, percents: Readonly<Record<string, string | null | undefined>>): Fraction | null {
  const parts = numbers.flatMap((number) => {
    const percent = percents[number];
    const max = maxima.get(number);
    return percent === null || percent === undefined || !max ? [] : [{ points: exact(percent).mul(max), max }];
  });
  return parts.length < numbers.length ? null : add(parts.map(({ points }) => points)).div(add(parts.map(({ max }) => max)));
}

function sumOf(questions: readonly CarriedQuestion[], max: Fraction): CarriedSum {
  const bounds = (carried: readonly CarriedQuestion[]): Bounds | null => {
    if (carried.length === 0) return null;
    const low = add(carried.map(({ points }) => exact(points ?? '0')));
    return { low: text(low), high: text(low.add(max).sub(add(carried.map((question) => exact(question.max))))) };
  };
  const same = questions.filter(({ kind }) => kind === 'same');
  const found = questions.filter(({ kind }) => kind !== null);
  const rests = add(same.map((question) => exact(question.max)));
  const firm = bounds(same);
  return {
    max: text(max),
    firm,
    assumed: bounds(found),
    exact: firm && rests.equals(max) ? firm.low : null,
    share: text(rests.mul(100).div(max)),
    assumptions: found.filter(({ kind }) => kind !== 'same').map(({ number }) => number),
    missing: questions.filter(({ kind }) => kind === null).map(({ number }) => number),
  };
}
