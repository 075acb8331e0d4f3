import { GroupCommit } from './group-commit';

/** A writer whose statements end when the spec says so. */
function heldWriter() {
  const batches: { items: readonly string[]; end: (fault?: unknown) => void }[] = [];
  const write = (items: readonly string[]) =>
    new Promise<string[]>((done, failed) => batches.push({ items, end: (fault) => (fault === undefined ? done(items.map((item) => `${item}!`)) : failed(fault)) }));
  return { batches, write };
}

/** One turn of the event loop, and what was planned for its end. */
const turn = () => new Promise((done) => setImmediate(() => setImmediate(done)));
const refusedBy = (code: string) => Object.assign(new Error(code), { code });

describe('shared commits', () => {
  it('sends an item at once when nothing is under way', async () => {
    const { batches, write } = heldWriter();
    const outcome = new GroupCommit(write, 1).put('a');
    expect(batches.map(({ items }) => items)).toEqual([['a']]);
    batches[0]?.end();
    await expect(outcome).resolves.toBe('a!');
  });

  it('sends what arrives in one turn after it together, and no more at once than there are lanes', async () => {
    const { batches, write } = heldWriter();
    const group = new GroupCommit(write, 2);
    const outcomes: Promise<string>[] = [];
    for (const items of ['abc', 'de']) {
      outcomes.push(...[...items].map((item) => group.put(item)));
      await turn();
    }
    expect(batches.map(({ items }) => items.join(''))).toEqual(['a', 'bc']);
    batches[0]?.end();
    await outcomes[0];
    await turn();
    expect(batches.map(({ items }) => items.join(''))).toEqual(['a', 'bc', 'de']);
    for (const batch of batches.slice(1)) batch.end();
    await expect(Promise.all(outcomes)).resolves.toEqual(['a!', 'b!', 'c!', 'd!', 'e!']);
  });

  it('lets what comes meanwhile share the next commit, and answers nobody before it', async () => {
    const { batches, write } = heldWriter();
    const group = new GroupCommit(write, 1);
    const first = group.put('a');
    await turn();
    const later = ['b', 'c'].map((item) => group.put(item));
    const answered: string[] = [];
    later.forEach((own) => void own.then((outcome) => answered.push(outcome)));
    batches[0]?.end();
    await first;
    await turn();
    expect(batches[1]?.items).toEqual(['b', 'c']);
    expect(answered).toEqual([]);
    batches[1]?.end();
    await expect(Promise.all(later)).resolves.toEqual(['b!', 'c!']);
  });

  it('lets each go by itself when the database refused the batch, so that only the one at fault fails', async () => {
    const alone: string[] = [];
    const group = new GroupCommit(async (items: readonly string[]) => {
      await turn();
      if (items.includes('bad')) throw refusedBy('23001');
      if (items.length === 1) alone.push(...items);
      return items;
    }, 1);
    const outcomes = await Promise.allSettled(['first', 'good', 'bad', 'fine'].map((item) => group.put(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(alone).toEqual(['first', 'good', 'fine']);
  });

  it.each([['a lost connection', 'ECONNRESET'], ['a broken pipe', 'EPIPE'], ['a stopped server', '57P01'], ['a failed connection', '08006']])('never writes again after %s: it may be stored already', async (_what, code) => {
    const { batches, write } = heldWriter();
    const group = new GroupCommit(write, 1);
    const first = group.put('a');
    await turn();
    const later = Promise.allSettled([group.put('b'), group.put('c')]);
    batches[0]?.end();
    await first;
    await turn();
    batches[1]?.end(refusedBy(code));
    expect((await later).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(batches).toHaveLength(2);
  });
});
