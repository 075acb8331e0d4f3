import { evaluator, play, sampleState, settledState } from '@samsyn/samples';
import type { Fact } from './facts';
import { ledgerLine, sealedLine, settledLine, type Told } from './ledger-line';
import { defaultPolicy } from './evaluation';

const name = (person: string | null): string => (person === evaluator(1) ? 'Anna Ek' : 'okänd');
const line = (fact: Fact, state = sampleState()): Told => ledgerLine(fact, name, state);
const seals = (...questions: string[]) => questions.map((question) => ({ question, round: 1, commitment: 'x' }));
const proposal = { round: 1, text: '', reason: '', cause: null, method: 'discussed' } as const;

describe('a line of the log', () => {
  it.each<[Fact, string, string]>([
    [{ kind: 'created', municipality: { code: '0581', name: 'Norrköping' }, year: 2026, instrument: 'kk-2016', sandbox: false, policy: defaultPolicy }, 'skapade utvärderingen av Norrköping 2026', 'created the evaluation of Norrköping 2026'],
    [{ kind: 'joined', person: evaluator(1), role: 'adjudicator', seat: null }, 'lade till Anna Ek som tredje bedömare', 'added Anna Ek as third assessor'],
    [{ kind: 'left', person: evaluator(1), role: 'evaluator' }, 'tog bort Anna Ek som utvärderare', 'removed Anna Ek as evaluator'],
    [{ kind: 'declared', person: evaluator(1), conflict: false, text: 'x' }, 'lämnade jävsdeklaration utan hinder', 'declared no conflict of interest'],
    [{ kind: 'declared', person: evaluator(1), conflict: true, text: 'x' }, 'anmälde jäv och lämnade utvärderingen', 'declared a conflict of interest and left the evaluation'],
    [{ kind: 'policyChanged', policy: defaultPolicy }, 'ändrade spelreglerna: avvikelse från 15 procentenheter, stor från 30 procentenheter', 'changed the rules: divergence from 15 percentage points, large from 30 percentage points'],
    [{ kind: 'policyChanged', policy: { ...defaultPolicy, points: 2.5 } }, 'ändrade spelreglerna: avvikelse från 15 procentenheter eller 2,5 poäng, stor från 30 procentenheter', 'changed the rules: divergence from 15 percentage points or 2.5 points, large from 30 percentage points'],
    [{ kind: 'policyChanged', policy: { ...defaultPolicy, points: 1, bands: 2 } }, 'ändrade spelreglerna: avvikelse från 15 procentenheter, 1 poäng eller 2 nivåer isär, stor från 30 procentenheter', 'changed the rules: divergence from 15 percentage points, 1 point or 2 levels apart, large from 30 percentage points'],
    [{ kind: 'policyChanged', policy: { ...defaultPolicy, bands: 1 } }, 'ändrade spelreglerna: avvikelse från 15 procentenheter eller 1 nivå isär, stor från 30 procentenheter', 'changed the rules: divergence from 15 percentage points or 1 level apart, large from 30 percentage points'],
    [{ kind: 'policyProposed', before: defaultPolicy, policy: { ...defaultPolicy, amber: 20, adjudicator: evaluator(1) }, reason: 'Skillnaderna är små.' }, 'föreslog att spelreglerna ändras: gräns för avvikelse 15 procentenheter → 20 procentenheter, tredje bedömare ingen → Anna Ek. Skäl: Skillnaderna är små.', 'proposed to change the rules: limit for divergence 15 percentage points → 20 percentage points, third assessor nobody → Anna Ek. Reason: Skillnaderna är små.'],
    [{ kind: 'policyApproved', proposal: 9 }, 'godkände ändringen av spelreglerna: 9', 'approved the change of the rules: 9'],
    [{ kind: 'policyDeclined', proposal: 9 }, 'avböjde ändringen av spelreglerna: 9', 'declined the change of the rules: 9'],
    [{ kind: 'policyWithdrawn', proposal: 9 }, 'drog tillbaka ändringen av spelreglerna: 9', 'took back the change of the rules: 9'],
    [{ kind: 'nudged', person: evaluator(1) }, 'påminde Anna Ek om att försegla', 'reminded Anna Ek to seal'],
    [{ kind: 'replaced', seat: 1, left: evaluator(1), joined: evaluator(2), reason: 'frånvaro' }, 'lät okänd ersätta Anna Ek som utvärderare: frånvaro', 'let okänd replace Anna Ek as evaluator: frånvaro'],
    [{ kind: 'areaSigned', area: 3 }, 'skrev under att område 3 är klart', 'signed off area 3'],
    [{ kind: 'areaLocked', areas: [3] }, 'Område 3 låstes', 'Area 3 was locked'],
    [{ kind: 'areaReopened', area: 3, reason: 'en text' }, 'öppnade område 3 igen: en text', 'reopened area 3: en text'],
    [{ kind: 'scheduled', changes: [{ date: 'consensus', from: '2026-12-10', to: '2026-12-12' }] }, 'ändrade datum: samsynsmöte 12 december 2026, förut 10 december 2026', 'changed dates: consensus meeting 12 December 2026, before 10 December 2026'],
    [{ kind: 'scoringOpened' }, 'öppnade bedömningen', 'opened scoring'],
    [{ kind: 'sealed', seals: seals('1.1', '1.2') }, 'förseglade 1.1, 1.2', 'sealed 1.1, 1.2'],
    [{ kind: 'sealed', seals: seals('1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2') }, 'förseglade 7 frågor', 'sealed 7 questions'],
    [{ kind: 'sealWithdrawn', seals: seals('1.1') }, 'ångrade förseglingen av 1.1', 'took back the seal of 1.1'],
    [{ kind: 'revealed', opened: seals('1.1', '1.2') }, 'Öppnades för alla samtidigt: 1.1, 1.2', 'Opened for everyone at once: 1.1, 1.2'],
    [{ kind: 'roundOpened', question: '1.1', round: 2, reason: 'nytt underlag' }, 'begärde en ny blind omgång för 1.1: nytt underlag', 'asked for a new blind round of 1.1: nytt underlag'],
    [{ kind: 'proposed', proposals: [{ ...proposal, question: '1.1', percent: '140/3' }] }, 'föreslog 46,7 % för 1.1', 'proposed 46,7 % for 1.1'],
    [{ kind: 'proposed', proposals: ['1.1', '1.2'].map((question) => ({ ...proposal, question, percent: '50' })) }, 'föreslog gemensam bedömning för 1.1, 1.2', 'proposed a joint score for 1.1, 1.2'],
    [{ kind: 'approved', approvals: [{ question: '1.1', proposal: 9 }] }, 'godkände 1.1', 'approved 1.1'],
    [{ kind: 'settled', questions: [{ question: '1.1', proposal: 99 }] }, 'Gemensam bedömning: 1.1', 'Joint score: 1.1'],
    [{ kind: 'settled', questions: [{ question: '1.1', proposal: 9 }, { question: '1.2', proposal: 9 }] }, 'Gemensam bedömning: 1.1, 1.2', 'Joint score: 1.1, 1.2'],
    [{ kind: 'lockSigned', version: 1, fingerprint: 'x' }, 'skrev under låsning av version 1', 'signed the lock of version 1'],
    [{ kind: 'locked', version: 1, reportHash: 'x' }, 'Rapporten låstes, version 1', 'The report was locked, version 1'],
    [{ kind: 'unlockSigned', version: 1, reason: 'fel kommun' }, 'begärde upplåsning av version 1: fel kommun', 'asked to unlock version 1: fel kommun'],
    [{ kind: 'unlocked', version: 1, reason: 'fel kommun' }, 'Version 1 låstes upp: fel kommun', 'Version 1 was unlocked: fel kommun'],
  ])('of $kind is %#', (fact, sv, en) => {
    expect(line(fact)).toEqual({ sv, en });
  });

  it('tells what of the rules was approved', () => {
    const before = sampleState();
    const proposed = play(before, { by: evaluator(2), fact: { kind: 'policyProposed', before: before.policy, policy: { ...before.policy, amber: 20 }, reason: 'Små.' } });
    expect(line({ kind: 'policyApproved', proposal: 1 }, proposed).sv).toBe('godkände ändringen av spelreglerna: gräns för avvikelse 15 procentenheter → 20 procentenheter');
  });

  it('tells what a question became and how', () => {
    const state = settledState({ '1.1': '457/10' });
    const settled = state.questions['1.1']?.settled;
    expect(line({ kind: 'settled', questions: [{ question: '1.1', proposal: settled?.proposal ?? 0 }] }, state)).toEqual({ sv: 'Gemensam bedömning: 1.1 blev 45,7 %, efter diskussion', en: 'Joint score: 1.1 became 45,7 %, after discussion' });
  });

  it('of a seal holds no score', () => {
    expect(JSON.stringify(line({ kind: 'sealed', seals: [{ question: '1.1', round: 1, commitment: 'secret' }] }))).not.toContain('secret');
  });

  it('for those who may not read the values tells which question was settled, or how many', () => {
    expect(settledLine([{ question: '1.1' }])).toEqual({ sv: 'Gemensam bedömning: 1.1', en: 'Joint score: 1.1' });
    expect(settledLine([{ question: '1.1' }, { question: '1.2' }])).toEqual({ sv: 'Gemensam bedömning: 2 frågor', en: 'Joint score: 2 questions' });
  });

  it('of a colleague’s day counts the seals', () => {
    expect([sealedLine(1), sealedLine(3)]).toEqual([{ sv: 'förseglade 1 fråga', en: 'sealed 1 question' }, { sv: 'förseglade 3 frågor', en: 'sealed 3 questions' }]);
  });
});
