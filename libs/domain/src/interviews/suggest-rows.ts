/** Rows of a model: at most so much of what shares a place, a person or a time. */
export class Rows {
  private readonly buckets = new Map<string, Map<string, number>>();
  private readonly lines: string[] = [];

  put(bucket: string, column: string, times = 1): void {
    const own = this.buckets.get(bucket) ?? new Map<string, number>();
    own.set(column, (own.get(column) ?? 0) + times);
    this.buckets.set(bucket, own);
  }

  /** One row per bucket under that name, dropped where it cannot bind; the same row twice is one row. */
  atMost(prefix: string, most: (bucket: string) => number): void {
    for (const [bucket, columns] of this.buckets) {
      if (!bucket.startsWith(prefix)) continue;
      if ([...columns.values()].reduce((sum, own) => sum + own, 0) > most(bucket)) this.add(terms([...columns]), '<=', most(bucket));
      this.buckets.delete(bucket);
    }
  }

  add(left: string, relation: '<=' | '=', right: number): void {
    this.lines.push(`${left} ${relation} ${right}`);
  }

  get text(): string {
    return [...new Set(this.lines)].map((line, at) => ` c${at}: ${line}`).join('\n');
  }
}

export const terms = (columns: readonly (readonly [string, number])[]): string => columns.map(([name, times]) => (times === 1 ? name : `${times} ${name}`)).join(' + ');
