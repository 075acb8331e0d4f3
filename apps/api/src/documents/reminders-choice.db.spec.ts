import { documents, type RequestView } from '@samsyn/contract';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { House } from '../spec-house';
import { evaluationWith, on, type Team } from '../spec-team';
import { Reminders } from './reminders';

/** A mail server that keeps what it is given. */
const taken: string[] = [];
const post = new SMTPServer({
  authOptional: true, disabledCommands: ['STARTTLS'], hideSTARTTLS: true, logger: false,
  onData: (stream, _, done) => {
    const parts: Buffer[] = [];
    stream.on('data', (part: Buffer) => parts.push(part));
    stream.on('end', () => {
      taken.push(Buffer.concat(parts).toString());
      done();
    });
  },
});

let house: House;
let team: Team;

const wednesday = new Date('2026-09-16T09:00:00+02:00');
const thursday = new Date('2026-09-17T09:00:00+02:00');
const reminders = (): string[] => taken.filter((mail) => /^List-Unsubscribe:/im.test(mail));
const send = (when: Date): Promise<number> => house.app.get(Reminders).send(when);

async function asked(due: string): Promise<RequestView> {
  const { requests } = await team.coordinator.call(documents.add, { ...on(team), body: { title: 'Budget', why: '', example: '', questions: [], owner: team.contact.id, due } });
  const request = requests.at(-1) as RequestView;
  await team.coordinator.call(documents.move, { ...on(team, { request: request.request }), body: { to: 'requested', reason: '', edition: 1 } });
  return request;
}

/** The next reminder that arrives, read as a mail program reads it. */
async function arrived(count: number): Promise<{ text: string; oneClick: string; post: string | undefined; token: string }> {
  for (let waited = 0; reminders().length < count && waited < 5000; waited += 20) await pause(20);
  const { headers, text = '' } = await PostalMime.parse(reminders()[count - 1] ?? '');
  const header = (key: string): string | undefined => headers.find((own) => own.key === key)?.value;
  const oneClick = /<(.+)>/.exec(header('list-unsubscribe') ?? '')?.[1] ?? '';
  return { text, oneClick, post: header('list-unsubscribe-post'), token: oneClick.split('/').at(-2) ?? '' };
}

beforeEach(async () => {
  taken.length = 0;
  post.listen(0, '127.0.0.1');
  await once(post.server, 'listening');
  house = await House.open({ settings: { SMTP_URL: `smtp://127.0.0.1:${(post.server.address() as AddressInfo).port}` } });
  team = await evaluationWith(house);
  await asked('2026-09-16');
  await asked('2026-09-18');
}, 60_000);

afterEach(async () => {
  await house.close();
  await new Promise<void>((done) => post.server.close(() => done()));
});

describe('a reminder', () => {
  it('carries one click for mail programs and a page for people, and says what comes anyway', async () => {
    await send(wednesday);
    const mail = await arrived(1);
    expect([mail.post, mail.oneClick]).toEqual(['List-Unsubscribe=One-Click', `http://samsyn.example/api/mail/${mail.token}/one-click`]);
    expect(mail.text).toContain(`http://samsyn.example/utskick/${mail.token}`);
    expect(mail.text).toContain('Länkar för att logga in eller lämna underlag och brev om dina intervjuer kommer ändå.');
    expect(mail.token).toMatch(/^[\w-]{44}$/);
    expect(Buffer.from(mail.token, 'base64url').toString('latin1')).not.toContain(team.contact.email);
  });

  it('is stopped by the post that RFC 8058 describes, from a server that knows nothing of us; by no reading of it', async () => {
    await send(wednesday);
    const { token } = await arrived(1);
    const nobody = house.nobody();
    const choice = () => nobody.call(documents.mailChoice, { params: { token } });
    // What scanners of mail do: open every address, with HEAD and GET.
    const page = await fetch(`${house.url}/api/mail/${token}/one-click`, { redirect: 'manual' });
    expect([page.status, page.headers.get('location')]).toEqual([302, `/utskick/${token}`]);
    await fetch(`${house.url}/api/mail/${token}/one-click`, { method: 'HEAD', redirect: 'manual' });
    expect(await choice()).toEqual({ reminders: true });
    const clicked = await fetch(`${house.url}/api/mail/${token}/one-click`, { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: 'List-Unsubscribe=One-Click' });
    expect([clicked.status, await clicked.json(), await choice()]).toEqual([200, { reminders: false }, { reminders: false }]);
    // The other commands still want our own header.
    expect((await fetch(`${house.url}/api/mail/${token}/choice`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"reminders":true}' })).status).toBe(403);
  });

  it('does not go to who wants none, by clock or by hand; the outbox says so; what is not optional goes on', async () => {
    await team.contact.call(documents.chooseOwnMail, { body: { reminders: false } });
    expect(await send(wednesday)).toBe(0);
    const outbox = () => team.coordinator.call(documents.outbox, on(team));
    expect((await outbox()).map(({ to, declined, sent, text }) => [to, declined, sent, text.includes('Budget')])).toEqual([[team.contact.email, true, null, true]]);
    const { requests } = await team.coordinator.call(documents.list, on(team));
    const byHand = await house.app.get(Reminders).byHand(team.coordinator.id, team.id, { requests: [requests[0]?.request ?? ''], anyway: false }, thursday);
    expect([byHand.reminded, reminders().length]).toEqual([[{ name: 'Kontakt', outcome: 'declined' }], 0]);
    // Handed a request by a colleague: one person's letter to another, not a reminder.
    const handed = (): string[] => taken.filter((mail) => mail.includes('samsyn.example/lamna/'));
    await team.contact.call(documents.delegate, { ...on(team, { request: requests[0]?.request ?? '' }), body: { name: 'Kontakt', email: team.contact.email, days: 7 } });
    for (let waited = 0; handed().length === 0 && waited < 5000; waited += 20) await pause(20);
    expect([handed().length, reminders().length]).toEqual([1, 0]);
    await team.contact.call(documents.chooseOwnMail, { body: { reminders: true } });
    expect(await send(thursday)).toBe(1);
  });

  it('is one choice of a person, however the mail came: by account, by a link under the same address, in either spelling', async () => {
    await send(wednesday);
    const { token } = await arrived(1);
    await house.nobody().call(documents.chooseMail, { params: { token }, body: { reminders: false } });
    expect(await team.contact.call(documents.ownMailChoice)).toEqual({ reminders: false });
    const { requests } = await team.coordinator.call(documents.list, on(team));
    for (const email of ['elin@samsyn.example', team.contact.email.toUpperCase()]) await team.coordinator.call(documents.delegate, { ...on(team, { request: requests[1]?.request ?? '' }), body: { name: 'Elin', email, days: 60 } });
    await house.sql(`UPDATE request_link SET expires_at = '2027-01-01'`);
    // Only Elin's: to the contact neither as the owner nor as who holds a link.
    expect(await send(thursday)).toBe(1);
    const elin = await arrived(2);
    expect(elin.token).not.toBe(token);
    await house.nobody().call(documents.chooseMail, { params: { token: elin.token }, body: { reminders: false } });
    expect(await send(new Date('2026-09-18T09:00:00+02:00'))).toBe(0);
    await house.nobody().call(documents.chooseMail, { params: { token }, body: { reminders: true } });
    expect(await send(new Date('2026-09-18T10:00:00+02:00'))).toBe(1);
  });
});

describe('the choice', () => {
  it('is known by our signature alone: another token is refused alike, known address or not, and nothing is kept of it', async () => {
    await send(wednesday);
    const { token } = await arrived(1);
    const nobody = house.nobody();
    const forged = [`${token.slice(0, -1)}${token.endsWith('A') ? 'B' : 'A'}`, `${'A'.repeat(22)}${token.slice(22)}`, token.slice(0, 22), 'x', 'A'.repeat(44)];
    const answers = [];
    for (const own of forged) answers.push(await nobody.refusal(documents.mailChoice, { params: { token: own } }), await nobody.refusal(documents.chooseMail, { params: { token: own }, body: { reminders: false } }));
    expect(answers).toEqual(answers.map(() => ({ status: 410, code: 'documents/link-spent', facts: {} })));
    expect(await house.sql('SELECT 1 FROM mail_choice')).toEqual([]);
    expect((await fetch(`${house.url}/api/mail/${forged[0]}/one-click`, { method: 'POST' })).status).toBe(410);
  });

  it('holds no address, and is the same in every process of the house', async () => {
    await team.contact.call(documents.chooseOwnMail, { body: { reminders: false } });
    const [row] = await house.sql<{ address_key: string }>('SELECT * FROM mail_choice');
    expect(JSON.stringify(row)).not.toContain(team.contact.email.slice(0, 8));
    const beside = await House.open({ beside: house });
    expect(await beside.welcome(team.contact).call(documents.ownMailChoice)).toEqual({ reminders: false });
    await beside.close();
  });
});
