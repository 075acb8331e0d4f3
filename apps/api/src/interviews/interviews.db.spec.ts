import { daySheetPath, feedPath, inboundMailPath, interviews, type BodyOf, type Letter, type PlanDesk } from '@samsyn/contract';
import { planFromTemplate, type PlanCommand, type PlanItem, type VisitPlan } from '@samsyn/domain';
import { spawnSync } from 'node:child_process';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';

const days = ['2026-11-10', '2026-11-11'];
const none = '00000000-0000-4000-8000-000000000000';
const party = 'Sosse-etiketten';

let house: House;

beforeAll(async () => {
  house = await House.open({ settings: { INBOUND_MAIL_KEY: 'k'.repeat(40) } });
});
afterAll(() => house.close());

const command = (team: Team, by: Guest, body: PlanCommand): Promise<PlanDesk> => by.call(interviews.command, { ...on(team), body });
const desk = (team: Team, by: Guest = team.coordinator): Promise<PlanDesk> => by.call(interviews.desk, on(team));
const person = (name: string, more: Partial<BodyOf<typeof interviews.putPerson>> = {}): BodyOf<typeof interviews.putPerson> => ({ person: null, name, email: `${name.toLowerCase()}@provby.example`, phone: '070-1', role: 'Chef', organisation: 'Provby', kind: 'managers', label: '', manager: null, ...more });
const tokenOf = (link: string | null | undefined): string => link?.split('/').at(-1) ?? '';
const letters = (team: Team): Promise<Letter[]> => team.coordinator.call(interviews.letters, on(team));
const release = (team: Team, edition: number, name = 'Första'): Promise<PlanDesk> => team.coordinator.call(interviews.release, { ...on(team), body: { edition, name } });

/** A team with a two-day plan of the published pattern; Anna in the first group, Bo in the first and the third. */
async function planned(): Promise<{ team: Team; anna: string; bo: string; at: (id: string) => Promise<PlanItem> }> {
  const team = await evaluationWith(house);
  let now = await desk(team);
  const plan = planFromTemplate('twoDays', days[0] ?? '', now.evaluators.map((own) => own.person));
  for (const body of [person('Anna', { label: party }), person('Bo')]) now = await team.coordinator.call(interviews.putPerson, { ...on(team), body });
  const [anna, bo] = ['Anna', 'Bo'].map((name) => now.people.find((own) => own.name === name)?.id ?? '') as [string, string];
  await command(team, team.coordinator, { kind: 'setFrame', edition: 0, days: plan.days, tracks: [{ name: 'Blå rummet', place: 'Storgatan 1, Provby', video: '' }], rules: plan.rules });
  const members: Record<string, string[]> = { 'group-1': [anna, bo], 'group-3': [bo] };
  for (const group of plan.groups) await command(team, team.coordinator, { kind: 'putGroup', edition: 0, group: { ...group, edition: 0, questions: group.id === 'group-1' ? ['1.1'] : [], members: (members[group.id] ?? []).map((own) => ({ person: own, required: true })) } } as PlanCommand);
  await command(team, team.coordinator, { kind: 'replaceItems', edition: (await desk(team)).plan.edition, items: plan.items });
  return { team, anna, bo, at: async (id) => (await desk(team)).plan.items.find((item) => item.id === id) as PlanItem };
}

const moved = async ({ team, at }: Awaited<ReturnType<typeof planned>>, id: string, more: Partial<PlanItem>): Promise<PlanDesk> => command(team, team.coordinator, { kind: 'putItem', item: { ...(await at(id)), ...more } });
const firstInterview = 'item-3';
const uidOf = (calendar: string | null): string => /UID:(\S+)/.exec((calendar ?? '').replace(/\r\n /g, ''))?.[1] ?? '';
const about = (calendar: string | null): string[] => (calendar ?? '').replace(/\r\n /g, '').split('\r\n').filter((line) => /^(METHOD|SEQUENCE|STATUS|DTSTART|DTEND)/.test(line));

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
});

describe('a release', () => {
  it('invites those it concerns, then tells only the moved, then calls off; one UID, SEQUENCE rising', async () => {
    const world = await planned();
    const { team } = world;
    await release(team, (await desk(team)).plan.edition);
    const first = await letters(team);
    expect(first.map(({ to, method, state }) => [to, method, state]).sort()).toEqual([['anna@provby.example', 'REQUEST', 'waiting'], ['bo@provby.example', 'REQUEST', 'waiting'], ['bo@provby.example', 'REQUEST', 'waiting']]);
    expect(new Set(first.map(({ calendar }) => uidOf(calendar))).size).toBe(3);
    await team.coordinator.call(interviews.letOut, { ...on(team), body: { letters: first.map(({ letter }) => letter) } });
    await moved(world, firstInterview, { start: 795 });
    await release(team, (await desk(team)).plan.edition, 'Andra');
    const second = (await letters(team)).filter(({ state }) => state === 'waiting');
    expect(second.map(({ to, subject }) => [to, subject])).toEqual(['anna', 'bo'].map((name) => [`${name}@provby.example`, 'Ny tid för din intervju: tis 10 november 13.15–16.45, utvärderingen av Provby']));
    await team.coordinator.call(interviews.letOut, { ...on(team), body: { letters: second.map(({ letter }) => letter) } });
    await command(team, team.coordinator, { kind: 'removeItem', item: firstInterview, edition: (await world.at(firstInterview)).edition });
    await command(team, team.coordinator, { kind: 'override', finding: 'groupMissing:group-1', reason: 'Ställs in.' });
    await release(team, (await desk(team)).plan.edition, 'Tredje');
    const third = (await letters(team)).filter(({ state }) => state === 'waiting');
    const annas = [first, second, third].map((all) => all.find(({ to }) => to.startsWith('anna'))?.calendar ?? null);
    expect(annas.map(about)).toEqual([
      ['METHOD:REQUEST', 'SEQUENCE:0', 'DTSTART:20261110T120000Z', 'DTEND:20261110T153000Z', 'STATUS:CONFIRMED'], ['METHOD:REQUEST', 'SEQUENCE:1', 'DTSTART:20261110T121500Z', 'DTEND:20261110T154500Z', 'STATUS:CONFIRMED'],
      ['METHOD:CANCEL', 'SEQUENCE:2', 'DTSTART:20261110T121500Z', 'DTEND:20261110T154500Z', 'STATUS:CANCELLED'],
    ]);
    expect(new Set(annas.map(uidOf)).size).toBe(1);
    expect((await team.coordinator.call(interviews.releases, on(team))).map(({ version, name }) => [version, name])).toEqual([[3, 'Tredje'], [2, 'Andra'], [1, 'Första']]);
  });

  it('says no label and no other attendee, in letter and calendar', async () => {
    const { team } = await planned();
    await release(team, (await desk(team)).plan.edition);
    const anna = (await letters(team)).find(({ to }) => to.startsWith('anna'));
    const { link } = (await desk(team)).people[0] ?? {};
    expect(anna?.text).toContain('Tid: tis 10 november 13.00–16.30\nPlats: Blå rummet, Storgatan 1, Provby\nUtvärderare: Bedomare1, Bedomare2');
    expect([anna?.text.includes(link ?? '?'), anna?.text.includes('– 1.1 '), anna?.calendar?.includes(tokenOf(link))]).toEqual([true, true, false]);
    expect(`${anna?.text}${anna?.calendar}`).not.toMatch(new RegExp(`${party}|bo@|\\bBo\\b|Central ledning`));
    const [row] = await house.sql<{ text: string }>(`SELECT text FROM visit_letter WHERE id = $1`, [anna?.letter]);
    expect([row?.text.includes('{{link}}'), row?.text.includes(tokenOf(link))]).toEqual([true, false]);
  });

  it('replaces a letter that has not left, and does not call off what nobody was told of', async () => {
    const world = await planned();
    const { team } = world;
    await release(team, (await desk(team)).plan.edition);
    await moved(world, firstInterview, { start: 795 });
    await release(team, (await desk(team)).plan.edition, 'Andra');
    const waiting = (await letters(team)).filter(({ state, to }) => state === 'waiting' && to.startsWith('anna'));
    expect(waiting.map(({ subject, calendar }) => [subject, about(calendar)[1]])).toEqual([['Inbjudan till intervju tis 10 november 13.15–16.45, utvärderingen av Provby', 'SEQUENCE:1']]);
    await command(team, team.coordinator, { kind: 'removeItem', item: firstInterview, edition: (await world.at(firstInterview)).edition });
    await command(team, team.coordinator, { kind: 'override', finding: 'groupMissing:group-1', reason: 'Ställs in.' });
    await release(team, (await desk(team)).plan.edition, 'Tredje');
    expect((await letters(team)).filter(({ state, to }) => state === 'waiting' && to.startsWith('anna'))).toEqual([]);
  });

  it('twice at the same moment is once', async () => {
    const { team } = await planned();
    const { edition } = (await desk(team)).plan;
    const both = await Promise.all(['A', 'B', 'C'].map((name) => team.coordinator.send('POST', pathOf(interviews.release, { id: team.id }), { edition, name })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(both.filter(({ status }) => status === 409).map(({ text }) => (JSON.parse(text) as { code: string }).code)).toEqual(['interviews/nothing-new', 'interviews/nothing-new']);
    expect([(await team.coordinator.call(interviews.releases, on(team))).length, (await letters(team)).length]).toEqual([1, 3]);
    for (const text of [`UPDATE visit_release SET name = 'x'`, 'DELETE FROM visit_release', 'TRUNCATE visit_release']) await expect(house.sql(text)).rejects.toThrow('append-only');
  });

  it('waits while red findings stand without a reason, and names them', async () => {
    const world = await planned();
    const { team } = world;
    await moved(world, 'item-5', { day: days[0] ?? '', start: 795 });
    const refused = await team.coordinator.refusal(interviews.release, { ...on(team), body: { edition: (await desk(team)).plan.edition, name: 'Röd' } });
    const found = refused.facts['findings'] as { key: string; line: string }[];
    expect([refused.code, found.some(({ line }) => line.includes('Bo')), found.length === refused.facts['count']]).toEqual(['interviews/red-findings', true, true]);
    for (const { key } of found) await command(team, team.coordinator, { kind: 'override', finding: key, reason: 'Vi delar på oss.' });
    expect((await release(team, (await desk(team)).plan.edition)).released?.version).toBe(1);
    expect((await team.coordinator.refusal(interviews.release, { ...on(team), body: { edition: 1, name: 'Gammal' } })).code).toBe('interviews/stale');
  });
});

describe('an answer to an invitation', () => {
  const mail = (calendar: string): string => ['From: Anna <anna@provby.example>', 'To: samsyn@localhost', 'Subject: Re: =?utf-8?Q?Inbjudan?=', 'MIME-Version: 1.0', 'Content-Type: multipart/mixed; boundary="b"', '', '--b', 'Content-Type: text/plain', '', 'Tackar.', '--b', 'Content-Type: text/calendar; charset=utf-8; method=REPLY', 'Content-Transfer-Encoding: base64', '', Buffer.from(calendar).toString('base64'), '--b--', ''].join('\r\n');
  const answer = (uid: string, sequence: number, partstat: string, attendee = 'Anna@Provby.example'): string => ['BEGIN:VCALENDAR', 'METHOD:REPLY', 'BEGIN:VEVENT', `UID:${uid}`, `SEQUENCE:${sequence}`, `ATTENDEE;PARTSTAT=${partstat};CN="Ask: Anna":mailto:${attendee}`, 'COMMENT:Hinner\\, kanske', 'END:VEVENT', 'END:VCALENDAR', ''].join('\r\n');
  const inbound = async (message: string, key = 'k'.repeat(40)): Promise<[number, string]> => {
    const { status, text } = await house.nobody().send('POST', `/api/${inboundMailPath}`, { message }, { 'x-samsyn': '1', authorization: `Bearer ${key}` });
    return [status, text];
  };

  it('by the link stands until the time is moved, and once more after', async () => {
    const world = await planned();
    const { team, anna } = world;
    await release(team, (await desk(team)).plan.edition);
    const own = async () => (await desk(team)).people.find(({ id }) => id === anna);
    const token = tokenOf((await own())?.link);
    for (const reply of ['coming', 'substitute'] as const) await house.nobody().call(interviews.reply, { params: { token }, body: { item: firstInterview, reply, text: 'Cecilia kommer.' } });
    expect([(await own())?.reply, (await own())?.replyText, (await own())?.replies.length]).toEqual(['substitute', 'Cecilia kommer.', 1]);
    expect((await house.nobody().refusal(interviews.reply, { params: { token }, body: { item: 'item-5', reply: 'coming', text: '' } })).code).toBe('interviews/unknown');
    await moved(world, firstInterview, { start: 795 });
    await release(team, (await desk(team)).plan.edition, 'Andra');
    expect((await own())?.reply).toBe(null);
    expect((await house.nobody().call(interviews.personal, { params: { token } })).interviews).toMatchObject([{ item: firstInterview, start: 795, length: 210, reply: null, evaluators: ['Bedomare1', 'Bedomare2'] }]);
  });

  it('by calendar counts for the invited person and the time that holds', async () => {
    const { team, anna } = await planned();
    await release(team, (await desk(team)).plan.edition);
    const uid = uidOf((await letters(team)).find(({ to }) => to.startsWith('anna'))?.calendar ?? null);
    const said = async () => (await desk(team)).people.find(({ id }) => id === anna)?.reply;
    for (const [message, taken] of [[answer(uid, 1, 'ACCEPTED'), 0], [answer(uid, 0, 'ACCEPTED', 'bo@provby.example'), 0], [answer(`x${uid}`, 0, 'ACCEPTED'), 0], [answer(uid, 0, 'TENTATIVE'), 0]] as const) expect(await inbound(mail(message))).toEqual([200, `{"taken":${taken}}`]);
    expect(await said()).toBe(null);
    expect([await inbound(mail(answer(uid, 0, 'DECLINED'))), await said()]).toEqual([[200, '{"taken":1}'], 'cannot']);
    expect([await inbound(mail(answer(uid, 0, 'ACCEPTED'))), await said()]).toEqual([[200, '{"taken":1}'], 'coming']);
    expect((await desk(team)).people[0]?.replyText).toBe('Hinner, kanske');
    expect([(await inbound(mail(answer(uid, 0, 'DECLINED')), 'fel'))[0], (await inbound('inget brev alls'))[1], await said()]).toEqual([404, '{"taken":0}', 'coming']);
  });
});

/** The text of a PDF, read by another program: Jest has no dynamic imports. */
function read(pdf: Uint8Array): { pages: number; text: string } {
  const reader = `import { getDocumentProxy } from 'unpdf'; const parts = []; for await (const part of process.stdin) parts.push(part);
    const pdf = await getDocumentProxy(new Uint8Array(Buffer.concat(parts))); const { items } = await (await pdf.getPage(1)).getTextContent();
    console.log(JSON.stringify({ pages: pdf.numPages, text: items.map((item) => item.str ?? '').join(' ').replace(/ +/g, ' ') }));`;
  return JSON.parse(spawnSync(process.execPath, ['--input-type=module', '-e', reader], { input: pdf, encoding: 'utf8' }).stdout) as { pages: number; text: string };
}

describe('what evaluators carry with them', () => {
  it('a calendar by an address that ends when it is renewed or its person leaves', async () => {
    const { team } = await planned();
    const address = async (renew: boolean): Promise<string> => (await seat(team, 1).call(interviews.feed, { ...on(team), body: { renew } })).address;
    const one = await address(false);
    const read = (url: string) => house.nobody().send('GET', `/api/${feedPath.replace(':token', tokenOf(url))}`);
    expect([await address(false), (await read(one)).text.includes('BEGIN:VEVENT')]).toEqual([one, false]);
    await release(team, (await desk(team)).plan.edition);
    const { status, type, text } = await read(one);
    expect([status, type, text.match(/BEGIN:VEVENT/g)?.length, text.includes('METHOD:PUBLISH'), text.includes('SUMMARY:Intervju: Central ledning')]).toEqual([200, 'text/calendar; charset=utf-8', 10, true, true]);
    expect(text).not.toMatch(/Fackliga|Politisk|Anna|ATTENDEE|Sosse/);
    const two = await address(true);
    expect([(await read(one)).status, (await read(two)).status, (await read('x')).status]).toEqual([404, 200, 404]);
  });

  it('a sheet for each day: one page, tagged, Swedish, the draft called so, nobody of a protected group', async () => {
    const { team, anna, bo } = await planned();
    const { plan } = await desk(team);
    const unions = plan.groups.find(({ kind }) => kind === 'unions');
    await command(team, team.coordinator, { kind: 'putGroup', group: { ...(unions as VisitPlan['groups'][number]), members: [{ person: anna, required: true }, { person: bo, required: false }] } });
    const sheet = async (day: string, by = seat(team, 1)): Promise<{ status: number; pages: number; text: string; raw: string }> => {
      const response = await fetch(`${house.url}/api/${daySheetPath.replace(':id', team.id).replace(':day', day)}`, { headers: { cookie: by.cookie } });
      const bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status !== 200) return { status: response.status, pages: 0, text: '', raw: '' };
      const raw = Buffer.from(bytes).toString('latin1');
      return { status: 200, raw, ...read(bytes) };
    };
    const [one, two] = [await sheet(days[0] ?? ''), await sheet(days[1] ?? '')];
    expect([one.pages, two.pages, /UTKAST/.test(one.text), /Tisdag 10 november 2026/.test(one.text), /13\.00–16\.30/.test(one.text), /Anna, Chef, 070-1; Bo/.test(one.text)]).toEqual([1, 1, true, true, true, true]);
    expect([/Fackliga organisationer/.test(two.text), /2 personer/.test(two.text), /Anna/.test(two.text), new RegExp(party).test(one.text + two.text)]).toEqual([true, true, false, false]);
    expect(['/Lang (sv-SE)', '/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', 'pdfuaid:part>1<'].map((part) => [part, one.raw.includes(part)])).toEqual(['/Lang (sv-SE)', '/StructTreeRoot', '/Marked true', '/DisplayDocTitle true', 'pdfuaid:part>1<'].map((part) => [part, true]));
    expect([(await sheet('2026-11-12')).status, (await sheet('x')).status, (await sheet(days[0] ?? '', team.contact)).status]).toEqual([404, 404, 403]);
  });
});
