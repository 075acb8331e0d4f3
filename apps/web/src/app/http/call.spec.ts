import type { ActAnswer, ActMessage } from '@samsyn/contract';
import { scoring } from '@samsyn/contract/routes';
import { call, CallFailed, carryActsBy, signedOut, speakAs } from './call';

describe('a command over the open socket', () => {
  const draft = { params: { id: 'e1', question: '2.3' }, body: { field: 'rationale' as const, value: 'Ord.', edition: 1, round: 1 } };
  const real = globalThis.fetch;
  let said: ActMessage[];
  let requested: string[];
  const answering = (answer: () => Promise<ActAnswer> | null): void =>
    carryActsBy((message) => {
      said.push(message);
      return answer();
    });

  beforeEach(() => {
    said = [];
    requested = [];
    speakAs('p1');
    globalThis.fetch = (address) => {
      requested.push(String(address));
      return Promise.resolve({ ok: true, json: () => Promise.resolve({ edition: 7, savedAt: 'then' }) } as Response);
    };
  });
  afterEach(() => carryActsBy(() => null));
  afterAll(() => void (globalThis.fetch = real));

  it('goes with its question and its speaker, and no request is made', async () => {
    answering(() => Promise.resolve({ answer: { edition: 2, savedAt: 'now' }, changed: [] }));
    expect(await call(scoring.draft, draft)).toEqual({ edition: 2, savedAt: 'now' });
    expect(said).toEqual([{ act: 'draft', evaluation: 'e1', question: '2.3', as: 'p1', body: draft.body }]);
    expect(requested).toEqual([]);
  });

  it('goes as a request when nobody carries it, and when the page is closing', async () => {
    answering(() => null);
    expect(await call(scoring.draft, draft)).toEqual({ edition: 7, savedAt: 'then' });
    answering(() => Promise.resolve({ answer: { edition: 2, savedAt: 'now' }, changed: [] }));
    expect(await call(scoring.draft, { ...draft, keepalive: true })).toEqual({ edition: 7, savedAt: 'then' });
    expect(said).toHaveLength(1);
    expect(requested).toEqual(['/api/evaluations/e1/sheet/2.3', '/api/evaluations/e1/sheet/2.3']);
  });

  it('fails with the refusal that came back, and as offline when the socket broke', async () => {
    let out = 0;
    const heard = signedOut.subscribe(() => out++);
    const failure = (): Promise<unknown> => call(scoring.draft, draft).catch((thrown: unknown) => thrown);
    answering(() => Promise.resolve({ problem: { code: 'scoring/edited-elsewhere', status: 409, facts: { value: 'Annat.' }, type: '', title: '', request: 'r' }, changed: [] }));
    expect(await failure()).toMatchObject({ code: 'scoring/edited-elsewhere', status: 409, facts: { value: 'Annat.' } });
    answering(() => Promise.reject(new Error('lost')));
    expect(await failure()).toEqual(new CallFailed('offline'));
    answering(() => Promise.resolve({ problem: { code: 'people/signed-out', status: 401, facts: {}, type: '', title: '', request: 'r' }, changed: [] }));
    expect(await failure()).toMatchObject({ code: 'people/signed-out' });
    expect(out).toBe(1);
    heard.unsubscribe();
  });
});
