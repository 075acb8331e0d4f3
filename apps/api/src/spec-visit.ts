import { interviews, type BodyOf, type Letter, type PlanDesk } from '@samsyn/contract';
import { planFromTemplate, type PlanCommand, type PlanItem } from '@samsyn/domain';
import type { Guest } from './spec-guest';
import type { House } from './spec-house';
import { evaluationWith, on, type Team } from './spec-team';

export const days = ['2026-11-10', '2026-11-11'];
export const none = '00000000-0000-4000-8000-000000000000';
export const party = 'Sosse-etiketten';
export const firstInterview = 'item-3';

export interface Visit {
  readonly team: Team;
  readonly anna: string;
  readonly bo: string;
  readonly at: (item: string) => Promise<PlanItem>;
}

export const command = (team: Team, by: Guest, body: PlanCommand): Promise<PlanDesk> => by.call(interviews.command, { ...on(team), body });
export const desk = (team: Team, by: Guest = team.coordinator): Promise<PlanDesk> => by.call(interviews.desk, on(team));
export const person = (name: string, more: Partial<BodyOf<typeof interviews.putPerson>> = {}): BodyOf<typeof interviews.putPerson> => ({ person: null, name, email: `${name.toLowerCase()}@provby.example`, phone: '070-1', role: 'Chef', organisation: 'Provby', kind: 'managers', label: '', manager: null, ...more });
export const tokenOf = (link: string | null | undefined): string => link?.split('/').at(-1) ?? '';
export const letters = (team: Team): Promise<Letter[]> => team.coordinator.call(interviews.letters, on(team));
export const release = (team: Team, edition: number, name = 'Första'): Promise<PlanDesk> => team.coordinator.call(interviews.release, { ...on(team), body: { edition, name } });

/** A team with a two-day plan of the published pattern; Anna in the first group, Bo in the first and the third. */
export async function plannedVisit(house: House): Promise<Visit> {
  const team = await evaluationWith(house);
  let now = await desk(team);
  const plan = planFromTemplate('twoDays', days[0] ?? '', now.evaluators.map((own) => own.person));
  for (const body of [person('Anna', { label: party }), person('Bo')]) now = await team.coordinator.call(interviews.putPerson, { ...on(team), body });
  const [anna, bo] = ['Anna', 'Bo'].map((name) => now.people.find((own) => own.name === name)?.id ?? '') as [string, string];
  await command(team, team.coordinator, { kind: 'setFrame', edition: 0, days: plan.days, tracks: [{ name: 'Blå rummet', place: 'Storgatan 1, Provby', video: '' }], rules: plan.rules });
  const members: Record<string, string[]> = { 'group-1': [anna, bo], 'group-3': [bo] };
  for (const group of plan.groups) await command(team, team.coordinator, { kind: 'putGroup', edition: 0, group: { ...group, edition: 0, questions: group.id === 'group-1' ? ['1.1'] : [], members: (members[group.id] ?? []).map((own) => ({ person: own, required: true })) } } as PlanCommand);
  await command(team, team.coordinator, { kind: 'replaceItems', edition: (await desk(team)).plan.edition, items: plan.items });
  return { team, anna, bo, at: async (id) => (await desk(team)).plan.items.find((item) => item.id === id) as PlanItem };
}

export const moved = async ({ team, at }: Visit, id: string, more: Partial<PlanItem>): Promise<PlanDesk> => command(team, team.coordinator, { kind: 'putItem', item: { ...(await at(id)), ...more } });
export const uidOf = (calendar: string | null): string => /UID:(\S+)/.exec((calendar ?? '').replace(/\r\n /g, ''))?.[1] ?? '';
export const about = (calendar: string | null): string[] => (calendar ?? '').replace(/\r\n /g, '').split('\r\n').filter((line) => /^(METHOD|SEQUENCE|STATUS|DTSTART|DTEND)/.test(line));
