import fc from 'fast-check';
import { canonical } from './canonical';

it('sorts keys and leaves out what is undefined', () => {
  expect(canonical({ b: 1, a: [true, null], c: undefined })).toBe('{"a":[true,null],"b":1}');
});

it('refuses numbers that are not finite', () => {
  expect(() => canonical({ a: Number.NaN })).toThrow(RangeError);
});

it('gives one text for one value, through any storage of JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))));
});
