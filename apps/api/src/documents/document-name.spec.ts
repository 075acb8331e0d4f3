import { cleanName, titleOf } from './document-name';

describe('a file name', () => {
  it.each([
    ['../../etc/passwd.pdf', 'passwd.pdf'], ['C:\\Users\\Ana\\Budget 2026.PDF', 'Budget 2026.PDF'], ['..', 'namnlös'], ['', 'namnlös'],
    ['Årsredovisning 🌲 åäö.docx', 'Årsredovisning 🌲 åäö.docx'], ['faktura\u202efdp.exe', 'fakturafdp.exe'], ['a\r\nb\0.txt', 'ab.txt'], ['"><script>.pdf', '___script_.pdf'], ['.htaccess', 'htaccess'],
  ])('%j is kept as %j', (given, kept) => expect(cleanName(given)).toBe(kept));

  it('keeps its ending however long it is', () => {
    const name = cleanName(`${'å'.repeat(900)}.xlsx`);
    expect([name.endsWith('å.xlsx'), name.length]).toEqual([true, 185]);
  });

  it('gives a title', () => expect([titleOf('Plan för 2026.pdf'), titleOf('läs mig')]).toEqual(['Plan för 2026', 'läs mig']));
});
