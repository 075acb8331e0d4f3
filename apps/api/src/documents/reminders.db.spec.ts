import { documents, evaluations, type RequestView } from '@samsyn/contract';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';
import { Reminders } from './reminders';

let house: House;
let other: House;

const at = (day: string, clock = '09:00'): Date => new Date(`${day}T${clock}:00+02:00`);
const send = (when: Date, of: House = house): Promise<number> => of.app.get(Reminders).send(when);
const mails = () => house.sql<{ address: string; subject: string; text: string }>(`SELECT address, subject, text FROM outbox_mail WHERE subject LIKE 'Påminnelse%' ORDER BY created_at, address`);

async function asked(team: Team, title: string, due: string, owner: string | null): Promise<RequestView> {
  const request = (await team.coordinator.call(documents.add, { ...on(team), body: { title, why: '', example: '', questions: ['1.1'], owner, due } })).requests.at(-1) as RequestView;
  await team.coordinator.call(documents.move, { ...on(team, { request: request.request }), body: { to: 'requested', reason: '', edition: 1 } });
  return request;
}

beforeEach(async () => {
  house = await House.open();
  other = await House.open({ beside: house });
}, 60_000);

afterEach(async () => {
  await other.close();
  await house.close();
});

describe('reminders', () => {
  it('are one mail for nine late items, once a day, by whichever of two processes comes first', async () => {
    const team = await evaluationWith(house);
    for (let n = 1; n <= 9; n++) await asked(team, `Underlag ${n}`, '2026-09-11', team.contact.id);
    await asked(team, 'Ingen har det', '2026-09-11', null);
    // Wednesday, three working days late.
    expect((await Promise.all([send(at('2026-09-16')), send(at('2026-09-16'), other)])).reduce((sum, n) => sum + n)).toBe(1);
    expect(await send(at('2026-09-16', '15:00'))).toBe(0);
    const [mail, ...more] = await mails();
    expect([mail?.address, mail?.subject, more]).toEqual([team.contact.email, 'Påminnelse: 9 underlag att lämna', []]);
    expect(mail?.text.match(/– Underlag \d: skulle ha lämnats den 11 september, för 3 arbetsdagar sedan/g)?.length).toBe(9);
    expect(mail?.text).toContain(`http://samsyn.example/utvardering/${team.id}/underlag`);
    expect(mail?.text).not.toContain('Ingen har det');
  });

  it('go on working days after seven only, and only at their milestones', async () => {
    const team = await evaluationWith(house);
    await asked(team, 'Budget', '2026-06-22', team.contact.id);
    const sent: string[] = [];
    for (let n = 10; n <= 30; n++) if ((await send(at(`2026-06-${n}`))) > 0) sent.push(`${n}`);
    // Midsummer eve is Friday the 19th; due Monday the 22nd; three late is Thursday the 25th.
    expect(sent).toEqual(['16', '18', '22', '25']);
    expect([await send(at('2026-07-02', '06:59')), await send(at('2026-07-02', '07:00'))]).toEqual([0, 1]);
  });

  it('tell a person of all evaluations in one mail, and each coordinator of the own one only', async () => {
    const [one, two] = [await evaluationWith(house), await evaluationWith(house)];
    await two.coordinator.call(evaluations.addMember, { ...on(two), body: { email: one.contact.email, name: 'Kontakt', organisation: '', role: 'contact' } });
    await one.contact.call(evaluations.declare, { ...on(two), body: { conflict: false, text: '' } });
    await asked(one, 'Ett underlag', '2026-09-16', one.contact.id);
    await asked(two, 'Två underlag', '2026-09-16', one.contact.id);
    expect(await send(at('2026-09-16'))).toBe(1);
    expect((await mails())[0]?.text).toMatch(/Ett underlag[^]*Två underlag|Två underlag[^]*Ett underlag/);
    const [first] = await one.coordinator.call(documents.outbox, on(one));
    const [second] = await two.coordinator.call(documents.outbox, on(two));
    expect([first?.text.includes('Ett'), first?.text.includes('Två'), second?.text.includes('Ett'), second?.text.includes('Två')]).toEqual([true, false, false, true]);
  });

  it('reach who holds a link while it holds, and nobody who has left or delivered', async () => {
    const team = await evaluationWith(house);
    const [late, done] = [await asked(team, 'Budget', '2026-09-16', team.contact.id), await asked(team, 'Annat', '2026-09-16', null)];
    const hand = (request: RequestView, email: string) => team.contact.call(documents.delegate, { ...on(team, { request: request.request }), body: { name: 'Elin', email, days: 60 } });
    await hand(late, 'elin@samsyn.example');
    await hand(late, 'dragen@samsyn.example');
    await hand(done, 'klar@samsyn.example');
    await hand(late, team.contact.email);
    await house.sql(`UPDATE request_link SET expires_at = '2027-01-01'`);
    await house.sql(`UPDATE request_link SET revoked_at = now() WHERE email = 'dragen@samsyn.example'`);
    await team.contact.call(documents.move, { ...on(team, { request: done.request }), body: { to: 'notApplicable', reason: 'Finns inte.', edition: 2 } });
    expect(await send(at('2026-09-16'))).toBe(2);
    expect((await mails()).map(({ address, subject }) => `${address} ${subject}`).sort()).toEqual([`elin@samsyn.example`, team.contact.email].map((own) => `${own} Påminnelse: 1 underlag att lämna`).sort());
    await team.contact.call(evaluations.declare, { ...on(team), body: { conflict: true, text: 'Släkt.' } });
    await house.sql(`UPDATE request_link SET revoked_at = now()`);
    expect(await send(at('2026-09-21'))).toBe(0);
  });

  it('by hand are about what is marked, on any day, and still one mail a person and day', async () => {
    const team = await evaluationWith(house);
    const [far, near, other] = [await asked(team, 'Långt fram', '2026-12-01', team.contact.id), await asked(team, 'I dag', '2026-09-16', team.contact.id), await asked(team, 'Oktober', '2026-10-30', team.contact.id)];
    await team.contact.call(documents.delegate, { ...on(team, { request: far.request }), body: { name: 'Elin', email: 'elin@samsyn.example', days: 60 } });
    await house.sql(`UPDATE request_link SET expires_at = '2027-01-01'`);
    const hand = (when: Date, anyway = false, ...requests: RequestView[]) => house.app.get(Reminders).byHand(team.coordinator.id, team.id, { requests: requests.map(({ request }) => request), anyway }, when);
    expect((await hand(at('2026-09-16'), false, far)).reminded.map(({ name, outcome }) => `${name} ${outcome}`).sort()).toEqual(['Elin sent', 'Kontakt sent']);
    const [elin, contact] = await mails();
    expect([elin?.subject, contact?.subject, contact?.text.includes('Oktober')]).toEqual(['Påminnelse: 1 underlag att lämna', 'Påminnelse: 2 underlag att lämna', false]);
    expect(contact?.text).toMatch(/I dag: lämnas i dag[^]*Långt fram: lämnas senast den 1 december/);
    // Neither by hand again nor by the clock.
    expect([(await hand(at('2026-09-16', '15:00'), false, near, other)).reminded, await send(at('2026-09-16', '16:00')), (await mails()).length]).toEqual([[{ name: 'Kontakt', outcome: 'already' }], 0, 2]);
    // Sunday: not without saying so.
    await expect(hand(at('2026-09-20'), false, other)).rejects.toMatchObject({ code: 'documents/free-day' });
    expect((await hand(at('2026-09-20'), true, other)).reminded).toEqual([{ name: 'Kontakt', outcome: 'sent' }]);
  });

  it('by hand reach all contacts about what nobody has, also without a day; never what is not open, nor for others than the coordinator', async () => {
    const team = await evaluationWith(house);
    const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Utan dag', why: '', example: '', questions: [], owner: null, due: null } });
    const [own] = requests as [RequestView];
    const call = (guest = team.coordinator, request = own.request) => guest.refusal(documents.remind, { ...on(team), body: { requests: [request], anyway: true } });
    expect(await call()).toMatchObject({ code: 'documents/not-asked', facts: { status: 'draft' } });
    await team.coordinator.call(documents.move, { ...on(team, { request: own.request }), body: { to: 'requested', reason: '', edition: 1 } });
    for (const guest of [seat(team, 1), team.contact, team.observer]) expect((await call(guest)).code).toBe('people/not-allowed');
    expect((await call(team.coordinator, '00000000-0000-4000-8000-000000000000')).code).toBe('wire/not-found');
    expect((await team.coordinator.call(documents.remind, { ...on(team), body: { requests: [own.request], anyway: true } })).reminded).toEqual([{ name: 'Kontakt', outcome: 'sent' }]);
    expect((await mails())[0]?.text).toMatch(/^– Utan dag$/m);
  });

  it('show in the outbox of the coordinator alone', async () => {
    const team = await evaluationWith(house);
    for (const guest of [seat(team, 1), team.contact]) expect(await guest.refusal(documents.outbox, on(team))).toMatchObject({ code: 'people/not-allowed' });
  });
});
