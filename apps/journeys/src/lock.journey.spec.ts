import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { reports, scoring } from '@samsyn/contract';
import { agree, castOf, goodbye, settled, signed, type Cast } from './cast';
import { say, type AtWork } from './people-at-work';

test.setTimeout(150_000);

test('two keys lock the report, all unlock it, and the next version stands beside the first', async ({ browser }) => {
  const cast = await castOf(browser);
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  await settled(cast, ['8.5']);
  await checklistLeadsTo(ana.page, cast.id, '8.5');
  await agree(cast, { '8.5': { percent: '40' } });

  for (const { page } of [ana, luis]) await page.goto(`/utvardering/${cast.id}/las`);
  await sign(ana.page);
  await expect(luis.page.getByText('har skrivit under', { exact: true })).toHaveCount(1);
  await expect(ana.page.getByText('Vi väntar på Luis Holm.')).toBeVisible();
  await sign(luis.page);
  for (const { page } of [ana, luis]) await expect(page.getByText('Rapporten är låst')).toBeVisible();
  await refusesWhenLocked(cast);
  await readsProvenance(ana.page, cast.id);
  await downloads(ana.page);
  await prints(ana.page);

  await unlock(cast);
  await agree(cast, { '1.1': { percent: '65', text: 'Samråd hålls i samtliga kommundelar sedan 2025.', reason: 'En kommundel var inte räknad.', answers: 1 } });
  await signed(cast);
  await comparesVersions(ana.page, cast.id);
  await goodbye(cast);
});

async function checklistLeadsTo(page: Page, id: string, number: string): Promise<void> {
  await page.goto(`/utvardering/${id}/las`);
  const item = page.getByRole('listitem').filter({ hasText: 'Frågor utan gemensam bedömning: 1' });
  await expect(item).toContainText('Hindrar');
  await expect(page.getByRole('button', { name: /Skriv under och lås/ })).toHaveAttribute('aria-disabled', 'true');
  await item.getByRole('link', { name: number }).click();
  await expect(page).toHaveURL(new RegExp(`/samsyn/${number.replace('.', '\\.')}$`));
  await expect(page.getByRole('heading', { name: new RegExp(`^${number.replace('.', '\\.')} `) })).toBeVisible();
}

async function sign(page: Page): Promise<void> {
  await page.getByRole('button', { name: /Skriv under och lås version 1/ }).click();
  const reason = page.getByRole('dialog').getByLabel('Varför låser du ändå?');
  if (await reason.isVisible()) await reason.fill('Vi har gått igenom listan tillsammans.');
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv under', exact: true }).click();
}

async function refusesWhenLocked({ id, evaluators }: Cast): Promise<void> {
  const [ana, luis] = evaluators as [AtWork, AtWork];
  await expect(say(luis, scoring.draft, { id, question: '1.1' }, { field: 'percent', value: '1', edition: 1, round: 1 })).rejects.toThrow(/evaluation\/locked|scoring\/already-sealed/);
  await expect(say(luis, scoring.openRound, { id }, { question: '1.1', reason: 'Efter låset' })).rejects.toThrow('evaluation/locked');
  await luis.page.goto(`/utvardering/${id}/poangark/1.1`);
  await expect(luis.page.getByText('Utvärderingen är låst.').first()).toBeVisible();
  await ana.page.goto(`/utvardering/${id}/samsyn/1.1`);
  await expect(ana.page.getByText('Så blev ni eniga').first()).toBeVisible();
  await expect(ana.page.getByRole('button', { name: 'Ändra', exact: true })).toHaveCount(0);
}

/** From a printed figure to who judged what, why and on which grounds: two clicks. */
async function readsProvenance(page: Page, id: string): Promise<void> {
  await page.goto(`/utvardering/${id}/rapport`);
  await expect(page.getByText('Låst, version 1').first()).toBeVisible();
  await page.getByRole('button', { name: /^60 %.*1\.1$/ }).first().click();
  const how = page.getByRole('dialog');
  for (const part of ['Protokollen visar det.', 'Olika underlag', 'Ana Bergström', 'Luis Holm', '40 %', '80 %']) await expect(how).toContainText(part);
  await how.locator('summary').filter({ hasText: 'Luis Holm' }).click();
  await expect(how.getByText('Luis Holm har läst budget och intervjuer.')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(how).toBeHidden();
}

async function downloads(page: Page): Promise<void> {
  const [csv] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^CSV/ }).click()]);
  const lines = (await readFile(await csv.path(), 'utf8')).split(/\r?\n/).filter(Boolean);
  expect(lines.length).toBeGreaterThanOrEqual(46);
  expect(lines.some((line) => /1\.1.*60/.test(line))).toBe(true);
  const [json] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: /^JSON/ }).click()]);
  const { report } = JSON.parse(await readFile(await json.path(), 'utf8')) as { report: { areas: { rows: { number: string; percent: string }[] }[] } };
  expect(report.areas.flatMap(({ rows }) => rows).find(({ number }) => number === '1.1')?.percent).toBe('60');
}

/** On paper: every area's table, the table of all questions, no buttons of the screen; and the file is a tagged PDF. */
async function prints(page: Page): Promise<void> {
  await page.emulateMedia({ media: 'print' });
  for (const number of [1, 2, 3, 4, 5, 6, 7, 8]) await expect(page.locator(`table[aria-labelledby="poang-${number}"]`)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Alla 45 frågor' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Skriv ut' })).toBeHidden();
  await expect(page.getByRole('link', { name: /^CSV/ })).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4', tagged: true })).toString('latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/S\s*\/Table\b/g)?.length ?? 0).toBeGreaterThanOrEqual(16);
  await page.emulateMedia({ media: null });
}

/** The coordinator and both evaluators; with one missing nothing opens. */
async function unlock({ id, karin, evaluators }: Cast): Promise<void> {
  const [ana, luis] = evaluators as [AtWork, AtWork];
  await ana.page.goto(`/utvardering/${id}/las`);
  await ana.page.getByRole('button', { name: 'Begär upplåsning' }).click();
  await expect(ana.page.getByText('Skriv ett skäl först.')).toBeVisible();
  await ana.page.getByLabel('Skäl').fill('En siffra i 1.1 är fel.');
  await ana.page.getByRole('button', { name: 'Begär upplåsning' }).click();
  await expect(ana.page.getByText(/Du har gått med på upplåsning\. Vi väntar på/)).toBeVisible();
  await say(luis, reports.unlock, { id }, { reason: 'Jag håller med.' });
  expect((await say(ana, reports.lockState, { id })).phase).toBe('locked');
  await karin.page.goto(`/utvardering/${id}/las`);
  await expect(karin.page.getByText('Skäl: En siffra i 1.1 är fel.')).toBeVisible();
  await karin.page.getByLabel('Skäl').fill('Rättelse före publicering.');
  await karin.page.getByRole('button', { name: 'Gå med på upplåsning' }).click();
  await expect(ana.page.getByRole('heading', { name: 'Lås rapporten' })).toBeVisible();
}

async function comparesVersions(page: Page, id: string): Promise<void> {
  await page.goto(`/utvardering/${id}/rapport`);
  await expect(page.getByText('Låst, version 2').first()).toBeVisible();
  await page.getByRole('button', { name: 'Visa skillnaden mot version 1' }).click();
  const difference = page.getByRole('region', { name: 'Skillnad mellan version 1 och 2' });
  await expect(difference).toContainText('60 procent');
  await expect(difference).toContainText('65 procent');
  await expect(difference).toContainText('Samråd hålls i samtliga kommundelar sedan 2025.');
  await page.getByRole('link', { name: 'Läs Version 1' }).click();
  await expect(page.getByText('Låst, version 1').first()).toBeVisible();
  await expect(page.getByText('En senare version finns.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^60 %.*1\.1$/ }).first()).toBeVisible();
}
