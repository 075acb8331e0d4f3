import { expect, test, type Page } from '@playwright/test';
import { documents, scoring } from '@samsyn/contract';
import { docxOf, pdfOf } from '@samsyn/samples';
import { castOf, goodbye, type Cast } from './cast';
import { desk, say, type AtWork } from './people-at-work';

test.setTimeout(240_000);

const topics = ['medborgardialog', 'styrning', 'kvalitet', 'ledarskap', 'upphandling', 'äldreomsorg', 'förskola', 'uppföljning'];
const words = 'kommunen arbetar sedan flera år med en gemensam modell där varje nämnd beskriver sina mål och följer upp dem tillsammans med dem som berörs i verksamheten'.split(' ');
/** Text like that of a printed report, always the same: lines of about the length of a line, each unlike the others. */
const lineOf = (report: number, page: number, line: number): string => `${Array.from({ length: 11 }, (_, at) => words[(report * 7 + page * 3 + line * 5 + at) % words.length]).join(' ')} ${report}.${page}.${line}.`;
const pageOf = (report: number, page: number): string[] => [`${page} Område med ${topics[page % topics.length]}`, ...Array.from({ length: 28 }, (_, line) => lineOf(report, page, line)), `Arbetet med ${topics[(page + report) % topics.length]}en bör ut-`, 'vecklas på sida och på längden.'];
const reports = [1, 2, 3].map((report) => ({ name: `Rapport ${report}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(pdfOf(Array.from({ length: 40 }, (_, page) => pageOf(report, page + 1).join('\n')))) }));
const word = { name: 'Rapport 4.docx', mimeType: '', buffer: Buffer.from(docxOf(Array.from({ length: 40 }, (_, page) => pageOf(4, page + 1)).flatMap(([title = '', ...lines]) => [`# ${title}`, ...lines]))) };

let cast: Cast;
test.beforeAll(async ({ browser }) => {
  cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
});
test.afterAll(() => goodbye(cast));

const search = (page: Page, asked: string): Promise<unknown> => page.goto(`/utvardering/${cast.id}/underlag/sok?ord=${encodeURIComponent(asked)}`);

test('four reports of forty pages are left at once, found in, read and cited', async () => {
  const [maria, ana] = [cast.others[0] as AtWork, cast.evaluators[0] as AtWork];
  await test.step('left at once', async () => {
    const { requests } = await say(cast.karin, documents.fromInstrument, { id: cast.id }, { due: '2027-03-12' });
    const [first] = requests;
    await say(cast.karin, documents.moveMany, { id: cast.id }, { requests: [first?.request ?? ''], to: 'requested', reason: '' });
    await maria.page.goto(`/utvardering/${cast.id}/underlag`);
    await maria.page.getByRole('button', { name: `Lämna ${first?.title.sv}`, exact: true }).click();
    await maria.page.getByLabel('Välj filer').last().setInputFiles([...reports, word]);
    await expect(maria.page.getByText(/inte virusgranskad$/)).toHaveCount(4, { timeout: 60_000 });
    await maria.page.getByRole('button', { name: 'Lämna in 4 filer' }).click();
    await expect.poll(async () => (await say(ana, documents.list, { id: cast.id })).requests.flatMap((own) => own.documents).map(({ versions: [newest] }) => newest?.text), { timeout: 60_000 }).toEqual(['done', 'done', 'done', 'done']);
  });

  const { page } = ana;
  await page.setViewportSize(desk);
  await test.step('found in all four, each hit marked whole', async () => {
    await search(page, '"område med äldreomsorg"');
    for (const { name } of [...reports, word]) await expect(page.getByRole('heading', { name: name.replace(/\.\w+$/, '') })).toBeVisible();
    for (const at of [0, 5, 10, 15]) {
      await search(page, '"område med äldreomsorg"');
      await page.locator('a.hit').nth(at).click();
      await expect(page.locator('mark.cited').first()).toBeInViewport({ timeout: 20_000 });
      await expect(page.getByText('Träffen är markerad.', { exact: true }).first()).toBeVisible();
    }
  });

  await test.step('cited from a page and from a paragraph', async () => {
    for (const [asked, label] of [['"2.31.17"', 'Rapport 2, s. 31'], ['"4.22.9"', /^Rapport 4, under rubriken ”22 Område med förskola”, stycke 10$/]] as const) {
      await search(page, asked);
      await page.locator('a.hit').first().click();
      await page.locator('mark.cited').first().waitFor();
      await page.evaluate(() => {
        const [marks, range] = [[...document.querySelectorAll('mark.cited')], document.createRange()];
        range.setStartBefore(marks[0] as Element);
        range.setEndAfter(marks.at(-1) as Element);
        document.getSelection()?.removeAllRanges();
        document.getSelection()?.addRange(range);
      });
      const bar = page.getByRole('region', { name: 'Belägg av det markerade' });
      await expect(bar.locator('.place')).toHaveText(label);
      await bar.getByLabel('Fråga').selectOption('3.2');
      await bar.getByRole('button', { name: 'Belägg för 3.2' }).click();
      await expect(bar).toContainText('Sparat');
    }
    const own = (await say(ana, scoring.sheet, { id: cast.id })).questions.find(({ question }) => question === '3.2')?.sheet.evidence ?? [];
    expect(own.map(({ cited }) => [cited?.page === 31 || cited?.place !== undefined, cited?.quote.includes('.')])).toEqual([[true, true], [true, true]]);
  });

  await test.step('opened from the sheet with one key, one after the other', async () => {
    await page.goto(`/utvardering/${cast.id}/poangark/3.2`);
    const sources = page.getByRole('region', { name: 'Källor', exact: true });
    for (const words of ['2.31.17', '4.22.9']) {
      await page.getByRole('heading', { name: /^3\.2 / }).focus();
      await page.keyboard.press('b');
      await expect(sources.locator('mark.cited').filter({ hasText: words }).first()).toBeInViewport({ timeout: 20_000 });
    }
  });
});
