import { ledgerLineHash, sealCommitment } from '@samsyn/domain';
import { createHash, createHmac } from 'node:crypto';
import type { Finding, StoredEvaluation, StoredSeal } from './stored';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (keyHex: string, text: string): string => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text).digest('hex');

/** The chain of hashes from the first line to the head. */
export function chainFindings(stored: StoredEvaluation): Finding[] {
  const findings: Finding[] = [];
  let previous = '';
  let number = 0;
  for (const line of stored.lines) {
    const { revision } = line;
    if (revision !== number + 1) findings.push({ revision, what: `raden före är nummer ${number}` });
    number = revision;
    if (line.previous !== previous) findings.push({ revision, what: 'länken till raden före stämmer inte' });
    if (line.hash !== ledgerLineHash(sha256, stored.id, line)) findings.push({ revision, what: 'radens innehåll stämmer inte med dess kontrollsumma' });
    previous = line.hash;
  }
  const last = stored.lines.at(-1);
  if (stored.hash !== (last?.hash ?? '')) findings.push({ revision: null, what: 'utvärderingens kontrollsumma är inte sista radens' });
  if (stored.revision !== (last?.revision ?? 0)) findings.push({ revision: null, what: `utvärderingen står på rad ${stored.revision}, men loggen slutar på ${last?.revision ?? 0}` });
  return findings;
}

/** Every commitment in the ledger against its sealed sheet, and every sheet against the ledger. */
export function sealFindings(stored: StoredEvaluation): Finding[] {
  const findings: Finding[] = [];
  const left = new Map(stored.sealed.map((row) => [keyOf(row.revision, row.question), row]));
  for (const { revision, actor, fact } of stored.lines) {
    if (fact.kind !== 'sealed') continue;
    for (const { question, round, commitment } of fact.seals) {
      const row = left.get(keyOf(revision, question));
      left.delete(keyOf(revision, question));
      if (!row) findings.push({ revision, what: `det förseglade bladet för ${question} saknas` });
      else if (row.person !== actor || row.round !== round || commitmentTo(stored.id, row) !== commitment)
        findings.push({ revision, what: `det förseglade bladet för ${question} stämmer inte med sin försegling` });
    }
  }
  for (const row of left.values()) findings.push({ revision: row.revision, what: `ett förseglat blad för ${row.question} finns utan rad i loggen` });
  return findings;
}

const keyOf = (revision: number, question: string): string => `${revision} ${question}`;

/** A nonce that is not 32 hex digits would be cut short as a key, so it proves nothing. */
const commitmentTo = (evaluationId: string, { person, question, round, sheet, nonce }: StoredSeal): string =>
  /^[0-9a-f]{32}$/.test(nonce) ? sealCommitment(hmac, { evaluationId, person, question, round, sheet }, nonce) : '';
