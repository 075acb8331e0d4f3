import { buttonSteps, byTens, stepped, typedDigit } from './step-keys';

/** Every step an instrument may have: those that part 100 evenly. */
const steps = [1, 2, 4, 5, 10, 20, 25, 50];

/** What a row of keys ends in, as the grid would hold it. */
function typed(keys: string, step: number): number | null {
  let [value, waiting]: [number | null, string] = [null, ''];
  for (const key of keys) {
    const next = typedDigit(key, waiting, step);
    value = next.value ?? value;
    waiting = next.waits;
  }
  return value;
}

describe('a judgement by keys', () => {
  it('is one digit where the steps are tens, and moves on', () => {
    expect([typedDigit('7', '', 10), typedDigit('3', '', 20), typedDigit('4', '', 20)]).toEqual([{ value: 70, moves: true, waits: '' }, { value: null, moves: false, waits: '' }, { value: 40, moves: true, waits: '' }]);
  });

  it('is two digits where they are finer; one alone still sets its ten where that is a step', () => {
    expect([typed('7', 5), typed('75', 5), typed('05', 5), typed('25', 25), typed('2', 25), typed('37', 1)]).toEqual([70, 75, 5, 25, null, 37]);
    expect([typedDigit('5', '7', 5).moves, typedDigit('7', '', 5).moves]).toEqual([true, false]);
  });

  it('begins anew after two digits that are no step', () => {
    expect(typedDigit('7', '3', 5)).toEqual({ value: 70, moves: false, waits: '7' });
  });

  it.each(steps)('reaches every step of %i: by keys, by plus and minus one step, and has at most eleven buttons', (step) => {
    const all = Array.from({ length: 100 / step + 1 }, (_, at) => at * step);
    const keyed = all.filter((value) => value === 100 || typed(byTens(step) ? `${value / 10}` : `${value}`.padStart(2, '0'), step) === value);
    let [value, climbed]: [number | undefined, number[]] = [undefined, []];
    do climbed = [...climbed, (value = stepped(value, 1, step))]; while (value < 100);
    expect([keyed, climbed]).toEqual([all, all]);
    expect([stepped(100, 1, step), stepped(0, -1, step), stepped(100, -1, step)]).toEqual([100, 0, 100 - step]);
    const buttons = buttonSteps(step);
    expect([buttons.every((one) => one % step === 0), buttons[0], buttons.at(-1), buttons.length <= 11]).toEqual([true, 0, 100, true]);
  });
});
