import { Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Coverage, DocumentsModule } from '../documents';
import { scoring } from '@samsyn/contract';
import { EvaluationModule } from '../evaluation';
import { Acts, LiveModule } from '../live';
import { PeopleModule } from '../people';
import { DraftFieldRow } from './draft-field.entity';
import { Drafts } from './drafts';
import { ScoringController } from './scoring.controller';
import { ScoringService } from './scoring.service';

@Module({ imports: [PeopleModule, LiveModule, EvaluationModule, DocumentsModule, TypeOrmModule.forFeature([DraftFieldRow])], controllers: [ScoringController], providers: [Drafts, ScoringService] })
export class ScoringModule implements OnModuleInit {
  constructor(
    private readonly coverage: Coverage,
    private readonly scoring: ScoringService,
    private readonly acts: Acts,
  ) {}

  /** Drafts and seals come over the socket too. The own citations on the coverage board are read from the caller's own sheet, which nobody else is shown. */
  onModuleInit(): void {
    this.acts.takenBy('draft', scoring.draft, (person, id, body, question) => this.scoring.draft(person, id, { ...body, question }));
    this.acts.takenBy('seal', scoring.seal, (person, id, { questions }) => this.scoring.seal(person, id, questions));
    this.coverage.citationsFrom(async (person, id) => (await this.scoring.sheet(person, id)).questions.map(({ question, sheet }) => ({ question, kinds: sheet.evidence.map(({ kind }) => kind) })));
  }
}
