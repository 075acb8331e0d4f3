import { readFile } from 'node:fs/promises';
import { expect, test } from '@playwright/test';
import { castOf, draft, goodbye, scored, seal } from './cast';
import type { AtWork } from './people-at-work';

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
