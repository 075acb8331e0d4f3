import { openSheets, openText, slides } from './text-open';
import { blocksOf, inPages, linesOf, placed, rowsOf, type Piece } from './text-places';

const said = (pieces: Iterable<Piece>): string[] => [...pieces].map(({ text, place }) => `${place ? `${place.kind} ${place.number} ${place.under}`.trim() : '-'}: ${text}`);
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the places of a text document', () => {
  it('are its headings, and the paragraphs below each', () => {
    const html = '<p>Inledning &amp; syfte</p><h1>Mål</h1><p>Ett</p><p> </p><ul><li>Två<ul><li>Tre</li></ul></li></ul><h2>Uppföljning</h2><p>Fyra<br />och mer</p>';
    expect(said(placed(blocksOf(html)))).toEqual(['paragraph 1: Inledning & syfte', 'heading 1 Mål: Mål', 'paragraph 1 Mål: Ett', 'paragraph 2 Mål: Två', 'paragraph 3 Mål: Tre', 'heading 2 Uppföljning: Uppföljning', 'paragraph 1 Uppföljning: Fyra\noch mer']);
  });

  it('count a row of a table as one paragraph', () => {
    expect(said(placed(blocksOf('<p>Före</p><table><tr><td><p>År</p></td><td><p>Andel</p><p>i procent</p></td></tr><tr><td><p>2026</p></td><td></td></tr></table><p>Efter</p>')))).toEqual(['paragraph 1: Före', 'paragraph 2: År \tAndel i procent', 'paragraph 3: 2026', 'paragraph 4: Efter']);
  });

  it('tell headings of the same name apart by the heading above', () => {
    const html = '<h1>Skolan</h1><h2>Mål</h2><p>a</p><h1>Omsorgen</h1><h2>Mål</h2><p>b</p>';
    expect(said(placed(blocksOf(html))).filter((own) => own.startsWith('paragraph'))).toEqual(['paragraph 1 Skolan: Mål: a', 'paragraph 1 Omsorgen: Mål: b']);
  });

  it('are read out of an open document too', () => {
    const xml = '<office:text><text:h text:style-name="P1" text:outline-level="2">Vision</text:h><text:p>Vi <text:span>vill</text:span> mycket.</text:p><text:p/><text:p>Och mer &amp; mer.</text:p></office:text>';
    expect(said(openText(bytes(xml)))).toEqual(['heading 1 Vision: Vision', 'paragraph 1 Vision: Vi vill mycket.', 'paragraph 2 Vision: Och mer & mer.']);
  });
});

describe('the places of tables, slides and lines', () => {
  it('are sheet and row, empty rows counted', () => {
    expect(said(rowsOf('Mål', [['Mål', 'Utfall'], [], ['Trygghet', '71']]))).toEqual(['-: Mål', 'row 1 Mål: Mål\tUtfall', 'row 3 Mål: Trygghet\t71']);
    const xml = '<table:table table:name="Mål &amp; mått"><table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row><table:table-row><table:table-cell><text:p>Trygghet</text:p></table:table-cell><table:table-cell><text:p>71</text:p></table:table-cell></table:table-row></table:table><table:table table:name="Två"></table:table>';
    expect([...openSheets(bytes(xml))].map((pieces) => said(pieces))).toEqual([['-: Mål & mått', 'row 5 Mål & mått: Trygghet\t71'], ['-: Två']]);
  });

  it('are slides in the order shown, not the order of their files', () => {
    const slide = (text: string): Uint8Array => bytes(`<p:sld><a:p><a:t>${text}</a:t></a:p></p:sld>`);
    const parts = {
      'ppt/slides/slide1.xml': slide('Sist'), 'ppt/slides/slide2.xml': slide('Först'), 'ppt/presentation.xml': bytes('<p:sldIdLst><p:sldId id="257" r:id="rId3"/><p:sldId id="256" r:id="rId2"/></p:sldIdLst>'),
      'ppt/_rels/presentation.xml.rels': bytes('<Relationships><Relationship Id="rId2" Type="t/slide" Target="slides/slide1.xml"/><Relationship Id="rId3" Type="t/slide" Target="slides/slide2.xml"/></Relationships>'),
    };
    expect(slides(parts).map((pieces) => said(pieces))).toEqual([['slide 1: Först'], ['slide 2: Sist']]);
  });

  it('are the lines of plain text', () => expect(said(linesOf('Ett\n\nTre'))).toEqual(['line 1: Ett', '-: ', 'line 3: Tre']));
});

describe('pages of text', () => {
  it('hold whole pieces where they can, and say where each begins', () => {
    const long = 'ord '.repeat(500).trim();
    const pages = [...inPages([[{ text: 'Först', place: { kind: 'line', number: 1, under: '' } }, { text: long, place: { kind: 'line', number: 2, under: '' } }, { text: long, place: { kind: 'line', number: 3, under: '' } }]])];
    expect(pages.map(({ page, text, places }) => [page, text.length, places.map(({ number, at }) => `${number}@${at}`).join(' ')])).toEqual([[1, 2005, '1@0 2@6'], [2, 1999, '3@0']]);
  });

  it('cut a piece without end between words and lose nothing', () => {
    const endless = 'styrning '.repeat(2000).trim();
    const pages = [...inPages([[{ text: endless, place: { kind: 'paragraph', number: 1, under: '' } }]])];
    expect(pages.map(({ text }) => text).join('')).toBe(endless);
    expect(pages.every(({ text, places }) => text.length <= 3000 && places[0]?.number === 1 && places[0].at === 0)).toBe(true);
  });

  it('begin anew with every section, and hold nothing that the database refuses', () => expect([...inPages([[{ text: 'a\0b\ud800', place: null }], [], [{ text: 'c', place: null }]])].map(({ page, text }) => [page, text])).toEqual([[1, 'ab'], [2, 'c']]));
});
