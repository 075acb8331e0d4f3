import type { Report } from '@samsyn/domain';
import { hasLeft, judgedBy, judgingSeats } from './names';

const report = (judges: Readonly<Record<string, readonly string[]>>): Report =>
  ({ areas: [{ rows: Object.entries(judges).map(([number, persons]) => ({ number, voices: persons.map((person) => ({ person })) })) }] }) as unknown as Report;

describe('judgedBy', () => {
  it('names the questions a person judged, runs of three or more shortened', () => {
    const both = report({ '1.1': ['anna', 'mats'], '1.2': ['anna', 'mats'], '1.3': ['anna', 'mats'], '2.1': ['bo', 'mats'], '2.2': ['anna', 'bo', 'mats'], '3.1': ['bo'] });
    expect([judgedBy(both, 'anna'), judgedBy(both, 'bo'), judgedBy(both, 'mats'), judgedBy(both, 'eva')]).toEqual(['1.1–1.3, 2.2', '2.1–3.1', '1.1–2.2', '']);
  });
});

describe('judgingSeats', () => {
  it('counts the seats that judged: not who left before, and two who shared a seat once', () => {
    const team = [['anna', 1], ['bo', 1], ['mats', 2], ['eva', 3], ['olle', null]].map(([person, seat]) => ({ person, seat }));
    expect(judgingSeats({ ...report({ '1.1': ['anna', 'mats'], '1.2': ['bo', 'mats'] }), team } as unknown as Report)).toBe(2);
  });
});

describe('hasLeft', () => {
  it('is told by the day, and in older reports by a declared conflict', () => {
    const told = [{ leftAt: '2026-05-03T08:00:00Z', conflict: false }, { leftAt: null, conflict: false }, { conflict: true }, { conflict: false }];
    expect(told.map((member) => hasLeft(member as unknown as Report['team'][number]))).toEqual([true, false, true, false]);
  });
});
