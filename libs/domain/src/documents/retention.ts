import { addDays, type Day } from './working-days';

/** How long material is kept; an administrator sets the days. */
export const retentionClasses = ['working', 'evaluation', 'archive'] as const;
export type RetentionClass = (typeof retentionClasses)[number];

/** Days from the newest version until deletion, by class; null: never. */
export type RetentionDays = Readonly<Record<RetentionClass, number | null>>;
export const defaultRetention: RetentionDays = { working: 180, evaluation: 730, archive: null };

/** The day on which a document is to be deleted, counted from the day of its newest version; null for never. */
export function deletionDay(retention: RetentionClass, newest: Day, days: RetentionDays = defaultRetention): Day | null {
  const kept = days[retention];
  return kept === null ? null : addDays(newest, kept);
}

/** Whether it is to be deleted now. A legal hold stops it whatever the class, for as long as it stands. */
export const isDueForDeletion = (document: { readonly hold: boolean; readonly deleteOn: Day | null }, today: Day): boolean => !document.hold && document.deleteOn !== null && document.deleteOn <= today;

/**
 * The last day on which a backup may still hold what was deleted that day, when backups are kept so many days; null when
 * nobody has said for how long they are.
 * @example lastInBackups('2026-11-22', 30) // '2026-12-22'
 */
export const lastInBackups = (deleted: Day, backupDays: number | null): Day | null => (backupDays === null ? null : addDays(deleted, backupDays));

/** Whether a backup may still hold it on a day. What nobody has put an end to may lie there still. */
export const mayLieInBackups = (until: Day | null, today: Day): boolean => until === null || until >= today;
