import { Module } from '@nestjs/common';
import { EvaluationModule } from '../evaluation';
import { FilesModule } from '../files';
import { LiveModule } from '../live';
import { MailModule } from '../mail';
import { PeopleModule } from '../people';
import { Coverage } from './coverage';
import { CoverageController } from './coverage.controller';
import { DocumentCheck } from './document-check';
import { DocumentController } from './document.controller';
import { DocumentDesk } from './document-desk';
import { DocumentJobs } from './document-jobs';
import { DocumentShelf } from './document-shelf';
import { Links } from './links';
import { LinksController } from './links.controller';
import { Reminders } from './reminders';
import { MailChoices } from './reminders-choice';
import { MailChoiceController, OwnMailController } from './reminders-choice.controller';
import { CLOCK, DailyWork, type Clock } from './reminders-daily';
import { RemindersController } from './reminders.controller';
import { Requests } from './requests';
import { MaterialNews } from './requests-news';
import { RequestsController } from './requests.controller';
import { Retention } from './retention';
import { RetentionController } from './retention.controller';
import { DocumentSearch } from './search';
import { SelfDescription } from './self-description';
import { SelfDescriptionController } from './self-description.controller';
import { Uploads } from './uploads';
import { UploadsDoor } from './uploads-door';
import { WebCopyJobs } from './web-copy-jobs';

const clock: Clock = () => new Date();

@Module({
  imports: [PeopleModule, LiveModule, MailModule, EvaluationModule, FilesModule],
  controllers: [RequestsController, LinksController, SelfDescriptionController, CoverageController, RemindersController, MailChoiceController, OwnMailController, RetentionController, DocumentController],
  providers: [
    MaterialNews, Requests, Links, SelfDescription, Coverage, MailChoices, Reminders, Retention, DailyWork, { provide: CLOCK, useValue: clock },
    DocumentShelf, DocumentDesk, DocumentCheck, DocumentJobs, WebCopyJobs, DocumentSearch, Uploads, UploadsDoor,
  ],
  exports: [Coverage, UploadsDoor],
})
export class DocumentsModule {}
