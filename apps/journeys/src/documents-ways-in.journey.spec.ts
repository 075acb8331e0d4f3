import { expect, test, type Locator, type Page } from '@playwright/test';
import { documents, type RequestView } from '@samsyn/contract';
import { docxOf, pdfOf } from '@samsyn/samples';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say, type AtWork } from './people-at-work';

const mega = 1024 * 1024;
const pdf = (name: string): Given => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(pdfOf([`${name}\nKommunens mål`])) });
const long = (name: string, size: number): Given => ({ name, mimeType: 'text/plain', buffer: Buffer.from('Mål och budget. '.repeat(Math.ceil(size / 17)).slice(0, size)) });

interface Given {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

let cast: Cast;
let requests: readonly RequestView[];
let maria: AtWork;
/** Each journey leaves what it brings with a request of its own. */
let next = 0;

test.beforeAll(async ({ browser }) => {
  cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const { requests: drafts } = await say(cast.karin, documents.fromInstrument, { id: cast.id }, { due: '2027-03-12' });
  const list = await say(cast.karin, documents.moveMany, { id: cast.id }, { requests: drafts.slice(0, 8).map(({ request }) => request), to: 'requested', reason: '' });
  requests = list.requests.filter(({ status }) => status === 'requested');
  maria = cast.others[0] as AtWork;
});
test.afterAll(() => goodbye(cast));

/** Opens the next request that nothing has been left for; answers with its heading. */
async function opened({ page }: AtWork): Promise<string> {
  const title = requests[next++]?.title.sv ?? '';
  await page.goto(`/utvardering/${cast.id}/underlag`);
  await page.getByRole('button', { name: `Lämna ${title}`, exact: true }).click();
  await expect(page.getByRole('heading', { name: title })).toBeFocused();
  return title;
}

/** The line of one file. */
const line = (page: Page, name: string): Locator => page.locator('.files > li').filter({ hasText: name });
const checked = (page: Page, name: string): Locator => line(page, name).getByText(/inte virusgranskad$/);

/** Drops or pastes these files as a browser tells the page of it. */
const give = (page: Page, where: string, kind: 'drop' | 'paste', files: readonly Given[]): Promise<void> =>
  page.locator(where).first().evaluate((zone, { kind: how, given }) => {
    const data = new DataTransfer();
    for (const { name, mimeType, bytes } of given) data.items.add(new File([Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0))], name, { type: mimeType }));
    if (how === 'paste') zone.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
    else for (const step of ['dragenter', 'dragover', 'drop']) zone.dispatchEvent(new DragEvent(step, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, { kind, given: files.map(({ name, mimeType, buffer }) => ({ name, mimeType, bytes: buffer.toString('base64') })) });

test('files are dropped, pasted, and chosen several at a time', async () => {
  const { page } = maria;
  await opened(maria);
  await test.step('dropped on the zone', async () => {
    await give(page, '.drop', 'drop', [pdf('Släppt ett.pdf'), pdf('Släppt två.pdf')]);
    for (const name of ['Släppt ett.pdf', 'Släppt två.pdf']) await expect(checked(page, name)).toBeVisible({ timeout: 20_000 });
  });
  await test.step('dropped beside the zone: the page stays, and nothing is sent', async () => {
    await give(page, 'h2', 'drop', [pdf('Bredvid.pdf')]);
    await expect(page.getByText('Bredvid.pdf')).toHaveCount(0);
    await expect(page).toHaveURL(/\/underlag$/);
  });
  await test.step('pasted', async () => {
    await give(page, 'body', 'paste', [pdf('Klistrad.pdf')]);
    await expect(checked(page, 'Klistrad.pdf')).toBeVisible({ timeout: 20_000 });
  });
  await test.step('three at once by the button, one of a kind that is not taken in', async () => {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Välj filer' }).click()]);
    expect(chooser.isMultiple()).toBe(true);
    await chooser.setFiles([pdf('Vald ett.pdf'), { name: 'Vald två.docx', mimeType: '', buffer: Buffer.from(docxOf(['# Mål', 'Text'])) }, { name: 'makro.exe', mimeType: '', buffer: Buffer.from('MZ') }]);
    for (const name of ['Vald ett.pdf', 'Vald två.docx']) await expect(checked(page, name)).toBeVisible({ timeout: 20_000 });
    await expect(line(page, 'makro.exe')).toContainText('Den filtypen tas inte emot.');
  });
  await page.getByRole('button', { name: 'Lämna in 5 filer' }).click();
  await expect(page.getByText('Granskas', { exact: true })).toBeVisible();
});

test('a line that breaks, and a server that is away, are waited for: the upload goes on where it was', async () => {
  const { page, context } = maria;
  await opened(maria);
  const begun: string[] = [];
  const offsets: number[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/api/uploads')) begun.push(request.url());
    if (request.method() === 'PATCH') offsets.push(Number(request.headers()['upload-offset']));
  });
  // Every piece after the first is lost on the way, as behind a server that is being restarted.
  await page.route('**/api/uploads/*', (route) => (Number(route.request().headers()['upload-offset'] ?? 0) > 0 ? route.abort('connectionreset') : route.continue()));
  await page.getByLabel('Välj filer').last().setInputFiles(long('Stor plan.txt', 10 * mega));
  await expect(page.getByText(/^Väntar på nät vid \d+ %/)).toBeVisible({ timeout: 20_000 });
  await context.setOffline(true);
  await page.unroute('**/api/uploads/*');
  await expect(page.getByText(/^Väntar på nät vid \d+ %/)).toBeVisible();
  await context.setOffline(false);
  await expect(checked(page, 'Stor plan.txt')).toBeVisible({ timeout: 40_000 });
  expect(begun).toHaveLength(1);
  expect(offsets.filter((offset) => offset === 0)).toHaveLength(1);
});

test('on a phone a picture is taken by the camera and handed in, without scrolling sideways', async () => {
  const { page } = maria;
  await page.setViewportSize(phone);
  await opened(maria);
  const camera = page.getByLabel('Fotografera').last();
  await expect(page.getByRole('button', { name: 'Fotografera' })).toBeVisible();
  await expect(camera).toHaveAttribute('accept', 'image/*');
  await expect(camera).toHaveAttribute('capture', 'environment');
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  await camera.setInputFiles({ name: 'image.png', mimeType: 'image/png', buffer: picture });
  await expect(checked(page, 'image.png')).toBeVisible({ timeout: 20_000 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  const small = await page.locator('main button:visible, main a.btn:visible').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent));
  expect(small).toEqual([]);
  await page.getByRole('button', { name: /^Lämna in/ }).click();
  await expect(page.getByText('Granskas', { exact: true }).first()).toBeVisible();
});

test('by the keyboard alone: a wrong file is taken away again, another is chosen, and all is handed in', async () => {
  const { page } = maria;
  await page.setViewportSize({ width: 1440, height: 900 });
  const title = requests[next++]?.title.sv ?? '';
  await page.goto(`/utvardering/${cast.id}/underlag`);
  const reach = async (name: string | RegExp): Promise<void> => {
    const wanted = page.getByRole('button', { name }).first();
    await wanted.waitFor();
    for (let stops = 0; stops < 80; stops++) {
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`cannot reach ${String(name)}`);
  };
  const choose = async (file: Given): Promise<void> => {
    await reach('Välj filer');
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(file);
    await expect(checked(page, file.name)).toBeVisible({ timeout: 20_000 });
  };
  await reach(`Lämna ${title}`);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: title })).toBeFocused();
  await choose(pdf('Fel fil.pdf'));
  await reach(/^Ta bort/);
  await page.keyboard.press('Enter');
  await reach('Ja, ta bort');
  await page.keyboard.press('Enter');
  await expect(line(page, 'Fel fil.pdf')).toHaveCount(0);
  await choose(pdf('Rätt fil.pdf'));
  await reach(/^Lämna in/);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Det här behöver ni lämna' })).toBeFocused();
});
