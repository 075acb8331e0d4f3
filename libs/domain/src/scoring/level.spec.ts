import fc from 'fast-check';
import { bands } from '../instrument';
import { asExact, compareExact, exact } from './exact';
import { levelOf } from './level';

describe('the level of a percent', () => {
  it.each([
    ['0', 0], ['1/1000', 1], ['5', 1], ['10', 1], ['30', 1], ['35', 1], ['39.999', 1], ['119/3', 1], ['40', 2], ['60', 2], ['65', 2], ['209/3', 2],
    ['70', 3], ['80', 3], ['85', 3], ['269/3', 3], ['90', 4], ['95', 4], ['100', 4],
  ] as const)('%s is %i', (percent, level) => {
    expect(levelOf(percent)).toBe(level);
  });

  it('has every anchor within its own band', () => {
    expect(bands.flatMap(({ from, to }) => [levelOf(`${from}`), levelOf(`${to}`)])).toEqual([0, 0, 1, 1, 2, 2, 3, 3, 4, 4]);
  });

  it('never falls as the percent rises, and is 0 for nothing but 0', () => {
    const percent = fc.tuple(fc.nat(4000), fc.constantFrom(3, 7, 12, 40)).map(([n, d]) => asExact(exact(n % (100 * d + 1)).div(d)));
    fc.assert(fc.property(percent, percent, (one, other) => {
      const [low, high] = compareExact(one, other) <= 0 ? [one, other] : [other, one];
      expect(levelOf(low)).toBeLessThanOrEqual(levelOf(high));
      expect(levelOf(one) === 0).toBe(compareExact(one, '0') === 0);
    }));
  });
});
