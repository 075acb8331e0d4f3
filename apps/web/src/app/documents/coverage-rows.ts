import type { AnswerOf, documents as wire } from '@samsyn/contract';
import { enoughKinds } from '@samsyn/domain';

export type CoverageRow = AnswerOf<typeof wire.coverage>['rows'][number];
export const sources = ['document', 'web', 'interview', 'questionnaire'] as const;
export type Source = (typeof sources)[number];
export const filters = ['all', 'none', 'few'] as const;
export type CoverageFilter = (typeof filters)[number];

/** How a source stands for a question: there, asked for but not come, or nothing. */
export type Standing = 'there' | 'asked' | 'none';

export const standingOf = (row: CoverageRow, source: Source): Standing => {
  if (source === 'document') return row.document.there > 0 ? 'there' : row.document.asked > 0 ? 'asked' : 'none';
  return (source === 'questionnaire' ? row.questionnaire : row[source] > 0) ? 'there' : 'none';
};

export const isGap = ({ kinds }: CoverageRow): boolean => kinds < enoughKinds;

/** "Saknar underlag": no source at all has come; "färre än två slag": also those that rest on one. */
export const shownBy = (filter: CoverageFilter, row: CoverageRow): boolean => ({ all: true, few: isGap(row), none: row.kinds === 0 })[filter];
