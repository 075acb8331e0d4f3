import { TestBed } from '@angular/core/testing';
import { provideTransloco } from '@jsverse/transloco';
import type { InstrumentDraft } from '@samsyn/domain';
import { Session } from '../people';
import { inserted, moved, removed, renumbered, sumOfMaxima, withWords } from './draft-edits';
import { DraftStore, savePause } from './draft-store';
import { keptOf } from './kept-draft';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });
const question = (number: string, max: number) => ({ number, title: words(number), short: words(number), max, criteria: [{ key: 'a', title: words('Så är det'), dimensions: ['system', 'deployment'] }] });
const draft: InstrumentDraft = {
  id: 'liten-2', revision: '2', title: words('Liten'), country: 'SE', step: 10, sources: [],
  requests: [{ key: 'plan', title: words('Plan'), why: words('Därför'), example: words('En plan'), questions: ['1.2'] }],
  areas: [{ number: 1, title: words('Område'), max: 100, headings: [], questions: [question('1.1', 25), question('1.2', 75)] }],
};

/** The server as the browser meets it: one draft, saved only upon the edition it was read at, and a network that can fall away. */
class Server {
  online = true;
  /** The save arrives, its answer does not. */
  deaf = false;
  stored = { body: draft, edition: 1, updatedBy: 'Karin', updatedAt: '2026-11-22T09:40:00Z' };
  readonly calls: string[] = [];

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('network');
    const path = String(address).replace('/api/instrument-drafts/d1', '');
    this.calls.push(`${init?.method ?? ''} ${path}`);
    const sent = init?.body ? (JSON.parse(String(init.body)) as { edition: number; body?: InstrumentDraft }) : null;
    const about = { draft: 'd1', id: this.stored.body.id, title: this.stored.body.title, basedOn: 'liten', faults: [] };
    if (!sent) return this.answer({ ...about, ...this.stored });
    const { body: _body, ...at } = this.stored;
    if (sent.edition !== this.stored.edition) return this.answer({ code: 'instrument/stale-draft', facts: at }, 409);
    if (path === '/publish') return this.answer({ ...about, id: this.stored.body.id });
    this.save(sent.body ?? draft, 'Ana');
    if (this.deaf) throw new TypeError('network');
    return this.answer({ ...about, ...this.stored });
  };

  save(body: InstrumentDraft, by: string): void {
    this.stored = { body, edition: this.stored.edition + 1, updatedBy: by, updatedAt: '2026-11-22T09:42:00Z' };
  }

  private answer(body: unknown, status = 200): Response {
    return { ok: status < 400, status, json: () => Promise.resolve(body) } as Response;
  }
}

const pass = (milliseconds: number): Promise<void> => jest.advanceTimersByTimeAsync(milliseconds);

describe('draft store', () => {
  let server: Server;
  let store: DraftStore;

  const begin = async (): Promise<DraftStore> => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [DraftStore, provideTransloco({ config: { availableLangs: ['sv'], defaultLang: 'sv' } })] });
    TestBed.inject(Session).enter({ id: 'ana', name: 'Ana', email: 'ana@granvik.example', mayCreate: true } as Parameters<Session['enter']>[0]);
    const begun = TestBed.inject(DraftStore);
    await begun.open('d1');
    return begun;
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    server = new Server();
    globalThis.fetch = server.fetch as typeof fetch;
    store = await begin();
  });
  afterEach(() => {
    TestBed.resetTestingModule();
    jest.useRealTimers();
  });

  const saves = (): number => server.calls.filter((one) => one.startsWith('PUT')).length;

  it('saves the whole draft 800 ms after the last change, once', async () => {
    store.say('title', 'sv', 'L');
    await pass(savePause - 1);
    store.say('title', 'sv', 'Li');
    expect(store.state()).toBe('saving');
    await pass(savePause - 1);
    expect(saves()).toBe(0);
    await pass(1);
    expect(saves()).toBe(1);
    expect([store.state(), store.meta().edition, server.stored.body.title.sv]).toEqual(['saved', 2, 'Li']);
    expect(keptOf('ana', 'd1')).toBeNull();
  });

  it('keeps a change without network in memory and in the browser, and sends it when the network is back', async () => {
    server.online = false;
    store.write('areas.0.max', 90);
    await pass(savePause);
    expect([store.state(), keptOf('ana', 'd1')?.body.areas[0]?.max]).toEqual(['waiting', 90]);
    server.online = true;
    await pass(1000);
    expect([store.state(), server.stored.body.areas[0]?.max]).toEqual(['saved', 90]);
  });

  it('takes up what an earlier visit could not save', async () => {
    server.online = false;
    store.write('revision', '3');
    await pass(savePause);
    server.online = true;
    TestBed.resetTestingModule();
    await pass(0);
    server.stored = { ...server.stored, body: draft, edition: 1 };
    localStorage.setItem('samsyn.instrument.ana.d1', JSON.stringify({ edition: 1, body: { ...draft, revision: '3' }, at: '' }));
    store = await begin();
    expect(store.body()?.revision).toBe('3');
    await pass(savePause);
    expect(server.stored.body.revision).toBe('3');
  });

  it('holds both versions when another has saved since, overwrites neither, and keeps mine when I choose it', async () => {
    server.save({ ...draft, revision: 'hers' }, 'Karin');
    store.write('revision', 'mine');
    await pass(savePause);
    expect([store.state(), store.other()?.body.revision, store.other()?.by, store.body()?.revision]).toEqual(['clash', 'hers', 'Karin', 'mine']);
    store.write('revision', 'mine too');
    await pass(10_000);
    expect(server.stored.body.revision).toBe('hers');
    store.choose('mine');
    await pass(savePause);
    expect([store.state(), server.stored.body.revision, store.other()]).toEqual(['saved', 'mine too', null]);
    // The other version is not lost by it.
    store.undo();
    await pass(savePause);
    expect(server.stored.body.revision).toBe('hers');
  });

  it('takes no own version for another’s when it comes back to one that was saved without an answer', async () => {
    server.save({ ...draft, revision: 'mine' }, 'Ana');
    localStorage.setItem('samsyn.instrument.ana.d1', JSON.stringify({ edition: 1, body: { ...draft, revision: 'mine' }, at: '' }));
    TestBed.resetTestingModule();
    store = await begin();
    expect([store.state(), store.other(), keptOf('ana', 'd1')]).toEqual(['saved', null, null]);
  });

  it('takes the other version when I choose it, and undo brings mine back', async () => {
    server.save({ ...draft, revision: 'hers' }, 'Karin');
    store.write('revision', 'mine');
    await pass(savePause);
    store.choose('other');
    expect([store.body()?.revision, store.state()]).toEqual(['hers', 'saved']);
    store.undo();
    await pass(savePause);
    expect(server.stored.body.revision).toBe('mine');
  });

  it('knows its own save again when only the answer was lost', async () => {
    server.deaf = true;
    store.write('revision', 'mine');
    await pass(savePause);
    expect(store.state()).toBe('waiting');
    server.deaf = false;
    await pass(5000);
    expect([store.state(), store.other(), server.stored.body.revision]).toEqual(['saved', null, 'mine']);
  });

  it('undoes a run of typing as one step, and adding, moving and removing each as one', async () => {
    for (const text of ['A', 'An', 'Ann']) store.say('title', 'sv', text);
    store.change('add', (body) => inserted(body, 'areas.0.questions', question('1.3', 5)));
    store.change('move', (body) => moved(body, 'areas.0.questions', 2, -1));
    store.change('remove', (body) => removed(body, 'areas.0.questions', 0));
    const numbers = (): string[] => store.body()?.areas[0]?.questions.map(({ number }) => number) ?? [];
    expect(numbers()).toEqual(['1.3', '1.2']);
    store.undo();
    expect(numbers()).toEqual(['1.1', '1.3', '1.2']);
    store.undo();
    expect(numbers()).toEqual(['1.1', '1.2', '1.3']);
    store.undo();
    expect([numbers(), store.body()?.title.sv]).toEqual([['1.1', '1.2'], 'Ann']);
    store.undo();
    expect([store.body()?.title.sv, store.undo()]).toEqual(['Liten', false]);
  });

  it('checks at every change: an area that does not sum is named with found and expected', () => {
    expect(store.faults()).toEqual([]);
    store.write('areas.0.questions.0.max', 20);
    expect(store.faults()).toEqual([expect.objectContaining({ rule: 'area-sum', found: 95, expected: 100 })]);
  });

  it('sends what is unsaved before it publishes, and does not publish over another version', async () => {
    store.write('revision', 'mine');
    await expect(store.publish()).resolves.toBe('liten-2');
    expect(server.calls.slice(-2)).toEqual(['PUT ', 'POST /publish']);
    server.save({ ...draft, revision: 'hers' }, 'Karin');
    await expect(store.publish()).resolves.toBeNull();
    expect([store.state(), store.other()?.body.revision]).toEqual(['clash', 'hers']);
  });
});

describe('edits of a draft', () => {
  it('begin optional words whole and take them away when they are all empty', () => {
    const look = 'areas.0.questions.0.criteria.0.lookFor.website';
    const begun = withWords(draft, look, 'sv', 'Sök protokollen');
    expect(begun.areas[0]?.questions[0]?.criteria[0]?.lookFor).toEqual({ documents: words(''), website: { sv: 'Sök protokollen', en: '' }, interviews: words('') });
    expect(withWords(begun, look, 'sv', '')).toEqual(draft);
  });

  it('number questions in order, and their requests with them', () => {
    const turned = renumbered(moved(draft, 'areas.0.questions', 1, -1), 0);
    expect(turned.areas[0]?.questions.map(({ number, max }) => [number, max])).toEqual([['1.1', 75], ['1.2', 25]]);
    expect(turned.requests?.[0]?.questions).toEqual(['1.1']);
  });

  it('add maxima without the dust of binary fractions', () => {
    const area = { ...draft.areas[0], questions: [question('1.1', 33.3), question('1.2', 33.3), question('1.3', 33.3), question('1.4', 0.1)] } as InstrumentDraft['areas'][number];
    expect(sumOfMaxima(area)).toBe(100);
  });
});
