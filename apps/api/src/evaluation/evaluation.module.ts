import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { declaredMembers, requireRole } from '@samsyn/domain';
import { InstrumentModule } from '../instrument';
import { LiveGateway, LiveModule } from '../live';
import { MailModule } from '../mail';
import { PeopleModule } from '../people';
import { Announcer } from './announcer';
import { EvaluationController } from './evaluation.controller';
import { EvaluationLedger } from './evaluation-ledger';
import { EvaluationMemberRow, EvaluationRow, LedgerEntryRow } from './evaluation-rows.entity';
import { Evaluations } from './evaluations';
import { PolicyChanges } from './policy-changes';
import { SealedScoreRow } from './sealed-score.entity';
import { Seats } from './seats';
import { Training } from './training';

@Module({
  imports: [PeopleModule, MailModule, LiveModule, InstrumentModule, TypeOrmModule.forFeature([EvaluationRow, EvaluationMemberRow, LedgerEntryRow, SealedScoreRow])],
  controllers: [EvaluationController],
  providers: [EvaluationLedger, Announcer, Evaluations, PolicyChanges, Seats, Training],
  exports: [EvaluationLedger, Evaluations],
})
export class EvaluationModule implements OnModuleInit {
  constructor(
    private readonly live: LiveGateway,
    private readonly ledger: EvaluationLedger,
  ) {}

  /** Presence is told among evaluators, and only about questions that are open: before that, where one works is blind. */
  onModuleInit(): void {
    this.live.presenceFor(async (person, evaluationId, question) => {
      const { state } = await this.ledger.recent(evaluationId);
      requireRole(state, person, 'evaluator');
      const own = question === null ? undefined : state.questions[question];
      if (question !== null && (!own || own.openedRound < own.round)) return [];
      return declaredMembers(state).filter(({ role }) => role === 'evaluator').map((member) => member.person).filter((other) => other !== person);
    });
  }
}
