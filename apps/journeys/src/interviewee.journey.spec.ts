import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Browser, type Page } from '@playwright/test';
import { interviews, requestHeader, type PlanDesk } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { castOf, goodbye, type Cast } from './cast';
import { phone, say, type AtWork } from './people-at-work';

interface Visit {
  readonly cast: Cast;
  readonly desk: PlanDesk;
  readonly link: string;
  readonly days: readonly string[];
}

const person = (name: string, role: string, more: Partial<{ kind: 'unions' | 'managers'; label: string }> = {}) => ({
  person: null, name, email: `${name.toLowerCase().replace(/[^a-z]/g, '')}@granvik.example`, phone: '070-174 06 05', role, organisation: 'Granviks kommun', kind: 'managers' as const, label: '', manager: null, ...more,
});

/** A visit by the published pattern: two in the first group, one in the protected last, everybody asked for their hours. The first day is today, so that the clock has something to say. */
async function visit(browser: Browser, release = false): Promise<Visit> {
  const cast = await castOf(browser, { instrument: 'kk-2016-v2' });
  const { karin, id } = cast;
  await say(karin, interviews.putPerson, { id }, person('Eva Roth', 'Kommundirektör'));
  await say(karin, interviews.putPerson, { id }, person('Peter Sand', 'Ekonomichef'));
  const { people, evaluators, plan } = await say(karin, interviews.putPerson, { id }, person('Siv Lund', 'Ombud', { kind: 'unions', label: 'Vision' }));
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const template = planFromTemplate('twoDays', today, evaluators.map((own) => own.person));
  const idOf = (name: string): string => people.find((own) => own.name === name)?.id ?? '';
  await say(karin, interviews.command, { id }, { kind: 'setFrame', edition: plan.frame, days: template.days, tracks: [{ name: 'Granen', place: 'Stadshuset, Storgatan 1\nGranvik', video: 'https://mote.granvik.example/granen' }], rules: template.rules });
  const groups = new Map<string | null, string>();
  for (const group of template.groups) {
    const members = group.id === 'group-1' ? ['Eva Roth', 'Peter Sand'] : group.id === 'group-5' ? ['Siv Lund'] : [];
    const { plan: now } = await say(karin, interviews.command, { id }, { kind: 'putGroup', group: { ...group, id: crypto.randomUUID(), edition: 0, members: members.map((name) => ({ person: idOf(name), required: true })), questions: group.id === 'group-1' ? ['1.1', '1.2', '3.2'] : [] } });
    groups.set(group.id, now.groups.at(-1)?.id ?? '');
  }
  for (const item of template.items) await say(karin, interviews.command, { id }, { kind: 'putItem', item: { ...item, id: crypto.randomUUID(), edition: 0, group: groups.get(item.group) ?? null } });
  let desk = await say(karin, interviews.ask, { id }, { until: template.days[1]?.day ?? today });
  if (release) desk = await released(karin, id);
  return { cast, desk, link: new URL(desk.people.find(({ name }) => name === 'Eva Roth')?.link ?? '').pathname, days: template.days.map(({ day }) => day) };
}

/** Gives the plan out; what is still red is kept with a reason. */
async function released(karin: AtWork, id: string): Promise<PlanDesk> {
  let { plan } = await say(karin, interviews.desk, { id });
  for (let tries = 0; tries < 4; tries++) {
    const response = await karin.page.request.post(`/api/evaluations/${id}/plan/releases`, { headers: { [requestHeader]: '1' }, data: { edition: plan.edition, name: 'Första planen' } });
    if (response.ok()) return (await response.json()) as PlanDesk;
    const { code, facts } = (await response.json()) as { code: string; facts: { findings?: readonly { key: string }[] } };
    if (code !== 'interviews/red-findings') throw new Error(`${code} ${JSON.stringify(facts)}`);
    for (const { key } of facts.findings ?? []) plan = (await say(karin, interviews.command, { id }, { kind: 'override', finding: key, reason: 'Prövas i resan.' })).plan;
  }
  throw new Error('not given out');
}

/** That time on the wall in Sweden, in summer as in winter. */
const atTheVisit = (day: string, time: string): Date => {
  const wall = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm', hour: '2-digit', minute: '2-digit' });
  return ['+01:00', '+02:00'].map((offset) => new Date(`${day}T${time}:00${offset}`)).find((at) => wall.format(at) === time) ?? new Date(`${day}T${time}:00Z`);
};

const guest = async (browser: Browser, link: string): Promise<Page> => {
  const page = await (await browser.newContext({ viewport: phone, hasTouch: true })).newPage();
  await page.goto(link);
  return page;
};

/** No fault that a machine can find, nothing wider than the screen. */
async function sound(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']).analyze();
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))).toEqual([]);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 844 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(phone);
}

/** Also every target big enough for a thumb. */
async function soundOnAPhone(page: Page): Promise<void> {
  await sound(page);
  const small = await page.locator('main, .page').first().locator('button:visible, input[type=radio] + span').evaluateAll((all) => all.filter((one) => one.getBoundingClientRect().height < 44).map((one) => one.textContent));
  expect(small).toEqual([]);
}

test('asked for hours, somebody answers on the phone, by tap and by keyboard, and it stands', async ({ browser }) => {
  const { cast, link, days } = await visit(browser);
  const page = await guest(browser, link);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Intervju i utvärderingen av Granvik');
  await expect(page.getByRole('heading', { name: 'Så används dina uppgifter' })).toBeVisible();
  await soundOnAPhone(page);

  // By tap: the first hour of the first day. By keyboard: the next one, with the arrows.
  const hours = page.getByRole('radiogroup');
  await expect(hours.first().getByLabel('Ja')).toBeChecked();
  await hours.first().locator('label', { hasText: 'Nej' }).tap();
  await hours.nth(1).getByLabel('Ja').focus();
  await page.keyboard.press('ArrowRight');
  await expect(hours.nth(1).getByLabel('Om det behövs')).toBeChecked();
  await expect(page.getByText(/^Sparat \d\d\.\d\d$/)).toBeVisible();
  // The whole second day, by keyboard.
  await page.getByRole('group', { name: /^Hela dagen/ }).nth(1).getByRole('button', { name: 'Nej' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Klart' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Tack, du har svarat' })).toBeFocused();
  await expect(page.getByText('Nej: 8.00–9.00')).toBeVisible();
  await soundOnAPhone(page);
  const desk = await say(cast.karin, interviews.desk, { id: cast.id });
  const eva = desk.people.find(({ name }) => name === 'Eva Roth');
  expect(desk.availability.find(({ person: own }) => own === eva?.id)).toEqual({
    person: eva?.id, answered: true, spans: [{ day: days[0], from: 480, to: 540, answer: 'no' }, { day: days[0], from: 540, to: 600, answer: 'ifNeeded' }, { day: days[1], from: 480, to: 1140, answer: 'no' }],
  });

  // The link works again, and shows what was answered; without network the change is kept and goes by itself.
  await page.reload();
  await expect(page.getByText('Om det behövs: 9.00–10.00')).toBeVisible();
  await page.getByRole('button', { name: 'Ändra svaret' }).tap();
  await page.context().setOffline(true);
  await hours.first().locator('label', { hasText: 'Ja' }).tap();
  await expect(page.getByText('Väntar på nät, sparat här')).toBeVisible();
  await page.context().setOffline(false);
  await expect(page.getByText(/^Sparat \d\d\.\d\d$/)).toBeVisible({ timeout: 20_000 });
  expect((await say(cast.karin, interviews.desk, { id: cast.id })).availability.find(({ person: own }) => own === eva?.id)?.spans[0]).toEqual({ day: days[0], from: 540, to: 600, answer: 'ifNeeded' });
  await page.context().close();

  const lost = await guest(browser, '/besok/en-lank-som-aldrig-har-funnits');
  await expect(lost.getByRole('heading', { name: 'Länken gäller inte längre' })).toBeVisible();
  await soundOnAPhone(lost);
  await lost.context().close();
  await goodbye(cast);
});

test('after release the own time, place and questions stand there, and the answer reaches the desk', async ({ browser }) => {
  const { cast, link } = await visit(browser, true);
  const page = await guest(browser, link);
  const own = page.getByRole('region', { name: /13\.00–16\.30/ });
  await expect(own).toContainText('Central ledning');
  await expect(own).toContainText('Stadshuset, Storgatan 1');
  await expect(own.getByRole('link', { name: /Anslut till videomötet/ })).toHaveAttribute('href', 'https://mote.granvik.example/granen');
  await expect(own.getByRole('listitem').first()).toContainText('1.1');
  for (const other of ['Peter Sand', 'Siv Lund', 'Vision']) await expect(page.getByText(other)).toHaveCount(0);
  await soundOnAPhone(page);
  await own.getByRole('button', { name: 'Jag skickar en ersättare' }).tap();
  await own.getByRole('button', { name: 'Skicka svaret' }).tap();
  await expect(own.getByText('Skriv vem som kommer i stället.')).toBeVisible();
  await own.getByLabel('Vem kommer i stället?').fill('Maria Nyström, kvalitetsstrateg');
  await page.context().setOffline(true);
  await own.getByRole('button', { name: 'Skicka svaret' }).tap();
  await expect(own.getByText('Väntar på nät. Svaret skickas av sig självt.')).toBeVisible();
  await expect(own).toContainText('Stadshuset, Storgatan 1');
  await page.context().setOffline(false);
  await expect(own.getByText('Tack. Vi hör av oss till din ersättare.')).toBeVisible({ timeout: 20_000 });
  const eva = (await say(cast.karin, interviews.desk, { id: cast.id })).people.find(({ name }) => name === 'Eva Roth');
  expect([eva?.reply, eva?.replyText]).toEqual(['substitute', 'Maria Nyström, kvalitetsstrateg']);
  await page.context().close();
  await goodbye(cast);
});

test('in the interview: notes without network, none lost and none twice, private until shared; the guide and the day sheet', async ({ browser }) => {
  const { cast, days } = await visit(browser, true);
  const [ana, luis] = cast.evaluators as [AtWork, AtWork];
  const { page } = ana;
  await page.clock.install({ time: atTheVisit(days[0] ?? '', '16:10') });
  await page.goto(`/utvardering/${cast.id}/intervjuer/anteckningar`);
  await expect(page.getByLabel('Grupp')).toContainText('Central ledning');
  const main = page.getByRole('main');
  await expect(main.getByText('20 minuter kvar')).toBeVisible();
  await expect(main.getByText('Inte upptagna än: 1.1, 1.2, 3.2')).toBeVisible();
  const fresh = page.getByRole('textbox', { name: 'Ny anteckning' });
  await fresh.fill('Målen är kända #1.1');
  await expect(page.locator('sam-notes-row').first().locator('.tag')).toHaveText('1.1');
  await page.keyboard.press('Enter');
  await expect(fresh).toBeFocused();
  await ana.context.setOffline(true);
  for (const text of ['Skrivet utan nät #3.2', 'Och en rad till']) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
    await expect(fresh).toBeFocused();
  }
  await page.getByRole('checkbox', { name: /^1\.2 .* är upptagen/ }).check();
  await page.clock.runFor(2000);
  await expect(page.getByText('3 ändringar väntar på nät. De är sparade här.')).toBeVisible();
  await ana.context.setOffline(false);
  await page.clock.runFor(35_000);
  await expect(page.getByText(/ändring(ar)? väntar på nät/)).toHaveCount(0);
  const written = async (): Promise<unknown> => (await say(ana, interviews.notes, { id: cast.id })).map(({ text, questions, shared }) => ({ text, questions, shared }));
  await expect.poll(written).toEqual([
    { text: 'Målen är kända #1.1', questions: ['1.1'], shared: false }, { text: 'Skrivet utan nät #3.2', questions: ['3.2'], shared: false }, { text: 'Och en rad till', questions: [], shared: false },
  ]);
  await expect.poll(async () => (await say(ana, interviews.guide, { id: cast.id })).flatMap(({ questions }) => questions.filter(({ ticked }) => ticked).map(({ number }) => number))).toEqual(['1.2']);
  expect(await say(luis, interviews.notes, { id: cast.id })).toEqual([]);
  expect((await say(luis, interviews.guide, { id: cast.id })).flatMap(({ questions }) => questions.filter(({ ticked, alsoBy }) => ticked || alsoBy.length > 0))).toEqual([]);

  // Shared on purpose, by keyboard.
  await page.getByRole('button', { name: 'Dela 1', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Dela', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Delad med teamet')).toBeVisible();
  expect((await say(luis, interviews.notes, { id: cast.id })).map(({ text }) => text)).toEqual(['Målen är kända #1.1']);

  // A question tapped shows what to look for; the notes are at hand as evidence.
  await page.getByRole('button', { name: /^1\.1 / }).click();
  await expect(page.getByText('Titta efter', { exact: true })).toBeVisible();
  await page.goto(`/utvardering/${cast.id}/poangark/1.1`);
  await page.getByRole('button', { name: 'Från dina anteckningar' }).click();
  await page.getByRole('button', { name: /Målen är kända/ }).click();
  await expect(page.getByRole('textbox', { name: 'Belägg 1' })).toHaveValue('Central ledning: Målen är kända');

  await page.setViewportSize(phone);
  await page.goto(`/utvardering/${cast.id}/intervjuer/dagblad`);
  await expect(page.getByText('Kommundirektör, Granviks kommun')).toBeVisible();
  await page.getByRole('group', { name: 'Dag', exact: true }).getByRole('button').nth(1).click();
  await expect(page.getByText('1 person, skyddad lista')).toBeVisible();
  await expect(page.getByText('Siv Lund')).toHaveCount(0);
  const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
  expect(['Siv Lund', 'Vision', '@granvik', '/besok/'].filter((word) => kept.includes(word))).toEqual([]);
  await page.getByRole('link', { name: 'Anteckningar' }).click();
  await expect(page.getByRole('heading', { name: 'Dina anteckningar' })).toBeVisible();
  await ana.context.setOffline(true);
  await page.getByRole('link', { name: 'Dagblad' }).click();
  await expect(page.getByText(/^Utan nät\. Dagbladet lästes/)).toBeVisible();
  await expect(page.getByText('Central ledning')).toBeVisible();
  await ana.context.setOffline(false);
  for (const part of ['anteckningar', 'dagblad']) {
    await page.goto(`/utvardering/${cast.id}/intervjuer/${part}`);
    await page.getByRole('heading', { level: 3 }).first().waitFor();
    await sound(page);
  }
  await goodbye(cast);
});
