import type { Browser, BrowserContext, Page } from '@playwright/test';
import { evaluations, requestHeader, type AnswerOf, type BodyOf, type Endpoint } from '@samsyn/contract';

/** A person in an own browser context: own cookies, own socket, own screen. */
export interface AtWork {
  readonly name: string;
  readonly context: BrowserContext;
  readonly page: Page;
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

/** Opens a browser context and signs in with a link, as a person who got it by mail. */
export async function arrive(browser: Browser, name: string, link: string, viewport = desk): Promise<AtWork> {
  const context = await browser.newContext({ viewport });
  const page = await context.newPage();
  await page.goto(new URL(link).pathname);
  await page.getByRole('button', { name: 'Inte nu' }).or(page.getByRole('heading', { name: 'Mina utvärderingar' })).first().waitFor();
  const later = page.getByRole('button', { name: 'Inte nu' });
  if (await later.isVisible()) await later.click();
  return { name, context, page };
}

/** A call by the person's own session, over the public contract. */
export async function say<E extends Endpoint>({ page }: AtWork, endpoint: E, params: Record<string, string>, body?: BodyOf<E>): Promise<AnswerOf<E>> {
  const path = endpoint.path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? '');
  const response = await page.request.fetch(`/api/${path}`, { method: endpoint.method, headers: { [requestHeader]: '1' }, ...(body === undefined ? {} : { data: body }) });
  if (!response.ok()) throw new Error(`${endpoint.path}: ${await response.text()}`);
  return (await response.json()) as AnswerOf<E>;
}

/** A coordinator of the demo, who may create evaluations. */
export async function coordinator(browser: Browser): Promise<AtWork> {
  const context = await browser.newContext({ viewport: desk });
  const karin = { email: 'karin.oberg@journeys.example', name: 'Karin Öberg', organisation: 'SKR', role: 'coordinator', note: 'Samordnar resornas utvärderingar.', mayCreate: true };
  const answer = await context.request.post('/api/demo/people', { headers: { [requestHeader]: '1' }, data: karin });
  const { link } = (await answer.json()) as { link: string };
  await context.close();
  return arrive(browser, karin.name, link);
}

export type Creation = BodyOf<typeof evaluations.create>;

/** Creates an evaluation and brings its evaluators in, each in an own browser, past the declaration of interest. */
export async function team(browser: Browser, by: AtWork, creation: Creation): Promise<{ id: string; evaluators: AtWork[] }> {
  const created = await say(by, evaluations.create, {}, creation);
  const evaluators: AtWork[] = [];
  for (const invitation of created.invitations.filter((own) => own.role === 'evaluator')) {
    const person = await arrive(browser, invitation.name, invitation.link ?? '');
    await person.page.goto(`/utvardering/${created.evaluation.id}`);
    await person.page.getByRole('button', { name: 'Jag har inget hinder' }).click();
    await person.page.getByRole('heading', { name: new RegExp(creation.municipality.name) }).first().waitFor();
    evaluators.push(person);
  }
  return { id: created.evaluation.id, evaluators };
}
