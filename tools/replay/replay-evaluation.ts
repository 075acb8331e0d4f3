import { consensus, evaluations, instruments, reports, scoring, type AnswerOf, type BodyOf } from '@samsyn/contract';
import { defaultPolicy, type DraftField, type Policy } from '@samsyn/domain';
import type { ReplayPlan, ReplaySheet } from '@samsyn/samples';
import { type Client, Refused } from '../client/client';

type NewMember = BodyOf<typeof evaluations.create>['members'][number];
type Draft = BodyOf<typeof consensus.propose>['proposals'][number];
export type LockedReport = AnswerOf<typeof reports.read>;

export interface ReplayOptions {
  /** The signed-in person of each seat, 1, 2, … */
  readonly personFor: (seat: number) => Client | Promise<Client>;
  /** Members beside the evaluators, signed in because they too declare. */
  readonly others?: readonly { client: Client; role: NewMember['role'] }[];
  readonly policy?: Partial<Policy>;
  /** `revealed`: everything is open and nothing agreed. `settled`: all agreed, nothing signed. */
  readonly stopAfter?: 'revealed' | 'settled';
  readonly say?: (text: string) => void;
}

/** A replayed evaluation as far as it has come. */
export interface Replayed {
  readonly id: string;
  readonly evaluators: readonly Client[];
  /** The locked report; undefined when stopped before. */
  readonly locked: LockedReport | undefined;
}

/** Plays the whole main job over the public contract, as its people would: set up, score blind, seal, agree, sign, read. */
export async function replayEvaluation(url: string, coordinator: Client, plan: ReplayPlan, options: ReplayOptions): Promise<Replayed> {
  const say = options.say ?? ((): void => undefined);
  const evaluators = await Promise.all(plan.sheets.map((_, at) => options.personFor(at + 1)));
  await publishUnlessThere(coordinator, plan);
  const id = await setUp(coordinator, evaluators, plan, options);
  say(`created ${plan.municipality.name} ${plan.year} at ${url}/utvardering/${id}`);
  await Promise.all(evaluators.map((evaluator, at) => scoreBlind(evaluator, id, plan, plan.sheets[at] ?? {})));
  const numbers = numbersOf(plan);
  say(`${evaluators.length} evaluators have sealed ${numbers.length} questions each, all opened`);
  if (options.stopAfter === 'revealed') return { id, evaluators, locked: undefined };
  await agree(id, evaluators, plan, numbers);
  say('every question is settled by all evaluators');
  if (options.stopAfter === 'settled') return { id, evaluators, locked: undefined };
  return { id, evaluators, locked: await lock(id, evaluators) };
}

const numbersOf = (plan: ReplayPlan): string[] => plan.instrument.areas.flatMap((area) => area.questions.map(({ number }) => number));

async function publishUnlessThere(coordinator: Client, { instrument }: ReplayPlan): Promise<void> {
  const known = await coordinator.call(instruments.list);
  if (known.some(({ id }) => id === instrument.id)) return;
  await coordinator.call(instruments.publish, { body: instrument }).catch((fault: unknown) => {
    // Someone else published the same instrument in between.
    if (!(fault instanceof Refused && fault.code === 'instrument/exists')) throw fault;
  });
}

const memberOf = ({ me }: Client, role: NewMember['role']): NewMember => ({ email: me.email, name: me.name, organisation: me.organisation, role });

async function setUp(coordinator: Client, evaluators: readonly Client[], plan: ReplayPlan, { others = [], policy = {} }: ReplayOptions): Promise<string> {
  const members = [...evaluators.map((client) => ({ client, role: 'evaluator' as const })), ...others];
  const { evaluation } = await coordinator.call(evaluations.create, {
    body: {
      municipality: plan.municipality, year: plan.year, instrument: plan.instrument.id, decimals: plan.decimals,
      policy: { ...defaultPolicy, judging: 'percent', revealUnit: 'area', ...policy },
      members: members.map(({ client, role }) => memberOf(client, role)), openScoring: true,
    },
  });
  for (const { client } of members) await client.call(evaluations.declare, { params: { id: evaluation.id }, body: { conflict: false, text: '' } });
  return evaluation.id;
}

/** Drafts every field and seals area by area, as one evaluator alone. */
async function scoreBlind(evaluator: Client, id: string, plan: ReplayPlan, sheets: Readonly<Record<string, ReplaySheet>>): Promise<void> {
  for (const area of plan.instrument.areas) {
    const numbers = area.questions.map(({ number }) => number);
    for (const number of numbers) {
      const sheet = sheets[number];
      if (sheet) await draft(evaluator, id, number, { percent: sheet.percent, rationale: sheet.rationale, strengths: sheet.strengths, improvements: sheet.improvements, evidence: sheet.evidence });
    }
    await seal(evaluator, id, numbers);
  }
}

/** Writes the fields of an untouched draft; empty ones are left alone, as a person would. */
export async function draft(evaluator: Client, id: string, question: string, fields: Readonly<Partial<Record<DraftField, unknown>>>): Promise<void> {
  const written = (Object.entries(fields) as [DraftField, unknown][]).filter(([, value]) => value !== '' && !(Array.isArray(value) && value.length === 0));
  await Promise.all(written.map(([field, value]) => evaluator.call(scoring.draft, { params: { id, question }, body: { field, value, edition: 0, round: 1 } })));
}

export async function seal(evaluator: Client, id: string, questions: readonly string[]): Promise<void> {
  for (const some of inHundreds(questions)) await evaluator.call(scoring.seal, { params: { id }, body: { questions: some } });
}

/** Agrees on these questions: what lies within tolerance in one go, the others one by one with cause, reason and text. */
export async function agree(id: string, evaluators: readonly Client[], plan: ReplayPlan, numbers: readonly string[]): Promise<void> {
  const discussed = numbers.filter((number) => plan.settled[number]?.reason);
  const within = numbers.filter((number) => !plan.settled[number]?.reason);
  for (const some of inHundreds(within)) await propose(id, evaluators[0], plan, some);
  // Those who discussed take turns at writing it down.
  for (const [at, number] of discussed.entries()) await propose(id, evaluators[at % evaluators.length], plan, [number]);
  for (const evaluator of evaluators) await approveOthers(id, evaluator, numbers);
}

export async function propose(id: string, by: Client | undefined, plan: ReplayPlan, numbers: readonly string[]): Promise<void> {
  const proposals = numbers.map((question): Draft => {
    const { percent, text, reason, cause } = plan.settled[question] ?? { percent: '', text: '', reason: '', cause: null };
    return { question, round: 1, answers: null, percent, text, reason, cause };
  });
  await by?.call(consensus.propose, { params: { id }, body: { proposals } });
}

async function approveOthers(id: string, evaluator: Client, numbers: readonly string[]): Promise<void> {
  const board = await evaluator.call(consensus.board, { params: { id } });
  const open = board.questions.flatMap(({ number, standing, settled, proposals }) => {
    const own = proposals.find((proposal) => proposal.number === standing);
    const waits = own && !settled && numbers.includes(number) && !own.approvals.some(({ person }) => person === evaluator.me.id);
    return waits ? [{ question: number, proposal: own.number }] : [];
  });
  for (const approvals of inHundreds(open)) await evaluator.call(consensus.approve, { params: { id }, body: { approvals } });
}

/** Every evaluator signs what they see; the last signature locks. Answers with the stored report. */
export async function lock(id: string, evaluators: readonly Client[]): Promise<LockedReport> {
  const params = { id };
  for (const evaluator of evaluators) {
    const { fingerprint } = await evaluator.call(reports.lockState, { params });
    await evaluator.call(reports.sign, { params, body: { fingerprint: fingerprint ?? '', reason: 'Återgiven ur den tryckta rapporten.' } });
  }
  const [first] = evaluators;
  if (!first) throw new Error('a report needs evaluators');
  return first.call(reports.read, { params: { id, version: 'latest' } });
}

/** The contract takes at most a hundred at a time. */
const inHundreds = <T>(items: readonly T[]): T[][] => Array.from({ length: Math.ceil(items.length / 100) }, (_, at) => items.slice(at * 100, at * 100 + 100));
