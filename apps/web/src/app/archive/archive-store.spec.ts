import type { ArchiveEntry } from '@samsyn/contract';
import { ArchiveStore, selected, totalOf, type ArchiveView } from './archive-store';

const entry = (municipality: string, year: number, revision: string, value: number | null, areas = false): ArchiveEntry => ({
  id: `${municipality}-${year}`, municipality, code: null, country: 'SE', year, revision, instrument: null, total: { printed: value === null ? null : `${value}`, value }, areas: areas ? [] : null, rows: false, source: '', evaluation: null,
});
const entries = [entry('Örnsköldsvik', 2015, '2010', 551, true), entry('Åre', 2012, '2010', null), entry('Norsjö', 2015, '2010', 401, true), entry('Vallentuna', 2021, '2020', 648), entry('Älmhult', 2015, '2010', 500)];
const all: ArchiveView = { search: '', revision: '', sort: 'name', onlyAreas: false };
const names = (view: Partial<ArchiveView>): string[] => selected(entries, { ...all, ...view }).map(({ municipality }) => municipality);

describe('the archive', () => {
  it('sorts å, ä, ö after z', () => expect(names({})).toEqual(['Norsjö', 'Vallentuna', 'Åre', 'Älmhult', 'Örnsköldsvik']));

  it('puts the newest first, equal years by name', () => expect(names({ sort: 'year' })).toEqual(['Vallentuna', 'Norsjö', 'Älmhult', 'Örnsköldsvik', 'Åre']));

  it('puts the highest first and an unprinted total last', () => expect(names({ sort: 'total' })).toEqual(['Vallentuna', 'Örnsköldsvik', 'Älmhult', 'Norsjö', 'Åre']));

  it('finds a part of a name without taking å, ä, ö for a and o', () => {
    expect(names({ search: 'SJÖ' })).toEqual(['Norsjö']);
    expect(names({ search: 'alm' })).toEqual([]);
  });

  it('keeps to one model, and to those with points per area', () => {
    expect(names({ revision: '2020' })).toEqual(['Vallentuna']);
    expect(names({ onlyAreas: true })).toEqual(['Norsjö', 'Örnsköldsvik']);
  });

  it('sums the areas only where no total is printed, and says so', () => {
    const area = (number: number, achieved: number) => ({ number, title: '', achieved, printed: `${achieved}` });
    expect(totalOf({ ...entry('Norsjö', 2015, '2010', null), areas: [area(1, 43), area(2, 38.5)] })).toEqual({ text: '81,5', printed: false });
    expect(totalOf(entry('Norrköping', 2010, '2010', 491))).toEqual({ text: '491', printed: true });
    expect(totalOf(entry('Åre', 2012, '2010', null))).toBeNull();
  });

  it('offers no report that the reader may not open', async () => {
    const real = globalThis.fetch;
    globalThis.fetch = () => Promise.resolve({ ok: false, status: 404, json: () => Promise.resolve({ code: 'wire/not-found', facts: {}, request: 'r' }) } as Response);
    const store = new ArchiveStore();
    await store.findReport('e1');
    expect(store.report()).toBeNull();
    globalThis.fetch = real;
  });
});
