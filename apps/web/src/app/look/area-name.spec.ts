import { areaName } from './area-name';

it('drops what all areas of the kind begin with', () => {
  expect(areaName('Kommunen som samhällsbyggare')).toBe('Samhällsbyggare');
  expect(areaName('Kommunen som arbetsgivare - personalpolitik')).toBe('Arbetsgivare');
  expect(areaName('Politisk styrning och kontroll')).toBe('Politisk styrning och kontroll');
});
