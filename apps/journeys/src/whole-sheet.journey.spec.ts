import { expect, test, type Page } from '@playwright/test';
import { evaluations } from '@samsyn/contract';
import { judgementKeys, questionsOf, type Question } from '@samsyn/domain';
import { castOf, goodbye } from './cast';
import { say, type AtWork } from './people-at-work';

test('a whole sheet of 45 questions is scored and sealed without a mouse, and each seal can be taken back', async ({ browser }) => {
  test.setTimeout(240_000);
  const cast = await castOf(browser, { instrument: 'kk-2010', policy: { judging: 'dimensions', revealUnit: 'all' } });
  const [ana] = cast.evaluators as [AtWork];
  const { instrument } = await say(ana, evaluations.read, { id: cast.id });
  const questions = questionsOf(instrument);
  expect(questions).toHaveLength(45);
  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/poangark`);
  for (const [at, question] of questions.entries()) {
    await scoreByKeys(page, question);
    await seal(page, question, at === 0);
    if (at === 1) await undoTheFirst(page, questions);
    if (at < questions.length - 1) await page.keyboard.press('j');
  }
  await expect(page.getByText('45 av 45', { exact: false }).first()).toBeVisible();
  await goodbye(cast);
});

const headingOf = (question: Question): RegExp => new RegExp(`^${question.number.replace('.', '\\.')} `);

/** Escape leads to the grid; every cell takes one key and moves on. */
async function scoreByKeys(page: Page, question: Question): Promise<void> {
  await expect(page.getByRole('heading', { name: headingOf(question) })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('grid').locator('button:focus')).toHaveCount(1);
  const keys = judgementKeys(question);
  for (const [at] of keys.entries()) await page.keyboard.press(at === keys.length - 1 ? '+' : `${(at % 6) + 2}`);
  await expect(page.getByText(`${keys.length} av ${keys.length} bedömda`)).toBeVisible();
}

/** S asks once; its tick box, set by space, lets the rest of the day go without. */
async function seal(page: Page, question: Question, first: boolean): Promise<void> {
  await page.keyboard.press('s');
  if (first) {
    await expect(page.getByRole('dialog').getByRole('button', { name: 'Försegla', exact: true })).toBeFocused();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Shift+Tab');
    await expect(page.getByLabel('Fråga inte igen i dag')).toBeFocused();
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
  }
  await expect(page.getByText(`${question.number} är förseglad`).first()).toBeVisible();
}

/** The seal before the last one is still within its time, also after a reload; taken back it is sealed once more. */
async function undoTheFirst(page: Page, [first, second]: readonly Question[]): Promise<void> {
  if (!first || !second) throw new Error('two questions are needed');
  await page.reload();
  await expect(page.getByText(`${second.number} är förseglad`).first()).toBeVisible();
  const others = page.getByText('Kan också ångras (1)');
  await others.focus();
  await page.keyboard.press('Enter');
  const undo = page.getByRole('button', { name: new RegExp(`^Ångra ${first.number.replace('.', '\\.')}, \\d+ s`) });
  await undo.focus();
  await page.keyboard.press('Enter');
  await expect(undo).toHaveCount(0);
  await page.keyboard.press('k');
  await expect(page.getByRole('heading', { name: headingOf(first) })).toBeVisible();
  await page.keyboard.press('s');
  await expect(page.getByText(`${first.number} är förseglad`).first()).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('heading', { name: headingOf(second) })).toBeVisible();
}
