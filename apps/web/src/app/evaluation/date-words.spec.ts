import { TestBed } from '@angular/core/testing';
import { TranslocoTestingModule } from '@jsverse/transloco';
import { noDates, type PlannedDates } from '@samsyn/domain';
import { DateWords } from './date-words';
import { words } from './words.sv';
import { words as english } from './words.en';

const dates: PlannedDates = { scoringFrom: '2026-11-24', scoringTo: '2026-12-12', visitFrom: '2026-12-03', visitTo: '2026-12-04', consensus: '2026-12-14', reportDue: '2027-02-01' };

describe('planned dates in words', () => {
  const on = (today: string): DateWords => {
    jest.setSystemTime(new Date(`${today}T11:00:00.000Z`));
    return TestBed.inject(DateWords);
  };
  const use = (language: string, langs: object): void => {
    TestBed.configureTestingModule({ imports: [TranslocoTestingModule.forRoot({ langs: { [language]: langs } as never, translocoConfig: { availableLangs: [language], defaultLang: language }, preloadLangs: true })] });
  };

  beforeEach(() => void jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] }));
  afterEach(() => void jest.useRealTimers());

  it('say what is next and how long till then', () => {
    use('sv', { evaluation: words });
    expect(['2026-11-20', '2026-11-24', '2026-12-02', '2026-12-04', '2026-12-06', '2026-12-11', '2026-12-13', '2026-12-14', '2026-12-20'].map((today) => on(today).next(dates))).toEqual([
      'Bedömning 24 november–12 december, börjar om 4 dagar', 'Bedömning 24 november–12 december, börjar i dag', 'Besök 3–4 december, börjar i morgon', 'Besök till 4 december, sista dagen är i dag',
      'Bedömning till 12 december, 6 dagar kvar', 'Bedömning till 12 december, en dag kvar', 'Samsynsmöte 14 december, i morgon', 'Samsynsmöte 14 december, i dag', 'Rapport klar 1 februari 2027, om 43 dagar',
    ]);
  });

  it('say nothing of what is past or not planned', () => {
    use('sv', { evaluation: words });
    expect([on('2027-02-02').next(dates), on('2026-12-06').next(undefined), on('2026-12-06').next(noDates), on('2026-12-06').stretches(undefined)]).toEqual(['', '', '', []]);
    expect(on('2026-12-06').stretches({ ...dates, scoringFrom: null, visitTo: null }).map(({ what, when, past }) => [what, when, past])).toEqual([['scoring', 'till 12 december', false], ['visit', 'från 3 december', true], ['consensus', '14 december', false], ['report', '1 februari 2027', false]]);
  });

  it('do not say that scoring begins once it is open', () => {
    use('sv', { evaluation: words });
    expect([on('2026-11-20').next(dates, 'scoring'), on('2026-12-06').next(dates, 'scoring'), on('2026-11-20').next({ ...noDates, scoringFrom: '2026-11-24' }, 'scoring')]).toEqual(['Besök 3–4 december, börjar om 13 dagar', 'Bedömning till 12 december, 6 dagar kvar', '']);
  });

  it('have an English twin', () => {
    use('en', { evaluation: english });
    TestBed.inject(DateWords);
    expect([on('2026-12-06').next(dates), on('2026-12-13').next(dates), on('2026-12-06').day('2026-12-14')]).toEqual(['Scoring until 12 December, 6 days left', 'Consensus meeting 14 December, tomorrow', '14 December']);
  });
});
