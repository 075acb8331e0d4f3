import { expect, test, type Page } from '@playwright/test';
import { castOf, goodbye, scored, settled, signed } from './cast';
import type { AtWork } from './people-at-work';

test.setTimeout(180_000);

const panel = (page: Page) => page.getByRole('region', { name: 'Spelregler', exact: true });
const said = (page: Page) => page.locator('#rules-done');

test('two change the rules after the first seal: proposed by one, changed, approved by the other, printed in the report', async ({ browser }) => {
  const cast = await castOf(browser, { policy: { revealUnit: 'question' } });
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  await scored(cast, [{ '1.1': '40' }, { '1.1': '58' }]);
  await luis.page.goto(`/utvardering/${cast.id}/samsyn/1.1`);
  const detail = luis.page.getByRole('region', { name: 'Vald fråga' });
  await expect(detail.getByText('Avvikelse', { exact: true }).first()).toBeVisible();

  // The coordinator proposes by the keyboard alone; a reason is asked for, and what is typed stays.
  const { page } = cast.karin;
  await page.goto(`/utvardering/${cast.id}/installningar`);
  await expect(page.getByText('Spelreglerna är låsta sedan första förseglingen.')).toBeVisible();
  await expect(page.getByRole('group', { name: 'När öppnas poängen?' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Föreslå ändring' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'Föreslå ändring' })).toBeFocused();
  await expect(page.getByText('Ändra minst en spelregel.')).toBeVisible();
  await page.getByLabel('Avvikelse från', { exact: true }).fill('20');
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: 'Skicka förslaget' }).click();
  await expect(page.getByLabel('Skäl')).toBeFocused();
  await expect(page.getByText('Skriv varför spelreglerna behöver ändras.')).toBeVisible();
  await page.getByLabel('Skäl').fill('Skalan är grov i de här frågorna.');
  await page.getByRole('button', { name: 'Avbryt' }).click();
  await page.getByRole('button', { name: 'Föreslå ändring' }).click();
  await expect(page.getByLabel('Avvikelse från', { exact: true })).toHaveValue('20');
  await page.getByRole('button', { name: 'Skicka förslaget' }).click();
  await expect(said(page)).toContainText('Förslaget är skickat.');
  await expect(said(page)).toBeFocused();
  await expect(panel(page).getByRole('button', { name: 'Godkänn ändringen' })).toHaveCount(0);
  await expect(panel(page)).toContainText('En utvärderare behöver godkänna.');

  // Ana is led there from the overview, reads from what to what, and proposes something else.
  await ana.page.goto(`/utvardering/${cast.id}`);
  await ana.page.getByRole('row', { name: /Svara på ett förslag om spelreglerna/ }).getByRole('link', { name: 'Till spelreglerna' }).click();
  await expect(ana.page.getByRole('row', { name: 'Gräns för avvikelse 15 procentenheter 20 procentenheter' })).toBeVisible();
  await expect(ana.page.getByText('Skalan är grov i de här frågorna.')).toBeVisible();
  await ana.page.getByRole('button', { name: 'Föreslå något annat' }).click();
  await expect(ana.page.getByLabel('Avvikelse från', { exact: true })).toHaveValue('20');
  await ana.page.getByLabel('Avvikelse från', { exact: true }).fill('19');
  await ana.page.getByLabel('Skäl').fill('Nitton räcker.');
  await ana.page.getByRole('button', { name: 'Skicka förslaget' }).click();
  await expect(said(ana.page)).toBeVisible();

  // Live: the coordinator's page has the new proposal, and approves it; both boards follow.
  await expect(panel(page).getByRole('row', { name: 'Gräns för avvikelse 15 procentenheter 19 procentenheter' })).toBeVisible();
  await expect(panel(page)).toContainText(/Ana Bergström föreslog .* kl\. \d\d\.\d\d/);
  await panel(page).getByRole('button', { name: 'Godkänn ändringen' }).click();
  await expect(said(page)).toHaveText('Spelreglerna är ändrade.');
  await expect(ana.page.getByRole('heading', { name: 'Ditt förslag väntar på svar' })).toHaveCount(0);
  await expect(detail.getByText('Avvikelse', { exact: true })).toHaveCount(0);
  await luis.page.goto(`/utvardering/${cast.id}/handelselogg`);
  await expect(luis.page.getByText('godkände ändringen av spelreglerna: gräns för avvikelse 15 procentenheter → 19 procentenheter')).toBeVisible();
  await goodbye(cast);
});

test('the report names each change of the rules', async ({ browser }) => {
  const cast = await castOf(browser);
  await settled(cast);
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  await ana.page.goto(`/utvardering/${cast.id}/installningar`);
  await ana.page.getByRole('button', { name: 'Föreslå ändring' }).click();
  await ana.page.getByLabel('Stor avvikelse från').fill('45');
  await ana.page.getByLabel('Skäl').fill('Bara en fråga skilde stort.');
  await ana.page.getByRole('button', { name: 'Skicka förslaget' }).click();
  await luis.page.goto(`/utvardering/${cast.id}/installningar`);
  await luis.page.getByRole('button', { name: 'Godkänn ändringen' }).click();
  await expect(said(luis.page)).toHaveText('Spelreglerna är ändrade.');
  await signed(cast);
  await cast.karin.page.goto(`/utvardering/${cast.id}/rapport`);
  const origin = cast.karin.page.getByRole('region', { name: 'Så kom siffrorna till' });
  await expect(origin).toContainText('Gräns för stor avvikelse: 30 procentenheter → 45 procentenheter');
  await expect(origin).toContainText(/Föreslogs .* av Ana Bergström, godkändes .* av Luis Holm\./);
  await expect(origin).toContainText('Skäl: Bara en fråga skilde stort.');
  await luis.page.goto(`/utvardering/${cast.id}/installningar`);
  await expect(luis.page.getByRole('button', { name: 'Föreslå ändring' })).toHaveCount(0);
  await goodbye(cast);
});
