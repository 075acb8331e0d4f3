import type { AnswerOf, DocumentVersionView, documents } from '@samsyn/contract';
import type { Place } from '@samsyn/domain';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

export interface Looked {
  readonly mime: string | null;
  readonly text?: boolean;
  /** An office file behind a password. */
  readonly locked?: boolean;
  readonly fault?: 'size' | 'type' | 'broken' | null;
}

export type Previewed = AnswerOf<typeof documents.preview>;
/** A row of a sheet, around which a long table is shown. */
export type Around = Readonly<{ sheet: string; row: number }> | null;

export interface PageText {
  readonly page: number;
  readonly text: string;
  /** Where in it which places of the document begin; none where it has printed pages. */
  readonly places: readonly (Place & { readonly at: number })[];
}

type Why = Extract<DocumentVersionView['text'], 'encrypted' | 'tooLarge' | 'failed' | 'unsupported' | 'empty'>;

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

const beside = (worker: string): URL => new URL(`./${worker}.${import.meta.url.endsWith('.ts') ? 'ts' : 'mjs'}`, import.meta.url);
const heapMegabytes = 512;
/** How long it may work without handing over anything. */
const silence = { look: 60_000, preview: 60_000, text: 120_000, copy: 60_000 };

interface Wanted {
  readonly task: keyof typeof silence;
  readonly path: string;
  readonly kind: string;
  readonly after?: number;
  readonly around?: Around;
  /** What the copying of a web page needs to know of it. */
  readonly given?: object;
  readonly store?: (pages: number, chunk: readonly PageText[]) => Promise<void>;
}

/** Runs one task on one file in a thread of its own; refuses with `Unreadable` when it is too much for it. */
export async function runThread<Result>({ task, path, kind, after = 0, around = null, given = {}, store }: Wanted): Promise<Result> {
  const thread = new Worker(fileURLToPath(beside(task === 'copy' ? 'web-copy-worker' : 'text-worker')), {
    workerData: { task, path, kind, after, around, given }, resourceLimits: { maxOldGenerationSizeMb: heapMegabytes, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
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

export const lookAt = (path: string, kind: string): Promise<Looked> => runThread<Looked>({ task: 'look', path, kind });
export const previewOf = (path: string, kind: string, around: Around): Promise<Previewed> => runThread<Previewed>({ task: 'preview', path, kind, around });
/** Hands over the pages after `after`, in order, some at a time; waits for `store` before it goes on. */
export const readText = (path: string, kind: string, after: number, store: NonNullable<Wanted['store']>): Promise<void> => runThread<void>({ task: 'text', path, kind, after, store });
