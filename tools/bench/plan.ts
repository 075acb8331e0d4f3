// npm run bench -- --only=plan [-- --write]: suggesting a visit plan, against the bare solver on the same programme.
import type { Suggestion } from '@samsyn/contract';
import { suggestModel, type PlanWorld, type SuggestOptions } from '@samsyn/domain';
import { sampleVisit } from '@samsyn/samples';
import loadHighs from 'highs';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../bootstrap.mjs';
import { buildApi } from '../build/build-api.mjs';

const calm = { keepPinned: true, fewMoves: true };
/** Interviews, days, seconds that the goal allows. */
const sizes = [{ groups: 14, days: 2, goal: 3 }, { groups: 21, days: 3, goal: 10 }, { groups: 30, days: 4, goal: null }] as const;
const seconds = 30;
/** As the desk asks. */
const asked = 8;

type Suggest = (world: PlanWorld, options: SuggestOptions, limits: { seconds: number }) => Promise<Suggestion>;

/** The product's own suggesting, built as it is shipped, with its thread beside it. */
async function built(): Promise<Suggest> {
  const outfile = path.join(root, 'dist/bench/suggest.mjs');
  await buildApi({ entry: 'apps/api/src/interviews/suggest.ts', outfile });
  return ((await import(pathToFileURL(outfile).href)) as { suggest: Suggest }).suggest;
}

/** The first made-up visits of a size in which every group has a possible time. */
function visits(count: number, wanted: { groups: number; days: number }): PlanWorld[] {
  const found: PlanWorld[] = [];
  for (let seed = 1; found.length < count; seed++) {
    const own = sampleVisit(seed, wanted);
    if (suggestModel(own, calm).homeless.length === 0) found.push(own);
  }
  return found;
}

const shown = (milliseconds: number): string => (milliseconds / 1000).toFixed(2);
const middle = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

interface Row {
  readonly floor: number;
  readonly samsyn: number;
  readonly gap: number;
  readonly optimal: boolean;
}

/** The solver alone on this thread, loaded beforehand, without any of ours; then the whole suggestion in its own thread. */
async function one(highs: Awaited<ReturnType<typeof loadHighs>>, suggest: Suggest, world: PlanWorld): Promise<Row> {
  const { lp } = suggestModel(world, calm);
  const began = performance.now();
  highs.solve(lp, { time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.99, output_flag: false, log_to_console: false });
  const floor = performance.now() - began;
  const from = performance.now();
  const { status, gap } = await suggest(world, calm, { seconds });
  return { floor, samsyn: performance.now() - from, gap: gap ?? Infinity, optimal: status === 'optimal' };
}

/** A made-up visit without a possible plan: somebody who is required never can. */
function hopeless(own: PlanWorld): PlanWorld {
  const person = own.plan.groups.find(({ members }) => members.some(({ required }) => required))?.members.find(({ required }) => required)?.person;
  return { ...own, availability: own.availability.map((answer) => (answer.person === person ? { ...answer, spans: own.plan.days.map(({ day }) => ({ day, from: 0, to: 1440, answer: 'no' as const })) } : answer)) };
}

/** What the desk is told of a visit that hardly has a plan or has none. */
async function answer(suggest: Suggest, world: PlanWorld): Promise<{ kind: 'plan' | 'smallest' | 'proven' | 'named' | 'nothing'; milliseconds: number }> {
  const began = performance.now();
  try {
    const { status, smallest, milliseconds } = await suggest(world, calm, { seconds: asked });
    return { kind: status === 'infeasible' ? (smallest ? 'smallest' : 'proven') : status === 'timeout' ? 'named' : 'plan', milliseconds };
  } catch {
    return { kind: 'nothing', milliseconds: Math.round(performance.now() - began) };
  }
}

/** The table for docs/performance.md. */
export async function planTable(quick: boolean): Promise<string> {
  const [highs, suggest] = [await loadHighs(), await built()];
  const count = quick ? 3 : 8;
  const loadBefore = os.loadavg()[0] ?? 0;
  const lines: string[] = [];
  for (const { groups, days, goal } of sizes) {
    const rows: Row[] = [];
    for (const world of visits(count, { groups, days })) rows.push(await one(highs, suggest, world));
    const [worst, ratio] = [Math.max(...rows.map(({ samsyn }) => samsyn)), middle(rows.map(({ floor, samsyn }) => samsyn / floor))];
    const proven = rows.filter(({ optimal }) => optimal).length;
    lines.push(`| ${groups} interviews in ${days} days | ${shown(middle(rows.map(({ floor }) => floor)))} / ${shown(Math.max(...rows.map(({ floor }) => floor)))} | ${shown(middle(rows.map(({ samsyn }) => samsyn)))} / ${shown(worst)} | ${ratio.toFixed(2)} × | ${proven} of ${count}${proven < count ? `, gap at most ${Math.max(...rows.map(({ gap }) => gap)).toFixed(1)} %` : ''} | ${goal === null ? '' : `≤ ${goal} s`} | ${goal === null ? '' : worst <= goal * 1000 && proven === count ? 'yes' : '**no**'} |`);
    console.error(lines.at(-1));
  }
  for (const [what, worlds] of [
    ['somebody required never can', visits(count, { groups: 14, days: 2 }).map(hopeless)], ['14 interviews in one day', visits(count, { groups: 14, days: 1 })],
    ['30 interviews in two days', visits(count, { groups: 30, days: 2 })], ['21 interviews in two days, 99 % full', visits(count, { groups: 21, days: 2 })],
  ] as const) {
    const took: number[] = [];
    const found = { plan: 0, smallest: 0, proven: 0, named: 0, nothing: 0 };
    for (const world of worlds) {
      const { kind, milliseconds } = await answer(suggest, world);
      took.push(milliseconds);
      found[kind]++;
    }
    const worst = Math.max(...took);
    const said = [[found.smallest, 'named by a set proven smallest'], [found.proven, 'proven impossible'], [found.plan, 'a plan after all'], [found.named, 'not proven, the groups without a place named'], [found.nothing, 'nothing said']].filter(([n]) => n !== 0).map(([n, words]) => `${n} ${words}`).join('; ');
    lines.push(`| ${what} | | ${shown(middle(took))} / ${shown(worst)} | | ${said} | ≤ 3 s | ${worst <= 3_000 && found.proven + found.named + found.nothing === 0 ? 'yes' : '**no**'} |`);
    console.error(lines.at(-1));
  }
  return [
    `Measured ${new Date().toISOString().slice(0, 10)}: ${os.cpus().length} cores, ${count} made-up visits of each size. Load average before: ${loadBefore.toFixed(1)}.`, '',
    '| | bare solver, middle / worst, s | Samsyn, middle / worst, s | ratio | proven best | goal | reached |', '|---|---|---|---|---|---|---|', ...lines,
  ].join('\n');
}
