/** Where a request for material stands. */
export const requestStates = ['draft', 'requested', 'underway', 'submitted', 'accepted', 'returned', 'notApplicable'] as const;
export type RequestState = (typeof requestStates)[number];

/** How long material is kept; an administrator sets the days. */
export const retentionClasses = ['working', 'evaluation', 'archive'] as const;
export type RetentionClass = (typeof retentionClasses)[number];
