import { ledgerLineHash, sealCommitment, type Envelope, type LedgerEntry } from '@samsyn/domain';
import { createHmac, hash, randomBytes } from 'node:crypto';

export const sha256 = (text: string): string => hash('sha256', text);
const hmac = (keyHex: string, text: string): string => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text).digest('hex');

export const hashOfEntry = (evaluationId: string, entry: Omit<LedgerEntry, 'hash'>): string => ledgerLineHash(sha256, evaluationId, entry);

/** 128 random bits: without them a commitment to one of a few possible scores could be guessed. */
export const newNonce = (): string => randomBytes(16).toString('hex');

export const commitmentOf = (envelope: Envelope, nonce: string): string => sealCommitment(hmac, envelope, nonce);
