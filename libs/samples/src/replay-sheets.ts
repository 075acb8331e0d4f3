import { defaultPolicy, type DivergenceCause, type Evidence } from '@samsyn/domain';

/** What one evaluator holds about one question; percent in the form of a sheet: "45.0". */
export interface ReplaySheet {
  readonly percent: string;
  readonly rationale: string;
  readonly strengths: readonly string[];
  readonly improvements: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** What is agreed; reason and cause where the percents diverge. */
export interface ReplaySettlement {
  readonly percent: string;
  readonly text: string;
  readonly cause: DivergenceCause | null;
  readonly reason: string;
}

/** Numbers in [0, 1), the same for the same seed: no replay differs from another. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

export function shuffled<T>(items: readonly T[], random: () => number): T[] {
  const mixed = [...items];
  for (let at = mixed.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1));
    [mixed[at], mixed[other]] = [mixed[other] as T, mixed[at] as T];
  }
  return mixed;
}

export type Kind = 'within' | 'amber' | 'red';

/** A third of the questions diverge, a third of these much; which ones is chance of the seed. */
export function kindsOf(numbers: readonly string[], random: () => number): Record<string, Kind> {
  const diverging = Math.round(numbers.length / 3);
  const red = Math.round(diverging / 3);
  return Object.fromEntries(shuffled(numbers, random).map((number, at): [string, Kind] => [number, at < red ? 'red' : at < diverging ? 'amber' : 'within']));
}

/**
 * The evaluators' tenths around a settled one. Within: pairs as far above as below, so that the mean is the settled
 * value exactly, never further apart than the tolerance. Diverging: whole percents apart, at times exactly at the threshold; the
 * whole span is moved inside 0–100, so that the band stays as meant.
 */
export function tenthsAround(settled: number, kind: Kind, evaluators: number, random: () => number): number[] {
  if (kind === 'within') {
    const room = Math.min(settled, 1000 - settled, defaultPolicy.tolerance * 5);
    const pairs = Array.from({ length: evaluators >> 1 }, () => (random() < 0.3 ? 0 : Math.floor(random() * (room / 5 + 1)) * 5)).map((step) => Math.min(step, room));
    return shuffled([...pairs.flatMap((step) => [settled - step, settled + step]), ...(evaluators % 2 === 1 ? [settled] : [])], random);
  }
  const [least, most] = kind === 'red' ? [defaultPolicy.red, defaultPolicy.red + 18] : [defaultPolicy.amber, defaultPolicy.red - 1];
  const span = (least + Math.floor(random() * (most - least + 1))) * 10;
  const below = Math.round(((0.3 + random() * 0.4) * span) / 10) * 10;
  const low = Math.min(Math.max(Math.round((settled - below) / 10) * 10, 0), 1000 - span);
  const between = Array.from({ length: evaluators - 2 }, () => low + Math.round((random() * span) / 10) * 10);
  return shuffled([low, low + span, ...between], random);
}

/** Tenths as the text of a sheet. @example textOf(457) // '45.7' */
export const textOf = (tenths: number): string => `${Math.floor(tenths / 10)}.${tenths % 10}`;

// Written for Samsyn: neutral, about no municipality and from no report.
const rationales = {
  low: [
    'Arbetssättet är under uppbyggnad och används av enstaka verksamheter.',
    'Jag ser goda ansatser men ännu ingen gemensam modell.',
    'Underlaget visar avsikter mer än praktik. Det som faktiskt görs väger lätt.',
    'Ansvaret är delvis oklart och uppföljningen sker inte regelbundet.',
  ],
  middle: [
    'Modellen finns och är känd, men tillämpas olika i förvaltningarna.',
    'Flera delar är på plats. Uppföljningen leder inte alltid till förändring.',
    'Arbetssättet är beskrivet och används i ungefär halva organisationen.',
    'Intervjuerna bekräftar bilden i dokumenten, med undantag för några enheter.',
  ],
  high: [
    'Arbetssättet är väl beskrivet och används i hela organisationen.',
    'Resultaten följs upp och används synligt i styrningen.',
    'Samstämmiga svar i intervjuerna och tydliga spår i dokumenten.',
    'En sammanhållen modell som utvärderas och justeras varje år.',
  ],
} as const;
const strengths = ['Tydlig ansvarsfördelning.', 'Känd i hela ledningen.', 'Kopplad till budgetprocessen.', 'Följs upp varje år.', 'Öppen redovisning av resultat.', 'Enkel att använda i vardagen.'];
const improvements = ['Sprid arbetssättet till alla förvaltningar.', 'Använd resultaten i nästa års plan.', 'Beskriv ansvar och roller skriftligt.', 'Följ upp om åtgärderna ger effekt.', 'Gör informationen lättare att hitta.', 'Utvärdera modellen regelbundet.'];
const evidence: readonly Evidence[] = [
  { kind: 'document', text: 'Styrdokument och årsredovisning' },
  { kind: 'interview', text: 'Gruppintervju med förvaltningschefer' },
  { kind: 'interview', text: 'Intervju med den politiska ledningen' },
  { kind: 'web', text: 'Kommunens webbplats' },
  { kind: 'document', text: 'Underlag som kommunen lämnat före besöket' },
];
const reasons: Record<DivergenceCause, string> = {
  evidence: 'Vi hade läst olika underlag. Efter genomgång av båda enades vi.',
  interpretation: 'Vi läste frågan olika. Det är tillämpningen i hela organisationen som avgjorde.',
  mistake: 'En bedömning gällde fel verksamhet och rättades i samtalet.',
  unknown: 'Skillnaden fick ingen enskild förklaring. Vi vägde samman bedömningarna.',
};
const causes: readonly DivergenceCause[] = ['evidence', 'interpretation', 'interpretation', 'evidence', 'mistake', 'unknown'];
const agreedText = { low: 'Vi är överens om att arbetet har börjat men behöver en gemensam grund.', middle: 'Vi är överens om att arbetssättet finns men inte når hela organisationen.', high: 'Vi är överens om att arbetssättet är väl förankrat och ger resultat.' } as const;

const levelOf = (tenths: number): keyof typeof rationales => (tenths < 400 ? 'low' : tenths < 700 ? 'middle' : 'high');
const some = <T>(items: readonly T[], count: number, random: () => number): T[] => shuffled(items, random).slice(0, count);

export function sheetOf(tenths: number, random: () => number): ReplaySheet {
  const level = levelOf(tenths);
  const [rationale = ''] = some(rationales[level], 1, random);
  const counts = { low: [1, 2], middle: [1, 1], high: [2, 1] } as const;
  return { percent: textOf(tenths), rationale, strengths: some(strengths, counts[level][0], random), improvements: some(improvements, counts[level][1], random), evidence: some(evidence, 1 + Math.floor(random() * 2), random) };
}

export function settlementOf(tenths: number, kind: Kind, random: () => number): ReplaySettlement {
  if (kind === 'within') return { percent: textOf(tenths), text: '', cause: null, reason: '' };
  const cause = causes[Math.floor(random() * causes.length)] ?? 'unknown';
  return { percent: textOf(tenths), text: agreedText[levelOf(tenths)], cause, reason: reasons[cause] };
}
