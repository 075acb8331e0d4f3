import { consensus, evaluations, people, reports, scoring } from '@samsyn/contract';
import { defaultPolicy } from '@samsyn/domain';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, proposal, seat, type Team } from '../spec-team';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const tokenIn = (text: string): string => /\/lank\/([\w-]+)/.exec(text)?.[1] ?? '';
const mailsTo = (guest: Guest) => house.sql<{ text: string; subject: string }>('SELECT text, subject FROM outbox_mail WHERE person_id = $1 ORDER BY created_at', [guest.id]);

describe('a link', () => {
  it('lets in once, and only its hash is stored', async () => {
    const known = await house.person('Karin');
    const door = house.nobody();
    expect(await door.call(people.askLink, { body: { email: known.email } })).toEqual({ sent: false });
    const token = tokenIn((await mailsTo(known))[0]?.text ?? '');
    const me = await door.call(people.useLink, { body: { token } });
    expect([me.id, (await door.call(people.me)).id]).toEqual([known.id, known.id]);
    const { status, code } = await house.nobody().refusal(people.useLink, { body: { token } });
    expect([status, code]).toEqual([410, 'people/link-spent']);
    const stored = JSON.stringify([await house.sql('SELECT * FROM sign_in_link'), await house.sql('SELECT * FROM session')]);
    expect([stored.includes(token), stored.includes(door.cookie.split('=')[1] ?? '?')]).toEqual([false, false]);
  });

  it('used by many at the same moment lets in one', async () => {
    const known = await house.person('Bo');
    await house.nobody().call(people.askLink, { body: { email: known.email } });
    const token = tokenIn((await mailsTo(known))[0]?.text ?? '');
    const answers = await Promise.all(Array.from({ length: 8 }, () => house.nobody().send('POST', pathOf(people.useLink), { token })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 7 }, () => 410)]);
  });

  it('that has expired lets nobody in', async () => {
    const known = await house.person('Cia');
    await house.nobody().call(people.askLink, { body: { email: known.email } });
    await house.sql(`UPDATE sign_in_link SET expires_at = now() - interval '1 second' WHERE person_id = $1`, [known.id]);
    expect((await house.nobody().refusal(people.useLink, { body: { token: tokenIn((await mailsTo(known))[0]?.text ?? '') } })).code).toBe('people/link-spent');
  });

  it('asked for an unknown address is answered alike, and sends nothing', async () => {
    const known = await house.person('Disa');
    const ask = (email: string) => house.nobody().send('POST', pathOf(people.askLink), { email });
    const [mails] = await house.sql<{ n: string }>('SELECT count(*) AS n FROM outbox_mail');
    const unknown = await ask('ingen@samsyn.example');
    expect(await house.sql<{ n: string }>('SELECT count(*) AS n FROM outbox_mail')).toEqual([mails]);
    expect(await ask(known.email)).toEqual(unknown);
  });
});

describe('a password', () => {
  it('is kept as argon2id, must be long enough, and signs out every other session', async () => {
    const known = await house.person('Eva');
    const elsewhere = house.welcome(known);
    elsewhere.cookie = await house.session(known.id);
    expect((await elsewhere.call(people.me)).hasPassword).toBe(false);
    expect((await known.refusal(people.setPassword, { body: { password: 'kort' } })).code).toBe('people/password-weak');
    expect((await known.call(people.setPassword, { body: { password: 'en lång och egen mening' } })).hasPassword).toBe(true);
    const [row] = await house.sql<{ password_hash: string }>('SELECT password_hash FROM person WHERE id = $1', [known.id]);
    expect(row?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect([(await elsewhere.refusal(people.me)).code, (await known.call(people.me)).id]).toEqual(['people/signed-out', known.id]);
    expect((await house.nobody().call(people.signIn, { body: { email: known.email.toUpperCase(), password: 'en lång och egen mening' } })).id).toBe(known.id);
  });

  it('that is wrong is refused alike for a known address, one without password and an unknown one', async () => {
    const without = await house.person('Fia');
    const withOne = await house.person('Gun');
    await withOne.call(people.setPassword, { body: { password: 'en lång och egen mening' } });
    const answers = await Promise.all([without.email, withOne.email, 'ingen@samsyn.example'].map((email) => house.nobody().send('POST', pathOf(people.signIn), { email, password: 'fel lösenord här' })));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  });

  it('can be guessed at most twenty times a minute', async () => {
    const own = await House.open();
    const statuses: number[] = [];
    for (let at = 0; at < 22; at++) statuses.push((await own.nobody().send('POST', pathOf(people.signIn), { email: 'ingen@samsyn.example', password: `gissning ${at}` })).status);
    await own.close();
    expect(statuses).toEqual([...Array.from({ length: 20 }, () => 401), 429, 429]);
  });
});

describe('a session', () => {
  it('ends with signing out, at once', async () => {
    const known = await house.person('Hans');
    const copy = house.welcome(known);
    await known.call(people.signOut);
    expect([(await copy.refusal(people.me)).code, (await house.nobody().refusal(people.me)).code]).toEqual(['people/signed-out', 'people/signed-out']);
  });

  it('is a cookie that no script reads and no foreign page sends', async () => {
    const known = await house.person('Ida');
    await house.nobody().call(people.askLink, { body: { email: known.email } });
    const token = tokenIn((await mailsTo(known))[0]?.text ?? '');
    const response = await fetch(`${house.url}/api/sign-in/token`, { method: 'POST', headers: { 'x-samsyn': '1', 'content-type': 'application/json' }, body: JSON.stringify({ token }) });
    expect(response.headers.getSetCookie()[0]).toMatch(/^samsyn_session=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    await expect(house.nobody().listen(() => undefined)).rejects.toThrow('people/signed-out');
  });
});

describe('the demo', () => {
  const somebody = { email: 'demo@samsyn.example', name: 'Demo', organisation: '', role: 'evaluator', note: '', mayCreate: true };

  it('is not there unless asked for', async () => {
    const { status, text } = await house.nobody().send('POST', '/api/demo/people', somebody);
    expect([status, (JSON.parse(text) as { code: string }).code, await house.nobody().call(people.demo)]).toEqual([404, 'wire/not-found', { demo: false, people: [] }]);
    expect(await house.sql('SELECT 1 FROM person WHERE email = $1', [somebody.email])).toEqual([]);
  });

  it('takes only made-up addresses, with links that may be used again', async () => {
    const demo = await House.open({ settings: { SAMSYN_DEMO: '1' } });
    const add = (email: string) => demo.nobody().send('POST', '/api/demo/people', { ...somebody, email });
    const link = tokenIn((await add(somebody.email)).text);
    const entered = [await demo.nobody().call(people.useLink, { body: { token: link } }), await demo.nobody().call(people.useLink, { body: { token: link } })];
    const foreign = (await add('a.person@town.se')).status;
    await demo.close();
    expect([entered.map(({ demo: own, mayCreate }) => [own, mayCreate]), foreign]).toEqual([[[true, true], [true, true]], 422]);
  });
});

describe('nobody may do what is not theirs', () => {
  let team: Team;
  const commands = (): [string, string, unknown?][] => {
    const at = (endpoint: Parameters<typeof pathOf>[0]): string => pathOf(endpoint, { id: team.id, question: '1.1', version: '1' });
    return [
      ...[evaluations.read, evaluations.revision, evaluations.ledger, scoring.sheet, consensus.board, reports.lockState, reports.preview, reports.read].map((own): [string, string] => ['GET', at(own)]),
      ['PUT', at(scoring.draft), { field: 'percent', value: 1, edition: 0, round: 1 }], ['POST', at(scoring.seal), { questions: ['1.1'] }], ['POST', at(scoring.withdraw), { questions: ['1.1'] }],
      ['POST', at(scoring.openRound), { question: '1.1', reason: 'x' }], ['POST', at(consensus.propose), { proposals: [proposal('1.1', 1)] }], ['POST', at(consensus.approve), { approvals: [{ question: '1.1', proposal: 1 }] }],
      ['POST', at(reports.sign), { fingerprint: 'x' }], ['PUT', at(evaluations.setPolicy), defaultPolicy], ['POST', at(evaluations.openScoring)],
      ['POST', at(evaluations.addMember), { email: 'ny@samsyn.example', name: 'Ny', organisation: '', role: 'evaluator' }], ['POST', at(evaluations.removeMember), { person: team.contact.id, role: 'contact' }],
    ];
  };
  const codes = async (guest: Guest): Promise<string[]> => {
    const found: string[] = [];
    for (const [method, path, body] of commands()) {
      const { status, text } = await guest.send(method, path, body);
      found.push(`${status} ${(JSON.parse(text) as { code?: string }).code ?? 'done'}`);
    }
    return found;
  };

  beforeAll(async () => void (team = await evaluationWith(house, { declared: false })));

  it('before a declaration of interest is stored', async () => {
    for (const guest of [...team.evaluators, team.contact, team.observer]) expect(new Set(await codes(guest))).toEqual(new Set(['403 people/declaration-missing']));
    await seat(team, 1).call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
    expect((await seat(team, 1).call(scoring.sheet, on(team))).questions.length).toBe(5);
  });

  it('as a stranger, or signed out', async () => {
    expect(new Set(await codes(await house.person('Jan')))).toEqual(new Set(['404 wire/not-found']));
    expect(new Set(await codes(house.nobody()))).toEqual(new Set(['401 people/signed-out']));
  });

  it('as contact or observer beyond reading where the work stands', async () => {
    for (const guest of [team.contact, team.observer]) {
      await guest.call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
      const [view, revision, log, sheet, ...rest] = await codes(guest);
      expect([view, revision, log, sheet]).toEqual(['200 done', '200 done', '403 people/not-allowed', '403 people/not-allowed']);
      expect(new Set(rest)).toEqual(new Set(['403 people/not-allowed', '404 wire/not-found']));
    }
  });

  it('as coordinator on any sheet, proposal or signature', async () => {
    const [, , , sheet, , , preview, , ...rest] = await codes(team.coordinator);
    expect([sheet, preview, ...rest.slice(0, 7)]).toEqual(Array.from({ length: 9 }, () => '403 people/not-allowed'));
  });

  it('after declaring a conflict of interest', async () => {
    await seat(team, 2).call(evaluations.declare, { ...on(team), body: { conflict: true, text: 'Släkt.' } });
    expect(new Set(await codes(seat(team, 2)))).toEqual(new Set(['404 wire/not-found']));
  });

  it('and only those who may create an evaluation do', async () => {
    const body = { municipality: { code: null, name: 'X' }, year: 2026, instrument: 'sample', policy: defaultPolicy, members: [] };
    expect((await seat(team, 1).refusal(evaluations.create, { body })).code).toBe('people/not-allowed');
  });
});
