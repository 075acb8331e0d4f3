import { daySheetPath, interviews, type Care, type PlanDesk } from '@samsyn/contract';
import { addDays, latestForgetDay, planFromTemplate, swedishTime, usualCare } from '@samsyn/domain';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, type Team } from '../spec-team';
import { Forgetting } from './personal-forgetting';

const [firstDay, lastDay] = ['2026-11-10', '2026-11-11'];
const today = swedishTime(new Date()).day;
let house: House;
let other: House;
let team: Team;
let token: string;

const at = (day: string): Date => new Date(`${day}T11:00:00.000Z`);
const forget = (day: string, of: House = house): Promise<number> => of.app.get(Forgetting).forgetDue(at(day));
const care = (by: Guest = team.coordinator): Promise<Care> => by.call(interviews.care, on(team));
const set = async (change: Partial<Care>, by: Guest = team.coordinator): Promise<Care> => {
  const { afterLock, atMost, hold, controller, basis, edition } = { ...(await care()), ...change };
  return by.call(interviews.setCare, { ...on(team), body: { afterLock, atMost, hold, controller, basis, edition } });
};
const desk = (): Promise<PlanDesk> => team.coordinator.call(interviews.desk, on(team));
const tokenOf = (link: string | null | undefined): string => link?.split('/').at(-1) ?? '';
const locked = async (): Promise<void> => {
  await sealAll(team, 50, 50);
  await settleAll(team, 50);
  await lockAll(team);
};

beforeAll(async () => {
  house = await House.open();
  other = await House.open({ beside: house });
});
beforeEach(async () => {
  team = await evaluationWith(house);
  const plan = planFromTemplate('twoDays', firstDay, (await desk()).evaluators.map(({ person }) => person));
  for (const [name, label] of [['Anna Ek', 'Hemligt förbund'], ['Bo Dahl', '']] as const)
    await team.coordinator.call(interviews.putPerson, { ...on(team), body: { person: null, name, email: `${name.split(' ')[0]?.toLowerCase()}@provby.example`, phone: '070-11 22 33', role: 'Ekonomichef', organisation: 'Provby kommun', kind: 'managers', label, manager: null } });
  const { people } = await desk();
  token = tokenOf(people[0]?.link);
  await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'setFrame', edition: 0, days: plan.days, tracks: plan.tracks, rules: plan.rules } });
  for (const [index, group] of plan.groups.entries()) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, edition: 0, members: index === 0 ? people.map(({ id }) => ({ person: id, required: true })) : [] } } });
  const laid = await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'replaceItems', edition: (await desk()).plan.edition, items: plan.items } });
  await team.coordinator.call(interviews.ask, { ...on(team), body: { until: addDays(today, 5) } });
  await house.nobody().call(interviews.hours, { params: { token }, body: { spans: [{ day: firstDay, from: 600, to: 660, answer: 'no' }] } });
  await team.coordinator.call(interviews.release, { ...on(team), body: { edition: laid.plan.edition, name: 'Första' } });
  const [own] = (await house.nobody().call(interviews.personal, { params: { token } })).interviews;
  await house.nobody().call(interviews.reply, { params: { token }, body: { item: own?.item ?? '', reply: 'coming', text: 'Jag har allergi.' } });
}, 60_000);
afterAll(async () => {
  await other.close();
  await house.close();
});

describe('data of interviewees', () => {
  it('are forgotten on the day the notice promised, once, with names, addresses, answers, letters and links; groups and numbers stay', async () => {
    const times = { lastDay, lockedOn: null, since: today };
    const day = latestForgetDay(times, usualCare);
    expect((await house.nobody().call(interviews.personal, { params: { token } })).care).toEqual({ until: day, afterLock: 90, hold: false, controller: '', basis: '' });
    expect((await team.coordinator.call(interviews.letters, on(team)))[0]?.text).toMatch(new RegExp(`tas bort 90 dagar efter att utvärderingen är klar, senast \\S+ ${Number(day.slice(8))} \\S+ ${day.slice(0, 4)}\\.`));
    expect([await forget(addDays(day, -1)), (await care()).forgetOn]).toEqual([0, day]);
    expect((await Promise.all([forget(day), forget(day, other)])).reduce((sum, n) => sum + n)).toBe(2);
    const left = JSON.stringify(await Promise.all(['interviewee', 'visit_letter', 'visit_invitation'].map((table) => house.sql(`SELECT * FROM ${table} WHERE evaluation_id = $1`, [team.id]))));
    for (const word of ['Anna', 'Bo Dahl', '@provby', '070-11', 'Ekonomichef', 'Provby kommun', 'allergi', '"coming"', 'BEGIN:VCALENDAR']) expect(left).not.toContain(word);
    expect(await house.sql('SELECT count(*)::int AS n, bool_and(label IS NULL AND spans = $2::jsonb) AS blank FROM interviewee WHERE evaluation_id = $1', [team.id, '[]'])).toEqual([{ n: 2, blank: true }]);
    expect((await house.nobody().refusal(interviews.personal, { params: { token } })).code).toBe('interviews/link-spent');
    const now = await desk();
    expect([now.people, now.plan.groups[0]?.title, now.plan.groups[0]?.members.length]).toEqual([[], 'Central ledning', 2]);
    expect((await seat(team, 1).send('GET', `/api/${daySheetPath.replace(':id', team.id).replace(':day', firstDay)}`)).status).toBe(200);
    expect(await forget(addDays(day, 400))).toBe(0);
  });

  it('leave one signed receipt that says how many and never who', async () => {
    await forget('2028-06-01');
    const { receipts, people, forgetOn } = await care();
    expect([receipts.map(({ people: gone, letters, replies, reason }) => ({ gone, letters, replies, reason })), people, forgetOn]).toEqual([[{ gone: 2, letters: 4, replies: 1, reason: expect.stringMatching(/^Gallrat: fristen gick ut \d{4}-\d\d-\d\d$/) }], 0, null]);
    const [row] = await house.sql<Parameters<Forgetting['signatureOf']>[0] & { signature: string }>('SELECT id, evaluation_id AS "evaluationId", at, reason, people, letters, replies, signature FROM visit_receipt WHERE evaluation_id = $1', [team.id]);
    if (!row) throw new Error('no receipt');
    expect(await other.app.get(Forgetting).signatureOf(row)).toBe(row.signature);
    expect(await house.app.get(Forgetting).signatureOf({ ...row, people: 1 })).not.toBe(row.signature);
    for (const said of ['UPDATE visit_receipt SET people = 0', 'DELETE FROM visit_receipt']) await expect(house.sql(said)).rejects.toThrow('samsyn: visit_receipt is append-only');
  });

  it('go 90 days after the lock where that is sooner, and letters that wait are not sent', async () => {
    await locked();
    const day = addDays(lastDay > today ? lastDay : today, 90);
    expect([(await care()).forgetOn, await forget(addDays(day, -1)), await forget(day)]).toEqual([day, 0, 2]);
    expect(await house.sql(`SELECT DISTINCT state FROM visit_letter WHERE evaluation_id = $1`, [team.id])).toEqual([{ state: 'withdrawn' }]);
  });

  it('stay as long as there is a duty to preserve, and the notice says so', async () => {
    await set({ hold: true });
    expect([(await care()).forgetOn, await forget('2090-01-01'), (await house.nobody().call(interviews.personal, { params: { token } })).care.hold]).toEqual([null, 0, true]);
    await set({ hold: false });
    expect(await forget('2090-01-01')).toBe(2);
  });

  it('are told about in the words the one responsible has chosen', async () => {
    await set({ controller: 'Norrsunds kommun, kommunstyrelsen', basis: 'Uppdraget följer av kommunstyrelsens beslut KS 2026:14', atMost: 60 });
    await team.coordinator.call(interviews.putPerson, { ...on(team), body: { person: null, name: 'Cilla', email: 'cilla@provby.example', phone: '', role: '', organisation: '', kind: 'others', label: '', manager: null } });
    await team.coordinator.call(interviews.ask, { ...on(team), body: { until: addDays(today, 6) } });
    const letter = (await team.coordinator.call(interviews.letters, on(team))).find(({ to }) => to === 'cilla@provby.example');
    expect(letter?.text).toContain('Uppdraget följer av kommunstyrelsens beslut KS 2026:14. Ansvarig: Norrsunds kommun, kommunstyrelsen.');
    expect((await house.nobody().call(interviews.personal, { params: { token } })).care).toMatchObject({ controller: 'Norrsunds kommun, kommunstyrelsen', until: addDays(lastDay, 60) });
  });

  it('are decided about by the coordinator alone, one at a time; once locked only the hold', async () => {
    for (const by of [seat(team, 1), team.contact, team.observer]) expect([(await by.refusal(interviews.care, on(team))).code, (await by.refusal(interviews.setCare, { ...on(team), body: { ...usualCare, edition: 0 } })).code]).toEqual(['people/not-allowed', 'people/not-allowed']);
    const both = await Promise.allSettled([set({ atMost: 100 }), set({ atMost: 200 })]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await team.coordinator.refusal(interviews.setCare, { ...on(team), body: { ...usualCare, edition: 0 } })).toMatchObject({ status: 409, code: 'interviews/stale' });
    await locked();
    const { edition } = await care();
    expect((await team.coordinator.refusal(interviews.setCare, { ...on(team), body: { ...usualCare, edition } })).code).toBe('evaluation/locked');
    expect((await set({ hold: true })).hold).toBe(true);
  });
});
