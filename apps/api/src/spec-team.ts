import { consensus, documents, evaluations, instruments, reports, scoring } from '@samsyn/contract';
import { defaultPolicy, questionsOf, type Policy } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import type { Guest } from './spec-guest';
import type { House } from './spec-house';

/** The questions of the sample instrument: 1.1, 1.2, 1.3 and 2.1, 2.2. */
export const numbers = questionsOf(sampleInstrument).map(({ number }) => number);

export interface Team {
  readonly id: string;
  readonly coordinator: Guest;
  readonly evaluators: readonly Guest[];
  readonly contact: Guest;
  readonly observer: Guest;
  /** Something asked for, and two documents that came: only where a spec brought them in. */
  readonly material?: { readonly request: string; readonly documents: readonly { readonly document: string; readonly version: string }[] };
}

interface Wanted extends Partial<Policy> {
  readonly evaluators?: number;
  readonly open?: boolean;
  readonly declared?: boolean;
}

/** An evaluation ready to be scored, of the sample instrument; in percent and question by question unless told otherwise. */
export async function evaluationWith(house: House, { evaluators = 2, open = true, declared = true, ...rules }: Wanted = {}): Promise<Team> {
  const coordinator = await house.person('Samordnare', { mayCreate: true });
  if (!(await coordinator.call(instruments.list)).some(({ id }) => id === sampleInstrument.id)) await coordinator.call(instruments.publish, { body: sampleInstrument });
  const members = await Promise.all([...Array.from({ length: evaluators }, (_, at) => `Bedömare${at + 1}`), 'Kontakt', 'Observatör'].map((name) => house.person(name.replaceAll('ö', 'o'))));
  const roles = [...Array.from({ length: evaluators }, () => 'evaluator' as const), 'contact' as const, 'observer' as const];
  const policy: Policy = { ...defaultPolicy, judging: 'percent', revealUnit: 'question', ...rules };
  const { evaluation } = await coordinator.call(evaluations.create, {
    body: { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: sampleInstrument.id, policy, openScoring: open, members: members.map(({ email }, at) => ({ email, name: `Person ${at + 1}`, organisation: 'Provkommun', role: roles[at] ?? 'observer' })) },
  });
  const id = evaluation.id;
  if (declared) for (const member of members) await member.call(evaluations.declare, { params: { id }, body: { conflict: false, text: '' } });
  return { id, coordinator, evaluators: members.slice(0, evaluators), contact: members.at(-2) as Guest, observer: members.at(-1) as Guest };
}

/** The evaluator with that seat. */
export const seat = (team: Team, number: number): Guest => team.evaluators[number - 1] as Guest;

export const on = (team: Pick<Team, 'id'>, more: Readonly<Record<string, string>> = {}): { params: Record<string, string> } => ({ params: { id: team.id, ...more } });

/** Writes a field of the own sheet over whatever stands there. */
export async function write(team: Pick<Team, 'id'>, by: Guest, question: string, field: 'percent' | 'rationale' | 'standing' | 'strengths' | 'unsure' | 'evidence', value: unknown): Promise<void> {
  const own = (await by.call(scoring.sheet, on(team))).questions.find((known) => known.question === question);
  await by.call(scoring.draft, { ...on(team, { question }), body: { field, value, edition: own?.editions[field] ?? 0, round: own?.round ?? 1 } });
}

/** Writes percents, the same for every question or one each. */
export async function scoreAll(team: Team, by: Guest, percents: number | Readonly<Record<string, number>>): Promise<void> {
  for (const question of typeof percents === 'number' ? numbers : Object.keys(percents)) await write(team, by, question, 'percent', typeof percents === 'number' ? percents : percents[question]);
}

export const seal = (team: Pick<Team, 'id'>, by: Guest, questions: readonly string[]) => by.call(scoring.seal, { ...on(team), body: { questions: [...questions] } });

/** Every evaluator scores every question with the own percent and seals: everything opens. */
export async function sealAll(team: Team, ...percents: readonly (number | Readonly<Record<string, number>>)[]): Promise<void> {
  for (const [at, by] of team.evaluators.entries()) {
    await scoreAll(team, by, percents[at] ?? 50);
    await seal(team, by, numbers);
  }
}

interface ProposalMore {
  readonly answers?: number | null;
  readonly round?: number;
  readonly text?: string;
  readonly reason?: string;
  readonly cause?: 'evidence' | 'mistake' | null;
}

/** The body of a proposal: the first one, with reason and cause, unless told otherwise. */
export const proposal = (question: string, percent: number | string, more: ProposalMore = {}) => ({
  question, percent, round: 1, answers: null, text: `Gemensam text ${question}.`, reason: 'Vi gick igenom underlaget.', cause: 'evidence' as 'evidence' | 'mistake' | null, ...more,
});

/** The first evaluator proposes, all others approve: settled. */
export async function settleAll(team: Team, percent: number | string, more: ProposalMore = {}): Promise<void> {
  const [first, ...others] = team.evaluators;
  await first?.call(consensus.propose, { ...on(team), body: { proposals: numbers.map((question) => proposal(question, percent, more)) } });
  const { questions } = await (first as Guest).call(consensus.board, on(team));
  for (const by of others) await by.call(consensus.approve, { ...on(team), body: { approvals: questions.map(({ number, standing }) => ({ question: number, proposal: standing ?? 0 })) } });
}

/** Every evaluator signs what stands: locked. */
export async function lockAll(team: Team): Promise<void> {
  for (const by of team.evaluators) {
    const { fingerprint } = await by.call(reports.lockState, on(team));
    await by.call(reports.sign, { ...on(team), body: { fingerprint: fingerprint ?? '', reason: 'Vi har gått igenom listan.' } });
  }
}

/** The coordinator gives that seat to a person who is in the house but not in the team; they have not declared yet. */
export const replaceBy = (team: Team, number: number, joined: Guest, reason = 'Sjukskriven.') =>
  team.coordinator.call(evaluations.replace, { ...on(team), body: { seat: number, reason, who: { email: joined.email, name: 'Bo Alm', organisation: 'Provkommun' } } });

export const declare = (team: Team, by: Guest, conflict = false) => by.call(evaluations.declare, { ...on(team), body: { conflict, text: conflict ? 'Min syster är chef där.' : '' } });

/** Something asked for, and two web pages that the contact brought. */
export async function materialOf(team: Team): Promise<NonNullable<Team['material']>> {
  const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Budget', why: 'Mål och pengar.', example: '', questions: ['1.1', '1.2'], owner: team.contact.id, due: '2026-12-01' } });
  const request = requests[0]?.request ?? '';
  await team.coordinator.call(documents.move, { ...on(team, { request }), body: { to: 'requested', reason: '', edition: 1 } });
  const brought = [];
  for (const title of ['Budgeten', 'Årsredovisningen']) brought.push(await team.contact.call(documents.addWeb, { ...on(team), body: { request, url: 'https://provby.example/', title } }));
  return { request, documents: brought.map(({ document, versions }) => ({ document, version: versions[0]?.version ?? '' })) };
}
