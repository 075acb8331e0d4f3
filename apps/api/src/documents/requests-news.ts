import { Injectable } from '@nestjs/common';
import { materialReaders, revisionSeenBy, type Role } from '@samsyn/domain';
import { EvaluationLedger } from '../evaluation';
import { LiveGateway } from '../live';

/** Tells everyone who may read the material that something about it has changed. A hint without content: they read again. */
@Injectable()
export class MaterialNews {
  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly live: LiveGateway,
  ) {}

  /** `only`: what others could not see yet, they are not told of. */
  async changed(evaluationId: string, ...only: readonly Role[]): Promise<void> {
    const { state, counts } = await this.ledger.recent(evaluationId);
    const now = new Date().toISOString();
    for (const person of materialReaders(state, only)) if (this.live.isHere(person)) this.live.tell(person, { evaluationId, revision: revisionSeenBy(counts, person, now), changes: [{ kind: 'documents' }] });
  }
}
