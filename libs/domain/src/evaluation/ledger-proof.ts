import type { LedgerEntry } from '../facts';
import type { Seal } from '../state';
import { canonical } from './canonical';

/** Hex digest of a text. Given from outside: the rules know no platform. */
export type Sha256 = (text: string) => string;
/** Hex HMAC-SHA-256 of a text under a key in hex. */
export type Hmac = (keyHex: string, text: string) => string;

/** What a commitment is over: the sheet and everything that says whose it is and of what. */
export interface Envelope {
  readonly evaluationId: string;
  readonly person: string;
  readonly question: string;
  readonly round: number;
  readonly sheet: Seal['sheet'];
}

/** The hash of a ledger line: over the one before and everything the line says. */
export const ledgerLineHash = (sha256: Sha256, evaluationId: string, entry: Omit<LedgerEntry, 'hash'>): string =>
  sha256(`${entry.previous}\n${canonical({ evaluationId, revision: entry.revision, at: entry.at, actor: entry.actor, fact: entry.fact })}`);

/** The commitment to a sealed sheet: tells nothing without the nonce, and can be checked by anyone with it. */
export const sealCommitment = (hmac: Hmac, envelope: Envelope, nonce: string): string => hmac(nonce, canonical(envelope));
