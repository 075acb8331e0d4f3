import { Module, type OnModuleInit } from '@nestjs/common';
import { consensus } from '@samsyn/contract';
import { EvaluationModule } from '../evaluation';
import { Acts, LiveModule } from '../live';
import { PeopleModule } from '../people';
import { ConsensusController } from './consensus.controller';
import { ConsensusService } from './consensus.service';

@Module({ imports: [PeopleModule, LiveModule, EvaluationModule], controllers: [ConsensusController], providers: [ConsensusService] })
export class ConsensusModule implements OnModuleInit {
  constructor(
    private readonly consensus: ConsensusService,
    private readonly acts: Acts,
  ) {}

  /** Proposals and approvals come over the socket too. */
  onModuleInit(): void {
    this.acts.takenBy('propose', consensus.propose, (person, id, { proposals }) => this.consensus.propose(person, id, proposals));
    this.acts.takenBy('approve', consensus.approve, (person, id, { approvals }) => this.consensus.approve(person, id, approvals));
  }
}
