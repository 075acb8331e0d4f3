import type { care as swedish } from './personal-words.sv';

export const care: typeof swedish = {
  title: 'The data about those who are interviewed', saved: 'Saved.',
  goes: 'Removed {{day}} at the latest, or {{n}} days after the evaluation is locked if that is sooner.', goesLocked: 'Removed {{day}}.', held: 'Preserved until further notice: a law or a decision requires it.',
  nobody: 'There are none yet. They are removed {{n}} days after the evaluation is locked, at the latest {{most}} days after the last interview day.', gone: 'Removed. The names of the groups and their numbers remain.',
  what: 'Names, titles, addresses, phone numbers, hours, answers, letters and personal links are removed. The names of the groups and how many took part remain for the report. What you write yourself in notes and reasons is not removed.',
  controller: 'Responsible for the data', controllerHint: 'The controller, such as the board or the association, with its registration number and data protection officer.', basis: 'Legal ground', basisHint: 'A sentence to those who are interviewed, with the article.',
  confirm: 'The usual sentences are used. Whoever is responsible for the evaluation has to confirm them or write own ones.',
  change: 'Change', afterLock: 'Days after the lock', atMost: 'At most days after the last interview day', hold: 'Preserve until further notice (such as a request for public documents or a dispute)', wrong: 'A whole number of days, {{least}}–{{most}}.',
  receipts: 'Receipts', receipt: '{{people}} people, {{letters}} letters and {{replies}} answers removed.', proof: 'Signature',
};
