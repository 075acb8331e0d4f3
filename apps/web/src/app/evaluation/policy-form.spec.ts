import { defaultPolicy, type Policy } from '@samsyn/domain';
import { faultsOf } from './policy-form';

const faults = (rules: Partial<Policy>): unknown => Object.fromEntries(Object.entries(faultsOf({ ...defaultPolicy, ...rules })).map(([limit, { key }]) => [limit, key]));

describe('the form of the rules', () => {
  it('lets the limits in points and levels be empty, and takes whole or half points and one to four levels', () => {
    for (const rules of [{}, { points: undefined, bands: undefined }, { points: 0.5 }, { points: 2.5, bands: 1 }, { points: 1000, bands: 4 }]) expect(faults(rules)).toEqual({});
    for (const points of [0, 0.3, 2.75, 1000.5, Number.NaN]) expect(faults({ points })).toEqual({ points: 'halves' });
    for (const bands of [0, 1.5, 5, Number.NaN]) expect(faults({ bands })).toEqual({ bands: 'maybe' });
  });

  it('asks for all other limits, in order', () => {
    expect(faults({ amber: Number.NaN, tolerance: Number.NaN, areaPoints: 0.5 })).toEqual({ amber: 'number', tolerance: 'number', areaPoints: 'number' });
    expect(faults({ red: 15, tolerance: 15 })).toEqual({ red: 'red', tolerance: 'tolerance' });
  });
});
