import type { CoverageRow } from '../documents';
import { enoughKinds } from '../documents';
import type { InterviewGroup, VisitPlan } from './plan';

export const guideReasons = ['assigned', 'noDocument', 'noOtherInterview'] as const;
export type GuideReason = (typeof guideReasons)[number];

export interface GuideGroup {
  readonly group: string;
  readonly title: string;
  readonly questions: readonly { readonly number: string; readonly why: GuideReason }[];
}

/** Questions that a group is offered beside its own: few enough to be read in the room. */
const mostOffered = 5;

/**
 * What to ask each group: the questions it was given, and of those that no interview takes up and that too few kinds of
 * source cover, a share. `noDocument`: asked for, but no document is there, so the interview must carry it;
 * `noOtherInterview`: this is the only interview that takes it up, or the first that could. Groups whose members are
 * protected are offered nothing of their own accord.
 */
export function guideOf(plan: Pick<VisitPlan, 'groups'>, coverage: readonly CoverageRow[]): GuideGroup[] {
  const rows = new Map(coverage.map((row) => [row.number, row]));
  const times = (number: string): number => plan.groups.filter(({ questions }) => questions.includes(number)).length;
  const offered = shares(plan.groups, coverage.filter(({ number, kinds }) => times(number) === 0 && kinds < enoughKinds));
  return plan.groups.map(({ id, title, questions }) => ({
    group: id,
    title,
    questions: [
      ...coverage.filter(({ number }) => questions.includes(number)).map(({ number }) => ({ number, why: reason(rows.get(number), times(number)) })),
      ...(offered.get(id) ?? []).map(({ number, document }) => ({ number, why: document.there === 0 ? ('noDocument' as const) : ('noOtherInterview' as const) })),
    ],
  }));
}

function reason(row: CoverageRow | undefined, times: number): GuideReason {
  if (row?.document.there === 0) return 'noDocument';
  return times === 1 ? 'noOtherInterview' : 'assigned';
}

/** Shares the gaps out, the least covered first, one to each group in turn. */
function shares(groups: readonly InterviewGroup[], gaps: readonly CoverageRow[]): Map<string, CoverageRow[]> {
  const shared = new Map(groups.filter((group) => !group.protected).map(({ id }): [string, CoverageRow[]] => [id, []]));
  const turns = [...shared.values()];
  [...gaps].sort((a, b) => a.kinds - b.kinds).slice(0, turns.length * mostOffered).forEach((row, at) => turns[at % turns.length]?.push(row));
  return shared;
}

/** How many planned interviews take up each question: those in the plan whose group has it. */
export function interviewsByQuestion(plan: Pick<VisitPlan, 'groups' | 'items'>): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kind, group } of plan.items) {
    const own = kind === 'interview' ? plan.groups.find(({ id }) => id === group) : undefined;
    for (const number of new Set(own?.questions)) counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}
