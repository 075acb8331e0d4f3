import { withChanges } from './evaluation/dates';
import type { Fact, LedgerEntry } from './facts';
import type { EvaluationState, FoldInput, Member, PolicyProposal, QuestionState } from './state';

type Handlers = { [K in Fact['kind']]: (state: EvaluationState, fact: Extract<Fact, { kind: K }>, entry: LedgerEntry, input: FoldInput) => EvaluationState };

/**
 * The state after one more ledger line: the only way a shared fact takes effect, on the server at every write and in
 * `verify` over the whole chain. Pure and total over valid ledgers; the rules have said yes before a fact is recorded.
 */
export function fold(state: EvaluationState, entry: LedgerEntry, input: FoldInput): EvaluationState {
  const handle = handlers[entry.fact.kind] as (state: EvaluationState, fact: Fact, entry: LedgerEntry, input: FoldInput) => EvaluationState;
  return { ...handle(state, entry.fact, entry, input), revision: entry.revision, hash: entry.hash };
}

const withQuestion = (state: EvaluationState, number: string, change: (question: QuestionState) => QuestionState): EvaluationState => {
  const question = state.questions[number];
  return question ? { ...state, questions: { ...state.questions, [number]: change(question) } } : state;
};

const withQuestions = <T extends { question: string }>(state: EvaluationState, items: readonly T[], change: (question: QuestionState, item: T) => QuestionState): EvaluationState =>
  items.reduce((next, item) => withQuestion(next, item.question, (question) => change(question, item)), state);

const withMember = (state: EvaluationState, matches: (member: Member) => boolean, change: (member: Member) => Member): EvaluationState => ({
  ...state,
  members: state.members.map((member) => (matches(member) ? change(member) : member)),
});

/** A declaration counts for every role of the person; one of a conflict does not: who is let in again declares again. */
const standingDeclaration = (state: EvaluationState, person: string): Member['declared'] =>
  state.members.findLast((member) => member.person === person && member.declared?.conflict === false)?.declared ?? null;

/** Still who they were, no longer taking part. */
const ended = (member: Member, entry: LedgerEntry, conflict: boolean): Member => ({ ...member, active: false, ended: member.ended ?? { revision: entry.revision, at: entry.at, conflict } });

/** Without what a person with a conflict had sealed and nobody had seen when they said so: nothing of it may count. */
const withoutUnopened = (question: QuestionState, person: string, said: number): QuestionState => ({
  ...question,
  seals: question.seals.filter((seal) => seal.person !== person || question.reveals.some(({ round, revision }) => round === seal.round && revision < said)),
});

/** What was signed about an area is void once one of its questions is under discussion again. */
const unsigned = (state: EvaluationState, touched: readonly { question: string }[]): EvaluationState =>
  Object.keys(state.areaLocks).length === 0 ? state : withoutAreas(state, new Set(state.instrument.areas.filter((area) => area.questions.some(({ number }) => touched.some(({ question }) => question === number))).map(({ number }) => number)));

const withoutAreas = (state: EvaluationState, areas: ReadonlySet<number>): EvaluationState =>
  [...areas].some((area) => state.areaLocks[area]) ? { ...state, areaLocks: Object.fromEntries(Object.entries(state.areaLocks).filter(([area]) => !areas.has(Number(area)))) } : state;

/** With the answer to a proposed change of the rules. */
const answered = (state: EvaluationState, proposal: number, how: NonNullable<PolicyProposal['ended']>['how'], entry: LedgerEntry): EvaluationState => ({
  ...state,
  policyProposals: state.policyProposals.map((own) => (own.number === proposal ? { ...own, ended: { how, by: actorOf(entry), at: entry.at } } : own)),
});

const actorOf = (entry: LedgerEntry): string => entry.actor ?? '';

const handlers: Handlers = {
  created: (state, fact, entry) => ({ ...state, createdAt: entry.at, municipality: fact.municipality, year: fact.year, sandbox: fact.sandbox, policy: fact.policy }),
  joined: (state, fact, entry) => ({
    ...state,
    members: [...state.members, { person: fact.person, role: fact.role, seat: fact.seat, active: true, joinedAt: entry.at, declared: standingDeclaration(state, fact.person), ended: null }],
  }),
  left: (state, fact, entry) => withMember(state, (member) => member.person === fact.person && member.role === fact.role, (member) => ended(member, entry, false)),
  declared: (state, fact, entry) =>
    withMember(state, (member) => member.person === fact.person, (member) => ({
      ...(fact.conflict ? ended(member, entry, true) : member),
      declared: { at: entry.at, conflict: fact.conflict, text: fact.text },
    })),
  policyChanged: (state, fact) => ({ ...state, policy: fact.policy }),
  policyProposed: (state, { before, policy, reason }, entry) => ({
    ...state,
    policyProposals: [...state.policyProposals, { number: state.policyProposals.length + 1, by: actorOf(entry), at: entry.at, before, policy, reason, ended: null }],
  }),
  policyApproved: (state, { proposal }, entry) => ({ ...answered(state, proposal, 'approved', entry), policy: state.policyProposals.find(({ number }) => number === proposal)?.policy ?? state.policy }),
  policyDeclined: (state, { proposal }, entry) => answered(state, proposal, 'declined', entry),
  policyWithdrawn: (state, { proposal }, entry) => answered(state, proposal, 'withdrawn', entry),
  scheduled: (state, { changes }) => ({ ...state, dates: withChanges(state.dates, changes), datesEdition: state.datesEdition + 1 }),
  scoringOpened: (state) => ({ ...state, scoringOpen: true }),
  nudged: (state, fact, entry) => ({ ...state, nudges: { ...state.nudges, [fact.person]: { by: actorOf(entry), at: entry.at } } }),
  replaced: (state, { seat, left, joined }, entry) => {
    const before = state.members.findLast((member) => member.role === 'evaluator' && member.seat === seat);
    const without = withMember(state, (member) => member === before, (member) => ended(member, entry, false));
    const conflict = before?.ended?.conflict === true ? before.ended.revision : null;
    return {
      ...without,
      members: [...without.members, { person: joined, role: 'evaluator', seat, active: true, joinedAt: entry.at, declared: standingDeclaration(state, joined), ended: null }],
      replacements: [...state.replacements, { seat, left, joined, at: entry.at }],
      questions: conflict === null ? state.questions : Object.fromEntries(Object.entries(state.questions).map(([number, question]) => [number, withoutUnopened(question, left, conflict)])),
    };
  },
  sealed: (state, fact, entry, input) => ({
    ...withQuestions(state, fact.seals, (question, { round, commitment }) => ({
      ...question,
      seals: [...question.seals, { person: actorOf(entry), round, at: entry.at, revision: entry.revision, commitment, ...input.sheets(entry.revision, question.number) }],
    })),
    policyFrozen: true,
  }),
  sealWithdrawn: (state, fact, entry) =>
    withQuestions(state, fact.seals, (question, { round }) => ({
      ...question,
      seals: question.seals.filter((seal) => !(seal.person === entry.actor && seal.round === round)),
      withdrawn: [
        ...question.withdrawn,
        ...question.seals.filter((seal) => seal.person === entry.actor && seal.round === round).map((seal) => ({ person: seal.person, round, sealedAt: seal.at, at: entry.at })),
      ],
    })),
  revealed: (state, fact, entry) =>
    withQuestions(state, fact.opened, (question, { round }) => ({ ...question, openedRound: round, reveals: [...question.reveals, { round, at: entry.at, revision: entry.revision }] })),
  roundOpened: (state, fact, entry) =>
    withQuestion(unsigned(state, [fact]), fact.question, (question) => ({
      ...question,
      round: fact.round,
      rounds: [...question.rounds, { round: fact.round, by: entry.actor, reason: fact.reason }],
      settled: null,
    })),
  proposed: (state, fact, entry) =>
    withQuestions(unsigned(state, fact.proposals), fact.proposals, (question, proposal) => ({
      ...question,
      settled: null,
      proposals: [...question.proposals, { ...proposal, number: question.proposals.length + 1, by: actorOf(entry), at: entry.at, approvals: [{ person: actorOf(entry), at: entry.at }] }],
    })),
  approved: (state, fact, entry) =>
    withQuestions(state, fact.approvals, (question, approval) => ({
      ...question,
      proposals: question.proposals.map((proposal) =>
        proposal.number === approval.proposal ? { ...proposal, approvals: [...proposal.approvals, { person: actorOf(entry), at: entry.at }] } : proposal,
      ),
    })),
  settled: (state, fact, entry) =>
    withQuestions(state, fact.questions, (question, { proposal }) => ({ ...question, settled: { proposal, at: entry.at, revision: entry.revision } })),
  areaSigned: (state, { area }, entry) => ({
    ...state,
    areaLocks: { ...state.areaLocks, [area]: { lockedAt: null, signatures: [...(state.areaLocks[area]?.signatures ?? []), { person: actorOf(entry), at: entry.at }] } },
  }),
  areaLocked: (state, { areas }, entry) => ({
    ...state,
    areaLocks: { ...state.areaLocks, ...Object.fromEntries(areas.map((area) => [area, { signatures: state.areaLocks[area]?.signatures ?? [], lockedAt: entry.at }])) },
  }),
  areaReopened: (state, { area }) => withoutAreas(state, new Set([area])),
  lockSigned: (state, fact, entry) => ({
    ...state,
    signatures: [...state.signatures.filter((signature) => signature.person !== entry.actor), { person: actorOf(entry), at: entry.at, version: fact.version, fingerprint: fact.fingerprint, ...(fact.accepted ? { accepted: fact.accepted } : {}) }],
  }),
  locked: (state, fact, entry) => ({
    ...state,
    locked: { version: fact.version, at: entry.at, reportHash: fact.reportHash },
    versions: [...state.versions, { version: fact.version, at: entry.at, reportHash: fact.reportHash, unlockedAt: null, reason: null }],
    unlocks: [],
  }),
  unlockSigned: (state, fact, entry) => ({
    ...state,
    unlocks: [...state.unlocks.filter((unlock) => unlock.person !== entry.actor), { person: actorOf(entry), at: entry.at, version: fact.version, reason: fact.reason }],
  }),
  unlocked: (state, fact, entry) => ({
    ...state,
    locked: null,
    signatures: [],
    unlocks: [],
    versions: state.versions.map((version) => (version.version === fact.version ? { ...version, unlockedAt: entry.at, reason: fact.reason } : version)),
  }),
};
