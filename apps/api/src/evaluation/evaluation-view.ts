import type { EvaluationSummary, EvaluationView, LedgerLineView, MemberView } from '@samsyn/contract';
import {
  activeMembers, evaluatorsOf, hasDates, isEvaluator, ledgerLine, mayApprovePolicy, mayBeTold, minuteOf, outlineSeenBy, phaseOf, progressSeenBy, revisionSeenBy, sealedLine, sealedSeenBy, settledLine, standingPolicyProposal, standingProposal, waitingFor, withoutGuidance,
  type EvaluationState, type Instrument, type LedgerEntry, type Member, type NameOf, type Told,
} from '@samsyn/domain';
import type { Standing } from './evaluation-ledger';

export interface NamedPerson {
  readonly name: string;
  readonly organisation: string;
}
export type Names = ReadonlyMap<string, NamedPerson>;

/** The line of an evaluation in a member's list. */
export function summaryFor(standing: Standing, viewer: Member): EvaluationSummary {
  const { state } = standing;
  return {
    id: state.id, municipality: state.municipality, year: state.year, sandbox: state.sandbox, demo: standing.demo, training: state.instrument.training === true, role: viewer.role, declared: viewer.declared !== null,
    questions: Object.keys(state.questions).length,
    ...outlineSeenBy(state, viewer),
    lockedVersion: state.locked?.version ?? null,
    // Who has not declared is told no more than that they are asked to.
    ...(viewer.declared && hasDates(state.dates) ? { dates: state.dates } : {}),
  };
}

/** The evaluation as one member may see it at `now`: the frame of every page. Built for that receiver alone. */
export function viewFor(standing: Standing, viewer: Member, names: Names, now: string): EvaluationView {
  const { state } = standing;
  const seesTeamWork = viewer.role === 'coordinator' || viewer.role === 'evaluator' || viewer.role === 'adjudicator';
  return {
    ...summaryFor(standing, viewer),
    revision: revisionSeenBy(standing.counts, viewer.person, now),
    me: viewer.person,
    policy: state.policy,
    policyFrozen: sealedSeenBy(standing.counts, viewer.person, now),
    ...(seesTeamWork ? policyProposalOf(state, viewer.person) : {}),
    datesEdition: state.datesEdition,
    instrument: lightOf(state.instrument),
    members: state.members.map((member) => memberView(state, member, names)),
    progress: seesTeamWork ? progressSeenBy(state, viewer.person, now) : [],
    nudges: seesTeamWork ? evaluatorsOf(state).flatMap(({ person }) => (state.nudges[person] ? [{ person, ...state.nudges[person] }] : [])) : [],
    // In a training nobody but the learner has anything to do, and nothing is settled.
    waiting: seesTeamWork ? waitingOn(state, viewer, now).filter(({ person, what }) => state.instrument.training !== true || (what === 'seal' && person === viewer.person)) : [],
  };
}

/** The instrument without its guidance, made once for all evaluations that share it. */
function lightOf(instrument: Instrument): Instrument {
  const light = lights.get(instrument) ?? withoutGuidance(instrument);
  lights.set(instrument, light);
  return light;
}
const lights = new WeakMap<Instrument, Instrument>();

/** The change of the rules that waits for an answer, and whether the viewer may give it. */
function policyProposalOf(state: EvaluationState, viewer: string): Pick<EvaluationView, 'policyProposal'> {
  const standing = standingPolicyProposal(state);
  if (!standing || state.locked) return {};
  const { number, by, at, policy, reason } = standing;
  return { policyProposal: { number, by, at, policy, reason, mayApprove: mayApprovePolicy(state, viewer) } };
}

function memberView(state: EvaluationState, member: Member, names: Names): MemberView {
  const replaced = member.active ? undefined : state.replacements.find((own) => own.seat === member.seat && own.left === member.person);
  const person = names.get(member.person);
  return {
    person: member.person, name: person?.name ?? '', organisation: person?.organisation ?? '', role: member.role, seat: member.seat, active: member.active,
    declared: member.declared ? { at: member.declared.at, conflict: member.declared.conflict } : null,
    ...(replaced ? { replaced: { at: replaced.at, by: replaced.joined } } : {}),
  };
}

/** Who has what to do next, by the counters the viewer may see. */
function waitingOn(state: EvaluationState, viewer: Member, now: string): EvaluationView['waiting'] {
  const waiting: EvaluationView['waiting'] = activeMembers(state).filter((member) => !member.declared).map((member) => ({ person: member.person, what: 'declare', count: 1 }));
  if (!state.locked && mayApprovePolicy(state, viewer.person)) waiting.push({ person: viewer.person, what: 'rules', count: 1 });
  const coordinator = activeMembers(state).find((member) => member.role === 'coordinator')?.person ?? null;
  const phase = phaseOf(state);
  if (phase === 'planning') return [...waiting, { person: coordinator, what: 'openScoring', count: 1 }];
  if (phase === 'scoring') waiting.push(...progressSeenBy(state, viewer.person, now).filter((own) => own.sealed < own.of).map((own) => ({ person: own.person, what: 'seal' as const, count: own.of - own.sealed })));
  const open = Object.values(state.questions).filter((question) => question.openedRound > 0 && question.openedRound === question.round && !question.settled);
  if (isEvaluator(state, viewer.person)) waiting.push(...approvalsAwaited(state, open));
  if (open.length > 0) waiting.push({ person: null, what: 'settle', count: open.length });
  if (phase === 'report') waiting.push(...evaluatorsOf(state).filter(({ person }) => !state.signatures.some((signature) => signature.person === person)).map(({ person }) => ({ person, what: 'sign' as const, count: 1 })));
  return waiting;
}

function approvalsAwaited(state: EvaluationState, open: readonly (typeof state.questions)[string][]): EvaluationView['waiting'] {
  const standing = open.flatMap((question) => standingProposal(question) ?? []);
  return evaluatorsOf(state).flatMap(({ person }) => {
    const count = standing.filter((proposal) => waitingFor(state, proposal).includes(person)).length;
    return count > 0 ? [{ person, what: 'approve' as const, count }] : [];
  });
}

/**
 * The event log as a member may read it: shared facts in words with their time; a colleague's seals as one line per day
 * without a time. Proposals and their values only for evaluators, and for everyone once locked.
 */
export function ledgerFor(state: EvaluationState, entries: readonly LedgerEntry[], viewer: Member, names: Names, now: string): LedgerLineView[] {
  const nameOf: NameOf = (person) => (person === null ? '' : (names.get(person)?.name ?? ''));
  const evaluator = isEvaluator(state, viewer.person);
  const lines: LedgerLineView[] = [];
  const days = new Map<string, { person: string; day: string; count: number }>();
  for (const entry of entries) {
    if (!mayBeTold(entry, viewer.person)) countBlind(days, entry, now);
    else if (evaluator || !ofEvaluators.has(entry.fact.kind))
      lines.push({ at: entry.at, who: entry.actor === null ? null : nameOf(entry.actor), kind: entry.fact.kind, line: lineFor(entry, state, nameOf, evaluator) });
  }
  const startOf = (day: string): number => (lines.findIndex((line) => line.at >= day) + lines.length + 1) % (lines.length + 1);
  // The day's line stands first in its day, so that its place tells no time.
  const counted = [...days.values()].filter((day) => day.count > 0).map((day) => ({ index: startOf(day.day), view: { at: day.day, who: nameOf(day.person), kind: 'sealed', line: sealedLine(day.count) } }));
  for (const { index, view } of counted.sort((a, b) => b.index - a.index)) lines.splice(index, 0, view);
  return lines;
}

const ofEvaluators: ReadonlySet<string> = new Set(['proposed', 'approved', 'roundOpened', 'lockSigned']);

const lineFor = (entry: LedgerEntry, state: EvaluationState, nameOf: NameOf, evaluator: boolean): Told =>
  entry.fact.kind === 'settled' && !evaluator ? settledLine(entry.fact.questions) : ledgerLine(entry.fact, nameOf, state);

/** Adds a colleague's blind act to their day. */
function countBlind(days: Map<string, { person: string; day: string; count: number }>, entry: LedgerEntry, now: string): void {
  if (entry.at >= minuteOf(now)) return;
  const day = entry.at.slice(0, 10);
  const key = `${entry.actor} ${day}`;
  const known = days.get(key) ?? { person: entry.actor ?? '', day, count: 0 };
  const seals = entry.fact.kind === 'sealed' || entry.fact.kind === 'sealWithdrawn' ? entry.fact.seals.length : 0;
  days.set(key, { ...known, count: known.count + (entry.fact.kind === 'sealed' ? seals : -seals) });
}

