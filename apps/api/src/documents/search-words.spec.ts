import { asSearched, partsOf, placedHit, termsOf, writtenAs } from './search-words';

describe('the words of a search', () => {
  it.each([['omsorg', ['omsorg']], ['"god service" kommun', ['god service', 'kommun']], ['omsorg -barn', []], ['skola or förskola', []], ['ja nej', []], ['  ', []]])('%j are looked for inside words as %j', (words, parts) => {
    expect(termsOf(words).map(({ text }) => text)).toEqual(parts);
  });

  it.each([[' ”god  service” ', '"god service"'], ['2016 – 2019', '2016-2019'], ['IT\u2011kommun', 'IT-kommun'], ['skola -barn', 'skola -barn'], ['mål 5', 'mål 5']])('%j are asked for as %j', (words, asked) => expect(asSearched(words)).toBe(asked));

  it('are marked where the database marked them', () => {
    expect(partsOf('om \u0001styrningens\u0002 mål', '', 'styrning')).toEqual([{ text: 'om ', hit: false }, { text: 'styrningens', hit: true }, { text: ' mål', hit: false }]);
  });

  it('are marked inside a compound, with what stands around', () => {
    const parts = partsOf('x', `${'ord '.repeat(100)}Äldreomsorgen är god ${'ord '.repeat(100)}`, 'OMSORG');
    expect(parts.filter(({ hit }) => hit)).toEqual([{ text: 'omsorg', hit: true }]);
    expect(parts.map(({ text }) => text).join('')).toMatch(/^ord .*Äldreomsorgen är god .*ord$/);
  });

  it('stand in what the page says, markup and all', () => {
    expect(writtenAs('R＆D ‹b› om \u0001målen\u0002', 'x R&D <b> om målen')).toBe('R&D <b> om \u0001målen\u0002');
    expect(writtenAs('\u0001annat\u0002', 'x')).toBe('\u0001annat\u0002');
  });

  it('cannot be a pattern', () => expect(partsOf('x', 'a (b+) c', '(b+)')).toEqual([{ text: 'a ', hit: false }, { text: '(b+)', hit: true }, { text: ' c', hit: false }]));
});

describe('the place of what was found', () => {
  const text = 'Mål\nMål 1\tnöjdhet\nMål 2\ttrygghet\nMål 3\ttrygghet';
  const places = [{ at: 4, number: 1 }, { at: 18, number: 2 }, { at: 33, number: 3 }].map((own) => ({ ...own, kind: 'row' as const, under: 'Blad' }));
  const numberOf = (headline: string, words: string): number | undefined => placedHit(places, headline, text, words)?.place.number;

  it('says most of the words, and is the first of several that do', () => {
    expect(numberOf('\u0001Mål\u0002\n\u0001Mål\u0002 1\tnöjdhet\n\u0001Mål\u0002 2\t\u0001trygghet\u0002', 'mål trygghet')).toBe(2);
    expect(numberOf(text, 'trygghet')).toBe(2);
  });

  it('is shown whole, with the words marked', () => expect(placedHit(places, '\u0001Mål\u0002 3\t\u0001trygghet\u0002', text, 'mål trygghet')?.parts).toEqual([{ text: 'Mål', hit: true }, { text: ' 3\t', hit: false }, { text: 'trygghet', hit: true }]));
  it('lies in the part that is shown', () => expect(numberOf('\u0001Mål\u0002 3\t\u0001trygghet\u0002', 'mål trygghet')).toBe(3));
  it('is none where there are pages', () => expect(placedHit([], text, text, 'mål')).toBeNull());
});
