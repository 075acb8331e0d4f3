import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { printedEvaluations } from '@samsyn/samples';
import { entryOf, ReplayFault, wishOf } from './entries';

describe('wishOf', () => {
  it('reads file, id and evaluators in either form', () => {
    expect(wishOf(['a.json', 'x'])).toEqual({ file: 'a.json', id: 'x', evaluators: 2 });
    expect(wishOf(['a.json', '--evaluators', '3', 'x'])).toEqual({ file: 'a.json', id: 'x', evaluators: 3 });
    expect(wishOf(['a.json', 'x', '--evaluators=4'])).toEqual({ file: 'a.json', id: 'x', evaluators: 4 });
  });

  it.each([[[]], [['a.json']], [['a.json', 'x', 'y']], [['a.json', 'x', '--fast']], [['a.json', 'x', '--evaluators', '1']], [['a.json', 'x', '--evaluators']], [['a.json', 'x', '--evaluators=two']]])('refuses %j', (args) => {
    expect(() => wishOf(args)).toThrow(ReplayFault);
  });
});

describe('entryOf', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'samsyn-entries-'));
  const write = (name: string, text: string): string => {
    fs.writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const list = write('list.json', JSON.stringify(printedEvaluations));
  afterAll(() => fs.rmSync(folder, { recursive: true }));

  it('finds an entry with rows in a list or under "evaluations"', () => {
    expect(entryOf(list, 'se-norsjo-2015').municipality).toBe('Norsjö');
    expect(entryOf(write('object.json', JSON.stringify({ evaluations: printedEvaluations })), 'se-nassjo-2019').year).toBe(2019);
  });

  it('refuses in plain words and lists what there is', () => {
    expect(() => entryOf(path.join(folder, 'none.json'), 'x')).toThrow(/There is no file .*none\.json/);
    expect(() => entryOf(folder, 'x')).toThrow('There is no file');
    expect(() => entryOf(list, 'se-norsjo-2016')).toThrow(/no evaluation "se-norsjo-2016"[\s\S]*se-norsjo-2015/);
    expect(() => entryOf(list, 'se-motala-2006')).toThrow('known by its total only');
    expect(() => entryOf(list, 'se-lund-2009')).toThrow('known by its areas only');
    expect(() => entryOf(write('broken.json', '[{'), 'x')).toThrow('cannot be read as JSON');
    expect(() => entryOf(write('other.json', '{"a":1}'), 'x')).toThrow('no list of evaluations');
    expect(() => entryOf(write('twice.json', '[{"id":"x"},{"id":"x"}]'), 'x')).toThrow('2 times');
  });
});
