import { Module, type OnModuleInit } from '@nestjs/common';
import { interviewsByQuestion } from '@samsyn/domain';
import { Coverage, DocumentsModule } from '../documents';
import { EvaluationModule } from '../evaluation';
import { LiveModule } from '../live';
import { MailModule } from '../mail';
import { PeopleModule } from '../people';
import { CalendarFeeds } from './calendar-feeds';
import { DaySheets } from './day-sheet';
import { HouseKeys } from './house-keys';
import { Interviewees } from './interviewees';
import { LetterRound } from './letter-round';
import { Letters } from './letters';
import { Notes } from './notes';
import { NotesController } from './notes.controller';
import { PersonalPages } from './personal';
import { PersonalCare } from './personal-care';
import { PersonalCareController } from './personal-care.controller';
import { PersonalController } from './personal.controller';
import { Forgetting } from './personal-forgetting';
import { Desk } from './plan-desk';
import { PlanController } from './plan.controller';
import { Releases } from './releases';
import { VisitNews } from './visit-news';
import { VisitPlans } from './visit-plans';

@Module({
  imports: [PeopleModule, LiveModule, MailModule, EvaluationModule, DocumentsModule],
  controllers: [PlanController, NotesController, PersonalController, PersonalCareController],
  providers: [HouseKeys, VisitPlans, VisitNews, Interviewees, Desk, Releases, LetterRound, Letters, PersonalPages, PersonalCare, Forgetting, Notes, CalendarFeeds, DaySheets],
})
export class InterviewsModule implements OnModuleInit {
  constructor(
    private readonly coverage: Coverage,
    private readonly plans: VisitPlans,
  ) {}

  /** How many planned interviews take up a question, on the coverage board: from the plan, never from what anyone ticked off. */
  onModuleInit(): void {
    this.coverage.interviewsFrom(async (id) => interviewsByQuestion((await this.plans.draft(id)).plan));
  }
}
