import type { Fact, FactKind } from './facts';
import type { EvaluationState } from './state';
import { swedish } from './scoring';

/** Looks up a person's name for a line; ids are stored, names are shown. */
export type NameOf = (person: string | null) => string;

type Lines = { [K in FactKind]: (fact: Extract<Fact, { kind: K }>, name: NameOf, state: EvaluationState) => string };

const roleWords = { coordinator: 'samordnare', evaluator: 'utvärderare', adjudicator: 'tredje bedömare', contact: 'kontaktperson', observer: 'observatör' } as const;
const methodWords = { equal: 'lika bedömningar', withinTolerance: 'inom gränsen', discussed: 'efter diskussion', revote: 'efter ny blind omgång' } as const;
const list = (numbers: readonly string[]): string => (numbers.length <= 6 ? numbers.join(', ') : `${numbers.length} frågor`);

const lines: Lines = {
  created: (fact) => `skapade utvärderingen av ${fact.municipality.name} ${fact.year}`,
  joined: (fact, name) => `lade till ${name(fact.person)} som ${roleWords[fact.role]}`,
  left: (fact, name) => `tog bort ${name(fact.person)} som ${roleWords[fact.role]}`,
  declared: (fact) => (fact.conflict ? 'anmälde jäv och lämnade utvärderingen' : 'lämnade jävsdeklaration utan hinder'),
  policyChanged: (fact) => `ändrade spelreglerna: avvikelse från ${fact.policy.amber} %, stor från ${fact.policy.red} %`,
  scoringOpened: () => 'öppnade bedömningen',
  sealed: (fact) => `förseglade ${list(fact.seals.map((seal) => seal.question))}`,
  sealWithdrawn: (fact) => `ångrade förseglingen av ${list(fact.seals.map((seal) => seal.question))}`,
  revealed: (fact) => `Öppnades för alla samtidigt: ${list(fact.opened.map((opened) => opened.question))}`,
  roundOpened: (fact) => `begärde en ny blind omgång för ${fact.question}: ${fact.reason}`,
  proposed: (fact) =>
    fact.proposals.length === 1 && fact.proposals[0]
      ? `föreslog ${swedish(fact.proposals[0].percent, 1)} % för ${fact.proposals[0].question}`
      : `föreslog gemensam bedömning för ${list(fact.proposals.map((proposal) => proposal.question))}`,
  approved: (fact) => `godkände ${list(fact.approvals.map((approval) => approval.question))}`,
  settled: (fact, _name, state) => `Gemensam bedömning: ${fact.questions.length === 1 && fact.questions[0] ? settledWords(fact.questions[0], state) : list(fact.questions.map((settled) => settled.question))}`,
  lockSigned: (fact) => `skrev under låsning av version ${fact.version}`,
  locked: (fact) => `Rapporten låstes, version ${fact.version}`,
  unlockSigned: (fact) => `begärde upplåsning av version ${fact.version}: ${fact.reason}`,
  unlocked: (fact) => `Version ${fact.version} låstes upp: ${fact.reason}`,
};

function settledWords(settled: { question: string; proposal: number }, state: EvaluationState): string {
  const proposal = state.questions[settled.question]?.proposals.find((candidate) => candidate.number === settled.proposal);
  return proposal ? `${settled.question} blev ${swedish(proposal.percent, 1)} %, ${methodWords[proposal.method]}` : settled.question;
}

/** What a fact is in a sentence without its actor, in Swedish; `fromSystem` facts follow from others and name nobody. */
export function ledgerLine(fact: Fact, name: NameOf, state: EvaluationState): string {
  const line = lines[fact.kind] as (fact: Fact, name: NameOf, state: EvaluationState) => string;
  return line(fact, name, state);
}
