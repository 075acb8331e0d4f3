import { expect, test, type Page } from '@playwright/test';
import { documents, type RequestView } from '@samsyn/contract';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say, type AtWork } from './people-at-work';

const mega = 1024 * 1024;
const text = (name: string, size: number): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Mål och budget. '.repeat(Math.ceil(size / 17)).slice(0, size)) });

interface Asked extends Cast {
  readonly maria: AtWork;
  readonly requests: readonly RequestView[];
}

/** An evaluation whose coordinator has asked for what the model asks for, with a contact to deliver it. */
async function asked(browser: Parameters<typeof castOf>[0], ...contacts: readonly string[]): Promise<Asked> {
  const cast = await castOf(browser, { others: ['Maria Nyström', ...contacts].map((name) => ({ name, role: 'contact' as const })) });
  const { requests } = await say(cast.karin, documents.fromInstrument, { id: cast.id }, { due: '2027-03-12' });
  const list = await say(cast.karin, documents.moveMany, { id: cast.id }, { requests: requests.slice(0, 4).map(({ request }) => request), to: 'requested', reason: '' });
  const [maria] = cast.others;
  if (!maria) throw new Error('no contact');
  return { ...cast, maria, requests: list.requests.filter(({ status }) => status === 'requested') };
}

const titleOf = ({ requests }: Asked, at: number): string => requests[at]?.title.sv ?? '';

/** The page never scrolls sideways. */
const expectNoSideways = async (page: Page): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);

test('a contact leaves a large file over a reload and a broken line, hands in, puts right what came back', async ({ browser }) => {
  const all = await asked(browser);
  const { maria: { page, context }, evaluators, id } = all;
  const title = titleOf(all, 0);
  await page.goto(`/utvardering/${id}/underlag`);
  await expect(page.getByRole('heading', { name: 'Underlag från Granvik' })).toBeVisible();
  await expect(page.getByText('0 av 4 klara')).toBeVisible();
  await page.getByRole('button', { name: `Lämna ${title}`, exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeFocused();
  const handIn = page.getByRole('button', { name: /^Lämna in/ });
  await expect(handIn).toHaveAttribute('aria-disabled', 'true');
  await expect(page.getByText('Lämna en fil eller en länk först.')).toBeVisible();

  // The line stops in the middle of the file; the page is left and opened anew.
  const offsets: number[] = [];
  let begun = 0;
  page.on('request', (request) => {
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
    if (request.method() === 'POST' && request.url().endsWith('/api/uploads')) begun++;
  });
  await page.route('**/api/uploads/*', (route) => (Number(route.request().headers()['upload-offset'] ?? 0) > 0 ? undefined : route.continue()));
  await page.getByLabel('Välj filer').last().setInputFiles(text('Mål och budget 2026.txt', 10 * mega));
  await expect(page.getByText(/^(39|4\d) % av 10 MB/)).toBeVisible({ timeout: 20_000 });
  await expect(page.getByText('Du kan lämna in när filen är uppe.')).toBeVisible();
  await page.unroute('**/api/uploads/*');
  await context.setOffline(true);
  await expect(page.getByText(/^Väntar på nät vid \d+ %/)).toBeVisible({ timeout: 20_000 });
  await context.setOffline(false);
  await page.reload();
  await expect(page.getByText(/inte virusgranskad$/)).toBeVisible({ timeout: 30_000 });
  expect(begun).toBe(1);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
  expect(offsets).toContain(8 * mega);

  await page.getByRole('button', { name: 'Ange webblänk' }).click();
  await page.getByLabel('Adress').fill('granvik.example/budget');
  await page.getByLabel('Vad finns där?').fill('Budgetsidan');
  await page.getByRole('button', { name: 'Lägg till länken' }).click();
  await expect(page.getByRole('link', { name: 'Budgetsidan' })).toHaveAttribute('href', 'https://granvik.example/budget');
  await page.getByRole('button', { name: 'Lämna in 2 filer' }).click();
  await expect(page.getByText('1 av 4 klara')).toBeVisible();
  await expect(page.getByText('Granskas', { exact: true })).toBeVisible();

  const ana = (evaluators[0] as AtWork).page;
  await ana.goto(`/utvardering/${id}/underlag`);
  await ana.getByRole('button', { name: title }).click();
  await ana.getByRole('button', { name: 'Åter, ska rättas' }).click();
  await ana.getByRole('button', { name: 'Skicka åter' }).click();
  await expect(ana.getByText(/^Skriv varför\./)).toBeVisible();
  await ana.getByLabel('Vad ska rättas?').fill('Vi behöver den som gäller nu.');
  await ana.getByRole('button', { name: 'Skicka åter' }).click();

  // Told live, with the evaluator's words on top.
  await expect(page.getByRole('heading', { name: 'Ska rättas' })).toBeVisible();
  await expect(page.getByText('”Vi behöver den som gäller nu.”')).toBeVisible();
  await page.getByRole('button', { name: `Lämna ny fil ${title}` }).click();
  await page.getByRole('button', { name: 'Ny version Mål och budget 2026.txt' }).click();
  await expect(page.getByText('Ny version av Mål och budget 2026')).toBeVisible();
  await page.getByLabel('Välj filer').last().setInputFiles(text('Mål och budget 2027.txt', 2000));
  await expect(page.getByText('version 2')).toBeVisible();
  await page.getByRole('button', { name: /^Lämna in/ }).click();
  await expect(ana.getByText('Mål och budget 2027.txt')).toBeVisible();
  await ana.getByRole('button', { name: 'Godta', exact: true }).click();
  await expect(page.getByText('Godtagen', { exact: true })).toBeVisible();
  await goodbye(all);
});

test('on a phone: says that there is none, hands one item to a colleague, who needs no account', async ({ browser }) => {
  const all = await asked(browser);
  const { maria: { page }, id } = all;
  await page.setViewportSize(phone);
  await page.goto(`/utvardering/${id}/underlag`);
  await page.getByRole('button', { name: `Lämna ${titleOf(all, 1)}`, exact: true }).click();
  await expect(page.getByRole('button', { name: 'Fotografera' })).toBeVisible();
  await expectNoSideways(page);
  for (const button of await page.locator('main button:visible').all()) expect((await button.boundingBox())?.height ?? 0, await button.innerText()).toBeGreaterThanOrEqual(44);
  await page.getByRole('button', { name: 'Vi har inte detta' }).click();
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(page.getByText(/^Skriv varför\./)).toBeVisible();
  await page.getByLabel(/^Vad gör ni i stället/).fill('Vi har ingen sådan plan.');
  await page.getByRole('button', { name: 'Skicka svaret' }).click();
  await expect(page.getByText('Finns inte', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: `Lämna ${titleOf(all, 2)}`, exact: true }).click();
  await page.getByRole('button', { name: 'Skicka vidare till en kollega' }).click();
  await page.getByLabel('Namn').fill('Jonas Kihl');
  await page.getByLabel('E-post').fill('jonas.kihl@granvik.example');
  await page.getByRole('button', { name: 'Skicka länken' }).click();
  await expect(page.getByText(/^Länken är skickad till Jonas Kihl/)).toBeVisible();
  const link = new URL((await page.locator('code').first().innerText()).trim()).pathname;
  await page.setViewportSize({ width: 320, height: 700 });
  await expectNoSideways(page);

  const context = await browser.newContext({ viewport: phone });
  const jonas = await context.newPage();
  await jonas.goto(link);
  await expect(jonas.getByRole('heading', { name: titleOf(all, 2) })).toBeVisible();
  await expect(jonas.getByText(titleOf(all, 3))).toHaveCount(0);
  await expectNoSideways(jonas);
  await jonas.getByLabel('Välj filer').last().setInputFiles([text('Plan.txt', 3000), { name: 'makro.exe', mimeType: 'application/octet-stream', buffer: Buffer.from('MZ') }]);
  await expect(jonas.getByText('Den filtypen tas inte emot.', { exact: false }).first()).toBeVisible();
  await expect(jonas.getByText(/inte virusgranskad$/)).toBeVisible({ timeout: 20_000 });
  await page.getByRole('button', { name: 'Dra tillbaka Jonas Kihl' }).click();
  await expect(page.getByText(/^Öppnad av Jonas Kihl/)).toHaveCount(0);
  await jonas.getByRole('button', { name: 'Lämna in', exact: true }).click();
  await expect(jonas.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Plan.txt' })).toBeVisible();
  await context.close();
  await goodbye(all);
});

test('by the keyboard alone: opens, leaves a file, hands in', async ({ browser }) => {
  const all = await asked(browser);
  const { maria: { page }, id } = all;
  await page.goto(`/utvardering/${id}/underlag`);
  const reach = async (name: string | RegExp): Promise<void> => {
    const wanted = page.getByRole('button', { name }).first();
    await wanted.waitFor();
    for (let stops = 0; stops < 60; stops++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`cannot reach ${String(name)}`);
  };
  await reach(`Lämna ${titleOf(all, 0)}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: titleOf(all, 0) })).toBeFocused();
  await reach('Välj filer');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(text('Verksamhetsplan.txt', 4000));
  await expect(page.getByText(/inte virusgranskad$/)).toBeVisible({ timeout: 20_000 });
  await reach(/^Lämna in$/);
  await page.keyboard.press('Enter');
  await expect(page.getByText('1 av 4 klara')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'Det här behöver ni lämna' })).toBeFocused();
  await goodbye(all);
});

test('two contacts write the same answer: both texts are shown, and evaluators read only what was handed in', async ({ browser }) => {
  const all = await asked(browser, 'Jonas Kihl');
  const [maria, jonas] = all.others as [AtWork, AtWork];
  const field = (page: Page) => page.locator(`textarea#answer-${(all.numbers[0] ?? '').replace('.', '\\.')}`);
  for (const { page } of [maria, jonas]) {
    await page.goto(`/utvardering/${all.id}/sjalvbeskrivning`);
    await field(page).waitFor();
  }
  // Jonas hears nothing for a while, and writes over what he read.
  await jonas.page.route(`**/self-description`, (route) => (route.request().method() === 'GET' ? route.abort() : route.continue()));
  await field(maria.page).fill('Vi har en medborgarpanel.');
  await expect(maria.page.getByText('Sparat').first()).toBeVisible();
  await field(jonas.page).fill('Vi har samråd i varje kommundel.');
  await expect(jonas.page.getByText(/^Krock/)).toBeVisible();
  await expect(jonas.page.getByText('Vi har en medborgarpanel.')).toBeVisible();
  await jonas.page.unroute(`**/self-description`);
  await jonas.page.getByRole('button', { name: 'Använd min' }).click();
  await expect(jonas.page.getByText('Sparat').first()).toBeVisible();
  await expect(field(maria.page)).toHaveValue('Vi har samråd i varje kommundel.');

  const ana = (all.evaluators[0] as AtWork).page;
  await ana.goto(`/utvardering/${all.id}/sjalvbeskrivning`);
  await expect(ana.getByText('Inget är inlämnat än.', { exact: false })).toBeVisible();
  await maria.page.getByRole('button', { name: 'Lämna in alla svar' }).click();
  await expect(ana.getByText('Vi har samråd i varje kommundel.')).toBeVisible();
  await expect(ana.locator('textarea')).toHaveCount(0);
  await goodbye(all);
});

test('the coordinator fetches the list, changes, adds and sends it', async ({ browser }) => {
  const cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const { page } = cast.karin;
  await page.goto(`/utvardering/${cast.id}/underlag`);
  await page.getByLabel('Senast, för alla').fill('2027-03-12');
  await page.getByRole('button', { name: 'Hämta listan ur modellen' }).click();
  await expect(page.getByRole('heading', { name: /^Utkast, inte skickade/ })).toBeVisible();
  await page.getByRole('button', { name: 'Ny begäran' }).click();
  await page.getByRole('button', { name: 'Lägg till som utkast' }).click();
  await expect(page.getByText('Skriv vad som begärs.')).toBeVisible();
  await page.getByLabel('Vad begärs?').fill('Kulturplan');
  await page.getByLabel('Ansvarig').selectOption({ label: 'Maria Nyström' });
  await page.getByRole('button', { name: 'Lägg till som utkast' }).click();
  await page.getByRole('button', { name: 'Kulturplan', exact: true }).click();
  await page.getByRole('button', { name: 'Ändra', exact: true }).click();
  await page.getByLabel('Varför').fill('Vi vill se hur kulturen leds.');
  await page.getByRole('button', { name: 'Spara' }).click();
  await expect(page.getByText('Vi vill se hur kulturen leds.')).toBeVisible();
  await expect(page.getByText('Begäran som inte hör till någon fråga:')).toBeVisible();
  await page.getByRole('button', { name: /^Skicka \d+ utkast$/ }).click();
  await expect(page.getByRole('heading', { name: /^Hos kommunen/ })).toBeVisible();

  const [maria] = cast.others as [AtWork];
  await maria.page.goto(`/utvardering/${cast.id}/underlag`);
  await expect(maria.page.getByRole('heading', { name: 'Kulturplan', exact: true })).toBeVisible();
  await goodbye(cast);
});
