/**
 * Makes the copy of a foreign web page, in a thread of its own with little memory and little time, as `text-worker.ts`
 * opens foreign files. Node reads this file and those it names as they are: their types can be stripped.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { decoded, pageOf } from './web-copy-html.ts';
import { copyPdf, type Origin } from './web-copy-pdf.ts';

interface Task {
  readonly path: string;
  readonly given: Origin & { readonly charset: string };
}

/** Fewer letters than these are a frame that only a browser would fill. */
const leastSigns = 20;

try {
  const { path, given } = workerData as Task;
  const page = pageOf(decoded(await readFile(path), given.charset), given.url);
  const signs = page.blocks.reduce((sum, block) => sum + (block.kind === 'table' ? block.rows.flatMap(({ cells }) => cells).join('') : block.text).replace(/\s/g, '').length, 0);
  if (signs < leastSigns) parentPort?.postMessage({ kind: 'failed', why: 'empty' });
  else parentPort?.postMessage({ kind: 'done', result: { pdf: await copyPdf(page, given) } });
} catch {
  parentPort?.postMessage({ kind: 'failed', why: 'failed' });
}
parentPort?.unref();
