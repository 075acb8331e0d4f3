import { consensus, evaluations, scoring } from '@samsyn/contract';
import fc from 'fast-check';
import { pathOf, type Answer, type Guest } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { evaluationWith, numbers, on, seal, seat, write, type Team } from '../spec-team';
import { teamIn, twoWorlds } from '../spec-worlds';

type Act = { readonly kind: 'write' | 'seal' | 'withdraw' | 'round' | 'propose' | 'look' | 'wait'; readonly question: string; readonly percent: number };

const acts = fc.array(
  fc.record({
    kind: fc.constantFrom<Act['kind']>('write', 'write', 'seal', 'seal', 'withdraw', 'withdraw', 'round', 'propose', 'look', 'wait'), question: fc.constantFrom(...numbers),
    percent: fc.integer({ min: 0, max: 100 }),
  }),
  { minLength: 3, maxLength: 10 },
);

/** What A does, as a request; B has not done it all, so that nothing opens whatever A does. */
function requestOf({ kind, question, percent }: Act, id: string): readonly [string, string, unknown?] {
  const path = (endpoint: Parameters<typeof pathOf>[0]): string => pathOf(endpoint, { id, question });
  if (kind === 'write') return ['PUT', path(scoring.draft), { field: 'percent', value: percent, edition: percent % 3, round: 1 }];
  if (kind === 'seal') return ['POST', path(scoring.seal), { questions: [question] }];
  if (kind === 'withdraw') return ['POST', path(scoring.withdraw), { questions: [question] }];
  if (kind === 'round') return ['POST', path(scoring.openRound), { question, reason: 'Om igen.' }];
  if (kind === 'propose') return ['POST', path(consensus.propose), { proposals: [{ question, percent, round: 1, answers: null, reason: 'x', cause: 'mistake' }] }];
  const looks = [scoring.sheet, consensus.board, evaluations.read, evaluations.ledger, evaluations.revision];
  return ['GET', path(looks[percent % looks.length] as (typeof looks)[number])];
}

describe('whatever A tries before B is done', () => {
  const start = minuteNow() - 3_600_000;
  let clock = start + 10_000;
  let worlds: readonly [House, House];
  const teams: Team[] = [];

  const drafting = async (team: Team, b: Guest, side: number): Promise<void> => {
    if (side === 1) for (const question of numbers) await write(team, b, question, 'percent', 80);
  };
  const almostDone = async (team: Team, b: Guest, side: number): Promise<void> => {
    for (const question of numbers) await write(team, b, question, 'percent', side === 0 ? 10 : 90);
    await seal(team, b, ['1.1', '1.3', '2.1', '2.2']);
  };

  beforeAll(async () => {
    stopClock(new Date(start - 60_000).toISOString());
    const origin = await House.open();
    for (const revealUnit of ['question', 'all'] as const) teams.push(await evaluationWith(origin, { revealUnit }));
    worlds = await twoWorlds(origin);
    jest.setSystemTime(start);
    for (const [side, world] of worlds.entries())
      for (const [at, act] of [drafting, almostDone].entries()) await act(teams[at] as Team, seat(teamIn(world, teams[at] as Team), 2), side);
  }, 60_000);

  afterAll(async () => {
    jest.useRealTimers();
    for (const world of worlds) await world.close();
  });

  it.each([['B only drafts', 0], ['B has sealed all but one, which opens together', 1]] as const)('the answers are the same in both worlds where %s', async (_, which) => {
    const team = teams[which] as Team;
    const guests = worlds.map((world) => seat(teamIn(world, team), 1));
    await fc.assert(fc.asyncProperty(acts, async (list) => {
      for (const act of list) {
        if (act.kind === 'wait') {
          clock += act.percent * 700;
          continue;
        }
        jest.setSystemTime(clock);
        const [method, path, body] = requestOf(act, team.id);
        const [here, there] = (await Promise.all(guests.map((guest) => guest.send(method, path, body)))) as [Answer, Answer];
        expect(here).toEqual(there);
        expect(here.status).toBeLessThan(500);
      }
    }), { numRuns: 40, endOnFailure: true });
  }, 60_000);
});

describe('a seal of B that opens nothing', () => {
  const start = minuteNow() - 120_000;
  let house: House;
  let team: Team;
  const heard: string[] = [];
  const seenByA = async () => {
    const { revision, progress } = await seat(team, 1).call(scoring.sheet, on(team));
    return [revision, (await seat(team, 1).call(evaluations.revision, on(team))).revision, progress.find(({ person }) => person === seat(team, 2).id)?.sealed];
  };

  beforeAll(async () => {
    stopClock(new Date(start - 30_000).toISOString());
    house = await House.open();
    team = await evaluationWith(house, { revealUnit: 'area' });
    await write(team, seat(team, 2), '1.1', 'percent', 30);
  });

  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
  });

  it('is told to A neither by message nor revision nor counter before the minute is over, and then as a counter', async () => {
    jest.setSystemTime(start + 59_700);
    const before = await seenByA();
    const told: string[] = [];
    await seat(team, 1).listen((event, text) => heard.push(`${event} ${text}`));
    await seat(team, 2).listen((event, text) => told.push(`${event} ${text}`));
    await seal(team, seat(team, 2), ['1.1']);
    expect([await seenByA(), heard, told.length]).toEqual([before, [], 1]);

    jest.setSystemTime(start + 60_050);
    await new Promise((done) => setTimeout(done, 700));
    const revision = Number(before[0]) + 1;
    expect(heard).toEqual([`changed ${JSON.stringify([{ evaluationId: team.id, revision, changes: [{ kind: 'progress' }] }])}`]);
    expect([before[2], await seenByA()]).toEqual([0, [revision, revision, 1]]);
  });

  it('is told to nobody by presence on a question that is not open', async () => {
    heard.length = 0;
    const socket = await seat(team, 2).listen(() => undefined);
    socket.emit('focus', { evaluationId: team.id, question: '1.1' });
    await seat(team, 2).call(scoring.sheet, on(team));
    await new Promise((done) => setTimeout(done, 150));
    expect(heard).toEqual([]);
  });
});
