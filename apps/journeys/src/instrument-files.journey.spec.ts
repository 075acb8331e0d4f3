import fs from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { instruments } from '@samsyn/contract';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { coordinator, say, type AtWork } from './people-at-work';

const questionsSheet = 'xl/worksheets/sheet3.xml';
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The workbook with cells of its sheet of questions rewritten, as somebody does at their desk. */
function rewritten(bytes: Buffer, cells: Readonly<Record<string, string>>): Buffer {
  const parts = unzipSync(new Uint8Array(bytes));
  const sheet = Object.entries(cells).reduce((text, [cell, value]) => text.replace(new RegExp(`<c r="${cell}"[^>]*?(/>|>.*?</c>)`), `<c r="${cell}" t="inlineStr"><is><t>${value}</t></is></c>`), strFromU8(parts[questionsSheet] ?? new Uint8Array()));
  return Buffer.from(zipSync({ ...parts, [questionsSheet]: strToU8(sheet) }));
}

async function drafted(by: AtWork): Promise<string> {
  const { draft } = await say(by, instruments.begin, {}, { basedOn: 'kk-2016-v2', body: null });
  await by.page.goto(`/modeller/utkast/${draft}`);
  await expect(by.page.getByRole('heading', { level: 2, name: 'Modellen' })).toBeVisible();
  return draft;
}

const choose = (page: Page, buffer: Buffer, name = 'modell.xlsx', mimeType = workbook): Promise<void> => page.getByLabel('Välj fil').setInputFiles({ name, mimeType, buffer });

test('a workbook with faults is refused row by row; mended, it shows what it changes and is taken in; undo brings the draft back', async ({ browser }) => {
  const karin = await coordinator(browser);
  const { page } = karin;
  const draft = await drafted(karin);
  const before = (await say(karin, instruments.draft, { draft })).body;
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'XLSX' }).click()]);
  const bytes = fs.readFileSync(await file.path());
  await page.getByRole('button', { name: 'Importera fil' }).click();
  const dialog = page.getByRole('dialog');
  const take = dialog.getByRole('button', { name: 'Ersätt utkastets innehåll' });

  await choose(page, bytes);
  await expect(dialog.getByText('Filen säger detsamma som utkastet.')).toBeVisible();
  await expect(take).toHaveCount(0);

  await choose(page, rewritten(bytes, { G2: 'femton', A4: '99' }));
  await expect(dialog.getByText('2 ställen att rätta i filen. Ingenting är ändrat.')).toBeVisible();
  const rows = dialog.getByRole('region', { name: 'Ställen att rätta' }).getByRole('row');
  await expect(rows.nth(1)).toHaveText('Frågor2MaxpoängHär står ”femton”.Skriv ett tal.');
  await expect(rows.nth(2)).toHaveText('Frågor4OmrådeOmråde ”99” finns inte i bladet Områden.Rätta numret eller lägg till området där.');
  await expect(take).toHaveCount(0);

  // The file is mended and saved under the same name.
  await choose(page, rewritten(bytes, { C2: 'Hur arbetar kommunen med sin demokrati?' }));
  await expect(dialog.getByText('Filen går att läsa: 8 områden, 45 frågor')).toBeVisible();
  await expect(dialog.getByRole('region', { name: 'Skillnader' })).toContainText('1 skillnad');
  await expect(dialog.getByRole('row', { name: /1\.1.*Titel, svenska/ })).toContainText('Hur arbetar kommunen med sin demokrati?');
  expect((await say(karin, instruments.draft, { draft })).body).toEqual(before);
  await take.click();
  await expect(page.getByText('Filen har ersatt utkastets innehåll.')).toBeVisible();
  await expect(page.getByText(/^Sparat \d\d\.\d\d/)).toBeVisible();
  expect((await say(karin, instruments.draft, { draft })).body.areas[0]?.questions[0]?.title.sv).toBe('Hur arbetar kommunen med sin demokrati?');
  await page.getByRole('button', { name: 'Ångra' }).first().click();
  await expect.poll(async () => (await say(karin, instruments.draft, { draft })).body.areas[0]?.questions[0]?.title.sv).toBe(before.areas[0]?.questions[0]?.title.sv);

  // A JSON file that can be read says beforehand what keeps it from being published.
  const short = { ...before, areas: before.areas.map((area, at) => (at === 0 ? { ...area, questions: area.questions.slice(1) } : area)) };
  await page.getByRole('button', { name: 'Importera fil' }).click();
  await choose(page, Buffer.from(JSON.stringify(short)), 'modell.json', 'application/json');
  await expect(dialog.getByText(/Modellen i filen har \d+ fel att rätta före publicering/)).toBeVisible();
  await expect(dialog.getByRole('row', { name: /^Område 1/ }).first()).toContainText('De ska vara 100.');
  await choose(page, Buffer.alloc(6_200_000), 'stor.xlsx');
  await expect(dialog.getByText('Filen är 6 MB. Högst 5 MB går att läsa in.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Avbryt' }).click();
  await karin.context.close();
});

test('a draft open in two browsers: the one who comes second sees both versions, has lost nothing, and chooses', async ({ browser }) => {
  const [karin, per] = [await coordinator(browser), await coordinator(browser)];
  const draft = await drafted(karin);
  const revision = (person: AtWork) => person.page.getByLabel('Revision');
  const stored = async (): Promise<string> => (await say(karin, instruments.draft, { draft })).body.revision;
  per.page.on('dialog', (asked) => void asked.accept());
  await per.page.goto(`/modeller/utkast/${draft}`);
  await expect(revision(per)).toBeVisible();
  await revision(karin).fill('2016, Karins');
  await expect.poll(stored).toBe('2016, Karins');

  await revision(per).fill('2016, Pers');
  const both = per.page.getByRole('region', { name: 'Båda versionerna' });
  await expect(both.getByRole('row', { name: /Revision/ })).toContainText('2016, Karins');
  await expect(both.getByRole('row', { name: /Revision/ })).toContainText('2016, Pers');
  await expect(revision(per)).toHaveValue('2016, Pers');
  expect(await stored()).toBe('2016, Karins');
  // Neither going on typing nor a reload of the page loses or overwrites anything.
  await revision(per).fill('2016, Pers igen');
  await per.page.reload();
  await expect(revision(per)).toHaveValue('2016, Pers igen');
  await expect(both).toContainText('2016, Karins');
  expect(await stored()).toBe('2016, Karins');

  await per.page.getByRole('button', { name: 'Behåll min version' }).click();
  await expect(both).toHaveCount(0);
  await expect.poll(stored).toBe('2016, Pers igen');
  await per.page.getByRole('button', { name: 'Ångra' }).first().click();
  await expect.poll(stored).toBe('2016, Karins');

  // Karin's page has not heard of it: now hers is the second.
  await revision(karin).fill('2016, Karins nya');
  await karin.page.getByRole('button', { name: /^Ta .*version/ }).click();
  await expect(revision(karin)).toHaveValue('2016, Karins');
  await karin.page.getByRole('button', { name: 'Ångra' }).first().click();
  await expect.poll(stored).toBe('2016, Karins nya');
  await Promise.all([karin, per].map(({ context }) => context.close()));
});
