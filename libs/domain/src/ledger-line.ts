import type { Fact, FactKind } from './facts';
import type { EvaluationState } from './state';
import { amberFrom, datesLine, limitWords, ruleChanges, toldRules } from './evaluation';
import { swedish } from './scoring';

/** Looks up a person's name for a line; ids are stored, names are shown. */
export type NameOf = (person: string | null) => string;

/** A line in both languages: facts are stored without words, so the reader's language chooses when it is shown. */
export interface Told {
  readonly sv: string;
  readonly en: string;
}

/** One row per kind, each in both languages: a new kind of fact without its two sentences does not compile. */
type Lines = { [K in FactKind]: (fact: Extract<Fact, { kind: K }>, name: NameOf, state: EvaluationState) => Told };

const roleWords = {
  coordinator: { sv: 'samordnare', en: 'coordinator' },
  evaluator: { sv: 'utvärderare', en: 'evaluator' },
  adjudicator: { sv: 'tredje bedömare', en: 'third assessor' },
  contact: { sv: 'kontaktperson', en: 'contact' },
  observer: { sv: 'observatör', en: 'observer' },
} as const;
const methodWords = {
  equal: { sv: 'lika bedömningar', en: 'equal scores' },
  withinTolerance: { sv: 'inom gränsen', en: 'within the limit' },
  discussed: { sv: 'efter diskussion', en: 'after discussion' },
  revote: { sv: 'efter ny blind omgång', en: 'after a new blind round' },
} as const;

const both = (text: string): Told => ({ sv: text, en: text });
const counted = (n: number): Told => ({ sv: `${n} ${n === 1 ? 'fråga' : 'frågor'}`, en: `${n} ${n === 1 ? 'question' : 'questions'}` });
const list = (numbers: readonly string[]): Told => (numbers.length <= 6 ? both(numbers.join(', ')) : counted(numbers.length));
const questionsIn = (items: readonly { question: string }[]): Told => list(items.map(({ question }) => question));
/** The same beginning in each language, before what is told in each. */
const put = (sv: string, en: string, rest: Told): Told => ({ sv: `${sv} ${rest.sv}`, en: `${en} ${rest.en}` });

const lines: Lines = {
  created: ({ municipality: { name }, year }) => put('skapade utvärderingen av', 'created the evaluation of', both(`${name} ${year}`)),
  joined: (fact, name) => ({ sv: `lade till ${name(fact.person)} som ${roleWords[fact.role].sv}`, en: `added ${name(fact.person)} as ${roleWords[fact.role].en}` }),
  left: (fact, name) => ({ sv: `tog bort ${name(fact.person)} som ${roleWords[fact.role].sv}`, en: `removed ${name(fact.person)} as ${roleWords[fact.role].en}` }),
  declared: ({ conflict }) =>
    conflict
      ? { sv: 'anmälde jäv och lämnade utvärderingen', en: 'declared a conflict of interest and left the evaluation' }
      : { sv: 'lämnade jävsdeklaration utan hinder', en: 'declared no conflict of interest' },
  policyChanged: ({ policy }) => {
    const [from, red] = [amberFrom(policy), limitWords('red', policy.red)];
    return { sv: `ändrade spelreglerna: avvikelse från ${from.sv}, stor från ${red.sv}`, en: `changed the rules: divergence from ${from.en}, large from ${red.en}` };
  },
  policyProposed: ({ before, policy, reason }, name) => {
    const { sv, en } = toldRules(ruleChanges(before, policy), name);
    return { sv: `föreslog att spelreglerna ändras: ${sv}. Skäl: ${reason}`, en: `proposed to change the rules: ${en}. Reason: ${reason}` };
  },
  policyApproved: ({ proposal }, name, state) => put('godkände ändringen av spelreglerna:', 'approved the change of the rules:', changedRules(state, proposal, name)),
  policyDeclined: ({ proposal }, name, state) => put('avböjde ändringen av spelreglerna:', 'declined the change of the rules:', changedRules(state, proposal, name)),
  policyWithdrawn: ({ proposal }, name, state) => put('drog tillbaka ändringen av spelreglerna:', 'took back the change of the rules:', changedRules(state, proposal, name)),
  nudged: ({ person }, name) => ({ sv: `påminde ${name(person)} om att försegla`, en: `reminded ${name(person)} to seal` }),
  replaced: ({ left, joined, reason }, name) => ({ sv: `lät ${name(joined)} ersätta ${name(left)} som utvärderare: ${reason}`, en: `let ${name(joined)} replace ${name(left)} as evaluator: ${reason}` }),
  scheduled: ({ changes }) => datesLine(changes),
  scoringOpened: () => ({ sv: 'öppnade bedömningen', en: 'opened scoring' }),
  sealed: ({ seals }) => put('förseglade', 'sealed', questionsIn(seals)),
  sealWithdrawn: ({ seals }) => put('ångrade förseglingen av', 'took back the seal of', questionsIn(seals)),
  revealed: ({ opened }) => put('Öppnades för alla samtidigt:', 'Opened for everyone at once:', questionsIn(opened)),
  roundOpened: ({ question, reason }) => put('begärde en ny blind omgång för', 'asked for a new blind round of', both(`${question}: ${reason}`)),
  proposed: ({ proposals }) => {
    const [first] = proposals;
    if (proposals.length !== 1 || !first) return put('föreslog gemensam bedömning för', 'proposed a joint score for', questionsIn(proposals));
    const percent = swedish(first.percent, 1);
    return { sv: `föreslog ${percent} % för ${first.question}`, en: `proposed ${percent} % for ${first.question}` };
  },
  approved: ({ approvals }) => put('godkände', 'approved', questionsIn(approvals)),
  settled: ({ questions }, _name, state) => {
    const [first] = questions;
    return put('Gemensam bedömning:', 'Joint score:', questions.length === 1 && first ? settledWords(first, state) : questionsIn(questions));
  },
  areaSigned: ({ area }) => put('skrev under att område', 'signed off area', { sv: `${area} är klart`, en: `${area}` }),
  areaLocked: ({ areas }) => ({ sv: `Område ${areas.join(', ')} låstes`, en: `Area ${areas.join(', ')} was locked` }),
  areaReopened: ({ area, reason }) => ({ sv: `öppnade område ${area} igen: ${reason}`, en: `reopened area ${area}: ${reason}` }),
  lockSigned: ({ version }) => put('skrev under låsning av version', 'signed the lock of version', both(`${version}`)),
  locked: ({ version }) => put('Rapporten låstes, version', 'The report was locked, version', both(`${version}`)),
  unlockSigned: ({ version, reason }) => put('begärde upplåsning av version', 'asked to unlock version', both(`${version}: ${reason}`)),
  unlocked: ({ version, reason }) => ({ sv: `Version ${version} låstes upp: ${reason}`, en: `Version ${version} was unlocked: ${reason}` }),
};

function changedRules({ policyProposals }: EvaluationState, proposal: number, name: NameOf): Told {
  const own = policyProposals.find(({ number }) => number === proposal);
  return own ? toldRules(ruleChanges(own.before, own.policy), name) : both(`${proposal}`);
}

function settledWords({ question, proposal: number }: { question: string; proposal: number }, state: EvaluationState): Told {
  const proposal = state.questions[question]?.proposals.find((candidate) => candidate.number === number);
  if (!proposal) return both(question);
  const percent = swedish(proposal.percent, 1);
  const { sv, en } = methodWords[proposal.method];
  return { sv: `${question} blev ${percent} %, ${sv}`, en: `${question} became ${percent} %, ${en}` };
}

/** What a fact is in a sentence without its actor, in both languages; facts that follow from others name nobody. */
export function ledgerLine(fact: Fact, name: NameOf, state: EvaluationState): Told {
  const line = lines[fact.kind] as (fact: Fact, name: NameOf, state: EvaluationState) => Told;
  return line(fact, name, state);
}

/** The settling of questions for those who may not read what was agreed before the lock: which, or how many. */
export const settledLine = (questions: readonly { question: string }[]): Told => put('Gemensam bedömning:', 'Joint score:', questions.length === 1 ? questionsIn(questions) : counted(questions.length));

/** A colleague's blind seals of a day: how many, nothing finer. */
export const sealedLine = (count: number): Told => put('förseglade', 'sealed', counted(count));
