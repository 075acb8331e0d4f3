import Fraction from 'fraction.js';

/**
 * An exact number as text, the only form in which percent and points are stored or sent: "140/3", "60", "457/10".
 * Never a binary float: 13,5 must round to 14, and the mean of three judgements is not a decimal.
 */
export type Exact = string;

/** Fractions never change, and the same few texts are read again and again: a percent has at most a thousand in tenths. */
const read = new Map<Exact | number, Fraction>();
const keptRead = 5_000;

/** Reads text like "140/3", "46.7" or an integer. Only integers may come as number, so that no float slips in. */
export function exact(value: Exact | number): Fraction {
  const known = read.get(value);
  if (known) return known;
  if (typeof value === 'number' && !Number.isSafeInteger(value)) throw new RangeError(`not an exact number: ${value}`);
  const fraction = new Fraction(value);
  if (read.size >= keptRead) read.clear();
  read.set(value, fraction);
  return fraction;
}

/** The lowest-terms text of a fraction: "140/3", "60". */
export const asExact = (fraction: Fraction): Exact => fraction.toFraction();

export const sumOf = (values: readonly Exact[]): Exact => asExact(values.reduce((sum, value) => sum.add(exact(value)), new Fraction(0)));

/** The mean of one or more exact values. Refuses an empty list: a mean of nothing is not 0. */
export function meanOf(values: readonly Exact[]): Exact {
  if (values.length === 0) throw new RangeError('mean of nothing');
  return asExact(exact(sumOf(values)).div(values.length));
}

export const differenceOf = (first: Exact, second: Exact): Exact => asExact(exact(first).sub(exact(second)));
/** Below, at or above 0 as the first is less than, equal to or more than the second. The same text needs no reading. */
export const compareExact = (first: Exact, second: Exact): number => (first === second ? 0 : exact(first).compare(exact(second)));
export const magnitude = (value: Exact): Exact => asExact(exact(value).abs());

/** A number only for drawing (bar lengths, positions), never for showing or storing. */
export const forDrawing = (value: Exact): number => exact(value).valueOf();
