import { expect, test, type Page } from '@playwright/test';
import { people, scoring } from '@samsyn/contract';
import { castOf, goodbye } from './cast';
import { say, type AtWork } from './people-at-work';

const saved = (page: Page): Promise<void> => expect(page.getByText(/Sparat \d\d\.\d\d/).first()).toBeVisible();

test('two tabs of one person: a clash shows both values and nothing is lost', async ({ browser }) => {
  const cast = await castOf(browser);
  const [ana] = cast.evaluators as [AtWork, AtWork];
  const [first, second] = [ana.page, await ana.context.newPage()];
  for (const page of [first, second]) await page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await expect(second.getByLabel('Bedömning, procent')).toBeVisible();

  // Different fields of one question do not touch each other.
  await first.getByLabel('Bedömning, procent').fill('40');
  await first.getByLabel('Bedömning, procent').blur();
  await saved(first);
  await second.getByLabel('Motivering').fill('Skrivet i den andra fliken.');
  await second.getByLabel('Motivering').blur();
  await saved(second);
  await expect(second.getByText('är ändrad på två ställen')).toHaveCount(0);

  // The same field does, when it was changed here without having seen the change there.
  await second.getByLabel('Bedömning, procent').fill('70');
  await second.getByLabel('Bedömning, procent').blur();
  const clash = second.getByRole('alert').filter({ hasText: 'är ändrad på två ställen' });
  await expect(clash).toContainText('70');
  await expect(clash).toContainText('40');
  await clash.getByRole('button', { name: /^Behåll/ }).click();
  await expect(clash).toHaveCount(0);
  await saved(second);
  await expect.poll(async () => (await say(ana, scoring.sheet, { id: cast.id })).questions.find(({ question }) => question === '1.1')?.sheet.percent).toBe('70');

  // The other way round the first tab takes what the second one wrote.
  await first.getByLabel('Motivering').fill('Skrivet i den första fliken, längre än den andra.');
  await first.getByLabel('Motivering').blur();
  const other = first.getByRole('alert').filter({ hasText: 'är ändrad på två ställen' });
  await expect(other).toContainText('Skrivet i den andra fliken.');
  await expect(other).toContainText('Skrivet i den första fliken, längre än den andra.');
  await other.getByRole('button', { name: 'Ta den andra' }).click();
  await expect(first.getByLabel('Motivering')).toHaveValue('Skrivet i den andra fliken.');
  await first.reload();
  await expect(first.getByLabel('Motivering')).toHaveValue('Skrivet i den andra fliken.');
  await expect(first.getByLabel('Bedömning, procent')).toHaveValue(/^70/);
  await goodbye(cast);
});

test('the session ends while writing: the page says what to do, and the text is saved after signing in again', async ({ browser }) => {
  const cast = await castOf(browser);
  const [ana] = cast.evaluators as [AtWork, AtWork];
  const password = 'fyra lugna ekar vid vattnet';
  const { email } = await say(ana, people.setPassword, {}, { password });
  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await expect(page.getByLabel('Motivering')).toBeVisible();
  // As from another tab of hers.
  await say(ana, people.signOut, {});
  await page.getByLabel('Motivering').fill('Detta får inte försvinna.');
  await page.getByLabel('Motivering').blur();
  await expect(page.getByText('Du är utloggad.').first()).toBeVisible();
  await expect(page.getByLabel('Motivering')).toHaveValue('Detta får inte försvinna.');

  const [tab] = await Promise.all([ana.context.waitForEvent('page'), page.getByRole('link', { name: 'Logga in i ny flik' }).click()]);
  await tab.getByLabel('E-post').fill(email);
  await tab.getByLabel('Lösenord').fill(password);
  await tab.getByRole('button', { name: 'Logga in', exact: true }).click();
  await expect(tab.getByRole('heading', { name: 'Mina utvärderingar' }).first()).toBeVisible();
  await tab.close();
  await page.bringToFront();
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(page.getByText('Du är utloggad.')).toHaveCount(0);
  await expect.poll(async () => (await say(ana, scoring.sheet, { id: cast.id })).questions.find(({ question }) => question === '1.1')?.sheet.rationale, { timeout: 40_000 }).toBe('Detta får inte försvinna.');
  await expect(page.getByLabel('Motivering')).toHaveValue('Detta får inte försvinna.');
  await goodbye(cast);
});

test('another person signs in in the same browser: the page that was open never writes into the other one\'s sheet', async ({ browser }) => {
  const cast = await castOf(browser);
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  await ana.page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await expect(ana.page.getByLabel('Motivering')).toBeVisible();
  const password = 'fyra lugna ekar vid vattnet';
  const { email } = await say(luis, people.setPassword, {}, { password });
  await say(ana, people.signIn, {}, { email, password });
  await ana.page.getByLabel('Motivering').fill('Anas egna ord.');
  await ana.page.getByLabel('Motivering').blur();
  await expect(ana.page.getByText('Du är utloggad.').first()).toBeVisible();
  await expect(ana.page.getByLabel('Motivering')).toHaveValue('Anas egna ord.');
  const { questions } = await say(luis, scoring.sheet, { id: cast.id });
  expect(questions.map(({ sheet }) => sheet.rationale).filter(Boolean)).toEqual([]);
  await goodbye(cast);
});
