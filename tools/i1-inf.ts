import { sampleVisit } from '@samsyn/samples';
import { suggest } from '../apps/api/src/interviews/suggest';
const [groups, days, seeds, refusing] = process.argv.slice(2).map(Number);
for (let seed = 1; seed <= (seeds ?? 1); seed++) {
  const r = await suggest(sampleVisit(seed, { groups, days, refusing } as never), { keepPinned: true, fewMoves: true }, { seconds: 10 });
  console.log(seed, r.status, r.cost, r.gap, r.milliseconds, r.parts, r.conflict.map((c) => `${c.rule}:${c.group ?? ''}:${c.person ?? ''}`).join(' '));
}
