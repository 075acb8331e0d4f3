import { TestBed } from '@angular/core/testing';
import { emptySheet, defaultPolicy, type Instrument, type Sheet } from '@samsyn/domain';
import { EvaluationStore } from '../evaluation';
import { ScoreSheetStore } from './score-sheet-store';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });
const question = (number: string, max: number) => ({
  number, title: words(number), short: words(number), max,
  criteria: [{ key: 'a', title: words('a'), dimensions: ['system' as const, 'deployment' as const, 'results' as const] }],
});
const instrument: Instrument = {
  id: 'small', revision: '1', title: words('Liten'), country: 'SE', step: 10, sources: [],
  areas: [{ number: 1, title: words('Område'), max: 100, headings: [], questions: [question('1.1', 25), question('1.2', 75)] }],
};
const member = (person: string, seat: number) => ({ person, name: person, organisation: '', role: 'evaluator', seat, active: true, declared: { at: '2026-11-02T08:00:00Z', conflict: false } });

interface Stored { value: unknown; edition: number; savedAt: string }

/** The server as the browser meets it: drafts with editions, seals, and a network that can fall away. */
class Server {
  online = true;
  readonly stored = new Map<string, Stored>();
  readonly calls: string[] = [];
  /** How far the server's clock is behind. */
  behind = 0;
  /** When each sealed question was sealed. */
  readonly seals = new Map<string, string>();

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('network');
    const path = String(address).replace('/api/evaluations/e1', '');
    const body = init?.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : {};
    if (init?.method !== 'GET') this.calls.push(`${path} ${JSON.stringify(body['field'] ?? body['questions'])} ${JSON.stringify(body['value'] ?? null)}`);
    if (path === '') return this.answer({ id: 'e1', me: 'ana', revision: 1, phase: 'scoring', policy: defaultPolicy, instrument, members: [member('ana', 1), member('luis', 2)] });
    if (path === '/sheet') return this.answer({ revision: 1, questions: ['1.1', '1.2'].map((number) => this.sheet(number)), progress: [{ person: 'ana', sealed: 0, of: 2 }] });
    if (path === '/seals') return this.seal(body['questions'] as string[]);
    if (path === '/seals/withdraw') return ((body['questions'] as string[]).forEach((number) => this.seals.delete(number)), this.answer({ revision: 3 }));
    return this.write(`${path.slice('/sheet/'.length)} ${String(body['field'])}`, body);
  };

  private seal(questions: readonly string[]): Response {
    const sealedAt = new Date(Date.now() - this.behind).toISOString();
    for (const number of questions) this.seals.set(number, sealedAt);
    return this.answer({ revision: 2, sealedAt, opened: [] });
  }

  private write(key: string, body: Record<string, unknown>): Response {
    const known = this.stored.get(key);
    if (body['edition'] !== (known?.edition ?? 0)) return this.answer({ code: 'scoring/edited-elsewhere', facts: known }, 409);
    const saved = { value: body['value'] ?? null, edition: (known?.edition ?? 0) + 1, savedAt: '2026-11-22T09:42:00Z' };
    this.stored.set(key, saved);
    return this.answer({ edition: saved.edition, savedAt: saved.savedAt });
  }

  private sheet(number: string): unknown {
    const own = [...this.stored].filter(([key]) => key.startsWith(`${number} `)).map(([key, saved]) => [key.slice(number.length + 1), saved] as const);
    const sheet: Sheet = { ...emptySheet, judgements: {} };
    for (const [field, { value }] of own) {
      if (field.startsWith('judgement:')) sheet.judgements[field.slice('judgement:'.length)] = value as number;
      else Object.assign(sheet, { [field]: value });
    }
    const of = <T>(pick: (saved: Stored) => T): Record<string, T> => Object.fromEntries(own.map(([field, saved]) => [field, pick(saved)]));
    return { question: number, round: 1, sheet, editions: of((saved) => saved.edition), savedAt: of((saved) => saved.savedAt), sealedAt: this.seals.get(number) ?? null, sealedBy: this.seals.has(number) ? 'ana' : null, opened: false };
  }

  private answer(body: unknown, status = 200): Response {
    return { ok: status < 400, status, json: () => Promise.resolve(body) } as Response;
  }
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
};

describe('score sheet store', () => {
  let server: Server;
  let store: ScoreSheetStore;

  const begin = async (): Promise<ScoreSheetStore> => {
    TestBed.resetTestingModule();
    TestBed.configureTestingModule({ providers: [EvaluationStore, ScoreSheetStore] });
    await TestBed.inject(EvaluationStore).open('e1');
    const begun = TestBed.inject(ScoreSheetStore);
    await begun.start();
    begun.show('1.1');
    await settle();
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

  const judge = (key: string, value: number | null): void => store.edit(`judgement:${key}`, value);
  const field = (name: 'rationale' | 'judgement:a.system') => store.draft()?.field(name);

  it('computes percent, points and the area from what is judged', async () => {
    judge('a.system', 70);
    judge('a.deployment', 60);
    expect([store.draft()?.percent(), store.draft()?.points(), store.draft()?.strip()]).toEqual(['65', '65/4', 'half']);
    judge('a.results', 10);
    expect([store.draft()?.percent(), store.draft()?.points(), store.draft()?.strip()]).toEqual(['140/3', '35/3', 'done']);
    expect(store.sums()).toEqual([{ area: 1, points: '35/3', max: 100, scored: 1, questions: 2 }]);
    await settle();
    expect([field('judgement:a.system')?.state, store.unsaved()]).toEqual(['saved', []]);
  });

  it('never counts "cannot assess" as 0 and asks for its reason', () => {
    judge('a.system', 70);
    store.edit('standing', 'cannotAssess');
    expect([store.draft()?.percent(), store.draft()?.complete()]).toEqual([null, false]);
    store.edit('rationale', 'Underlag saknas.');
    expect(store.draft()?.complete()).toBe(true);
  });

  it('keeps both values of a clash until one is chosen', async () => {
    judge('a.system', 20);
    await settle();
    server.stored.set('1.1 judgement:a.system', { value: 30, edition: 2, savedAt: '2026-11-22T09:40:00Z' });
    judge('a.system', 50);
    await settle();
    expect([field('judgement:a.system')?.state, field('judgement:a.system')?.value, field('judgement:a.system')?.other?.value]).toEqual(['clash', 50, 30]);
    store.choose('judgement:a.system', 'mine');
    await settle();
    expect([server.stored.get('1.1 judgement:a.system')?.value, field('judgement:a.system')?.state]).toEqual([50, 'saved']);

    server.stored.set('1.1 judgement:a.system', { value: 80, edition: 9, savedAt: '2026-11-22T09:41:00Z' });
    judge('a.system', 60);
    await settle();
    store.choose('judgement:a.system', 'other');
    expect([field('judgement:a.system')?.value, field('judgement:a.system')?.state, localStorage.length]).toEqual([80, 'saved', 0]);
  });

  it('keeps changes without network, sends them when it returns', async () => {
    server.online = false;
    judge('a.system', 40);
    judge('a.system', 50);
    await settle();
    expect([field('judgement:a.system')?.state, field('judgement:a.system')?.value, localStorage.length]).toEqual(['waiting', 50, 1]);
    server.online = true;
    await jest.advanceTimersByTimeAsync(1000);
    expect([field('judgement:a.system')?.state, server.stored.get('1.1 judgement:a.system')?.value, localStorage.length]).toEqual(['saved', 50, 0]);
  });

  it('takes up after a reload what an earlier visit could not save', async () => {
    server.online = false;
    store.edit('rationale', 'Skrivet på tåget.');
    await jest.advanceTimersByTimeAsync(500);
    server.online = true;
    store = await begin();
    expect([field('rationale')?.value, server.stored.get('1.1 rationale')?.value, localStorage.length]).toEqual(['Skrivet på tåget.', 'Skrivet på tåget.', 0]);
  });

  it('waits 400 ms with written text, and saves it before sealing', async () => {
    for (const key of ['a.system', 'a.deployment', 'a.results']) judge(key, 50);
    await settle();
    server.calls.length = 0;
    store.edit('rationale', 'Tolv');
    store.edit('rationale', 'Tolv mål');
    expect(server.calls).toEqual([]);
    expect(await store.seal(['1.1'])).toBe(true);
    expect(server.calls).toEqual(['/sheet/1.1 "rationale" "Tolv mål"', '/seals ["1.1"] null']);
    expect([store.draft()?.strip(), store.readOnly(), store.ownSeals().map(({ questions }) => questions)]).toEqual(['seal', true, [['1.1']]]);
  });

  it('does not seal while something could not be saved', async () => {
    server.online = false;
    judge('a.system', 50);
    expect(await store.seal(['1.1'])).toBe(false);
    expect([store.refusal()?.code, server.seals.size]).toEqual(['offline', 0]);
  });

  it('remembers every seal that may still be undone: after the next one and after a reload', async () => {
    const left = (): [readonly string[], number][] => store.ownSeals().map(({ questions, until }) => [questions, Math.round((until - Date.now()) / 1000)]);
    server.behind = 600_000;
    await store.seal(['1.1']);
    await jest.advanceTimersByTimeAsync(20_000);
    await store.seal(['1.2']);
    expect(left()).toEqual([[['1.2'], 60], [['1.1'], 40]]);
    server.behind = 0;
    server.seals.forEach((at, number) => server.seals.set(number, new Date(Date.parse(at) + 600_000).toISOString()));
    store = await begin();
    expect(left()).toEqual([[['1.2'], 60], [['1.1'], 40]]);
    const [, first] = store.ownSeals();
    expect(first && (await store.withdraw(first))).toBe(true);
    expect([left(), [...server.seals.keys()], store.draft()?.sealedAt()]).toEqual([[[['1.2'], 60]], ['1.2'], null]);
  });

  it('calls the area’s sum preliminary until every question has a value', async () => {
    for (const question of ['1.1', '1.2']) for (const key of ['a.system', 'a.deployment', 'a.results']) store.edit(`judgement:${key}`, 40, question);
    expect(store.areaSum()).toEqual({ points: '40', preliminary: false });
    store.edit('standing', 'notApplicable', '1.2');
    store.edit('rationale', 'Finns inte här.', '1.2');
    await settle();
    expect([store.questions().every((draft) => draft.complete()), store.areaSum()]).toEqual([true, { points: '10', preliminary: true }]);
  });

  it('takes what another own tab saved, never over an unsaved change', async () => {
    store.edit('rationale', 'Min text');
    server.stored.set('1.1 rationale', { value: 'Annan text', edition: 1, savedAt: '2026-11-22T09:40:00Z' });
    server.stored.set('1.1 judgement:a.system', { value: 90, edition: 1, savedAt: '2026-11-22T09:40:00Z' });
    await store.read();
    expect([field('rationale')?.value, field('judgement:a.system')?.value]).toEqual(['Min text', 90]);
  });

  it('undoes own changes one by one, a stretch of writing as one', async () => {
    judge('a.system', 20);
    store.edit('rationale', 'T');
    store.edit('rationale', 'To');
    expect([store.undo(), field('rationale')?.value]).toEqual(['1.1', '']);
    store.undo();
    expect([field('judgement:a.system')?.value, store.undo()]).toEqual([null, null]);
  });
});
