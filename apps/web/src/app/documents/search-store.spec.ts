import { groupsOf, typedOver, type Hit } from './search-store';

const hit = (document: string, page: number): Hit => ({ document, version: `${document}1`, title: document.toUpperCase(), page, place: null, parts: [] });

describe('what a search found', () => {
  it('stands document by document, in the order of the best page', () => {
    const groups = groupsOf([hit('b', 4), hit('a', 1), hit('b', 2)]);
    expect(groups.map(({ title, hits }) => [title, hits.map(({ page }) => page)])).toEqual([['B', [4, 2]], ['A', [1]]]);
  });

  it('never takes the space from somebody between two words, and takes what comes from elsewhere', () => {
    expect([typedOver('helt ', 'helt'), typedOver('helt a', 'helt a'), typedOver('helt ', 'omsorg'), typedOver('', 'omsorg'), typedOver('helt', '')]).toEqual(['helt ', 'helt a', 'omsorg', 'omsorg', '']);
  });
});
