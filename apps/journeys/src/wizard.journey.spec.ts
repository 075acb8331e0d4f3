import { expect, test, type Browser } from '@playwright/test';
import { consensus, evaluations, reports, scoring, type Endpoint } from '@samsyn/contract';
import { addDays, defaultPolicy, swedishTime } from '@samsyn/domain';
import { castOf, enter, goodbye, scored, unique } from './cast';
import { coordinator, say, type AtWork } from './people-at-work';

/** The code of the refusal, or `answered` when there was none. */
const refusalOf = async (person: AtWork, endpoint: Endpoint, id: string): Promise<string> => {
  try {
    await say(person, endpoint, { id, version: 'latest' });
    return 'answered';
  } catch (failure) {
    return /"code":"([^"]+)"/.exec(String(failure))?.[1] ?? String(failure);
  }
};

async function fillIn(karin: AtWork, of: string): Promise<void> {
  const { page } = karin;
  await page.goto('/utvarderingar/ny');
  const municipality = page.getByRole('combobox', { name: 'Kommun' });
  await municipality.fill('åmå');
  await page.getByRole('option', { name: /Åmål/ }).click();
  await expect(page.getByText('kommunkod 1492')).toBeVisible();
  await municipality.fill('orsa');
  await page.getByRole('option', { name: /^Orsa/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page.getByText('kommunkod 2034')).toBeVisible();
  await page.getByLabel('År', { exact: true }).fill('2026');
  await page.getByRole('radio', { name: /2010/ }).first().check();
  await page.getByLabel('Besök från').fill(addDays(swedishTime(new Date()).day, 20));
  const people = [['Ana Bergström', 'ana'], ['Luis Holm', 'luis'], ['Ove Lind', 'ove']] as const;
  for (const [index, [name, address]] of people.entries()) {
    if ((await page.getByRole('group', { name: `Person ${index + 1}` }).count()) === 0) await page.getByRole('button', { name: 'Utvärderare', exact: true }).click();
    const row = page.getByRole('group', { name: `Person ${index + 1}` });
    await row.getByLabel('Namn').fill(name);
    await row.getByLabel('E-post').fill(address === 'ove' ? 'inte en adress' : `${address}.${of}@orsa.example`);
    await row.getByLabel('Roll').selectOption({ label: address === 'ove' ? 'observatör' : 'utvärderare' });
  }
}

test('the coordinator creates an evaluation step by step; the invited arrive by their links and declare', async ({ browser }) => {
  const karin = await coordinator(browser);
  const of = unique();
  await fillIn(karin, of);
  const { page } = karin;
  // Two limits more are off until somebody asks for them.
  await page.getByText('Fler gränser: summor, poäng och nivåer').click();
  await page.getByLabel('Poäng isär (valfritt)').fill('2,3');
  await page.getByLabel('Nivåer isär (valfritt)').fill('2');
  // A mistake is named at its field and nothing typed is lost, not even by a reload.
  await page.getByRole('button', { name: 'Skapa utvärdering' }).click();
  await expect(page.getByText('Skriv en hel e-postadress.').first()).toBeVisible();
  await expect(page.getByText('Skriv hela eller halva poäng från 0,5 till 1000, eller lämna tomt.')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Kommun' })).toHaveValue('Orsa');
  await expect(page.getByLabel('Nivåer isär (valfritt)')).toHaveValue('2');
  await page.getByLabel('Poäng isär (valfritt)').fill('2,5');
  await page.getByRole('group', { name: 'Person 3' }).getByLabel('E-post').fill(`ove.${of}@orsa.example`);
  await page.getByRole('button', { name: 'Skapa utvärdering' }).click();
  await expect(page.getByRole('heading', { name: 'Orsa 2026 är skapad' })).toBeVisible();
  const link = await page.getByLabel('Kopiera länken till Ana Bergström').inputValue();
  await expect(page.getByRole('button', { name: /^Kopiera länk/ })).toHaveCount(3);
  await page.getByRole('link', { name: 'Öppna utvärderingen' }).click();
  await expect(page.getByRole('heading', { name: 'Orsa 2026' }).first()).toBeVisible();
  await expect(page.getByText('Avvikelse från 15 procentenheter, 2,5 poäng eller 2 nivåer isär, stor avvikelse från 30 procentenheter.')).toBeVisible();
  await expect(page.locator('#main').getByText(/^Besök från \d+ \w+( \d{4})?, börjar om (19|20) dagar$/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Öppna bedömningen' }).click();
  await expect(page.getByText('Bedömning').first()).toBeVisible();
  await declares(browser, link, page.url());
  await karin.context.close();
});

/** The link of the invitation leads in, past the password if one is asked for, to the declaration, and works once. */
async function declares(browser: Browser, link: string, evaluation: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(link);
  const later = page.getByRole('button', { name: 'Inte nu' });
  const orsa = page.getByRole('link', { name: /Orsa/ }).first();
  await later.or(orsa).first().waitFor();
  if (await later.isVisible()) await later.click();
  await orsa.click();
  await expect(page.getByRole('heading', { name: 'Innan du går in' })).toBeVisible();
  await page.getByRole('button', { name: 'Jag har inget hinder' }).click();
  await expect(page).toHaveURL(evaluation);
  await expect(page.getByRole('link', { name: 'Poängark', exact: true })).toBeVisible();
  await context.clearCookies();
  await page.goto(link);
  await expect(page.getByText('Länken är använd eller för gammal.').first()).toBeVisible();
  await context.close();
}

test('who lost the invitation is invited again; nobody is shown a way into an account that somebody has been in', async ({ browser }) => {
  const karin = await coordinator(browser);
  const { page } = karin;
  const of = unique();
  const vera = { name: 'Vera Nord', email: `vera.${of}@orsa.example`, organisation: 'Orsa kommun', role: 'evaluator' as const };
  const creation = { municipality: { code: null, name: 'Orsa' }, year: 2026, instrument: 'kk-2010', policy: { ...defaultPolicy } };
  const { evaluation } = await say(karin, evaluations.create, {}, { ...creation, openScoring: true, members: [vera, { ...vera, name: 'Ulf Nord', email: `ulf.${of}@orsa.example` }] });
  await page.goto(`/utvardering/${evaluation.id}/installningar`);
  await page.getByRole('button', { name: 'Bjud in Vera Nord igen' }).click();
  await expect(page.locator('.notice.ok')).toHaveText('Vera Nord är inbjuden igen. Länken visas bara nu och gäller en gång.');
  await declares(browser, await page.getByLabel('Kopiera länken till Vera Nord').inputValue(), page.url().replace('/installningar', ''));
  await page.reload();
  await expect(page.getByRole('row', { name: /Vera Nord/ })).toContainText('inget hinder');
  await expect(page.getByRole('button', { name: 'Bjud in Vera Nord igen' })).toHaveCount(0);
  // The same person in another evaluation: told by letter, and no link to keep.
  const { evaluation: other } = await say(karin, evaluations.create, {}, { ...creation, year: 2025, members: [] });
  await page.goto(`/utvardering/${other.id}/installningar`);
  await page.getByLabel('Namn').fill(vera.name);
  await page.getByLabel('E-post').fill(vera.email);
  await page.getByRole('button', { name: 'Lägg till' }).click();
  await expect(page.locator('.notice.ok')).toHaveText('Vera Nord är tillagd.');
  await expect(page.getByText('Har redan ett konto och loggar in som vanligt.')).toBeVisible();
  await expect(page.getByRole('button', { name: /^Kopiera länk/ })).toHaveCount(0);
  await karin.context.close();
});

test('contact, observer and coordinator see no scores before the lock', async ({ browser }) => {
  const cast = await castOf(browser, { evaluators: ['Ana Bergström', 'Luis Holm'], others: [{ name: 'Cia Ek', role: 'contact' }, { name: 'Ove Lind', role: 'observer' }], policy: { revealUnit: 'question' } });
  await scored(cast, [{ '1.1': '61.7' }, { '1.1': '33.3' }]);
  for (const person of [...cast.others, cast.karin]) {
    await person.page.goto(`/utvardering/${cast.id}`);
    await expect(person.page.getByRole('heading', { name: 'Granvik 2026' }).first()).toBeVisible();
    await expect(person.page.getByRole('link', { name: 'Poängark', exact: true })).toHaveCount(0);
    for (const part of ['samsyn', 'poangark', 'rapport', 'handelselogg', '']) {
      await person.page.goto(`/utvardering/${cast.id}/${part}`);
      await person.page.locator('#main').getByRole('heading').first().waitFor();
      expect(await person.page.locator('body').innerText()).not.toMatch(/61[.,]7|33[.,]3/);
    }
    for (const endpoint of [scoring.sheet, reports.preview, reports.read]) expect([endpoint.path, await refusalOf(person, endpoint, cast.id)]).not.toContain('answered');
  }
  // The coordinator's board counts what is settled and holds nobody's voice.
  const board = await say(cast.karin, consensus.board, { id: cast.id });
  expect(board.questions.flatMap(({ voices, proposals }) => [...voices, ...proposals])).toEqual([]);
  for (const person of cast.others) expect(await refusalOf(person, consensus.board, cast.id)).toBe('people/not-allowed');
  await goodbye(cast);
});

test('a declared conflict of interest removes the person from the evaluation', async ({ browser }) => {
  const karin = await coordinator(browser);
  const of = unique();
  const { evaluation, invitations } = await say(karin, evaluations.create, {}, {
    municipality: { code: '1492', name: 'Åmål' }, year: 2026, instrument: 'kk-2010', openScoring: true,
    policy: { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'percent', adjudicator: null },
    members: ['Ana', 'Luis', 'Mira'].map((name) => ({ name, email: `${name.toLowerCase()}.${of}@amal.example`, organisation: 'Åmåls kommun', role: 'evaluator' as const })),
  });
  const mira = await enter(browser, 'Mira', invitations.find(({ name }) => name === 'Mira')?.link ?? '');
  await mira.page.goto(`/utvardering/${evaluation.id}/poangark/1.1`);
  await mira.page.getByRole('button', { name: 'Jag är jävig' }).click();
  await mira.page.getByRole('button', { name: 'Anmäl jäv och lämna utvärderingen' }).click();
  await expect(mira.page.getByText('Skriv vad jävet består i.')).toBeVisible();
  await mira.page.getByLabel('Vad består jävet i?').fill('Min syster är kommundirektör.');
  await mira.page.getByRole('button', { name: 'Anmäl jäv och lämna utvärderingen' }).click();
  await expect(mira.page.getByText('Du har lämnat utvärderingen')).toBeVisible();
  await mira.page.goto(`/utvardering/${evaluation.id}`);
  await expect(mira.page.getByText('Här finns inget att visa').first()).toBeVisible();
  expect(await refusalOf(mira, scoring.sheet, evaluation.id)).not.toBe('answered');
  await karin.page.goto(`/utvardering/${evaluation.id}/installningar`);
  await expect(karin.page.getByRole('row', { name: /Mira/ })).toContainText(/jäv anmält|har lämnat/);
  await Promise.all([karin, mira].map(({ context }) => context.close()));
});
