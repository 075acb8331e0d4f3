import { PublishedResultRow } from './archive/published-result.entity';
import { EvaluationMemberRow, EvaluationRow, LedgerEntryRow } from './evaluation/evaluation-rows.entity';
import { SealedScoreRow } from './evaluation/sealed-score.entity';
import { InstrumentRow } from './instrument/instrument.entity';
import { OutboxMailRow } from './mail/outbox-mail.entity';
import { PersonRow, SessionRow, SignInLinkRow } from './people/people-rows.entity';
import { LockedReportRow } from './report/locked-report.entity';
import { DraftFieldRow } from './scoring/draft-field.entity';

/** Every table, gathered here so that the bundle needs no file pattern and `database/` knows no topic. */
export const entities = [
  PersonRow, SessionRow, SignInLinkRow, OutboxMailRow, InstrumentRow, EvaluationRow, EvaluationMemberRow, LedgerEntryRow, SealedScoreRow, DraftFieldRow, LockedReportRow, PublishedResultRow,
];
