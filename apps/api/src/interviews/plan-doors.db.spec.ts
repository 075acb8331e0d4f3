import { interviews } from '@samsyn/contract';
import type { PlanItem } from '@samsyn/domain';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { on, seat } from '../spec-team';
import { days, none, party, firstInterview, command, desk, person, plannedVisit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const planned = () => plannedVisit(house);

describe('the doors of the plan', () => {
  it.each([
    ['coordinator', 200, 200, 200, 200], ['evaluator', 200, 403, 403, 200], ['contact', 403, 403, 403, 403], ['observer', 403, 403, 403, 403], ['stranger', 404, 404, 404, 404], ['nobody', 401, 401, 401, 401],
  ])('%s reads %i, plans %i, reads letters %i, subscribes %i', async (who, ...expected) => {
    const { team } = await planned();
    const by = { coordinator: team.coordinator, evaluator: seat(team, 1), contact: team.contact, observer: team.observer, stranger: await house.person('Frammande'), nobody: house.nobody() }[who] as Guest;
    const statuses: number[] = [];
    for (const [method, path, body] of [['GET', pathOf(interviews.desk, { id: team.id })], ['PUT', pathOf(interviews.putPerson, { id: team.id }), person('Cilla')], ['GET', pathOf(interviews.letters, { id: team.id })], ['POST', pathOf(interviews.feed, { id: team.id }), { renew: false }]] as const) statuses.push((await by.send(method, path, body)).status);
    expect(statuses).toEqual(expected);
    const planning = [['POST', interviews.command, { kind: 'override', finding: 'x', reason: 'y' }], ['POST', interviews.removePerson, undefined], ['POST', interviews.ask, { until: days[0] }], ['POST', interviews.remind, undefined], ['POST', interviews.suggest, { keepPinned: true, fewMoves: false, seconds: 1 }], ['POST', interviews.replan, { person: none, day: days[0], from: 0, to: 60 }], ['POST', interviews.release, { edition: 0, name: 'x' }], ['POST', interviews.letOut, { letters: [] }], ['POST', interviews.withdraw, { letters: [] }]] as const;
    if (who !== 'coordinator') for (const [method, endpoint, body] of planning) expect([endpoint.path, (await by.send(method, pathOf(endpoint, { id: team.id, person: none }), body)).status]).toEqual([endpoint.path, expected[1]]);
  });

  it('an evaluator reads the plan without labels, addresses and links', async () => {
    const { team } = await planned();
    const [own, theirs] = [await desk(team), await desk(team, seat(team, 1))];
    expect(own.people.map(({ name, label, email }) => [name, label, email])).toEqual([['Anna', party, 'anna@provby.example'], ['Bo', '', 'bo@provby.example']]);
    expect([own.mayPlan, theirs.mayPlan, theirs.people.map(({ label, email, link }) => [label, email, link])]).toEqual([true, false, [['', null, null], ['', null, null]]]);
    expect(own.people[0]?.link).toMatch(/^http:\/\/samsyn\.example\/besok\/[\w-]{43}$/);
  });

  it('a label lies sealed in the database, another time in another way', async () => {
    const { team, anna } = await planned();
    const sealed = async (): Promise<string> => (await house.sql<{ label: string }>('SELECT label FROM interviewee WHERE id = $1', [anna]))[0]?.label ?? '';
    const before = await sealed();
    await team.coordinator.call(interviews.putPerson, { ...on(team), body: person('Anna', { person: anna, label: party }) });
    expect([before.includes(party), Buffer.from(before, 'base64').toString().includes(party), before === (await sealed()), before.length > 40]).toEqual([false, false, false, true]);
  });
});

describe('two coordinators at once', () => {
  it('both succeed on different things; on the same one of them is told what is stale', async () => {
    const world = await planned();
    const { team, at } = world;
    const [one, other] = [await at('item-3'), await at('item-5')];
    const both = await Promise.all([one, other].map((item) => team.coordinator.send('POST', pathOf(interviews.command, { id: team.id }), { kind: 'putItem', item: { ...item, start: item.start + 15 } })));
    expect([both.map(({ status }) => status), (await at('item-3')).start, (await at('item-5')).start]).toEqual([[200, 200], one.start + 15, other.start + 15]);
    const again = await at('item-3');
    const same = await Promise.all([30, 45].map((later) => team.coordinator.send('POST', pathOf(interviews.command, { id: team.id }), { kind: 'putItem', item: { ...again, start: again.start + later } })));
    expect(same.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(JSON.parse(same.find(({ status }) => status === 409)?.text ?? '')).toMatchObject({ code: 'interviews/stale', facts: { what: 'item', id: 'item-3' } });
  });

  it('ten new things at once are all there', async () => {
    const { team } = await planned();
    const before = (await desk(team)).plan;
    const item = before.items[0] as PlanItem;
    await Promise.all(Array.from({ length: 10 }, (_, at) => command(team, team.coordinator, { kind: 'putItem', item: { ...item, id: `ny-${at}`, edition: 0, kind: 'break', group: null, title: `Paus ${at}` } })));
    expect([(await desk(team)).plan.items.length, (await desk(team)).plan.edition]).toEqual([before.items.length + 10, before.edition + 10]);
  });

  it('nothing is moved past midnight', async () => {
    const world = await planned();
    const item = await world.at(firstInterview);
    expect(await world.team.coordinator.refusal(interviews.command, { ...on(world.team), body: { kind: 'putItem', item: { ...item, start: 1260 } } })).toMatchObject({ status: 422, code: 'interviews/past-midnight', facts: { longest: 180, latest: 1230 } });
    expect(await world.at(firstInterview)).toEqual(item);
  });

  it('a group of people or questions that are not there is refused', async () => {
    const { team } = await planned();
    const group = (await desk(team)).plan.groups[0];
    for (const more of [{ members: [{ person: none, required: true }] }, { questions: ['9.9'] }]) expect((await team.coordinator.refusal(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, ...more } } })).code).toBe('interviews/unknown');
  });
});
