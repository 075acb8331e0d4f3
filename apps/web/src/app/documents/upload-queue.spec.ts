import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { CallFailed, RefusalWords } from '../http';
import { UploadKeep, type KeptFile } from './upload-keep';
import { secondsLeft, UploadQueue, UploadSum } from './upload-queue';
import { UploadSender, type Parcel } from './upload-sender';

const file = (name: string, size = 100): File => new File(['x'.repeat(size)], name);
const scope = { evaluation: 'e1' };

interface Sent {
  readonly parcel: Parcel;
  readonly arrive: (version: string) => void;
  readonly fail: (failure: CallFailed) => void;
  stopped: boolean | null;
}

function world() {
  const sent: Sent[] = [];
  const kept = new Map<string, KeptFile>();
  TestBed.configureTestingModule({
    providers: [
      { provide: UploadSum, useValue: { of: () => Promise.resolve('ab'.repeat(32)) } },
      { provide: RefusalWords, useValue: { of: ({ code }: CallFailed) => code } },
      { provide: TranslocoService, useValue: { translate: (key: string) => key, activeLang: () => 'sv' } },
      { provide: UploadKeep, useValue: { of: (own: string) => Promise.resolve([...kept.values()].filter((one) => one.scope === own)), put: (one: KeptFile) => Promise.resolve(Boolean(kept.set(one.key, one))), drop: (key: string) => Promise.resolve(void kept.delete(key)) } },
      {
        provide: UploadSender, useValue: {
          send: (parcel: Parcel) => {
            let [arrive, fail]: [(version: string) => void, (failure: CallFailed) => void] = [() => undefined, () => undefined];
            const done = new Promise<string>((well, ill) => ([arrive, fail] = [well, ill]));
            const one: Sent = { parcel, arrive, fail, stopped: null };
            sent.push(one);
            return Promise.resolve({ done, stop: (throwAway: boolean) => Promise.resolve(void (one.stopped = throwAway)) });
          },
        },
      },
    ],
  });
  const queue = TestBed.inject(UploadQueue);
  const settle = async (): Promise<void> => { for (let turn = 0; turn < 12; turn++) await Promise.resolve(); };
  const states = (): string[] => queue.all().map(({ state }) => state);
  const of = (at: number): Sent => sent[at] ?? (() => { throw new RangeError(`${at}`); })();
  return { queue, sent, kept, settle, states, of };
}

describe('files on their way', () => {
  it('goes two at a time, each with its sum, and is kept until the server has it', async () => {
    const { queue, sent, kept, settle, states, of } = world();
    await queue.add(scope, [file('a.pdf'), file('b.pdf'), file('c.pdf')], 'r1');
    await settle();
    expect(states()).toEqual(['sending', 'sending', 'queued']);
    expect(of(0).parcel.metadata).toEqual({ evaluation: 'e1', filename: 'a.pdf', filetype: '', request: 'r1', sha256: 'ab'.repeat(32) });
    expect(kept.size).toBe(3);
    of(0).arrive('v1');
    await settle();
    expect(states()).toEqual(['arrived', 'sending', 'sending']);
    expect([kept.size, sent.length]).toEqual([2, 3]);
    queue.settled(new Set(['v1']));
    expect(queue.all().map(({ name }) => name)).toEqual(['b.pdf', 'c.pdf']);
  });

  it('can go on where it was when the disk of the server was full and has room again', async () => {
    const { queue, kept, settle, states, of } = world();
    await queue.add(scope, [file('a.pdf')], 'r1');
    await settle();
    of(0).fail(new CallFailed('documents/disk-full', {}, 507));
    await settle();
    const [item] = queue.all();
    expect([states(), item?.again, item?.failure, kept.size]).toEqual([['refused'], true, 'documents/disk-full', 1]);
    queue.resume(item?.key ?? '');
    await settle();
    expect([states(), of(1).parcel.fingerprint]).toEqual([['sending'], of(0).parcel.fingerprint]);
  });

  it('does not even begin with what the server has said that it does not take', async () => {
    const { queue, sent, settle, states } = world();
    queue.learn({ largest: 100, endings: ['pdf'] });
    await queue.add(scope, [file('a.pdf'), file('b.pdf', 101), file('c.exe')], 'r1');
    await settle();
    expect([states(), sent.length]).toEqual([['sending', 'refused', 'refused'], 1]);
    expect(queue.all().map(({ failure, again }) => [failure, again])).toEqual([['', false], ['documents/too-large', false], ['documents/type', false]]);
  });

  it('waits without a line and goes on when it is back', async () => {
    const { queue, sent, settle, states, of } = world();
    await queue.add(scope, [file('a.pdf')], 'r1');
    await settle();
    of(0).fail(new CallFailed('offline'));
    await settle();
    expect(states()).toEqual(['waiting']);
    dispatchEvent(new Event('online'));
    await settle();
    expect([states(), sent.length]).toEqual([['sending'], 2]);
    expect(of(1).parcel.fingerprint).toBe(of(0).parcel.fingerprint);
  });

  it('pauses without losing its place, is taken up paused by the next visit, and goes on', async () => {
    const { queue, kept, settle, states, of } = world();
    await queue.add(scope, [file('a.pdf')], 'r1');
    await settle();
    const key = queue.all()[0]?.key ?? '';
    queue.pause(key);
    await settle();
    expect([states(), of(0).stopped, kept.get(key)?.paused]).toEqual([['paused'], false, true]);
    queue.resume(key);
    await settle();
    expect([states(), kept.get(key)?.paused]).toEqual([['sending'], false]);
  });

  it('takes up after a restart what its own person left, with the same fingerprint', async () => {
    const { queue, kept, settle, sent, of } = world();
    const left = (own: string, key: string, paused: boolean): KeptFile => ({ key, scope: own, request: 'r1', replaces: null, at: Date.now(), paused, sha256: 'cd'.repeat(32), file: file(`${key}.pdf`) });
    for (const one of [left(queue.scopeOf(scope), 'mine', false), left(queue.scopeOf(scope), 'resting', true), left('somebody/e1', 'theirs', false)]) kept.set(one.key, one);
    await queue.takeUp(scope);
    await queue.takeUp(scope);
    await settle();
    expect(queue.all().map(({ name, state }) => [name, state])).toEqual([['mine.pdf', 'sending'], ['resting.pdf', 'paused']]);
    expect([sent.length, of(0).parcel.metadata['sha256']]).toEqual([1, 'cd'.repeat(32)]);
  });

  it('says at once what is refused, by name or by the server, and never sends it again by itself', async () => {
    const { queue, kept, settle, states, sent, of } = world();
    queue.learn({ largest: 1000, endings: ['pdf'] });
    await queue.add(scope, [file('a.exe'), file('b.pdf', 0), file('c.pdf')], null);
    await settle();
    expect(queue.all().map(({ state, failure }) => [state, failure])).toEqual([['refused', 'documents/type'], ['refused', 'documents.upload.empty'], ['sending', '']]);
    of(0).fail(new CallFailed('documents/too-large', {}, 413));
    await settle();
    expect([states(), sent.length, kept.size]).toEqual([['refused', 'refused', 'refused'], 1, 0]);
  });

  it('throws away on the server what is cancelled, and sends the same file of the same request once', async () => {
    const { queue, kept, settle, of, sent } = world();
    await queue.add(scope, [file('a.pdf')], 'r1');
    await queue.add(scope, [file('a.pdf')], 'r1');
    await settle();
    expect([queue.all().length, sent.length]).toEqual([1, 1]);
    await queue.cancel(queue.all()[0]?.key ?? '');
    expect([queue.all().length, of(0).stopped, kept.size]).toEqual([0, true, 0]);
  });

  it('keeps a link’s token out of the name of its scope', () => {
    const { queue } = world();
    expect(queue.scopeOf({ token: 'hemlig' })).toMatch(/^link\/[0-9a-f]{32}$/);
  });
});

it('foretells from the pace of the last moments, and says nothing before there is one', () => {
  expect(secondsLeft([{ at: 0, sent: 0 }, { at: 1000, sent: 25 }], 100)).toBe(3);
  expect([secondsLeft([], 100), secondsLeft([{ at: 0, sent: 0 }, { at: 100, sent: 50 }], 100), secondsLeft([{ at: 0, sent: 50 }, { at: 9000, sent: 50 }], 100)]).toEqual([null, null, null]);
});
