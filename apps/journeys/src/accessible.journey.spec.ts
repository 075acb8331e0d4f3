import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { desk, phone, type AtWork } from './people-at-work';
import { contactOf, evaluatorOf, stageOf, type Stage } from './stage';

test.setTimeout(240_000);
// Some hundred and fifty visits: a recording of each would take longer than the visit.
test.use({ trace: 'off' });

let stage: Stage;
test.beforeAll(async ({ browser }) => {
  stage = await stageOf(browser);
});

/** By whose session a page is visited; a guest has none. */
const sessions = {
  guest: (): undefined => undefined,
  ana: (): AtWork => evaluatorOf(stage.scoring),
  karin: (): AtWork => stage.scoring.karin,
  reader: (): AtWork => evaluatorOf(stage.grids),
  locker: (): AtWork => evaluatorOf(stage.locked),
  visitor: (): AtWork => evaluatorOf(stage.visited),
  planner: (): AtWork => stage.visited.karin,
  maria: (): AtWork => contactOf(stage.visited),
};
type Who = keyof typeof sessions;

interface Visit {
  readonly name: string;
  readonly path: string;
  readonly who: Who;
}

const at = (evaluation: string, path = ''): string => `/utvardering/${evaluation}${path && `/${path}`}`;

/** Every page, by part of the product. */
const parts: Readonly<Record<string, () => readonly Visit[]>> = {
  'the house and its evaluations': () => [
    { name: 'start', path: '/', who: 'guest' },
    { name: 'logga in', path: '/logga-in', who: 'guest' },
    { name: 'spent link', path: '/lank/finns-inte-alls-som-lank', who: 'guest' },
    { name: 'arkiv', path: '/arkiv', who: 'guest' },
    { name: 'arkiv, en utvärdering', path: '/arkiv/se-norsjo-2015', who: 'guest' },
    { name: 'nothing here', path: '/finns-inte', who: 'guest' },
    { name: 'mina utvärderingar', path: '/utvarderingar', who: 'karin' },
    { name: 'ny utvärdering', path: '/utvarderingar/ny', who: 'karin' },
    { name: 'konto', path: '/konto', who: 'karin' },
    { name: 'översikt', path: at(stage.scoring.id), who: 'ana' },
    { name: 'inställningar', path: at(stage.scoring.id, 'installningar'), who: 'karin' },
    { name: 'handelselogg', path: at(stage.scoring.id, 'handelselogg'), who: 'ana' },
  ],
  'scoring to lock': () => [
    { name: 'poängark i procent', path: at(stage.scoring.id, 'poangark/2.1'), who: 'ana' },
    { name: 'poängark i dimensioner', path: at(stage.grids.id, 'poangark/1.4'), who: 'reader' },
    { name: 'poängark med kriterier', path: at(stage.visited.id, 'poangark/1.1'), who: 'visitor' },
    { name: 'samsyn', path: at(stage.scoring.id, 'samsyn/1.1'), who: 'ana' },
    { name: 'lås', path: at(stage.scoring.id, 'las'), who: 'ana' },
    { name: 'rapport', path: at(stage.locked.id, 'rapport'), who: 'locker' },
    { name: 'låst', path: at(stage.locked.id, 'las'), who: 'locker' },
  ],
  'instruments and practice': () => [
    { name: 'modeller', path: '/modeller', who: 'karin' },
    { name: 'en modell', path: '/modeller/kk-2016-v2', who: 'karin' },
    { name: 'utkast', path: `/modeller/utkast/${stage.draft}`, who: 'karin' },
    { name: 'prova', path: `/modeller/utkast/${stage.draft}/prova`, who: 'karin' },
    { name: 'jämför', path: '/modeller/jamfor/kk-2016/kk-2016-v2', who: 'karin' },
    { name: 'övning', path: at(stage.training, 'underlag/start'), who: 'ana' },
    { name: 'övning, jämförelse', path: at(stage.training, 'underlag/jamforelse'), who: 'ana' },
    { name: 'övning, poängark', path: at(stage.training, 'poangark/1.1'), who: 'ana' },
  ],
  documents: () => [
    { name: 'underlag, samordnare', path: at(stage.visited.id, 'underlag'), who: 'planner' },
    { name: 'underlag, utvärderare', path: at(stage.visited.id, 'underlag'), who: 'visitor' },
    { name: 'underlag, kontaktperson', path: at(stage.visited.id, 'underlag'), who: 'maria' },
    { name: 'lämna genom länk', path: stage.delegated, who: 'guest' },
    { name: 'lämna, utgången länk', path: '/lamna/finns-inte-alls-som-lank', who: 'guest' },
    { name: 'självbeskrivning, skriva', path: at(stage.visited.id, 'sjalvbeskrivning'), who: 'maria' },
    { name: 'självbeskrivning, samordnare', path: at(stage.visited.id, 'sjalvbeskrivning'), who: 'planner' },
    { name: 'självbeskrivning, läsa', path: at(stage.visited.id, 'sjalvbeskrivning'), who: 'visitor' },
    { name: 'läsa och citera', path: at(stage.visited.id, `underlag/las/${stage.version}`), who: 'visitor' },
    { name: 'söka', path: at(stage.visited.id, 'underlag/sok?ord=budget'), who: 'visitor' },
    { name: 'täckning', path: at(stage.visited.id, 'tackning'), who: 'planner' },
    { name: 'täckning, utvärderare', path: at(stage.visited.id, 'tackning'), who: 'visitor' },
  ],
  'the visit': () => [
    { name: 'egna sidan', path: stage.guest, who: 'guest' },
    { name: 'egna sidan, utgången länk', path: '/besok/finns-inte-alls-som-lank', who: 'guest' },
    { name: 'besöksplan', path: at(stage.visited.id, 'intervjuer'), who: 'planner' },
    { name: 'besöksplan, utvärderare', path: at(stage.visited.id, 'intervjuer'), who: 'visitor' },
    { name: 'utkorg', path: at(stage.visited.id, 'intervjuer/utkorg'), who: 'planner' },
    { name: 'personer', path: at(stage.visited.id, 'intervjuer/personer'), who: 'planner' },
    { name: 'anteckningar', path: at(stage.visited.id, 'intervjuer/anteckningar'), who: 'visitor' },
    { name: 'dagblad', path: at(stage.visited.id, 'intervjuer/dagblad'), who: 'visitor' },
  ],
};

interface Visitors {
  readonly of: (who: Who) => Promise<Page>;
  readonly close: () => Promise<void>;
}

/** A page for each who visits, opened when they first come. */
function visitorsOf(browser: Browser, options: Parameters<Browser['newContext']>[0]): Visitors {
  const contexts: BrowserContext[] = [];
  const pages = new Map<Who, Page>();
  const open = async (who: Who): Promise<Page> => {
    const session = sessions[who]();
    const context = await browser.newContext({ ...options, ...(session ? { storageState: await session.context.storageState() } : {}) });
    contexts.push(context);
    const page = await context.newPage();
    pages.set(who, page);
    return page;
  };
  return { of: async (who) => pages.get(who) ?? open(who), close: async () => void (await Promise.all(contexts.map((context) => context.close()))) };
}

async function arrivedAt(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByRole('main').getByRole('heading').or(page.getByRole('main').getByRole('searchbox')).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined);
}

/** In the dark only the colours are others. */
async function faultsOf(page: Page, name: string, dark: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page });
  const { violations } = await (dark ? axe.withRules(['color-contrast', 'link-in-text-block']) : axe.withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.slice(0, 3).map((node) => `${name}: ${id}: ${node.target.join(' ')}: ${node.failureSummary?.split('\n').slice(1, 2).join('').trim()}`));
}

for (const [part, pages] of Object.entries(parts)) {
  for (const [look, options] of [
    ['light', { viewport: desk, colorScheme: 'light' }],
    ['dark', { viewport: desk, colorScheme: 'dark' }],
    ['light on a phone', { viewport: phone, colorScheme: 'light', hasTouch: true }],
  ] as const)
    test(`${part}: no page has a fault that a machine can find, ${look}`, async ({ browser }) => {
      const visitors = visitorsOf(browser, options);
      const faults: string[] = [];
      for (const { name, path, who } of pages()) {
        const page = await visitors.of(who);
        await arrivedAt(page, path);
        faults.push(...(await faultsOf(page, name, options.colorScheme === 'dark')));
      }
      expect(faults).toEqual([]);
      await visitors.close();
    });

  test(`${part}: no page scrolls sideways at 320 pixels, as at 400 percent`, async ({ browser }) => {
    const visitors = visitorsOf(browser, { viewport: { width: 320, height: 640 } });
    const wide: string[] = [];
    for (const { name, path, who } of pages()) {
      const page = await visitors.of(who);
      await arrivedAt(page, path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      const beyond = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((one) => one.getBoundingClientRect().right > window.innerWidth).slice(0, 3).map((one) => one.outerHTML.slice(0, 120)));
      if (over > 0) wide.push(`${name}: ${over} px: ${beyond.join(' ')}`);
    }
    expect(wide).toEqual([]);
    await visitors.close();
  });
}
