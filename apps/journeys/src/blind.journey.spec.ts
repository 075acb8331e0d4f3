import { expect, test, type Page } from '@playwright/test';
import { consensus, evaluations, scoring } from '@samsyn/contract';
import { castOf, draft, goodbye, seal, type Cast } from './cast';
import { say, type AtWork } from './people-at-work';

test.setTimeout(240_000);

const marks = { typed: 'KORNBLIXT', sealed: 'NORRSKEN', last: 'VINTERGATA' };
/** What must never reach Ana: Luis' words and figures, as any part of the product would write them. */
const secrets = [...Object.values(marks), '73.7', '73,7', '737/10', '88.9', '88,9', '889/10'];

/** Everything a page is sent over HTTP and socket from now on. */
class Wiretap {
  readonly frames: string[] = [];
  readonly answers: Promise<string>[] = [];

  listen(page: Page): void {
    page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => this.frames.push(String(payload))));
    page.on('response', (response) => {
      if (response.url().includes('/api/')) this.answers.push(response.text().catch(() => ''));
    });
  }

  /** Frames that say anything: without the pings, the handshakes and who is here. */
  get said(): string[] {
    return this.frames.filter((frame) => frame.startsWith('42'));
  }
}

async function expectNoSecret(tap: Wiretap, pages: readonly Page[]): Promise<void> {
  const shown = await Promise.all(pages.map((page) => page.evaluate(() => document.documentElement.outerHTML)));
  const heard = [...tap.frames, ...(await Promise.all(tap.answers)), ...shown].join('\n');
  expect(secrets.filter((secret) => heard.includes(secret))).toEqual([]);
}

const countOf = async (person: AtWork, id: string, whom: string): Promise<number | undefined> => {
  const { members, progress } = await say(person, evaluations.read, { id });
  return progress.find((one) => one.person === members.find(({ name, role }) => name === whom && role === 'evaluator')?.person)?.sealed;
};

/** Waits until at least `seconds` of the current minute are left. */
async function withTimeLeft(seconds: number): Promise<void> {
  const left = 60 - (Date.now() / 1000) % 60;
  if (left < seconds) await new Promise((done) => setTimeout(done, left * 1000 + 500));
}

test('Ana sees nothing of what Luis drafts and seals but the counter on the full minute; then both screens open at once', async ({ browser }) => {
  const cast = await castOf(browser, { policy: { revealUnit: 'question' } });
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  const { tap, pages } = await openEverywhere(cast, ana);
  const [sheet, , overview] = pages as [Page, Page, Page, Page];

  await withTimeLeft(25);
  const before = tap.said.length;
  await luis.page.goto(`/utvardering/${cast.id}/poangark/1.2`);
  await luis.page.getByLabel('Bedömning, procent').fill('73,7');
  await luis.page.getByLabel('Motivering').fill(`${marks.typed} syns i protokollen.`);
  await luis.page.getByLabel('Motivering').blur();
  await expect(luis.page.getByText(/Sparat \d\d\.\d\d/).first()).toBeVisible();
  await draft(luis, cast.id, { '1.3': '88.9' }, marks.sealed);
  await seal(luis, cast.id, ['1.3']);

  // Read again what a curious person would read again. Nothing has moved.
  for (const page of pages) await page.reload();
  expect(await countOf(ana, cast.id, 'Luis Holm')).toBe(0);
  const board = await say(ana, consensus.board, { id: cast.id });
  expect(board.questions.flatMap(({ voices, proposals, openedAt }) => [voices, proposals, openedAt].flat().filter(Boolean))).toEqual([]);
  await expect(sheet.locator('.team')).toContainText('0 av 45');
  expect(tap.said.slice(before).filter((frame) => frame.includes('"changed"'))).toEqual([]);
  await expectNoSecret(tap, pages);

  // On the minute the counter moves by itself, and only the counter.
  await expect(sheet.locator('.team')).toContainText('1 av 45', { timeout: 75_000 });
  const changes = tap.said.slice(before).filter((frame) => frame.includes('"changed"'));
  for (const frame of changes) expect(JSON.parse(frame.slice(2))[1].changes).toEqual([{ kind: 'progress' }]);
  await expect(overview.getByRole('img', { name: 'Luis Holm: 1 av 45 frågor förseglade' })).toBeVisible();
  await expectNoSecret(tap, pages);

  await opensAtOnce(cast, pages);
  await expectNoSecretButOpened(tap, pages);
  await goodbye(cast);
});

/** Sheet, board, overview and log, each in a tab of Ana's own. */
async function openEverywhere({ id }: Cast, ana: AtWork): Promise<{ tap: Wiretap; pages: Page[] }> {
  const tap = new Wiretap();
  const pages = [ana.page, ...(await Promise.all([1, 2, 3].map(() => ana.context.newPage())))];
  const ways = ['poangark/1.1', 'samsyn', '', 'handelselogg'];
  for (const [index, page] of pages.entries()) {
    tap.listen(page);
    await page.goto(`/utvardering/${id}/${ways[index]}`);
    await expect(page.getByText('Uppkopplad').first()).toBeVisible();
  }
  return { tap, pages };
}

/** Luis has sealed 1.5 as well, Ana seals it: her board and his open in the same moment, without a reload. */
async function opensAtOnce({ id, evaluators }: Cast, pages: readonly Page[]): Promise<void> {
  const [ana, luis] = evaluators as [AtWork, AtWork];
  await draft(luis, id, { '1.5': '61.2' }, 'Öppet när båda är klara.');
  await seal(luis, id, ['1.5']);
  await luis.page.goto(`/utvardering/${id}/samsyn`);
  await expect(luis.page.getByText('Inget är öppnat än')).toBeVisible();
  const board = pages[1] as Page;
  await expect(board.getByText('Inget är öppnat än')).toBeVisible();
  for (const page of [board, luis.page]) await page.evaluate(() => Object.assign(window, { sameVisit: true }));

  await draft(ana, id, { '1.5': '20' });
  const { opened } = await seal(ana, id, ['1.5']);
  expect(opened).toEqual(['1.5']);
  for (const page of [board, luis.page]) {
    await expect(page.getByText('61,2 %').first()).toBeVisible({ timeout: 3000 });
    await expect(page.getByText('20,0 %').first()).toBeVisible();
    expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
  }
  // What Luis sealed and Ana has not stays shut also now.
  const sheet = await say(ana, scoring.sheet, { id });
  expect(sheet.questions.filter(({ opened: open }) => open).map(({ question }) => question)).toEqual(['1.5']);
}

async function expectNoSecretButOpened(tap: Wiretap, pages: readonly Page[]): Promise<void> {
  await (pages[3] as Page).reload();
  await expect((pages[3] as Page).getByText(/händelser/).first()).toBeVisible();
  // The tap does hear: what was opened came through it.
  expect((await Promise.all(tap.answers)).join()).toContain('Öppet när båda är klara.');
  expect(tap.frames.join()).toContain('"revealed"');
  await expectNoSecret(tap, pages);
}
