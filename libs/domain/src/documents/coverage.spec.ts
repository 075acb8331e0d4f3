import { sampleInstrument } from '@samsyn/samples';
import { coverageOf, gapsOf, orphansOf, type ServingRequest } from './coverage';
import { deletionDay, isDueForDeletion } from './retention';

const request = (id: string, questions: string[], more: Partial<ServingRequest> = {}): ServingRequest => ({ id, questions, status: 'requested', files: 0, webs: 0, ...more });
const rows = (requests: ServingRequest[], interviews = {}, answered: string[] = []) => coverageOf(sampleInstrument, { requests, interviews, answered: new Set(answered) });

describe('coverage', () => {
  it('has a row for every question, also where nothing is asked', () => {
    expect(rows([]).map(({ number, area, kinds }) => [number, area, kinds])).toEqual([['1.1', 1, 0], ['1.2', 1, 0], ['1.3', 1, 0], ['2.1', 2, 0], ['2.2', 2, 0]]);
  });

  it('counts what is asked and what is there, by kind of source', () => {
    const [first, second] = rows([request('a', ['1.1', '1.2'], { files: 2 }), request('b', ['1.1']), request('c', ['1.2'], { webs: 3 })], { '1.1': 2 }, ['1.2']);
    expect(first).toEqual({ number: '1.1', area: 1, document: { asked: 2, there: 1 }, web: 0, interview: 2, questionnaire: false, kinds: 2 });
    expect(second).toEqual({ number: '1.2', area: 1, document: { asked: 2, there: 1 }, web: 3, interview: 0, questionnaire: true, kinds: 3 });
  });

  it('leaves out what is not asked yet and what does not apply', () => {
    expect(rows([request('a', ['1.1'], { status: 'draft', files: 1 }), request('b', ['1.1'], { status: 'notApplicable', webs: 1 })])[0]).toMatchObject({ document: { asked: 0, there: 0 }, web: 0, kinds: 0 });
  });

  it('has a gap with fewer than two kinds', () => {
    expect(gapsOf(rows([request('a', ['1.1', '1.2', '1.3'], { files: 1 })], { '1.1': 1 }, ['2.1']))).toEqual(['1.2', '1.3', '2.1', '2.2']);
  });

  it('names questions that no request serves, and requests that serve none', () => {
    expect(orphansOf(sampleInstrument, [request('a', ['1.1', '1.2', '1.3']), request('b', []), request('c', ['9.9']), request('d', ['9.9', '2.2'])])).toEqual({ questions: ['2.1'], requests: ['b', 'c'] });
  });
});

describe('retention', () => {
  it('is by class, from the day of the newest version', () => {
    expect((['working', 'evaluation', 'archive'] as const).map((kept) => deletionDay(kept, '2026-01-01'))).toEqual(['2026-06-30', '2028-01-01', null]);
    expect(deletionDay('archive', '2026-01-01', { working: 1, evaluation: 1, archive: 3650 })).toBe('2035-12-30');
  });

  it('is stopped by a hold', () => {
    expect([['2026-06-29', false], ['2026-06-30', false], ['2026-06-30', true]].map(([today, hold]) => isDueForDeletion({ deleteOn: '2026-06-30', hold: hold as boolean }, today as string))).toEqual([false, true, false]);
    expect(isDueForDeletion({ deleteOn: null, hold: false }, '2999-01-01')).toBe(false);
  });
});
