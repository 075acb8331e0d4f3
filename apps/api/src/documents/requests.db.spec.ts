import { documents, evaluations, type BodyOf, type RequestView } from '@samsyn/contract';
import type { RequestState } from '@samsyn/domain';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, on, seat, sealAll, settleAll, type Team } from '../spec-team';

const none = '00000000-0000-4000-8000-000000000000';
const fields = (more: Partial<BodyOf<typeof documents.add>> = {}): BodyOf<typeof documents.add> => ({ title: 'Budget 2026', why: 'Mål och pengar.', example: 'Årets budget.', questions: ['1.1'], owner: null, due: null, ...more });

let house: House;
let team: Team;
let stranger: Guest;
let undeclared: Guest;
let left: Guest;

type Who = 'coordinator' | 'contact' | 'evaluator' | 'observer' | 'stranger' | 'undeclared' | 'left' | 'nobody';
const by = (who: Who): Guest => ({ coordinator: team.coordinator, contact: team.contact, evaluator: seat(team, 1), observer: team.observer, stranger, undeclared, left, nobody: house.nobody() })[who];

const added = async (more: Partial<BodyOf<typeof documents.add>> = {}): Promise<RequestView> => (await team.coordinator.call(documents.add, { ...on(team), body: fields(more) })).requests.at(-1) as RequestView;
const found = async (request: string, reader: Guest = team.coordinator): Promise<RequestView> => (await reader.call(documents.list, on(team))).requests.find((own) => own.request === request) as RequestView;
const moved = async (request: string, to: RequestState, who: Who, reason = 'Så här.'): Promise<RequestView> => {
  const { edition } = await found(request);
  return (await by(who).call(documents.move, { ...on(team, { request }), body: { to, reason, edition } })).requests.find((own) => own.request === request) as RequestView;
};
const refused = async (request: string, to: RequestState, who: Who, reason = 'Så här.') => by(who).refusal(documents.move, { ...on(team, { request }), body: { to, reason, edition: (await found(request)).edition } });
const wayTo: Record<RequestState, readonly (readonly [RequestState, Who])[]> = {
  draft: [], requested: [['requested', 'coordinator']], underway: [['requested', 'coordinator'], ['underway', 'contact']], submitted: [['requested', 'coordinator'], ['underway', 'contact'], ['submitted', 'contact']],
  accepted: [['requested', 'coordinator'], ['underway', 'contact'], ['submitted', 'contact'], ['accepted', 'evaluator']], returned: [['requested', 'coordinator'], ['underway', 'contact'], ['submitted', 'contact'], ['returned', 'evaluator']],
  notApplicable: [['requested', 'coordinator'], ['notApplicable', 'contact']],
};
const standing = async (status: RequestState, more: Partial<BodyOf<typeof documents.add>> = {}): Promise<string> => {
  const { request } = await added(more);
  for (const [to, who] of wayTo[status]) await moved(request, to, who);
  return request;
};

beforeAll(async () => {
  house = await House.open();
  team = await evaluationWith(house);
  stranger = await house.person('Frammande');
  [undeclared, left] = await Promise.all([house.person('Utan'), house.person('Jav')]);
  for (const guest of [undeclared, left]) await team.coordinator.call(evaluations.addMember, { ...on(team), body: { email: guest.email, name: 'Ny', organisation: '', role: 'contact' } });
  await left.call(evaluations.declare, { ...on(team), body: { conflict: true, text: 'Släkt.' } });
}, 60_000);

afterAll(() => house.close());

describe('the first list', () => {
  it('comes from the shipped guidance where the model brings none, as drafts, and only once when two ask at the same time', async () => {
    const own = await evaluationWith(house);
    const answers = await Promise.all([1, 2].map(() => own.coordinator.call(documents.fromInstrument, { ...on(own), body: { due: '2026-12-01' } })));
    const { requests, orphans } = await own.coordinator.call(documents.list, on(own));
    expect(new Set(requests.map(({ key }) => key)).size).toBe(requests.length);
    expect(requests.length).toBeGreaterThan(5);
    expect(answers.every((answer) => answer.requests.length === requests.length)).toBe(true);
    expect(requests.every(({ status, due, questions, title, why, example }) => status === 'draft' && due === '2026-12-01' && questions.length > 0 && title.en !== '' && why.sv !== '' && example.sv !== '')).toBe(true);
    expect(orphans).toEqual({ questions: [], requests: [] });
  });

  it('adds what is missing and leaves what was changed', async () => {
    const own = await evaluationWith(house);
    const [first] = (await own.coordinator.call(documents.fromInstrument, { ...on(own), body: { due: null } })).requests as [RequestView];
    await own.coordinator.call(documents.change, { ...on(own, { request: first.request }), body: { ...fields({ title: 'Eget namn', questions: [] }), edition: first.edition } });
    const { requests, orphans } = await own.coordinator.call(documents.fromInstrument, { ...on(own), body: { due: '2026-12-01' } });
    expect(requests[0]).toMatchObject({ title: { sv: 'Eget namn', en: 'Eget namn' }, due: null, edition: 2 });
    expect(orphans.requests).toEqual([first.request]);
  });

  it('names the questions that no request serves', async () => {
    const own = await evaluationWith(house);
    expect((await own.coordinator.call(documents.list, on(own))).orphans.questions).toEqual(['1.1', '1.2', '1.3', '2.1', '2.2']);
  });
});

describe('every role at every door', () => {
  const doors: readonly (readonly [string, Parameters<Guest['refusal']>[0], Record<string, string>, unknown, Partial<Record<Who, string>>])[] = [
    ['list', documents.list, {}, undefined, { coordinator: 'ok', contact: 'ok', evaluator: 'ok' }],
    ['fromInstrument', documents.fromInstrument, {}, { due: null }, { coordinator: 'ok' }],
    ['add', documents.add, {}, fields(), { coordinator: 'ok' }],
    ['change', documents.change, { request: none }, { ...fields(), edition: 1 }, { coordinator: 'wire/not-found' }],
    ['move', documents.move, { request: none }, { to: 'requested', reason: '', edition: 1 }, { coordinator: 'wire/not-found', contact: 'wire/not-found', evaluator: 'wire/not-found' }],
    ['moveMany', documents.moveMany, {}, { to: 'requested', reason: '', requests: [none] }, { coordinator: 'wire/not-found', contact: 'wire/not-found', evaluator: 'wire/not-found' }],
    ['delegate', documents.delegate, { request: none }, { name: 'N', email: 'n@samsyn.example', days: 3 }, { coordinator: 'wire/not-found', contact: 'wire/not-found' }],
    ['revoke', documents.revoke, { request: none, link: none }, undefined, { coordinator: 'wire/not-found', contact: 'wire/not-found' }],
    ['retain', documents.retain, { document: none }, { retention: 'working', hold: false }, { coordinator: 'wire/not-found' }],
    ['receipts', documents.receipts, {}, undefined, { coordinator: 'ok', contact: 'ok', evaluator: 'ok' }],
    ['coverage', documents.coverage, {}, undefined, { coordinator: 'ok', evaluator: 'ok' }],
    ['description', documents.description, {}, undefined, { coordinator: 'ok', contact: 'ok', evaluator: 'ok' }],
    ['answer', documents.answer, { question: '9.9' }, { text: 'x', edition: 0 }, { contact: 'instrument/unknown-question' }],
    ['assign', documents.assign, {}, { questions: [], person: null }, { coordinator: 'ok', contact: 'ok' }],
    ['submit', documents.submit, {}, undefined, { contact: 'documents/nothing-new' }],
    ['submission', documents.submission, { number: '7' }, undefined, { coordinator: 'wire/not-found', contact: 'wire/not-found', evaluator: 'wire/not-found' }],
    ['outbox', documents.outbox, {}, undefined, { coordinator: 'ok' }],
  ];
  const otherwise: Record<Who, string> = { coordinator: 'people/not-allowed', contact: 'people/not-allowed', evaluator: 'people/not-allowed', observer: 'people/not-allowed', stranger: 'wire/not-found', left: 'wire/not-found', undeclared: 'people/declaration-missing', nobody: 'people/signed-out' };

  it.each(doors)('%s', async (_, endpoint, params, body, said) => {
    const path = `/api/${endpoint.path.replace(/:(\w+)/g, (_part, name: string) => params[name] ?? team.id)}`;
    const answers: Record<string, string> = {};
    for (const who of Object.keys(otherwise) as Who[]) {
      const { status, text } = await by(who).send(endpoint.method, path, body);
      answers[who] = status === 200 ? 'ok' : (JSON.parse(text) as { code: string }).code;
    }
    expect(answers).toEqual({ ...otherwise, ...said });
  });
});

describe('the status of a request', () => {
  const legal: Record<RequestState, Partial<Record<'coordinator' | 'contact' | 'evaluator', RequestState[]>>> = {
    draft: { coordinator: ['requested'] }, requested: { coordinator: ['draft'], contact: ['underway', 'notApplicable'] }, underway: { contact: ['submitted', 'notApplicable'] },
    submitted: { coordinator: ['accepted', 'returned'], evaluator: ['accepted', 'returned'] }, accepted: { coordinator: ['returned'], evaluator: ['returned'] },
    returned: { contact: ['underway', 'submitted', 'notApplicable'] }, notApplicable: { coordinator: ['requested', 'accepted'], evaluator: ['requested', 'accepted'] },
  };
  const states = Object.keys(legal) as RequestState[];

  it.each(states)('%s: each role is told its moves, and every other is refused naming them', async (from) => {
    const request = await standing(from);
    for (const who of ['coordinator', 'contact', 'evaluator'] as const) {
      const allowed = legal[from][who] ?? [];
      const hidden = from === 'draft' && who === 'contact';
      expect((await found(request, by(who)))?.moves).toEqual(hidden ? undefined : allowed);
      for (const to of states.filter((state) => !allowed.includes(state))) {
        const { status, code, facts } = await refused(request, to, who);
        expect([status, code, facts['allowed']]).toEqual(hidden ? [404, 'wire/not-found', undefined] : [409, 'documents/illegal-move', allowed]);
      }
    }
    expect((await found(request)).history.length).toBe(wayTo[from].length);
  });

  it('needs a reason to be returned and to be declared not to apply, which the contact reads', async () => {
    const request = await standing('submitted');
    expect(await refused(request, 'returned', 'evaluator', '  ')).toMatchObject({ status: 422, code: 'documents/reason-missing' });
    await moved(request, 'returned', 'evaluator', 'Det är fel år.');
    const { status, reason, history } = await found(request, team.contact);
    expect([status, reason, history.at(-1)]).toEqual(['returned', 'Det är fel år.', { at: expect.any(String), who: 'Bedomare1', from: 'submitted', to: 'returned', reason: 'Det är fel år.' }]);
    expect(await refused(request, 'notApplicable', 'contact', '')).toMatchObject({ code: 'documents/reason-missing' });
    await moved(request, 'notApplicable', 'contact', 'Vi har ingen sådan.');
    expect(await refused(request, 'requested', 'coordinator', '')).toMatchObject({ code: 'documents/reason-missing' });
  });

  it('is moved once when two move it at the same time, and the other is told what stands', async () => {
    const request = await standing('submitted');
    const { edition } = await found(request);
    const move = (guest: Guest, to: RequestState) => guest.send('POST', `/api/evaluations/${team.id}/requests/${request}/move`, { to, reason: 'Så.', edition });
    const answers = await Promise.all([move(team.coordinator, 'accepted'), move(seat(team, 1), 'returned'), move(seat(team, 2), 'accepted')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const now = await found(request);
    expect([now.edition, now.history.length]).toEqual([edition + 1, 4]);
    const other = answers.find(({ status }) => status === 409);
    expect(JSON.parse(other?.text ?? '{}')).toMatchObject({ code: 'documents/edited-elsewhere', facts: { request, status: now.status, edition: now.edition } });
  });

  it('is append-only in its events, whoever asks', async () => {
    await standing('requested');
    for (const text of ['UPDATE request_event SET reason = reason', 'DELETE FROM request_event', 'TRUNCATE request_event']) await expect(house.sql(text)).rejects.toThrow('samsyn: request_event is append-only');
  });

  it('of several is moved for all or for none, and names those that may not', async () => {
    const drafts = [await standing('draft'), await standing('draft')];
    const stuck = await standing('accepted');
    const all = { to: 'requested' as const, reason: '', requests: [...drafts, stuck] };
    expect(await team.coordinator.refusal(documents.moveMany, { ...on(team), body: all })).toMatchObject({ status: 409, code: 'documents/illegal-move', facts: { requests: [stuck] } });
    expect(await Promise.all(drafts.map(async (own) => (await found(own)).status))).toEqual(['draft', 'draft']);
    await team.coordinator.call(documents.moveMany, { ...on(team), body: { ...all, requests: drafts } });
    expect(await Promise.all(drafts.map(async (own) => (await found(own, team.contact)).status))).toEqual(['requested', 'requested']);
  });
});

describe('the list', () => {
  it('is changed by compare and set: of two coordinators at once one is told', async () => {
    const { request, edition } = await added();
    const change = (title: string) => team.coordinator.send('PUT', `/api/evaluations/${team.id}/requests/${request}`, { ...fields({ title }), edition });
    const answers = await Promise.all([change('Ett'), change('Två')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await found(request)).edition).toBe(edition + 1);
  });

  it('shows no draft, no gap and no link of others to whom they do not concern', async () => {
    const own = await evaluationWith(house);
    await own.coordinator.call(documents.add, { ...on(own), body: fields() });
    const [contact, evaluator] = await Promise.all([own.contact, seat(own, 1)].map((guest) => guest.call(documents.list, on(own))));
    expect([contact?.requests, contact?.orphans, contact?.unreviewed]).toEqual([[], { questions: [], requests: [] }, []]);
    expect([evaluator?.requests.length, evaluator?.mayManage, evaluator?.mayReview, evaluator?.mayDeliver]).toEqual([1, false, true, false]);
    expect([contact?.mayManage, contact?.mayReview, contact?.mayDeliver]).toEqual([false, false, true]);
  });

  it('takes as owner only a contact, and only questions and days that exist', async () => {
    expect(await team.coordinator.refusal(documents.add, { ...on(team), body: fields({ owner: seat(team, 1).id }) })).toMatchObject({ code: 'documents/not-a-contact' });
    expect(await team.coordinator.refusal(documents.add, { ...on(team), body: fields({ owner: undeclared.id }) })).toMatchObject({ code: 'documents/not-a-contact' });
    expect(await team.coordinator.refusal(documents.add, { ...on(team), body: fields({ owner: 'x' }) })).toMatchObject({ code: 'documents/not-a-contact' });
    expect(await team.coordinator.refusal(documents.add, { ...on(team), body: fields({ questions: ['9.9'] }) })).toMatchObject({ code: 'instrument/unknown-question' });
    expect(await team.coordinator.refusal(documents.add, { ...on(team), body: fields({ due: '2026-02-30' }) })).toMatchObject({ code: 'wire/invalid' });
    expect(await added({ owner: team.contact.id, due: '2026-12-01' })).toMatchObject({ owner: { person: team.contact.id, name: 'Kontakt' }, due: '2026-12-01', overdue: false });
  });

  it('says what is late, and what was submitted and not looked at', async () => {
    const request = await standing('submitted', { due: '2026-01-01' });
    expect((await team.coordinator.call(documents.list, on(team))).unreviewed).not.toContain(request);
    const late = await standing('requested', { due: '2026-01-01' });
    expect([(await found(late)).overdue, (await found(request)).overdue]).toEqual([true, false]);
    await house.sql('ALTER TABLE request_event DISABLE TRIGGER request_event_append_only');
    await house.sql(`UPDATE request_event SET at = at - interval '12 days' WHERE request_id = $1`, [request]);
    await house.sql('ALTER TABLE request_event ENABLE TRIGGER request_event_append_only');
    expect((await seat(team, 1).call(documents.list, on(team))).unreviewed).toContain(request);
  });

  it('is told to everyone who may read it, and to nobody else, without content', async () => {
    const heard: string[] = [];
    const own = await evaluationWith(house);
    for (const [who, guest] of Object.entries({ coordinator: own.coordinator, evaluator: seat(own, 1), contact: own.contact, observer: own.observer })) await guest.listen((event, text) => heard.push(`${who} ${event} ${text}`));
    await own.coordinator.call(documents.add, { ...on(own), body: fields({ title: 'HEMLIGT' }) });
    await new Promise((done) => setTimeout(done, 200));
    expect(heard.map((line) => line.split(' ')[0]).sort()).toEqual(['contact', 'coordinator', 'evaluator']);
    expect(heard.every((line) => line.includes('[{"kind":"documents"}]') && !line.includes('HEMLIGT'))).toBe(true);
  });
});

describe('when the evaluation is locked', () => {
  it('nothing of it changes, by any role or by the database', async () => {
    const kept = team;
    team = await evaluationWith(house);
    const request = await standing('requested');
    await sealAll(team, 50, 50);
    await settleAll(team, 50);
    await lockAll(team);
    const { edition, moves } = await found(request, team.contact);
    expect(moves).toEqual([]);
    const tries = [
      await team.contact.refusal(documents.move, { ...on(team, { request }), body: { to: 'underway', reason: '', edition } }), await team.coordinator.refusal(documents.add, { ...on(team), body: fields() }),
      await team.coordinator.refusal(documents.change, { ...on(team, { request }), body: { ...fields(), edition } }), await team.coordinator.refusal(documents.fromInstrument, { ...on(team), body: { due: null } }),
      await team.coordinator.refusal(documents.moveMany, { ...on(team), body: { to: 'draft', reason: '', requests: [request] } }), await team.contact.refusal(documents.delegate, { ...on(team, { request }), body: { name: 'N', email: 'n@samsyn.example', days: 2 } }),
      await team.contact.refusal(documents.answer, { ...on(team, { question: '1.1' }), body: { text: 'x', edition: 0 } }), await team.contact.refusal(documents.assign, { ...on(team), body: { questions: ['1.1'], person: null } }), await team.contact.refusal(documents.submit, on(team)),
    ];
    expect(tries.map(({ status, code }) => `${status} ${code}`)).toEqual(tries.map(() => '423 evaluation/locked'));
    await expect(house.sql(`UPDATE document_request SET title = title WHERE id = $1`, [request])).rejects.toThrow('samsyn: evaluation is locked');
    await expect(house.sql(`INSERT INTO description_answer (evaluation_id, question) VALUES ($1, '1.1')`, [team.id])).rejects.toThrow('samsyn: evaluation is locked');
    team = kept;
  }, 60_000);
});
