import { play, samplePeople, sampleState } from '@samsyn/samples';
import fc from 'fast-check';
import { isWorkingDay } from '../index';
import { Refusal } from '../refusal';
import { dateChanges, dateFaults, hasDates, isPlannedDay, mustFollow, noDates, plannedDates, scheduling, soundDates, withChanges, type PlannedDates } from './dates';
import { datesLine } from './dates-line';
import { nextDate, plannedStretches } from './dates-next';
import { plannedDatesSchema } from './dates-schema';
import { suggestDates } from './dates-suggest';

const of = (dates: Partial<PlannedDates>): PlannedDates => ({ ...noDates, ...dates });
const refused = (act: () => unknown): unknown => {
  try {
    return act();
  } catch (error) {
    return error instanceof Refusal ? [error.code, error.facts] : error;
  }
};

const aDay = fc.integer({ min: Date.UTC(2026, 9, 1) / 864e5, max: Date.UTC(2027, 5, 30) / 864e5 }).map((day) => new Date(day * 864e5).toISOString().slice(0, 10));
const someDates = fc.record(Object.fromEntries(plannedDates.map((date) => [date, fc.option(aDay)]))) as fc.Arbitrary<PlannedDates>;
const inOrder = (dates: PlannedDates): boolean => plannedDates.every((date) => mustFollow[date].every((other) => (dates[other] ?? '') <= (dates[date] ?? '9')));

describe('planned dates', () => {
  it('are days of the calendar, in years in which somebody plans', () => {
    expect(['2026-12-03', '2028-02-29', '1990-01-01', '2100-12-31'].map(isPlannedDay)).toEqual([true, true, true, true]);
    expect(['', '2026-2-3', '2026-02-29', '2026-13-01', '0002-12-03', '2101-01-01', '2026-12-03T00:00', 'snart'].map(isPlannedDay)).toEqual(Array(8).fill(false));
    expect([noDates, of({ visitFrom: '2026-12-03' })].map(hasDates)).toEqual([false, true]);
  });

  it('need not be planned, and may share a day', () => {
    expect(dateFaults(noDates)).toEqual([]);
    expect(soundDates(of(Object.fromEntries(plannedDates.map((date) => [date, '2026-12-03']))))).toMatchObject({ visitTo: '2026-12-03' });
  });

  it('are refused by the name of the one that comes too early, and what it comes before', () => {
    const fault = (dates: Partial<PlannedDates>) => refused(() => soundDates(of(dates)) && 'fine');
    expect(fault({ scoringFrom: '2026-12-04', scoringTo: '2026-12-03' })).toEqual(['evaluation/dates-unsound', { date: 'scoringTo', before: 'scoringFrom' }]);
    expect(fault({ visitFrom: '2026-12-04', visitTo: '2026-12-03' })).toEqual(['evaluation/dates-unsound', { date: 'visitTo', before: 'visitFrom' }]);
    expect(fault({ scoringTo: '2026-12-12', visitTo: '2026-12-14', consensus: '2026-12-11' })).toEqual(['evaluation/dates-unsound', { date: 'consensus', before: 'visitTo' }]);
    expect(fault({ consensus: '2026-12-12', reportDue: '2026-12-11' })).toEqual(['evaluation/dates-unsound', { date: 'reportDue', before: 'consensus' }]);
    expect(fault({ visitFrom: 'snart' })).toEqual(['evaluation/dates-unsound', { date: 'visitFrom', before: null }]);
    // The visit stands free of the scoring, on either side.
    expect([fault({ visitFrom: '2026-11-01', scoringFrom: '2026-12-01' }), fault({ scoringTo: '2026-11-01', visitFrom: '2026-12-01' })]).toEqual(['fine', 'fine']);
  });

  it('have a fault exactly when they are out of order', () => {
    fc.assert(fc.property(someDates, (dates) => {
      expect(dateFaults(dates).length === 0).toBe(inOrder(dates));
      for (const { date, before } of dateFaults(dates)) expect((dates[before ?? date] ?? '') > (dates[date] ?? '')).toBe(true);
    }));
  });

  it('are what the changes make of them, whatever they were', () => {
    fc.assert(fc.property(someDates, someDates, (before, after) => {
      const changes = dateChanges(before, after);
      expect([withChanges(before, changes), dateChanges(after, after), changes.every(({ date, from, to }) => from === before[date] && to === after[date])]).toEqual([after, [], true]);
    }));
  });

  it('on the wire are all six, each a day or nothing', () => {
    fc.assert(fc.property(someDates, (dates) => expect(plannedDatesSchema.parse(dates)).toEqual(dates)));
    const bad = [{ consensus: '2026-02-30' }, { consensus: '0026-12-03' }, { consensus: undefined }, { other: '2026-12-03' }].map((part) => plannedDatesSchema.safeParse({ ...noDates, ...part }).success);
    expect([...bad, plannedDatesSchema.safeParse({}).success]).toEqual(Array(5).fill(false));
  });
});

describe('writing dates', () => {
  const first = of({ visitFrom: '2026-12-03' });
  const state = play(sampleState(), { by: samplePeople.coordinator, fact: { kind: 'scheduled', changes: dateChanges(noDates, first) } });

  it('is over what was read: what somebody else wrote since is told, and the same again is no clash', () => {
    expect([state.dates, state.datesEdition]).toEqual([first, 1]);
    expect(scheduling(state, of({ consensus: '2026-12-10' }), 1)).toEqual([{ date: 'visitFrom', from: '2026-12-03', to: null }, { date: 'consensus', from: null, to: '2026-12-10' }]);
    expect(refused(() => scheduling(state, of({ consensus: '2026-12-10' }), 0))).toEqual(['evaluation/dates-changed', { dates: first, edition: 1 }]);
    expect(scheduling(state, first, 0)).toEqual([]);
    expect(refused(() => scheduling(state, { ...first, visitTo: '2026-12-02' }, 1))).toEqual(['evaluation/dates-unsound', { date: 'visitTo', before: 'visitFrom' }]);
  });

  it('is a line that names what was set, moved and taken away', () => {
    expect(datesLine(dateChanges(noDates, of({ visitFrom: '2026-12-03', reportDue: '2027-02-01' })))).toEqual({
      sv: 'planerade besök från 3 december 2026; rapport klar 1 februari 2027', en: 'planned visit from 3 December 2026; report due 1 February 2027',
    });
    expect(datesLine(dateChanges(of({ scoringTo: '2026-12-10', consensus: '2026-12-12' }), of({ scoringTo: '2026-12-11' })))).toEqual({
      sv: 'ändrade datum: bedömning till 11 december 2026, förut 10 december 2026; samsynsmöte tas bort, förut 12 december 2026', en: 'changed dates: scoring to 11 December 2026, before 10 December 2026; consensus meeting removed, before 12 December 2026',
    });
  });
});

describe('the next date', () => {
  const dates = of({ scoringFrom: '2026-11-24', scoringTo: '2026-12-12', visitFrom: '2026-12-03', visitTo: '2026-12-04', consensus: '2026-12-14', reportDue: '2027-02-01' });
  const on = (today: string, own = dates) => {
    const next = nextDate(own, today);
    return next && [next.what, next.edge, next.left];
  };

  it('is that something begins, then that it ends, the nearest first', () => {
    expect(['2026-11-20', '2026-11-24', '2026-11-25', '2026-12-03', '2026-12-04', '2026-12-06', '2026-12-12', '2026-12-13', '2026-12-14', '2026-12-15', '2027-02-02'].map((day) => on(day))).toEqual([
      ['scoring', 'begins', 4], ['scoring', 'begins', 0], ['visit', 'begins', 8], ['visit', 'begins', 0], ['visit', 'ends', 0], ['scoring', 'ends', 6], ['scoring', 'ends', 0], ['consensus', 'day', 1], ['consensus', 'day', 0], ['report', 'day', 48], null,
    ]);
  });

  it('is also told where only one end is planned', () => {
    expect([on('2026-11-24', of({ scoringTo: '2026-11-30' })), on('2026-11-24', of({ scoringFrom: '2026-11-30' })), on('2026-12-01', of({ scoringFrom: '2026-11-30' })), on('2026-12-01', noDates)]).toEqual([['scoring', 'ends', 6], ['scoring', 'begins', 6], null, null]);
  });

  it('lies among what is planned and not past, and there is one as long as anything is', () => {
    fc.assert(fc.property(someDates.filter(inOrder), aDay, (own, today) => {
      const [next, open] = [nextDate(own, today), plannedStretches(own, today).filter(({ past }) => !past)];
      expect([next === null, next === null || open.some(({ what }) => what === next.what)]).toEqual([open.length === 0, true]);
      if (next) expect([next.left >= 0, Object.values(own).every((day) => day === null || day < today || day >= next.day || day === own.scoringTo || day === own.visitTo)]).toEqual([true, true]);
    }));
  });
});

describe('suggested dates', () => {
  it('begin on a Monday two weeks ahead, with two days’ visit and eight weeks to the report', () => {
    expect(suggestDates(noDates, '2026-01-07', isWorkingDay)).toEqual({ scoringFrom: '2026-01-26', scoringTo: '2026-02-19', visitFrom: '2026-02-09', visitTo: '2026-02-10', consensus: '2026-02-26', reportDue: '2026-04-07' });
  });

  it('follow the visit that is agreed on', () => {
    expect(suggestDates(of({ visitFrom: '2026-12-08' }), '2026-11-22', isWorkingDay)).toMatchObject({ scoringFrom: '2026-11-24', visitFrom: '2026-12-08', visitTo: '2026-12-09', consensus: '2026-12-28' });
  });

  it('keep what is given, are in order, and are days on which people work', () => {
    fc.assert(fc.property(someDates.filter(inOrder), aDay, (given, today) => {
      const suggested = suggestDates(given, today, isWorkingDay);
      expect(inOrder(suggested)).toBe(true);
      for (const date of plannedDates) {
        const [own, day] = [given[date], suggested[date]];
        if (own !== null) expect(day).toBe(own);
        else if (day !== null) expect([isWorkingDay(day), day >= today]).toEqual([true, true]);
      }
    }));
  });
});
