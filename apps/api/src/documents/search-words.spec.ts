import { partsOf, termsOf } from './search-words';

describe('the words of a search', () => {
  it.each([['omsorg', ['omsorg']], ['"god service" kommun', ['god service', 'kommun']], ['omsorg -barn', []], ['skola or förskola', []], ['ja nej', []], ['  ', []]])('%j are looked for inside words as %j', (words, parts) => {
    expect(termsOf(words).map(({ text }) => text)).toEqual(parts);
  });

  it('are marked where the database marked them', () => {
    expect(partsOf('om \u0001styrningens\u0002 mål', '', 'styrning')).toEqual([{ text: 'om ', hit: false }, { text: 'styrningens', hit: true }, { text: ' mål', hit: false }]);
  });

  it('are marked inside a compound, with what stands around', () => {
    const parts = partsOf('x', `${'ord '.repeat(100)}Äldreomsorgen är god ${'ord '.repeat(100)}`, 'OMSORG');
    expect(parts.filter(({ hit }) => hit)).toEqual([{ text: 'omsorg', hit: true }]);
    expect(parts.map(({ text }) => text).join('')).toMatch(/^ord .*Äldreomsorgen är god .*ord$/);
  });

  it('cannot be a pattern', () => expect(partsOf('x', 'a (b+) c', '(b+)')).toEqual([{ text: 'a ', hit: false }, { text: '(b+)', hit: true }, { text: ' c', hit: false }]));
});
