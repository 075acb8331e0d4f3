import { documents, evaluations } from '@samsyn/contract';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on, seat, type Team } from '../spec-team';

let house: House;
let team: Team;
let second: Guest;

const say = (question: string, text: string, edition = 0, by = team.contact) => by.call(documents.answer, { ...on(team, { question }), body: { text, edition } });
const readBy = async (guest: Guest) => guest.call(documents.description, on(team));
const texts = async (guest: Guest) => Object.fromEntries((await readBy(guest)).answers.filter(({ text }) => text !== '').map(({ question, text }) => [question, text]));

beforeEach(async () => {
  house ??= await House.open();
  team = await evaluationWith(house);
  second = await house.person('Andra');
  await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email: second.email, name: 'Andra', organisation: '', role: 'contact' } });
  await second.call(evaluations.declare, { ...on(team), body: { conflict: false, text: '' } });
}, 60_000);

afterAll(() => house.close());

describe('the self-description', () => {
  it('is read by nobody outside the municipality before it is submitted, and then as it was submitted', async () => {
    await say('1.1', 'Vi gör så här.');
    expect([await texts(seat(team, 1)), await texts(team.coordinator), await texts(second)]).toEqual([{}, {}, { '1.1': 'Vi gör så här.' }]);
    await team.contact.call(documents.submit, on(team));
    await say('1.1', 'Fortfarande på gång.', 1);
    expect([await texts(seat(team, 1)), await texts(team.coordinator), await texts(second)]).toEqual([{ '1.1': 'Vi gör så här.' }, { '1.1': 'Vi gör så här.' }, { '1.1': 'Fortfarande på gång.' }]);
    expect((await readBy(seat(team, 1))).mayWrite).toBe(false);
    expect(await seat(team, 1).refusal(documents.answer, { ...on(team, { question: '1.1' }), body: { text: 'x', edition: 0 } })).toMatchObject({ code: 'people/not-allowed' });
  });

  it('is submitted in numbered versions that never change', async () => {
    await say('1.1', 'Ett.');
    await say('2.2', 'Två.');
    await team.contact.call(documents.submit, on(team));
    expect(await team.contact.refusal(documents.submit, on(team))).toMatchObject({ status: 409, code: 'documents/nothing-new' });
    await say('2.2', 'Två, bättre.', 1);
    await say('1.3', 'Tre.');
    const { submissions } = await second.call(documents.submit, on(team));
    expect(submissions.map(({ number, by, changed }) => [number, by, changed])).toEqual([[1, 'Kontakt', ['1.1', '2.2']], [2, 'Andra', ['1.3', '2.2']]]);
    const version = async (number: string) => (await seat(team, 1).call(documents.submission, on(team, { number }))).answers;
    expect([await version('1'), await version('2')]).toEqual([
      [{ question: '1.1', text: 'Ett.' }, { question: '2.2', text: 'Två.' }], [{ question: '1.1', text: 'Ett.' }, { question: '1.3', text: 'Tre.' }, { question: '2.2', text: 'Två, bättre.' }],
    ]);
    await expect(house.sql(`UPDATE description_submission SET answers = '[]'`)).rejects.toThrow('samsyn: description_submission is append-only');
  });

  it('takes an answer by compare and set: who was overtaken is told what stands, and repeating is no clash', async () => {
    expect(await say('1.1', 'Ett.')).toEqual({ edition: 1 });
    expect(await say('1.1', 'Ett.')).toEqual({ edition: 1 });
    const answers = await Promise.all([team.contact, second].map((guest, at) => guest.send('PUT', `/api/evaluations/${team.id}/self-description/1.1`, { text: `Min ${at}.`, edition: 1 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const [now] = (await readBy(second)).answers;
    expect(await team.contact.refusal(documents.answer, { ...on(team, { question: '1.1' }), body: { text: 'Sen.', edition: 1 } })).toEqual({ status: 409, code: 'documents/edited-elsewhere', facts: { question: '1.1', text: now?.text, edition: 2 } });
    expect(await team.contact.refusal(documents.answer, { ...on(team, { question: '1.2' }), body: { text: 'Aldrig läst.', edition: 4 } })).toMatchObject({ code: 'documents/edited-elsewhere', facts: { text: '', edition: 0 } });
  });

  it('submitted by two at once becomes one version', async () => {
    await say('1.1', 'Ett.');
    const answers = await Promise.all([team.contact, second, team.contact].map((guest) => guest.send('POST', `/api/evaluations/${team.id}/self-description/submit`)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await readBy(team.contact)).submissions.length).toBe(1);
  });

  it('is shared out among contacts, question by question', async () => {
    await team.coordinator.call(documents.assign, { ...on(team), body: { questions: ['1.1', '1.2'], person: second.id } });
    const { answers } = await team.contact.call(documents.assign, { ...on(team), body: { questions: ['1.2'], person: null } });
    expect(answers.map(({ assigned }) => assigned)).toEqual([second.id, null, null, null, null]);
    expect((await readBy(seat(team, 1))).answers.map(({ assigned }) => assigned)).toEqual([null, null, null, null, null]);
    await say('1.1', 'Jag hjälper till.');
    expect(await team.contact.refusal(documents.assign, { ...on(team), body: { questions: ['1.1'], person: seat(team, 1).id } })).toMatchObject({ code: 'documents/not-a-contact' });
    expect(await team.contact.refusal(documents.assign, { ...on(team), body: { questions: ['9.9'], person: null } })).toMatchObject({ code: 'instrument/unknown-question' });
  });

  it('tells of unsent words only those who write them', async () => {
    const heard: string[] = [];
    for (const [who, guest] of Object.entries({ evaluator: seat(team, 1), coordinator: team.coordinator, contact: second })) await guest.listen(() => heard.push(who));
    await say('1.1', 'Ett.');
    await new Promise((done) => setTimeout(done, 150));
    expect(heard).toEqual(['contact']);
    await team.contact.call(documents.submit, on(team));
    await new Promise((done) => setTimeout(done, 150));
    expect(heard.slice(1).sort()).toEqual(['contact', 'coordinator', 'evaluator']);
  });
});
