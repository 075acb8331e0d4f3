import fs from 'node:fs';
import os from 'node:os';
import type { Turn } from './bench';
import type { Measured } from './load';
import { median, percentile } from './stats';
import type { Transfer } from './transfer';

interface Outcome {
  readonly turns: readonly Turn[];
  readonly repetitions: number;
  readonly seconds: number;
  readonly quick: boolean;
  readonly postgres: string;
  /** Load average when it began: above the number of cores, other programs were at work too. */
  readonly loadBefore: number;
  readonly memory: { atRest: number | undefined; after: number | undefined; floor: number | undefined };
  readonly transfer: Transfer | undefined;
}

const ms = (value: number): string => value.toFixed(2);
const times = (value: number): string => `${value.toFixed(2)} ×`;
const kilobytes = (bytes: number): string => `${(bytes / 1024).toFixed(0)} kB`;
const judged = (value: number, goal: number, atLeast = false): string => ((atLeast ? value >= goal : value <= goal) ? 'yes' : '**no**');

/** One line while it runs, for whoever watches. */
export function noteOf(floor: Measured, samsyn: Measured): string {
  const kinds = Object.entries(samsyn.seenByKind).map(([kind, own]) => `${kind} ${ms(own.p50)}`).join(', ');
  return `floor ${ms(floor.seen.p50)}/${ms(floor.seen.p99)} ack ${ms(floor.acked.p50)} ${floor.perSecond.toFixed(0)}/s, samsyn ${ms(samsyn.seen.p50)}/${ms(samsyn.seen.p99)} ack ${ms(samsyn.acked.p50)} ${samsyn.perSecond.toFixed(0)}/s (${kinds}), loop p99 ${ms(floor.loop)}/${ms(samsyn.loop)}, behind ${ms(samsyn.behind)}`;
}

/** The whole outcome as Markdown. */
export function measuredTable(outcome: Outcome): string {
  const whats = [...new Set(outcome.turns.map((turn) => turn.what))];
  const rows = whats.filter((what) => what.startsWith('shared')).flatMap((what) => sharedRows(what, outcome.turns.filter((turn) => turn.what === what)));
  const cpu = os.cpus()[0]?.model ?? 'unknown';
  return [
    `Measured ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores (${cpu}), Node ${process.versions.node}, PostgreSQL ${outcome.postgres}, ${outcome.repetitions} ${outcome.repetitions === 1 ? 'repetition' : 'repetitions'} of ${outcome.seconds} s${outcome.quick ? ', --quick' : ''}. Load average before: ${outcome.loadBefore.toFixed(1)}.`,
    '',
    '| | floor p50 / p95 / p99, ms | Samsyn p50 / p95 / p99, ms | ratio (range) | goal | reached |',
    '|---|---|---|---|---|---|',
    ...rows,
    ...draftRow(outcome.turns.filter((turn) => turn.what.startsWith('draft'))),
    '',
    '| | measured | goal | reached |',
    '|---|---|---|---|',
    ...throughputRow(outcome.turns.filter((turn) => turn.what.startsWith('facts'))),
    `| server memory, resident | ${outcome.memory.atRest ?? '?'} MB at rest, ${outcome.memory.after ?? '?'} MB after the run (floor ${outcome.memory.floor ?? '?'} MB) | | |`,
    ...transferRows(outcome.transfer),
    '',
    `Load generator: event loop p99 at most ${ms(Math.max(...outcome.turns.map((turn) => Math.max(turn.floor.loop, turn.samsyn.loop))))} ms; failed acts: ${outcome.turns.reduce((sum, turn) => sum + turn.samsyn.failures.length + turn.floor.failures.length, 0)}.`,
  ].join('\n');
}

const middle = (turns: readonly Turn[], of: (turn: Turn) => number): number => median(turns.map(of));
const spread = (turns: readonly Turn[], side: 'floor' | 'samsyn', of: 'seen' | 'acked'): string =>
  [50, 95, 99].map((share) => ms(middle(turns, (turn) => turn[side][of][`p${share}` as 'p50']))).join(' / ');

function ratioCells(turns: readonly Turn[], of: (turn: Turn) => number, goal: number, atLeast = false): string {
  const ratios = turns.map(of);
  return `${times(median(ratios))} (${percentile(ratios, 0).toFixed(2)}–${percentile(ratios, 100).toFixed(2)}) | ${atLeast ? '≥' : '≤'} ${goal.toFixed(1)} × | ${judged(median(ratios), goal, atLeast)}`;
}

function sharedRows(what: string, turns: readonly Turn[]): string[] {
  const kinds = Object.keys(turns[0]?.samsyn.seenByKind ?? {});
  const each = kinds.map((kind) => `${kind} ${ms(middle(turns, (turn) => turn.samsyn.seenByKind[kind]?.p50 ?? Number.NaN))}`).join(', ');
  return [
    `| ${what}: sent to the other's receipt, p50 | ${spread(turns, 'floor', 'seen')} | ${spread(turns, 'samsyn', 'seen')} (${each}) | ${ratioCells(turns, (turn) => turn.samsyn.seen.p50 / turn.floor.seen.p50, 2)} |`,
    `| the same, p99 | | | ${ratioCells(turns, (turn) => turn.samsyn.seen.p99 / turn.floor.seen.p99, 2.5)} |`,
  ];
}

const draftRow = (turns: readonly Turn[]): string[] =>
  turns.length === 0 ? [] : [`| draft judgement: sent to acknowledged, p50 | ${spread(turns, 'floor', 'acked')} | ${spread(turns, 'samsyn', 'acked')} | ${ratioCells(turns, (turn) => turn.samsyn.acked.p50 / turn.floor.acked.p50, 1.5)} |`];

const throughputRow = (turns: readonly Turn[]): string[] =>
  turns.length === 0 ? [] : [`| facts a second over many evaluations, each seen by the other before the next | Samsyn ${middle(turns, (turn) => turn.samsyn.perSecond).toFixed(0)}/s, floor ${middle(turns, (turn) => turn.floor.perSecond).toFixed(0)}/s: ${ratioCells(turns, (turn) => turn.samsyn.perSecond / turn.floor.perSecond, 1, true)} |`];

function transferRows(transfer: Transfer | undefined): string[] {
  if (!transfer) return ['| first page, brotli | the web was not built | ≤ 125 kB | |'];
  return [
    `| first page without fonts, brotli (${transfer.files} files) | ${kilobytes(transfer.first)} | ≤ 125 kB | ${judged(transfer.first, 125 * 1024)} |`,
    `| largest part loaded later, brotli (of ${transfer.lazyFiles}) | ${kilobytes(transfer.largestLazy)} | ≤ 60 kB | ${judged(transfer.largestLazy, 60 * 1024)} |`,
    `| fonts of the first page | ${kilobytes(transfer.fonts)} | ≤ 60 kB | ${judged(transfer.fonts, 60 * 1024)} |`,
  ];
}

/** Puts text between the marks of a part of a page, and leaves the rest of the page alone. */
export function writeInto(file: string, part: string, text: string): void {
  const [begin, end] = [`<!-- ${part}: begin -->`, `<!-- ${part}: end -->`];
  const page = fs.readFileSync(file, 'utf8');
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} has no part ${part}`);
  fs.writeFileSync(file, `${page.slice(0, from + begin.length)}\n${text}\n${page.slice(to)}`);
}
