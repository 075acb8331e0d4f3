import { groupsOf, type Hit } from './search-store';

const hit = (document: string, page: number): Hit => ({ document, version: `${document}1`, title: document.toUpperCase(), page, place: null, parts: [] });

describe('what a search found', () => {
  it('stands document by document, in the order of the best page', () => {
    const groups = groupsOf([hit('b', 4), hit('a', 1), hit('b', 2)]);
    expect(groups.map(({ title, hits }) => [title, hits.map(({ page }) => page)])).toEqual([['B', [4, 2]], ['A', [1]]]);
  });
});
