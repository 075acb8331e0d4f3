import { fold, blankState, type Fact, type Instrument, type LedgerEntry, type Sheet } from '@samsyn/domain';
import { commitmentOf, hashOfEntry, inputOf } from './evaluation';
import type { House } from './spec-house';

interface Line {
  readonly revision: number;
  readonly at: Date;
  readonly actor: string | null;
  readonly fact: Fact;
  readonly previous: string;
  readonly hash: string;
}
interface SealedLine {
  readonly revision: number;
  readonly question: string;
  readonly person: string;
  readonly round: number;
  readonly sheet: Sheet;
  readonly percent: string | null;
  readonly nonce: string;
}

/** The ledger as it lies in the database, with the sealed sheets beside it. */
export async function ledgerOf(house: House, id: string): Promise<{ entries: LedgerEntry[]; sealed: SealedLine[]; faults: string[] }> {
  const lines = await house.sql<Line & Record<string, unknown>>('SELECT revision, at, actor, fact, previous, hash FROM ledger_entry WHERE evaluation_id = $1 ORDER BY revision', [id]);
  const sealed = await house.sql<SealedLine & Record<string, unknown>>('SELECT revision, question, person_id AS person, round, sheet, percent, nonce FROM sealed_score WHERE evaluation_id = $1', [id]);
  const [head] = await house.sql<{ revision: number; hash: string; locked: boolean; instrument: Instrument }>('SELECT revision, hash, locked, instrument FROM evaluation WHERE id = $1', [id]);
  const entries = lines.map((line) => ({ ...line, at: line.at.toISOString() }));
  const faults = chainFaults(id, entries, sealed);
  if (!head) return { entries, sealed, faults: [...faults, 'no head'] };
  const state = entries.reduce((before, entry) => fold(before, entry, inputOf(head.instrument, sealed.map((row) => ({ ...row })))), blankState(id, head.instrument));
  if (head.revision !== entries.length || head.hash !== entries.at(-1)?.hash || head.locked !== (state.locked !== null)) faults.push('the head does not follow');
  return { entries, sealed, faults };
}

/** What is wrong with the chain: a gap, a broken hash, time running back, a seal without its sheet, a line under lock. */
function chainFaults(id: string, entries: readonly LedgerEntry[], sealed: readonly SealedLine[]): string[] {
  const faults: string[] = [];
  let locked = false;
  for (const [index, entry] of entries.entries()) {
    if (entry.revision !== index + 1) faults.push(`gap at ${index + 1}`);
    if (entry.previous !== (entries[index - 1]?.hash ?? '') || entry.hash !== hashOfEntry(id, entry)) faults.push(`hash at ${index + 1}`);
    if (entry.at < (entries[index - 1]?.at ?? '')) faults.push(`time at ${index + 1}`);
    if (locked && entry.fact.kind !== 'unlockSigned' && entry.fact.kind !== 'unlocked') faults.push(`${entry.fact.kind} under lock at ${index + 1}`);
    if (entry.fact.kind === 'locked') locked = true;
    if (entry.fact.kind === 'unlocked') locked = false;
    if (entry.fact.kind === 'sealed') faults.push(...sealFaults(id, entry, entry.fact.seals, sealed));
  }
  const promised = entries.flatMap(({ fact }) => (fact.kind === 'sealed' ? fact.seals : [])).length;
  return promised === sealed.length ? faults : [...faults, `${promised} seals, ${sealed.length} sheets`];
}

const sealFaults = (id: string, entry: LedgerEntry, seals: readonly { question: string; round: number; commitment: string }[], sealed: readonly SealedLine[]): string[] =>
  seals.flatMap(({ question, round, commitment }) => {
    const row = sealed.find((own) => own.revision === entry.revision && own.question === question);
    if (!row) return [`no sheet of ${question} at ${entry.revision}`];
    return commitmentOf({ evaluationId: id, person: row.person, question, round, sheet: row.sheet }, row.nonce) === commitment ? [] : [`commitment of ${question} at ${entry.revision}`];
  });

export const countOf = (entries: readonly LedgerEntry[], kind: Fact['kind']): number => entries.filter(({ fact }) => fact.kind === kind).length;
