import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { castOf, draft, goodbye, scored, seal } from './cast';
import type { AtWork } from './people-at-work';

test('points and levels make a divergence of what lies near: said in words on the board, its table, its map and in the file, and never filled in', async ({ browser }) => {
  const cast = await castOf(browser, { policy: { revealUnit: 'question', points: 3, bands: 1 } });
  // 1.1 crosses a level; 12 % of the 25 points of 1.3 are exactly 3; 1.2 is both, and over 15 percentage points; 1.4 is near, 1.5 equal.
  await scored(cast, [{ '1.1': '39', '1.2': '50', '1.3': '50', '1.4': '50', '1.5': '50' }, { '1.1': '41', '1.2': '65', '1.3': '62', '1.4': '55', '1.5': '50' }]);
  const { page } = cast.evaluators[0] as AtWork;
  await page.goto(`/utvardering/${cast.id}/samsyn/1.1`);
  const said = { '1.1': '1 nivå isär', '1.2': '15,0 pe, 3,0 poäng', '1.3': '3,0 poäng' };
  const rowOf = (number: string) => page.getByRole('row', { name: new RegExp(`^${number} `.replace('.', '\\.')) });
  const detail = page.getByRole('region', { name: 'Vald fråga' });
  await expect(detail).toContainText('Inget är förifyllt: frågan är en avvikelse, 1 nivå isär.');
  await expect(detail.getByLabel('Gemensam bedömning, procent')).toHaveValue('');
  await expect(page.getByRole('button', { name: 'Föreslå alla inom gränsen (2)' })).toBeVisible();
  await page.getByRole('button', { name: 'Avvikelse 3', exact: true }).click();
  for (const view of ['Diagram', 'Tabell']) {
    await page.getByRole('button', { name: view, exact: true }).click();
    for (const [number, why] of Object.entries(said)) await expect(rowOf(number)).toContainText(new RegExp(`Avvikelse\\s*${why}$`));
    await expect(rowOf('1.4')).toHaveCount(0);
  }
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som CSV' }).click()]);
  expect(await readFile(await download.path(), 'utf8')).toContain(';Avvikelse: 15,0 pe, 3,0 poäng;');
  await page.getByRole('button', { name: 'Karta', exact: true }).click();
  await expect(page.getByRole('link', { name: /^1\.1 .*Avvikelse 1 nivå isär/ })).toBeVisible();
  await goodbye(cast);
});

test('three evaluators: spread, median and outlier on the board, in its table and on its map; a new blind round; CSV', async ({ browser }) => {
  const cast = await castOf(browser, { evaluators: ['Ana Bergström', 'Luis Holm', 'Mira Sand'], policy: { revealUnit: 'question' } });
  const [ana, luis, mira] = cast.evaluators as [AtWork, AtWork, AtWork];
  await scored(cast, [{ '1.1': '20', '1.2': '50' }, { '1.1': '30', '1.2': '50' }, { '1.1': '80', '1.2': '50' }]);

  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/samsyn/1.1`);
  const detail = page.getByRole('region', { name: 'Vald fråga' });
  await expect(detail).toContainText('spridning 60,0 procentenheter');
  await expect(detail).toContainText('Median 30,0 %.');
  await expect(detail).toContainText('Mira ligger längst från medianen.');
  await expect(detail.getByRole('table', { name: 'Skillnad parvis' }).getByRole('row')).toHaveCount(4);

  await page.getByRole('button', { name: 'Tabell', exact: true }).click();
  const row = page.getByRole('row', { name: /^1\.1 / });
  for (const figure of ['20', '30', '80', '60', 'avvikare', 'Stor avvikelse']) await expect(row).toContainText(figure);
  await page.getByRole('button', { name: 'Karta', exact: true }).click();
  const map = page.getByRole('table', { name: 'Procent per område, fråga och utvärderare' });
  await expect(map.getByRole('link', { name: /^1\.1 .*60.*Stor avvikelse/ })).toBeVisible();
  await expect(map).toContainText('Mira');

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Hämta som CSV' }).click()]);
  const csv = await readFile(await download.path(), 'utf8');
  expect(csv.split(/\r?\n/).find((line) => /^"?1\.1"?;/.test(line))).toMatch(/20.*30.*80.*60.*30.*Stor avvikelse.*öppen/);

  // Luis asks for a blind round: the question closes on every screen, is judged anew, and opens with both rounds readable.
  await luis.page.goto(`/utvardering/${cast.id}/samsyn/1.1`);
  await luis.page.getByRole('button', { name: 'Bedöm om blint' }).click();
  await luis.page.getByLabel('Varför behövs en ny omgång?').fill('Mira hade ett nytt underlag.');
  await luis.page.getByRole('button', { name: 'Öppna ny omgång' }).click();
  for (const own of [page, luis.page]) await expect(own.getByText('En ny blind omgång pågår.').first()).toBeVisible();
  for (const [person, percent] of [[ana, '30'], [luis, '35'], [mira, '40']] as const) {
    await draft(person, cast.id, { '1.1': percent }, '', 2);
    await seal(person, cast.id, ['1.1']);
  }
  await expect(detail).toContainText('spridning 10,0 procentenheter');
  await expect(detail).toContainText('Ny blind omgång, begärd av Luis: Mira hade ett nytt underlag.');
  await expect(detail).toContainText(/Omgång 1 gav .*20.*30.*80/);
  await goodbye(cast);
});
