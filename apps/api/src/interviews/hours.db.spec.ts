import { interviews } from '@samsyn/contract';
import { House } from '../spec-house';
import { on } from '../spec-team';
import { days, none, party, command, desk, tokenOf, letters, release, plannedVisit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const planned = () => plannedVisit(house);

describe('hours by a personal link', () => {
  it('may be said twice, by nobody else, and show nobody else', async () => {
    const { team, anna } = await planned();
    expect((await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2026-12-31' } })).askedUntil).toBe('2026-12-31');
    await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2026-12-31' } });
    expect((await letters(team)).map(({ to, state, calendar }) => [to, state, calendar])).toEqual([['anna@provby.example', 'waiting', null], ['bo@provby.example', 'waiting', null]]);
    const token = tokenOf((await desk(team)).people.find(({ id }) => id === anna)?.link);
    const spans = [{ day: days[0] ?? '', from: 480, to: 600, answer: 'no' as const }];
    const heard: string[] = [];
    await team.coordinator.listen((event, text) => heard.push(`${event} ${text}`));
    for (const _ of [1, 2]) await house.nobody().call(interviews.hours, { params: { token }, body: { spans } });
    const page = await house.nobody().call(interviews.personal, { params: { token } });
    expect(page).toMatchObject({ name: 'Anna', municipality: 'Provby', asking: true, answered: true, spans, interviews: [] });
    expect(JSON.stringify(page)).not.toMatch(new RegExp(`Bo|${party}|070-1`));
    expect((await desk(team)).availability.find((own) => own.person === anna)).toEqual({ person: anna, answered: true, spans });
    await new Promise((done) => setTimeout(done, 100));
    expect(heard.filter((text) => text.includes('"kind":"plan"')).length).toBe(2);
    await team.coordinator.call(interviews.remind, on(team));
    await team.coordinator.call(interviews.remind, on(team));
    expect((await letters(team)).filter(({ subject }) => subject.startsWith('Påminnelse')).map(({ to }) => to)).toEqual(['bo@provby.example']);
  });

  it('ends with the deadline, thirty days after the visit, and when the person is taken out', async () => {
    const { team, anna, bo } = await planned();
    const people = (await desk(team)).people;
    const [first, second] = [anna, bo].map((own) => tokenOf(people.find(({ id }) => id === own)?.link)) as [string, string];
    const hours = { params: { token: first }, body: { spans: [] } };
    expect((await house.nobody().refusal(interviews.hours, hours)).code).toBe('interviews/not-asked');
    await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2020-01-01' } });
    expect((await house.nobody().refusal(interviews.hours, hours)).code).toBe('interviews/not-asked');
    await team.coordinator.call(interviews.removePerson, on(team, { person: anna }));
    expect((await desk(team)).plan.groups[0]?.members.map((own) => own.person)).toEqual([bo]);
    expect([(await house.nobody().refusal(interviews.personal, { params: { token: first } })).status, (await house.nobody().refusal(interviews.personal, { params: { token: 'x' } })).code]).toEqual([410, 'interviews/link-spent']);
    const { plan } = await desk(team);
    await command(team, team.coordinator, { kind: 'setFrame', edition: plan.frame, days: [{ day: '2020-01-01', from: 480, to: 1020, evening: 1140 }], tracks: plan.tracks, rules: plan.rules });
    expect((await house.nobody().refusal(interviews.personal, { params: { token: second } })).code).toBe('interviews/link-spent');
  });

  it('are reminded of one by one, one letter a day; the coordinator is told once when all have answered', async () => {
    const { team, anna, bo } = await planned();
    await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2026-12-31' } });
    const reminded = async (): Promise<string[]> => (await letters(team)).filter(({ subject }) => subject.startsWith('Påminnelse')).map(({ to }) => to).sort();
    for (const people of [[bo], [bo], [none]]) await team.coordinator.call(interviews.remind, { ...on(team), body: { people } });
    expect(await reminded()).toEqual(['bo@provby.example']);
    await team.coordinator.call(interviews.remind, { ...on(team), body: {} });
    expect(await reminded()).toEqual(['anna@provby.example', 'bo@provby.example']);
    const told = async (): Promise<string[]> => (await house.sql<{ address: string }>(`SELECT address FROM outbox_mail WHERE evaluation_id = $1 AND subject LIKE 'Alla har svarat%'`, [team.id])).map(({ address }) => address);
    const answer = async (person: string): Promise<unknown> => house.nobody().call(interviews.hours, { params: { token: tokenOf((await desk(team)).people.find(({ id }) => id === person)?.link) }, body: { spans: [] } });
    await answer(anna);
    expect(await told()).toEqual([]);
    for (const person of [bo, bo, anna]) await answer(person);
    expect(await told()).toEqual([team.coordinator.email]);
  });

  it('that somebody required declined keep the plan from being given out until there is a reason', async () => {
    const { team, anna } = await planned();
    await team.coordinator.call(interviews.ask, { ...on(team), body: { until: '2026-12-31' } });
    const token = tokenOf((await desk(team)).people.find(({ id }) => id === anna)?.link);
    await house.nobody().call(interviews.hours, { params: { token }, body: { spans: [{ day: days[0] ?? '', from: 780, to: 840, answer: 'no' }] } });
    const { edition } = (await desk(team)).plan;
    const refused = await team.coordinator.refusal(interviews.release, { ...on(team), body: { edition, name: 'Första' } });
    const [{ key, line } = { key: '', line: '' }] = refused.facts['findings'] as { key: string; line: string }[];
    expect([refused.code, line]).toEqual(['interviews/red-findings', 'Anna kan inte tisdag 13.00–14.00 och krävs i Central ledning.']);
    expect((await team.coordinator.refusal(interviews.command, { ...on(team), body: { kind: 'override', finding: key, reason: ' ' } })).code).toBe('interviews/reason-missing');
    await command(team, team.coordinator, { kind: 'override', finding: key, reason: 'Anna ansluter så snart hon kan.' });
    expect((await release(team, (await desk(team)).plan.edition)).released?.version).toBe(1);
  });
});
