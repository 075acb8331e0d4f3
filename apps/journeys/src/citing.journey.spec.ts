import { expect, test, type Page } from '@playwright/test';
import { documents, scoring } from '@samsyn/contract';
import { pdfOf } from '@samsyn/samples';
import { castOf, goodbye, type Cast } from './cast';
import { handIn } from './hand-in';
import { phone, say, type AtWork } from './people-at-work';

const pages = [
  'Budget 2026\nKommunens verksamhetsplan',
  'Inledning\nVision och uppdrag för Granvik.',
  'Från vision till mål\nNämnderna ska bi-\ndra till samtliga mål.\nVarje nämnd beslutar själv.',
  'Uppföljning\nÄldreomsorgen redovisas per april och augusti.',
];
/** Two pages with the same head and a numbered foot; a sentence, and a word in it, run from the one to the other. */
const running = [['', ...Array<string>(48).fill(''), 'Målen följs upp av full-', ''], ['', 'mäktige och varje år.', ...Array<string>(49).fill('')]].map((lines, at) => ['Kommunens översikt 2026', ...lines, `Sida ${at + 1} av 2`].join('\n'));
const quotation = 'Nämnderna ska bidra till samtliga mål.';

/** Selects from the first of these pieces of drawn text to the last, as dragging the pointer does. */
const select = (page: Page, from: string, to: string): Promise<void> =>
  page.evaluate(([first = '', last = '']) => {
    const spans = [...document.querySelectorAll('.pdf-text span')];
    const [begin, end] = [first, last].map((text) => spans.find((span) => span.textContent?.includes(text) && span.childElementCount === 0));
    if (!begin || !end) throw new Error('no such text');
    const range = document.createRange();
    range.setStart(begin, 0);
    range.setEnd(end, end.childNodes.length);
    document.getSelection()?.removeAllRanges();
    document.getSelection()?.addRange(range);
  }, [from, to]);

const reader = (id: string, version: string): string => `/utvardering/${id}/underlag/las/${version}`;
let cast: Cast;
let first: { document: string; version: string };

test.beforeAll(async ({ browser }) => {
  cast = await castOf(browser, { others: [{ name: 'Maria Nyström', role: 'contact' }] });
  first = await handIn(cast.others[0] as AtWork, cast.id, 'Budget 2026.pdf', pdfOf(pages));
});
test.afterAll(() => goodbye(cast));

test('a passage is cited into the own draft, and opened again from the sheet with page and words marked', async () => {
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  const { page } = ana;
  await test.step('reads and cites', async () => {
    await page.goto(reader(cast.id, first.version));
    await page.getByLabel('Gå till sida').fill('3');
    await page.getByLabel('Gå till sida').press('Enter');
    await expect(page.locator('[data-page="3"] .pdf-text')).toContainText('samtliga mål');
    await select(page, 'Nämnderna ska', 'samtliga mål');
    const bar = page.getByRole('region', { name: 'Belägg av det markerade' });
    await expect(bar).toContainText(quotation);
    await bar.getByLabel('Fråga').selectOption('3.2');
    await bar.getByRole('button', { name: 'Belägg för 3.2' }).click();
    await expect(bar).toContainText('Tillagt som belägg för 3.2.');
    await expect(bar).toContainText('Sparat');
  });

  await test.step('the draft holds version, page and words; a colleague sees none of it', async () => {
    const evidenceOf = async (person: AtWork): Promise<unknown> => (await say(person, scoring.sheet, { id: cast.id })).questions.find(({ question }) => question === '3.2')?.sheet.evidence;
    expect(await evidenceOf(ana)).toMatchObject([{ kind: 'document', cited: { document: first.document, version: first.version, page: 3, quote: quotation } }]);
    expect(await evidenceOf(luis)).toEqual([]);
    const own = async (person: AtWork): Promise<number | undefined> => (await say(person, documents.coverage, { id: cast.id })).rows.find(({ number }) => number === '3.2')?.own?.document;
    expect([await own(ana), await own(luis)]).toEqual([1, 0]);
  });

  const second = await handIn(cast.others[0] as AtWork, cast.id, 'Budget 2026 ny.pdf', pdfOf(['En helt annan budget.']), first.document);
  expect(second.version).not.toBe(first.version);

  await test.step('B opens the version that was cited beside the sheet', async () => {
    await page.goto(`/utvardering/${cast.id}/poangark/3.2`);
    await expect(page.getByRole('link', { name: /Budget 2026.*s\. 3/ })).toBeVisible();
    await page.getByRole('heading', { name: /^3\.2 / }).focus();
    await page.keyboard.press('b');
    const sources = page.getByRole('region', { name: 'Källor', exact: true });
    await expect(sources.locator('mark.cited').first()).toBeVisible();
    await expect(sources.locator('[data-page="3"] mark.cited')).toHaveText(['Nämnderna ska bi', 'dra till samtliga mål.']);
    await expect(sources.getByText('Nyare version finns. Här visas version 1.')).toBeVisible();
    await sources.locator('mark.cited').first().press('Escape');
    await expect(page.getByRole('textbox', { name: /3\.2|procent/i }).first()).toBeFocused();
  });

  await test.step('P searches beside the sheet; the keyboard follows into what is opened, and the words stay when the pane is closed', async () => {
    await page.goto(`/utvardering/${cast.id}/poangark/3.2`);
    const [heading, sources, field] = [page.getByRole('heading', { name: /^3\.2 / }), page.getByRole('region', { name: 'Källor', exact: true }), page.getByRole('searchbox', { name: 'Sök i allt underlag' })];
    await heading.focus();
    await page.keyboard.press('p');
    await expect(field).toBeFocused();
    await page.keyboard.type('helt annan');
    await expect(sources.locator('a.hit')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(sources.getByRole('region', { name: /^Innehållet i / })).toBeFocused();
    await page.keyboard.press('Escape');
    await sources.getByRole('button', { name: 'Stäng källorna' }).click();
    await expect(sources).toHaveCount(0);
    await heading.focus();
    await page.keyboard.press('p');
    await expect(field).toBeFocused();
    await expect(field).toHaveValue('helt annan');
  });

  await test.step('a passage over the end of a page is cited whole, without what runs on every page, and marked on both', async () => {
    const { version } = await handIn(cast.others[0] as AtWork, cast.id, 'Översikt.pdf', pdfOf(running));
    await page.goto(`${reader(cast.id, version)}?fran=3.3`);
    await expect(page.locator('[data-page="2"] .pdf-text')).toContainText('varje år');
    await select(page, 'Målen följs', 'varje år');
    const bar = page.getByRole('region', { name: 'Belägg av det markerade' });
    await expect(bar).toContainText('Målen följs upp av fullmäktige och varje år.');
    await expect(bar).toContainText('Översikt, s. 1–2');
    await bar.getByRole('button', { name: 'Belägg för 3.3' }).click();
    await expect(bar).toContainText('Sparat');
    await page.goto(`/utvardering/${cast.id}/poangark/3.3`);
    await page.getByRole('heading', { name: /^3\.3 / }).focus();
    await page.keyboard.press('b');
    await expect(page.locator('mark.cited')).toHaveText(['Målen följs upp av full', 'mäktige och varje år.']);
    await expect(page.getByText(/^Bara början/)).toHaveCount(0);
  });

  await test.step('on a narrow screen it is a page of its own, with the way back', async () => {
    await page.setViewportSize({ width: 1100, height: 800 });
    await page.goto(`/utvardering/${cast.id}/poangark/3.2`);
    await page.getByRole('link', { name: /Budget 2026.*s\. 3/ }).click();
    await expect(page.locator('[data-page="3"] mark.cited').first()).toBeVisible();
    await page.getByRole('link', { name: 'Tillbaka till 3.2' }).click();
    await expect(page).toHaveURL(/poangark\/3\.2$/);
  });
});

test('on a phone and by the keyboard alone: search, read as text, cite', async () => {
  const [, luis] = cast.evaluators as [AtWork, AtWork];
  const { page } = luis;
  const { version } = await handIn(cast.others[0] as AtWork, cast.id, 'Omsorgsplan.pdf', pdfOf(pages));
  await page.setViewportSize(phone);
  await page.goto(`/utvardering/${cast.id}/underlag/sok`);
  await expect(page.getByRole('searchbox', { name: 'Sök i allt underlag' })).toBeFocused();
  await page.keyboard.type('omsorg');
  await expect(page.getByRole('heading', { name: /Omsorgsplan/ })).toBeVisible();
  await expect(page.locator('mark', { hasText: /omsorg/i }).first()).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`las/${version}\\?.*s=4`));
  await expect(page.locator('[data-page="4"] mark.cited').first()).toBeVisible();
  await page.getByRole('button', { name: 'Som text' }).press('Enter');
  const text = page.getByLabel('Texten på sida 4');
  await expect(text).toHaveValue(/Äldreomsorgen/);
  await text.focus();
  await page.keyboard.press('Control+a');
  const cite = page.getByRole('button', { name: /^Belägg för/ });
  await expect(page.getByRole('region', { name: 'Belägg av det markerade' })).toContainText('Äldreomsorgen redovisas');
  await page.getByLabel('Fråga').selectOption('2.1');
  await cite.press('Enter');
  await expect(page.getByText('Tillagt som belägg för 2.1.', { exact: true }).first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth)).toBe(true);
});

test('the coverage board says in words what is missing, and shows own evidence to its owner alone', async () => {
  const { page } = cast.karin;
  await page.goto(`/utvardering/${cast.id}/tackning`);
  await page.getByRole('button', { name: /Saknar underlag/ }).click();
  const row = page.getByRole('row', { name: /^3\.2 / });
  await expect(row).toContainText('Inget slag');
  await expect(page.getByRole('columnheader', { name: 'Dina belägg' })).toHaveCount(0);
  await expect(page.getByText('Frågor som inget begärt underlag hör till:')).toBeVisible();
});
