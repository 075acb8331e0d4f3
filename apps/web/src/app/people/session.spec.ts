import { TestBed } from '@angular/core/testing';
import { copyPlace, forget, keep, kept, speakAs, unsentOf } from '../http';
import { Session } from './session';

const me = (id: string) => ({ id, name: id, organisation: '', email: `${id}@granvik.example`, hasPassword: true, mayCreate: false, demo: false });

/** The server as the browser meets it: one session by its cookie, and a network that can fall away. */
class Server {
  online = true;
  cookie: string | null = null;
  readonly ended: string[] = [];

  readonly fetch = async (address: string | URL | Request, init?: RequestInit): Promise<Response> => {
    if (!this.online) throw new TypeError('network');
    const speaker = new Headers(init?.headers).get('x-samsyn') ?? '1';
    if (this.cookie === null || (speaker !== '1' && speaker !== this.cookie)) return this.json({ code: 'people/signed-out', facts: {} }, 401);
    if (!String(address).endsWith('/sign-out')) return this.json(me(this.cookie));
    this.ended.push(this.cookie);
    this.cookie = null;
    return this.json({ signedOut: true });
  };

  private json(body: unknown, status = 200): Response {
    return { ok: status < 400, status, json: () => Promise.resolve(body) } as Response;
  }
}

let server: Server;
const open = (): Session => {
  TestBed.resetTestingModule();
  return TestBed.inject(Session);
};
const copies = (): string[] => Object.keys(localStorage).filter((key) => key.startsWith('samsyn.copy.'));

beforeEach(() => {
  localStorage.clear();
  speakAs(null);
  server = new Server();
  globalThis.fetch = server.fetch;
});
afterEach(() => jest.useRealTimers());

describe('without network', () => {
  it('it is who the server last knew, for a day', async () => {
    jest.useFakeTimers({ now: Date.parse('2026-11-10T07:00:00Z') });
    server.cookie = 'ana';
    await open().load();
    server.online = false;
    jest.setSystemTime(Date.parse('2026-11-11T06:59:00Z'));
    expect((await open().load())?.id).toBe('ana');
    jest.setSystemTime(Date.parse('2026-11-11T07:01:00Z'));
    await expect(open().load()).rejects.toMatchObject({ code: 'offline' });
  });

  it('signing out counts at once, and the server hears of it when it can; never of another person\'s session', async () => {
    server.cookie = 'ana';
    const session = open();
    await session.load();
    keep(copyPlace('ana', 'sheet', 'e1'), 'Dagblad');
    server.online = false;
    await session.signOut();
    expect([session.me(), copies(), await open().load()]).toEqual([null, [], null]);
    server.online = true;
    expect([await open().load(), server.ended]).toEqual([null, ['ana']]);

    server.cookie = 'ana';
    const again = open();
    await again.load();
    server.online = false;
    await again.signOut();
    server.online = true;
    server.cookie = 'luis';
    expect([(await open().load())?.id, server.ended]).toEqual(['luis', ['ana']]);
  });
});

describe('what was read', () => {
  it('does not outlive the sign-out, nor a session that ended, and is nobody else\'s', async () => {
    for (const end of [async (session: Session) => session.signOut(), async (session: Session) => session.expired(), async (session: Session) => session.enter(me('luis')), async () => void (server.cookie = null, await open().load())]) {
      server.cookie = 'ana';
      const session = open();
      session.enter(me('ana'));
      keep(copyPlace('ana', 'sheet', 'e1'), 'Dagblad');
      await end(session);
      expect(kept(copyPlace('ana', 'sheet', 'e1'))).toBeNull();
    }
  });

  it('by who has signed in here since stays when the one before is told', () => {
    const before = open();
    before.enter(me('ana'));
    const now = open();
    now.enter(me('luis'));
    keep(copyPlace('luis', 'sheet', 'e1'), 'Dagblad');
    before.expired();
    expect(kept(copyPlace('luis', 'sheet', 'e1'))).toBe('Dagblad');
  });
});

it('sends what is written before leaving, and tells what stays behind', async () => {
  server.cookie = 'ana';
  const session = open();
  await session.load();
  keep('samsyn.notes.ana.e1.note.n1', {});
  keep('samsyn.queue.ana.e1.1.1.percent', {});
  keep('samsyn.notes.luis.e1.note.n2', {});
  const stop = session.beforeLeaving(async () => forget('samsyn.notes.ana.e1.note.n1'));
  expect([await session.settle(), unsentOf('luis')]).toEqual([1, 1]);
  stop();
  await session.signOut();
  expect(unsentOf('ana')).toBe(1);
});
