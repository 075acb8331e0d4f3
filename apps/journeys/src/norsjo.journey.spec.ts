import { expect, test } from '@playwright/test';
import { consensus, reports } from '@samsyn/contract';
import { defaultPolicy, questionsOf, swedish, type Area } from '@samsyn/domain';
import { knownMisprints, printedReport, replayPlan, type ReplayPlan } from '@samsyn/samples';
import { coordinator, say, team, type AtWork } from './people-at-work';

const printed = printedReport('se-norsjo-2015');
const plan = replayPlan(printed, 2);

test.setTimeout(420_000);

test('Norsjö 2015: two people score blind in own browsers, open, agree and lock the printed report', async ({ browser }) => {
  const karin = await coordinator(browser);
  const { id, evaluators } = await team(browser, karin, {
    municipality: plan.municipality, year: plan.year, instrument: plan.instrument.id, policy: { ...defaultPolicy, judging: 'percent' }, decimals: plan.decimals, openScoring: true,
    members: [
      { email: `ana.${Date.now()}@norsjo.example`, name: 'Ana Bergström', organisation: 'SKR', role: 'evaluator' },
      { email: `luis.${Date.now()}@norsjo.example`, name: 'Luis Holm', organisation: 'Norrsunds kommun', role: 'evaluator' },
    ],
  });
  const [ana, luis] = evaluators as [AtWork, AtWork];

  await Promise.all([scoreAll(ana, id, 0), scoreAll(luis, id, 1)]);
  await openTogether(ana, luis, id);
  await agree(ana, luis, id);
  await lock(ana, luis, id);
  await readsAsPrinted(ana, id);
  await Promise.all([karin, ana, luis].map((person) => person.context.close()));
});

/** Types every percent of one sheet and seals area by area; the last area is left for `openTogether`. */
async function scoreAll({ page }: AtWork, id: string, seat: number): Promise<void> {
  const sheet = plan.sheets[seat] as ReplayPlan['sheets'][number];
  const [last, ...rest] = [...plan.instrument.areas].reverse() as [Area, ...Area[]];
  for (const area of [...rest.reverse(), last]) {
    for (const { number } of area.questions) {
      await page.goto(`/utvardering/${id}/poangark/${number}`);
      const field = page.getByLabel('Bedömning, procent');
      await field.fill(`${sheet[number]?.percent}`.replace('.', ','));
      await field.blur();
      if (number.endsWith('.1')) await page.getByLabel('Motivering').fill(sheet[number]?.rationale ?? '');
      await expect(page.getByText(/Sparat \d\d\.\d\d/).first()).toBeVisible();
    }
    if (area.number !== last.number) await sealArea(page);
  }
}

async function sealArea(page: AtWork['page']): Promise<void> {
  await page.getByRole('button', { name: 'Försegla hela området' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Försegla', exact: true }).click();
  await expect(page.getByText(/är förseglad \d\d\.\d\d/)).toBeVisible();
}

/** Ana seals the last area: Luis sees nothing of it. Luis seals: both screens open without a reload. */
async function openTogether(ana: AtWork, luis: AtWork, id: string): Promise<void> {
  await sealArea(ana.page);
  const blind = (await say(luis, consensus.board, { id })).questions.filter((question) => question.number.startsWith('8.'));
  expect(blind.flatMap((question) => question.voices)).toEqual([]);
  await ana.page.goto(`/utvardering/${id}/samsyn`);
  await expect(ana.page.getByText('inte öppnad').first()).toBeVisible();
  await sealArea(luis.page);
  await luis.page.goto(`/utvardering/${id}/samsyn`);
  for (const { page } of [ana, luis]) await expect(page.getByText('inte öppnad')).toHaveCount(0);
}

/** What lies inside the tolerance is proposed and approved in bulk; one question by hand on both screens; the rest over the contract. */
async function agree(ana: AtWork, luis: AtWork, id: string): Promise<void> {
  await ana.page.getByRole('button', { name: /Föreslå alla inom gränsen/ }).click();
  await ana.page.getByRole('dialog').getByRole('button', { name: /^Föreslå \d+$/ }).click();
  await luis.page.getByRole('button', { name: /Godkänn alla inom gränsen/ }).click();
  await luis.page.getByRole('dialog').getByRole('button', { name: /^Godkänn \d+$/ }).click();
  await expect(ana.page.getByText(/[23]\d av 45 klara/)).toBeVisible();

  const open = (await say(ana, consensus.board, { id })).questions.filter((question) => !question.settled).map((question) => question.number);
  const [byHand, ...others] = open as [string, ...string[]];
  await settleByHand(ana, luis, id, byHand);
  for (const number of others) {
    const agreed = plan.settled[number];
    await say(ana, consensus.propose, { id }, { proposals: [{ question: number, round: 1, answers: null, percent: agreed?.percent ?? '', text: 'Arbetssättet finns och används i delar av organisationen.', reason: 'Vi läste underlaget tillsammans.', cause: 'evidence' }] });
    await say(luis, consensus.approve, { id }, { approvals: [{ question: number, proposal: 1 }] });
  }
  for (const { page } of [ana, luis]) await expect(page.getByText('45 av 45 klara')).toBeVisible();
}

async function settleByHand(ana: AtWork, luis: AtWork, id: string, number: string): Promise<void> {
  await ana.page.goto(`/utvardering/${id}/samsyn/${number}`);
  await luis.page.goto(`/utvardering/${id}/samsyn/${number}`);
  await ana.page.getByLabel('Gemensam bedömning, procent').fill(`${plan.settled[number]?.percent}`.replace('.', ','));
  await ana.page.getByLabel('Text till rapporten').fill('Det finns ett arbetssätt som används i delar av organisationen.');
  const cause = ana.page.getByLabel('Olika underlag');
  if (await cause.isVisible()) await cause.check();
  await ana.page.getByLabel(/^Skäl/).fill('Luis hade läst ett underlag till.');
  await ana.page.getByRole('button', { name: 'Föreslå', exact: true }).click();
  await luis.page.getByRole('button', { name: /^Godkänn/ }).last().click();
  await expect(ana.page.getByText('Så blev ni eniga').first()).toBeVisible();
}

/** One signature does not lock; two of the same report do, and then nothing is written any more. */
async function lock(ana: AtWork, luis: AtWork, id: string): Promise<void> {
  for (const { page } of [ana, luis]) await page.goto(`/utvardering/${id}/las`);
  await sign(ana.page);
  await expect(luis.page.getByText('har skrivit under', { exact: true })).toHaveCount(1);
  await sign(luis.page);
  for (const { page } of [ana, luis]) await expect(page.getByText('Rapporten är låst')).toBeVisible();
}

async function sign(page: AtWork['page']): Promise<void> {
  await page.getByRole('button', { name: /Skriv under och lås version 1/ }).click();
  const reason = page.getByRole('dialog').getByLabel('Varför låser du ändå?');
  if (await reason.isVisible()) await reason.fill('Vi har gått igenom listan tillsammans.');
  await page.getByRole('dialog').getByRole('button', { name: 'Skriv under', exact: true }).click();
}

/** The page and the stored report equal the printed tables, row for row; the one known misprint is the only exception. */
async function readsAsPrinted(ana: AtWork, id: string): Promise<void> {
  const { report } = await say(ana, reports.read, { id, version: 'latest' });
  const rows = Object.fromEntries(report.areas.flatMap((area) => area.rows.map((row) => [row.number, row])));
  const misprinted = knownMisprints.filter((misprint) => misprint.evaluationId === printed.id).map((misprint) => misprint.where);
  for (const area of printed.areas ?? [])
    for (const row of area.questions ?? []) {
      const own = rows[row.number];
      expect([row.number, own?.achieved, own?.max]).toEqual([row.number, row.printed.achieved, row.printed.max]);
      if (!misprinted.includes(`row ${row.number}`)) expect([row.number, own?.percent]).toEqual([row.number, row.printed.percent.replace(/\s*%/, '')]);
    }
  expect(report.areas.map((area) => area.total.achieved)).toEqual((printed.areas ?? []).map((area) => swedish(`${area.total?.achieved}`, 0)));
  expect(misprinted.filter((where) => where.startsWith('row'))).toEqual(['row 6.4']);
  expect(questionsOf(plan.instrument)).toHaveLength(45);

  await ana.page.goto(`/utvardering/${id}/rapport`);
  await expect(ana.page.getByRole('heading', { level: 1 }).or(ana.page.getByRole('heading', { name: /Norsjö/ })).first()).toBeVisible();
  await expect(ana.page.getByText('401').first()).toBeVisible();
  await expect(ana.page.getByText('Låst, version 1').first()).toBeVisible();
}
