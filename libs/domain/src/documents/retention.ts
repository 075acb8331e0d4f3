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
