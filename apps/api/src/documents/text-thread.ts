import type { DocumentVersionView } from '@samsyn/contract';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface Looked {
  readonly mime: string | null;
  readonly text?: boolean;
  /** An office file behind a password. */
  readonly locked?: boolean;
  readonly fault?: 'size' | 'type' | 'broken' | null;
}

export interface Previewed {
  readonly kind: 'html' | 'sheets' | 'text' | 'none';
  readonly html: string | null;
  readonly sheets: { name: string; rows: string[][]; cut: boolean }[] | null;
  readonly text: string | null;
}

export interface PageText {
  readonly page: number;
  readonly text: string;
}

type Why = Extract<DocumentVersionView['text'], 'encrypted' | 'tooLarge' | 'failed' | 'unsupported'>;

/** A file that could not be read, and why. Its own message may hold parts of the file and goes nowhere. */
export class Unreadable extends Error {
  constructor(readonly why: Why) {
    super(why);
  }
}

interface Told {
  readonly kind: 'pages' | 'done' | 'failed';
  readonly result?: object;
  readonly why?: Why;
  readonly pages?: number;
  readonly chunk?: readonly PageText[];
}

const beside = import.meta.url.endsWith('.ts') ? './text-worker.ts' : './text-worker.mjs';
const heapMegabytes = 512;
/** How long it may work without handing over anything. */
const silence = { look: 60_000, preview: 60_000, text: 120_000 };

interface Wanted {
  readonly task: keyof typeof silence;
  readonly path: string;
  readonly kind: string;
  readonly after?: number;
  readonly store?: (pages: number, chunk: readonly PageText[]) => Promise<void>;
}

/** Runs one task on one file in a thread of its own; refuses with `Unreadable` when it is too much for it. */
async function run<Result>({ task, path, kind, after = 0, store }: Wanted): Promise<Result> {
  const thread = new Worker(fileURLToPath(new URL(beside, import.meta.url)), {
    workerData: { task, path, kind, after }, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
    // What a library has to say about a file may quote it; and it inherits no secret of ours.
    stdout: true, stderr: true, env: {}, execArgv: ['--no-warnings'],
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<Result>((done, failed) => {
      const wait = (): void => {
        clearTimeout(timer);
        timer = setTimeout(() => failed(new Unreadable('tooLarge')), silence[task]);
      };
      wait();
      thread.on('message', (told: Told) => {
        wait();
        if (told.kind === 'done') done(told.result as Result);
        else if (told.kind === 'failed') failed(new Unreadable(told.why ?? 'failed'));
        else store?.(told.pages ?? 0, told.chunk ?? []).then(() => thread.postMessage('stored'), failed);
      });
      thread.on('error', (fault: { code?: string }) => failed(fault.code === 'ERR_WORKER_OUT_OF_MEMORY' ? new Unreadable('tooLarge') : new Unreadable('failed')));
      thread.on('exit', () => failed(new Unreadable('failed')));
    });
  } finally {
    clearTimeout(timer);
    await thread.terminate();
  }
}

export const lookAt = (path: string, kind: string): Promise<Looked> => run<Looked>({ task: 'look', path, kind });
export const previewOf = (path: string, kind: string): Promise<Previewed> => run<Previewed>({ task: 'preview', path, kind });
/** Hands over the pages after `after`, in order, some at a time; waits for `store` before it goes on. */
export const readText = (path: string, kind: string, after: number, store: NonNullable<Wanted['store']>): Promise<void> => run<void>({ task: 'text', path, kind, after, store });
