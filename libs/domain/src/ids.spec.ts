import { evaluationIdOf } from './ids';
import { Refusal } from './refusal';

const id = '11111111-1111-4111-8111-abcdefabcdef';

describe('the id of an evaluation', () => {
  it('has one spelling', () => {
    expect([evaluationIdOf(id), evaluationIdOf(id.toUpperCase())]).toEqual([id, id]);
  });

  it.each(['', 'x', `${id}0`, '../etc'])('is refused like one that does not exist: %p', (given) => {
    expect(() => evaluationIdOf(given)).toThrow(new Refusal('wire/not-found'));
  });
});
