export { EvaluationIdPipe } from './evaluation-id.pipe';
export { EvaluationLedger, inputOf, type Standing } from './evaluation-ledger';
export { EvaluationModule } from './evaluation.module';
export { EvaluationRow, LedgerEntryRow } from './evaluation-rows.entity';
export { Evaluations } from './evaluations';
export { commitmentOf, hashOfEntry, sha256 } from './ledger-hash';
export type { LedgerDraft, SealedSheet } from './ledger-draft';
export { SealedScoreRow } from './sealed-score.entity';
export { Turns } from './turns';
