import type { Suggestion } from '@samsyn/contract';
import { affected, conflictOf, costOf, findings, leftOutOf, openReds, readSolution, Refusal, replanAlternatives, suggestModel, wishesOf, withAbsence, type Absence, type Alternative, type Columns, type PlanModel, type PlanWorld, type SuggestOptions, type Wish } from '@samsyn/domain';
import { withSolver, type Solve, type Solved, type SolveOptions } from './solver';

/** Seconds: before doubting that there is a plan at all, to place as many as can be, to explain and each step of it. */
const limit = { doubt: 1.2, most: 1, explain: 1.5, step: 0.5 };

type Placing = Omit<Suggestion, 'milliseconds'>;

/** A group without any possible time is explained by itself, with only what is pinned around it. */
function narrowed(world: PlanWorld, { homeless, fixed }: PlanModel): PlanWorld {
  if (homeless.length === 0) return world;
  const kept = new Set([homeless[0], ...fixed.map(({ group }) => group)]);
  return { ...world, plan: { ...world.plan, groups: world.plan.groups.filter(({ id }) => kept.has(id)), items: world.plan.items.filter(({ group }) => group === null || kept.has(group)) } };
}

/** The smallest set that cannot all hold, or null when that took too long to find. */
async function conflict(world: PlanWorld, options: SuggestOptions, solve: Solve): Promise<Wish[] | null> {
  const until = performance.now() + limit.explain * 1000;
  let sure = true;
  const found = await conflictOf(world, options, async (lp) => {
    const left = Math.min(limit.step, (until - performance.now()) / 1000);
    const status = left > 0.02 && sure ? (await solve(lp, { seconds: left })).status : 'timeout';
    sure &&= status !== 'timeout';
    return status === 'timeout' ? null : status !== 'infeasible';
  });
  return sure ? found : null;
}

interface Most {
  readonly model: PlanModel;
  readonly solved: Solved;
  /** Groups without a place, and the wish for the hours that had none for them. */
  readonly out: readonly string[];
  readonly wishes: readonly Wish[];
}

/** As many interviews as can be. */
async function most(world: PlanWorld, options: SuggestOptions, solve: Solve): Promise<Most> {
  const model = suggestModel(world, options, new Set(), 'most');
  const solved = await solve(model.lp, { seconds: limit.most });
  const out = solved.status === 'timeout' ? [] : leftOutOf(model, solved.columns);
  return { model, solved, out, wishes: wishesOf(world, options).filter(({ rule, group }) => rule === 'hours' || (rule === 'groupTakesPlace' && group !== null && out.includes(group))) };
}

const impossible = (wishes: readonly Wish[]): Placing => ({ items: [], cost: 0, gap: null, parts: [], status: 'infeasible', conflict: wishes.map(({ rule, group, person }) => ({ rule, group, person })) });

const valueOf = ({ starts, lunches }: PlanModel, columns: Columns): number => [...starts, ...lunches].reduce((sum, { name, cost }) => sum + cost * Math.round(columns[name] ?? 0), 0);

function placed(model: PlanModel, { status, columns, gap }: Pick<Solved, 'status' | 'columns' | 'gap'>): Placing {
  const items = readSolution(model, columns);
  return { items, status, cost: valueOf(model, columns), gap, parts: costOf(model.world, items), conflict: [] };
}

/**
 * Nothing was found so soon: either there is hardly a plan or there is none. As many interviews as can be are placed
 * instead; when that is proven to be not all of them, those without a place are the answer.
 */
async function doubted(model: PlanModel, solve: Solve, { seconds, ...limits }: SolveOptions): Promise<Placing> {
  const began = performance.now();
  const found = await most(model.world, model.options, solve);
  if (found.out.length > 0 && found.solved.status === 'optimal') return impossible(found.wishes);
  const rest = seconds - limit.doubt - (performance.now() - began) / 1000;
  const solved = await solve(model.lp, { ...limits, seconds: Math.max(0.5, rest) });
  if (solved.status === 'infeasible') return impossible(found.wishes);
  if (solved.status !== 'timeout') return placed(model, solved);
  if (found.solved.status === 'timeout') throw new Refusal('interviews/solver-timeout', { seconds });
  return found.out.length === 0 ? placed(found.model, { ...found.solved, status: 'feasible', gap: null }) : { ...impossible(found.wishes), status: 'timeout' };
}

/**
 * The best plan within the rules, or the smallest set of wishes that cannot all hold. What was found but not proven best
 * says so by its gap; `timeout` names the groups that found no place in time. Refuses `interviews/solver-timeout` when
 * not even that is known.
 */
export async function suggest(world: PlanWorld, options: SuggestOptions, limits: SolveOptions): Promise<Suggestion> {
  const began = performance.now();
  const model = suggestModel(world, options);
  const found = await withSolver(async (solve): Promise<Placing> => {
    const solved = model.homeless.length > 0 ? null : await solve(model.lp, { ...limits, patience: limit.doubt });
    if (!solved || solved.status === 'infeasible') return impossible((await conflict(narrowed(world, model), options, solve)) ?? (await most(world, options, solve)).wishes);
    return solved.status === 'timeout' ? doubted(model, solve, limits) : placed(model, solved);
  });
  return { ...found, milliseconds: Math.round(performance.now() - began) };
}

/** The ways out of an absence; when no small move is one, the solver is asked for the whole plan that moves the fewest. */
export async function replan(world: PlanWorld, absence: Absence): Promise<Alternative[]> {
  const small = replanAlternatives(world, absence);
  if (small.length > 0) return small;
  const known = withAbsence(world, absence);
  const { items, status } = await suggest(known, { keepPinned: true, fewMoves: true }, { seconds: 5 });
  if (status === 'infeasible' || status === 'timeout') return [];
  const [before, after] = [findings(known), findings({ ...known, plan: { ...known.plan, items } })];
  const already = new Set(findings(world).map(({ key }) => key));
  if (openReds(after).some(({ key }) => !already.has(key))) return [];
  const left = new Set(after.map(({ key }) => key));
  const moved = items.flatMap((item) => {
    const was = world.plan.items.find(({ id }) => id === item.id);
    const why = !was || was.day !== item.day ? 'otherDay' : item.start > was.start ? 'startsLater' : 'startsEarlier';
    return item.kind === 'interview' && (!was || was.day !== item.day || was.start !== item.start) ? [{ item: item.id, why } as const] : [];
  });
  const people = new Set(affected(world.plan, { ...world.plan, items }).map(({ person }) => person)).size;
  return [{ items, moved, people, solves: before.filter(({ key }) => !left.has(key)).map(({ key }) => key) }];
}
