import { expect, test, type Page } from '@playwright/test';
import { instruments } from '@samsyn/contract';
import { instrumentOf } from '@samsyn/samples';
import { agree, castOf, draft, enter, goodbye, seal, signed, unique, type Cast } from './cast';
import { coordinator, say, type AtWork } from './people-at-work';

test.setTimeout(240_000);

test('an evaluator falls ill after sealing two of three questions; another takes the seat, and the report names both', async ({ browser }) => {
  const publisher = await coordinator(browser);
  const model = { ...instrumentOf([20, 30, 50]), id: `tre-${unique()}` };
  await say(publisher, instruments.publish, {}, model);
  await publisher.context.close();
  const cast = await castOf(browser, { instrument: model.id, policy: { revealUnit: 'area' } });
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  await draft(ana, cast.id, { '1.1': '40', '1.2': '50', '1.3': '60' }, 'Ana har läst budgeten.');
  await seal(ana, cast.id, ['1.1', '1.2']);
  await draft(luis, cast.id, { '1.1': '45', '1.2': '50', '1.3': '70' }, 'Luis har läst budgeten.');
  await seal(luis, cast.id, ['1.1', '1.2', '1.3']);

  const link = await replaced(cast.karin.page, cast.id);
  await ana.page.goto(`/utvardering/${cast.id}`);
  await expect(ana.page.getByRole('heading', { name: 'Här finns inget att visa' })).toBeVisible();

  const bo = await enter(browser, 'Bo Alm', link);
  await judgesTheRest(bo, cast.id);
  const now: Cast = { ...cast, evaluators: [bo, luis] };
  await seesWhoJudged(luis.page, cast.id);
  await agree(now, { '1.1': { percent: '42.5' }, '1.2': { percent: '50' }, '1.3': { percent: '65' } });
  await locksTheArea(now);
  await signed(now);

  await cast.karin.page.goto(`/utvardering/${cast.id}/rapport`);
  const origin = cast.karin.page.getByRole('region', { name: 'Så kom siffrorna till' });
  await expect(origin).toContainText(/Ana Bergström ersattes .* av Bo Alm\./);
  await expect(origin).toContainText('Ana Bergström bedömde 1.1, 1.2.');
  await expect(origin).toContainText('Bo Alm bedömde 1.3.');
  await goodbye({ ...cast, others: [bo] });
});

/** The coordinator reminds, and then gives the seat to another; answers with the invitation. */
async function replaced(page: Page, id: string): Promise<string> {
  await page.goto(`/utvardering/${id}`);
  const seats = page.getByRole('region', { name: 'Förseglat' });
  // Counters of others move on the full minute.
  await expect(seats.getByRole('img', { name: 'Ana Bergström: 2 av 3 frågor förseglade' })).toBeVisible({ timeout: 75_000 });
  await expect(seats.getByRole('button', { name: 'Påminn Luis Holm' })).toHaveCount(0);
  await seats.getByRole('button', { name: 'Påminn Ana Bergström' }).click();
  await expect(seats.getByText(/Påmind i dag \d\d\.\d\d/)).toBeVisible();
  await expect(seats.getByRole('button', { name: 'Påminn Ana Bergström' })).toHaveCount(0);

  await seats.getByRole('button', { name: 'Ersätt … Ana Bergström' }).click();
  const dialog = page.getByRole('dialog', { name: 'Ersätt Ana Bergström' });
  await expect(dialog).toContainText('Ana Bergström har 2 av 3 frågor förseglade.');
  await dialog.getByRole('button', { name: 'Ge platsen' }).click();
  await expect(dialog.getByText('Skriv varför platsen byter utvärderare.')).toBeVisible();
  await expect(dialog.getByLabel('Namn')).toBeFocused();
  await dialog.getByLabel('Namn').fill('Bo Alm');
  await dialog.getByLabel('E-post').fill(`bo.${unique()}@norrsund.example`);
  await dialog.getByLabel('Skäl').fill('Frånvarande under hösten.');
  // What is typed outlives a closed dialog.
  await page.keyboard.press('Escape');
  await seats.getByRole('button', { name: 'Ersätt … Ana Bergström' }).click();
  await expect(dialog.getByLabel('Skäl')).toHaveValue('Frånvarande under hösten.');
  await page.keyboard.press('Tab');
  await dialog.getByRole('button', { name: 'Ge platsen' }).press('Enter');
  const done = page.getByRole('dialog', { name: 'Bo Alm har fått platsen' });
  const link = await done.getByRole('textbox', { name: 'Kopiera länken till Bo Alm' }).inputValue();
  await done.getByRole('button', { name: 'Klar' }).click();
  await expect(seats.getByText(/Efter Ana Bergström, ersatt/)).toBeVisible();
  await expect(seats.getByRole('img', { name: 'Bo Alm: 2 av 3 frågor förseglade' })).toBeVisible();
  return link;
}

async function judgesTheRest(bo: AtWork, id: string): Promise<void> {
  const { page } = bo;
  await page.goto(`/utvardering/${id}`);
  await page.getByRole('button', { name: 'Jag har inget hinder' }).click();
  await page.getByRole('heading', { name: /Granvik/ }).first().waitFor();
  await page.goto(`/utvardering/${id}/poangark/1.1`);
  await expect(page.getByText('Ana Bergström förseglade 1.1 innan du tog över platsen.')).toBeVisible();
  await expect(page.getByText('Ana har läst budgeten.')).toHaveCount(0);
  await page.goto(`/utvardering/${id}/poangark/1.3`);
  await expect(page.getByText('Ana har läst budgeten.')).toHaveCount(0);
  await draft(bo, id, { '1.3': '60' }, 'Bo har läst budgeten.');
  expect((await seal(bo, id, ['1.3'])).opened).toEqual(['1.1', '1.2', '1.3']);
}

async function seesWhoJudged(page: Page, id: string): Promise<void> {
  await page.goto(`/utvardering/${id}/samsyn/1.1`);
  const detail = page.getByRole('region', { name: 'Vald fråga' });
  await expect(detail).toContainText(/Ana Bergström.*Ersatt .* av Bo.*Ana har läst budgeten\./s);
  await page.goto(`/utvardering/${id}/samsyn/1.3`);
  await expect(detail).toContainText('Bo har läst budgeten.');
  await expect(detail).not.toContainText('Ersatt');
}

/** Both sign the area off; one opens it again with a reason. */
async function locksTheArea({ id, evaluators }: Cast): Promise<void> {
  const [bo, luis] = evaluators as [AtWork, AtWork];
  for (const { page } of [bo, luis]) await page.goto(`/utvardering/${id}/samsyn/1.1`);
  const areas = (page: Page) => page.getByRole('region', { name: 'Klart, område för område' });
  await areas(bo.page).getByRole('button', { name: 'Klart: lås område 1' }).click();
  await expect(areas(bo.page)).toContainText('Väntar på Luis.');
  await areas(luis.page).getByRole('button', { name: 'Klart: lås område 1' }).click();
  for (const { page } of [bo, luis]) {
    await expect(areas(page).getByText('Låst', { exact: true })).toBeVisible();
    await expect(page.getByText('Område 1 är låst. Öppna det igen för att ändra något i det.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Bedöm om blint' })).toHaveCount(0);
  }
  await areas(luis.page).getByRole('button', { name: 'Öppna igen område 1' }).click();
  await areas(luis.page).getByRole('button', { name: 'Öppna område 1 igen' }).click();
  await expect(areas(luis.page)).toContainText('Skriv varför området behöver öppnas.');
  await areas(luis.page).getByRole('textbox').fill('En text saknas.');
  await areas(luis.page).getByRole('button', { name: 'Öppna område 1 igen' }).click();
  await expect(bo.page.getByRole('button', { name: 'Bedöm om blint' })).toBeVisible();
}
