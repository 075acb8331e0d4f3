/**
 * Lays plans and solves mixed integer programmes, in a thread of its own: both block whatever they run on until they are
 * done. Started by `solver.ts`. Node reads this file as it is, so it imports packages and its neighbours by their whole
 * names, and its types can be stripped.
 */
import type { Puzzle } from '@samsyn/domain';
import loadHighs from 'highs';
import { parentPort } from 'node:worker_threads';
import { lay } from './laying.ts';

interface Wanted {
  readonly lp: string;
  readonly seconds: number;
  /** Gives up when it has found nothing at all by then. */
  readonly patience: number;
  /** Whether parts of an interview may be placed here and there: much quicker, and what is impossible even so is impossible. */
  readonly relaxed: boolean;
}

interface WantedLaid {
  readonly puzzle: Puzzle;
  readonly seconds: number;
}

const highs = await loadHighs();
const { modelStatus, callbackType, solutionStatus } = highs.constants;

function wordOf(code: number): 'optimal' | 'infeasible' | 'stopped' {
  if (code === modelStatus.optimal) return 'optimal';
  if (code === modelStatus.infeasible || code === modelStatus.unboundedOrInfeasible) return 'infeasible';
  if (code === modelStatus.timeLimit || code === modelStatus.interrupted) return 'stopped';
  throw new Error(`it ended in state ${code}`);
}

/** What is not zero, by name: of a thousand columns a few dozen. */
const named = (names: readonly string[], values: Float64Array): Record<string, number> => Object.fromEntries(names.flatMap((name, at) => (Math.abs(values[at] ?? 0) > 1e-6 ? [[name, values[at] ?? 0]] : [])));

/** What it ended in. On rare models the preparation of HiGHS faults: they are run without it. */
function ran(run: () => { readonly modelStatus: number }, unprepared: () => void): number {
  try {
    return run().modelStatus;
  } catch {
    unprepared();
    return run().modelStatus;
  }
}

function solve({ lp, seconds, patience, relaxed }: Wanted): object {
  return highs.withModel({ format: 'lp', data: lp }, (model) => {
    // Every cost is a whole number, so less than one from the bound is the best there is.
    model.options.set({ output_flag: false, time_limit: seconds, mip_rel_gap: 0, mip_abs_gap: 0.99 });
    const unprepared = (): void => void model.options.set({ presolve: 'off' });
    if (relaxed) {
      model.clearIntegrality();
      return { kind: 'done', status: wordOf(ran(() => model.run(), unprepared)), gap: null, columns: null };
    }
    const names = Array.from({ length: model.getDimensions().numCols }, (_, at) => model.getColName(at));
    let gap: number | null = null;
    let found = false;
    const code = ran(() => model.run({
      [callbackType.mipLogging]: ({ data }) => {
        gap = data.mip_gap ?? gap;
        parentPort?.postMessage({ kind: 'progress', gap });
      },
      [callbackType.mipInterrupt]: (event) => {
        if (!found && (event.data.running_time ?? 0) > patience) event.interrupt();
      },
      [callbackType.mipImprovingSolution]: ({ data }) => {
        found = true;
        gap = data.mip_gap ?? gap;
        if (data.mip_solution) parentPort?.postMessage({ kind: 'better', gap, columns: named(names, data.mip_solution) });
      },
    }), unprepared);
    found = model.info.get('primal_solution_status') === solutionStatus.feasible;
    const status = wordOf(code);
    return { kind: 'done', status, gap: status === 'optimal' ? 0 : found ? Number(model.info.get('mip_gap')) : null, columns: found ? named(names, model.getSolution().colValue) : null };
  });
}

parentPort?.postMessage({ kind: 'ready' });
parentPort?.on('message', (wanted: Wanted | WantedLaid) => {
  try {
    const until = performance.now() + wanted.seconds * 1000;
    parentPort?.postMessage('puzzle' in wanted ? lay(wanted.puzzle, () => performance.now() > until) : solve(wanted));
  } catch (fault) {
    parentPort?.postMessage({ failed: fault instanceof Error ? fault.message : String(fault) });
  }
});
