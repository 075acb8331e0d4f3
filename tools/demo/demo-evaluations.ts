import { consensus, evaluations, type EvaluationSummary } from '@samsyn/contract';
import { printedEvaluation, replayPlan, type ReplayPlan } from '@samsyn/samples';
import type { Client } from '../client/client';
import { agree, propose, replayEvaluation } from '../replay/replay-evaluation';
import type { DemoName } from './demo-people';
import { granvik, makeGranvik } from './granvik';

type People = Readonly<Record<DemoName, Client>>;

interface DemoEvaluation {
  readonly name: string;
  readonly year: number;
  /** Whether an evaluation of that name and year was made to the end, whatever people have done with it since. */
  readonly isMade: (summary: EvaluationSummary) => boolean;
  readonly make: (url: string, people: People) => Promise<unknown>;
}

const everAgreed = ({ phase }: EvaluationSummary): boolean => phase === 'report' || phase === 'locked';
/** Settled in Nässjö when the demo is new: what lay within tolerance, and one question more after discussion. */
const nassjoSettled = 31;

const demoEvaluations: readonly DemoEvaluation[] = [
  { name: 'Norsjö', year: 2015, isMade: everAgreed, make: (url, people) => replayEvaluation(url, people.karin, planOf('se-norsjo-2015', 2), { personFor: seats(people.ana, people.luis), others: [{ client: people.jonas, role: 'observer' }] }) },
  { name: 'Örnsköldsvik', year: 2017, isMade: everAgreed, make: (url, people) => replayEvaluation(url, people.karin, planOf('se-ornskoldsvik-2017', 3), { personFor: seats(people.ana, people.luis, people.eva) }) },
  { name: 'Nässjö', year: 2019, isMade: ({ settled }) => settled > nassjoSettled - 5, make: makeNassjo },
  { name: granvik.name, year: granvik.year, isMade: ({ opened }) => opened > 0, make: (_url, people) => makeGranvik(people) },
];

/** Makes those of the demo's evaluations that are missing; one left half made by an interrupted start stays as it is. */
export async function makeMissing(url: string, coordinator: Client, peopleNeeded: () => Promise<People>): Promise<string[]> {
  const known = await coordinator.call(evaluations.list);
  const missing = demoEvaluations.filter(({ name, year, isMade }) => !known.some((summary) => summary.municipality.name === name && summary.year === year && isMade(summary)));
  if (missing.length === 0) return [];
  const people = await peopleNeeded();
  await Promise.all(missing.map(({ make }) => make(url, people)));
  return missing.map(({ name, year }) => `${name} ${year}`);
}

function planOf(id: string, evaluators: number): ReplayPlan {
  const printed = printedEvaluation(id);
  if (!printed) throw new Error(`${id} is not among the printed evaluations`);
  return replayPlan(printed, evaluators);
}

const seats = (...clients: readonly Client[]) => (seat: number): Client => {
  const client = clients[seat - 1];
  if (!client) throw new Error(`nobody has seat ${seat}`);
  return client;
};

/** Nässjö in the middle of its consensus meeting: much settled, proposals waiting both ways, the largest differences left. */
async function makeNassjo(url: string, { karin, ana, luis }: People): Promise<void> {
  const plan = planOf('se-nassjo-2019', 2);
  const { id } = await replayEvaluation(url, karin, plan, { personFor: seats(ana, luis), stopAfter: 'revealed' });
  const numbers = Object.keys(plan.settled);
  const spread = (number: string): number => Math.abs(Number(plan.sheets[0]?.[number]?.percent) - Number(plan.sheets[1]?.[number]?.percent));
  const within = numbers.filter((number) => !plan.settled[number]?.reason);
  const diverging = numbers.filter((number) => plan.settled[number]?.reason).sort((a, b) => spread(a) - spread(b));
  const discussed = Math.max(0, nassjoSettled - within.length);
  // What waits for an answer comes first: the number settled then tells that all of it was made.
  for (const [at, number] of diverging.slice(discussed, discussed + 6).entries()) await propose(id, at % 2 === 0 ? ana : luis, plan, [number]);
  await proposeRed(id, luis, plan, diverging.at(-1));
  await agree(id, [ana, luis], plan, [...within, ...diverging.slice(0, discussed)].slice(0, nassjoSettled));
}

/** The largest difference has a proposal too, on which they need to talk: it lies at the proposer's own mark. */
async function proposeRed(id: string, luis: Client, plan: ReplayPlan, question: string | undefined): Promise<void> {
  if (!question) return;
  const percent = plan.sheets[1]?.[question]?.percent ?? '';
  const proposal = { question, round: 1, answers: null, percent, text: 'Arbetssättet bör bedömas efter hur det används i vardagen.', reason: 'Mitt underlag är nyare än det vi båda fick från början.', cause: 'evidence' as const };
  await luis.call(consensus.propose, { params: { id }, body: { proposals: [proposal] } });
}
