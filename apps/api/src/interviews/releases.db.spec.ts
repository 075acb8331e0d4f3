import { interviews } from '@samsyn/contract';
import { pathOf } from '../spec-guest';
import { House } from '../spec-house';
import { on } from '../spec-team';
import { days, party, firstInterview, command, desk, tokenOf, letters, release, moved, uidOf, about, plannedVisit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open();
});
afterAll(() => house.close());

const planned = () => plannedVisit(house);

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
