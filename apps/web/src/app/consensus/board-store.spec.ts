import { TestBed } from '@angular/core/testing';
import { provideTransloco, TranslocoService } from '@jsverse/transloco';
import type { BoardQuestion, EvaluationView, MemberView, ProposalView, VoiceView } from '@samsyn/contract';
import { defaultPolicy, emptySheet, type Exact, type Instrument } from '@samsyn/domain';
import { Subject } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { LiveFeed } from '../live';
import { csvOf } from './board-csv';
import { approvable, insteadOf, passes, proposable, rowsOf, seatsOf, sorted, type Row } from './board-row';
import { BoardStore } from './board-store';
import { labels, placed } from './dumbbell';
import { newsOf } from './news';
import { faultsOf, isStale, startOf } from './proposal-draft';
import { RowWords } from './row-words';
import { words as englishWords } from './words.en';
import { words as swedishWords } from './words.sv';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });
const question = (number: string, max: number): Instrument['areas'][number]['questions'][number] => ({ number, title: words(number), short: words(`Fråga ${number}`), max, criteria: [{ key: 'a', title: words('a'), dimensions: ['system', 'deployment'] }] });
const instrument: Instrument = {
  id: 'test', revision: '1', title: words('Prov'), country: 'SE', step: 10, sources: [],
  areas: [
    { number: 1, title: words('Ett'), max: 100, headings: [], questions: [question('1.1', 50), question('1.2', 30), question('1.3', 20)] },
    { number: 2, title: words('Två'), max: 100, headings: [], questions: [question('2.1', 60), question('2.2', 40)] },
  ],
};
const people = ['ana', 'luis', 'eva', 'omar'];
const member = (person: string, index: number): MemberView => ({ person, name: `${person[0]?.toUpperCase()}${person.slice(1)} Holm`, organisation: '', role: 'evaluator', seat: index + 1, active: true, declared: { at: '', conflict: false } });
const seatsFor = (n: number): ReturnType<typeof seatsOf> => seatsOf(people.slice(0, n).map(member), 'ana');

const open = (number: string, percents: readonly (Exact | null)[], change: Partial<BoardQuestion> = {}): BoardQuestion => ({
  number, round: 1, openedRound: 1, openedAt: '2026-12-01T08:02:00.000Z', proposals: [], standing: null, settled: null, rounds: [],
  voices: percents.map((percent, index): VoiceView => ({ person: people[index] ?? '', round: 1, sealedAt: '', percent, sheet: emptySheet })),
  ...change,
});
const proposal = (change: Partial<ProposalView>): ProposalView => ({ number: 9, by: 'luis', at: '2026-12-01T09:00:00.000Z', round: 1, percent: '50', text: '', reason: '', cause: null, method: 'equal', approvals: [{ person: 'luis', at: '' }], ...change });
const rows = (seen: BoardQuestion[], n = 2): Row[] => rowsOf(instrument, seen, seatsFor(n), defaultPolicy);
const numbers = (list: readonly Row[]): string[] => list.map((row) => row.question.number);

describe('rows of the board', () => {
  it('counts exactly 15 as a divergence and exactly 30 as a large one', () => {
    const seen = rows([open('1.1', ['40', '55']), open('1.2', ['40', '70']), open('1.3', ['40', '549/10']), open('2.1', ['40', '699/10'])]);
    expect(seen.map((row) => row.divergence?.band ?? null)).toEqual(['amber', 'red', 'within', 'amber', null]);
    expect(seen[0]?.divergence).toMatchObject({ percentagePoints: '-15', points: '-15/2' });
    expect(numbers(seen.filter((row) => passes(row, 'red')))).toEqual(['1.2']);
  });

  it('holds nothing about anybody before a question opens', () => {
    const [first] = rows([]);
    expect(first).toMatchObject({ state: 'closed', voices: [], marks: [], divergence: null, standing: null, settled: null });
  });

  it('judges three evaluators by spread, with median and outlier', () => {
    const [row] = rows([open('1.1', ['40', '145/2', '45'])], 3);
    expect(row?.divergence).toMatchObject({ band: 'red', percentagePoints: '65/2', median: '45', outlier: 'luis' });
    expect(row?.prefill).toEqual({ kind: 'empty', percent: null });
  });

  it('counts what one before in a seat judged as the seat’s, under who has it now, and says who judged', () => {
    const gone: MemberView = { ...member('ana', 0), active: false, replaced: { at: '2026-05-03T10:00:00.000Z', by: 'eva' } };
    const seats = seatsOf([{ ...member('eva', 0), seat: 1 }, member('luis', 1)], 'eva', [gone]);
    const [row] = rowsOf(instrument, [open('1.1', ['40', '70'])], seats, defaultPolicy);
    expect(row?.marks).toEqual([{ person: 'eva', percent: '40' }, { person: 'luis', percent: '70' }]);
    expect(row?.voices.map(({ person, judge }) => [person, judge])).toEqual([['eva', 'ana'], ['luis', 'luis']]);
    expect(seats[0]?.former).toEqual([{ person: 'ana', name: 'Ana Holm', at: '2026-05-03T10:00:00.000Z' }]);
    expect(rowsOf(instrument, [open('1.1', ['40', '70'])], seatsOf([{ ...member('eva', 0), seat: 1 }, member('luis', 1)], 'eva'), defaultPolicy)[0]?.marks.length).toBe(1);
  });

  it('shows the marks of the opened round only while a new blind round runs', () => {
    const seen = open('1.1', ['40', '70'], { round: 2 });
    const own: VoiceView = { person: 'ana', round: 2, sealedAt: '', percent: '60', sheet: emptySheet };
    const [row] = rows([{ ...seen, voices: [...seen.voices, own] }]);
    expect(row?.state).toBe('revote');
    expect(row?.marks).toEqual([{ person: 'ana', percent: '40' }, { person: 'luis', percent: '70' }]);
  });

  describe('where points and levels count too', () => {
    const seen = [open('1.1', ['39', '41']), open('1.2', ['40', '50']), open('1.3', ['50', '50']), open('2.1', ['44', '50'])];
    const [first, second, third, fourth] = rowsOf(instrument, seen, seatsFor(2), { ...defaultPolicy, points: 3, bands: 1 }) as [Row, Row, Row, Row];
    const says = (row: Row, spoken: 'sv' | 'en'): string => {
      TestBed.inject(TranslocoService).setTranslation({ consensus: spoken === 'en' ? englishWords : swedishWords }, spoken);
      TestBed.inject(TranslocoService).setActiveLang(spoken);
      return row.divergence ? TestBed.inject(RowWords).why(row.divergence) : '';
    };
    beforeEach(() => TestBed.configureTestingModule({ providers: [provideTransloco({ config: { availableLangs: ['sv', 'en'], defaultLang: 'sv' } })] }));

    it('finds what diverges by them among the divergences, and offers none of it at once', () => {
      const all = [first, second, third, fourth];
      expect(all.map((row) => row.divergence?.band)).toEqual(['amber', 'amber', 'within', 'amber']);
      expect(numbers(all.filter((row) => passes(row, 'amber')))).toEqual(['1.1', '1.2', '2.1']);
      expect([numbers(proposable(all)), first.prefill.kind, second.prefill.kind, fourth.prefill.kind]).toEqual([['1.3'], 'empty', 'empty', 'empty']);
      expect(proposable(rows(seen)).length).toBe(4);
    });

    it('says by which of them, where percentage points alone do not', () => {
      expect([first, second, third, fourth].map((row) => says(row, 'sv'))).toEqual(['1 nivå isär', '3,0 poäng', '', '3,6 poäng']);
      expect(says(second, 'en')).toBe('3,0 points');
      const [far, wide] = rowsOf(instrument, [open('1.1', ['39', '60']), open('1.2', ['30', '85'])], seatsFor(2), { ...defaultPolicy, red: 60, points: 20, bands: 2 }) as [Row, Row];
      expect([says(far, 'sv'), says(wide, 'sv')]).toEqual(['', '55,0 pe, 2 nivåer isär']);
    });

    it('offers no approval at once of a mean from before the limits changed', () => {
      const standing = open('1.1', ['39', '41'], { standing: 9, proposals: [proposal({ method: 'withinTolerance', percent: '40' })] });
      const under = (rules: object): string[] => numbers(approvable(rowsOf(instrument, [standing], seatsFor(2), { ...defaultPolicy, ...rules }), 'ana'));
      expect([under({}), under({ bands: 1 })]).toEqual([['1.1'], []]);
    });
  });

  it('sorts by effect in points, then by percentage points, missing values first and closed questions last', () => {
    const seen = rows([open('1.1', ['40', '50']), open('1.2', ['40', '60']), open('1.3', [null, '60']), open('2.1', ['20', '25'])]);
    expect(numbers(sorted(seen, 'effect'))).toEqual(['1.3', '1.2', '1.1', '2.1', '2.2']);
    expect(numbers(sorted(seen, 'difference'))).toEqual(['1.3', '1.2', '1.1', '2.1', '2.2']);
    expect(numbers(sorted(seen, 'number'))).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2']);
  });

  it('selects for bulk what is equal or within the tolerance, untouched or proposed by a colleague', () => {
    const standing = { standing: 9, proposals: [proposal({})] };
    const seen = rows([
      open('1.1', ['40', '40']), open('1.2', ['40', '54']), open('1.3', ['40', '55']), open('2.1', ['50', '50'], standing),
      open('2.2', ['50', '90'], { standing: 9, proposals: [proposal({ method: 'discussed' })] }),
    ]);
    expect(proposable(seen).map((row) => [row.question.number, row.prefill.kind, row.prefill.percent])).toEqual([['1.1', 'equal', '40'], ['1.2', 'mean', '47']]);
    expect(numbers(approvable(seen, 'ana'))).toEqual(['2.1']);
    expect(numbers(approvable(seen, 'luis'))).toEqual([]);
  });
});

describe('a proposal being written', () => {
  const [row] = rows([open('1.1', ['40', '70'])]) as [Row];
  it('names what is missing on a large divergence', () => {
    expect(faultsOf(row, startOf(row))).toEqual(['percent-empty', 'reason', 'cause']);
    expect(faultsOf(row, { ...startOf(row), percent: '45,75', reason: 'x', cause: 'mistake' })).toEqual(['percent-step']);
    expect(faultsOf(row, { ...startOf(row), percent: '101', reason: 'x', cause: 'mistake' })).toEqual(['percent-range']);
    expect(faultsOf(row, { ...startOf(row), percent: '45,7', reason: 'x', cause: 'mistake' })).toEqual([]);
  });

  it('asks for no reason while the value is the prefilled one', () => {
    const [near] = rows([open('1.1', ['40', '51'])]) as [Row];
    expect(startOf(near).percent).toBe('45,5');
    expect(faultsOf(near, startOf(near))).toEqual([]);
    expect(faultsOf(near, { ...startOf(near), percent: '46' })).toEqual(['reason']);
  });

  it('waits when a newer proposal has come', () => {
    const [later] = rows([open('1.1', ['40', '70'], { standing: 9, proposals: [proposal({})] })]) as [Row];
    expect(isStale(later, startOf(row))).toBe(true);
    expect(isStale(later, startOf(later))).toBe(false);
  });
});

describe('drawing and file', () => {
  it('parts marks closer than five and writes values that would leave the plot above', () => {
    expect(placed([{ seat: 1, percent: '65' }, { seat: 2, percent: '135/2' }], 23).map(({ y }) => y)).toEqual([18, 28]);
    const edge = placed([{ seat: 1, percent: '0' }, { seat: 2, percent: '100' }], 23);
    expect(labels(edge, 23).map(({ anchor }) => anchor)).toEqual(['middle', 'middle']);
  });

  it('writes the list with comma, semicolon and no formulas', () => {
    const head = { question: 'Fråga', title: 'Rubrik', max: 'Max', points: 'p', difference: 'Skillnad', median: 'Median', limit: 'Gräns', state: 'Läge', settled: 'Gemensam', method: 'Metod' };
    const text = csvOf(rows([open('1.1', ['130/3', '75'])]).slice(0, 1), seatsFor(2), head, { title: () => '=1;2', instead: () => '', band: () => 'Stor', state: () => 'öppen', method: () => '' });
    expect(text).toBe('\uFEFFFråga;Rubrik;Max;Ana %;Ana p;Luis %;Luis p;Skillnad pe;Skillnad p;Gräns;Läge;Gemensam %;Gemensam p;Metod\r\n1.1;"\'=1;2";50,0;43,3;21,7;75,0;37,5;-31,7;-15,8;Stor;öppen;;;\r\n');
  });
});

describe('no value', () => {
  const seen = open('1.1', [null, null, '0'], { voices: [[null, 'cannotAssess'], [null, 'notApplicable'], ['0', 'judged']].map(([percent, standing], index) => ({ person: people[index] ?? '', round: 1, sealedAt: '', percent, sheet: { ...emptySheet, standing } }) as VoiceView) });
  const [row, shut] = rows([seen], 3);

  it('is cannot assess or not applicable, each in its own words', () => {
    expect(['ana', 'luis'].map((person) => row && insteadOf(row, person))).toEqual(['noValue', 'notApplicable']);
  });

  it('is told apart in the file from 0 and from a question that is not open', () => {
    const head = { question: 'Fråga', title: 'Rubrik', max: 'Max', points: 'p', difference: 'Skillnad', median: 'Median', limit: 'Gräns', state: 'Läge', settled: 'Gemensam', method: 'Metod' };
    const text = csvOf(row && shut ? [row, shut] : [], seatsFor(3), head, { title: () => '', instead: (own, person) => insteadOf(own, person), band: () => '', state: () => '', method: () => '' });
    expect(text.split('\r\n').slice(1, 3).map((line) => line.split(';').slice(3, 9))).toEqual([['noValue', 'noValue', 'notApplicable', 'notApplicable', '0,0', '0,0'], ['', '', '', '', '', '']]);
  });
});

describe('what is said aloud', () => {
  const board = { rows: rows([open('1.1', ['40', '70']), open('1.2', ['40', '40'])]), seats: seatsFor(2), focused: '1.1' };
  it('tells a reveal with its counts, and others only about the question in focus', () => {
    expect(newsOf([{ kind: 'revealed', questions: ['1.1', '1.2'] }], board)).toEqual([{ key: 'revealed', facts: { n: 2, red: 1, amber: 0, within: 1 } }]);
    expect(newsOf([{ kind: 'proposed', questions: ['1.2'], by: 'luis' }, { kind: 'progress' }], board)).toEqual([]);
    expect(newsOf([{ kind: 'proposed', questions: ['1.1'], by: 'luis' }], board)).toEqual([{ key: 'proposed', facts: { name: 'Luis', question: '1.1' } }]);
    expect(newsOf([{ kind: 'proposed', questions: ['1.1'], by: 'ana' }], board)).toEqual([]);
  });
});

describe('BoardStore', () => {
  const view = (n: number): EvaluationView => ({
    id: 'e1', municipality: { code: null, name: 'Granvik' }, year: 2026, phase: 'consensus', sandbox: false, demo: false, training: false, role: 'evaluator', declared: true, questions: 5, opened: 5, settled: 0, ownSealed: 5, lockedVersion: null,
    revision: 3, me: 'ana', policy: defaultPolicy, policyFrozen: true, datesEdition: 0, instrument, members: people.slice(0, n).map(member), progress: [], nudges: [], waiting: [],
  });
  const store = (n = 2): BoardStore => {
    TestBed.configureTestingModule({ providers: [EvaluationStore, BoardStore, provideTransloco({ config: { availableLangs: ['sv'], defaultLang: 'sv' } })] });
    TestBed.inject(TranslocoService).setTranslation({}, 'sv');
    TestBed.inject(EvaluationStore).show(view(n));
    return TestBed.inject(BoardStore);
  };

  it('flags an area whose differences add up although no question is red', () => {
    const board = store();
    board.take([open('1.1', ['40', '54']), open('1.2', ['40', '54']), open('1.3', ['40', '50']), open('2.1', ['40', '52'])]);
    expect(board.sums().map(({ area, difference, flagged, compared }) => ({ area, difference, flagged, compared }))).toEqual([
      { area: 1, difference: '-66/5', flagged: true, compared: 3 },
      { area: 2, difference: '-36/5', flagged: false, compared: 1 },
      { area: null, difference: '-102/5', flagged: false, compared: 4 },
    ]);
    expect(board.counts()('red')).toBe(0);
    expect(board.opened()).toBe(4);
  });

  it('keeps the list in place when a question changes, until asked to sort again', () => {
    const board = store();
    const seen = [open('1.1', ['40', '80']), open('1.2', ['40', '70']), open('2.1', ['40', '45'])];
    board.take(seen);
    board.arrange({ filter: 'unfinished' });
    const before = numbers(board.shown());
    expect(before).toEqual(['1.1', '1.2', '2.1', '1.3', '2.2']);
    const settled = open('1.1', ['40', '80'], { standing: 9, proposals: [proposal({})], settled: { proposal: 9, at: '' } });
    board.take([settled, ...seen.slice(1)]);
    expect(numbers(board.shown())).toEqual(before);
    expect([board.changes(), [...board.tinted()], board.settled()]).toEqual([1, ['1.1'], 1]);
    board.arrange();
    expect(numbers(board.shown())).toEqual(['1.2', '2.1', '1.3', '2.2']);
    expect(board.changes()).toBe(0);
  });

  it('reads again by itself after its own read has failed, and leaves it at that', async () => {
    const board = store();
    let [reads, online] = [0, false];
    globalThis.fetch = (address) => {
      if (String(address).endsWith('/board')) reads++;
      return online ? Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve({ revision: 4, questions: [open('1.1', ['40', '80'])], areas: [] }) } as Response) : Promise.reject(new TypeError('network'));
    };
    const check = async (): Promise<void> => {
      (TestBed.inject(LiveFeed) as unknown as { check: Subject<void> }).check.next();
      for (let turn = 0; turn < 20; turn++) await Promise.resolve();
    };
    await board.read();
    expect([board.loaded(), board.failure() !== null]).toEqual([false, true]);
    online = true;
    await check();
    expect([board.loaded(), board.failure(), reads]).toEqual([true, null, 2]);
    await check();
    expect(reads).toBe(2);
  });

  it('offers nothing to change in an area that is locked', async () => {
    const board = store();
    const answer = { revision: 4, questions: [open('1.1', ['40', '80']), open('2.1', ['40', '80'])], areas: [{ area: 1, signatures: [], lockedAt: '2026-12-01T09:00:00.000Z' }] };
    globalThis.fetch = () => Promise.resolve({ ok: true, status: 200, json: () => Promise.resolve(answer) } as Response);
    await board.read();
    expect(board.rows().filter((row) => row.state === 'open').map((row) => [row.question.number, board.mayChange(row), board.writes(row)])).toEqual([['1.1', false, false], ['2.1', true, true]]);
  });

  it('keeps what is typed when a newer proposal comes', async () => {
    const board = store(3);
    board.take([open('1.1', ['40', '80', '60'])]);
    const [row] = board.rows() as [Row];
    board.write(row, { percent: '55', reason: 'Enade i samtal', cause: 'evidence' });
    board.take([open('1.1', ['40', '80', '60'], { standing: 9, proposals: [proposal({ method: 'discussed' })] })]);
    const [later] = board.rows() as [Row];
    expect(await board.propose(later)).toBe(false);
    expect(board.draft(later)).toMatchObject({ percent: '55', reason: 'Enade i samtal', cause: 'evidence', answers: null });
    expect(later.waiting).toEqual(['ana', 'eva']);
  });
});
