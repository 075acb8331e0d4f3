import { placeFrom, placeQuery, placeWords } from './reading-passage';

describe('a place in an address', () => {
  it('is read as it was written', () => {
    for (const place of [{ kind: 'row', number: 12, under: 'Mål 2.1 & mått' }, { kind: 'paragraph', number: 3, under: '' }] as const) {
      const query = placeQuery({ page: 2, quote: 'Nämnderna ska', place, hit: true }, '3.2');
      expect(placeFrom(query['plats'])).toEqual(place);
      expect(query).toMatchObject({ s: '2', q: 'Nämnderna ska', traff: '1', fran: '3.2' });
    }
    expect(placeQuery({ page: 1, quote: '' })).toEqual({ s: '1' });
  });

  it.each([undefined, '', 'row', 'row.0.x', 'cell.2.x', 'row.x.y'])('%j is none', (text) => expect(placeFrom(text)).toBeNull());
});

it('is named by what it is', () => {
  expect(placeWords(undefined, 14)).toEqual({ key: 'documents.place.page', n: 14, to: 14, under: '' });
  expect(placeWords(null, 14, 15)).toEqual({ key: 'documents.place.pages', n: 14, to: 15, under: '' });
  expect(placeWords({ kind: 'paragraph', number: 2, under: 'Uppföljning' }, 1).key).toBe('documents.place.paragraphUnder');
  expect(placeWords({ kind: 'paragraph', number: 2, under: '' }, 1).key).toBe('documents.place.paragraph');
});
