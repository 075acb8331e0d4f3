import { Refusal } from '../refusal';
import { mayTakeBack, movesOf, requestStates, requireMove, type Mover, type RequestState } from './request';

const all: readonly Mover[] = ['coordinator', 'contact', 'delegate', 'evaluator', 'adjudicator', 'observer'];
const legal: Record<RequestState, Partial<Record<Mover, RequestState[]>>> = {
  draft: { coordinator: ['requested'] },
  requested: { coordinator: ['draft'], contact: ['underway', 'notApplicable'], delegate: ['underway', 'notApplicable'] },
  underway: { contact: ['submitted', 'notApplicable'], delegate: ['submitted', 'notApplicable'] },
  submitted: { coordinator: ['accepted', 'returned'], evaluator: ['accepted', 'returned'] },
  accepted: { coordinator: ['returned'], evaluator: ['returned'] },
  returned: { contact: ['underway', 'submitted', 'notApplicable'], delegate: ['underway', 'submitted', 'notApplicable'] },
  notApplicable: { coordinator: ['requested', 'accepted'], evaluator: ['requested', 'accepted'] },
};
const refusalOf = (...given: Parameters<typeof requireMove>): unknown => {
  try {
    requireMove(...given);
  } catch (refused) {
    if (refused instanceof Refusal) return [refused.code, refused.facts];
    throw refused;
  }
  return 'fine';
};

describe('the moves of a request', () => {
  it.each(requestStates)('from %s are those of each role and no others', (from) => {
    expect(Object.fromEntries(all.map((mover) => [mover, movesOf(from, mover)]))).toEqual({ coordinator: [], contact: [], delegate: [], evaluator: [], adjudicator: [], observer: [], ...legal[from] });
  });

  it('are all that one may in any of several roles', () => {
    expect(movesOf('requested', 'coordinator', 'contact')).toEqual(['draft', 'underway', 'notApplicable']);
    expect(movesOf('requested')).toEqual([]);
  });

  it('never lead to where the request stands', () => {
    for (const state of requestStates) expect(movesOf(state, ...all)).not.toContain(state);
  });

  it('are refused by naming the allowed ones, whatever the reason', () => {
    expect(refusalOf('submitted', 'underway', 'x', 'contact')).toEqual(['documents/illegal-move', { from: 'submitted', to: 'underway', allowed: [] }]);
    expect(refusalOf('submitted', 'draft', 'x', 'coordinator')).toEqual(['documents/illegal-move', { from: 'submitted', to: 'draft', allowed: ['accepted', 'returned'] }]);
  });

  it.each<[RequestState, RequestState, Mover]>([['submitted', 'returned', 'evaluator'], ['accepted', 'returned', 'coordinator'], ['requested', 'notApplicable', 'delegate'], ['underway', 'notApplicable', 'contact'], ['notApplicable', 'requested', 'coordinator']])(
    'from %s to %s need a reason', (from, to, mover) => {
      expect(refusalOf(from, to, ' \n ', mover)).toEqual(['documents/reason-missing', { to }]);
      expect(refusalOf(from, to, 'Fel år.', mover)).toBe('fine');
    },
  );

  it.each<[RequestState, RequestState, Mover]>([['draft', 'requested', 'coordinator'], ['requested', 'underway', 'contact'], ['underway', 'submitted', 'delegate'], ['submitted', 'accepted', 'evaluator'], ['notApplicable', 'accepted', 'evaluator']])(
    'from %s to %s speak for themselves', (from, to, mover) => expect(refusalOf(from, to, '', mover)).toBe('fine'),
  );
});

it('lets who delivered take a mistake away until it is accepted, and not before it is asked for', () => {
  expect(requestStates.filter(mayTakeBack)).toEqual(['requested', 'underway', 'submitted', 'returned', 'notApplicable']);
});
