import { documents, interviews, type Note } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import { randomUUID } from 'node:crypto';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, scoreAll, seal, seat, sealAll, settleAll, type Team } from '../spec-team';

let house: House;
let team: Team;

beforeAll(async () => {
  house = await House.open();
});
beforeEach(async () => {
  team = await evaluationWith(house);
});
afterAll(() => house.close());

const put = (by: Guest, text: string, note: string = randomUUID(), edition = 0): Promise<Note> => by.call(interviews.putNote, { ...on(team, { note }), body: { group: null, text, edition } });
const list = async (by: Guest): Promise<string[]> => (await by.call(interviews.notes, on(team))).map(({ text }) => text);
const a = (): Guest => seat(team, 1);
const b = (): Guest => seat(team, 2);
const open = async (question: string): Promise<void> => {
  for (const by of team.evaluators) {
    await scoreAll(team, by, { [question]: 50 });
    await seal(team, by, [question]);
  }
};

describe('a note', () => {
  it('is stored once, however often the browser sends it, and rises by one for each change', async () => {
    const note = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => put(a(), 'Målen är kända #1.1.', note)));
    expect(sent.map(({ edition, questions }) => [edition, questions])).toEqual([[1, ['1.1']], [1, ['1.1']], [1, ['1.1']]]);
    expect([(await put(a(), 'Målen är kända #1.1 #2.2.', note, 1)).edition, await list(a())]).toEqual([2, ['Målen är kända #1.1 #2.2.']]);
  });

  it('written in two places keeps both texts', async () => {
    const note = randomUUID();
    await put(a(), 'Ett', note);
    await put(a(), 'Två', note, 1);
    expect(await a().refusal(interviews.putNote, { ...on(team, { note }), body: { group: null, text: 'Tre', edition: 1 } })).toMatchObject({ status: 409, code: 'interviews/note-edited-elsewhere', facts: { text: 'Två', edition: 2 } });
    expect(await list(a())).toEqual(['Två']);
  });

  it('is its author\'s alone, by its id too, until it is shared', async () => {
    const { note } = await put(b(), 'Bara min');
    expect([await list(a()), await list(b())]).toEqual([[], ['Bara min']]);
    expect((await a().refusal(interviews.shareNote, on(team, { note }))).code).toBe('wire/not-found');
    expect(await put(a(), 'Min med samma nummer', note)).toMatchObject({ edition: 1, author: a().id });
    await b().call(interviews.shareNote, on(team, { note }));
    expect([await list(a()), await list(b())]).toEqual([['Bara min', 'Min med samma nummer'], ['Bara min']]);
  });

  it('is seen by colleagues when all its questions are open, and not while a new blind round runs', async () => {
    await put(b(), 'Om en #1.1');
    await put(b(), 'Om två #1.1 #1.2');
    await open('1.1');
    expect(await list(a())).toEqual(['Om en #1.1']);
    await open('1.2');
    expect(await list(a())).toEqual(['Om en #1.1', 'Om två #1.1 #1.2']);
  });

  it('is for evaluators: others are refused, and after the lock nothing is written, shared or ticked off', async () => {
    for (const by of [team.coordinator, team.contact, team.observer]) expect([(await by.refusal(interviews.notes, on(team))).code, (await by.refusal(interviews.guide, on(team))).code]).toEqual(['people/not-allowed', 'people/not-allowed']);
    await sealAll(team, 50, 50);
    await settleAll(team, 50);
    const { note } = await put(a(), 'Skriven på tåget');
    await lockAll(team);
    const refused = [
      await a().refusal(interviews.putNote, { ...on(team, { note: randomUUID() }), body: { group: null, text: 'För sent', edition: 0 } }), await a().refusal(interviews.putNote, { ...on(team, { note }), body: { group: null, text: 'Ändrad', edition: 1 } }),
      await a().refusal(interviews.shareNote, on(team, { note })), await a().refusal(interviews.tick, { ...on(team), body: { group: 'group-1', question: '1.1', ticked: true } }),
    ];
    expect(refused.map(({ status, code }) => [status, code])).toEqual(refused.map(() => [423, 'evaluation/locked']));
    expect([await list(a()), await list(b())]).toEqual([['Skriven på tåget'], []]);
  });
});

describe('the guide', () => {
  beforeEach(async () => {
    const plan = planFromTemplate('twoDays', '2026-11-10', []);
    for (const [at, group] of plan.groups.slice(0, 2).entries()) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, edition: 0, questions: at === 0 ? ['1.1', '1.2'] : ['1.1'] } } });
    for (const item of plan.items.filter(({ group }) => group === 'group-1')) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putItem', item: { ...item, edition: 0 } } });
  });

  it('lists each group its questions and a share of the gaps, and the plan counts in the coverage', async () => {
    const guide = await a().call(interviews.guide, on(team));
    expect(guide.map(({ title, questions }) => [title, questions.map(({ number, why }) => `${number} ${why}`)])).toEqual([
      ['Central ledning', ['1.1 noDocument', '1.2 noDocument', '1.3 noDocument', '2.2 noDocument']], ['Politisk ledning', ['1.1 noDocument', '2.1 noDocument']],
    ]);
    expect(guide[0]?.questions[0]?.lookFor.length).toBeGreaterThan(0);
    const { rows } = await a().call(documents.coverage, on(team));
    expect(rows.map(({ number, interview }) => [number, interview])).toEqual([['1.1', 1], ['1.2', 1], ['1.3', 0], ['2.1', 0], ['2.2', 0]]);
  });

  it('keeps ticks private until the question is open', async () => {
    const tick = (by: Guest, ticked: boolean) => by.call(interviews.tick, { ...on(team), body: { group: 'group-1', question: '1.1', ticked } });
    const seen = async (by: Guest) => (await by.call(interviews.guide, on(team)))[0]?.questions.filter(({ number }) => number === '1.1').map(({ ticked, alsoBy }) => [ticked, alsoBy])[0];
    await tick(b(), true);
    await tick(b(), true);
    expect([await seen(a()), await seen(b())]).toEqual([[false, []], [true, []]]);
    await open('1.1');
    expect(await seen(a())).toEqual([false, [b().id]]);
    await tick(b(), false);
    expect([await seen(a()), await seen(b())]).toEqual([[false, []], [false, []]]);
    expect((await a().refusal(interviews.tick, { ...on(team), body: { group: 'x', question: '1.1', ticked: true } })).code).toBe('interviews/unknown');
  });
});
