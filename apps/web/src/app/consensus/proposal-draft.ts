import { compareExact, Refusal, settledPercent, swedish, type DivergenceCause, type Exact } from '@samsyn/domain';
import type { ProposalView } from '@samsyn/contract';
import type { Row } from './board-row';

/** A proposal being written. Kept until it is sent or thrown away, whatever happens on the board meanwhile. */
export interface ProposalDraft {
  readonly percent: string;
  readonly text: string;
  readonly reason: string;
  readonly cause: DivergenceCause | null;
  /** The proposal its writer saw, and the round. */
  readonly answers: number | null;
  readonly round: number;
  /** Sending was tried: now every fault is named. */
  readonly tried: boolean;
}

export type DraftFault = 'percent-empty' | 'percent-range' | 'percent-step' | 'reason' | 'cause';

/** "45" or "45,7": a percent as one would type it. */
export const typed = (percent: Exact): string => swedish(percent, 1).replace(/,0$/, '');

/** What a form starts with: the prefilled value, or what stands when one writes against it. */
export function startOf(row: Row): ProposalDraft {
  const against: ProposalView | null = row.settled ?? row.standing;
  const percent = against?.percent ?? row.prefill.percent;
  return { percent: percent === null ? '' : typed(percent), text: against?.text ?? '', reason: '', cause: against?.cause ?? null, answers: row.answers, round: row.seen.round, tried: false };
}

/** The typed percent, exact, or what is wrong with it. */
export function percentOf(text: string): { value: Exact; fault: null } | { value: null; fault: DraftFault } {
  if (text.trim() === '') return { value: null, fault: 'percent-empty' };
  try {
    return { value: settledPercent(text), fault: null };
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    return { value: null, fault: refusal.code === 'scoring/off-step' ? 'percent-step' : 'percent-range' };
  }
}

/** Whether the value is another than the prefilled one, or an agreed value is being changed: then a reason is due. */
export function needsReason(row: Row, draft: ProposalDraft): boolean {
  const { value } = percentOf(draft.percent);
  if (row.state === 'settled' || row.prefill.percent === null) return true;
  return value !== null && compareExact(value, row.prefill.percent) !== 0;
}

export const needsCause = (row: Row): boolean => row.divergence?.band === 'red';

/** Everything that stands in the way of sending, in the order of the form. */
export function faultsOf(row: Row, draft: ProposalDraft): DraftFault[] {
  const { fault } = percentOf(draft.percent);
  return [
    ...(fault ? [fault] : []),
    ...(needsReason(row, draft) && draft.reason.trim() === '' ? (['reason'] as const) : []),
    ...(needsCause(row) && draft.cause === null ? (['cause'] as const) : []),
  ];
}

/** A newer proposal or round has come since the writer began: what was typed waits until they have seen it. */
export const isStale = (row: Row, draft: ProposalDraft): boolean => draft.answers !== row.answers || draft.round !== row.seen.round;
