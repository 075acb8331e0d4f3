import fc from 'fast-check';
import { asExact, compareExact, differenceOf, exact, forDrawing, magnitude, meanOf, sumOf } from './exact';

const fractions = fc.tuple(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: 1, max: 997 })).map(([n, d]) => asExact(exact(n).div(d)));

describe('exact', () => {
  it('reads fractions, decimals and integers, and writes lowest terms', () => {
    expect(['140/3', '46.7', '60', '120/2', '-5/10', '0'].map((text) => asExact(exact(text)))).toEqual(['140/3', '467/10', '60', '60', '-1/2', '0']);
  });

  it('takes no float by number', () => {
    expect(asExact(exact(7))).toBe('7');
    for (const value of [0.1, 13.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) expect(() => exact(value)).toThrow(RangeError);
  });

  it('sums what floats cannot', () => {
    expect(sumOf(['0.1', '0.2'])).toBe('3/10');
    expect(sumOf(Array.from({ length: 3 }, () => '1/3'))).toBe('1');
    expect(sumOf([])).toBe('0');
  });

  it('takes means of something only', () => {
    expect(meanOf(['70', '60', '10'])).toBe('140/3');
    expect(() => meanOf([])).toThrow(RangeError);
  });

  it('subtracts, compares and measures', () => {
    expect([differenceOf('43.3', '75'), magnitude('-317/10'), compareExact('1/3', '0.3'), compareExact('1/2', '0.5'), compareExact('-1', '0')]).toEqual(['-317/10', '317/10', 1, 0, -1]);
  });

  it('becomes a float only to draw', () => {
    expect(forDrawing('457/10')).toBe(45.7);
  });

  it('is the same in any order, and differences undo sums', () => {
    fc.assert(fc.property(fc.array(fractions, { maxLength: 12 }), fractions, (values, other) => {
      expect(sumOf([...values].reverse())).toBe(sumOf(values));
      expect(differenceOf(sumOf([...values, other]), other)).toBe(sumOf(values));
      expect(magnitude(differenceOf(other, sumOf(values)))).toBe(magnitude(differenceOf(sumOf(values), other)));
    }));
  });
});
