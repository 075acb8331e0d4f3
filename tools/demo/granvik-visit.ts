import { interviews, type PlanDesk } from '@samsyn/contract';
import { addDays, swedishTime, type PlanCommand } from '@samsyn/domain';
import { Client } from '../client/client';
import { addressOf, granvikPeople, spansOf, type GranvikPerson } from './granvik-people';
import { granvikPlan, visitDays } from './granvik-plan';

type Sitting = GranvikPerson & { readonly group: string };

const everyone: readonly Sitting[] = Object.entries(granvikPeople).flatMap(([group, { people }]) => people.map((own) => ({ ...own, group })));
const bodyOf = ({ name, role, label, group }: Sitting, person: string | null, manager: string | null) => ({
  person, name, email: addressOf(name), phone: '', role, organisation: group === 'companies' ? 'Kommunalt bolag' : 'Granviks kommun', kind: granvikPeople[group]?.kind ?? ('others' as const), label, manager,
});

/** Two days of interviews: version 1 given out and answered, and since then a draft in which something is wrong. */
export async function makeVisit(id: string, karin: Client, ana: Client, luis: Client): Promise<void> {
  const params = { id };
  const { day: today } = swedishTime(new Date());
  const days = visitDays(today);
  await Promise.all(everyone.map((own) => karin.call(interviews.putPerson, { params, body: bodyOf(own, null, null) })));
  const desk = await karin.call(interviews.desk, { params });
  const known = new Map(desk.people.map((own) => [own.name, own]));
  const idOf = (name: string): string => known.get(name)?.id ?? '';
  const say = (command: PlanCommand): Promise<PlanDesk> => karin.call(interviews.command, { params, body: command });
  const { version1, draft } = granvikPlan({ days, ana: ana.me.id, luis: luis.me.id, idOf });
  const guest = new Client(karin.url);
  const tokenOf = (name: string): string => known.get(name)?.link?.split('/').at(-1) ?? '';
  const answer = (name: string, hours: GranvikPerson['hours']): Promise<unknown> => guest.call(interviews.hours, { params: { token: tokenOf(name) }, body: { spans: spansOf(hours ?? [], days) } });

  await say({ kind: 'setFrame', edition: desk.plan.frame, days: version1.days, tracks: version1.tracks, rules: version1.rules });
  for (const group of version1.groups) await say({ kind: 'putGroup', group });
  await karin.call(interviews.ask, { params, body: { until: addDays(days[0], -7) } });
  await Promise.all(everyone.filter(({ hours }) => hours !== null).map(({ name, hours }) => answer(name, hours)));
  const { edition } = (await karin.call(interviews.desk, { params })).plan;
  const laid = await say({ kind: 'replaceItems', edition, items: version1.items });
  await karin.call(interviews.release, { params, body: { edition: laid.plan.edition, name: 'Program till alla' } });
  await letOut(id, karin);
  await Promise.all(everyone.filter(({ group }) => group === 'politics').map(({ name }) => guest.call(interviews.reply, { params: { token: tokenOf(name) }, body: { item: 'politics', reply: 'coming', text: '' } })));

  // What came afterwards: one more group, two interviews moved, a "no", and who is whose manager.
  for (const group of draft.groups.filter((own) => !version1.groups.some((before) => before.id === own.id))) await say({ kind: 'putGroup', group });
  for (const own of everyone) {
    if (own.late.hours) await answer(own.name, own.late.hours);
    if (own.late.manager) await karin.call(interviews.putPerson, { params, body: bodyOf(own, idOf(own.name), idOf(own.late.manager)) });
  }
  await say({ kind: 'replaceItems', edition: (await karin.call(interviews.desk, { params })).plan.edition, items: draft.items });
  await karin.call(interviews.remind, { params });
}

async function letOut(id: string, karin: Client): Promise<void> {
  const letters = await karin.call(interviews.letters, { params: { id } });
  await karin.call(interviews.letOut, { params: { id }, body: { letters: letters.filter(({ state }) => state === 'waiting').map(({ letter }) => letter) } });
}
