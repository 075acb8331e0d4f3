import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { EvaluationModule } from '../evaluation';
import { PeopleModule } from '../people';
import { DraftFieldRow } from './draft-field.entity';
import { Drafts } from './drafts';
import { ScoringController } from './scoring.controller';
import { ScoringService } from './scoring.service';

@Module({ imports: [PeopleModule, EvaluationModule, TypeOrmModule.forFeature([DraftFieldRow])], controllers: [ScoringController], providers: [Drafts, ScoringService] })
export class ScoringModule {}
