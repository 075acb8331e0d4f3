import type { MemberView } from '@samsyn/contract';
import { seatsOf } from './seat-lines';

const member = (person: string, seat: number | null, more: Partial<MemberView> = {}): MemberView => ({ person, name: person.toUpperCase(), organisation: '', role: seat === null ? 'observer' : 'evaluator', seat, active: true, declared: { at: '', conflict: false }, ...more });
const of = (members: readonly MemberView[], more: object = {}) => seatsOf({ members: [...members], progress: [], nudges: [], questions: 5, me: 'ana', ...more });

describe('the seats of the overview', () => {
  it('stand in order, each with its count, its nudge and who had it before', () => {
    const members = [member('luis', 2), member('ana', 1, { active: false, replaced: { at: '2026-05-03', by: 'bo' } }), member('ola', null), member('bo', 1)];
    const lines = of(members, { progress: [{ person: 'bo', sealed: 2, of: 3 }, { person: 'luis', sealed: 3, of: 3 }], nudges: [{ person: 'bo', by: 'karin', at: '2026-05-04' }], me: 'bo' });
    expect(lines.map(({ seat, person, me, empty, sealed, of: all, nudgedAt }) => [seat, person, me, empty, sealed, all, nudgedAt])).toEqual([[1, 'bo', true, false, 2, 3, '2026-05-04'], [2, 'luis', false, false, 3, 3, null]]);
    expect(lines[0]?.before).toEqual([{ person: 'ana', name: 'ANA', at: '2026-05-03' }]);
  });

  it('stand empty after a conflict, and are gone when their holder was removed', () => {
    const lines = of([member('ana', 1, { active: false, declared: { at: '', conflict: true } }), member('luis', 2), member('eva', 3, { active: false })]);
    expect(lines.map(({ seat, person, empty, me, of: all }) => [seat, person, empty, me, all])).toEqual([[1, 'ana', true, false, 5], [2, 'luis', false, false, 5]]);
  });
});
