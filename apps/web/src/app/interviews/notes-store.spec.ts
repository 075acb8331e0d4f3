import { TestBed } from '@angular/core/testing';
import { sampleInstrument } from '@samsyn/samples';
import { defaultPolicy, emptyPlan } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import type { NoteDraft } from './notes-note';
import { NotesStore } from './notes-store';

interface Stored { group: string | null; text: string; edition: number; shared: boolean }
const member = (person: string, seat: number) => ({ person, name: person, organisation: '', role: 'evaluator', seat, active: true, declared: { at: '2026-11-02T08:00:00Z', conflict: false } });

/** The server as the browser meets it: notes by the browser's id with editions, and a network that can fall away, also on the way back. */
class Server {
  online = true;
  deaf = false;
  /** Every text it stored, in order: nothing may be in it twice. */
  readonly wrote: string[] = [];
  readonly stored = new Map<string, Stored>();
  readonly ticks = new Set<string>();
  readonly tickCalls: string[] = [];

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('network');
    const path = String(address).replace('/api/evaluations/e1', '');
    const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    const answer = this.answer(path, init?.method ?? 'GET', body);
    if (this.deaf) throw new TypeError('network');
    return answer;
  };

  private answer(path: string, method: string, body: Record<string, unknown>): Response {
    if (path === '') return this.json({ id: 'e1', me: 'ana', revision: 1, phase: 'scoring', policy: defaultPolicy, instrument: sampleInstrument, members: [member('ana', 1), member('luis', 2)] });
    if (path === '/plan') return this.json({ plan: emptyPlan(['2026-11-10']), released: null, people: [], availability: [], askedUntil: null, evaluators: [], mayPlan: false });
    if (path === '/guide' && method === 'POST') {
      this.tickCalls.push(`${String(body['question'])} ${String(body['ticked'])}`);
      if (body['ticked'] === true) this.ticks.add(String(body['question']));
      else this.ticks.delete(String(body['question']));
    }
    if (path === '/guide') return this.json([{ group: 'g1', title: 'Central ledning', questions: ['1.1', '1.2'].map((number) => ({ number, why: 'assigned', lookFor: [], ticked: this.ticks.has(number), alsoBy: [] })) }]);
    if (path === '/notes') return this.json([...this.stored].map(([note, own]) => this.note(note, own)));
    const [, , id = '', share] = path.split('/');
    const before = this.stored.get(id);
    if (share && before) return (this.stored.set(id, { ...before, shared: true }), this.json(this.note(id, { ...before, shared: true })));
    const said = { text: String(body['text']), group: body['group'] as string | null };
    if (before && (before.text !== said.text || before.group !== said.group) && before.edition !== body['edition']) return this.json({ code: 'interviews/note-edited-elsewhere', facts: { ...before } }, 409);
    if (before?.text !== said.text) {
      this.wrote.push(said.text);
      this.stored.set(id, { ...said, edition: (before?.edition ?? 0) + 1, shared: before?.shared ?? false });
    }
    const now = this.stored.get(id);
    return now ? this.json(this.note(id, now)) : this.json({}, 500);
  }

  private note(note: string, own: Stored): unknown {
    return { note, ...own, questions: [], author: 'ana', at: '2026-11-10T12:05:00Z' };
  }

  private json(body: unknown, status = 200): Response {
    const text = JSON.stringify(body);
    return { ok: status < 400, status, json: () => Promise.resolve(JSON.parse(text) as unknown) } as Response;
  }
}

describe('notes store', () => {
  let server: Server;
  let store: NotesStore;
  let made = 0;

  const settle = (): Promise<void> => jest.advanceTimersByTimeAsync(700);
  const begin = async (): Promise<NotesStore> => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [EvaluationStore, NotesStore] });
    server.online = true;
    await TestBed.inject(EvaluationStore).open('e1');
    const begun = TestBed.inject(NotesStore);
    await begun.start();
    await jest.advanceTimersByTimeAsync(0);
    return begun;
  };
  const queued = (): number => Object.keys(localStorage).filter((key) => key.startsWith('samsyn.notes.')).length;
  const texts = (of: NotesStore): string[] => of.notes().map((note: NoteDraft) => note.now().text);

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    sessionStorage.clear();
    Object.defineProperty(globalThis.crypto, 'randomUUID', { configurable: true, value: () => `00000000-0000-4000-8000-${String(++made).padStart(12, '0')}` });
    server = new Server();
    globalThis.fetch = server.fetch;
    store = await begin();
  });
  afterEach(() => jest.useRealTimers());

  it('stores a note under the id made here, once for a stretch of writing, and knows its tags at once', async () => {
    const note = store.begin('g1');
    store.write(note, 'Målen är kända #1.1');
    store.write(note, 'Målen är kända #1.1, inte #9.9');
    expect([note.tags(), server.wrote, queued()]).toEqual([['1.1'], [], 1]);
    await settle();
    expect([server.wrote, [...server.stored.keys()], note.now().state, note.now().edition, queued()]).toEqual([['Målen är kända #1.1, inte #9.9'], [note.id], 'saved', 1, 0]);
  });

  it('never stores a line that says nothing, and empties one that did', async () => {
    const note = store.begin('g1');
    store.write(note, 'x');
    store.write(note, '');
    await settle();
    expect([server.wrote, queued()]).toEqual([[], 0]);
    store.write(note, 'Ja');
    await settle();
    store.write(note, '');
    await settle();
    expect([server.wrote, server.stored.get(note.id)?.text]).toEqual([['Ja', ''], '']);
  });

  it('writes on without network: nothing lost over a reload, nothing doubled when it is back', async () => {
    server.online = false;
    for (const text of ['Ett', 'Två', 'Tre']) store.write(store.begin('g1'), text);
    store.tick({ group: 'g1', question: '1.2', ticked: true });
    await settle();
    expect([store.notes().map((note) => note.now().state), store.waiting(), queued(), store.guide()]).toEqual([['waiting', 'waiting', 'waiting'], 4, 4, [expect.objectContaining({ questions: [expect.objectContaining({ ticked: false }), expect.objectContaining({ number: '1.2', ticked: true })] })]]);
    store = await begin();
    await settle();
    expect([texts(store).sort(), [...server.wrote].sort(), server.stored.size, queued(), store.waiting(), [...server.ticks]]).toEqual([['Ett', 'Tre', 'Två'], ['Ett', 'Tre', 'Två'], 3, 0, 0, ['1.2']]);
  });

  it('sends again what arrived unheard, and it is still one note', async () => {
    const note = store.begin('g1');
    server.deaf = true;
    store.write(note, 'En gång');
    await settle();
    expect([note.now().state, server.wrote]).toEqual(['waiting', ['En gång']]);
    store.write(note, 'En gång, och mer');
    server.deaf = false;
    await jest.advanceTimersByTimeAsync(5000);
    expect([server.wrote, server.stored.size, note.now().state, note.now().edition, queued()]).toEqual([['En gång', 'En gång, och mer'], 1, 'saved', 2, 0]);
  });

  it('does not forget that an unheard note may have arrived when it is emptied', async () => {
    const note = store.begin('g1');
    server.deaf = true;
    store.write(note, 'Ska bort');
    await settle();
    server.deaf = false;
    store.write(note, '');
    await jest.advanceTimersByTimeAsync(5000);
    expect([server.stored.get(note.id)?.text, queued()]).toEqual(['', 0]);
  });

  it('keeps both texts of a clash until one is chosen', async () => {
    const note = store.begin('g1');
    store.write(note, 'Första');
    await settle();
    server.stored.set(note.id, { group: 'g1', text: 'Från surfplattan', edition: 2, shared: false });
    store.write(note, 'Från datorn');
    await settle();
    expect([note.now().state, note.now().text, note.now().other?.text, queued()]).toEqual(['clash', 'Från datorn', 'Från surfplattan', 1]);
    store.choose(note, 'mine');
    await settle();
    expect([server.stored.get(note.id)?.text, note.now().state, queued()]).toEqual(['Från datorn', 'saved', 0]);
  });

  it('shares only what has arrived, and says when it has not', async () => {
    const note = store.begin('g1');
    store.write(note, 'Alla kände till planen');
    expect([await store.share(note), note.now().shared, server.stored.get(note.id)?.shared]).toEqual([true, true, true]);
    server.online = false;
    const other = store.begin('g1');
    store.write(other, 'Bara min');
    expect([await store.share(other), store.refusal()?.code, other.now().shared, other.now().text]).toEqual([false, 'offline', false, 'Bara min']);
  });

  it('lets the last word on a tick stand', async () => {
    store.tick({ group: 'g1', question: '1.1', ticked: true });
    store.tick({ group: 'g1', question: '1.1', ticked: false });
    store.tick({ group: 'g1', question: '1.1', ticked: true });
    await settle();
    expect([[...server.ticks], server.tickCalls.at(-1), queued(), store.guide()[0]?.questions[0]?.ticked]).toEqual([['1.1'], '1.1 true', 0, true]);
  });

  it('keeps guide and notes readable when the network falls away', async () => {
    const note = store.begin('g1');
    store.write(note, 'Står kvar');
    await settle();
    await store.read();
    server.online = false;
    await store.read();
    expect([store.copyFrom() !== null, texts(store), store.guide().length]).toEqual([true, ['Står kvar'], 1]);
  });
});
