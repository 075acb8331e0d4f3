import { Injectable, Logger } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { AnswerOf, LockState, reports } from '@samsyn/contract';
import {
  canonical, checklist, composeReport, evaluatorsOf, isEvaluator, isFullySigned, isFullyUnlocked, isReady, nextVersion, phaseOf, Refusal, requireAccess, requireMaySign, requireMayUnlock, requireOpen, requireRole, revisionSeenBy, unlockersOf, unsignedReport,
  type EvaluationState, type PersonName, type Report,
} from '@samsyn/domain';
import { Repository } from 'typeorm';
import { EvaluationLedger, Evaluations, sha256, type Standing } from '../evaluation';
import { LockedReportRow } from './locked-report.entity';

type Names = Readonly<Record<string, PersonName>>;

/** Composing, signing, locking and unlocking the report; reading a locked version exactly as it was stored. */
@Injectable()
export class ReportService {
  private readonly logger = new Logger('defect');

  constructor(
    private readonly ledger: EvaluationLedger,
    private readonly evaluations: Evaluations,
    @InjectRepository(LockedReportRow) private readonly rows: Repository<LockedReportRow>,
  ) {}

  async lockState(person: string, id: string): Promise<LockState> {
    const standing = await this.ledger.read(id);
    return this.lockStateOf(standing, person, await this.names(standing.state));
  }

  async preview(person: string, id: string): Promise<AnswerOf<typeof reports.preview>> {
    const standing = await this.ledger.read(id);
    requireRole(standing.state, person, 'evaluator');
    const report = this.unsigned(standing, await this.names(standing.state));
    return { report, fingerprint: fingerprintOf(report) };
  }

  /** Signs what was seen; when all evaluators have signed the same report it is composed, stored and locked in that commit. */
  async sign(person: string, id: string, seen: string, reason = ''): Promise<LockState> {
    const names = await this.names((await this.ledger.read(id)).state);
    const standing = await this.ledger.record(id, person, (draft, { decimals }) => {
      requireRole(draft.state, person, 'evaluator');
      requireOpen(draft.state);
      const version = nextVersion(draft.state);
      const fingerprint = isReady(checklist(draft.state)) ? fingerprintOf(unsignedReport(composeReport(draft.state, names, version, decimals))) : '';
      const accepted = requireMaySign(draft.state, person, seen, fingerprint, reason);
      draft.add({ kind: 'lockSigned', version, fingerprint, accepted });
      if (!isFullySigned(draft.state, fingerprint)) return;
      const body = canonical(composeReport(draft.state, names, version, decimals));
      draft.report = { version, body, hash: sha256(body) };
      draft.add({ kind: 'locked', version, reportHash: draft.report.hash }, null);
    });
    return this.lockStateOf(standing, person, names);
  }

  async unlock(person: string, id: string, reason: string): Promise<LockState> {
    const standing = await this.ledger.record(id, person, (draft) => {
      requireRole(draft.state, person, 'evaluator', 'coordinator');
      requireMayUnlock(draft.state, person, reason);
      const version = draft.state.locked?.version ?? 0;
      draft.add({ kind: 'unlockSigned', version, reason: reason.trim() });
      if (isFullyUnlocked(draft.state)) draft.add({ kind: 'unlocked', version, reason: draft.state.unlocks[0]?.reason ?? reason.trim() }, null);
    });
    return this.lockStateOf(standing, person, await this.names(standing.state));
  }

  /** A locked version as stored: `version` is a number or "latest". Every role that may enter may read it; a text that the ledger does not name is no report. */
  async read(person: string, id: string, version: string): Promise<LockedReportRow> {
    const { state } = await this.ledger.read(id);
    requireAccess(state, person);
    if (version !== 'latest' && !/^\d{1,4}$/.test(version)) throw new Refusal('wire/not-found');
    const wanted = version === 'latest' ? state.versions.at(-1) : state.versions.find((own) => own.version === Number(version));
    if (!wanted) throw new Refusal('wire/not-found');
    const row = await this.rows.findOneBy({ evaluationId: id, version: wanted.version });
    if (row && row.hash === wanted.reportHash && sha256(row.body) === wanted.reportHash) return row;
    this.logger.error(`Version ${wanted.version} of ${id} is not stored as the text whose hash the ledger holds`);
    throw new Refusal('wire/not-found');
  }

  private async names(state: EvaluationState): Promise<Names> {
    return Object.fromEntries(await this.evaluations.namesOf(state));
  }

  private unsigned(standing: Standing, names: Names): Report {
    return unsignedReport(composeReport(standing.state, names, nextVersion(standing.state), standing.decimals));
  }

  private lockStateOf(standing: Standing, person: string, names: Names): LockState {
    const { state } = standing;
    requireRole(state, person, 'evaluator', 'coordinator');
    const evaluator = isEvaluator(state, person);
    const items = checklist(state);
    const ready = isReady(items) && !state.locked && state.scoringOpen;
    const fingerprint = ready ? fingerprintOf(this.unsigned(standing, names)) : null;
    return {
      revision: revisionSeenBy(standing.counts, person, new Date().toISOString()),
      phase: phaseOf(state),
      nextVersion: nextVersion(state),
      ready,
      items: items.filter((item) => evaluator || item.severity === 'stop').map((item) => ({ ...item, questions: [...item.questions], areas: [...item.areas] })),
      fingerprint: evaluator ? fingerprint : null,
      signatures: state.signatures.map((signature) => ({ person: signature.person, at: signature.at, current: signature.fingerprint === fingerprint || state.locked !== null })),
      signers: evaluatorsOf(state).map((member) => member.person),
      unlocks: state.unlocks.map(({ person: by, at, reason }) => ({ person: by, at, reason })),
      unlockers: unlockersOf(state),
      versions: state.versions.map((version) => ({ ...version })),
    };
  }
}

const fingerprintOf = (report: Report): string => sha256(canonical(report));
