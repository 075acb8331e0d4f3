import type { ArchiveEntry } from '@samsyn/contract';
import printed from './printed-results.json' with { type: 'json' };

/** Published results 2006–2024 as printed, each with its source; figures and facts only. */
export const publishedResults: readonly Omit<ArchiveEntry, 'evaluation'>[] = printed;
