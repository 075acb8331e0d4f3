import fc from 'fast-check';
import { exact } from './exact';
import { shown, swedish, swedishSigned, toTenths } from './rounding';

/** Half away from zero in whole numbers alone. */
function reference(numerator: bigint, denominator: bigint, decimals: number): string {
  const size = numerator < 0n ? -numerator : numerator;
  const units = (2n * size * 10n ** BigInt(decimals) + denominator) / (2n * denominator);
  const digits = `${units}`.padStart(decimals + 1, '0');
  const text = decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
  return numerator < 0n && units > 0n ? `-${text}` : text;
}

describe('shown', () => {
  it.each([
    ['27/2', 0, '14'], ['-27/2', 0, '-14'], ['13.49', 0, '13'], ['140/3', 1, '46.7'], ['0.05', 1, '0.1'], ['-1/25', 1, '0.0'], ['1/2', 0, '1'], ['-1/2', 0, '-1'],
    ['0', 0, '0'], ['0', 2, '0.00'], ['2.675', 2, '2.68'], ['1.005', 2, '1.01'], ['99.95', 1, '100.0'], ['1/3', 3, '0.333'],
  ])('%s to %i decimals is %s', (value, decimals, text) => {
    expect(shown(value, decimals)).toBe(text);
  });

  it('rounds half away from zero like whole numbers do', () => {
    fc.assert(fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 6n), fc.integer({ min: 0, max: 4 }), (numerator, denominator, decimals) => {
      expect(shown(`${numerator}/${denominator}`, decimals)).toBe(reference(numerator, denominator, decimals));
    }), { numRuns: 1000 });
  });

  it('rounds every exact half up in size', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10 ** 9 }), (whole) => {
      expect([shown(`${2 * whole + 1}/2`, 0), shown(`-${2 * whole + 1}/2`, 0)]).toEqual([`${whole + 1}`, `-${whole + 1}`]);
    }));
  });

  it('is never more than half a unit away, and shows what is shown again', () => {
    fc.assert(fc.property(fc.integer({ min: -(10 ** 6), max: 10 ** 6 }), fc.integer({ min: 1, max: 9999 }), fc.integer({ min: 0, max: 3 }), (n, d, decimals) => {
      const once = shown(`${n}/${d}`, decimals);
      expect(exact(once).sub(`${n}/${d}`).abs().mul(10 ** decimals).compare('1/2')).toBeLessThanOrEqual(0);
      expect(shown(once, decimals)).toBe(once);
    }));
  });
});

describe('swedish', () => {
  it.each([['2469/2', 1, '1\u00a0234,5'], ['1234567', 0, '1\u00a0234\u00a0567'], ['-1234', 0, '\u22121\u00a0234'], ['999', 0, '999'], ['45.7', 1, '45,7'], ['-0.04', 1, '0,0']])('%s to %i is %s', (value, decimals, text) => {
    expect(swedish(value, decimals)).toBe(text);
  });

  it('signs differences, but not what is shown as nothing', () => {
    expect(['5/2', '-317/10', '0', '0.04', '-0.04'].map((value) => swedishSigned(value, 1))).toEqual(['+2,5', '\u221231,7', '0,0', '0,0', '0,0']);
  });
});

describe('toTenths', () => {
  it('keeps the rounded tenth exact', () => {
    expect(['140/3', '45', '45.25', '1/30'].map(toTenths)).toEqual(['467/10', '45', '453/10', '0']);
  });
});
