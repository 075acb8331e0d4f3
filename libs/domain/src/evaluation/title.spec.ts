import { titleOf } from './title';

it('is the municipality and the year, as in a letter', () => {
  expect(titleOf({ municipality: { code: '2417', name: 'Norsjö' }, year: 2015 })).toBe('Norsjö 2015');
});
