import { findQuote, tidyQuote } from './reading-quote';

const marked = (texts: readonly string[], quote: string): string[] => findQuote(texts, quote).places.map(({ at, from, to }) => (texts[at] ?? '').slice(from, to));

describe('a quotation found again in a page', () => {
  it('over pieces, line breaks and words divided at the end of a line', () => {
    const page = ['2.3 Från vision till mål', 'Nämnderna ska bi-', 'dra till samtliga mål.', ' Varje  nämnd', 'beslutar själv.'];
    expect(marked(page, 'Nämnderna ska bidra till samtliga mål. Varje nämnd beslutar')).toEqual(['Nämnderna ska bi', 'dra till samtliga mål.', 'Varje  nämnd', 'beslutar']);
    expect(findQuote(page, 'ska bidra').whole).toBe(true);
  });

  it('however letters, dashes and quotation marks are written', () => {
    expect(marked(['Ef\uFB01cient styrning 2026–2028, ”hela” kommunen'], 'efficient styrning 2026-2028, "hela" kommunen')).toEqual(['Ef\uFB01cient styrning 2026–2028, ”hela” kommunen']);
    expect(marked(['fo\u0308r a\u030arets ma\u030al'], 'för årets mål')).toEqual(['fo\u0308r a\u030arets ma\u030al']);
    expect(marked(['äldre\u00adomsorgen växer'], 'äldreomsorgen')).toEqual(['äldre\u00adomsorgen']);
  });

  it('of several alike the one at the place meant, else the first', () => {
    const cells = ['Ja', 'Nej', 'Ja', 'Nej', 'Ja'];
    expect([0, 1, 4].map((from) => findQuote(cells, 'ja', from).places[0]?.at)).toEqual([0, 2, 4]);
    expect(findQuote(['Ja', 'Nej'], 'ja', 1).places[0]?.at).toBe(0);
    expect(findQuote(['a', 'ett', 'två', 'ett', 'två'], 'ett två', 2).places[0]?.at).toBe(1);
  });

  it('keeps apart what numbers say', () => {
    expect(findQuote(['målet är 15 procent'], '1,5 procent').places).toEqual([]);
    expect(marked(['målet är 1,5 %'], '1,5 %')).toEqual(['1,5 %']);
  });

  it('as far as it goes, and says that it is not the whole', () => {
    const found = findQuote(['Kommunfullmäktige har fastställt tolv mål'], 'Kommunfullmäktige har fastställt tolv mål för mandatperioden');
    expect(found).toEqual({ places: [{ at: 0, from: 0, to: 41 }], whole: false });
    expect(findQuote(['Kommunfullmäktige'], 'Kommunstyrelsen leder').places).toEqual([]);
  });

  it('not at all when there is nothing to find', () => {
    expect(findQuote(['text'], ' – ')).toEqual({ places: [], whole: false });
    expect(findQuote([], 'text').places).toEqual([]);
  });

  it('also after signs that take two places', () => {
    expect(marked(['𝟙 💚 målen gäller'], 'målen')).toEqual(['målen']);
  });
});

describe('a selected passage as it is kept', () => {
  it('is one line with whole words', () => {
    expect(tidyQuote('  Nämnderna ska bi-\n dra\ttill   målen. ')).toBe('Nämnderna ska bidra till målen.');
  });
  it('leaves the hyphen that belongs to the word', () => {
    expect(tidyQuote('mål-\noch budgetprocessen')).toBe('mål- och budgetprocessen');
    expect(['SKR-\nrapporten', 'e-\ntjänster', 'åren 2016-\n2019', 'synpunkts-\n/klagomål'].map(tidyQuote)).toEqual(['SKR-rapporten', 'e-tjänster', 'åren 2016-2019', 'synpunkts-/klagomål']);
  });
  it('knows every hyphen that ends a line', () => {
    expect(['bru\u00ad\nkare', 'bru\u2010\nkare', 'bru\u00adkare', 'organi- \nsation'].map(tidyQuote)).toEqual(['brukare', 'brukare', 'brukare', 'organisation']);
  });
});
