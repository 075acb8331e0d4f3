import type { DocumentVersionView, RequestList, RequestView } from '@samsyn/contract';
import { isOpenRequest } from '@samsyn/domain';

type Listed = Pick<RequestView, 'status' | 'due' | 'overdue'>;

/** The earliest due day first, without a day last; otherwise as listed. */
const byDue = <R extends Listed>(requests: readonly R[]): R[] => [...requests].sort((a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999'));

/** For who delivers: what is to be put right, what is left, what is done. */
export const forContact = <R extends Listed>(requests: readonly R[]): { returned: R[]; left: R[]; done: R[] } => ({
  returned: byDue(requests.filter(({ status }) => status === 'returned')),
  left: byDue(requests.filter(({ status }) => status === 'requested' || status === 'underway')),
  done: requests.filter(({ status }) => !isOpenRequest(status) && status !== 'draft'),
});

export const deskGroups = ['review', 'draft', 'away', 'done'] as const;

/** For coordinator and evaluators: what they are to look at, what is not asked yet, what lies with the municipality, what is done. */
export const forDesk = <R extends Listed>(requests: readonly R[]): Record<(typeof deskGroups)[number], R[]> => ({
  review: byDue(requests.filter(({ status }) => status === 'submitted' || status === 'notApplicable')),
  draft: requests.filter(({ status }) => status === 'draft'),
  away: byDue(requests.filter(({ status }) => isOpenRequest(status))),
  done: requests.filter(({ status }) => status === 'accepted'),
});

/** The coming day by which the next open item is due; what is already late says so itself. Null when none has a day. */
export const nextDue = (requests: readonly Listed[]): string | null => byDue(requests.filter(({ status, overdue }) => isOpenRequest(status) && !overdue))[0]?.due ?? null;

/** Every version in the list. */
export const versionsIn = (list: Pick<RequestList, 'requests' | 'loose'>): DocumentVersionView[] =>
  [...list.requests.flatMap(({ documents }) => documents), ...list.loose].flatMap(({ versions }) => versions);

/** Whether something lies there that was not refused: only then is there anything to hand in. */
export const hasMaterial = ({ documents }: Pick<RequestView, 'documents'>): boolean => documents.some(({ versions }) => versions[0] !== undefined && versions[0].state !== 'refused');
