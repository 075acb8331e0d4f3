import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import path from 'node:path';
import readline from 'node:readline';
import { expect, test, type Browser } from '@playwright/test';
import { evaluations, requestHeader, scoring } from '@samsyn/contract';
import { defaultPolicy } from '@samsyn/domain';
import { castOf, goodbye } from './cast';
import { desk, say, type AtWork } from './people-at-work';

const stored = async (person: AtWork, id: string): Promise<string[]> =>
  (await say(person, scoring.sheet, { id })).questions.filter(({ sheet }) => sheet.percent !== null).map(({ question, sheet }) => `${question} ${sheet.percent} ${sheet.rationale}`);

test('without network the writing goes on, the queue is seen, and everything is saved when the network is back', async ({ browser }) => {
  const cast = await castOf(browser);
  const [ana] = cast.evaluators as [AtWork, AtWork];
  const { page } = ana;
  await page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await expect(page.getByLabel('Bedömning, procent')).toBeVisible();
  await expect(page.getByText('Uppkopplad').first()).toBeVisible();
  await ana.context.setOffline(true);
  await expect(page.getByText('Utan nät').first()).toBeVisible();
  for (const [number, percent] of [['1.1', '42,5'], ['1.2', '35']] as const) {
    await page.getByLabel('Bedömning, procent').fill(percent);
    await page.getByLabel('Motivering').fill(`Skrivet utan nät i ${number}.`);
    await page.getByLabel('Motivering').blur();
    await page.keyboard.press('j');
    await expect(page).not.toHaveURL(new RegExp(`${number.replace('.', '\\.')}$`));
  }
  await expect(page.getByText('4 ändringar väntar på den här datorn.')).toBeVisible();
  await expect(page.getByText(/Ingen uppkoppling sedan \d\d\.\d\d/)).toBeVisible();
  await page.getByRole('button', { name: 'Visa kön' }).click();
  const queue = page.getByRole('dialog');
  await expect(queue.getByRole('row')).toHaveCount(4);
  await expect(queue).toContainText('Skrivet utan nät i 1.1.');
  const [file] = await Promise.all([page.waitForEvent('download'), queue.getByRole('button', { name: 'Spara kön som fil' }).click()]);
  expect(file.suggestedFilename()).toMatch(/\.(json|csv|txt)$/);
  await queue.getByRole('button', { name: 'Stäng' }).click();

  await ana.context.setOffline(false);
  await expect(page.getByText('ändringar väntar på den här datorn.')).toHaveCount(0, { timeout: 20_000 });
  await expect(page.getByText('Uppkopplad').first()).toBeVisible();
  expect(await stored(ana, cast.id)).toEqual(['1.1 42.5 Skrivet utan nät i 1.1.', '1.2 35 Skrivet utan nät i 1.2.']);
  await goodbye(cast);
});

/** A server of this journey's own, which can be killed. */
class OwnProduct {
  private readonly child: ChildProcessWithoutNullStreams = spawn('node', ['tools/test/own-product.mjs'], { cwd: path.resolve(import.meta.dirname, '../../..') });
  private readonly lines = readline.createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();

  /** The next line it says, which is its answer to the last word. */
  async said(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('the own product has ended');
    const line = value as string;
    return /^(READY|KILLED)/.test(line) ? line : this.said();
  }

  async tell(word: 'kill' | 'start'): Promise<string> {
    this.child.stdin.write(`${word}\n`);
    return this.said();
  }

  async end(): Promise<void> {
    const ended = new Promise((done) => this.child.once('exit', done));
    this.child.stdin.end();
    await ended;
  }
}

/** Signs demo persons in at another address than the other journeys'. */
async function arriveAt(browser: Browser, baseURL: string, name: string, mayCreate: boolean): Promise<AtWork & { email: string }> {
  const context = await browser.newContext({ viewport: desk, baseURL });
  const email = `${name.toLowerCase()}@own.example`;
  const answer = await context.request.post('/api/demo/people', { headers: { [requestHeader]: '1' }, data: { email, name, organisation: 'Granvik', role: 'evaluator', note: '', mayCreate } });
  const { link } = (await answer.json()) as { link: string };
  await context.request.post('/api/sign-in/token', { headers: { [requestHeader]: '1' }, data: { token: link.split('/').at(-1) } });
  return { name, email, context, page: await context.newPage() };
}

test('the server is killed under two open screens: after its return they catch up without a reload, and nothing is lost', async ({ browser }) => {
  const product = new OwnProduct();
  try {
    const url = (await product.said()).replace('READY ', '');
    const [karin, ana, luis] = await Promise.all([arriveAt(browser, url, 'Karin', true), arriveAt(browser, url, 'Ana', false), arriveAt(browser, url, 'Luis', false)]);
    const { evaluation: { id } } = await say(karin, evaluations.create, {}, {
      municipality: { code: null, name: 'Granvik' }, year: 2026, instrument: 'kk-2010', policy: { ...defaultPolicy, judging: 'percent', revealUnit: 'question' }, openScoring: true,
      members: [ana, luis].map(({ name, email }) => ({ name, email, organisation: 'Granvik', role: 'evaluator' as const })),
    });
    for (const person of [ana, luis]) {
      await say(person, evaluations.declare, { id }, { conflict: false, text: '' });
      await person.page.goto(`/utvardering/${id}/poangark/1.1`);
      await person.page.getByLabel('Bedömning, procent').fill(person === ana ? '40' : '60');
      await person.page.getByLabel('Bedömning, procent').blur();
      await expect(person.page.getByText(/Sparat \d\d\.\d\d/).first()).toBeVisible();
    }
    await say(luis, scoring.seal, { id }, { questions: ['1.1'] });
    await luis.page.goto(`/utvardering/${id}/samsyn`);
    await expect(luis.page.getByText('Inget är öppnat än')).toBeVisible();
    for (const { page } of [ana, luis]) await page.evaluate(() => Object.assign(window, { sameVisit: true }));

    expect(await product.tell('kill')).toBe('KILLED');
    await expect(ana.page.getByText('Ansluter').first()).toBeVisible();
    await ana.page.getByLabel('Motivering').fill('Skrivet medan servern låg nere.');
    await ana.page.getByLabel('Motivering').blur();
    await expect(ana.page.getByText('1 ändring väntar på den här datorn.')).toBeVisible();
    expect(await product.tell('start')).toBe(`READY ${url}`);

    await expect(ana.page.getByText('ändring väntar på den här datorn.')).toHaveCount(0, { timeout: 20_000 });
    for (const { page } of [ana, luis]) await expect(page.getByText('Uppkopplad').first()).toBeVisible({ timeout: 15_000 });
    expect(await stored(ana, id)).toEqual(['1.1 40 Skrivet medan servern låg nere.']);
    // The socket works again too: Ana's seal opens Luis' board by itself.
    await say(ana, scoring.seal, { id }, { questions: ['1.1'] });
    await expect(luis.page.getByText('40,0 %').first()).toBeVisible();
    for (const { page } of [ana, luis]) expect(await page.evaluate(() => 'sameVisit' in window)).toBe(true);
    await Promise.all([karin, ana, luis].map(({ context }) => context.close()));
  } finally {
    await product.end();
  }
});
