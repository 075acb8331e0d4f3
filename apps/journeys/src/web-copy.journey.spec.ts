import { AxeBuilder } from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { documents } from '@samsyn/contract';
import { createServer, type Server } from 'node:http';
import { castOf, goodbye } from './cast';
import { phone, say, type AtWork } from './people-at-work';

const port = Number(process.env['SAMSYN_PAGE_PORT']);
const address = `http://127.0.0.1:${port}/styrmodell`;
const page = (goal: string): string => `<!doctype html><html lang="sv"><head><meta charset="utf-8"><title>Så styrs Granvik</title></head><body><nav><a href="/">Start</a></nav><main>
  <h1>Så styrs Granvik</h1><p>Kommunfullmäktige beslutar om flerårsplanen. ${goal}</p><h2>Uppföljning</h2><ul><li>Tertialrapport i april och augusti</li><li>Årsredovisning i mars</li></ul>
  <table><tr><th>Mål</th><th>Utfall</th></tr><tr><td>Nöjda medborgare</td><td>71 procent</td></tr></table><p><a href="/mal">Alla mål</a></p></main><script>document.body.innerHTML = ''</script></body></html>`;

let site: Server;
let body = '';

test.beforeAll(async () => {
  site = createServer((_, response) => void (body === '' ? response.writeHead(404).end() : response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(body)));
  await new Promise<void>((done) => site.listen(port, '127.0.0.1', done));
});

test.afterAll(() => {
  site.closeAllConnections();
  site.close();
});

test('a contact gives a web address, sees it fetched, and an evaluator finds a word of it and reads it', async ({ browser }) => {
  const cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const { id, karin, evaluators, others } = cast;
  const [maria, ana] = [others[0] as AtWork, evaluators[0] as AtWork];
  const { requests } = await say(karin, documents.fromInstrument, { id }, { due: '2027-03-12' });
  await say(karin, documents.moveMany, { id }, { requests: requests.slice(0, 1).map(({ request }) => request), to: 'requested', reason: '' });
  const title = requests[0]?.title.sv ?? '';

  // First the page is not there: the reason is told in words, and trying again is one key.
  await maria.page.goto(`/utvardering/${id}/underlag`);
  await maria.page.getByRole('button', { name: `Lämna ${title}`, exact: true }).click();
  await maria.page.getByRole('button', { name: 'Ange webblänk' }).click();
  await maria.page.getByLabel('Adress').fill(address);
  await maria.page.getByLabel('Vad finns där?').fill('Styrmodellen');
  await maria.page.getByRole('button', { name: 'Lägg till länken' }).click();
  await expect(maria.page.getByText('Kunde inte hämtas')).toBeVisible({ timeout: 20_000 });
  await expect(maria.page.getByText('Sidan finns inte på webbplatsen. Kontrollera adressen.')).toBeVisible();
  body = page('Målet är tydligt ledarskap.');
  await maria.page.getByRole('button', { name: 'Försök igen Styrmodellen' }).press('Enter');
  await expect(maria.page.getByText(/^Kopia från \d+ \p{L}+ 20\d\d \d\d\.\d\d \(PDF, 1 sida\)$/u)).toBeVisible({ timeout: 30_000 });
  await expect(maria.page.getByRole('link', { name: `Öppna webbsidan 127.0.0.1:${port}/styrmodell` })).toHaveAttribute('href', address);
  expect((await new AxeBuilder({ page: maria.page }).analyze()).violations).toEqual([]);
  await maria.page.setViewportSize(phone);
  expect(await maria.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  for (const button of await maria.page.locator('main button:visible').all()) expect((await button.boundingBox())?.height ?? 0, await button.innerText()).toBeGreaterThanOrEqual(44);

  await ana.page.goto(`/utvardering/${id}/underlag/sok`);
  await ana.page.getByRole('searchbox').fill('flerårsplan');
  await ana.page.getByRole('link', { name: /flerårsplanen/ }).click();
  await expect(ana.page.getByText(/^Kopia av webbsidans text, hämtad \d+ \p{L}+ 20\d\d \d\d\.\d\d\./u)).toBeVisible({ timeout: 20_000 });
  await expect(ana.page.getByRole('link', { name: 'Öppna webbsidan' })).toHaveAttribute('href', address);
  await expect(ana.page.locator('.pdf-text').first()).toContainText('Kommunfullmäktige beslutar om flerårsplanen.');
  await expect(ana.page.locator('.pdf-text').first()).toContainText('utan bilder, menyer och skript');
  const first = ana.page.url();

  // Fetched anew it is a new version; what was read stays where it was.
  body = page('Målet är modigt ledarskap.');
  await maria.page.getByRole('button', { name: 'Hämta på nytt Styrmodellen' }).click();
  await expect(maria.page.getByText('version 2')).toBeVisible();
  await expect(maria.page.getByText(/^Kopia från .*\(PDF, 1 sida\)$/)).toBeVisible({ timeout: 30_000 });
  await ana.page.goto(first);
  await expect(ana.page.getByText('tydligt ledarskap')).toBeVisible({ timeout: 20_000 });
  await expect(ana.page.getByRole('link', { name: /version 2/ })).toBeVisible();
  await goodbye(cast);
});
