import type { DataSource } from 'typeorm';
// People, evaluations and the database name each other's rows: whoever comes in by this door finds them in order.
import '../database';
import { Sessions } from './sessions';
import { hashOfToken } from './tokens';

const row = { id: 'p', name: 'Ana', organisation: '', email: 'ana@samsyn.example', demo: false, mayCreate: false, tokenHash: hashOfToken('token') };

/** A database with one session, that counts how often it is asked and answers when the spec says so. */
function database() {
  const asked: { answer: () => void }[] = [];
  let stands = true;
  const query = () => new Promise((done) => asked.push({ answer: () => done({ rows: stands ? [row] : [] }) }));
  const source = { driver: { master: { query } }, getRepository: () => ({ delete: async () => void (stands = false) }) } as unknown as DataSource;
  return { asked, sessions: new Sessions(source) };
}

describe('a session that is used', () => {
  let now = 0;
  const real = Date.now;
  beforeEach(() => {
    now = 1_000_000;
    Date.now = () => now;
    jest.useFakeTimers({ doNotFake: ['Date', 'setImmediate', 'nextTick', 'queueMicrotask', 'performance'] });
  });
  afterEach(() => {
    Date.now = real;
    jest.useRealTimers();
  });
  /** Renewals that are due a moment after the act. */
  const aMomentLater = () => jest.advanceTimersByTime(100);

  async function signedIn() {
    const own = database();
    const found = own.sessions.personOf('token');
    own.asked[0]?.answer();
    expect(await found).toEqual(row);
    return own;
  }

  it('is asked for again a moment after the act, once, so that nobody waits', async () => {
    const { asked, sessions } = await signedIn();
    now += 4_999;
    await sessions.personOf('token');
    expect(asked).toHaveLength(1);
    now += 1;
    expect(await Promise.all([sessions.personOf('token'), sessions.personOf('token')])).toEqual([row, row]);
    expect(asked).toHaveLength(1);
    aMomentLater();
    expect(asked).toHaveLength(2);
    asked[1]?.answer();
    await new Promise(setImmediate);
    now += 9_000;
    expect(await sessions.personOf('token')).toEqual(row);
  });

  it('is trusted no longer than ten seconds when the database does not answer', async () => {
    const { asked, sessions } = await signedIn();
    now += 6_000;
    await sessions.personOf('token');
    aMomentLater();
    now += 4_000;
    const waiting = sessions.personOf('token');
    expect(asked).toHaveLength(3);
    asked[2]?.answer();
    expect(await waiting).toEqual(row);
  });

  it('is refused as soon as it has ended, also when it was being read just then', async () => {
    const { asked, sessions } = await signedIn();
    now += 6_000;
    await sessions.personOf('token');
    aMomentLater();
    const reading = asked[1];
    const answer = reading?.answer;
    // What is read before the end is answered after it.
    const before = Promise.resolve().then(answer);
    await before;
    await sessions.end(row.tokenHash);
    await new Promise(setImmediate);
    const after = sessions.personOf('token');
    asked[2]?.answer();
    await expect(after).rejects.toMatchObject({ code: 'people/signed-out' });
  });

  it('is forgotten when the database no longer has it: ended in another process, or out of time', async () => {
    const { asked, sessions } = await signedIn();
    await sessions.end('of somebody else');
    now += 6_000;
    await sessions.personOf('token');
    aMomentLater();
    asked[1]?.answer();
    await new Promise(setImmediate);
    const after = sessions.personOf('token');
    expect(asked).toHaveLength(3);
    asked[2]?.answer();
    await expect(after).rejects.toMatchObject({ code: 'people/signed-out' });
  });
});
