import { expect, test, type CDPSession, type Locator, type Page } from '@playwright/test';
import { interviews } from '@samsyn/contract';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say } from './people-at-work';
import { withVisit } from './stage';

const firstInterview = async ({ karin, id }: Cast): Promise<string> => {
  const { plan } = await say(karin, interviews.desk, { id });
  const item = plan.items.find(({ group }) => group !== null && group === plan.groups[0]?.id);
  return `${plan.days.findIndex(({ day }) => day === item?.day)} ${item?.start}`;
};

/** A finger, as the screen feels it. */
class Finger {
  private at = { x: 0, y: 0 };

  constructor(private readonly screen: CDPSession) {}

  async down(on: Locator): Promise<void> {
    const box = await on.boundingBox();
    if (!box) throw new Error('nothing to touch');
    this.at = { x: box.x + box.width / 2, y: box.y + Math.min(20, box.height / 2) };
    await this.screen.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [this.at] });
  }

  async by(x: number, y: number, steps = 12): Promise<void> {
    const from = this.at;
    for (let step = 1; step <= steps; step++) {
      this.at = { x: from.x + (x * step) / steps, y: from.y + (y * step) / steps };
      await this.screen.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [this.at] });
    }
  }

  up(): Promise<unknown> {
    return this.screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
  }
}

const places = (page: Page): Promise<number[]> => page.evaluate(() => [Math.round(window.scrollY), Math.round(document.querySelector('sam-plan-grid')?.scrollLeft ?? 0)]);

/** Waits until nothing scrolls any more: a page that was pushed runs on by itself for a while. */
const atRest = (page: Page): Promise<void> =>
  expect.poll(async () => {
    const before = await places(page);
    await page.waitForTimeout(200);
    return `${await places(page)}` === `${before}`;
  }).toBe(true);

test('a finger that rests lifts an interview, one that moves scrolls, and nothing moves by chance', async ({ browser }) => {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  await withVisit(cast);
  const context = await browser.newContext({ viewport: phone, hasTouch: true, isMobile: true, storageState: await cast.karin.context.storageState() });
  const page = await context.newPage();
  await page.goto(`/utvardering/${cast.id}/intervjuer`);
  // On a phone the list comes first; the grid is one press away.
  await page.getByRole('button', { name: 'Rutnät' }).tap();
  const item = page.locator('[data-item]', { hasText: 'Central ledning' });
  await item.scrollIntoViewIfNeeded();
  const finger = new Finger(await context.newCDPSession(page));
  expect(await firstInterview(cast)).toBe('0 780');

  const before = await places(page);
  await finger.down(item);
  await finger.by(0, -120);
  await finger.up();
  await expect.poll(() => places(page)).not.toEqual(before);
  expect(await firstInterview(cast)).toBe('0 780');

  // Half an hour: by the height of an hour in the grid.
  const hour = await page.locator('.col').first().evaluate((column) => column.getBoundingClientRect().height / Number(getComputedStyle(column).getPropertyValue('--hours')));
  await page.evaluate(() => document.querySelector('[data-item]')?.scrollIntoView({ block: 'center' }));
  await expect(page.locator('.cal.dragging')).toHaveCount(0);
  await atRest(page);
  await finger.down(item);
  await expect(page.locator('.cal.dragging')).toHaveCount(1);
  const still = await places(page);
  await finger.by(0, hour / 2);
  expect(await places(page)).toEqual(still);
  await finger.up();
  await expect.poll(() => firstInterview(cast)).toBe('0 810');

  // To the next day, which is another column: the one it was drawn in is gone while the finger is still down.
  const [here, there] = await Promise.all([0, 1].map((at) => page.locator('.col').nth(at).boundingBox()));
  await finger.down(item);
  await expect(page.locator('.cal.dragging')).toHaveCount(1);
  await finger.by((there?.x ?? 0) - (here?.x ?? 0), 0);
  await finger.up();
  await expect.poll(() => firstInterview(cast)).toBe('1 810');
  await expect(item).toBeFocused();
  await context.close();
  await goodbye(cast);
});
