import { expect, test, type Page } from '@playwright/test';
import { evaluations, requestHeader } from '@samsyn/contract';
import { judgementKeys, questionOf } from '@samsyn/domain';
import { trainingReference } from '@samsyn/domain/training';
import { enter, unique } from './cast';
import { coordinator, say } from './people-at-work';

const sentencesOf = (number: string): string[] => {
  const own = trainingReference[number];
  return own ? [own.rationale, ...own.evidence.map(({ text }) => text)].flatMap(({ sv, en }) => [sv, en]).flatMap((text) => text.split('\n\n')) : [];
};
const ofReference = (numbers: readonly string[], text: string): string[] => numbers.flatMap(sentencesOf).filter((sentence) => text.includes(sentence) || text.includes(JSON.stringify(sentence).slice(1, -1)));

/** Everything that comes to the page from now on: answers, scripts and live messages. */
function hear(page: Page): { readonly all: () => Promise<string> } {
  const told: Promise<string>[] = [];
  page.on('response', (response) => void told.push(response.text().catch(() => '')));
  page.on('websocket', (socket) => socket.on('framereceived', ({ payload }) => void told.push(Promise.resolve(String(payload)))));
  return { all: async () => (await Promise.all(told)).join('\n') };
}

test('a newcomer practises: reads, judges blind, and then sees the difference and why', async ({ browser }) => {
  // Somebody new to the product, without any evaluation of their own.
  const karin = await coordinator(browser);
  const answer = await karin.context.request.post('/api/demo/people', { headers: { [requestHeader]: '1' }, data: { email: `nils.${unique()}@norrsund.example`, name: 'Nils Ny', organisation: 'Norrsunds kommun', role: 'evaluator', note: 'Ny utvärderare.' } });
  const nils = await enter(browser, 'Nils Ny', ((await answer.json()) as { link: string }).link);
  await karin.context.close();
  const { page } = nils;
  const heard = hear(page);

  await page.goto('/utvarderingar');
  await page.getByRole('button', { name: 'Öva på en påhittad kommun' }).click();
  await expect(page.getByRole('heading', { name: 'En övning i Granviken' })).toBeVisible();
  await expect(page.getByText('Övning – påhittad kommun').first()).toBeVisible();
  await page.getByRole('link', { name: /^Nästa: Strategi för demokrati/ }).click();
  await expect(page.getByRole('heading', { name: 'Strategi för demokrati och kommunikation' })).toBeFocused();
  await expect(page.getByText('Antagen av kommunfullmäktige den 24 april 2023')).toBeVisible();

  // Blind: 1.1 judged with the digit 5 in every cell. Nothing of the reference has come to this browser by any way.
  await page.getByRole('link', { name: 'Till poängarket, fråga 1.1' }).click();
  await expect(page.getByRole('heading', { name: /^1\.1 / })).toBeVisible();
  await expect(page.getByText('Övning – påhittad kommun').first()).toBeVisible();
  const id = /utvardering\/([^/]+)\//.exec(page.url())?.[1] ?? '';
  const { instrument } = await say(nils, evaluations.read, { id });
  await page.keyboard.press('Escape');
  const cells = judgementKeys(questionOf(instrument, '1.1')).length;
  for (let cell = 0; cell < cells; cell++) await page.keyboard.press('5');
  await expect(page.getByText(`${cells} av ${cells} bedömda`)).toBeVisible();
  const all = Object.keys(trainingReference);
  expect(ofReference(all, await heard.all())).toEqual([]);
  expect(ofReference(all, await page.content())).toEqual([]);

  await page.keyboard.press('s');
  await page.getByRole('dialog').getByRole('button', { name: 'Försegla', exact: true }).click();
  await expect(page.getByText('Poängen är öppna.').first()).toBeVisible();
  await page.getByRole('link', { name: 'Jämförelse', exact: true }).click();
  await page.getByRole('link', { name: /^1\.1/ }).first().click();
  await expect(page.getByText('Därför landar referensen här')).toBeVisible();
  await expect(page.getByText('Övningen är klar för den här frågan.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Föreslå', exact: true })).toHaveCount(0);
  expect(ofReference(['1.1'], await heard.all()).length).toBeGreaterThan(3);
  expect(ofReference(all.slice(1), await heard.all())).toEqual([]);
  await expect(page.getByText('tre av fem nämnder').first()).toBeVisible();

  // The whole comes when everything is open.
  await page.goto(`/utvardering/${id}/underlag/jamforelse`);
  await expect(page.getByText('1 av 5 är öppnade')).toBeVisible();
  await page.goto('/utvarderingar');
  await expect(page.getByRole('link', { name: /Granviken/ })).toContainText('1 av 5 öppnade');
  await nils.context.close();
});
