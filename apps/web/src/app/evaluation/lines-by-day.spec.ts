import { linesByDay } from './lines-by-day';

const line = (at: string, text: string) => ({ at, who: 'Ana', line: { sv: text, en: text }, kind: 'sealed' });

describe('linesByDay', () => {
  it('puts the newest first, by the day in Stockholm, and a blind act at the end of its day', () => {
    const days = linesByDay([line('2026-11-22T09:00:00Z', 'a'), line('2026-11-22T23:30:00Z', 'b'), line('2026-11-23', 'c'), line('2026-11-23T10:00:00Z', 'd')]);
    expect(days.map(({ day, lines }) => [day, lines.map((one) => [one.line.sv, one.time])])).toEqual([
      ['2026-11-23', [['d', true], ['b', true], ['c', false]]],
      ['2026-11-22', [['a', true]]],
    ]);
  });
});
