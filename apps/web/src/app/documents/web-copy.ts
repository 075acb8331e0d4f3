import type { DocumentVersionView, DocumentView } from '@samsyn/contract';
import { clock, dayOfMonth } from '../look';

/** How a web address stands: only a link, its copy on the way, there, or not to be had. */
export type CopyStanding = 'link' | 'coming' | 'done' | 'failed';

export function standingOf({ copy, state }: Pick<DocumentVersionView, 'copy' | 'state'>): CopyStanding {
  if (copy === null || copy.state === 'none') return 'link';
  if (copy.state === 'waiting' || (copy.state === 'done' && state === 'checking')) return 'coming';
  return copy.state;
}

/** Whether something about it will change by itself soon. */
export const isUnderWay = (version: Pick<DocumentVersionView, 'copy' | 'state'>): boolean => version.state === 'checking' || standingOf(version) === 'coming';

/** Whether its bytes may be opened: a web address has some only when a copy was made. */
export const isThere = ({ kind }: Pick<DocumentView, 'kind'>, version: DocumentVersionView): boolean =>
  (version.state === 'clean' || version.state === 'unscanned') && (kind === 'file' || standingOf(version) === 'done');

/** "3 maj 2026 09.14": a copy is cited years later, so the year belongs to it. */
export const copiedAt = (at: string, language: string): string => `${dayOfMonth(at, language)} ${new Date(at).getFullYear()} ${clock(at, language)}`;

/** What kind of file the copy is: "PDF". */
export const kindOfCopy = ({ name }: Pick<DocumentVersionView, 'name'>): string => (/\.([^.]+)$/.exec(name)?.[1] ?? '').toUpperCase();

/** An address as one reads it. @example shortAddress('https://www.granvik.se/budget/') // 'granvik.se/budget' */
export const shortAddress = (url: string): string => url.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '');
