import fc from 'fast-check';
import { DataSource } from 'typeorm';
import { House } from '../spec-house';
import { statement } from './statement';

describe('a statement', () => {
  let house: House;
  let source: DataSource;

  beforeAll(async () => {
    house = await House.open();
    source = house.app.get(DataSource);
  });

  afterAll(() => house.close());

  const back = async (type: 'text' | 'int' | 'boolean', list: readonly unknown[]): Promise<unknown> => (await statement<{ list: unknown }>(source, `list-${type}`, `SELECT $1::${type}[] AS list`, [list]))[0]?.list;

  it('gives every list as it is: no text in it can end it, empty it or say NULL', async () => {
    const sly = fc.oneof(fc.constantFrom('', 'NULL', 'null', '{}', '"', '\\', '\\"', 'a","b', '},{', ' ', '\n', "';--"), fc.string({ unit: 'grapheme' }).filter((text) => !text.includes('\0')));
    await fc.assert(fc.asyncProperty(fc.array(fc.oneof(sly, fc.constant(null))), async (list) => expect(await back('text', list)).toEqual(list)), { numRuns: 300 });
    await fc.assert(fc.asyncProperty(fc.array(fc.integer({ min: -2147483648, max: 2147483647 })), async (list) => expect(await back('int', list)).toEqual(list)), { numRuns: 50 });
    expect(await back('boolean', [true, false, null])).toEqual([true, false, null]);
  });
});
