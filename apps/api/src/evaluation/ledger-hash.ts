import { canonical, type LedgerEntry, type Sheet } from '@samsyn/domain';
import { createHash, createHmac, randomBytes } from 'node:crypto';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The hash of a ledger line: over the one before and everything the line says. */
export const hashOfEntry = (evaluationId: string, entry: Omit<LedgerEntry, 'hash'>): string =>
  sha256(`${entry.previous}\n${canonical({ evaluationId, revision: entry.revision, at: entry.at, actor: entry.actor, fact: entry.fact })}`);

export interface Envelope {
  readonly evaluationId: string;
  readonly person: string;
  readonly question: string;
  readonly round: number;
  readonly sheet: Sheet;
}

/** 128 random bits: without them a commitment to one of a few possible scores could be guessed. */
export const newNonce = (): string => randomBytes(16).toString('hex');

/** The commitment to a sealed sheet: tells nothing without the nonce, and can be checked by anyone with it. */
export const commitmentOf = (envelope: Envelope, nonce: string): string => createHmac('sha256', Buffer.from(nonce, 'hex')).update(canonical(envelope)).digest('hex');
