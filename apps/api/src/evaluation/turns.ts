const nothing = (): void => undefined;

/** Work under one key, one at a time, in the order it came; at once where nothing is under way. A failure of one does not stop the next. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work) : work();
    const done = mine.then(nothing, nothing);
    this.last.set(key, done);
    try {
      return await mine;
    } finally {
      if (this.last.get(key) === done) this.last.delete(key);
    }
  }
}
