import { notLaid, type Columns, type Laying, type Puzzle } from '@samsyn/domain';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface Solved {
  /** `feasible`: time ran out with something found; `timeout`: with nothing. */
  readonly status: 'optimal' | 'feasible' | 'infeasible' | 'timeout';
  readonly columns: Columns;
  /** How far, in percent, what was found may be from the best there is. */
  readonly gap: number | null;
  readonly milliseconds: number;
}

export interface SolveOptions {
  readonly seconds: number;
  /** Gives up when nothing at all has been found after so many seconds. */
  readonly patience?: number;
  /** Asks only whether it is possible when interviews may be cut in parts: `infeasible` is proven, anything else says nothing. */
  readonly relaxed?: boolean;
  /** Called while the solver works, with the gap in percent once it has one. */
  readonly progress?: (gap: number | null) => void;
}

export type Solve = (lp: string, options: SolveOptions) => Promise<Solved>;
/** Lays a plan without a solver, or proves that there is none. */
export type Lay = (puzzle: Puzzle, seconds: number) => Promise<Laying>;

interface Told {
  readonly kind: 'progress' | 'better' | 'done';
  readonly status?: 'optimal' | 'infeasible' | 'stopped';
  readonly gap?: number | null;
  readonly columns?: Columns | null;
}
interface Failed {
  readonly failed: string;
}
const failedOf = (message: object | Failed): message is Failed => 'failed' in message;

const beside = import.meta.url.endsWith('.ts') ? './solver-worker.ts' : './solver-worker.mjs';
/** A solver that has not stopped by itself this long after its limit is ended from outside. */
const mercy = 3_000;
/** More would only take the cores from each other and from those who score. */
const atOnce = 2;
const heapMegabytes = 512;

const percent = (gap: number | null | undefined): number | null => (gap === null || gap === undefined || !Number.isFinite(gap) ? null : Math.max(0, gap * 100));

/** One thread, one programme at a time. Its memory only ever grows, so it is ended after its work. */
class SolverThread {
  private readonly worker = new Worker(fileURLToPath(new URL(beside, import.meta.url)), {
    resourceLimits: { maxOldGenerationSizeMb: heapMegabytes }, stdout: true, stderr: true, env: {}, execArgv: ['--no-warnings'],
  });

  /** When the solver is loaded; until then no clock runs. */
  readonly ready = new Promise<void>((done, failed) => {
    this.worker.once('message', () => done());
    this.worker.on('error', failed).on('exit', () => failed(new Error('the solver thread ended')));
  });

  solve(lp: string, { seconds, patience = seconds, relaxed = false, progress }: SolveOptions): Promise<Solved> {
    const began = performance.now();
    let best: { columns: Columns; gap: number | null } | null = null;
    const answer = (status: Solved['status'], columns: Columns, gap: number | null): Solved => ({ status, columns, gap, milliseconds: Math.round(performance.now() - began) });
    const timeUp = (): Solved => (best ? answer('feasible', best.columns, best.gap) : answer('timeout', {}, null));
    return this.ask<Told, Solved>({ lp, seconds, patience, relaxed }, seconds, timeUp, ({ kind, status, gap, columns }) => {
      if (kind !== 'done') {
        if (kind === 'better' && columns) best = { columns, gap: percent(gap) };
        progress?.(percent(gap));
        return null;
      }
      if (status === 'infeasible') return answer('infeasible', {}, null);
      if (relaxed) return answer(status === 'optimal' ? 'feasible' : 'timeout', {}, null);
      return columns ? answer(status === 'optimal' ? 'optimal' : 'feasible', columns, percent(gap)) : timeUp();
    });
  }

  lay(puzzle: Puzzle, seconds: number): Promise<Laying> {
    return this.ask<Laying, Laying>({ puzzle, seconds }, seconds, () => notLaid, (own) => own);
  }

  /** Sets a task and listens until `told` makes an answer of a message; `gone` answers for a thread that had to be ended. */
  private ask<Message extends object, Answer>(task: object, seconds: number, gone: () => Answer, told: (message: Message) => Answer | null): Promise<Answer> {
    return new Promise<Answer>((done, failed) => {
      const end = (settle: () => void): void => {
        clearTimeout(timer);
        this.worker.off('message', heard).off('error', broke).off('exit', left);
        settle();
      };
      const heard = (message: Message | Failed): void => {
        if (failedOf(message)) return end(() => failed(new Error(`the solver refused: ${message.failed}`)));
        const answer = told(message);
        if (answer !== null) end(() => done(answer));
      };
      const broke = (fault: Error): void => end(() => failed(fault));
      const left = (): void => end(() => done(gone()));
      const timer = setTimeout(() => void this.worker.terminate(), seconds * 1000 + mercy);
      this.worker.on('message', heard).on('error', broke).on('exit', left);
      this.worker.postMessage(task);
    });
  }

  end(): Promise<number> {
    return this.worker.terminate();
  }
}

let running = 0;
const waiting: (() => void)[] = [];

/**
 * Lends a solver to `work` and ends its thread afterwards. The main thread never waits; at most two solve at once, others
 * queue up.
 */
export async function withSolver<Result>(work: (solve: Solve, lay: Lay) => Promise<Result>): Promise<Result> {
  if (running < atOnce) running++;
  else await new Promise<void>((free) => void waiting.push(free));
  const thread = new SolverThread();
  try {
    await thread.ready;
    return await work((lp, options) => thread.solve(lp, options), (puzzle, seconds) => thread.lay(puzzle, seconds));
  } finally {
    await thread.end();
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** Solves one programme in LP format within the seconds given, and a few more at the very worst. */
export const solve: Solve = (lp, options) => withSolver((own) => own(lp, options));
