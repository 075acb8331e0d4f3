import { shortDay } from './times';

describe('a day in short', () => {
  it('has no full stop, in any month', () => {
    const days = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2026, month, 15, 12)).toISOString());
    expect([shortDay('2026-11-27T09:00:00Z', 'sv'), shortDay('2026-09-03T09:00:00Z', 'sv'), shortDay('2026-11-27T09:00:00Z', 'en').replace(',', '')]).toEqual(['fre 27 nov', 'tors 3 sep', 'Fri 27 Nov']);
    expect(days.flatMap((day) => [shortDay(day, 'sv'), shortDay(day, 'en')]).filter((text) => text.includes('.'))).toEqual([]);
  });
});
