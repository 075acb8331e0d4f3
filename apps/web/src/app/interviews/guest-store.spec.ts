import { TestBed } from '@angular/core/testing';
import type { Personal } from '@samsyn/contract';
import { GuestStore } from './guest-store';

const block = (hour: number) => ({ day: '2026-11-10', from: hour * 60, to: hour * 60 + 60 });

/** The server as the page meets it: one visitor, one link, and a network that can fall away, also on the way back. */
class Server {
  online = true;
  /** The request arrives, its answer does not. */
  deaf = false;
  refuses: string | null = null;
  readonly heard: string[] = [];
  page: Personal = {
    name: 'Eva Roth', municipality: 'Granvik', asking: true, until: '2026-10-23', days: [{ day: '2026-11-10', from: 480, to: 1020, evening: 1140 }], answered: false, spans: [], contact: 'Karin Öberg, karin@norrsund.example', care: { until: '2027-11-11', afterLock: 90, hold: false, controller: '', basis: '' },
    interviews: [{ item: 'i1', title: 'Förvaltningschefer', day: '2026-11-11', start: 510, length: 150, place: 'Granen', video: '', about: ['3.2 Mål'], evaluators: ['Ana'], reply: null }],
  };

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('network');
    const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    if (this.refuses) return { ok: false, status: 410, json: () => Promise.resolve({ code: this.refuses, facts: {} }) } as Response;
    if (init?.method !== 'GET') this.heard.push(JSON.stringify(body));
    if (String(address).endsWith('/hours')) this.page = { ...this.page, answered: true, spans: body['spans'] as Personal['spans'] };
    if (String(address).endsWith('/reply')) this.page = { ...this.page, interviews: this.page.interviews.map((own) => ({ ...own, reply: body['reply'] as Personal['interviews'][number]['reply'] })) };
    if (this.deaf) throw new TypeError('network');
    const page = JSON.stringify(this.page);
    return { ok: true, status: 200, json: () => Promise.resolve(JSON.parse(page) as unknown) } as Response;
  };
}

describe('personal page store', () => {
  let server: Server;
  let store: GuestStore;

  const begin = async (): Promise<GuestStore> => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [GuestStore] });
    const begun = TestBed.inject(GuestStore);
    await begun.open('en-hemlig-lank');
    await jest.advanceTimersByTimeAsync(0);
    return begun;
  };

  beforeEach(async () => {
    jest.useFakeTimers();
    localStorage.clear();
    server = new Server();
    globalThis.fetch = server.fetch;
    store = await begin();
  });
  afterEach(() => jest.useRealTimers());

  const left = (): string[] => Object.keys(localStorage).map((key) => key.split('.').at(-1) ?? '').filter((part) => part !== 'copy').sort();

  it('saves what was answered after a pause, in one request', async () => {
    store.answer(block(9), 'no');
    store.answer(block(10), 'no');
    expect([store.saving().state, server.heard]).toEqual(['saving', []]);
    await jest.advanceTimersByTimeAsync(500);
    expect([store.saving().state, server.heard.length, server.page.spans, left()]).toEqual(['saved', 1, [{ day: '2026-11-10', from: 540, to: 660, answer: 'no' }], []]);
  });

  it('counts "Klart" alone as an answer: yes at all hours', async () => {
    expect(await store.done()).toBe(true);
    expect([server.heard, store.page()?.answered]).toEqual([['{"spans":[]}'], true]);
    expect([await store.done(), server.heard.length]).toEqual([true, 1]);
  });

  it('keeps hours and replies without network, over a reload, and sends each when it is back', async () => {
    server.online = false;
    store.answer(block(9), 'ifNeeded');
    void store.reply('i1', { reply: 'substitute', text: 'Peter Sand' });
    await jest.advanceTimersByTimeAsync(600);
    expect([store.saving().state, store.replies()['i1']?.state, left()]).toEqual(['waiting', 'waiting', ['hours', 'replies']]);
    store = await begin();
    expect([store.page()?.name, store.copyFrom() !== null, store.spans().length]).toEqual(['Eva Roth', true, 1]);
    server.online = true;
    await jest.advanceTimersByTimeAsync(35_000);
    expect([server.page.spans.length, server.page.interviews[0]?.reply, left(), store.copyFrom(), store.saving().state, store.replies()['i1']?.state]).toEqual([1, 'substitute', [], null, 'saved', 'saved']);
  });

  it('says the same again when only the answer was lost', async () => {
    server.deaf = true;
    store.answer(block(9), 'no');
    await jest.advanceTimersByTimeAsync(600);
    server.deaf = false;
    await jest.advanceTimersByTimeAsync(2000);
    expect([server.heard.every((said) => said === server.heard[0]), server.page.spans.length, left()]).toEqual([true, 1, []]);
  });

  it('sends what was changed while the first was on its way', async () => {
    store.answer(block(9), 'no');
    void store.flush();
    store.answer(block(9), 'yes');
    store.answer(block(11), 'no');
    await jest.advanceTimersByTimeAsync(600);
    expect([server.page.spans, store.spans(), left()]).toEqual([[{ day: '2026-11-10', from: 660, to: 720, answer: 'no' }], [{ day: '2026-11-10', from: 660, to: 720, answer: 'no' }], []]);
  });

  it('leaves nothing in the browser when the link is spent, and the link itself never', async () => {
    store.answer(block(9), 'no');
    await jest.advanceTimersByTimeAsync(600);
    expect(JSON.stringify(Object.entries(localStorage))).not.toContain('en-hemlig-lank');
    server.refuses = 'interviews/link-spent';
    store = await begin();
    expect([store.spent(), store.page(), localStorage.length]).toEqual([true, null, 0]);
  });

  it('shows why hours are no longer taken, and does not try again', async () => {
    server.refuses = 'interviews/not-asked';
    store.answer(block(9), 'no');
    await jest.advanceTimersByTimeAsync(60_000);
    expect([store.saving().state, store.saving().failure?.code, store.spans().length, left()]).toEqual(['refused', 'interviews/not-asked', 1, []]);
  });
});
