import { evaluations } from '@samsyn/contract';
import { pathOf, type Guest } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { declare, evaluationWith, numbers, replaceBy, seal, seat, write, type Team } from '../spec-team';
import { answersTo, probesOf, teamIn, twoWorlds, type Probe } from '../spec-worlds';

/** What B said blind before somebody took over. Searched for in every answer. */
const secrets = [{ percent: 67.3, text: 'HEMLIGT-ett' }, { percent: 91.7, text: `HEMLIGT-två ${'mycket längre '.repeat(20)}` }] as const;
const secretly = /HEMLIGT|67[.,]3|91[.,]7|673\/10|917\/10/;
type Side = 0 | 1;

const say = async (team: Team, b: Guest, side: Side, questions: readonly string[]): Promise<void> => {
  for (const question of questions) {
    await write(team, b, question, 'percent', secrets[side].percent);
    await write(team, b, question, 'rationale', secrets[side].text);
  }
};

/** What B does blind in each world before leaving, the same in both but for what is sealed or drafted. */
const variations: Readonly<Record<string, (team: Team, b: Guest, side: Side) => Promise<void>>> = {
  'had drafts of other values': (team, b, side) => say(team, b, side, numbers),
  'had drafts, or none': async (team, b, side) => (side === 1 ? say(team, b, side, numbers) : undefined),
  'had sealed other values of some': async (team, b, side) => { await say(team, b, side, numbers); await seal(team, b, ['1.1', '2.1']); },
  'had sealed other values of all': async (team, b, side) => { await say(team, b, side, numbers); await seal(team, b, numbers); },
  'left with a conflict, having sealed other values': async (team, b, side) => { await say(team, b, side, numbers); await seal(team, b, ['1.1', '1.2']); await declare(team, b, true); },
  'left with a conflict, having sealed this or that within the minute': async (team, b, side) => { await say(team, b, side, numbers); await seal(team, b, side === 0 ? ['1.1'] : ['1.2', '2.1']); await declare(team, b, true); },
};
const viewers = {
  'the one who takes over': (_team: Team, successor: Guest) => successor, 'a colleague': (team: Team) => seat(team, 1), 'the coordinator': (team: Team) => team.coordinator, 'an observer': (team: Team) => team.observer,
  'the one who left': (team: Team) => seat(team, 2),
};

describe('two worlds that differ only in what B did blind before another took over', () => {
  const start = minuteNow() - 3 * 60_000;
  const teams = new Map<string, Team>();
  const told = new Map<string, [string[], string[]]>();
  const sides = [0, 1] as const;
  let successor: Guest;
  let worlds: readonly [House, House];

  beforeAll(async () => {
    stopClock(new Date(start - 600_000).toISOString());
    const origin = await House.open();
    successor = await origin.person('Efterträdare'.normalize('NFD').replace(/[^A-Za-z]/g, ''));
    for (const name of Object.keys(variations)) {
      // Three, so that the other two go on when B has a conflict; A has not sealed, so that nothing opens by it.
      const team = await evaluationWith(origin, { evaluators: 3, revealUnit: 'area' });
      await write(team, seat(team, 3), '1.1', 'percent', 50);
      await seal(team, seat(team, 3), ['1.1']);
      teams.set(name, team);
    }
    worlds = await twoWorlds(origin);
    for (const [name, act] of Object.entries(variations)) {
      const heard: [string[], string[]] = [[], []];
      told.set(name, heard);
      for (const side of sides) {
        const team = teamIn(worlds[side], teams.get(name) as Team);
        jest.setSystemTime(start + 10_000);
        await act(team, seat(team, 2), side);
        for (const [who, of] of Object.entries(viewers)) if (who !== 'the one who left') await of(team, worlds[side].welcome(successor)).listen((event, text) => heard[side].push(`${who} ${event} ${text}`));
        jest.setSystemTime(start + 20_000);
        await replaceBy(team, 2, worlds[side].welcome(successor));
        await declare(team, worlds[side].welcome(successor));
      }
    }
  }, 120_000);

  afterAll(async () => {
    jest.useRealTimers();
    for (const world of worlds) await world.close();
  });

  const nudges = ({ id, evaluators }: Team): Probe[] => [successor.id, evaluators[0]?.id, evaluators[1]?.id].map((person): Probe => ['POST', pathOf(evaluations.nudge, { id }), { person }]);
  /** The outbox is of mails with ids of their own; they are compared where they are made. */
  const probes = (team: Team): Probe[] => [...probesOf(team, false).filter(([, path]) => !path.endsWith('/outbox')), ...nudges(team), ['GET', pathOf(evaluations.read, { id: team.id })], ['GET', pathOf(evaluations.ledger, { id: team.id })]];

  for (const name of Object.keys(variations)) {
    describe(`when B ${name}`, () => {
      // What B sealed in the minute is the new holder's to know when the seat is theirs, but not whether a conflict undid it.
      it.each(Object.keys(viewers))('every answer to %s is the same, byte for byte', async (who) => {
        const team = teams.get(name) as Team;
        const answers = await Promise.all(sides.map(async (side) => {
          const here = teamIn(worlds[side], team);
          jest.setSystemTime(start + 25_000);
          return answersTo(viewers[who as keyof typeof viewers](here, worlds[side].welcome(successor)), probes(team));
        }));
        expect(answers[0]).toEqual(answers[1]);
        expect(answers.flat().filter(([, { text, status }]) => secretly.test(text) || status >= 500)).toEqual([]);
      });

      it('every message to the others is the same', () => {
        const [here, there] = told.get(name) as [string[], string[]];
        expect(here).toEqual(there);
      });
    });
  }

  it('the one who takes over finds closed what stood sealed, and nothing after a conflict', async () => {
    const closed = async (name: string) => {
      const team = teams.get(name) as Team;
      const { questions } = JSON.parse((await worlds[0].welcome(successor).send('GET', `/api/evaluations/${team.id}/sheet`)).text) as { questions: { question: string; sealedBy: string | null }[] };
      return questions.filter(({ sealedBy }) => sealedBy === seat(team, 2).id).map(({ question }) => question);
    };
    expect([await closed('had drafts of other values'), await closed('had sealed other values of some'), await closed('left with a conflict, having sealed other values')]).toEqual([[], ['1.1', '2.1'], []]);
  });
});
