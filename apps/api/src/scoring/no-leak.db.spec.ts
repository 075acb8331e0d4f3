import { evaluations, interviews, scoring } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import type { Guest } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { evaluationWith, materialOf, numbers, on, scoreAll, seal, seat, write, type Team } from '../spec-team';
import { answersTo, privateNote, probesOf, teamIn, twoWorlds } from '../spec-worlds';

/** What B says blind. Other numbers (above sixty, which no seconds of a time are) and texts of other lengths in each world; searched for in every answer. */
const secrets = [{ percent: 67.3, text: 'HEMLIGT-ett' }, { percent: 91.7, text: `HEMLIGT-två ${'mycket längre '.repeat(20)}` }] as const;
const secretly = /HEMLIGT|67[.,]3|91[.,]7|673\/10|917\/10/;
type Side = 0 | 1;

interface Variation {
  readonly rules?: Parameters<typeof evaluationWith>[1];
  /** Before the worlds part, the same for both. */
  readonly before?: (team: Team) => Promise<Partial<Team> | void>;
  /** What B does, blind, in each world. */
  readonly act: (team: Team, b: Guest, side: Side) => Promise<void>;
  /** How long after it is looked; within the minute unless told. */
  readonly seconds?: number;
  /** Nobody has sealed before: what the rules still allow to change is for the server alone to know, so only reading is compared. */
  readonly unfrozen?: boolean;
}

const say = async (team: Team, b: Guest, side: Side, questions: readonly string[] = numbers): Promise<void> => {
  for (const question of questions) {
    await write(team, b, question, 'percent', secrets[side].percent);
    await write(team, b, question, 'rationale', secrets[side].text);
  }
};
/** Cites one of the two documents, another in each world. */
const cite = async (team: Team, b: Guest, side: Side): Promise<void> => {
  const cited = { ...(team.material?.documents[side] as { document: string; version: string }), page: side + 1, quote: secrets[side].text };
  await write(team, b, '1.1', 'evidence', [{ kind: 'document', text: secrets[side].text, cited }]);
};
/** A plan with a group that has questions. */
const planVisit = async (team: Team): Promise<void> => {
  const { groups, items } = planFromTemplate('twoDays', '2026-11-10', []);
  for (const group of groups.slice(0, 1)) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, edition: 0, questions: ['1.1', '1.2'] } } });
  for (const item of items.filter(({ group }) => group === 'group-1')) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putItem', item: { ...item, edition: 0 } } });
};
/** Private notes, one tagged and one not, changed once, and a tick. */
const noteAndTick = async (team: Team, b: Guest, text: string): Promise<void> => {
  for (const [edition, tags] of ['#1.1', '#1.1 #1.2', ''].entries()) await b.call(interviews.putNote, { ...on(team, { note: privateNote }), body: { group: 'group-1', text: `${text} ${tags}`, edition } });
  await b.call(interviews.putNote, { ...on(team, { note: '22222222-2222-4222-8222-222222222222' }), body: { group: null, text: `${text} #1.1`, edition: 0 } });
  await b.call(interviews.tick, { ...on(team), body: { group: 'group-1', question: '1.1', ticked: true } });
};
/** A proposes other limits. */
const proposeRules = async (team: Team): Promise<void> => {
  const { policy } = await seat(team, 1).call(evaluations.read, on(team));
  await seat(team, 1).call(evaluations.proposePolicy, { ...on(team), body: { policy: { ...policy, amber: 20 }, reason: 'Skalan är grov.', answers: null } });
};
const aSealsFirst = async (team: Team): Promise<void> => {
  await write(team, seat(team, 1), '1.1', 'percent', 50);
  await seal(team, seat(team, 1), ['1.1']);
};

const variations: Readonly<Record<string, Variation>> = {
  'drafts other values and texts': { act: (team, b, side) => say(team, b, side) },
  'drafts, or does nothing': { act: async (team, b, side) => (side === 1 ? say(team, b, side) : undefined) },
  'has sealed other values and texts': { seconds: 180, act: async (team, b, side) => { await say(team, b, side); await seal(team, b, numbers); } },
  'has sealed everything where all opens at once': { rules: { revealUnit: 'all' }, seconds: 3600, act: async (team, b, side) => { await say(team, b, side); await seal(team, b, numbers); } },
  'seals within the minute, or does nothing': { act: async (team, b, side) => { if (side === 1) { await say(team, b, side); await seal(team, b, ['1.1', '1.2', '2.1']); } } },
  'is the first of all to seal within the minute, or does nothing': { unfrozen: true, act: async (team, b, side) => { if (side === 1) { await say(team, b, side); await seal(team, b, ['1.1']); } } },
  'seals and takes back within the minute, or does nothing': {
    act: async (team, b, side) => { if (side === 1) { await say(team, b, side); await seal(team, b, ['1.2']); await b.call(scoring.withdraw, { ...on(team), body: { questions: ['1.2'] } }); } },
  },
  'is refused, or does nothing': {
    act: async (team, b, side) => { if (side === 1) { await write(team, b, '1.2', 'rationale', secrets[side].text); await b.refusal(scoring.seal, { ...on(team), body: { questions: ['1.2'] } }); await b.refusal(scoring.draft, { ...on(team, { question: '1.3' }), body: { field: 'percent', value: 137.3, edition: 0, round: 1 } }); } },
  },
  'cannot assess, or judges': {
    seconds: 120,
    act: async (team, b, side) => { await say(team, b, side); if (side === 1) await write(team, b, '1.3', 'standing', 'cannotAssess'); await write(team, b, '1.2', 'unsure', side === 1); await seal(team, b, numbers); },
  },
  'cites one document, or another': {
    before: async (team) => { await aSealsFirst(team); return { material: await materialOf(team) }; },
    act: async (team, b, side) => { await cite(team, b, side); await say(team, b, side); },
  },
  'cites a document and seals, or cites nothing': {
    seconds: 180, before: async (team) => { await aSealsFirst(team); return { material: await materialOf(team) }; },
    act: async (team, b, side) => { if (side === 1) await cite(team, b, side); await say(team, b, side); await seal(team, b, numbers); },
  },
  'seals other values while a change of the rules waits for an answer': {
    seconds: 180, before: async (team) => { await aSealsFirst(team); await proposeRules(team); },
    act: async (team, b, side) => { await say(team, b, side); await seal(team, b, numbers); },
  },
  'drafts while a change of the rules has been approved, or does nothing': {
    before: async (team) => { await aSealsFirst(team); await proposeRules(team); await team.coordinator.call(evaluations.approvePolicy, { ...on(team), body: { proposal: 1 } }); },
    act: async (team, b, side) => (side === 1 ? say(team, b, side) : undefined),
  },
  'takes notes and ticks off in interviews, or does nothing': {
    before: async (team) => { await aSealsFirst(team); await planVisit(team); },
    act: async (team, b, side) => { if (side === 1) await noteAndTick(team, b, secrets[side].text); },
  },
  'takes notes of a second blind round, or does nothing': {
    rules: { revealUnit: 'question', evaluators: 2 }, before: async (team) => { await planVisit(team); await roundTwo(team); },
    act: async (team, b, side) => { if (side === 1) await noteAndTick(team, b, secrets[side].text); },
  },
  'seals other values of a second blind round': {
    rules: { revealUnit: 'question', evaluators: 2 }, seconds: 120,
    before: roundTwo,
    act: async (team, b, side) => { await say(team, b, side, ['1.1']); await seal(team, b, ['1.1']); },
  },
  'seals other values while another area is open': {
    seconds: 120, before: async (team) => { for (const by of team.evaluators) { await scoreAll(team, by, { '2.1': 50, '2.2': 60 }); await seal(team, by, ['2.1', '2.2']); } },
    act: async (team, b, side) => { await say(team, b, side, ['1.1', '1.2', '1.3']); await seal(team, b, ['1.1', '1.2', '1.3']); },
  },
};

async function roundTwo(team: Team): Promise<void> {
  for (const by of team.evaluators) {
    await write(team, by, '1.1', 'percent', 50);
    await seal(team, by, ['1.1']);
  }
  await seat(team, 1).call(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'Vi läste olika.' } });
}

const viewers = { 'a colleague': (team: Team) => seat(team, 1), 'another colleague': (team: Team) => team.evaluators[2] ?? seat(team, 1), 'the coordinator': (team: Team) => team.coordinator, 'the contact': (team: Team) => team.contact, 'an observer': (team: Team) => team.observer };
const outsiders = ['one who has not declared', 'a stranger', 'nobody signed in'] as const;

describe('two worlds that differ only in what B does blind', () => {
  const start = minuteNow() - 3 * 60_000;
  const at = (seconds: number): void => void jest.setSystemTime(start + 10_000 + seconds * 1000);
  const written: string[] = [];
  const teams = new Map<string, Team>();
  const told = new Map<string, [string[], string[]]>();
  const toldTheInvited: string[] = [];
  let stranger: Guest;
  let invited: Guest;
  let worlds: readonly [House, House];
  const sides = [0, 1] as const;

  beforeAll(async () => {
    stopClock(new Date(start - 600_000).toISOString());
    const origin = await House.open();
    stranger = await origin.person('Frammande');
    invited = await origin.person('Inbjuden');
    for (const [name, { rules, before, unfrozen }] of Object.entries(variations)) {
      const team = await evaluationWith(origin, { evaluators: 3, revealUnit: 'area', ...rules });
      if (!before && !unfrozen) await aSealsFirst(team);
      await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email: invited.email, name: 'Inbjuden', organisation: '', role: 'observer' } });
      teams.set(name, { ...team, ...(await before?.(team)) });
    }
    for (const stream of [process.stdout, process.stderr]) jest.spyOn(stream, 'write').mockImplementation((text) => (written.push(String(text)), true));
    worlds = await twoWorlds(origin, { LOG_LEVEL: 'log' });
    written.length = 0; // what the start says
    for (const [name, { act }] of Object.entries(variations)) {
      const heard: [string[], string[]] = [[], []];
      told.set(name, heard);
      for (const side of sides) {
        at(0);
        const team = teamIn(worlds[side], teams.get(name) as Team);
        await worlds[side].welcome(invited).listen((event, text) => toldTheInvited.push(`${event} ${text}`));
        for (const [who, of] of Object.entries(viewers)) await of(team).listen((event, text) => heard[side].push(`${who} ${event} ${text}`));
        await act(team, seat(team, 2), side);
      }
    }
  }, 120_000);

  afterAll(async () => {
    jest.restoreAllMocks();
    jest.useRealTimers();
    for (const world of worlds) await world.close();
  });

  for (const [name, { seconds = 5, unfrozen = false }] of Object.entries(variations)) {
    describe(`when B ${name}`, () => {
      it.each([...Object.keys(viewers), ...outsiders])('every answer to %s is the same, byte for byte', async (who) => {
        const team = teams.get(name) as Team;
        const answers = await Promise.all(sides.map(async (side) => {
          const here = teamIn(worlds[side], team);
          const viewer = who === 'a stranger' ? worlds[side].welcome(stranger) : who === 'one who has not declared' ? worlds[side].welcome(invited) : who === 'nobody signed in' ? worlds[side].nobody() : viewers[who as keyof typeof viewers](here);
          at(seconds);
          return answersTo(viewer, probesOf(team, unfrozen));
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

  it('who has not declared is told nothing at all, by no message', () => {
    expect(toldTheInvited).toEqual([]);
  });

  it('B alone can tell the worlds apart', async () => {
    for (const name of Object.keys(variations).filter((own) => !/takes back|refused|takes notes/.test(own))) {
      const own = await Promise.all(sides.map((side) => seat(teamIn(worlds[side], teams.get(name) as Team), 2).call(scoring.sheet, on(teams.get(name) as Team))));
      expect([name, JSON.stringify(own[0]) === JSON.stringify(own[1])]).toEqual([name, false]);
    }
  });

  it('nothing is written to the log', () => {
    expect(written).toEqual([]);
  });
});
