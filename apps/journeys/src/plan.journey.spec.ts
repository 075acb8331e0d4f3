import { expect, test, type Locator, type Page } from '@playwright/test';
import { interviews, requestHeader, type AnswerOf, type BodyOf } from '@samsyn/contract';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say } from './people-at-work';

type Desk = AnswerOf<typeof interviews.desk>;
type Person = BodyOf<typeof interviews.putPerson>;

const firstDay = '2027-11-09';
const blank: Person = { person: null, name: '', email: null, phone: '', role: '', organisation: 'Granviks kommun', kind: 'managers', label: '', manager: null };
const add = ({ id, karin }: Cast, more: Partial<Person> & { readonly name: string }): Promise<Desk> => say(karin, interviews.putPerson, { id }, { ...blank, ...more });
const desk = ({ id, karin }: Cast): Promise<Desk> => say(karin, interviews.desk, { id });
const item = (page: Page, title: string): Locator => page.locator('[data-item]').filter({ hasText: title });
const button = (page: Page | Locator, name: string | RegExp): Locator => page.getByRole('button', { name, exact: typeof name === 'string' });

/** What is told by the polite live region within its two seconds. */
const told = (page: Page, text: RegExp): Promise<void> => expect(page.locator('[aria-live="polite"]').filter({ hasText: text })).toHaveCount(1);

/** Days and the published pattern, by keys. */
async function begin(cast: Cast): Promise<void> {
  const { id, karin: { page } } = cast;
  await page.goto(`/utvardering/${id}/intervjuer`);
  await button(page, 'Välj dagar').press('Enter');
  await page.getByLabel('Första dagen').fill(firstDay);
  await button(page, 'Två dagar').press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expectKept(cast, 'Fackliga organisationer', { length: 60 });
}

/** As the server has it, once everything that waits has been taken in. */
async function expectKept(cast: Cast, title: string, at: Partial<Desk['plan']['items'][number]>): Promise<void> {
  await expect.poll(async () => {
    const { plan } = await desk(cast);
    const group = plan.groups.find((own) => own.title === title);
    return plan.items.find((own) => own.group === group?.id);
  }).toMatchObject(at);
}

test('a visit is planned, given out and its letter let out without a mouse', async ({ browser }) => {
  const cast = await castOf(browser);
  const { karin: { page } } = cast;
  const { people: [eva] } = await add(cast, { name: 'Eva Roth', role: 'kommundirektör', email: 'eva.roth@granvik.example' });
  await begin(cast);
  const central = item(page, 'Central ledning');
  await expect(central).toContainText('13.00–16.30');

  await central.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Alt+ArrowDown');
  await page.keyboard.press('Shift+Alt+ArrowUp');
  await page.keyboard.press('p');
  await expect(central).toContainText('13.30–16.45');
  await expect(central).toContainText('fäst');
  await expect(central).toBeFocused();
  await told(page, /Central ledning är fäst/);
  await expectKept(cast, 'Central ledning', { start: 810, length: 195, pinned: true });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('p');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await expectKept(cast, 'Central ledning', { day: '2027-11-10', pinned: true });
  await page.keyboard.press('Control+z');
  await expectKept(cast, 'Central ledning', { day: firstDay });
  await expect(central).toBeFocused();

  // Walks on and takes away; what is gone can be had back.
  await page.keyboard.press('ArrowDown');
  await expect(item(page, 'Politisk ledning')).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(item(page, 'Politisk ledning')).toHaveCount(0);
  await expect(page.getByText('Politisk ledning har ingen intervju i planen.')).toBeVisible();
  await button(page, 'Ångra').press('Enter');
  await expect(item(page, 'Politisk ledning')).toContainText('17.00–18.30');
  await expect(page.getByText('Politisk ledning har ingen intervju i planen.')).toBeHidden();

  // The form says all of it; the focus comes back to where it was opened.
  await central.press('Enter');
  await page.getByRole('dialog').getByLabel('Börjar').fill('13.00');
  await page.getByRole('dialog').getByLabel('Längd, minuter').fill('210');
  await page.keyboard.press('Enter');
  await expect(central).toContainText('13.00–16.30');
  await expect(central).toBeFocused();

  await button(page, 'Ändra Central ledning').press('Enter');
  await page.getByRole('checkbox', { name: /^Eva Roth/ }).press('Space');
  await button(page.getByRole('dialog'), 'Spara').press('Enter');
  await expect(page.getByText('Eva Roth har inte svarat och krävs i Central ledning.')).toBeVisible();

  await say(cast.karin, interviews.ask, { id: cast.id }, { until: '2027-10-01' });
  await hours(page, eva?.link ?? '', [{ day: firstDay, from: 780, to: 870, answer: 'no' }]);
  // Her answer comes by itself, as a finding that has to be settled.
  await expect(page.getByText('Eva Roth kan inte tisdag 13.00–14.30 och krävs i Central ledning.')).toBeVisible();
  await expect(page.getByRole('row', { name: /^Eva Roth/ })).toContainText('nej 13.00–14.30');
  await button(page, 'Ge ut version 1').press('Enter');
  await expect(page.getByRole('dialog')).toContainText('1 röda anmärkningar');
  await button(page, 'Gå till anmärkningarna').press('Enter');
  await expect(page.getByRole('heading', { name: 'Att rätta före utgivning' })).toBeFocused();
  await keep(page, 'Eva Roth kan inte', 'Hon kommer efter pausen.');
  await expect(page.getByText('1 behålls med skäl')).toBeVisible();
  await button(page, 'Ge ut version 1').press('Enter');
  await expect(page.getByRole('dialog')).toContainText('1 person får brev');
  await expect(page.getByRole('dialog')).toContainText('Eva Roth');
  await page.getByLabel('Namn på versionen').fill('Första programmet');
  await page.keyboard.press('Enter');
  await expect(button(page, 'Utgivet 1')).toBeVisible();
  await told(page, /Version 1 är utgiven/);

  await page.getByRole('link', { name: 'Granska och släpp' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Utkorg' })).toBeVisible();
  await button(page, /^Eva Roth ?Inbjudan till intervju/).press('Enter');
  const letter = page.getByRole('article');
  await expect(letter).toBeFocused();
  await expect(letter).toContainText('Hej Eva Roth.');
  await letter.getByText('Visa kalenderfilen').press('Enter');
  await expect(letter).toContainText('METHOD:REQUEST');
  await page.getByRole('checkbox', { name: /^Välj Eva Roth: Inbjudan/ }).press('Space');
  await button(page, 'Släpp 1 brev').press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: 'Släpp 1 brev' }).press('Enter');
  await expect(page.getByRole('region', { name: /Släppt|Skickat/ })).toContainText('Inbjudan till intervju');
  await goodbye(cast);
});

/** The personal link answers, as the guest's own page does. */
async function hours(page: Page, link: string, spans: BodyOf<typeof interviews.hours>['spans']): Promise<void> {
  const response = await page.request.fetch(`/api/${interviews.hours.path.replace(':token', link.split('/').at(-1) ?? '')}`, { method: interviews.hours.method, headers: { [requestHeader]: '1' }, data: { spans } });
  expect(response.ok(), await response.text()).toBe(true);
}

async function keep(page: Page, line: string, reason: string): Promise<void> {
  const finding = page.getByRole('listitem').filter({ hasText: line });
  await button(finding, 'Behåll med skäl').first().press('Enter');
  await finding.getByLabel('Varför får det vara så?').fill(reason);
  await finding.locator('form').getByRole('button', { name: 'Behåll med skäl' }).press('Enter');
}

test('an interview is dragged, suggested anew, and a way out is laid into the draft and taken back', async ({ browser }) => {
  const cast = await castOf(browser);
  const { karin: { page } } = cast;
  await add(cast, { name: 'Peter Sand', role: 'ekonomichef' });
  await begin(cast);
  const politics = item(page, 'Politisk ledning');
  const from = await politics.boundingBox();
  const to = await item(page, 'Förvaltningschefer').boundingBox();
  if (!from || !to) throw new Error('not drawn');
  await page.mouse.move(from.x + 30, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(from.x + 60, from.y - 20, { steps: 3 });
  await page.mouse.move(to.x + 30, from.y + 8 + 22, { steps: 6 });
  await page.mouse.up();
  await expectKept(cast, 'Politisk ledning', { day: '2027-11-10', start: 1050 });
  await expect(politics).toContainText('17.30–19.00');
  await page.keyboard.press('Control+z');
  await expectKept(cast, 'Politisk ledning', { day: firstDay, start: 1020 });

  await button(page, 'Ändra Central ledning').click();
  await page.getByRole('checkbox', { name: /^Peter Sand/ }).check();
  await button(page.getByRole('dialog'), 'Spara').click();
  await page.getByLabel('Vem', { exact: true }).selectOption({ label: 'Peter Sand, ekonomichef' });
  await page.getByLabel('Borta från').fill('13.00');
  await page.getByLabel('till', { exact: true }).fill('14.30');
  await button(page, 'Visa vägar').click();
  const ways = page.getByRole('group', { name: 'Förslag' }).getByRole('radio');
  await expect(ways.first()).toBeVisible();
  expect(await ways.count()).toBeLessThanOrEqual(3);
  await page.getByRole('radio', { name: /^Peter Sand ansluter till 1 Central ledning/ }).check();
  await expect(page.getByText('Du ser ett förslag. Utkastet är orört.')).toBeVisible();
  await button(page, 'Lägg i utkastet').first().click();
  await expect(item(page, 'Central ledning')).toContainText('Peter Sand ansluter');
  await page.keyboard.press('Control+z');
  await expect(item(page, 'Central ledning')).not.toContainText('Peter Sand ansluter');

  await button(page, 'Sök förslag').click();
  await expect(page.getByText(/förslag på \d/)).toBeVisible({ timeout: 40_000 });
  await goodbye(cast);
});

test('two who change the same interview see both versions; without network nothing is lost', async ({ browser }) => {
  const cast = await castOf(browser);
  const { karin: { page, context } } = cast;
  await begin(cast);
  await item(page, 'Central ledning').press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Börjar').fill('13.15');
  const { plan } = await desk(cast);
  const there = plan.items.find(({ group }) => group === plan.groups[0]?.id);
  if (!there) throw new Error('not planned');
  await say(cast.karin, interviews.command, { id: cast.id }, { kind: 'putItem', item: { ...there, start: 825 } });
  await expect(item(page, 'Central ledning')).toContainText('13.45');
  await button(dialog, 'Spara').click();
  const clash = page.getByRole('alertdialog', { name: /Du och en kollega har ändrat 1 Central ledning/ });
  await expect(clash.getByRole('row', { name: /^Tid/ })).toContainText('13.15–16.45');
  await expect(clash.getByRole('row', { name: /^Tid/ })).toContainText('13.45–17.15');
  await button(clash, 'Behåll min').click();
  await expectKept(cast, 'Central ledning', { start: 795 });

  await item(page, 'Central ledning').press('Enter');
  await dialog.getByLabel('Börjar').fill('14.00');
  await context.setOffline(true);
  await button(dialog, 'Spara').click();
  await expect(dialog.getByRole('alert')).toContainText('Utan nät går planen inte att ändra');
  await expect(dialog.getByLabel('Börjar')).toHaveValue('14.00');
  await context.setOffline(false);
  await expect(page.getByText(/^Uppkopplad/).first()).toBeVisible();
  await button(dialog, 'Spara').click();
  await expectKept(cast, 'Central ledning', { start: 840 });
  await goodbye(cast);
});

test('rows pasted from a spreadsheet are taken in, the wrong ones stay with their reason; a phone shows the list', async ({ browser }) => {
  const cast = await castOf(browser);
  const { karin: { page } } = cast;
  await page.goto(`/utvardering/${cast.id}/intervjuer/personer`);
  await button(page, 'Klistra in från Excel').click();
  await page.getByLabel('Rader från ett kalkylblad').fill('Namn\tTitel\tSida\tE-post\tChef\nNils Palm\tenhetschef\tchef\tnils@granvik.example\tEva Roth\nEva Roth\tchef\tchef\teva@granvik.example\t\nIda Ek\tombud\tkung\t\t');
  await expect(page.getByRole('row', { name: /Ida Ek/ })).toContainText('kung: skriv politiker, chef, fack eller övrig');
  await button(page, 'Lägg in (2)').click();
  await expect(page.getByRole('row', { name: /Nils Palm.*Kopiera länk/ })).toContainText('chef Eva Roth');
  await expect(page.getByLabel('Rader från ett kalkylblad')).toHaveValue(/Ida Ek/);
  await expect(page.getByLabel('Rader från ett kalkylblad')).not.toHaveValue(/Nils Palm/);

  await begin(cast);
  await page.setViewportSize(phone);
  await page.reload();
  await expect(button(page, 'Lista')).toHaveAttribute('aria-pressed', 'true');
  const row = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: '1 Central ledning' }) });
  await row.getByLabel('Börjar').fill('13.30');
  await row.getByLabel('Börjar').press('Tab');
  await expectKept(cast, 'Central ledning', { start: 810 });
  await button(row, '+15 min, senare').click();
  await expectKept(cast, 'Central ledning', { start: 825 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.width);
  await goodbye(cast);
});
