import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { castOf, draft, scored, settled, signed, type Cast } from './cast';
import { desk, phone, type AtWork } from './people-at-work';

test.setTimeout(240_000);
// Some seventy visits: a recording of each would take longer than the visit.
test.use({ trace: 'off' });

interface Stage {
  /** Judged in percent, some questions open. */
  readonly scoring: Cast;
  /** Judged on dimensions, nothing written yet. */
  readonly grids: Cast;
  readonly locked: Cast;
}
let stage: Stage;

test.beforeAll(async ({ browser }) => {
  const scoring = await castOf(browser, { policy: { revealUnit: 'question' } });
  await scored(scoring, [{ '1.1': '20', '1.2': '50', '1.3': '40' }, { '1.1': '80', '1.2': '50', '1.3': '60' }]);
  await draft(scoring.evaluators[0] as AtWork, scoring.id, { '2.1': '45' }, 'Påbörjad.');
  const locked = await castOf(browser, { municipality: { code: null, name: 'Ekhamn' } });
  await settled(locked);
  await signed(locked);
  stage = { scoring, locked, grids: await castOf(browser, { policy: { judging: 'dimensions' } }) };
});

/** Every page, and what is waited for there. `who` visits it. */
const pages = (): { name: string; path: string; who: 'guest' | 'ana' | 'karin' | 'reader' }[] => [
  { name: 'start', path: '/', who: 'guest' },
  { name: 'logga in', path: '/logga-in', who: 'guest' },
  { name: 'spent link', path: '/lank/finns-inte-alls-som-lank', who: 'guest' },
  { name: 'arkiv', path: '/arkiv', who: 'guest' },
  { name: 'arkiv, en utvärdering', path: '/arkiv/se-norsjo-2015', who: 'guest' },
  { name: 'nothing here', path: '/finns-inte', who: 'guest' },
  { name: 'mina utvärderingar', path: '/utvarderingar', who: 'karin' },
  { name: 'ny utvärdering', path: '/utvarderingar/ny', who: 'karin' },
  { name: 'konto', path: '/konto', who: 'karin' },
  { name: 'översikt', path: `/utvardering/${stage.scoring.id}`, who: 'ana' },
  { name: 'inställningar', path: `/utvardering/${stage.scoring.id}/installningar`, who: 'karin' },
  { name: 'poängark i procent', path: `/utvardering/${stage.scoring.id}/poangark/2.1`, who: 'ana' },
  { name: 'poängark i dimensioner', path: `/utvardering/${stage.grids.id}/poangark/1.4`, who: 'reader' },
  { name: 'samsyn', path: `/utvardering/${stage.scoring.id}/samsyn/1.1`, who: 'ana' },
  { name: 'lås', path: `/utvardering/${stage.scoring.id}/las`, who: 'ana' },
  { name: 'handelselogg', path: `/utvardering/${stage.scoring.id}/handelselogg`, who: 'ana' },
];
const lockedPages = (): { name: string; path: string }[] => [
  { name: 'rapport', path: `/utvardering/${stage.locked.id}/rapport` },
  { name: 'låst', path: `/utvardering/${stage.locked.id}/las` },
];

async function visitorsOf(browser: Browser, options: Parameters<Browser['newContext']>[0]): Promise<Record<string, Page> & { close: () => Promise<void> }> {
  const contexts: BrowserContext[] = [];
  const open = async (of?: AtWork): Promise<Page> => {
    const context = await browser.newContext({ ...options, ...(of ? { storageState: await of.context.storageState() } : {}) });
    contexts.push(context);
    return context.newPage();
  };
  return {
    guest: await open(), ana: await open(stage.scoring.evaluators[0]), karin: await open(stage.scoring.karin), reader: await open(stage.grids.evaluators[0]), locker: await open(stage.locked.evaluators[0]),
    close: async () => void (await Promise.all(contexts.map((context) => context.close()))),
  } as unknown as Record<string, Page> & { close: () => Promise<void> };
}

async function arrivedAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByRole('heading').first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
}

/** In the dark only the colours are others. */
async function faultsOf(page: Page, name: string, dark: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (dark ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 2).join('').trim()}`));
}

const everyPage = (): { name: string; path: string; who: string }[] => [...pages(), ...lockedPages().map((page) => ({ ...page, who: 'locker' }))];

for (const [look, options] of [
  ['light', { viewport: desk, colorScheme: 'light' }],
  ['dark', { viewport: desk, colorScheme: 'dark' }],
  ['light on a phone', { viewport: phone, colorScheme: 'light', hasTouch: true }],
] as const)
  test(`no page has a fault that a machine can find, ${look}`, async ({ browser }) => {
    const visitors = await visitorsOf(browser, options);
    const faults: string[] = [];
    for (const { name, path, who } of everyPage()) {
      const page = visitors[who] as Page;
      await arrivedAt(page, path);
      faults.push(...(await faultsOf(page, name, options.colorScheme === 'dark')));
    }
    expect(faults).toEqual([]);
    await visitors.close();
  });

test('no page scrolls sideways at 320 pixels, as at 400 percent', async ({ browser }) => {
  const visitors = await visitorsOf(browser, { viewport: { width: 320, height: 640 } });
  const wide: string[] = [];
  for (const { name, path, who } of everyPage()) {
    const page = visitors[who] as Page;
    await arrivedAt(page, path);
    const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (over > 0) wide.push(`${name}: ${over} px`);
  }
  expect(wide).toEqual([]);
  await visitors.close();
});
