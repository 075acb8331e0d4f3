import { sampleVisit } from '/work/main/libs/samples/src/sample-visits';
import { suggestModel, readSolution, findings, costOf } from '/work/main/libs/domain/src/interviews';
import loadHighs from 'highs';
const [groups, days, seeds, refusing] = process.argv.slice(2).map(Number);
const highs = await loadHighs();
for (let seed = 1; seed <= seeds; seed++) {
  const world = sampleVisit(seed, { groups, days, refusing });
  const t0 = performance.now();
  const m = suggestModel(world, { keepPinned: true, fewMoves: true });
  const t1 = performance.now(); const c1 = process.cpuUsage().user; if (process.env.V==='noz') (m as {lp:string}).lp = m.lp.replace(' + 2 z\n','\n');
  const r = highs.solve(m.lp, { time_limit: 30, mip_rel_gap: 0, mip_abs_gap: 0.99, output_flag: false, log_to_console: false, ...JSON.parse(process.env.O ?? '{}') } as never);
  const t2 = performance.now(); const cpu = Math.round((process.cpuUsage().user - c1)/1000);
  const cols = Object.fromEntries(Object.entries(r.Columns).map(([k, v]) => [k, (v as {Primal:number}).Primal]));
  const items = r.Status === 'Optimal' ? readSolution(m, cols) : [];
  const f = findings({ ...world, plan: { ...world.plan, items } });
  console.log(seed, r.Status, r.ObjectiveValue, 'build', Math.round(t1 - t0), 'solve', Math.round(t2 - t1), 'cpu', cpu, 'vars', m.starts.length, m.lunches.length, 'lpKB', m.lp.length >> 10, m.homeless.length); false && console.log(f.filter((x) => r.Status==='Optimal' && x.severity === 'red').map((x) => x.key).slice(0, 4), f.filter((x) => x.severity==='yellow').length, Math.round(performance.now()-t2));
}
