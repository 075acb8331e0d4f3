import { expect, test, type Locator, type Page } from '@playwright/test';
import { evaluations, scoring } from '@samsyn/contract';
import { judgementKeys, questionsOf, type Question } from '@samsyn/domain';
import { castOf, goodbye, type Cast } from './cast';
import { say } from './people-at-work';

/** What has the focus shows it: an outline, or a shadow drawn as a ring. */
async function expectFocusRing(focused: Locator): Promise<void> {
  const seen = await focused.evaluate((element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return { ring: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2, shadow: boxShadow !== 'none', inside: element.closest('td.now') !== null };
  });
  expect(seen.ring || seen.shadow || seen.inside, JSON.stringify(seen)).toBe(true);
}

/** The digit keys of one question: tens, and plus for a hundred in its last cell. */
const keysOf = (question: Question): string[] => judgementKeys(question).map((_, index, all) => (index === all.length - 1 ? '+' : `${(index % 5) + 3}`));

test('an area is scored, sealed, proposed and approved without a mouse', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2', policy: { judging: 'dimensions' } });
  const [ana, luis] = cast.evaluators as [Cast['evaluators'][number], Cast['evaluators'][number]];
  const { instrument } = await say(ana, evaluations.read, { id: cast.id });
  const area = questionsOf(instrument).filter(({ number }) => number.startsWith('1.'));
  // Luis is done: he judged everything at 50 but 1.1, which he cannot assess.
  for (const question of area) {
    if (question.number === '1.1') {
      await say(luis, scoring.draft, { id: cast.id, question: '1.1' }, { field: 'standing', value: 'cannotAssess', edition: 0, round: 1 });
      await say(luis, scoring.draft, { id: cast.id, question: '1.1' }, { field: 'rationale', value: 'Ingen intervju gjord.', edition: 0, round: 1 });
    } else for (const key of judgementKeys(question)) await say(luis, scoring.draft, { id: cast.id, question: question.number }, { field: `judgement:${key}`, value: 50, edition: 0, round: 1 });
  }
  await say(luis, scoring.seal, { id: cast.id }, { questions: area.map(({ number }) => number) });

  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await expect(page.getByRole('heading', { name: /^1\.1 / })).toBeVisible();
  await firstStopIsSkip(page);
  await guidanceByOneKey(page);
  for (const [index, question] of area.entries()) {
    await scoreByKeys(page, question, index === 1);
    await page.keyboard.press('s');
    if (index === 0) {
      // The dialog is answered by Enter, after its tick box has been set by space: not again today.
      await expect(page.getByRole('dialog').getByRole('button', { name: 'Försegla', exact: true })).toBeFocused();
      await page.getByLabel('Fråga inte igen i dag').focus();
      await page.keyboard.press('Space');
      await page.getByRole('dialog').getByRole('button', { name: 'Försegla', exact: true }).focus();
      await page.keyboard.press('Enter');
    }
    if (index < area.length - 1) {
      await expect(page.getByText(`${question.number} är förseglad`).first()).toBeVisible();
      await page.keyboard.press('j');
      await expect(page).toHaveURL(new RegExp(`poangark/1\\.${index + 2}$`));
    }
  }
  // The last seal opens the area for both.
  await expect(page.getByText('Poängen är öppna.').first()).toBeVisible();
  await proposeAndApprove(cast, area.map(({ number }) => number));
  await goodbye(cast);
});

async function firstStopIsSkip(page: Page): Promise<void> {
  // A page opened anew: within the app a new page hands the focus to its content.
  await page.reload();
  await page.getByRole('heading', { level: 2 }).first().waitFor();
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Till innehållet' });
  await expect(skip).toBeFocused();
  await expectFocusRing(skip);
  await page.keyboard.press('Enter');
  await expect(page.locator('#main')).toBeFocused();
}

/** V shows what to look for and leaves the focus in its cell, where a digit still judges; the panel follows, Escape closes it. */
async function guidanceByOneKey(page: Page): Promise<void> {
  await page.keyboard.press('Escape');
  const cell = page.getByRole('grid').locator('button:focus');
  await expect(cell).toHaveAttribute('data-key', 'a.system');
  const panel = page.getByRole('region', { name: /^Vad ska man titta efter/ });
  await expect(page.getByRole('grid').getByRole('button', { name: /^Vad ska man titta efter/ }).first()).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('v');
  await expect(panel).toContainText('kriterium a');
  await expect(panel.getByText('I intervjuer')).toBeVisible();
  await expect(panel.getByText(/^Exempel på \d/)).toBeVisible();
  await expect(cell).toHaveAttribute('data-key', 'a.system');
  await page.keyboard.press('4');
  await expect(page.getByRole('grid').locator('[data-key="a.system"]')).toHaveText('40');
  await page.keyboard.press('ArrowDown');
  await expect(cell).toHaveAttribute('data-key', /^b\./);
  await expect(panel).toContainText('kriterium b');
  // In a text V is a letter; with Alt it closes and opens, and the caret stays.
  await page.keyboard.press('m');
  await page.keyboard.press('Alt+v');
  await expect(panel).toBeHidden();
  await page.keyboard.press('Alt+v');
  await expect(panel).toBeVisible();
  await expect(page.getByLabel('Motivering')).toBeFocused();
  await expect(page.getByLabel('Motivering')).toHaveValue('');
  // Open is remembered; Escape leads to the grid, and from there closes. The cell is emptied again.
  await page.reload();
  await expect(panel).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Delete');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(cell).toHaveAttribute('data-key', 'a.system');
}

/** Escape leads to the grid; digits set and move on; `I` takes the question out of the sum and back in again. */
async function scoreByKeys(page: Page, question: Question, withStanding: boolean): Promise<void> {
  await expect(page.getByRole('heading', { name: new RegExp(`^${question.number.replace('.', '\\.')} `) })).toBeVisible();
  await page.keyboard.press('Escape');
  const grid = page.getByRole('grid');
  await expect(grid.locator('button:focus')).toHaveCount(1);
  await expectFocusRing(grid.locator('button:focus'));
  for (const key of keysOf(question)) await page.keyboard.press(key);
  const count = judgementKeys(question).length;
  await expect(page.getByText(`${count} av ${count} bedömda`)).toBeVisible();
  if (!withStanding) return;
  await page.keyboard.press('i');
  await expect(page.getByLabel('Motivering')).toBeFocused();
  await expect(page.getByRole('radio', { name: /^Kan inte bedöma/ })).toBeChecked();
  await page.keyboard.type('Underlaget kom sent');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await expect(page.getByRole('radio', { name: 'Bedömd' })).toBeChecked();
  await expect(page.getByText(`${count} av ${count} bedömda`)).toBeVisible();
  await expect(page.getByLabel('Motivering')).toHaveValue('Underlaget kom sent');
}

/** F writes a proposal, Tab walks its fields, Enter sends; G approves on the other screen. */
async function proposeAndApprove({ id, evaluators }: Cast, numbers: readonly string[]): Promise<void> {
  const [ana, luis] = evaluators as [Cast['evaluators'][number], Cast['evaluators'][number]];
  for (const { page } of [ana, luis]) await page.goto(`/utvardering/${id}/samsyn/1.1`);
  await expect(ana.page.getByText('kan inte bedöma').first()).toBeVisible();
  expect(numbers.length).toBeGreaterThan(3);
  await ana.page.keyboard.press('f');
  const value = ana.page.getByLabel('Gemensam bedömning, procent');
  await expect(value).toBeFocused();
  await expectFocusRing(value);
  await ana.page.keyboard.type('45,5');
  await ana.page.keyboard.press('Tab');
  await expect(ana.page.getByLabel('Text till rapporten')).toBeFocused();
  await ana.page.keyboard.type('Arbetssättet är beskrivet.');
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.press('Space');
  await expect(ana.page.getByLabel('Olika underlag')).toBeChecked();
  await ana.page.keyboard.press('Tab');
  await ana.page.keyboard.type('Luis hade ingen intervju.');
  await ana.page.keyboard.press('Tab');
  const send = ana.page.getByRole('button', { name: 'Föreslå', exact: true });
  await expect(send).toBeFocused();
  await expectFocusRing(send);
  await ana.page.keyboard.press('Enter');

  await expect(luis.page.getByText('Förslag från Ana').first()).toBeVisible();
  await luis.page.keyboard.press('g');
  for (const { page } of [ana, luis]) await expect(page.getByText('Så blev ni eniga').first()).toBeVisible();
  await luis.page.keyboard.press('j');
  await expect(luis.page).not.toHaveURL(/samsyn\/1\.1$/);
}
