import { TestBed } from '@angular/core/testing';
import type { LockState } from '@samsyn/contract';
import { Subject } from 'rxjs';
import { EvaluationStore } from '../evaluation';
import { LockStore } from './lock-store';

const state = (over: Partial<LockState> = {}): LockState => ({
  revision: 1, phase: 'consensus', nextVersion: 1, ready: true, items: [], fingerprint: 'sha256:aa', signatures: [], signers: ['ana', 'luis'], unlocks: [], unlockers: ['ana', 'luis', 'carl'], versions: [], ...over,
});
const answer = (status: number, body: unknown): Response => ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;

describe('the lock', () => {
  const real = globalThis.fetch;
  const sent: { method: string; body: unknown }[] = [];
  let answers: Response[] = [];
  let evaluator = true;
  const reread = new Subject<null>();

  beforeEach(() => {
    sent.length = 0;
    evaluator = true;
    globalThis.fetch = (_address, init) => {
      sent.push({ method: init?.method ?? 'GET', body: init?.body ? JSON.parse(String(init.body)) : null });
      return Promise.resolve(answers.shift() ?? answer(500, {}));
    };
    TestBed.configureTestingModule({
      providers: [LockStore, { provide: EvaluationStore, useValue: { evaluation: () => ({ id: 'e1' }), me: () => 'ana', isEvaluator: () => evaluator, reread, read: () => Promise.resolve() } }],
    });
  });
  afterAll(() => void (globalThis.fetch = real));

  it('says why the button is closed', async () => {
    const store = TestBed.inject(LockStore);
    answers = [answer(200, state({ ready: false, fingerprint: null }))];
    await store.read();
    expect(store.block()).toBe('notReady');
    answers = [answer(200, state({ signatures: [{ person: 'ana', at: '2026-12-01T10:00:00Z', current: true }] }))];
    await store.read();
    expect(store.block()).toBe('signed');
    expect(store.unsigned()).toEqual(['luis']);
  });

  it('never lets anyone but an evaluator sign', async () => {
    evaluator = false;
    const store = TestBed.inject(LockStore);
    answers = [answer(200, state())];
    await store.read();
    await store.sign();
    expect(store.block()).toBe('notEvaluator');
    expect(sent.map(({ method }) => method)).toEqual(['GET']);
  });

  it('signs the fingerprint that was seen and, when the content has moved on, reads again and keeps the refusal', async () => {
    const store = TestBed.inject(LockStore);
    answers = [answer(200, state()), answer(409, { code: 'report/changed-since', facts: {}, request: 'r' }), answer(200, state({ fingerprint: 'sha256:bb' }))];
    await store.read();
    await store.sign('Läst.');
    expect(sent[1]).toEqual({ method: 'POST', body: { fingerprint: 'sha256:aa', reason: 'Läst.' } });
    expect(store.refusal()?.code).toBe('report/changed-since');
    expect(store.state()?.fingerprint).toBe('sha256:bb');
    expect(store.busy()).toBe(false);
  });

  it('does not count a signature of an earlier content', async () => {
    const store = TestBed.inject(LockStore);
    answers = [answer(200, state({ signatures: [{ person: 'ana', at: '2026-12-01T10:00:00Z', current: false }] }))];
    await store.read();
    expect(store.block()).toBeNull();
    expect(store.unsigned()).toEqual(['ana', 'luis']);
  });
});
