import { evaluations, instruments, requestHeader, scoring, type InstrumentDraftView } from '@samsyn/contract';
import { checkDraft, defaultPolicy, draftOf, type Instrument, type InstrumentDraft } from '@samsyn/domain';
import { instrumentOf, sampleInstrument } from '@samsyn/samples';
import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';

const at = (draft: string) => ({ params: { draft } });
const nobodysDraft = at(randomUUID());
const copy = (instrument: Instrument, change: (draft: InstrumentDraft) => void = () => undefined): InstrumentDraft => {
  const draft = draftOf(instrument);
  change(draft);
  return draft;
};
const own = (): InstrumentDraft => copy(sampleInstrument, (draft) => (draft.id = `own-${randomUUID().slice(0, 8)}`));

describe('drafts of instruments', () => {
  let house: House;
  let anna: Guest;
  let bo: Guest;
  let visitor: Guest;

  beforeAll(async () => {
    house = await House.open();
    [anna, bo, visitor] = await Promise.all([house.person('Anna', { mayCreate: true }), house.person('Bo', { mayCreate: true }), house.person('Vera')]);
  });
  afterAll(() => house.close());

  const begin = (body: InstrumentDraft | null = own(), by = anna): Promise<InstrumentDraftView> => by.call(instruments.begin, { body: { basedOn: null, body } });
  const save = (draft: InstrumentDraftView, edition: number, body: InstrumentDraft, by = anna) => by.call(instruments.save, { ...at(draft.draft), body: { edition, body } });
  const publish = (draft: string, edition = 1, by = anna) => by.call(instruments.publishDraft, { ...at(draft), body: { edition } });
  const refused = (draft: string, edition = 1, by = anna) => by.refusal(instruments.publishDraft, { ...at(draft), body: { edition } });

  it('are for those who may create evaluations', async () => {
    const { draft, body } = await begin();
    const codes = [
      await visitor.refusal(instruments.drafts), await visitor.refusal(instruments.draft, at(draft)), await visitor.refusal(instruments.begin, { body: { basedOn: null, body: null } }),
      await visitor.refusal(instruments.save, { ...at(draft), body: { edition: 1, body } }), await refused(draft, 1, visitor), await visitor.refusal(instruments.removeDraft, { ...at(draft), body: { edition: 1 } }),
    ].map(({ code }) => code);
    expect(codes).toEqual(codes.map(() => 'people/not-allowed'));
    expect((await house.nobody().refusal(instruments.drafts)).code).toBe('people/signed-out');
    expect([(await anna.refusal(instruments.draft, nobodysDraft)).code, (await anna.refusal(instruments.draft, at('x'))).code]).toEqual(['wire/not-found', 'wire/not-found']);
  });

  it('begin as the next version of a published one, from nothing, or as what was imported', async () => {
    const next = await anna.call(instruments.begin, { body: { basedOn: 'kk-2016', body: null } });
    expect(next).toMatchObject({ basedOn: 'kk-2016', edition: 1, updatedBy: 'Anna', faults: [], body: { id: expect.stringMatching(/^kk-2016-v\d+$/), supersedes: 'kk-2016' } });
    expect((await anna.refusal(instruments.read, { params: { id: next.id } })).code).toBe('wire/not-found');
    const empty = await begin(null);
    expect(empty.faults.map(({ path }) => path.join('.'))).toContain('areas.0.title.sv');
    const imported = own();
    expect((await begin(imported)).body).toEqual(imported);
    expect((await anna.refusal(instruments.begin, { body: { basedOn: 'no-such', body: null } })).code).toBe('wire/not-found');
    const listed = (await bo.call(instruments.drafts)).find(({ draft }) => draft === empty.draft);
    expect(listed).toMatchObject({ faults: empty.faults.length, updatedBy: 'Anna', title: { sv: '', en: '' } });
  });

  it('are published, taken away as drafts, and can be evaluated with', async () => {
    const draft = await begin();
    expect(await publish(draft.draft)).toMatchObject({ id: draft.id, scoreable: true, shipped: false, supersedes: null });
    expect((await anna.refusal(instruments.draft, at(draft.draft))).code).toBe('wire/not-found');
    expect(await anna.call(instruments.read, { params: { id: draft.id } })).toEqual({ ...sampleInstrument, id: draft.id });
    const members = ['evaluator', 'evaluator'] as const;
    const people = [visitor, bo];
    const { evaluation } = await anna.call(evaluations.create, {
      body: { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: draft.id, policy: { ...defaultPolicy, judging: 'percent', revealUnit: 'question' }, openScoring: true, members: members.map((role, seat) => ({ email: people[seat]?.email ?? '', name: `Person ${seat}`, organisation: '', role })) },
    });
    const params = { id: evaluation.id };
    for (const person of people) {
      await person.call(evaluations.declare, { params, body: { conflict: false, text: '' } });
      await person.call(scoring.draft, { params: { ...params, question: '1.1' }, body: { field: 'percent', value: 60, edition: 0, round: 1 } });
      await person.call(scoring.seal, { params, body: { questions: ['1.1'] } });
    }
    expect((await visitor.call(evaluations.read, { params })).instrument.id).toBe(draft.id);
  });

  it('stay what was published: nothing can change it or take it away', async () => {
    const { draft, id } = await begin();
    await publish(draft);
    for (const text of [`UPDATE instrument SET body = '{}' WHERE id = '${id}'`, `DELETE FROM instrument WHERE id = '${id}'`]) await expect(house.sql(text)).rejects.toThrow('samsyn: instrument is append-only');
    const again = await begin(copy(sampleInstrument, (body) => (body.id = id)));
    expect(again.faults).toEqual([{ path: ['id'], where: 'id', rule: 'id-taken', found: id, expected: null }]);
    expect(await refused(again.draft)).toEqual({ status: 409, code: 'instrument/exists', facts: { id } });
    expect((await anna.call(instruments.draft, at(again.draft))).edition).toBe(1);
  });

  it('are saved half edited, and are still there after a restart', async () => {
    const draft = await begin();
    const half = copy(sampleInstrument, (body) => {
      body.title = { sv: 'Halv\0färdig \ud800', en: '' };
      body.areas.forEach((area) => ((area.number = null), (area.max = null), area.questions.forEach((question) => (question.criteria = []))));
    });
    const saved = await save(draft, 1, half);
    expect([saved.edition, saved.faults.length > 5]).toEqual([2, true]);
    const after = await House.open({ beside: house });
    try {
      const { body, edition } = await after.welcome(anna).call(instruments.draft, at(draft.draft));
      expect([body, edition]).toEqual([{ ...half, title: { sv: 'Halvfärdig \uFFFD', en: '' } }, 2]);
    } finally {
      await after.close();
    }
  });

  it('of two editors the later is told who was first, and both versions live', async () => {
    const draft = await begin();
    const [first, second] = [{ ...draft.body, revision: 'Annas' }, { ...draft.body, revision: 'Bos' }];
    const { updatedAt } = await save(draft, 1, first);
    const stale = { status: 409, code: 'instrument/stale-draft', facts: { edition: 2, updatedBy: 'Anna', updatedAt } };
    expect(await bo.refusal(instruments.save, { ...at(draft.draft), body: { edition: 1, body: second } })).toEqual(stale);
    expect(await refused(draft.draft, 1, bo)).toEqual(stale);
    expect(await bo.refusal(instruments.removeDraft, { ...at(draft.draft), body: { edition: 1 } })).toEqual(stale);
    expect((await bo.call(instruments.draft, at(draft.draft))).body.revision).toBe('Annas');
    expect(await save(draft, 2, second, bo)).toMatchObject({ edition: 3, updatedBy: 'Bo' });
  });

  it('saved at the same moment take one of the two; the same save sent again is no conflict', async () => {
    const draft = await begin();
    const answers = await Promise.all([anna, bo, anna, bo].map((by, turn) => by.send('PUT', `/api/instrument-drafts/${draft.draft}`, { edition: 1, body: { ...draft.body, revision: `Nr ${turn}` } })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    const { body, edition } = await anna.call(instruments.draft, at(draft.draft));
    await save(draft, edition, { ...body, note: 'Sparad.' });
    expect(await save(draft, edition, { ...body, note: 'Sparad.' })).toMatchObject({ edition: edition + 1 });
  });

  it('published twice at the same moment are published once', async () => {
    const draft = await begin();
    const same = await Promise.all([anna, bo, anna, bo].map((by) => by.send('POST', `/api/instrument-drafts/${draft.draft}/publish`, { edition: 1 })));
    expect(same.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404]);
    const twins = await Promise.all([begin(), begin(), begin()]);
    const id = `twin-${randomUUID().slice(0, 8)}`;
    for (const twin of twins) await save(twin, 1, { ...twin.body, id });
    const both = await Promise.all(twins.map((twin) => anna.send('POST', `/api/instrument-drafts/${twin.draft}/publish`, { edition: 2 })));
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const drafts = (await anna.call(instruments.drafts)).filter((known) => known.id === id);
    expect(drafts).toHaveLength(2);
  });

  it.each<[string, (draft: InstrumentDraft) => void, string]>([
    ['an area that does not sum', (draft) => draft.areas[0]?.questions.forEach((question) => (question.max = 10)), 'area-sum'],
    ['the same number twice', (draft) => draft.areas[0]?.questions.forEach((question) => (question.number = '1.1')), 'duplicate-question'],
    ['a criterion without sides', (draft) => draft.areas[0]?.questions[0]?.criteria.forEach((criterion) => (criterion.dimensions = [])), 'no-dimensions'],
    ['a missing text', (draft) => (draft.title.en = ''), 'text-missing'],
    ['a version before it that does not exist', (draft) => (draft.supersedes = 'no-such'), 'supersedes-unknown'],
  ])('are not published with %s', async (_, change, rule) => {
    const draft = await begin(copy(sampleInstrument, (body) => ((body.id = `bad-${randomUUID().slice(0, 8)}`), change(body))));
    expect(draft.faults.map((fault) => fault.rule)).toContain(rule);
    const { status, code, facts } = await refused(draft.draft);
    expect([status, code, facts['faults']]).toEqual([422, 'instrument/unsound', draft.faults]);
    expect((await anna.refusal(instruments.read, { params: { id: draft.id } })).code).toBe('wire/not-found');
  });

  it('are removed for good, by the edition seen', async () => {
    const { draft } = await begin();
    expect(await anna.call(instruments.removeDraft, { ...at(draft), body: { edition: 1 } })).toEqual({ removed: true });
    expect((await anna.refusal(instruments.removeDraft, { ...at(draft), body: { edition: 1 } })).code).toBe('wire/not-found');
  });

  it('may be as large as an instrument can be: 1,5 MB passes, while other bodies keep their limit', async () => {
    const large = copy(instrumentOf(Array.from({ length: 40 }, () => 2.5)), (body) => {
      body.id = `large-${randomUUID().slice(0, 8)}`;
      body.areas[0]?.questions.forEach((question) => (question.example = { dimension: 'system', band: 1, text: { sv: 'å'.repeat(10_000), en: 'x'.repeat(19_000) } }));
    });
    expect(JSON.stringify(large).length).toBeGreaterThan(1_000_000);
    const draft = await begin(large);
    expect([draft.body, draft.faults.length]).toEqual([large, checkDraft(large).length]);
    const { draft: other } = await begin();
    expect((await anna.refusal(instruments.publishDraft, { ...at(other), body: { edition: 1, more: 'x'.repeat(2 * 1024 * 1024) } })).code).toBe('wire/too-large');
    expect((await anna.refusal(evaluations.create, { body: { more: 'x'.repeat(300_000) } })).code).toBe('wire/too-large');
  });

  it.each([['POST', '/api/instruments'], ['POST', '/api/instrument-drafts'], ['PUT', `/api/instrument-drafts/${randomUUID()}`]])('%s %s of 50 MB is refused before it has been read', async (method, path) => {
    const began = Date.now();
    const answer = await new Promise<{ status: number; text: string }>((done, failed) => {
      const asked = request(`${house.url}${path}`, { method, headers: { [requestHeader]: '1', cookie: anna.cookie, 'content-type': 'application/json', 'content-length': 50 * 1024 * 1024 } }, (response) => {
        let text = '';
        response.on('data', (part: Buffer) => (text += part.toString()));
        response.on('end', () => (done({ status: response.statusCode ?? 0, text }), asked.destroy()));
      });
      asked.on('error', failed);
      asked.write('{"id":"');
    });
    expect([answer.status, (JSON.parse(answer.text) as { code: string }).code, Date.now() - began < 1000]).toEqual([413, 'wire/too-large', true]);
  });
});
