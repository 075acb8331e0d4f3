import { sleep, spreadOf, watchLoop, type Spread } from './stats';

/** One act that is on its way: `acked` when its sender has the answer, `seen` when the other person has received it. */
export interface Act {
  readonly kind: string;
  readonly acked: Promise<void>;
  readonly seen: Promise<void>;
}

/** One live pair of evaluators: two persons, two sockets, one evaluation (or several one after the other). */
export interface Pair {
  /** The next act of this pair; called again only when the one before is done. */
  act(): Act;
  close(): void;
}

export interface Measured {
  readonly seen: Spread;
  readonly acked: Spread;
  readonly seenByKind: Readonly<Record<string, Spread>>;
  readonly perSecond: number;
  readonly failures: readonly string[];
  readonly behind: number;
  readonly loop: number;
}

const patience = 10_000;

class Score {
  readonly acked: number[] = [];
  readonly seen = new Map<string, number[]>();
  readonly failures: string[] = [];
  measuring = false;

  /** Runs one act from the moment it was due, so that waiting for a slow one before counts. */
  async run(pair: Pair, due: number): Promise<void> {
    const { measuring } = this;
    try {
      const act = pair.act();
      const acked = act.acked.then(() => performance.now() - due);
      const seen = act.seen.then(() => performance.now() - due);
      const late = sleep(patience).then((): never => {
        throw new Error(`${act.kind}: not seen within ${patience} ms`);
      });
      late.catch(() => undefined);
      const [ack, sight] = await Promise.race([Promise.all([acked, seen]), late]);
      if (!measuring) return;
      this.acked.push(ack);
      const own = this.seen.get(act.kind) ?? [];
      this.seen.set(act.kind, own);
      own.push(sight);
    } catch (fault) {
      this.failures.push(fault instanceof Error ? fault.message : String(fault));
    }
  }

  summary(perSecond: number, behind: number, loop: number): Measured {
    return {
      seen: spreadOf([...this.seen.values()].flat()),
      acked: spreadOf(this.acked),
      seenByKind: Object.fromEntries([...this.seen].map(([kind, values]) => [kind, spreadOf(values)])),
      perSecond,
      failures: this.failures,
      behind,
      loop,
    };
  }
}

/** Acts arrive at a fixed rate, whether or not the server keeps up. */
export async function arriving(pairs: readonly Pair[], rate: number, seconds: number, warm: number): Promise<Measured> {
  const score = new Score();
  const busy = new Map<Pair, Promise<void>>();
  const begun = performance.now();
  const loop = { stop: (): number => 0 };
  let behind = 0;
  for (let index = 0; index < (seconds + warm) * rate; ) {
    const due = begun + (index * 1000) / rate;
    const now = performance.now();
    if (now < due) {
      await sleep(Math.max(1, due - now));
      continue;
    }
    if (!score.measuring && now - begun > warm * 1000) {
      score.measuring = true;
      loop.stop = watchLoop();
    }
    if (score.measuring) behind = Math.max(behind, now - due);
    const pair = pairs[(index * 7919) % pairs.length] as Pair;
    busy.set(pair, (busy.get(pair) ?? Promise.resolve()).then(() => score.run(pair, now)));
    index++;
  }
  await Promise.all(busy.values());
  return score.summary(rate, behind, loop.stop());
}

/** Every pair begins its next act when the one before is done: how much goes through. */
export async function closedLoop(pairs: readonly Pair[], seconds: number, warm: number): Promise<Measured> {
  const score = new Score();
  let stopped = false;
  const running = pairs.map(async (pair) => {
    while (!stopped && score.failures.length < 20) await score.run(pair, performance.now());
  });
  await sleep(warm * 1000);
  const before = performance.now();
  const stop = watchLoop();
  score.measuring = true;
  await sleep(seconds * 1000);
  score.measuring = false;
  const taken = (performance.now() - before) / 1000;
  const loop = stop();
  stopped = true;
  await Promise.all(running);
  return score.summary(score.acked.length / taken, 0, loop);
}
