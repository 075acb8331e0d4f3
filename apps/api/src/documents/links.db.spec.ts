import { documents, type RequestView } from '@samsyn/contract';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, sealAll, seat, settleAll, type Team } from '../spec-team';

let house: House;
let team: Team;
let nobody: Guest;

const asked = async (own: Team = team, send = true): Promise<RequestView> => {
  const list = await own.coordinator.call(documents.add, { ...on(own), body: { title: 'Budget', why: '', example: '', questions: ['1.1'], owner: null, due: '2026-12-01' } });
  const request = list.requests.at(-1) as RequestView;
  if (send) await own.coordinator.call(documents.move, { ...on(own, { request: request.request }), body: { to: 'requested', reason: '', edition: request.edition } });
  return request;
};
const handed = async ({ request }: RequestView, own: Team = team, days = 3): Promise<string> => {
  const { link } = await own.contact.call(documents.delegate, { ...on(own, { request }), body: { name: 'Elin Ek', email: 'Elin@Samsyn.example', days } });
  return link.split('/').at(-1) ?? '';
};
const seen = (token: string) => nobody.call(documents.delegated, { params: { token } });
const spent = (token: string) => nobody.refusal(documents.delegated, { params: { token } });
const linksOf = async ({ request }: RequestView, reader = team.contact) => (await reader.call(documents.list, on(team))).requests.find((own) => own.request === request)?.links ?? [];

beforeAll(async () => {
  house = await House.open();
  team = await evaluationWith(house);
  nobody = house.nobody();
}, 60_000);

afterAll(() => house.close());

describe('a link to one request', () => {
  it('opens that request and nothing else, without an account', async () => {
    const request = await asked();
    await asked();
    const token = await handed(request);
    const answer = await seen(token);
    expect(answer).toMatchObject({ municipality: 'Provby', name: 'Elin Ek', request: { request: request.request, status: 'requested', moves: ['underway', 'notApplicable'] } });
    expect(Object.keys(answer.request)).not.toEqual(expect.arrayContaining(['links']));
    expect(JSON.stringify(answer)).not.toMatch(/samsyn\.example|owner/);
    expect(await linksOf(request)).toEqual([{ link: expect.any(String), name: 'Elin Ek', email: 'elin@samsyn.example', expiresAt: answer.expiresAt, revoked: false, usedAt: expect.any(String) }]);
    expect([(await linksOf(request, team.coordinator)).length, (await linksOf(request, seat(team, 1))).length]).toEqual([1, 0]);
  });

  it('delivers in the name of who holds it', async () => {
    const request = await asked();
    const token = await handed(request);
    const move = (to: 'underway' | 'submitted', edition: number) => nobody.call(documents.delegatedMove, { params: { token }, body: { to, reason: '', edition } });
    await move('underway', 2);
    await nobody.call(documents.delegatedWeb, { params: { token }, body: { url: 'https://provby.example/budget', title: 'Budgeten på webben' } });
    const { request: done } = await move('submitted', 3);
    expect([done.status, done.moves, done.documents.map(({ title, kind, versions }) => [title, kind, versions[0]?.uploadedBy])]).toEqual(['submitted', [], [['Budgeten på webben', 'web', 'Elin Ek']]]);
    expect(done.history.map(({ who, to }) => `${who} ${to}`)).toEqual(['Samordnare requested', 'Elin Ek underway', 'Elin Ek submitted']);
    expect(await nobody.refusal(documents.delegatedMove, { params: { token }, body: { to: 'accepted', reason: '', edition: 4 } })).toMatchObject({ status: 409, code: 'documents/illegal-move' });
  });

  it('takes back what the same person brought by mistake, until it is accepted, and the history says who', async () => {
    const request = await asked();
    const [token, again, other] = [await handed(request), await handed(request), (await team.contact.call(documents.delegate, { ...on(team, { request: request.request }), body: { name: 'Elin Ek', email: 'annan@samsyn.example', days: 3 } })).link.split('/').at(-1) ?? ''];
    const web = (by: string, title: string) => nobody.call(documents.delegatedWeb, { params: { token: by }, body: { url: 'https://provby.example/', title } });
    const remove = (by: string, document: string) => nobody.call(documents.delegatedRemove, { params: { token: by, document } });
    const refused = async (by: string, document: string) => (await nobody.refusal(documents.delegatedRemove, { params: { token: by, document } })).code;
    await web(token, 'Fel sida');
    await web(token, 'Rätt sida');
    await team.contact.call(documents.addWeb, { ...on(team), body: { request: request.request, url: 'https://provby.example/', title: 'Kontaktens' } });
    const own = await seen(token);
    const named = (title: string): string => own.request.documents.find((document) => document.title === title)?.document ?? '';
    expect(own.removable.sort()).toEqual([named('Fel sida'), named('Rätt sida')].sort());
    // The same name at another address is another person; the municipality's contact is too.
    expect([(await seen(other)).removable, await refused(other, named('Fel sida')), await refused(token, named('Kontaktens'))]).toEqual([[], 'people/not-allowed', 'people/not-allowed']);
    expect(await refused(await handed(await asked()), named('Fel sida'))).toBe('wire/not-found');
    await team.coordinator.call(documents.retain, { ...on(team, { document: named('Fel sida') }), body: { retention: 'evaluation', hold: true } });
    expect([(await seen(token)).removable, await refused(token, named('Fel sida'))]).toEqual([[named('Rätt sida')], 'documents/held']);
    await team.coordinator.call(documents.retain, { ...on(team, { document: named('Fel sida') }), body: { retention: 'evaluation', hold: false } });
    await nobody.call(documents.delegatedMove, { params: { token }, body: { to: 'submitted', reason: '', edition: 3 } });
    // By a renewed link to the same address, and also once it is handed in.
    const { request: left } = await remove(again, named('Fel sida'));
    expect([left.documents.map(({ title }) => title).sort(), left.status]).toEqual([['Kontaktens', 'Rätt sida'], 'submitted']);
    expect(left.history.at(-1)).toMatchObject({ who: 'Elin Ek', from: 'submitted', to: 'submitted', reason: 'Fel sida: Togs bort av den som lämnade' });
    expect(await house.sql('SELECT removed_by AS by FROM document WHERE id = $1', [named('Fel sida')])).toEqual([{ by: 'Elin Ek' }]);
    expect(await refused(token, named('Fel sida'))).toBe('wire/not-found');
    await team.coordinator.call(documents.move, { ...on(team, { request: request.request }), body: { to: 'accepted', reason: '', edition: left.edition } });
    expect([(await seen(token)).removable, await refused(token, named('Rätt sida'))]).toEqual([[], 'documents/already-accepted']);
  });

  it('tells what is taken in here, as the list does', async () => {
    const { limits } = await seen(await handed(await asked()));
    expect([limits.largest, limits.endings]).toEqual([1024 ** 3, expect.arrayContaining(['pdf', 'docx', 'csv'])]);
    expect((await team.contact.call(documents.list, on(team))).limits).toEqual(limits);
    const small = await House.open({ beside: house, settings: { UPLOAD_MAX_MB: '0.5' } });
    expect((await small.welcome(team.contact).call(documents.list, on(team))).limits.largest).toBe(524_288);
    await small.close();
  });

  it('begins the work when the first material comes in', async () => {
    const request = await asked();
    const { request: own } = await nobody.call(documents.delegatedWeb, { params: { token: await handed(request) }, body: { url: 'https://provby.example/', title: 'Webben' } });
    expect([own.status, own.history.at(-1)]).toEqual(['underway', { at: expect.any(String), who: 'Elin Ek', from: 'requested', to: 'underway', reason: '' }]);
  });

  it('ends by its date, by being withdrawn and by being unknown, all alike', async () => {
    const request = await asked();
    const [late, withdrawn, good] = [await handed(request), await handed(request), await handed(request)];
    await house.sql(`UPDATE request_link SET expires_at = now() - interval '1 second' WHERE id = $1`, [(await linksOf(request))[0]?.link]);
    await team.contact.call(documents.revoke, on(team, { request: request.request, link: (await linksOf(request))[1]?.link ?? '' }));
    const answers = [await spent(late), await spent(withdrawn), await spent('x'), await nobody.refusal(documents.delegatedMove, { params: { token: late }, body: { to: 'underway', reason: '', edition: 2 } }), await nobody.refusal(documents.delegatedWeb, { params: { token: withdrawn }, body: { url: 'https://x.example', title: 'x' } })];
    expect(answers).toEqual(answers.map(() => ({ status: 410, code: 'documents/link-spent', facts: {} })));
    expect((await seen(good)).name).toBe('Elin Ek');
    expect((await linksOf(request)).map(({ revoked }) => revoked)).toEqual([false, true, false]);
  });

  it('is kept as a hash only, and shown in the outbox to the coordinator alone', async () => {
    const request = await asked();
    const token = await handed(request);
    expect(await house.sql('SELECT 1 FROM request_link WHERE token_hash = $1', [token])).toEqual([]);
    const [mail] = await team.coordinator.call(documents.outbox, on(team));
    expect(mail).toMatchObject({ to: 'elin@samsyn.example', sent: null, subject: 'Provby: underlag att lämna, Budget' });
    expect(mail?.text).toContain(`http://samsyn.example/lamna/${token}`);
    await house.sql('UPDATE outbox_mail SET sent_at = now() WHERE id = $1', [mail?.mail]);
    expect((await team.coordinator.call(documents.outbox, on(team)))[0]?.text).not.toContain(token);
  });

  it('is not made for what is not asked, nor to evaluators, nor without end', async () => {
    const make = (request: RequestView, guest: Guest) => guest.refusal(documents.delegate, { ...on(team, { request: request.request }), body: { name: 'N', email: 'n@samsyn.example', days: 2 } });
    const sent = await asked();
    expect([(await make(await asked(team, false), team.coordinator)).code, (await make(sent, seat(team, 1))).code]).toEqual(['documents/not-asked', 'people/not-allowed']);
    expect(await team.contact.refusal(documents.delegate, { ...on(team, { request: sent.request }), body: { name: 'N', email: 'n@samsyn.example', days: 61 } })).toMatchObject({ code: 'wire/invalid' });
    for (let n = 0; n < 10; n++) await handed(sent);
    expect((await make(sent, team.contact)).code).toBe('people/too-many-tries');
  });

  it('reads, but changes nothing, when the evaluation is locked; it can still be withdrawn', async () => {
    const own = await evaluationWith(house);
    const request = await asked(own);
    const token = await handed(request, own);
    await sealAll(own, 50, 50);
    await settleAll(own, 50);
    await lockAll(own);
    expect((await seen(token)).request.moves).toEqual([]);
    expect(await nobody.refusal(documents.delegatedMove, { params: { token }, body: { to: 'underway', reason: '', edition: 2 } })).toMatchObject({ code: 'evaluation/locked' });
    expect(await nobody.refusal(documents.delegatedWeb, { params: { token }, body: { url: 'https://x.example', title: 'x' } })).toMatchObject({ code: 'evaluation/locked' });
    const [link] = (await own.contact.call(documents.list, on(own))).requests[0]?.links ?? [];
    await own.contact.call(documents.revoke, on(own, { request: request.request, link: link?.link ?? '' }));
    expect((await spent(token)).code).toBe('documents/link-spent');
  });

  it('may not be tried at will', async () => {
    const answers = await Promise.all(Array.from({ length: 320 }, (_, at) => nobody.send('GET', `/api/delegated/try-${at}`)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([410, 429]));
  });
});
