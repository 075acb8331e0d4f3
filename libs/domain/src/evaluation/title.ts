import type { EvaluationState } from '../state';

/** What an evaluation is called in a letter or a line: "Norsjö 2015". */
export const titleOf = ({ municipality, year }: Pick<EvaluationState, 'municipality' | 'year'>): string => `${municipality.name} ${year}`;
