import { pastedPeople } from './pasted-people';

const known = [{ id: 'eva', name: 'Eva Roth', email: 'eva.roth@granvik.example' }];

describe('people pasted from a spreadsheet', () => {
  it('reads columns by their headings, whatever their order', () => {
    const [row] = pastedPeople('E-post\tNamn\tTitel\tSida\tChef\nmaria@granvik.example\tMaria Nyström\tkvalitetsstrateg\tChef\tEva Roth', known);
    expect(row?.faults).toEqual([]);
    expect(row?.person).toMatchObject({ name: 'Maria Nyström', email: 'maria@granvik.example', role: 'kvalitetsstrateg', kind: 'managers', manager: 'eva' });
  });

  it('takes the usual order without headings, with semicolons and quotes', () => {
    const [row] = pastedPeople('"Sand, Peter";ekonomichef;"Granvik; stadshuset";chef;;070-1', known);
    expect(row?.person).toMatchObject({ name: 'Sand, Peter', organisation: 'Granvik; stadshuset', email: null, phone: '070-1' });
    expect(row?.faults).toEqual([]);
  });

  it('says what is wrong with a row, by its line', () => {
    const rows = pastedPeople('Namn;E-post;Sida;Chef\n;a@b.se;chef;\nIda;ida(at)b.se;kung;Okänd\n\nEva Roth;eva.roth@granvik.example;chef;', known);
    expect(rows.map(({ line, faults }) => [line, ...faults.map(({ rule }) => rule)])).toEqual([[2, 'noName'], [3, 'badEmail', 'unknownKind', 'unknownManager'], [5, 'already']]);
  });

  it('finds a manager further down the same list, and the same person twice', () => {
    const rows = pastedPeople('Namn;Chef\nAda;Bo\nBo;\nAda;', []);
    expect(rows[0]).toMatchObject({ managerName: 'Bo', faults: [] });
    expect(rows[2]?.faults.map(({ rule }) => rule)).toEqual(['twice']);
  });
});
