import fc from 'fast-check';
import { canonical } from './canonical';

it('sorts keys and leaves out what is undefined', () => {
  expect(canonical({ b: 1, a: [true, null], c: undefined })).toBe('{"a":[true,null],"b":1}');
});

it('puts keys in the order of their code units, however many and whatever they are called', () => {
  const inOrder = (value: Readonly<Record<string, number>>): string => `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${value[key]}`).join()}}`;
  fc.assert(fc.property(fc.dictionary(fc.string(), fc.integer(), { maxKeys: 40 }), (value) => expect(canonical(value)).toBe(inOrder(value))));
});

it('refuses numbers that are not finite', () => {
  expect(() => canonical({ a: Number.NaN })).toThrow(RangeError);
});

it('gives one text for one value, through any storage of JSON', () => {
  fc.assert(fc.property(fc.jsonValue(), (value) => expect(canonical(JSON.parse(JSON.stringify(value)))).toBe(canonical(value))));
});
