import { Injectable } from '@nestjs/common';
import type { BodyOf, EvaluationView, evaluations } from '@samsyn/contract';
import { policyEnded, policyProposed, Refusal, requireMayApprovePolicy, requireRole, requireUnlocked, sealedSeenBy, type EvaluationState } from '@samsyn/domain';
import type { SignedIn } from '../people';
import { EvaluationLedger } from './evaluation-ledger';
import { Evaluations } from './evaluations';

/** How the rules change once something is sealed: one proposes, another approves, and one of the two is an evaluator. */
@Injectable()
export class PolicyChanges {
  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
  ) {}

  async propose(caller: SignedIn, id: string, body: BodyOf<typeof evaluations.proposePolicy>): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft, { counts }) => {
      requireSay(draft.state, caller.id);
      // A colleague's first seal is told on the minute: until then the answer is as if nothing were sealed.
      if (!sealedSeenBy(counts, caller.id, draft.now)) throw new Refusal('evaluation/policy-open');
      draft.add(policyProposed(draft.state, body));
    });
    return this.evaluations.viewOf(standing, caller.id);
  }

  /** From here on open proposals and flags are computed by the new rules; what is settled stays. */
  async approve(caller: SignedIn, id: string, proposal: number): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireSay(draft.state, caller.id);
      draft.add({ kind: 'policyApproved', proposal: requireMayApprovePolicy(draft.state, caller.id, proposal).number });
    });
    return this.evaluations.viewOf(standing, caller.id);
  }

  async decline(caller: SignedIn, id: string, proposal: number): Promise<EvaluationView> {
    const standing = await this.ledger.record(id, caller.id, (draft) => {
      requireSay(draft.state, caller.id);
      draft.add(policyEnded(draft.state, caller.id, proposal));
    });
    return this.evaluations.viewOf(standing, caller.id);
  }
}

function requireSay(state: EvaluationState, person: string): void {
  requireRole(state, person, 'coordinator', 'evaluator');
  requireUnlocked(state);
}
