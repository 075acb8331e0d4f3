import { ledgerLineHash, sealCommitment, type Envelope } from './ledger-proof';

// What is hashed is what is proven here; the platform's hash itself is given from outside.
const text = (given: string): string => given;
const keyed = (key: string, given: string): string => `${key} ${given}`;
const line = { revision: 2, at: '2026-11-22T09:00:00.000Z', actor: null, fact: { kind: 'scoringOpened' }, previous: 'before' } as const;
const sheet: Envelope['sheet'] = { standing: 'judged', judgements: {}, percent: null, rationale: '', strengths: [], improvements: [], evidence: [], unsure: false };
const envelope: Envelope = { evaluationId: 'e', person: 'p', question: '3.2', round: 1, sheet };

it('hashes a line over the one before and everything it says', () => {
  expect(ledgerLineHash(text, 'e', line)).toBe('before\n{"actor":null,"at":"2026-11-22T09:00:00.000Z","evaluationId":"e","fact":{"kind":"scoringOpened"},"revision":2}');
});

it('commits to the sheet and to whose it is, of what and in which round', () => {
  const all = [envelope, { ...envelope, person: 'q' }, { ...envelope, question: '3.3' }, { ...envelope, round: 2 }, { ...envelope, sheet: { ...sheet, unsure: true } }];
  expect(new Set(all.map((one) => sealCommitment(keyed, one, '00'))).size).toBe(all.length);
  expect(sealCommitment(keyed, envelope, '00').startsWith('00 {"evaluationId":"e"')).toBe(true);
});
