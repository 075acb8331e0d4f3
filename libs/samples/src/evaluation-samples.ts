import {
  blankState, defaultPolicy, emptySheet, evaluatorsOf, fold, questionOf, questionsOf, sheetPercent, standingProposal,
  type EvaluationState, type Fact, type Instrument, type LedgerEntry, type Policy, type ProposalFact, type Role, type Sheet,
} from '@samsyn/domain';

const uuid = (last: number): string => `00000000-0000-4000-8000-${`${last}`.padStart(12, '0')}`;

/** Made-up people. Evaluators are in seat order. */
export const samplePeople = {
  evaluators: [1, 2, 3, 4, 5, 6].map(uuid),
  coordinator: uuid(11),
  contact: uuid(12),
  observer: uuid(13),
  stranger: uuid(14),
} as const;

/** The evaluator with that seat, 1 to 6. */
export const evaluator = (seat: number): string => samplePeople.evaluators[seat - 1] ?? uuid(seat);

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });

/** An instrument of areas of 100 points from the maxima of their questions: `instrumentOf([20, 30, 50], [60, 40])`. */
export function instrumentOf(...areas: readonly (readonly number[])[]): Instrument {
  return {
    id: 'sample', revision: 'sample', title: words('Exempel'), country: 'SE', step: 10, sources: ['made up'],
    areas: areas.map((maxima, at) => ({
      number: at + 1, title: words(`Område ${at + 1}`), max: 100, headings: [],
      questions: maxima.map((max, index) => {
        const title = words(`Fråga ${at + 1}.${index + 1}`);
        return { number: `${at + 1}.${index + 1}`, title, short: title, max, criteria: [{ key: 'a', title, dimensions: ['system', 'deployment'] }] };
      }),
    })),
  };
}

/** Two areas, five questions: 1.1 (20), 1.2 (30), 1.3 (50), 2.1 (60), 2.2 (40). */
export const sampleInstrument: Instrument = instrumentOf([20, 30, 50], [60, 40]);

/** One act to play: who, what, the sheets that a seal holds, and when if the time matters. */
export interface Act {
  readonly by: string | null;
  readonly fact: Fact;
  readonly sheets?: Readonly<Record<string, Sheet>>;
  readonly at?: string;
}

const start = Date.parse('2026-01-12T08:00:00.000Z');
const timeOf = (revision: number): string => new Date(start + revision * 300_000).toISOString();
const hashOf = (revision: number): string => (revision === 0 ? '' : revision.toString(16).padStart(64, '0'));

/** The state after the acts and their ledger lines: five minutes apart unless an act has its own time, hashes made up. */
export function record(state: EvaluationState, ...acts: readonly Act[]): { state: EvaluationState; entries: LedgerEntry[] } {
  const entries: LedgerEntry[] = [];
  let next = state;
  for (const { by, fact, sheets = {}, at } of acts) {
    const revision = next.revision + 1;
    const { instrument, policy } = next;
    const entry: LedgerEntry = { revision, at: at ?? timeOf(revision), actor: by, fact, previous: next.hash, hash: hashOf(revision) };
    next = fold(next, entry, {
      instrument,
      sheets: (_revision, number) => {
        const sheet = sheets[number] ?? emptySheet;
        return { sheet, percent: sheetPercent(questionOf(instrument, number), policy.judging, sheet) };
      },
    });
    entries.push(entry);
  }
  return { state: next, entries };
}

/** The state after the acts. */
export const play = (state: EvaluationState, ...acts: readonly Act[]): EvaluationState => record(state, ...acts).state;

export interface SampleOptions extends Partial<Policy> {
  readonly evaluators?: number;
  readonly instrument?: Instrument;
  /** Scoring is open unless false. */
  readonly open?: boolean;
}

/**
 * An evaluation ready to be scored: a coordinator, a contact, an observer and the evaluators, all declared.
 * Judged in percent and opening question by question unless told otherwise.
 */
export function sampleState({ evaluators = 2, instrument = sampleInstrument, open = true, ...rules }: SampleOptions = {}): EvaluationState {
  const { coordinator, contact, observer } = samplePeople;
  const policy: Policy = { ...defaultPolicy, revealUnit: 'question', judging: 'percent', ...rules };
  const team: [string, Role, number | null][] = [
    [coordinator, 'coordinator', null], [contact, 'contact', null], [observer, 'observer', null],
    ...samplePeople.evaluators.slice(0, evaluators).map((person, at): [string, Role, number] => [person, 'evaluator', at + 1]),
  ];
  return play(
    blankState(uuid(99), instrument),
    { by: coordinator, fact: { kind: 'created', municipality: { code: null, name: 'Exempelby' }, year: 2026, instrument: instrument.id, sandbox: true, policy } },
    ...team.map(([person, role, seat]): Act => ({ by: coordinator, fact: { kind: 'joined', person, role, seat } })),
    ...team.map(([person]): Act => ({ by: person, fact: { kind: 'declared', person, conflict: false, text: '' } })),
    ...(open ? [{ by: coordinator, fact: { kind: 'scoringOpened' } } satisfies Act] : []),
  );
}

/** A judged sheet in percent; null is "kan inte bedöma" with a reason. */
export const percentSheet = (percent: string | number | null): Sheet =>
  percent === null ? { ...emptySheet, standing: 'cannotAssess', rationale: 'Underlag saknas.' } : { ...emptySheet, percent: `${percent}`, rationale: 'Egen bedömning.' };

/** Seals percents by question number, in the round told. */
export function seal(person: string, percents: Readonly<Record<string, string | number | null | Sheet>>, { round = 1, at }: { round?: number; at?: string } = {}): Act {
  const sheets = Object.fromEntries(Object.entries(percents).map(([number, value]): [string, Sheet] => [number, value !== null && typeof value === 'object' ? value : percentSheet(value)]));
  const seals = Object.keys(sheets).map((question) => ({ question, round, commitment: `commitment of ${person} for ${question} in ${round}` }));
  return { by: person, fact: { kind: 'sealed', seals }, sheets, ...(at && { at }) };
}

export const withdraw = (person: string, questions: readonly string[], { round = 1, at }: { round?: number; at?: string } = {}): Act => ({
  by: person, fact: { kind: 'sealWithdrawn', seals: questions.map((question) => ({ question, round })) }, ...(at && { at }),
});

export const reveal = (questions: readonly string[], round = 1): Act => ({ by: null, fact: { kind: 'revealed', opened: questions.map((question) => ({ question, round })) } });

/** The coordinator gives that evaluator's seat to another. */
export const replace = (seat: number, left: string, joined: string, reason = 'Sjukskriven.'): Act => ({ by: samplePeople.coordinator, fact: { kind: 'replaced', seat, left, joined, reason } });

export const declare = (person: string, conflict = false): Act => ({ by: person, fact: { kind: 'declared', person, conflict, text: '' } });

export const openRound = (person: string, question: string, round: number, reason = 'Underlaget har vuxit.'): Act => ({ by: person, fact: { kind: 'roundOpened', question, round, reason } });

export const propose = (person: string, question: string, percent: string, more: Partial<ProposalFact> = {}): Act => ({
  by: person,
  fact: { kind: 'proposed', proposals: [{ question, round: 1, percent, text: '', reason: '', cause: null, method: 'discussed', ...more }] },
});

/** A proposal by the first evaluator, approved by all others and settled. */
export function settle(state: EvaluationState, question: string, percent: string, more: Partial<ProposalFact> = {}): EvaluationState {
  const [first, ...others] = evaluatorsOf(state).map(({ person }) => person);
  const proposed = play(state, propose(first ?? '', question, percent, { round: state.questions[question]?.openedRound ?? 1, ...more }));
  const own = proposed.questions[question];
  const proposal = (own && standingProposal(own)?.number) ?? 0;
  return play(
    proposed,
    ...others.map((by): Act => ({ by, fact: { kind: 'approved', approvals: [{ question, proposal }] } })),
    { by: null, fact: { kind: 'settled', questions: [{ question, proposal }] } },
  );
}

/** Every question sealed by every evaluator with the settled percent, opened and settled. */
export function settledState(percents: Readonly<Record<string, string>>, options: SampleOptions = {}): EvaluationState {
  const state = sampleState(options);
  const numbers = questionsOf(state.instrument).map(({ number }) => number);
  const opened = play(state, ...evaluatorsOf(state).map(({ person }) => seal(person, Object.fromEntries(numbers.map((number) => [number, '50'])))), reveal(numbers));
  return numbers.reduce((next, number) => settle(next, number, percents[number] ?? '50'), opened);
}
