/** Within this time a second digit belongs to the first. */
export const secondDigit = 1200;

/** Whether one digit, for its ten, reaches every step; otherwise two digits in a row are needed. */
export const byTens = (step: number): boolean => step % 10 === 0;

/** What the keys have come to: a value to set, whether to go on to the next cell, and a first digit that waits for its second. */
export interface Typed {
  readonly value: number | null;
  readonly moves: boolean;
  readonly waits: string;
}

/**
 * A digit typed on a cell. Where every step is a ten it sets its ten and moves on. With finer steps it sets its ten where
 * that is a step, and a second digit makes the number of both: 2 then 5 is 25, 0 then 5 is 5. What is not on a step
 * sets nothing; its last digit then begins a new number.
 */
export function typedDigit(digit: string, waiting: string, step: number): Typed {
  const ten = Number(digit) * 10;
  const first: Typed = { value: ten % step === 0 ? ten : null, moves: false, waits: digit };
  if (byTens(step)) return { ...first, moves: first.value !== null, waits: '' };
  const both = Number(waiting + digit);
  return waiting !== '' && both % step === 0 ? { value: both, moves: true, waits: '' } : first;
}

/** One step up or down from a value, within 0–100; from a blank cell the first step. */
export const stepped = (value: number | undefined, by: 1 | -1, step: number): number => (value === undefined ? 0 : Math.min(100, Math.max(0, value + by * step)));

/** The values that have a button of their own: every step down to 10, of finer ones those that are tens, at most eleven. */
export function buttonSteps(step: number): number[] {
  let apart = step;
  while (apart < 10 || (apart !== step && apart % 10 !== 0)) apart += step;
  return Array.from({ length: 100 / apart + 1 }, (_, index) => index * apart);
}
