import type { PlanWorld } from './plan';

/** The rules a plan is held against, the gravest first. */
export const findingRules = [
  'evaluatorTwice', 'personTwice', 'trackTwice', 'noTrack', 'outsideHours', 'eveningNotAllowed', 'personCannot', 'noEvaluator', 'evaluatorsMissing',
  'managerWithStaff', 'unionWithEmployer', 'calledTooOften', 'groupMissing',
  'personIfNeeded', 'notAnswered', 'bufferShort', 'lunchShort', 'lunchMissing', 'noBreak', 'longDay',
] as const;
export type FindingRule = (typeof findingRules)[number];

/** Rules whose breach keeps a plan from being released until somebody says why. */
export const redRules: ReadonlySet<FindingRule> = new Set(findingRules.slice(0, findingRules.indexOf('personIfNeeded')));

/**
 * One broken rule. `key` is the same as long as the same people and items break it in the same way, whatever else moves;
 * reasons are kept by it. `people` are ids of interviewees and evaluators, the one the rule is about first.
 */
export interface Finding {
  readonly key: string;
  readonly rule: FindingRule;
  readonly severity: 'red' | 'yellow';
  /** Titles, minutes and counts for the sentence; `day`, `from` and `to` say when. */
  readonly params: Readonly<Record<string, string | number>>;
  readonly items: readonly string[];
  readonly groups: readonly string[];
  readonly people: readonly string[];
  readonly accepted: { readonly reason: string; readonly by: string; readonly at: string } | null;
}

/** What a rule finds, before severity and reasons. `at` is where in the visit it stands. */
export interface Found extends Omit<Finding, 'severity' | 'accepted' | 'key'> {
  /** What else belongs to the key than rule, items and people. */
  readonly also?: string;
}

export type Rule = (world: PlanWorld) => Found[];
