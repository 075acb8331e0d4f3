import type { DateChange } from './evaluation/dates';
import type { Policy } from './evaluation/policy-schema';
import type { Role } from './evaluation/team';
import type { Exact } from './scoring/exact';

/** Where a settled score came from. `discussed` and `revote` need a reason. */
export const settlementMethods = ['equal', 'withinTolerance', 'discussed', 'revote'] as const;
export type SettlementMethod = (typeof settlementMethods)[number];

export const divergenceCauses = ['evidence', 'interpretation', 'mistake', 'unknown'] as const;
export type DivergenceCause = (typeof divergenceCauses)[number];

export interface ProposalFact {
  readonly question: string;
  readonly round: number;
  readonly percent: Exact;
  readonly text: string;
  readonly reason: string;
  readonly cause: DivergenceCause | null;
  readonly method: SettlementMethod;
}

/** Which notes of the checklist a signer accepted, and why. */
export interface Acceptance {
  readonly notes: readonly string[];
  readonly reason: string;
}

/**
 * The shared facts of an evaluation, one per ledger line. The state is the fold of these and nothing else (`state.ts`).
 * A sealed sheet itself is not in the fact: only its commitment is, so that the ledger can be shown and proven
 * without showing a score. People are ids; names are looked up when shown.
 */
export type Fact =
  | { kind: 'created'; municipality: { code: string | null; name: string }; year: number; instrument: string; sandbox: boolean; policy: Policy }
  | { kind: 'joined'; person: string; role: Role; seat: number | null }
  | { kind: 'left'; person: string; role: Role }
  | { kind: 'declared'; person: string; conflict: boolean; text: string }
  | { kind: 'policyChanged'; policy: Policy }
  /** A change of the rules after the first seal: what they are, what they would be, and why; it holds once another has approved it. */
  | { kind: 'policyProposed'; before: Policy; policy: Policy; reason: string }
  | { kind: 'policyApproved'; proposal: number }
  | { kind: 'policyDeclined'; proposal: number }
  | { kind: 'policyWithdrawn'; proposal: number }
  /** Planned days set, moved or taken away: only those that changed. */
  | { kind: 'scheduled'; changes: DateChange[] }
  | { kind: 'scoringOpened' }
  /** Asked to go on with their seals. */
  | { kind: 'nudged'; person: string }
  /** Another person takes over an evaluator's seat: what the one before has sealed goes on standing for it. */
  | { kind: 'replaced'; seat: number; left: string; joined: string; reason: string }
  | { kind: 'sealed'; seals: { question: string; round: number; commitment: string }[] }
  | { kind: 'sealWithdrawn'; seals: { question: string; round: number }[] }
  | { kind: 'revealed'; opened: { question: string; round: number }[] }
  | { kind: 'roundOpened'; question: string; round: number; reason: string }
  | { kind: 'proposed'; proposals: ProposalFact[] }
  | { kind: 'approved'; approvals: { question: string; proposal: number }[] }
  | { kind: 'settled'; questions: { question: string; proposal: number }[] }
  | { kind: 'areaSigned'; area: number }
  | { kind: 'areaLocked'; areas: number[] }
  | { kind: 'areaReopened'; area: number; reason: string }
  /** `accepted` is absent in lines from before it was asked for; null where nothing was left to accept. */
  | { kind: 'lockSigned'; version: number; fingerprint: string; accepted?: Acceptance | null }
  | { kind: 'locked'; version: number; reportHash: string }
  | { kind: 'unlockSigned'; version: number; reason: string }
  | { kind: 'unlocked'; version: number; reason: string };

export type FactKind = Fact['kind'];

/** One line of the ledger as it is stored: numbered by revision, chained by hash, timed by the server's clock (UTC). */
export interface LedgerEntry {
  readonly revision: number;
  readonly at: string;
  readonly actor: string | null;
  readonly fact: Fact;
  readonly previous: string;
  readonly hash: string;
}
