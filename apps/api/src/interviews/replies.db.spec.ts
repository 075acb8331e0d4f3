import { inboundMailPath, interviews } from '@samsyn/contract';
import { House } from '../spec-house';
import { firstInterview, desk, tokenOf, letters, release, moved, uidOf, plannedVisit } from '../spec-visit';

let house: House;

beforeAll(async () => {
  house = await House.open({ settings: { INBOUND_MAIL_KEY: 'k'.repeat(40) } });
});
afterAll(() => house.close());

const planned = () => plannedVisit(house);

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
