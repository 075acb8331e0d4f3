import type { LedgerEntry } from '@samsyn/domain';
import { LedgerLines } from './ledger-lines';

const line = (revision: number, hash = ''): LedgerEntry => ({ revision, at: '2026-11-22T10:00:00.000Z', actor: null, fact: { kind: 'scoringOpened' }, previous: '', hash });

describe('the lines of a standing', () => {
  it('are its own, whatever is added to it later', () => {
    const one = LedgerLines.of([line(1)]);
    const two = one.with([line(2)]);
    const four = two.with([line(3), line(4)]);
    expect([one, two, four].map((lines) => lines.all().map(({ revision }) => revision))).toEqual([[1], [1, 2], [1, 2, 3, 4]]);
    expect([one, two, four].map(({ last }) => last?.revision)).toEqual([1, 2, 4]);
    expect(LedgerLines.of([]).last).toBeUndefined();
  });

  it('part where two things are added to the same standing', () => {
    const one = LedgerLines.of([line(1)]);
    const [here, there] = [one.with([line(2, 'here')]), one.with([line(2, 'there')])];
    expect([here, there].map(({ last }) => last?.hash)).toEqual(['here', 'there']);
    expect([here.with([line(3)]), there].map((lines) => lines.all().map(({ hash }) => hash))).toEqual([['', 'here', ''], ['', 'there']]);
  });

  it('are handed out as a list of one’s own', () => {
    const one = LedgerLines.of([line(1)]);
    one.all().pop();
    expect(one.all()).toHaveLength(1);
  });
});
