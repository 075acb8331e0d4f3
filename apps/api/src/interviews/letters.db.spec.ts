import { interviews, type Letter } from '@samsyn/contract';
import { planFromTemplate } from '@samsyn/domain';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { AddressInfo } from 'node:net';
import { House, stopClock } from '../spec-house';
import { evaluationWith, on, type Team } from '../spec-team';
import { LetterRound } from './letter-round';

const minute = 60_000;

/** A mail server that keeps what it is given; `mood` says what it does next. */
class MailServer {
  readonly taken: string[] = [];
  mood: 'takes' | 'busy' | 'refuses' | 'breaks' = 'takes';
  private server: SMTPServer | null = null;
  port = 0;

  async up(): Promise<void> {
    this.server = new SMTPServer({
      authOptional: true, disabledCommands: ['STARTTLS'], hideSTARTTLS: true, logger: false,
      onRcptTo: ({ address }, _, done) => done(!address.endsWith('@provby.example') ? null : this.mood === 'busy' ? Object.assign(new Error('busy'), { responseCode: 451 }) : this.mood === 'refuses' ? Object.assign(new Error('nobody'), { responseCode: 550 }) : null),
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          // The links to sign in that a new team gets are not what is looked at here.
          const isLetter = session.envelope.rcptTo.some(({ address }) => address.endsWith('@provby.example'));
          if (isLetter) this.taken.push(Buffer.concat(parts).toString());
          if (isLetter && this.mood === 'breaks') void this.down();
          else done();
        });
      },
    });
    this.server.on('error', () => undefined);
    const { server } = this;
    await new Promise<void>((done) => server.listen(this.port, '127.0.0.1', done));
    this.port = (server.server.address() as AddressInfo).port;
  }

  async down(): Promise<void> {
    const { server } = this;
    this.server = null;
    if (!server) return;
    for (const connection of server.connections as unknown as Set<{ _socket: { destroy: () => void } }>) connection._socket.destroy();
    await new Promise<void>((done) => server.close(done));
  }
}

describe('letters on their way', () => {
  const mail = new MailServer();
  let house: House;
  let beside: House;
  let now = Math.floor(Date.now() / minute) * minute;

  const later = (minutes: number): void => void jest.setSystemTime((now += minutes * minute));
  const rounds = async (): Promise<void> => void (await Promise.all([house, beside].map((own) => own.app.get(LetterRound).round())));
  const letters = (team: Team): Promise<Letter[]> => team.coordinator.call(interviews.letters, on(team));
  const states = async (team: Team): Promise<string[]> => (await letters(team)).map(({ state }) => state).sort();
  const letOut = async (team: Team): Promise<Letter[]> => team.coordinator.call(interviews.letOut, { ...on(team), body: { letters: (await letters(team)).map(({ letter }) => letter) } });

  /** Released, with a letter to each of some people, waiting. */
  async function invited(people = 3): Promise<Team> {
    const team = await evaluationWith(house);
    const { evaluators } = await team.coordinator.call(interviews.desk, on(team));
    const plan = planFromTemplate('twoDays', '2026-12-15', evaluators.map((own) => own.person));
    for (let at = 1; at <= people; at++) await team.coordinator.call(interviews.putPerson, { ...on(team), body: { person: null, name: `Åsa ${at}`, email: `asa${at}@provby.example`, phone: '', role: '', organisation: '', kind: 'managers', label: 'HEMLIGT', manager: null } });
    const desk = await team.coordinator.call(interviews.desk, on(team));
    await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'setFrame', edition: 0, days: plan.days, tracks: plan.tracks, rules: plan.rules } });
    for (const [at, group] of plan.groups.entries()) await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'putGroup', group: { ...group, edition: 0, members: at === 0 ? desk.people.map(({ id }) => ({ person: id, required: true })) : [] } } });
    const { edition } = (await team.coordinator.call(interviews.desk, on(team))).plan;
    const laid = await team.coordinator.call(interviews.command, { ...on(team), body: { kind: 'replaceItems', edition, items: plan.items } });
    await team.coordinator.call(interviews.release, { ...on(team), body: { edition: laid.plan.edition, name: 'Första' } });
    return team;
  }

  beforeAll(async () => {
    stopClock(new Date(now).toISOString());
    await mail.up();
    const settings = { SMTP_URL: `smtp://127.0.0.1:${mail.port}`, MAIL_FROM: 'Samsyn <samsyn@samsyn.example>', LOG_LEVEL: 'error' };
    house = await House.open({ settings });
    beside = await House.open({ beside: house, settings });
  });

  afterAll(async () => {
    jest.useRealTimers();
    await house.close();
    await beside.close();
    await mail.down();
  });

  beforeEach(() => {
    mail.taken.length = 0;
    mail.mood = 'takes';
  });

  it('wait for the coordinator, then leave once each, whatever number of processes and presses', async () => {
    const team = await invited();
    await rounds();
    expect([mail.taken.length, await states(team)]).toEqual([0, ['waiting', 'waiting', 'waiting']]);
    await Promise.all([letOut(team), letOut(team), rounds(), rounds()]);
    await rounds();
    later(600);
    await letOut(team);
    await rounds();
    expect([mail.taken.length, await states(team)]).toEqual([3, ['sent', 'sent', 'sent']]);
    expect(new Set(mail.taken.map((text) => /^To: .*<(.+)>/m.exec(text)?.[1])).size).toBe(3);
  });

  it('carry the calendar as an alternative to the text and as an attachment, with one UID; no label', async () => {
    const team = await invited(1);
    await letOut(team);
    await rounds();
    const [text = ''] = mail.taken;
    const { attachments } = await PostalMime.parse(text, { attachmentEncoding: 'utf8' });
    const calendars = attachments.map(({ content }) => String(content));
    expect([calendars.length, new Set(calendars.map((own) => /UID:(\S+)/.exec(own.replace(/\r?\n /g, ''))?.[1])).size, /multipart\/alternative/.test(text), /method=REQUEST/.test(text), /filename=inbjudan\.ics/.test(text), /^Message-ID: <[\w-]+@samsyn\.example>/m.test(text)]).toEqual([2, 1, true, true, true, true]);
    expect(/HEMLIGT/.test(text + calendars.join(''))).toBe(false);
  });

  it('are kept while the mail server is down for an hour, and none is lost or doubled', async () => {
    const team = await invited();
    await mail.down();
    await letOut(team);
    for (let passed = 0; passed < 60; passed += 5) {
      await rounds();
      later(5);
    }
    expect([await states(team), (await letters(team)).every(({ failure }) => failure !== '')]).toEqual([['released', 'released', 'released'], true]);
    await mail.up();
    later(31);
    await rounds();
    expect([mail.taken.length, await states(team), (await letters(team)).map(({ failure }) => failure)]).toEqual([3, ['sent', 'sent', 'sent'], ['', '', '']]);
  });

  it('wait on when it is busy, are given back when it knows nobody, and can be taken back meanwhile', async () => {
    const team = await invited(1);
    mail.mood = 'busy';
    await letOut(team);
    await rounds();
    expect([mail.taken.length, await states(team)]).toEqual([0, ['released']]);
    mail.mood = 'refuses';
    later(31);
    await rounds();
    expect(await states(team)).toEqual(['failed']);
    mail.mood = 'busy';
    await letOut(team);
    await rounds();
    await team.coordinator.call(interviews.withdraw, { ...on(team), body: { letters: (await letters(team)).map(({ letter }) => letter) } });
    mail.mood = 'takes';
    later(60);
    await rounds();
    expect([mail.taken.length, await states(team)]).toEqual([0, ['withdrawn']]);
  });

  it('are not sent again by themselves when the line breaks at the very end: that is for a person to decide', async () => {
    const team = await invited(1);
    mail.mood = 'breaks';
    await letOut(team);
    await rounds();
    await mail.up();
    mail.mood = 'takes';
    later(600);
    await rounds();
    expect([mail.taken.length, await states(team), (await letters(team))[0]?.failure.startsWith('Förbindelsen bröts')]).toEqual([1, ['failed'], true]);
    await letOut(team);
    await rounds();
    const ids = mail.taken.map((text) => [/^Message-ID: (.*)$/m.exec(text)?.[1], /method=\w+/.exec(text)?.[0]]);
    expect([ids.length, ids[0]]).toEqual([2, ids[1]]);
  });

  it('of a process that died while sending are given back', async () => {
    const team = await invited(1);
    await house.sql(`UPDATE visit_letter SET state = 'sending', leased_until = to_timestamp($2) WHERE evaluation_id = $1`, [team.id, now / 1000 + 60]);
    await rounds();
    expect(await states(team)).toEqual(['released']);
    later(2);
    await rounds();
    expect([mail.taken.length, await states(team), (await letters(team))[0]?.failure.startsWith('Servern stannade')]).toEqual([0, ['failed'], true]);
  });

  it('without a mail server are let out to be copied, and stay so when one comes', async () => {
    const without = await House.open({ beside: house });
    const team = await invited(1);
    const coordinator = without.welcome(team.coordinator);
    const [letter] = await coordinator.call(interviews.letters, on(team));
    expect(letter?.text).toMatch(/besok\/[\w-]{43}/);
    await coordinator.call(interviews.letOut, { ...on(team), body: { letters: [letter?.letter ?? ''] } });
    later(600);
    await rounds();
    expect([mail.taken.length, await states(team)]).toEqual([0, ['released']]);
    await without.close();
  });
});
