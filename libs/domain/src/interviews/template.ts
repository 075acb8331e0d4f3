import { nextDay } from './clock';
import type { InterviewGroup, PlanItem, VisitPlan } from './plan';
import { defaultPlanRules } from './plan-kinds';

/** A plan with days and hours, one room, and nothing in it. */
export function emptyPlan(days: readonly string[]): VisitPlan {
  return {
    edition: 0, frame: 0,
    days: days.slice(0, 5).map((day) => ({ day, from: 480, to: 1020, evening: 1140 })),
    tracks: [{ name: 'Spår 1', place: '', video: '' }], groups: [], items: [], rules: { ...defaultPlanRules }, overrides: [],
  };
}

type Draft = Pick<PlanItem, 'kind' | 'title' | 'start' | 'length'> & { readonly on: number; readonly group?: number; readonly pinned?: boolean };

/** The groups of the published pattern, in its order and with its lengths (630 minutes in all). */
const groups: readonly Pick<InterviewGroup, 'title' | 'kind' | 'length' | 'evening' | 'protected'>[] = [
  { title: 'Central ledning', kind: 'managers', length: 210, evening: false, protected: false },
  { title: 'Politisk ledning', kind: 'politicians', length: 90, evening: true, protected: false },
  { title: 'Förvaltningschefer', kind: 'managers', length: 150, evening: false, protected: false },
  { title: 'Resultatenhetschefer', kind: 'managers', length: 120, evening: false, protected: false },
  { title: 'Fackliga organisationer', kind: 'unions', length: 60, evening: false, protected: true },
];

const travel = (on: number, start: number, title: string): Draft => ({ on, kind: 'travel', title, start, length: 120 });
const lunch = (on: number, start: number, length = 60): Draft => ({ on, kind: 'lunch', title: 'Lunch', start, length });
const interview = (on: number, group: number, start: number): Draft => ({ on, kind: 'interview', group, title: '', start, length: groups[group]?.length ?? 60 });
const reflection = (on: number, start: number, length: number): Draft => ({ on, kind: 'reflection', title: 'Skriv klart, var för sig', start, length });

const firstDay = [travel(0, 600, 'Resa dit'), lunch(0, 720), interview(0, 0, 780), interview(0, 1, 1020)];

/** Day by day. The clock times of the first day are the published ones; those after it are a proposal. */
const patterns = {
  twoDays: [...firstDay, interview(1, 2, 510), lunch(1, 675, 60), interview(1, 3, 750), interview(1, 4, 885), reflection(1, 960, 60), travel(1, 1020, 'Resa hem')],
  threeDays: [...firstDay, interview(1, 2, 540), lunch(1, 720), interview(1, 3, 795), reflection(1, 930, 60), interview(2, 4, 540), reflection(2, 615, 75), lunch(2, 690), travel(2, 750, 'Resa hem')],
} as const satisfies Record<string, readonly Draft[]>;

export const planTemplates = ['twoDays', 'threeDays'] as const;
export type PlanTemplate = (typeof planTemplates)[number];

/** How many days a template needs. */
export const daysOf = (template: PlanTemplate): number => Math.max(...patterns[template].map(({ on }) => on)) + 1;

/**
 * The published pattern of a visit from a first day on: groups, interviews, travel, lunch and the evaluators' own time to
 * write. It holds every rule as long as the groups are empty. Ids say what they are, so that the same call gives the same plan.
 */
export function planFromTemplate(template: PlanTemplate, firstOfAll: string, evaluators: readonly string[]): VisitPlan {
  const days = Array.from({ length: daysOf(template) }).reduce<string[]>((all) => [...all, all.length === 0 ? firstOfAll : nextDay(all[all.length - 1] ?? firstOfAll)], []);
  return {
    ...emptyPlan(days),
    groups: groups.map((group, at) => ({ ...group, id: `group-${at + 1}`, edition: 1, members: [], evaluators: 'all', questions: [] })),
    items: patterns[template].map((draft: Draft, at) => ({
      id: `item-${at + 1}`, edition: 1, kind: draft.kind, group: draft.group === undefined ? null : `group-${draft.group + 1}`, title: draft.group === undefined ? draft.title : (groups[draft.group]?.title ?? ''),
      day: days[draft.on] ?? firstOfAll, start: draft.start, length: draft.length, track: 0, evaluators: [...evaluators], pinned: false, pause: null, joins: [],
    })),
  };
}
