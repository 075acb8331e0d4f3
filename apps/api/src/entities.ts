import { PublishedResultRow } from './archive/published-result.entity';
import { DocumentRow, DocumentVersionRow } from './documents/document-rows.entity';
import { DeletionReceiptRow, HouseSecretRow, MailChoiceRow, ReminderSentRow, ReminderWithheldRow } from './documents/keeping-rows.entity';
import { DocumentRequestRow, RequestEventRow, RequestLinkRow } from './documents/request-rows.entity';
import { DescriptionAnswerRow, DescriptionSubmissionRow } from './documents/self-description-rows.entity';
import { EvaluationMemberRow, EvaluationRow, LedgerEntryRow } from './evaluation/evaluation-rows.entity';
import { SealedScoreRow } from './evaluation/sealed-score.entity';
import { InstrumentDraftRow } from './instrument/instrument-draft.entity';
import { InstrumentRow } from './instrument/instrument.entity';
import { VisitCareRow, VisitReceiptRow } from './interviews/care-rows.entity';
import { VisitInvitationRow, VisitLetterRow } from './interviews/letter-rows.entity';
import { CalendarFeedRow, InterviewNoteRow, InterviewTickRow } from './interviews/note-rows.entity';
import { IntervieweeRow, VisitPlanRow, VisitReleaseRow } from './interviews/plan-rows.entity';
import { OutboxMailRow } from './mail/outbox-mail.entity';
import { PersonRow, SessionRow, SignInLinkRow } from './people/people-rows.entity';
import { LockedReportRow } from './report/locked-report.entity';
import { DraftFieldRow } from './scoring/draft-field.entity';

/** Every table, gathered here so that the bundle needs no file pattern and `database/` knows no topic. */
export const entities = [
  PersonRow, SessionRow, SignInLinkRow, OutboxMailRow, InstrumentRow, InstrumentDraftRow, EvaluationRow, EvaluationMemberRow, LedgerEntryRow, DocumentRow, DocumentVersionRow, SealedScoreRow, DraftFieldRow, LockedReportRow, PublishedResultRow,
  DocumentRequestRow, RequestEventRow, RequestLinkRow, DescriptionAnswerRow, DescriptionSubmissionRow, DeletionReceiptRow, ReminderSentRow, ReminderWithheldRow, MailChoiceRow, HouseSecretRow,
  VisitPlanRow, VisitReleaseRow, IntervieweeRow, VisitInvitationRow, VisitLetterRow, VisitCareRow, VisitReceiptRow, InterviewNoteRow, InterviewTickRow, CalendarFeedRow,
];
