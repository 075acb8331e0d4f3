import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { interviews } from '@samsyn/contract';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say, type AtWork } from './people-at-work';
import { withVisit } from './stage';

const copies = (page: Page): Promise<string[]> => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('samsyn.copy.')));
const own = async (cast: Cast): Promise<string[]> => (await say(cast.evaluators[0] as AtWork, interviews.notes, { id: cast.id })).map(({ text, edition, questions }) => `${edition} ${questions.join()} ${text}`);

/** A phone of the evaluator's own that may keep the pages, signed in already. */
async function phoneOf(browser: Browser, { context }: AtWork): Promise<BrowserContext> {
  return browser.newContext({ viewport: phone, hasTouch: true, serviceWorkers: 'allow', storageState: await context.storageState() });
}

/** Until everything that the pages are made of lies in this browser. */
async function keptPages(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(async () => {
    if (!navigator.serviceWorker.controller) return 'no worker';
    const { assetGroups } = (await (await fetch('/ngsw.json', { cache: 'no-store' })).json()) as { assetGroups: { name: string; urls: string[] }[] };
    const wanted = assetGroups.find(({ name }) => name === 'pages')?.urls ?? [];
    const there = await Promise.all(wanted.map(async (url) => (await caches.match(url)) !== undefined));
    return there.every(Boolean) ? 'all' : `${there.filter(Boolean).length} of ${wanted.length}`;
  }), { timeout: 60_000 }).toBe('all');
}

test('day sheet and notes open cold without network, and what is written goes out once', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  await withVisit(cast);
  const [ana] = cast.evaluators as [AtWork];
  const context = await phoneOf(browser, ana);
  const [sheet, notes] = ['dagblad', 'anteckningar'].map((part) => `/utvardering/${cast.id}/intervjuer/${part}`) as [string, string];
  let page = await context.newPage();
  await page.goto(notes);
  await expect(page.getByLabel('Ny anteckning')).toBeVisible();
  await page.goto(sheet);
  await expect(page.getByRole('heading', { name: 'Central ledning' })).toBeVisible();
  await keptPages(page);
  // No answer of the server lies among what the worker keeps.
  expect(await page.evaluate(async () => (await Promise.all((await caches.keys()).map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))).flat().filter((path) => path.startsWith('/api/')))).toEqual([]);

  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/^Utan nät\. Dagbladet lästes/)).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Central ledning' })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  // From the list, which cannot be read now, the way there is short.
  await page.goto('/utvarderingar');
  await page.getByRole('link', { name: /^Anteckningar/ }).click();
  await page.getByLabel('Ny anteckning').fill('Målen är kända i alla nämnder #3.2');
  await expect(page.getByText('1 ändring väntar på nät. Den är sparad här.')).toBeVisible();
  await page.close();
  page = await context.newPage();
  await page.goto(notes);
  await expect(page.getByRole('textbox', { name: 'Anteckning 1' })).toHaveValue('Målen är kända i alla nämnder #3.2');
  await expect(page.getByText('1 ändring väntar på nät. Den är sparad här.')).toBeVisible();

  await context.setOffline(false);
  await expect(page.getByText('Sparad', { exact: true })).toBeVisible({ timeout: 40_000 });
  await expect(page.getByText(/väntar på nät/)).toHaveCount(0);
  expect(await own(cast)).toEqual(['1 3.2 Målen är kända i alla nämnder #3.2']);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Anteckning 1' })).toHaveValue('Målen är kända i alla nämnder #3.2');
  expect(await own(cast)).toHaveLength(1);

  // Whoever comes to this phone after the sign-out finds nothing, with or without network.
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page.getByRole('heading', { name: /Bedöm var för sig/ })).toBeVisible();
  expect(await copies(page)).toEqual([]);
  await context.setOffline(true);
  await page.goto(sheet);
  await expect(page.getByText('Sidan kunde inte läsas.')).toBeVisible();
  await expect(page.getByText('Central ledning')).toHaveCount(0);
  await context.close();
  await goodbye(cast);
});

test('signing out without network empties this browser at once, tells what was not sent, and ends the session later', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  await withVisit(cast);
  const context = await phoneOf(browser, cast.evaluators[0] as AtWork);
  const page = await context.newPage();
  await page.goto(`/utvardering/${cast.id}/intervjuer/anteckningar`);
  await expect(page.getByLabel('Ny anteckning')).toBeVisible();
  await keptPages(page);
  await context.setOffline(true);
  await page.getByLabel('Ny anteckning').fill('Inte skickad #1.1');
  await expect(page.getByText('1 ändring väntar på nät. Den är sparad här.')).toBeVisible();
  await page.getByRole('button', { name: 'Meny' }).click();
  await page.getByRole('button', { name: 'Logga ut' }).click();
  await expect(page.getByRole('alert')).toContainText('1 ändring har inte skickats än.');
  await page.getByRole('button', { name: 'Logga ut ändå' }).click();
  await expect(page.getByRole('heading', { name: /Bedöm var för sig/ })).toBeVisible();
  expect(await copies(page)).toEqual([]);
  await page.reload();
  await expect(page.getByText('Ana Bergström')).toHaveCount(0);
  await context.setOffline(false);
  await expect.poll(async () => (await page.request.get('/api/me')).status(), { timeout: 20_000 }).toBe(401);
  await context.close();
  await goodbye(cast);
});

test('the personal page opens cold without network', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  const link = await withVisit(cast);
  const context = await browser.newContext({ viewport: phone, hasTouch: true, serviceWorkers: 'allow' });
  const page = await context.newPage();
  await page.goto(link);
  await expect(page.getByText(/Till 90 dagar efter att utvärderingen är klar, senast/)).toBeVisible();
  await keptPages(page);
  await context.setOffline(true);
  await page.reload();
  await expect(page.getByText(/^Utan nät/).first()).toBeVisible();
  await expect(page.getByRole('region', { name: /13\.00–16\.30/ })).toContainText('Central ledning');
  await context.close();
  await goodbye(cast);
});

test('a new version: a page that nobody has touched gives way, any other asks and loses nothing', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  const { karin } = cast;
  const { page } = karin;
  await page.goto(`/utvardering/${cast.id}/intervjuer/personer`);
  await page.getByRole('button', { name: 'Lägg till person' }).click();
  await page.getByLabel('Namn').fill('Eva Roth');
  const bar = page.getByRole('complementary', { name: 'Ny version' });
  await expect(bar).toHaveCount(0);
  // From now on the server has another web beside it.
  await page.route('**/api/**', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), 'x-samsyn-web': 'main-ANOTHER1.js' } });
  });
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(bar).toContainText('Ny version finns. Ladda om när det passar.');
  await page.getByRole('button', { name: 'Ladda om', exact: true }).click();
  await expect(bar).toContainText('Ett formulär på sidan är ifyllt');
  await page.getByRole('button', { name: 'Inte nu' }).click();
  await expect(page.getByLabel('Namn')).toHaveValue('Eva Roth');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByRole('rowheader', { name: /Eva Roth/ })).toBeVisible();
  await page.evaluate(() => Object.assign(window, { sameVisit: true }));
  await page.getByRole('button', { name: 'Ladda om', exact: true }).click();
  // Anew and not touched, and still another version: the bar is there, and nothing goes round.
  await expect.poll(() => page.evaluate(() => 'sameVisit' in window)).toBe(false);
  await expect(bar).toContainText('Ny version finns. Ladda om när det passar.');
  await page.evaluate(() => Object.assign(window, { sameVisit: true }));
  await page.waitForTimeout(1500);
  expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
  await goodbye(cast);
});
