/** Work under one key, one at a time, in the order it came; at once where nothing is under way. A failure of one does not stop the next. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.last.get(key);
    const mine = before ? before.then(work) : work();
    const over = (): void => {
      if (this.last.get(key) === done) this.last.delete(key);
    };
    const done = mine.then(over, over);
    this.last.set(key, done);
    return mine;
  }
}
