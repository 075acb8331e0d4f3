import {
  areasToLock, canonical, checklist, dateChanges, evaluatorsOf, isAgreed, isEvaluator, isFullyUnlocked, isReady, nextVersion, notesOf, opensNow, policyEnded, policyProposed, proposalFact, questionState, Refusal, requireAdjudicator, requireMayApprove, requireMayApprovePolicy, requireMayNudge, requireMayOpenRound,
  requireMayReopenArea, requireMayReplace, requireMaySeal, requireMaySignArea, requireMayUnlock, requireMayWithdraw, requireOpen, requireUnlocked, soundDates, soundPolicy, standingPolicyProposal, standingProposal, withChanges,
  type EvaluationState, type Fact, type LedgerEntry, type Sheet,
} from '@samsyn/domain';

/** A line that the rules would never have let in. */
export class BrokenRule extends Error {}

type Line<F extends Fact = Fact> = Omit<LedgerEntry, 'fact'> & { readonly fact: F; readonly sheets: Readonly<Record<string, Sheet>> };
type Rules = { [K in Fact['kind']]: (state: EvaluationState, line: Line<Extract<Fact, { kind: K }>>) => void };

const must = (holds: boolean, what: string): void => {
  if (!holds) throw new BrokenRule(what);
};
const byNobody = (line: Line): void => must(line.actor === null, 'raden följer av andra och kan inte ha en avsändare');
const byEvaluator = (state: EvaluationState, line: Line): string => {
  must(line.actor !== null && isEvaluator(state, line.actor), 'raden är inte av en utvärderare');
  return line.actor ?? '';
};
const byMember = (state: EvaluationState, line: Line): void => must(state.members.some(({ person, active }) => active && person === line.actor), 'raden är inte av någon som deltar');
const byCoordinator = (state: EvaluationState, line: Line): void => must(state.members.some(({ person, active, role }) => active && role === 'coordinator' && person === line.actor), 'raden är inte av samordnaren');

const byKey = (state: EvaluationState, line: Line): string => {
  must(state.members.some(({ person, active, declared, role }) => active && declared !== null && (role === 'coordinator' || role === 'evaluator') && person === line.actor), 'raden är varken av samordnaren eller av en utvärderare');
  return line.actor ?? '';
};

const rules: Rules = {
  created: (state, line) => {
    must(state.revision === 0 && line.actor !== null, 'utvärderingen skapas mer än en gång');
    must(line.fact.instrument === state.instrument.id, 'loggen nämner ett annat instrument');
    soundPolicy(line.fact.policy);
  },
  joined: (state, line) => {
    if (state.members.length === 0) must(line.fact.person === line.actor && line.fact.role === 'coordinator', 'den första deltagaren är inte den som skapade');
    else byCoordinator(state, line);
    must(line.fact.role !== 'evaluator' || !state.policyFrozen, 'en utvärderare kom till efter första förseglingen');
  },
  left: (state, line) => {
    byCoordinator(state, line);
    must(line.fact.role !== 'evaluator' || !state.policyFrozen, 'en utvärderare togs bort efter första förseglingen');
  },
  declared: (state, line) => {
    byMember(state, line);
    must(line.fact.person === line.actor, 'någon deklarerar för någon annan');
  },
  policyChanged: (state, line) => {
    byCoordinator(state, line);
    must(!state.policyFrozen, 'spelreglerna ändrades efter första förseglingen');
    requireAdjudicator(state, line.fact.policy);
    soundPolicy(line.fact.policy);
  },
  policyProposed: (state, line) => {
    byKey(state, line);
    const { policy, reason } = line.fact;
    must(canonical(line.fact) === canonical(policyProposed(state, { policy, reason, answers: standingPolicyProposal(state)?.number ?? null })), 'förslaget säger att spelreglerna var andra än de som gällde');
  },
  policyApproved: (state, line) => {
    requireMayApprovePolicy(state, byKey(state, line), line.fact.proposal);
  },
  policyDeclined: (state, line) => {
    must(policyEnded(state, byKey(state, line), line.fact.proposal).kind === line.fact.kind, 'den som föreslog avböjde i stället för att dra tillbaka');
  },
  policyWithdrawn: (state, line) => {
    must(policyEnded(state, byKey(state, line), line.fact.proposal).kind === line.fact.kind, 'ett förslag drogs tillbaka av någon annan än den som gav det');
  },
  scheduled: (state, line) => {
    byCoordinator(state, line);
    const { changes } = line.fact;
    const wanted = withChanges(state.dates, changes);
    must(changes.length > 0 && canonical(dateChanges(state.dates, wanted)) === canonical(changes), 'raden säger att andra datum gällde än de som gjorde det');
    soundDates(wanted);
  },
  scoringOpened: (state, line) => {
    byCoordinator(state, line);
    must(!state.scoringOpen && evaluatorsOf(state).length >= 2, 'bedömningen öppnades för färre än två utvärderare eller två gånger');
  },
  nudged: (state, line) => {
    requireOpen(state);
    if (!state.members.some(({ person, active, role }) => active && role === 'coordinator' && person === line.actor)) byEvaluator(state, line);
    requireMayNudge(state, line.actor ?? '', line.fact.person, line.at);
  },
  replaced: (state, line) => {
    byCoordinator(state, line);
    const { seat, left, joined, reason } = line.fact;
    must(requireMayReplace(state, seat, joined, reason).person === left, 'den som ersattes hade inte platsen');
  },
  sealed: (state, line) => {
    requireOpen(state);
    requireMaySeal(state, byEvaluator(state, line), line.sheets);
    must(line.fact.seals.every(({ question, round }) => questionState(state, question).round === round), 'förseglingen gäller en annan omgång');
  },
  sealWithdrawn: (state, line) => requireMayWithdraw(state, byEvaluator(state, line), line.fact.seals.map(({ question }) => question), line.at),
  revealed: (state, line) => {
    byNobody(line);
    must(canonical(opensNow(state, line.fact.opened.map(({ question }) => question))) === canonical(line.fact.opened), 'något öppnades innan alla hade förseglat');
  },
  roundOpened: (state, line) => {
    byEvaluator(state, line);
    requireMayOpenRound(state, line.fact.question, line.fact.reason);
    must(line.fact.round === questionState(state, line.fact.question).round + 1, 'omgången har fel nummer');
  },
  proposed: (state, line) => {
    byEvaluator(state, line);
    for (const own of line.fact.proposals) {
      const answers = standingProposal(questionState(state, own.question))?.number ?? null;
      must(canonical(own) === canonical(proposalFact(state, { ...own, answers })), `förslaget för ${own.question} följer inte reglerna`);
    }
  },
  approved: (state, line) => {
    const person = byEvaluator(state, line);
    for (const { question, proposal } of line.fact.approvals) requireMayApprove(state, person, question, proposal);
  },
  settled: (state, line) => {
    byNobody(line);
    for (const { question, proposal } of line.fact.questions) {
      must(isAgreed(state, question), `${question} blev gemensam utan att alla har godkänt`);
      must(standingProposal(questionState(state, question))?.number === proposal, `${question} blev gemensam med ett annat förslag än det som gällde`);
    }
  },
  areaSigned: (state, line) => requireMaySignArea(state, byEvaluator(state, line), line.fact.area),
  areaLocked: (state, line) => {
    byNobody(line);
    must(canonical(areasToLock(state)) === canonical(line.fact.areas), 'ett område låstes utan att alla har skrivit under det');
  },
  areaReopened: (state, line) => {
    byEvaluator(state, line);
    requireMayReopenArea(state, line.fact.area, line.fact.reason);
  },
  lockSigned: (state, line) => {
    byEvaluator(state, line);
    const items = checklist(state);
    must(isReady(items) && line.fact.version === nextVersion(state), 'underskriften gäller något som inte är klart');
    // Older lines were not asked for it.
    const { accepted } = line.fact;
    if (accepted !== undefined) must(canonical(accepted?.notes ?? []) === canonical(notesOf(items)) && accepted?.reason.trim() !== '', 'underskriften säger inte varför den gavs trots det som var kvar');
  },
  // That everyone has signed this very report is checked where the report is at hand, in report-findings.ts.
  locked: (state, line) => {
    byNobody(line);
    must(line.fact.version === nextVersion(state), 'låsningen har fel versionsnummer');
  },
  unlockSigned: (state, line) => {
    requireMayUnlock(state, line.actor ?? '', line.fact.reason);
    must(line.fact.version === state.locked?.version, 'upplåsningen gäller en annan version');
  },
  unlocked: (state, line) => {
    byNobody(line);
    must(state.locked?.version === line.fact.version && isFullyUnlocked(state), 'låstes upp utan att alla har begärt det');
  },
};

const whenLocked: ReadonlySet<string> = new Set(['unlockSigned', 'unlocked']);

/** Why the rules would not have let this line in, on the state before it; null when they would. */
export function brokenRule(state: EvaluationState, line: Line): string | null {
  try {
    must(state.revision > 0 || line.fact.kind === 'created', 'loggen börjar inte med att utvärderingen skapas');
    if (!whenLocked.has(line.fact.kind)) requireUnlocked(state);
    (rules[line.fact.kind] as (state: EvaluationState, line: Line) => void)(state, line);
    return null;
  } catch (fault) {
    if (fault instanceof BrokenRule) return fault.message;
    if (fault instanceof Refusal) return `reglerna tillåter inte raden (${fault.code})`;
    return `raden kan inte läsas (${fault instanceof Error ? fault.message : String(fault)})`;
  }
}
