import { addressIn, filesDropped, wholeAddress } from './upload-drops';
import { accepted, faultBefore, kindsInWords } from './upload-kinds';

const file = (name: string): File => new File(['x'], name);
const entryOf = (own: File): unknown => ({ isFile: true, isDirectory: false, file: (done: (file: File) => void) => done(own) });
/** A folder gives its entries in portions, as browsers do. */
const folder = (...portions: unknown[][]): unknown => ({ isFile: false, isDirectory: true, createReader: () => ({ readEntries: (done: (entries: unknown[]) => void) => done(portions.shift() ?? []) }) });
const dropped = (files: File[], entries: unknown[]): DataTransfer => ({ files, items: entries.map((entry) => ({ kind: 'file', webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer;

describe('what was dropped', () => {
  it('is every file in every folder, without what systems leave lying', async () => {
    const inner = folder([entryOf(file('c.docx'))]);
    const given = dropped([], [entryOf(file('a.pdf')), folder([entryOf(file('b.pdf')), entryOf(file('.DS_Store'))], [inner, entryOf(file('Thumbs.db'))])]);
    expect((await filesDropped(given)).map(({ name }) => name)).toEqual(['a.pdf', 'b.pdf', 'c.docx']);
  });

  it('is taken as files where there are no folders, and nothing where there is nothing', async () => {
    expect((await filesDropped(dropped([file('a.pdf'), file('~$a.docx')], [entryOf(file('a.pdf'))]))).map(({ name }) => name)).toEqual(['a.pdf']);
    expect(await filesDropped(null)).toEqual([]);
  });
});

it('tells an address from other text, and makes a typed one whole', () => {
  expect([addressIn(' https://granvik.se/budget '), addressIn('granvik.se'), addressIn('se https://granvik.se')]).toEqual(['https://granvik.se/budget', null, null]);
  expect([wholeAddress('granvik.se/budget'), wholeAddress('http://granvik.se'), wholeAddress('budgeten'), wholeAddress('javascript://granvik.se'), wholeAddress('')]).toEqual(['https://granvik.se/budget', 'http://granvik.se', null, null, null]);
});

describe('what is taken in', () => {
  const limits = { largest: 1000, endings: ['pdf', 'png', 'jpg', 'xyz'] };

  it('spares the journey to the server only for what it would surely refuse', () => {
    const fault = (name: string, size = 1) => faultBefore({ name, size }, limits);
    expect([fault('Budget.PDF'), fault('virus.exe'), fault('utan'), fault('a.pdf', 0), fault('a.pdf', 1000), fault('a.pdf', 1001)]).toEqual([null, 'documents/type', 'documents/type', 'empty', null, 'documents/too-large']);
  });

  it('is not guessed at before the server has told it', () => {
    expect([faultBefore({ name: 'a.exe', size: 10 ** 12 }, null), faultBefore({ name: 'a.pdf', size: 0 }, null), accepted(null)]).toEqual([null, 'empty', '']);
  });

  it('is told by what people call it, each once, and by its ending where it has no other name', () => {
    expect([accepted(limits), kindsInWords(limits.endings, 'sv', (calling) => calling)]).toEqual(['.pdf,.png,.jpg,.xyz', 'pdf, picture eller XYZ']);
  });
});
