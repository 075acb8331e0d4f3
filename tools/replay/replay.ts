// npm run replay -- FILE ID [--evaluators 3]: plays a printed evaluation again, blind to locked, on a server of its own.
// Standard output: the locked report and nothing else. Everything said to people goes to standard error.
import { knownMisprints, ReplayRefusal, replayPlan, type PrintedEvaluation } from '@samsyn/samples';
import type { Client } from '../client/client';
import { compareWithPrint, linesOf, type NamedMisprint } from './compare';
import { signedInDemo } from './demo-person';
import { entryOf, ReplayFault, wishOf } from './entries';
import { Interrupted, withOwnServer } from './own-server';
import { replayEvaluation, type LockedReport } from './replay-evaluation';

const began = Date.now();
const tell = (text: string): void => void process.stderr.write(`${text}\n`);
const say = (text: string): void => tell(`${((Date.now() - began) / 1000).toFixed(1).padStart(5)} s  ${text}`);

async function replay(args: readonly string[]): Promise<number> {
  const { file, id, evaluators } = wishOf(args);
  const entry = entryOf(file, id);
  const plan = replayPlan(entry, evaluators);
  say(`${entry.municipality} ${entry.year}: ${Object.keys(plan.settled).length} questions, ${evaluators} evaluators, instrument ${plan.instrument.id}`);
  const locked = await withOwnServer(say, async (url) => {
    const coordinator = await signedInDemo(url, person('samordnare', 'Samordnare', true));
    const played = await replayEvaluation(url, coordinator, plan, { personFor: (seat) => evaluatorOf(url, seat), say });
    return played.locked as LockedReport;
  });
  say(`locked as version ${locked.report.version}, hash ${locked.hash}`);
  await print(`${JSON.stringify(locked.report, null, 2)}\n`);
  return compare(entry, locked, plan.misprints);
}

const person = (address: string, name: string, mayCreate: boolean) => ({ email: `${address}@replay.example`, name, organisation: 'Återspelning', role: name, note: '', mayCreate });
const evaluatorOf = (url: string, seat: number): Promise<Client> => signedInDemo(url, person(`utvarderare-${seat}`, `Utvärderare ${seat}`, false));

/** A pipe takes a long text in pieces: the process must not end before the last one. */
const print = (text: string): Promise<void> => new Promise((done, failed) => process.stdout.write(text, (fault) => (fault ? failed(fault) : done())));

function compare(entry: PrintedEvaluation, { report }: LockedReport, found: readonly NamedMisprint[]): number {
  const named = [...knownMisprints.filter(({ evaluationId }) => evaluationId === entry.id), ...found];
  const compared = compareWithPrint(entry, report, named);
  tell('');
  for (const line of linesOf(compared)) tell(line);
  if (entry.total.printed === null) tell(`total     not printed, ours ${report.total.achieved}`);
  return compared.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
}

try {
  process.exitCode = await replay(process.argv.slice(2));
} catch (fault) {
  const plain = fault instanceof ReplayFault || fault instanceof ReplayRefusal;
  tell(fault instanceof Interrupted ? '\ninterrupted: everything is stopped and removed' : plain ? fault.message : `The replay failed. ${fault instanceof Error ? (fault.stack ?? fault.message) : String(fault)}`);
  process.exit(fault instanceof Interrupted ? 130 : 1);
}
