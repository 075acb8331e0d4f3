import type { PrintedEvaluation } from '@samsyn/samples';
import fs from 'node:fs';
import path from 'node:path';

/** Something the person at the keyboard can put right; the message says what. */
export class ReplayFault extends Error {}

export interface Wish {
  readonly file: string;
  readonly id: string;
  readonly evaluators: number;
}

const usage = 'npm run replay -- FILE ID [--evaluators 3]';

/** What was asked for on the command line. Refuses with the usage. */
export function wishOf(args: readonly string[]): Wish {
  const plain: string[] = [];
  let evaluators = '2';
  for (let at = 0; at < args.length; at++) {
    const [name, value] = (args[at] ?? '').split('=');
    if (name !== '--evaluators') plain.push(args[at] ?? '');
    else evaluators = value ?? args[++at] ?? '';
  }
  const unknown = plain.find((word) => word.startsWith('--'));
  if (unknown) throw new ReplayFault(`There is no option ${unknown}. Usage: ${usage}`);
  const [file, id] = plain;
  if (!file || !id || plain.length > 2) throw new ReplayFault(`Usage: ${usage}`);
  if (!/^\d+$/.test(evaluators) || Number(evaluators) < 2 || Number(evaluators) > 20) throw new ReplayFault(`--evaluators takes a number from 2 to 20, not "${evaluators}".`);
  return { file, id, evaluators: Number(evaluators) };
}

/** The entry with that id out of a file: a list of evaluations, or an object that holds one as `evaluations`. */
export function entryOf(given: string, id: string): PrintedEvaluation {
  // npm runs in the folder of the product and tells in INIT_CWD where the person stands.
  const file = path.resolve(process.env['INIT_CWD'] ?? '.', given);
  if (!fs.statSync(file, { throwIfNoEntry: false })?.isFile()) throw new ReplayFault(`There is no file ${file}.`);
  const entries = listIn(file);
  const found = entries.filter((entry) => entry.id === id);
  const ids = entries.map((entry) => `  ${entry.id}${hasRows(entry) ? '' : '  (no rows: cannot be replayed)'}`).join('\n');
  if (found.length === 0) throw new ReplayFault(`${file} has no evaluation "${id}". It has:\n${ids}`);
  if (found.length > 1) throw new ReplayFault(`${file} has "${id}" ${found.length} times.`);
  const [entry] = found as [PrintedEvaluation];
  if (!hasRows(entry)) throw new ReplayFault(`${id} is known by ${entry.areas?.length ? 'its areas' : 'its total'} only; a replay needs the rows of every area. These have rows:\n${entries.filter(hasRows).map((own) => `  ${own.id}`).join('\n')}`);
  return entry;
}

const hasRows = (entry: PrintedEvaluation): boolean => Boolean(entry.areas?.length) && entry.areas?.every((area) => area.questions?.length) === true;

function listIn(file: string): PrintedEvaluation[] {
  const read = parsed(file);
  const list = typeof read === 'object' && read !== null && 'evaluations' in read ? read.evaluations : read;
  if (!Array.isArray(list) || list.some((entry: unknown) => typeof (entry as PrintedEvaluation | null)?.id !== 'string')) throw new ReplayFault(`${file} is no list of evaluations, each with an id.`);
  return list as PrintedEvaluation[];
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (fault) {
    throw new ReplayFault(`${file} cannot be read as JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
