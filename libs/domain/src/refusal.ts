/**
 * The closed list of broken rules. A code is `topic/reason`; server and browser each hold a Record over this list,
 * so a new code without status or sentence does not compile.
 */
export const refusalCodes = [
  // people
  'people/signed-out',
  'people/wrong-credentials',
  'people/link-spent',
  'people/too-many-tries',
  'people/not-allowed',
  'people/declaration-missing',
  'people/already-member',
  'people/password-weak',
  // wire
  'wire/malformed',
  'wire/invalid',
  'wire/too-large',
  'wire/not-found',
  'wire/cross-site',
  // instrument
  'instrument/unsound',
  'instrument/exists',
  'instrument/stale-draft',
  'instrument/no-questions',
  'instrument/unknown-question',
  // evaluation
  'evaluation/wrong-phase',
  'evaluation/locked',
  'evaluation/policy-frozen',
  'evaluation/policy-open',
  'evaluation/policy-fixed',
  'evaluation/policy-unchanged',
  'evaluation/policy-proposal-changed',
  'evaluation/no-policy-proposal',
  'evaluation/policy-own-proposal',
  'evaluation/policy-needs-evaluator',
  'evaluation/team-too-small',
  'evaluation/policy-unsound',
  'evaluation/dates-unsound',
  'evaluation/dates-changed',
  'evaluation/team-frozen',
  'evaluation/enough-training',
  'evaluation/reason-missing',
  'evaluation/seat-not-free',
  'evaluation/other-seat',
  'evaluation/nothing-to-nudge',
  'evaluation/nudged-today',
  'evaluation/nobody-to-invite',
  'evaluation/training',
  // documents
  'documents/illegal-move',
  'documents/reason-missing',
  'documents/edited-elsewhere',
  'documents/not-a-contact',
  'documents/not-asked',
  'documents/link-spent',
  'documents/nothing-new',
  'documents/deleted',
  'documents/type',
  'documents/too-large',
  'documents/disk-full',
  'documents/not-openable',
  'documents/held',
  'documents/already-accepted',
  'documents/free-day',
  // scoring
  'scoring/off-step',
  'scoring/out-of-range',
  'scoring/not-judged-here',
  'scoring/edited-elsewhere',
  'scoring/already-sealed',
  'scoring/not-sealed',
  'scoring/incomplete',
  'scoring/reason-missing',
  'scoring/undo-too-late',
  'scoring/undo-opened',
  'scoring/not-revealed',
  'scoring/round-open',
  'scoring/already-open',
  // consensus
  'consensus/proposal-changed',
  'consensus/round-changed',
  'consensus/already-approved',
  'consensus/reason-missing',
  'consensus/no-proposal',
  'consensus/area-unsettled',
  'consensus/area-signed',
  'consensus/area-locked',
  'consensus/area-not-signed',
  // interviews
  'interviews/stale',
  'interviews/unknown',
  'interviews/past-midnight',
  'interviews/bad-length',
  'interviews/reason-missing',
  'interviews/red-findings',
  'interviews/nothing-new',
  'interviews/link-spent',
  'interviews/not-asked',
  'interviews/note-edited-elsewhere',
  'interviews/solver-timeout',
  // report
  'report/not-ready',
  'report/changed-since',
  'report/not-locked',
  'report/already-signed',
  'report/reason-missing',
  'report/acceptance-missing',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

/** Plain values that say where the rule broke (a question's number, a limit), never another person's hidden score. */
export type RefusalFacts = Readonly<Record<string, unknown>>;

/** A broken rule, told to the person who broke it. Thrown by rules; everything else that is thrown is a defect. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly facts: RefusalFacts = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }
}
