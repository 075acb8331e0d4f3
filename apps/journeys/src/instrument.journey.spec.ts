import { expect, test, type Locator, type Page } from '@playwright/test';
import { instruments } from '@samsyn/contract';
import { unique } from './cast';
import { coordinator, say, type AtWork } from './people-at-work';

/** Walks with the tab key until the element has the focus: no step of this journey uses a pointer. */
async function tabTo(page: Page, target: Locator, most = 90): Promise<void> {
  await target.first().waitFor();
  for (let step = 0; step < most; step++) {
    if (await target.first().evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(target.first()).toBeFocused();
}

const press = async (page: Page, target: Locator): Promise<void> => {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
};

/** Puts the focus in a field and types over what stands there. */
async function type(page: Page, field: Locator, text: string): Promise<void> {
  await tabTo(page, field, 200);
  await page.keyboard.press('Control+a');
  await page.keyboard.type(text);
}

/** The arrows lead from part to part of the tree. */
async function walkTo(page: Page, part: RegExp): Promise<void> {
  const tree = page.getByRole('navigation', { name: 'Modellens delar' });
  await tabTo(page, tree.locator('button[tabindex="0"]').first(), 200);
  await page.keyboard.press('Home');
  const sought = tree.getByRole('button', { name: part });
  for (let step = 0; step < 80 && !(await sought.evaluate((element) => element === document.activeElement)); step++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
}

test('a new version is drafted, refused while an area does not sum, mended, published and evaluated by, without a mouse', async ({ browser }) => {
  const karin = await coordinator(browser);
  const { page } = karin;
  const id = `kk-${unique()}`;
  await page.goto('/modeller');
  await press(page, page.getByRole('button', { name: 'Ny version av KommunKompassen 2016 med kriterier' }));
  await expect(page.getByRole('heading', { level: 2, name: 'Modellen' })).toBeVisible();
  await type(page, page.getByLabel('Beteckning'), id);
  await type(page, page.getByLabel('Titel svenska'), `KommunKompassen ${id}`);
  // A model of its own, so that the version the other journeys know stays in force.
  await tabTo(page, page.getByLabel('Ersätter'), 200);
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Delete');
  await expect(page.getByText('Inga fel. Klart att publicera.')).toBeVisible();

  // 1.1 is made 5 points smaller: the area does not sum, the check says so and publishing is refused with its reason.
  await walkTo(page, /^1 /);
  await walkTo(page, /^1\.1 /);
  // The area's own form has a field of the same name.
  await expect(page.getByRole('heading', { level: 2, name: /1\.1/ })).toBeVisible();
  const max = page.getByLabel('Maxpoäng');
  const before = await max.inputValue();
  await type(page, max, String(Number(before) - 5));
  await expect(page.getByRole('region', { name: 'Kontroller' })).toContainText('Frågornas maxpoäng är 95 tillsammans. De ska vara 100.');
  await expect(page.getByRole('navigation', { name: 'Modellens delar' })).toContainText('95 av 100');
  const publish = page.getByRole('button', { name: 'Publicera', exact: true }).first();
  await expect(publish).toHaveAttribute('aria-disabled', 'true');
  await expect(publish).toHaveAccessibleDescription(/Kan inte publiceras än/);
  await page.keyboard.press('Shift+Tab');
  await press(page, publish);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByText(/^Sparat /)).toBeVisible();
  await refusedByServer(karin, id);

  // The button of the fault leads into the area; the maximum is put back.
  await walkTo(page, /^1\.1 /);
  await expect(page.getByRole('heading', { level: 2, name: /1\.1/ })).toBeVisible();
  await type(page, page.getByLabel('Maxpoäng'), before);
  await expect(page.getByText('Inga fel. Klart att publicera.')).toBeVisible();
  await press(page, publish);
  await expect(page.getByRole('dialog')).toContainText('Pågående utvärderingar behåller den version de började med.');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Publicera' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/modeller/${id}$`));
  await expect(page.getByRole('heading', { level: 1, name: `KommunKompassen ${id}` })).toBeVisible();

  await evaluateBy(page, id);
  await karin.context.close();
});

/** The check is not only drawn: the server refuses the same draft by the same rule. */
async function refusedByServer(karin: AtWork, id: string): Promise<void> {
  const draft = (await say(karin, instruments.drafts, {})).find((one) => one.id === id);
  expect(draft?.faults).toBe(1);
  await expect(say(karin, instruments.publishDraft, { draft: draft?.draft ?? '' }, { edition: draft?.edition ?? 0 })).rejects.toThrow('instrument/unsound');
}

async function evaluateBy(page: Page, id: string): Promise<void> {
  await page.goto('/utvarderingar/ny');
  await type(page, page.getByRole('combobox', { name: 'Kommun' }), 'orsa');
  await page.getByRole('option', { name: /^Orsa/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const own = page.getByRole('radio', { name: new RegExp(id) });
  await tabTo(page, page.getByRole('radio', { checked: true }).first());
  for (let step = 0; step < 12 && !(await own.isChecked()); step++) await page.keyboard.press('ArrowDown');
  await expect(own).toBeChecked();
  for (const [index, name] of ['Ana Bergström', 'Luis Holm'].entries()) {
    const row = page.getByRole('group', { name: `Person ${index + 1}` });
    await type(page, row.getByLabel('Namn'), name);
    await type(page, row.getByLabel('E-post'), `${name.slice(0, 3).toLowerCase()}.${id}@orsa.example`);
  }
  await press(page, page.getByRole('button', { name: 'Skapa utvärdering' }));
  await expect(page.getByRole('heading', { name: /^Orsa \d{4} är skapad$/ })).toBeVisible();
}
