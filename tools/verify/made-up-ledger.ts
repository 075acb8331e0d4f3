import { blankState, canonical, checklist, composeReport, evaluatorsOf, fold, ledgerLineHash, notesOf, sealCommitment, sheetPercent, type EvaluationState, type Fact, type LedgerEntry, type ProposalFact, questionOf, type Sheet, unsignedReport } from '@samsyn/domain';
import { evaluator, instrumentOf, percentSheet, samplePeople } from '@samsyn/samples';
import { createHmac } from 'node:crypto';
import { sha256 } from './proof';
import type { StoredEvaluation, StoredReport, StoredSeal } from './stored';

const id = '00000000-0000-4000-8000-000000000099';
const instrument = instrumentOf([60, 40]);
const numbers = ['1.1', '1.2'];
const hmac = (keyHex: string, text: string): string => createHmac('sha256', Buffer.from(keyHex, 'hex')).update(text).digest('hex');
const names = { [evaluator(1)]: { name: 'Ana', organisation: 'SKR' }, [evaluator(2)]: { name: 'Luis', organisation: 'Norrsund' }, [evaluator(3)]: { name: 'Bo', organisation: 'SKR' } };

/** Writes a ledger as the server does, by other code than the server's. */
class Ledger {
  state: EvaluationState = blankState(id, instrument);
  readonly lines: LedgerEntry[] = [];
  readonly sealed: StoredSeal[] = [];
  readonly reports: StoredReport[] = [];

  say(actor: string | null, fact: Fact): this {
    const revision = this.state.revision + 1;
    const line = { revision, at: new Date(Date.UTC(2026, 0, 12, 8, 0, revision * 20)).toISOString(), actor, fact, previous: this.state.hash };
    const entry = { ...line, hash: ledgerLineHash(sha256, id, line) };
    this.lines.push(entry);
    this.state = fold(this.state, entry, { instrument, sheets: (at, question) => this.sealed.find((row) => row.revision === at && row.question === question) as StoredSeal });
    return this;
  }

  seal(person: string, percents: readonly (string | null)[], questions: readonly string[] = numbers): this {
    const revision = this.state.revision + 1;
    const rows = questions.map((question, at): StoredSeal => {
      const sheet: Sheet = percentSheet(percents[at] ?? null);
      return { revision, question, person, round: 1, sheet, percent: sheetPercent(questionOf(instrument, question), 'percent', sheet), nonce: sha256(`${revision} ${question}`).slice(0, 32) };
    });
    this.sealed.push(...rows);
    return this.say(person, { kind: 'sealed', seals: rows.map(({ question, round, sheet, nonce }) => ({ question, round, commitment: sealCommitment(hmac, { evaluationId: id, person, question, round, sheet }, nonce) })) });
  }

  lock(version: number, edition?: number): this {
    const fingerprint = sha256(canonical(unsignedReport(composeReport(this.state, names, version, 0, edition))));
    const notes = notesOf(checklist(this.state));
    // As lines were before a reason was asked for, and as they are.
    const accepted = edition === 1 ? {} : { accepted: notes.length > 0 ? { notes, reason: 'Läst.' } : null };
    for (const { person } of evaluatorsOf(this.state)) this.say(person, { kind: 'lockSigned', version, fingerprint, ...accepted });
    const body = canonical(composeReport(this.state, names, version, 0, edition));
    this.say(null, { kind: 'locked', version, reportHash: sha256(body) });
    this.reports.push({ version, body, hash: sha256(body), lockedAt: this.lines.at(-1)?.at ?? '' });
    return this;
  }

  stored(): StoredEvaluation {
    const { revision, hash, locked, members } = this.state;
    return { id, revision, hash, locked: locked !== null, instrument, decimals: 0, published: instrument, members: [...new Set(members.map(({ person }) => person))], lines: this.lines, sealed: this.sealed, reports: this.reports };
  }
}

const policy = { amber: 15, red: 30, tolerance: 14, areaPoints: 10, totalPoints: 40, revealUnit: 'area', judging: 'percent', adjudicator: null } as const;
const proposal = (question: string, own: Partial<ProposalFact>): ProposalFact => ({ question, round: 1, percent: '50', text: '', reason: '', cause: null, method: 'withinTolerance', ...own });

/** Set up, declared and open: nothing sealed yet. */
export function openedLedger(): Ledger {
  const { coordinator } = samplePeople;
  const ledger = new Ledger()
    .say(coordinator, { kind: 'created', municipality: { code: null, name: 'Exempelby' }, year: 2026, instrument: instrument.id, sandbox: false, policy })
    .say(coordinator, { kind: 'joined', person: coordinator, role: 'coordinator', seat: null })
    .say(coordinator, { kind: 'declared', person: coordinator, conflict: false, text: '' });
  for (const seat of [1, 2]) ledger.say(coordinator, { kind: 'joined', person: evaluator(seat), role: 'evaluator', seat });
  for (const seat of [1, 2]) ledger.say(evaluator(seat), { kind: 'declared', person: evaluator(seat), conflict: false, text: 'Inget jäv.' });
  return ledger.say(coordinator, { kind: 'scoringOpened' });
}

/** A whole small evaluation: a seal taken back, scores opened, agreed, locked, unlocked by all and locked again. */
export function lockedLedger(edition?: number): Ledger {
  const ledger = openedLedger()
    .seal(evaluator(1), ['40', '90'])
    .say(evaluator(1), { kind: 'sealWithdrawn', seals: numbers.map((question) => ({ question, round: 1 })) })
    .seal(evaluator(1), ['45', '80'])
    .seal(evaluator(2), ['55', '40.5'])
    .say(null, { kind: 'revealed', opened: numbers.map((question) => ({ question, round: 1 })) })
    .say(evaluator(1), { kind: 'proposed', proposals: [proposal('1.1', {}), proposal('1.2', { percent: '131/2', method: 'discussed', reason: 'Olika underlag.', cause: 'evidence', text: 'Nästan hela vägen.' })] })
    .say(evaluator(2), { kind: 'approved', approvals: numbers.map((question) => ({ question, proposal: 1 })) })
    .say(null, { kind: 'settled', questions: numbers.map((question) => ({ question, proposal: 1 })) })
    .lock(1, edition);
  for (const person of [evaluator(1), evaluator(2), samplePeople.coordinator]) ledger.say(person, { kind: 'unlockSigned', version: 1, reason: 'En rad var fel.' });
  return ledger.say(null, { kind: 'unlocked', version: 1, reason: 'En rad var fel.' }).lock(2);
}

/** The rules are changed after the first seal: once taken back, once declined, and once approved, which lets a mean be proposed. */
export function changedRulesLedger(): Ledger {
  const { coordinator } = samplePeople;
  const changed = { ...policy, amber: 45, red: 50, tolerance: 40 };
  const change = (by: string, after: typeof changed): Fact => ({ kind: 'policyProposed', before: policy, policy: after, reason: by === coordinator ? 'Kort skala.' : 'Skillnaderna är små.' });
  return openedLedger()
    .seal(evaluator(1), ['45', '80'])
    .say(evaluator(1), change(evaluator(1), { ...changed, amber: 60, red: 70 }))
    .say(evaluator(1), { kind: 'policyWithdrawn', proposal: 1 })
    .say(evaluator(2), change(evaluator(2), { ...changed, amber: 70, red: 80 }))
    .say(coordinator, { kind: 'policyDeclined', proposal: 2 })
    .seal(evaluator(2), ['55', '40.5'])
    .say(null, { kind: 'revealed', opened: numbers.map((question) => ({ question, round: 1 })) })
    .say(coordinator, change(coordinator, changed))
    .say(evaluator(2), { kind: 'policyApproved', proposal: 3 })
    .say(evaluator(1), { kind: 'proposed', proposals: [proposal('1.1', {}), proposal('1.2', { percent: '603/10' })] })
    .say(evaluator(2), { kind: 'approved', approvals: numbers.map((question) => ({ question, proposal: 1 })) })
    .say(null, { kind: 'settled', questions: numbers.map((question) => ({ question, proposal: 1 })) })
    .lock(1);
}

/** One who seals half, is nudged and falls ill; another takes the seat, seals the rest, and the area and the report are locked. */
export function handedOverLedger(): Ledger {
  const { coordinator } = samplePeople;
  return openedLedger()
    .seal(evaluator(2), ['55', '40.5'])
    .seal(evaluator(1), ['45'], ['1.1'])
    .say(evaluator(2), { kind: 'nudged', person: evaluator(1) })
    .say(coordinator, { kind: 'replaced', seat: 1, left: evaluator(1), joined: evaluator(3), reason: 'Sjuk.' })
    .say(evaluator(3), { kind: 'declared', person: evaluator(3), conflict: false, text: 'Inget jäv.' })
    .seal(evaluator(3), ['80'], ['1.2'])
    .say(null, { kind: 'revealed', opened: numbers.map((question) => ({ question, round: 1 })) })
    .say(evaluator(2), { kind: 'proposed', proposals: [proposal('1.1', {}), proposal('1.2', { percent: '131/2', method: 'discussed', reason: 'Olika underlag.', cause: 'evidence' })] })
    .say(evaluator(3), { kind: 'approved', approvals: numbers.map((question) => ({ question, proposal: 1 })) })
    .say(null, { kind: 'settled', questions: numbers.map((question) => ({ question, proposal: 1 })) })
    .say(evaluator(2), { kind: 'areaSigned', area: 1 })
    .say(evaluator(3), { kind: 'areaReopened', area: 1, reason: 'En text saknas.' })
    .say(evaluator(3), { kind: 'areaSigned', area: 1 })
    .say(evaluator(2), { kind: 'areaSigned', area: 1 })
    .say(null, { kind: 'areaLocked', areas: [1] })
    .lock(1);
}
