import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { scoring } from '@samsyn/contract';
import type { Evidence } from '@samsyn/domain';
import { docxOf, workbookOf } from '@samsyn/samples';
import { castOf, goodbye, type Cast } from './cast';
import { handIn } from './hand-in';
import { desk, phone, say, type AtWork } from './people-at-work';

const plan = [
  '# Verksamhetsplan', 'Planen beskriver vad kommunen vill uppnå.', '## Mål', 'Nämnderna ska bidra till samtliga mål.', ...Array.from({ length: 60 }, (_, at) => `Nämnd ${at + 1} bryter ned målen i en egen plan och följer upp dem tillsammans med dem som arbetar i verksamheten.`),
  '# Uppföljning', '## Mål', 'Målen följs upp per april och augusti.', 'Äldreomsorgen redovisar kvaliteten i en egen bilaga.',
];
const rows = (last: string): string[][] => [['Mått', 'Utfall'], ...Array.from({ length: 900 }, (_, at) => [`Andel nöjda, fråga ${at + 1}`, at === 876 ? last : '71'])];

test.setTimeout(240_000);

let cast: Cast;
let ana: AtWork;
let maria: AtWork;
let word: { document: string; version: string };
let table: { document: string; version: string };

test.beforeAll(async ({ browser }) => {
  cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  [ana, maria] = [cast.evaluators[0] as AtWork, cast.others[0] as AtWork];
  word = await handIn(maria, cast.id, 'Verksamhetsplan 2026.docx', Buffer.from(docxOf(plan)));
  table = await handIn(maria, cast.id, 'Nyckeltal.xlsx', Buffer.from(workbookOf({ Läsmig: [['Om tabellen']], Medborgare: rows('58') })));
});
test.afterAll(() => goodbye(cast));

const evidence = async (question: string): Promise<readonly Evidence[]> => (await say(ana, scoring.sheet, { id: cast.id })).questions.find((own) => own.question === question)?.sheet.evidence ?? [];
const faults = async (page: Page): Promise<string[]> => (await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze()).violations.flatMap(({ id, nodes }) => nodes.slice(0, 2).map(({ target }) => `${id}: ${target.join(' ')}`));

/** Selects all of the element that says this, as a triple press does. */
const select = (page: Page, within: string, words: string): Promise<void> =>
  page.locator(within).filter({ hasText: words }).first().evaluate((element) => document.getSelection()?.selectAllChildren(element));

async function cite(page: Page, question: string): Promise<void> {
  const bar = page.getByRole('region', { name: 'Belägg av det markerade' });
  await bar.getByLabel('Fråga').selectOption(question);
  await bar.getByRole('button', { name: `Belägg för ${question}` }).click();
  await expect(bar).toContainText('Sparat');
}

test('a Word file is found, cited and opened again by heading and paragraph, on the version that was cited', async () => {
  const { page } = ana;
  await page.setViewportSize(desk);
  await page.goto(`/utvardering/${cast.id}/underlag/sok?ord=${encodeURIComponent('äldreomsorgen kvaliteten')}`);
  const hit = page.getByRole('link', { name: /^Under rubriken ”Uppföljning: Mål”, stycke 2/ });
  await expect(hit).toContainText('Äldreomsorgen redovisar kvaliteten i en egen bilaga.');
  await hit.press('Enter');
  await expect(page.getByText('Träffen är markerad.', { exact: true }).first()).toBeVisible();
  await expect(page.locator('mark.cited')).toHaveText(['Äldreomsorgen redovisar kvaliteten i en egen bilaga.']);
  await expect(page.locator('mark.cited').first()).toBeInViewport();
  await expect(page.getByText(/[Cc]itat/)).toHaveCount(0);

  // By the keyboard: the same document as text, at the same place, and a passage selected there.
  await page.getByRole('button', { name: 'Som text' }).press('Enter');
  const text = page.getByLabel(/^Texten i del \d/);
  await expect(text).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.press('Shift+Home');
  await cite(page, '3.2');
  expect(await evidence('3.2')).toMatchObject([{ text: 'Verksamhetsplan 2026, under rubriken ”Uppföljning: Mål”, stycke 2', cited: { ...word, quote: 'Äldreomsorgen redovisar kvaliteten i en egen bilaga.', place: { kind: 'paragraph', number: 2, under: 'Uppföljning: Mål' } } }]);

  // A paragraph in the drawn document, with the pointer.
  await page.goto(`/utvardering/${cast.id}/underlag/las/${word.version}`);
  await page.locator('.plain-html').waitFor();
  await select(page, '.plain-html p', 'Målen följs upp per april');
  await cite(page, '3.2');
  expect((await evidence('3.2'))[1]?.cited?.place).toEqual({ kind: 'paragraph', number: 1, under: 'Uppföljning: Mål' });

  const second = await handIn(maria, cast.id, 'Verksamhetsplan 2027.docx', Buffer.from(docxOf(['# Något helt annat'])), word.document);
  expect(second.version).not.toBe(word.version);
  await page.goto(`/utvardering/${cast.id}/poangark/3.2`);
  await page.getByRole('heading', { name: /^3\.2 / }).focus();
  await page.keyboard.press('b');
  const sources = page.getByRole('region', { name: 'Källor', exact: true });
  await expect(sources.locator('mark.cited')).toHaveText(['Äldreomsorgen redovisar kvaliteten i en egen bilaga.']);
  await expect(sources.locator('mark.cited')).toBeInViewport();
  await expect(sources.getByText('Nyare version finns. Här visas version 1.')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: /^3\.2 / }).focus();
  await page.keyboard.press('b');
  await expect(sources.locator('mark.cited')).toHaveText(['Målen följs upp per april och augusti.']);
});

test('an Excel file is found, cited and opened again by sheet and row, also far down a long table', async () => {
  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/underlag/sok?ord=${encodeURIComponent('"fråga 877"')}`);
  const hit = page.getByRole('link', { name: /^Blad ”Medborgare”, rad 878/ });
  await hit.click();
  await expect(page.locator('mark.cited')).toHaveText(['Andel nöjda, fråga 877', '58']);
  await expect(page.locator('[data-row="878"]')).toBeInViewport();
  await select(page, '[data-row="878"] td', '58');
  const bar = page.getByRole('region', { name: 'Belägg av det markerade' });
  await expect(bar).toContainText('Nyckeltal, blad ”Medborgare”, rad 878');
  await cite(page, '2.1');
  await page.goto(`/utvardering/${cast.id}/poangark/2.1`);
  await page.getByRole('heading', { name: /^2\.1 / }).focus();
  await page.keyboard.press('b');
  const sources = page.getByRole('region', { name: 'Källor', exact: true });
  await expect(sources.locator('[data-row="878"] mark.cited')).toHaveText('58');
  // What stands there more than once is marked where it was cited.
  await expect(sources.locator('mark.cited')).toHaveCount(1);
  await sources.getByRole('button', { name: 'Raderna före' }).click();
  await expect(sources.locator('[data-row="120"]')).toHaveCount(1);
});

test('both read well in every light, and on a narrow screen', async () => {
  const { page } = maria;
  for (const version of [word.version, table.version]) {
    await page.goto(`/utvardering/${cast.id}/underlag/las/${version}`);
    await page.locator('.plain-html, [data-row]').first().waitFor();
    for (const look of [{ colorScheme: 'light' }, { colorScheme: 'dark' }, { forcedColors: 'active' }] as const) {
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...look });
      expect(await faults(page), JSON.stringify(look)).toEqual([]);
    }
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    for (const size of [phone, { width: 320, height: 640 }]) {
      await page.setViewportSize(size);
      expect(await faults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    }
    await page.setViewportSize(desk);
  }
});
