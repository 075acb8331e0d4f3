import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation';
import { PeopleModule } from '../people';
import { ConsensusController } from './consensus.controller';
import { ConsensusService } from './consensus.service';

@Module({ imports: [PeopleModule, EvaluationModule], controllers: [ConsensusController], providers: [ConsensusService] })
export class ConsensusModule {}
