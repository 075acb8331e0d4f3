import type { RequestView } from '@samsyn/contract';
import { forContact, forDesk, hasMaterial, nextDue } from './requests-sorted';

const request = (title: string, status: RequestView['status'], due: string | null = null): { title: string; status: RequestView['status']; due: string | null; overdue: boolean } => ({ title, status, due, overdue: false });
const all = [request('a', 'requested', '2026-11-30'), request('b', 'underway', '2026-11-20'), request('c', 'returned', '2026-12-01'), request('d', 'accepted'), request('e', 'submitted'), request('f', 'notApplicable'), request('g', 'draft'), request('h', 'requested')];
const titles = (requests: readonly { title: string }[]): string => requests.map(({ title }) => title).join('');

it('shows the municipality what is to be put right, what is left by its day, and what is done; never drafts', () => {
  const { returned, left, done } = forContact(all);
  expect([titles(returned), titles(left), titles(done)]).toEqual(['c', 'bah', 'def']);
});

it('shows the desk what waits for it first', () => {
  const { review, draft, away, done } = forDesk(all);
  expect([titles(review), titles(draft), titles(away), titles(done)]).toEqual(['ef', 'g', 'bach', 'd']);
});

it('names the day of the next open item, or none', () => {
  expect([nextDue(all), nextDue([request('a', 'accepted', '2026-01-01')]), nextDue([])]).toEqual(['2026-11-20', null, null]);
  expect(nextDue(all.map((one) => ({ ...one, overdue: one.title === 'b' })))).toBe('2026-11-30');
});

it('finds nothing to hand in where every file was refused', () => {
  const documents = (...states: string[]): RequestView['documents'] => states.map((state) => ({ versions: [{ state }] })) as unknown as RequestView['documents'];
  expect([documents(), documents('refused'), documents('refused', 'checking'), documents('unscanned')].map((own) => hasMaterial({ documents: own }))).toEqual([false, false, true, true]);
});
