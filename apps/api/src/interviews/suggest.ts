import type { Suggestion } from '@samsyn/contract';
import { affected, columnsOf, conflictOf, costOf, findings, leftOutOf, mostOf, notLaid, openReds, overfull, placesOf, programmeOf, puzzleOf, readSolution, Refusal, replanAlternatives, suggestModel, timeOf, withAbsence, type Absence, type Alternative, type Columns, type Places, type PlanModel, type PlanWorld, type SuggestOptions } from '@samsyn/domain';
import { withSolver, type Lay, type Solve, type Solved, type SolveOptions } from './solver';

/**
 * Seconds: to lay any plan, before doubting that there is one at all, to find any or a proof that there is none, to place
 * as many as can be, to explain and each step of it. Who asks for more than `soon` would rather wait than be told "not found".
 */
const limit = { lay: 0.6, doubt: 1.2, possible: 1, most: 0.7, part: 0.2, explain: 1.7, close: 0.4, rough: 0.5, step: 0.4, soon: 10 };

type Placing = Omit<Suggestion, 'milliseconds'>;

const wall = (): number => performance.now() / 1000;

/** A group without any possible time is explained by itself, with only what is pinned around it. */
function narrowed(world: PlanWorld, { homeless, fixed }: Places): PlanWorld {
  if (homeless.length === 0) return world;
  const kept = new Set([homeless[0], ...fixed.map(({ group }) => group)]);
  return { ...world, plan: { ...world.plan, groups: world.plan.groups.filter(({ id }) => kept.has(id)), items: world.plan.items.filter(({ group }) => group === null || kept.has(group)) } };
}

const none: Omit<Placing, 'status' | 'time'> = { items: [], cost: 0, gap: null, parts: [], conflict: [], smallest: false, leftOut: [] };

interface Tools {
  readonly solve: Solve;
  readonly lay: Lay;
}

interface Most {
  readonly model: PlanModel;
  readonly solved: Solved;
  /** Groups without a place. */
  readonly out: string[];
}

/** As many interviews as can be. */
async function most(world: PlanWorld, options: SuggestOptions, solve: Solve): Promise<Most> {
  const model = suggestModel(world, options, new Set(), 'most');
  const solved = await solve(model.lp, { seconds: limit.most });
  return { model, solved, out: solved.status === 'timeout' ? [] : leftOutOf(model, solved.columns) };
}

/** Groups left over when as many as can be are laid, those that take least time first. */
async function leftOver(places: Places, { solve, lay }: Tools): Promise<readonly string[]> {
  const puzzle = puzzleOf(places);
  if (!puzzle) return (await most(places.world, places.options, solve)).out;
  const until = wall() + limit.most;
  const { out } = await mostOf(puzzle, async (part, kept) => {
    const { sessions } = await lay(part, Math.max(0, Math.min(limit.part, until - wall())));
    return sessions.length > 0 && columnsOf(places, sessions.map((own) => ({ ...own, session: kept[own.session] ?? 0 }))) !== null;
  });
  return [...new Set(places.sessions.filter((_, at) => out.includes(at)).map(({ group }) => group.id))];
}

/** What cannot all hold, of a plan that is proven impossible, and, where several groups are to blame, which would be left over. */
async function explained(places: Places, { solve, lay }: Tools, { filled = null, fullest }: { readonly filled?: number | null; readonly fullest?: Most } = {}): Promise<Placing> {
  const { world, options } = places;
  const until = wall() + limit.explain;
  const within = (most: number): number => Math.max(0, Math.min(most, until - wall()));
  const ask = (most: number, relaxed: boolean) => async (lp: string): Promise<boolean | null> => {
    const status = within(most) > 0.02 ? (await solve(lp, { seconds: within(most), relaxed })).status : 'timeout';
    return status === 'timeout' ? null : status !== 'infeasible';
  };
  const { wishes, smallest } = await conflictOf(narrowed(world, places), options, {
    laid: (puzzle) => lay(puzzle, within(limit.close)),
    roughly: ask(limit.rough, true), exactly: ask(limit.step, false), over: () => wall() > until,
  });
  const several = wishes.filter(({ rule }) => rule === 'groupTakesPlace').length > 1;
  return { ...none, status: 'infeasible', conflict: wishes.map(({ rule, group, person }) => ({ rule, group, person })), smallest, leftOut: several ? [...(fullest?.out ?? (await leftOver(places, { solve, lay })))] : [], time: timeOf(places, filled) };
}

const valueOf = ({ starts, lunches }: PlanModel, columns: Columns): number => [...starts, ...lunches].reduce((sum, { name, cost }) => sum + cost * Math.round(columns[name] ?? 0), 0);

function placed(model: PlanModel, { status, columns, gap }: Pick<Solved, 'status' | 'columns' | 'gap'>): Placing {
  const items = readSolution(model, columns);
  return { ...none, items, status, cost: valueOf(model, columns), gap, parts: costOf(model.world, items), time: null };
}

/**
 * Nothing was found so soon: either there is hardly a plan or there is none. Any plan or a proof is looked for, then the
 * fullest plan; a plan that turns up is made better with the time that is left.
 */
async function doubted(model: PlanModel, tools: Tools, { seconds, ...limits }: SolveOptions): Promise<Placing> {
  const until = wall() + seconds - limit.lay - limit.doubt;
  const { world, options } = model;
  const { solve } = tools;
  const strong = suggestModel(world, options, new Set(), 'possible');
  const improved = async (plan: Placing): Promise<Placing> => {
    const better = await solve(model.lp, { ...limits, seconds: Math.max(0.2, until - wall()) });
    return better.status === 'optimal' || (better.status === 'feasible' && valueOf(model, better.columns) < plan.cost) ? placed(model, better) : plan;
  };
  const any = async (most: number): Promise<Placing | null> => {
    const solved = await solve(strong.lp, { ...limits, seconds: most });
    if (solved.status === 'timeout') return null;
    return solved.status === 'infeasible' ? explained(model, tools) : improved(placed(strong, { ...solved, status: 'feasible', gap: null }));
  };
  const soon = await any(limit.possible);
  if (soon) return soon;
  const fullest = await most(world, options, solve);
  if (fullest.solved.status !== 'timeout' && fullest.out.length === 0) return improved(placed(fullest.model, { ...fullest.solved, status: 'feasible', gap: null }));
  if (fullest.solved.status === 'optimal') return explained(model, tools, { fullest });
  const late = seconds > limit.soon || fullest.solved.status === 'timeout' ? await any(Math.max(0.5, until - wall())) : null;
  if (late) return late;
  const others = await leftOver(model, tools);
  const placedSome = fullest.solved.status !== 'timeout';
  if (!placedSome && others.length >= model.sessions.length) throw new Refusal('interviews/solver-timeout', { seconds });
  return { ...none, status: 'timeout', leftOut: placedSome && fullest.out.length < others.length ? fullest.out : [...others], time: timeOf(model) };
}

/**
 * The best plan within the rules, or wishes that cannot all hold. What was found but not proven best says so by its gap.
 * `timeout`: neither a plan nor a proof that there is none was found, and the groups without a place in the fullest plan
 * are named. Refuses `interviews/solver-timeout` when not even that is known.
 */
export async function suggest(world: PlanWorld, options: SuggestOptions, limits: SolveOptions): Promise<Suggestion> {
  const began = performance.now();
  const places = placesOf(world, options);
  const found = await withSolver(async (solve, lay): Promise<Placing> => {
    const tools: Tools = { solve, lay };
    if (places.homeless.length > 0 || overfull(places)) return explained(places, tools);
    const puzzle = puzzleOf(places);
    const { verdict, sessions, filled } = puzzle ? await lay(puzzle, limit.lay) : notLaid;
    if (verdict === 'none') return explained(places, tools, { filled });
    const laid = verdict === 'laid' ? columnsOf(places, sessions) : null;
    const model: PlanModel = { ...places, lp: programmeOf(places, 'best') };
    const solved = await solve(model.lp, laid ? limits : { ...limits, patience: limit.doubt });
    if (solved.status === 'infeasible') return explained(places, tools);
    if (solved.status !== 'timeout') return placed(model, solved);
    return laid ? placed(model, { status: 'feasible', columns: laid, gap: null }) : doubted(model, tools, limits);
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
