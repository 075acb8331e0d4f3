import { addDays, isWorkingDay, planFromTemplate, type InterviewGroup, type PlanItem, type VisitPlan } from '@samsyn/domain';
import { granvikPeople } from './granvik-people';

const tuesday = 2;

/** A Tuesday and a Wednesday when people work, at least two weeks ahead. @example visitDays('2026-11-22') // ['2026-12-08', '2026-12-09'] */
export function visitDays(today: string): [string, string] {
  let day = addDays(today, 14);
  while (new Date(`${day}T00:00:00Z`).getUTCDay() !== tuesday || !isWorkingDay(day) || !isWorkingDay(addDays(day, 1))) day = addDays(day, 1);
  return [day, addDays(day, 1)];
}

/** Who is who among the evaluators, and the interviewees' ids by name. */
export interface PlanCast {
  readonly days: readonly [string, string];
  readonly ana: string;
  readonly luis: string;
  readonly idOf: (name: string) => string;
}

const groups: Readonly<Record<string, Pick<InterviewGroup, 'title' | 'length' | 'questions'> & Partial<InterviewGroup>>> = {
  central: { title: 'Central ledning', length: 210, questions: ['1.1', '1.3', '3.1', '4.1', '4.3', '4.5', '5.1', '5.5', '6.1', '7.1'] },
  politics: { title: 'Politisk ledning', length: 90, evening: true, questions: ['1.2', '1.4', '1.5', '3.2', '3.3', '3.5'] },
  departments: { title: 'Förvaltningschefer', length: 150, questions: ['2.1', '3.4', '4.2', '4.4', '5.2', '5.4', '7.3'] },
  units: { title: 'Resultatenhetschefer', length: 120, questions: ['2.2', '2.4', '2.5', '4.6', '6.3'] },
  unions: { title: 'Fackliga organisationer', length: 60, protected: true, questions: ['6.2', '6.4', '6.5'] },
  companies: { title: 'Kommunala bolag', length: 60, evaluators: 'one', questions: ['5.6', '8.6'] },
};

function groupOf(key: string, { idOf }: PlanCast): InterviewGroup {
  const [own, sits] = [groups[key], granvikPeople[key]];
  if (!own || !sits) throw new Error(`Granvik has no group ${key}`);
  return { id: key, edition: 0, kind: sits.kind, evening: false, protected: false, evaluators: 'all', members: sits.people.map(({ name, required }) => ({ person: idOf(name), required })), ...own };
}

type Draft = Partial<PlanItem> & Pick<PlanItem, 'id' | 'start' | 'length'>;
const at = (hour: number, minute = 0): number => hour * 60 + minute;
const interview = (group: string, start: number, more: Partial<PlanItem> = {}): Draft => ({ id: group, kind: 'interview', group, title: groups[group]?.title ?? '', start, length: groups[group]?.length ?? 60, ...more });

/** The first day is the published pattern, and stays. */
const firstDay: readonly Draft[] = [
  { id: 'travel-there', kind: 'travel', title: 'Resa till Granvik', start: at(9, 30), length: 135 }, { id: 'lunch-1', kind: 'lunch', title: 'Lunch', start: at(12), length: 40 },
  interview('central', at(13), { pause: { after: 100, length: 15 } }), interview('politics', at(17), { pinned: true }),
];
const home: readonly Draft[] = [{ id: 'reflection', kind: 'reflection', title: 'Skriv klart, var för sig', start: at(16, 5), length: 55 }, { id: 'travel-home', kind: 'travel', title: 'Resa hem', start: at(17), length: 90 }];
const released: readonly Draft[] = [interview('departments', at(9)), { id: 'lunch-2', kind: 'lunch', title: 'Lunch', start: at(11, 45), length: 45 }, interview('units', at(12, 40)), interview('unions', at(15)), ...home];

/** What has been changed since: the heads earlier, so that the companies get room beside lunch, and the unions at once after group 4. */
const changed = ({ ana, luis }: PlanCast): readonly Draft[] => [
  interview('departments', at(8, 30)), interview('companies', at(11, 20), { track: 1, evaluators: [luis] }), { id: 'lunch-2', kind: 'lunch', title: 'Lunch', start: at(11, 15), length: 60, evaluators: [ana] },
  { id: 'lunch-luis', kind: 'lunch', title: 'Lunch', start: at(12, 20), length: 20, evaluators: [luis] }, interview('units', at(12, 40)), interview('unions', at(14, 55)), ...home,
];

const itemsOf = (second: readonly Draft[], { days, ana, luis }: PlanCast): PlanItem[] =>
  [firstDay, second].flatMap((drafts, on) => drafts.map((draft) => ({ edition: 0, kind: 'interview' as const, group: null, title: '', day: days[on] ?? days[0], track: 0, evaluators: [ana, luis], pinned: false, pause: null, joins: [], ...draft })));

/** The plan as it was given out, and as it lies on the desk now: another group, two interviews moved. Nothing counts its editions yet. */
export function granvikPlan(cast: PlanCast): { version1: VisitPlan; draft: VisitPlan } {
  const frame = planFromTemplate('twoDays', cast.days[0], []);
  const tracks = ['Granen', 'Tallen'].map((name) => ({ name, place: 'Stadshuset, Storgatan 1', video: '' }));
  const first = Object.keys(groups).filter((key) => key !== 'companies').map((key) => groupOf(key, cast));
  const version1 = { ...frame, tracks, rules: { ...frame.rules, buffer: 20 }, groups: first, items: itemsOf(released, cast) };
  return { version1, draft: { ...version1, groups: [...first, groupOf('companies', cast)], items: itemsOf(changed(cast), cast) } };
}
