import { decoded, pageOf } from './web-copy-html.ts';

const page = (body: string, head = '') => pageOf(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`, 'https://granvik.example/budget/index.html');
const textsOf = (body: string): string[] => page(body).blocks.map((block) => (block.kind === 'table' ? block.rows.map(({ cells }) => cells.join('|')).join('/') : block.text));

describe('the text of a web page', () => {
  it('keeps headings, paragraphs, lists and tables in their order', () => {
    expect(page('<h1>Budget</h1><p>Första\n  stycket<br>och mer</p><ul><li><p>Ett</p><ul><li>Inre</li></ul></li></ul><ol start="3"><li>Tre</li></ol><table><caption>Resultat</caption><tr><th>År</th><th>Utfall</th></tr><tr><td>2025</td><td>31 <b>mnkr</b></td></tr></table>').blocks).toEqual([
      { kind: 'heading', level: 1, text: 'Budget' }, { kind: 'text', depth: 0, text: 'Första stycket\noch mer' },
      { kind: 'item', depth: 1, mark: '•', text: 'Ett' }, { kind: 'item', depth: 2, mark: '•', text: 'Inre' }, { kind: 'item', depth: 1, mark: '3.', text: 'Tre' },
      { kind: 'text', depth: 0, text: 'Resultat' }, { kind: 'table', rows: [{ cells: ['År', 'Utfall'], isHead: true }, { cells: ['2025', '31 mnkr'], isHead: false }] },
    ]);
  });

  it('leaves out what runs, menus and what is hidden, and says what a picture shows', () => {
    expect(textsOf('<nav>Meny</nav><script>x()</script><style>p{}</style><noscript>Slå på</noscript><p hidden>Dold</p><p style="display: none">Dold</p><p>Kvar <img src="x" alt="Diagram"> här</p><iframe>i</iframe>')).toEqual(['Kvar [Bild: Diagram] här']);
  });

  it('takes the main part where there is one of any length', () => {
    const long = 'Styrning och ledning. '.repeat(8).trim();
    expect(textsOf(`<header>Sidhuvud</header><main><p>${long}</p></main><footer>Sidfot</footer>`)).toEqual([long]);
    expect(textsOf('<header>Sidhuvud</header><main></main><p>Text</p>')).toEqual(['Sidhuvud', 'Text']);
  });

  it('reads a table that only places things as running text', () => {
    expect(textsOf('<table><tr><td><p>Ett</p></td></tr><tr><td>Två</td></tr></table>')).toEqual(['Ett', 'Två']);
  });

  it('names where links lead, once each and whole', () => {
    expect(page('<a href="../mal">Mål</a><a href="../mal">Igen</a><a href="#top">Upp</a><a href="javascript:x()">Kör</a><a href="mailto:a@b.example">Mejl</a>').links).toEqual([{ text: 'Mål', url: 'https://granvik.example/mal' }, { text: 'Mejl', url: 'mailto:a@b.example' }]);
    expect(page('<a href="x">Mål</a>', '<base href="https://annan.example/y/">').links).toEqual([{ text: 'Mål', url: 'https://annan.example/y/x' }]);
  });

  it('bears nesting without end, and cuts what is too long', () => {
    expect(textsOf(`${'<div>'.repeat(20_000)}djupt`)).toEqual([]);
    const { isCut, blocks } = page('<p>Tio tecken</p>'.repeat(110_000));
    expect([isCut, blocks.length]).toEqual([true, 100_000]);
  });

  it.each<[string, string, string, Buffer]>([
    ['Latin-1, as the server says', 'iso-8859-1', 'Räksmörgås', Buffer.from('Räksmörgås', 'latin1')], ['Latin-1, as the page says', '', '<meta charset="iso-8859-1">Å', Buffer.from('<meta charset="iso-8859-1">Å', 'latin1')],
    ['Latin-1 that says nothing', '', 'Å och ö', Buffer.from('Å och ö', 'latin1')], ['Latin-1 that calls itself UTF-8', 'utf-8', 'Å och ö', Buffer.from('Å och ö', 'latin1')], ['UTF-8 that calls itself nothing known', 'klingon', 'Å', Buffer.from('Å')],
    ['UTF-8 with a mark that the server calls Latin-1', 'iso-8859-1', 'Å', Buffer.from('\ufeffÅ')], ['UTF-16', '', 'Å', Buffer.from('\ufeffÅ', 'utf16le')],
  ])('reads %s', (_, told, text, bytes) => {
    expect(decoded(bytes, told)).toBe(text);
  });
});
