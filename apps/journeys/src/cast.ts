import type { Browser } from '@playwright/test';
import { consensus, evaluations, people, reports, requestHeader, scoring, type AnswerOf } from '@samsyn/contract';
import { defaultPolicy, questionsOf, type Policy } from '@samsyn/domain';
import { coordinator, desk, say, type AtWork, type Creation } from './people-at-work';

/** Everyone of one evaluation, each signed in by an own browser context with an own page. */
export interface Cast {
  readonly id: string;
  readonly karin: AtWork;
  readonly evaluators: readonly AtWork[];
  /** Contact and observers, in the order they were given. */
  readonly others: readonly AtWork[];
  /** Every question's number, in order. */
  readonly numbers: readonly string[];
}

interface Wanted {
  readonly evaluators?: readonly string[];
  readonly others?: readonly { readonly name: string; readonly role: 'contact' | 'observer' }[];
  readonly policy?: Partial<Policy>;
  readonly instrument?: string;
  readonly municipality?: { readonly code: string | null; readonly name: string };
}

/** A part of an address that no other journey has. */
export const unique = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2, 6)}`;

/** Signs in by a link without visiting a page. */
export async function enter(browser: Browser, name: string, link: string, viewport = desk): Promise<AtWork> {
  const context = await browser.newContext({ viewport });
  const response = await context.request.post(`/api/${people.useLink.path}`, { headers: { [requestHeader]: '1' }, data: { token: link.split('/').at(-1) } });
  if (!response.ok()) throw new Error(`${name}: ${await response.text()}`);
  return { name, context, page: await context.newPage() };
}

/** An evaluation that has begun: created by the coordinator, everyone in and past the declaration. Over the contract. */
export async function castOf(browser: Browser, wanted: Wanted = {}): Promise<Cast> {
  const karin = await coordinator(browser);
  const of = unique();
  const members = [...(wanted.evaluators ?? ['Ana Bergström', 'Luis Holm']).map((name) => ({ name, role: 'evaluator' as const })), ...(wanted.others ?? [])];
  const creation: Creation = {
    municipality: wanted.municipality ?? { code: null, name: 'Granvik' }, year: 2026, instrument: wanted.instrument ?? 'kk-2010', policy: { ...defaultPolicy, judging: 'percent', ...wanted.policy }, openScoring: true,
    members: members.map(({ name, role }) => ({ name, role, organisation: 'Norrsunds kommun', email: `${name.split(' ')[0]?.toLowerCase().replace(/[^a-z]/g, 'x')}.${role}.${of}@norrsund.example` })),
  };
  const { evaluation, invitations } = await say(karin, evaluations.create, {}, creation);
  const all = await Promise.all(members.map(async ({ name, role }) => {
    const invitation = invitations.find((one) => one.name === name && one.role === role);
    const person = await enter(browser, name, invitation?.link ?? '');
    await say(person, evaluations.declare, { id: evaluation.id }, { conflict: false, text: '' });
    return { person, role };
  }));
  const [evaluators, others] = [true, false].map((own) => all.filter(({ role }) => (role === 'evaluator') === own).map(({ person }) => person)) as [AtWork[], AtWork[]];
  return { id: evaluation.id, karin, evaluators, others, numbers: questionsOf(evaluation.instrument).map(({ number }) => number) };
}

/** Writes one percent and one rationale per question, over the contract. */
export async function draft(person: AtWork, id: string, percents: Readonly<Record<string, string>>, rationale = '', round = 1): Promise<void> {
  for (const [question, value] of Object.entries(percents)) {
    await say(person, scoring.draft, { id, question }, { field: 'percent', value, edition: 0, round });
    if (rationale) await say(person, scoring.draft, { id, question }, { field: 'rationale', value: rationale, edition: 0, round });
  }
}

export const seal = (person: AtWork, id: string, questions: readonly string[]): Promise<AnswerOf<typeof scoring.seal>> => say(person, scoring.seal, { id }, { questions: [...questions] });

/** Drafts and seals these questions for each evaluator in turn: the last one's seal opens them. */
export async function scored({ id, evaluators }: Cast, sheets: readonly Readonly<Record<string, string>>[]): Promise<void> {
  await Promise.all(evaluators.map(async (person, seat) => {
    await draft(person, id, sheets[seat] ?? {}, `${person.name} har läst budget och intervjuer.`);
    await seal(person, id, Object.keys(sheets[seat] ?? {}));
  }));
}

interface Agreed {
  readonly percent: string;
  readonly text?: string;
  readonly reason?: string;
  readonly answers?: number | null;
}

/** The first evaluator proposes, every other one approves. */
export async function agree({ id, evaluators }: Cast, agreed: Readonly<Record<string, Agreed>>): Promise<void> {
  const [first, ...others] = evaluators as [AtWork, ...AtWork[]];
  const proposals = Object.entries(agreed).map(([question, { percent, text = '', reason = '', answers = null }]) => ({ question, round: 1, answers, percent, text, reason, cause: reason ? ('evidence' as const) : null }));
  await say(first, consensus.propose, { id }, { proposals });
  const approvals = proposals.map(({ question, answers }) => ({ question, proposal: (answers ?? 0) + 1 }));
  for (const other of others) await say(other, consensus.approve, { id }, { approvals });
}

/** Every evaluator signs what stands; the last signature locks. */
export async function signed({ id, evaluators }: Cast): Promise<void> {
  for (const person of evaluators) {
    const { fingerprint } = await say(person, reports.lockState, { id });
    await say(person, reports.sign, { id }, { fingerprint: fingerprint ?? '', reason: 'Vi har gått igenom listan.' });
  }
}

/** Scored alike but for 1.1, which differs widely and was talked through; all settled. Everything is ready to be signed. */
export async function settled(cast: Cast, except: readonly string[] = []): Promise<void> {
  const alike = Object.fromEntries(cast.numbers.map((number) => [number, '40']));
  await scored(cast, cast.evaluators.map((_, seat) => ({ ...alike, '1.1': seat === 0 ? '40' : '80' })));
  const left = cast.numbers.filter((number) => number !== '1.1' && !except.includes(number));
  await agree(cast, {
    '1.1': { percent: '60', text: 'Samråd hålls i samtliga kommundelar.', reason: 'Protokollen visar det.' },
    ...Object.fromEntries(left.map((number) => [number, { percent: '40', text: 'Det finns ett arbetssätt.' }])),
  });
}

export const goodbye = async ({ karin, evaluators, others }: Cast): Promise<void> => void (await Promise.all([karin, ...evaluators, ...others].map(({ context }) => context.close())));
