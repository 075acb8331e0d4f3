import type { Fact, LedgerEntry } from './facts';
import type { EvaluationState, FoldInput, Member, QuestionState } from './state';

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

const actorOf = (entry: LedgerEntry): string => entry.actor ?? '';

const handlers: Handlers = {
  created: (state, fact, entry) => ({ ...state, createdAt: entry.at, municipality: fact.municipality, year: fact.year, sandbox: fact.sandbox, policy: fact.policy }),
  joined: (state, fact) => ({
    ...state,
    members: [...state.members, { person: fact.person, role: fact.role, seat: fact.seat, active: true, declared: standingDeclaration(state, fact.person) }],
  }),
  left: (state, fact) => withMember(state, (member) => member.person === fact.person && member.role === fact.role, (member) => ({ ...member, active: false })),
  declared: (state, fact, entry) =>
    withMember(state, (member) => member.person === fact.person, (member) => ({
      ...member,
      active: member.active && !fact.conflict,
      declared: { at: entry.at, conflict: fact.conflict, text: fact.text },
    })),
  policyChanged: (state, fact) => ({ ...state, policy: fact.policy }),
  scoringOpened: (state) => ({ ...state, scoringOpen: true }),
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
    withQuestion(state, fact.question, (question) => ({
      ...question,
      round: fact.round,
      rounds: [...question.rounds, { round: fact.round, by: entry.actor, reason: fact.reason }],
      settled: null,
    })),
  proposed: (state, fact, entry) =>
    withQuestions(state, fact.proposals, (question, proposal) => ({
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
  lockSigned: (state, fact, entry) => ({
    ...state,
    signatures: [...state.signatures.filter((signature) => signature.person !== entry.actor), { person: actorOf(entry), at: entry.at, version: fact.version, fingerprint: fact.fingerprint }],
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
