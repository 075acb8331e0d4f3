/** On which side of the table somebody sits; the integrity rules are about it. */
export const interviewKinds = ['politicians', 'managers', 'unions', 'others'] as const;
export type InterviewKind = (typeof interviewKinds)[number];

export const itemKinds = ['interview', 'break', 'lunch', 'travel', 'reflection'] as const;

export const defaultPlanRules = { buffer: 15, lunch: 40, stretch: 210, longDay: 600, calls: 2 } as const;
