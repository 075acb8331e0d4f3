import { evaluations, people, type AnswerOf } from '@samsyn/contract';
import { defaultPolicy } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import { readSettings } from '../http';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';
import { operatorsLink } from './sign-in-links';

type Invited = AnswerOf<typeof evaluations.create>['invitations'][number];

let house: House;
let team: Team;
beforeAll(async () => {
  house = await House.open();
  team = await evaluationWith(house);
});
afterAll(() => house.close());

const tokenIn = (text: string | null): string => /\/lank\/([\w-]+)/.exec(text ?? '')?.[1] ?? '';
const use = (token: string, by = house.nobody()) => by.send('POST', pathOf(people.useLink), { token });
const address = (): string => `ny.${Math.random().toString(36).slice(2)}@samsyn.example`;
const lettersTo = (email: string, at = house) => at.sql<{ text: string; evaluation_id: string | null }>('SELECT m.text, m.evaluation_id FROM outbox_mail m JOIN person p ON p.id = m.person_id WHERE p.email = $1 ORDER BY m.created_at', [email]);

/** Invites to a new evaluation of one's own, as anybody who may create can. */
async function invite(by: Guest, email: string): Promise<Invited> {
  const { invitations } = await by.call(evaluations.create, { body: { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: sampleInstrument.id, policy: defaultPolicy, members: [{ email, name: 'Ny', organisation: '', role: 'evaluator' }] } });
  return invitations[0] as Invited;
}

describe('an invitation', () => {
  it('to somebody new is a link that lets in once', async () => {
    const { way, link } = await invite(team.coordinator, address());
    expect([way, (await use(tokenIn(link))).status, (await use(tokenIn(link))).status]).toEqual(['link', 200, 410]);
  });

  it('gives nobody a way into an account that is somebody’s already', async () => {
    const email = address();
    const first = await invite(team.coordinator, email);
    await use(tokenIn(first.link));
    // A colleague who may create evaluations, too, invites them to another one: and would be in as them.
    const colleague = await house.person('Kollega', { mayCreate: true });
    const again = [await invite(colleague, email), (await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email, name: 'Ny', organisation: '', role: 'observer' } })).invitation];
    expect(again.map(({ way, link }) => [way, link])).toEqual([['account', null], ['account', null]]);
    const letters = (await lettersTo(email)).slice(1);
    expect(letters.map(({ text, evaluation_id }) => [tokenIn(text), text.includes(`/utvardering/${evaluation_id}`)])).toEqual([['', true], ['', true]]);
  });

  it('that somebody else got for the same newcomer is closed by the first one in', async () => {
    const email = address();
    const [first, second, third] = [await invite(team.coordinator, email), await invite(team.coordinator, email), await invite(team.coordinator, email)];
    const statuses = (await Promise.all([first, second, third].map(({ link }) => use(tokenIn(link))))).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 410, 410]);
    // The owner's own mailbox is another matter.
    await house.nobody().call(people.askLink, { body: { email } });
    expect((await use(tokenIn((await lettersTo(email)).at(-1)?.text ?? ''))).status).toBe(200);
  });

  it('is shown to nobody where the house can send it', async () => {
    const posting = await House.open({ settings: { SMTP_URL: 'smtp://127.0.0.1:9' } });
    try {
      const own = await evaluationWith(posting);
      const email = address();
      const { text, ...answer } = await own.coordinator.send('POST', pathOf(evaluations.addMember, { id: own.id }), { email, name: 'Ny', organisation: '', role: 'observer' });
      const [letter] = await lettersTo(email, posting);
      const token = tokenIn(letter?.text ?? '');
      expect([answer.status, (JSON.parse(text) as AnswerOf<typeof evaluations.addMember>).invitation.way, token.length > 30, text.includes(token), letter?.evaluation_id]).toEqual([200, 'mailed', true, false, null]);
      expect((await posting.nobody().send('POST', pathOf(people.useLink), { token })).status).toBe(200);
      // Whether mail is sent is said to everybody alike.
      for (const asked of [email, address()]) expect(await posting.nobody().call(people.askLink, { body: { email: asked } })).toEqual({ sent: true });
    } finally {
      await posting.close();
    }
  });

  it('is made anew by the coordinator, for who has not come in yet', async () => {
    const email = address();
    const { evaluation } = await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email, name: 'Ny', organisation: '', role: 'observer' } });
    const person = evaluation.members.at(-1)?.person ?? '';
    const { invitation } = await team.coordinator.call(evaluations.inviteAgain, { ...on(team), body: { person } });
    const came = house.nobody();
    expect([invitation.email, (await use(tokenIn(invitation.link), came)).status]).toEqual([email, 200]);
    await came.call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
    for (const one of [person, seat(team, 1).id, 'ingen']) expect((await team.coordinator.refusal(evaluations.inviteAgain, { ...on(team), body: { person: one } })).code).toBe('evaluation/nobody-to-invite');
  });
});


describe('the operator', () => {
  it('makes a way in for who has lost theirs, and for nobody unknown', async () => {
    const email = address();
    await use(tokenIn((await invite(team.coordinator, email)).link));
    const settings = readSettings({ DATABASE_URL: house.database.url, PUBLIC_URL: 'https://samsyn.example' });
    const link = await operatorsLink(settings, email.toUpperCase());
    expect([link.startsWith('https://samsyn.example/lank/'), (await use(tokenIn(link))).status, (await use(tokenIn(link))).status]).toEqual([true, 200, 410]);
    await expect(operatorsLink(settings, 'ingen@samsyn.example')).rejects.toThrow('Nobody here has the address "ingen@samsyn.example".');
  });
});
