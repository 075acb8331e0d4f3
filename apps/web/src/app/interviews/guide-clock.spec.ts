import { planFromTemplate } from '@samsyn/domain';
import { nearest, sessionsOf, timeOf, wallClock } from './guide-clock';

const sessions = sessionsOf(planFromTemplate('twoDays', '2026-11-10', ['ana', 'luis']));
const at = (day: string, hour: number, minute = 0) => ({ day, minute: hour * 60 + minute });

it('reads the Swedish clock, in summer and winter', () => {
  expect([wallClock(new Date('2026-11-10T12:05:00Z')), wallClock(new Date('2026-07-01T22:30:00Z'))]).toEqual([{ day: '2026-11-10', minute: 785 }, { day: '2026-07-02', minute: 30 }]);
});

it('knows what goes on, what is left of it, and what comes next', () => {
  const [first, second, third] = sessions;
  expect(sessions.map(({ title }) => title)).toEqual(['Central ledning', 'Politisk ledning', 'Förvaltningschefer', 'Resultatenhetschefer', 'Fackliga organisationer']);
  if (!first || !second || !third) throw new Error('the pattern has five interviews');
  expect([timeOf(first, at('2026-11-10', 16, 10)), timeOf(first, at('2026-11-10', 12, 45)), timeOf(first, at('2026-11-10', 16, 30)), timeOf(first, at('2026-11-09', 14)), timeOf(first, at('2026-11-11', 14))]).toEqual([
    { state: 'now', minutes: 20 }, { state: 'soon', minutes: 15 }, { state: 'over' }, { state: 'other' }, { state: 'over' },
  ]);
  expect([at('2026-10-01', 9), at('2026-11-10', 14), at('2026-11-10', 16, 35), at('2026-11-10', 16, 45), at('2026-11-10', 20), at('2026-12-01', 9)].map((wall) => nearest(sessions, wall)?.title)).toEqual(['Central ledning', 'Central ledning', 'Central ledning', 'Politisk ledning', 'Förvaltningschefer', 'Fackliga organisationer']);
  expect(nearest([], at('2026-11-10', 9))).toBeNull();
});
