import type { Browser } from '@playwright/test';
import { documents, evaluations, instruments, interviews, requestHeader } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { pdfOf } from '@samsyn/samples';
import { castOf, draft, scored, settled, signed, type Cast } from './cast';
import { handIn } from './hand-in';
import { say, type AtWork } from './people-at-work';

/** Evaluations in such states that every page of the product has something to show. */
export interface Stage {
  /** Judged in percent, some questions open. */
  readonly scoring: Cast;
  /** Judged on dimensions, nothing written yet. */
  readonly grids: Cast;
  readonly locked: Cast;
  /** Material asked for and partly there; a plan that has been given out. */
  readonly visited: Cast;
  /** A document that has been read, as its version. */
  readonly version: string;
  /** Addresses of those who come by a link and have no account. */
  readonly delegated: string;
  readonly guest: string;
  readonly training: string;
  readonly draft: string;
}

export async function stageOf(browser: Browser): Promise<Stage> {
  const scoring = await castOf(browser, { policy: { revealUnit: 'question' } });
  await scored(scoring, [{ '1.1': '20', '1.2': '50', '1.3': '40' }, { '1.1': '80', '1.2': '50', '1.3': '60' }]);
  const ana = evaluatorOf(scoring);
  await draft(ana, scoring.id, { '2.1': '45' }, 'Påbörjad.');
  const locked = await castOf(browser, { municipality: { code: null, name: 'Ekhamn' } });
  await settled(locked);
  await signed(locked);
  const visited = await castOf(browser, { instrument: 'kk-2016-v2', others: [{ name: 'Maria Nyström', role: 'contact' }] });
  const material = await withMaterial(visited);
  const guest = await withVisit(visited);
  const training = await say(ana, evaluations.train, {}, { language: 'sv' });
  const begun = await say(scoring.karin, instruments.begin, {}, { basedOn: 'kk-2016-v2', body: null });
  return { scoring, locked, visited, grids: await castOf(browser, { policy: { judging: 'dimensions' } }), ...material, guest, training: training.id, draft: begun.draft };
}

export function evaluatorOf({ evaluators: [first] }: Cast): AtWork {
  if (!first) throw new Error('no evaluator');
  return first;
}

export function contactOf({ others: [first] }: Cast): AtWork {
  if (!first) throw new Error('no contact');
  return first;
}

/** Six requests sent: one answered with a document, one "vi har inte detta", one sent back, one left to a colleague by a link. */
async function withMaterial(cast: Cast): Promise<Pick<Stage, 'version' | 'delegated'>> {
  const { id, karin } = cast;
  const maria = contactOf(cast);
  const { requests } = await say(karin, documents.fromInstrument, { id }, { due: '2027-03-12' });
  await say(karin, documents.moveMany, { id }, { requests: requests.slice(0, 6).map(({ request }) => request), to: 'requested', reason: '' });
  const { version } = await handIn(maria, id, 'Budget 2026.pdf', pdfOf(['Budget 2026\nKommunens verksamhetsplan', 'Nämnderna ska bidra till samtliga mål.']));
  const move = async (person: AtWork, at: number, to: 'submitted' | 'notApplicable' | 'returned', reason: string): Promise<void> => {
    const known = (await say(person, documents.list, { id })).requests.find(({ request }) => request === requests[at]?.request);
    await say(person, documents.move, { id, request: known?.request ?? '' }, { to, reason, edition: known?.edition ?? 0 });
  };
  await say(maria, documents.addWeb, { id }, { request: requests[0]?.request ?? null, url: 'https://granvik.example/budget', title: 'Budgetsidan' });
  await move(maria, 0, 'submitted', '');
  await move(evaluatorOf(cast), 0, 'returned', 'Vi behöver den som gäller nu.');
  await move(maria, 1, 'notApplicable', 'Vi har ingen sådan plan.');
  const { link } = await say(maria, documents.delegate, { id, request: requests[2]?.request ?? '' }, { name: 'Jonas Kihl', email: 'jonas.kihl@granvik.example', days: 7 });
  return { version, delegated: new URL(link).pathname };
}

/** A visit by the published pattern, asked about and given out; answers with the way to one person's page. */
export async function withVisit({ id, karin }: Cast): Promise<string> {
  const { people, evaluators, plan } = await say(karin, interviews.putPerson, { id }, {
    person: null, name: 'Eva Roth', email: 'eva.roth@granvik.example', phone: '', role: 'Kommundirektör', organisation: 'Granviks kommun', kind: 'managers', label: '', manager: null,
  });
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const template = planFromTemplate('twoDays', today, evaluators.map(({ person }) => person));
  await say(karin, interviews.command, { id }, { kind: 'setFrame', edition: plan.frame, days: template.days, tracks: [{ name: 'Granen', place: 'Stadshuset', video: '' }], rules: template.rules });
  const groups = new Map<string | null, string>();
  for (const group of template.groups) {
    const members = groups.size === 0 ? people.map((person) => ({ person: person.id, required: true })) : [];
    const own = crypto.randomUUID();
    await say(karin, interviews.command, { id }, { kind: 'putGroup', group: { ...group, id: own, edition: 0, members, questions: ['1.1', '1.2'] } });
    groups.set(group.id, own);
  }
  for (const item of template.items) await say(karin, interviews.command, { id }, { kind: 'putItem', item: { ...item, id: crypto.randomUUID(), edition: 0, group: groups.get(item.group) ?? null } });
  const asked = await say(karin, interviews.ask, { id }, { until: template.days.at(-1)?.day ?? today });
  await released(karin, id, asked.plan.edition);
  return new URL(asked.people[0]?.link ?? '').pathname;
}

/** Gives the plan out; what is red is kept with a reason. */
async function released(karin: AtWork, id: string, from: number): Promise<void> {
  let edition = from;
  for (let tries = 0; tries < 4; tries++) {
    const response = await karin.page.request.post(`/api/evaluations/${id}/plan/releases`, { headers: { [requestHeader]: '1' }, data: { edition, name: 'Första planen' } });
    if (response.ok()) return;
    const { code, facts } = (await response.json()) as { code: string; facts: { findings?: readonly { key: string }[] } };
    if (code !== 'interviews/red-findings') throw new Error(code);
    for (const { key } of facts.findings ?? []) edition = (await say(karin, interviews.command, { id }, { kind: 'override', finding: key, reason: 'Prövas i resan.' })).plan.edition;
  }
  throw new Error('not given out');
}
