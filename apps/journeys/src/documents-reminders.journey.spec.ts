import { expect, test, type Page } from '@playwright/test';
import { documents } from '@samsyn/contract';
import { castOf, goodbye } from './cast';
import { phone, say, type AtWork } from './people-at-work';

const small = (name: string): { name: string; mimeType: string; buffer: Buffer } => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Mål och budget för Granvik.') });
const expectNoSideways = async (page: Page): Promise<void> => expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
/** By whichever name the button has today: on a day on which nobody works it says so. */
const sendReminder = /^(Skicka påminnelse|Skicka ändå i dag)$/;

test('a coordinator reminds by hand of some of what is asked for; who has had a letter today gets no other, who wants none is named', async ({ browser }) => {
  const cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const { karin, id } = cast;
  const [maria] = cast.others as [AtWork];
  const { requests } = await say(karin, documents.fromInstrument, { id }, { due: '2027-03-12' });
  const some = requests.slice(0, 3);
  await say(karin, documents.moveMany, { id }, { requests: some.map(({ request }) => request), to: 'requested', reason: '' });
  const { page } = karin;
  await page.goto(`/utvardering/${id}/underlag`);
  await page.getByRole('button', { name: 'Påminn om flera' }).click();
  const form = page.getByRole('form', { name: 'Skicka påminnelse' });
  await expect(form.getByRole('button', { name: sendReminder })).toHaveAttribute('aria-disabled', 'true');
  for (const { title } of some.slice(0, 2)) await form.getByRole('checkbox', { name: title.sv }).check();
  // Nobody has been named as responsible: all contacts of the municipality are.
  await expect(form.getByText('Går till Maria Nyström.')).toBeVisible();
  await form.getByRole('button', { name: sendReminder }).click();
  await expect(form.getByText('Påminnelse skickad till Maria Nyström.')).toBeVisible();
  await form.getByRole('button', { name: sendReminder }).click();
  await expect(form.getByText('Maria Nyström har redan fått en påminnelse i dag och får ingen till.')).toBeVisible();
  await form.getByRole('button', { name: 'Stäng' }).click();

  // Maria wants none any more, on her own page.
  await maria.page.goto('/konto');
  // A box whose choice has not been read yet is not checked either: unchecking it would do nothing.
  await expect(maria.page.getByRole('checkbox', { name: 'Påminnelser om underlag' })).toBeChecked();
  await maria.page.getByRole('checkbox', { name: 'Påminnelser om underlag' }).uncheck();
  await expect(maria.page.getByText('Påminnelserna är avstängda.')).toBeVisible();
  await maria.page.reload();
  await expect(maria.page.getByRole('checkbox', { name: 'Påminnelser om underlag', disabled: false })).not.toBeChecked();
  await page.getByRole('button', { name: some[2]?.title.sv ?? '', exact: true }).click();
  await page.getByRole('button', { name: 'Påminn', exact: true }).click();
  await form.getByRole('button', { name: sendReminder }).click();
  await expect(form.getByText('Maria Nyström avstår från påminnelser. Hör av dig på annat sätt.')).toBeVisible();
  await page.getByText('Utskick: länkar och påminnelser').click();
  await expect(page.getByText('Avstår från påminnelser', { exact: true })).toBeVisible();
  await maria.page.getByRole('checkbox', { name: 'Påminnelser om underlag' }).check();
  await expect(maria.page.getByText('Påminnelserna är på.')).toBeVisible();
  await goodbye(cast);
});

test('a link from a mail that did not come whole says so, and stops nothing', async ({ browser }) => {
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  await page.goto('/utskick/avklippt');
  await expect(page.getByRole('heading', { name: 'Länken är inte hel' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sluta skicka påminnelser' })).toHaveCount(0);
  await expectNoSideways(page);
  await context.close();
});

test('who has a link and no account reads what is taken in, takes back a wrong file, and cannot once it is accepted', async ({ browser }) => {
  const cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const { karin, id } = cast;
  const [maria] = cast.others as [AtWork];
  const [first] = (await say(karin, documents.fromInstrument, { id }, { due: '2027-03-12' })).requests;
  const request = first?.request ?? '';
  await say(karin, documents.move, { id, request }, { to: 'requested', reason: '', edition: 1 });
  const { link } = await say(maria, documents.delegate, { id, request }, { name: 'Jonas Kihl', email: 'jonas.kihl@granvik.example', days: 7 });
  const context = await browser.newContext({ viewport: phone });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await expect(page.getByText(/^PDF, Word, .* eller text, högst 1 GB per fil\./)).toBeVisible();
  await page.getByLabel('Välj filer').last().setInputFiles([small('Rätt.txt'), small('Fel.txt')]);
  await expect(page.getByText(/inte virusgranskad$/)).toHaveCount(2, { timeout: 30_000 });
  await page.getByRole('button', { name: 'Ta bort Fel', exact: true }).click();
  await page.getByRole('button', { name: 'Behåll' }).click();
  const lines = page.getByRole('list', { name: 'Filer och länkar' }).getByRole('listitem');
  await expect(lines).toHaveCount(2);
  await page.getByRole('button', { name: 'Ta bort Fel', exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ta bort' }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('Rätt.txt');
  await expectNoSideways(page);
  await page.getByRole('button', { name: /^Lämna in/ }).click();
  await expect(page.getByText(/^Blev något fel\?/)).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta bort Rätt', exact: true })).toBeVisible();

  const { page: desk } = karin;
  await desk.goto(`/utvardering/${id}/underlag`);
  await desk.getByRole('button', { name: first?.title.sv ?? '', exact: true }).click();
  await desk.getByText('Vad som har hänt').click();
  await expect(desk.getByText(/Jonas Kihl.*tog bort en fil|Fel: Togs bort av den som lämnade/).first()).toBeVisible();
  await desk.getByRole('button', { name: 'Godta', exact: true }).click();
  await page.reload();
  await expect(page.getByText('Tack, det är godtaget. Du behöver inte göra något mer.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Ta bort Rätt', exact: true })).toHaveCount(0);
  await context.close();
  await goodbye(cast);
});
