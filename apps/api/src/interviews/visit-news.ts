import { Injectable } from '@nestjs/common';
import { materialReaders, revisionSeenBy, type Role } from '@samsyn/domain';
import { EvaluationLedger } from '../evaluation';
import { LiveGateway } from '../live';

const team: readonly Role[] = ['coordinator', 'evaluator', 'adjudicator'];

/** Tells the team that something about the visit has changed. A hint without content: they read again. */
@Injectable()
export class VisitNews {
  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly live: LiveGateway,
  ) {}

  async changed(evaluationId: string, ...only: readonly Role[]): Promise<void> {
    const { state } = await this.ledger.recent(evaluationId);
    await this.tell(evaluationId, materialReaders(state, only.length > 0 ? only : team));
  }

  /** What is one person's own is told to that person's other pages and to nobody else. */
  async own(evaluationId: string, person: string): Promise<void> {
    await this.tell(evaluationId, [person]);
  }

  private async tell(evaluationId: string, people: readonly string[]): Promise<void> {
    const { counts } = await this.ledger.recent(evaluationId);
    const now = new Date().toISOString();
    for (const person of people) if (this.live.isHere(person)) this.live.tell(person, { evaluationId, revision: revisionSeenBy(counts, person, now), changes: [{ kind: 'plan' }] });
  }
}
