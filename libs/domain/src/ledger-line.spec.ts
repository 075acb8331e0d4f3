import { evaluator, sampleState, settledState } from '@samsyn/samples';
import type { Fact } from './facts';
import { ledgerLine } from './ledger-line';
import { defaultPolicy } from './evaluation';

const name = (person: string | null): string => (person === evaluator(1) ? 'Anna Ek' : 'okänd');
const line = (fact: Fact, state = sampleState()): string => ledgerLine(fact, name, state);
const seals = (...questions: string[]) => questions.map((question) => ({ question, round: 1, commitment: 'x' }));
const proposal = { round: 1, text: '', reason: '', cause: null, method: 'discussed' } as const;

describe('a line of the log', () => {
  it.each<[Fact, string]>([
    [{ kind: 'created', municipality: { code: '0581', name: 'Norrköping' }, year: 2026, instrument: 'kk-2016', sandbox: false, policy: defaultPolicy }, 'skapade utvärderingen av Norrköping 2026'],
    [{ kind: 'joined', person: evaluator(1), role: 'adjudicator', seat: null }, 'lade till Anna Ek som tredje bedömare'],
    [{ kind: 'left', person: evaluator(1), role: 'evaluator' }, 'tog bort Anna Ek som utvärderare'],
    [{ kind: 'declared', person: evaluator(1), conflict: false, text: 'x' }, 'lämnade jävsdeklaration utan hinder'],
    [{ kind: 'declared', person: evaluator(1), conflict: true, text: 'x' }, 'anmälde jäv och lämnade utvärderingen'],
    [{ kind: 'policyChanged', policy: defaultPolicy }, 'ändrade spelreglerna: avvikelse från 15 %, stor från 30 %'],
    [{ kind: 'scoringOpened' }, 'öppnade bedömningen'],
    [{ kind: 'sealed', seals: seals('1.1', '1.2') }, 'förseglade 1.1, 1.2'],
    [{ kind: 'sealed', seals: seals('1.1', '1.2', '1.3', '1.4', '1.5', '2.1', '2.2') }, 'förseglade 7 frågor'],
    [{ kind: 'sealWithdrawn', seals: seals('1.1') }, 'ångrade förseglingen av 1.1'],
    [{ kind: 'revealed', opened: seals('1.1', '1.2') }, 'Öppnades för alla samtidigt: 1.1, 1.2'],
    [{ kind: 'roundOpened', question: '1.1', round: 2, reason: 'nytt underlag' }, 'begärde en ny blind omgång för 1.1: nytt underlag'],
    [{ kind: 'proposed', proposals: [{ ...proposal, question: '1.1', percent: '140/3' }] }, 'föreslog 46,7 % för 1.1'],
    [{ kind: 'proposed', proposals: ['1.1', '1.2'].map((question) => ({ ...proposal, question, percent: '50' })) }, 'föreslog gemensam bedömning för 1.1, 1.2'],
    [{ kind: 'approved', approvals: [{ question: '1.1', proposal: 9 }] }, 'godkände 1.1'],
    [{ kind: 'settled', questions: [{ question: '1.1', proposal: 99 }] }, 'Gemensam bedömning: 1.1'],
    [{ kind: 'settled', questions: [{ question: '1.1', proposal: 9 }, { question: '1.2', proposal: 9 }] }, 'Gemensam bedömning: 1.1, 1.2'],
    [{ kind: 'lockSigned', version: 1, fingerprint: 'x' }, 'skrev under låsning av version 1'],
    [{ kind: 'locked', version: 1, reportHash: 'x' }, 'Rapporten låstes, version 1'],
    [{ kind: 'unlockSigned', version: 1, reason: 'fel kommun' }, 'begärde upplåsning av version 1: fel kommun'],
    [{ kind: 'unlocked', version: 1, reason: 'fel kommun' }, 'Version 1 låstes upp: fel kommun'],
  ])('of $kind is %#', (fact, text) => {
    expect(line(fact)).toBe(text);
  });

  it('tells what a question became and how', () => {
    const state = settledState({ '1.1': '457/10' });
    const settled = state.questions['1.1']?.settled;
    expect(line({ kind: 'settled', questions: [{ question: '1.1', proposal: settled?.proposal ?? 0 }] }, state)).toBe('Gemensam bedömning: 1.1 blev 45,7 %, efter diskussion');
  });

  it('of a seal holds no score', () => {
    expect(line({ kind: 'sealed', seals: [{ question: '1.1', round: 1, commitment: 'secret' }] })).not.toContain('secret');
  });
});
