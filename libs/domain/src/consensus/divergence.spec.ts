import { cafLike, efqmLike, evaluator, instrumentOf } from '@samsyn/samples';
import fc from 'fast-check';
import { defaultPolicy, type Policy } from '../evaluation';
import { questionsOf } from '../instrument';
import { asExact, exact, magnitude, type Exact } from '../scoring';
import { bandOf, divergenceOf, medianOf, sumChecks, type Mark } from './divergence';

const marksOf = (...percents: (string | null)[]): Mark[] => percents.map((percent, at) => ({ person: evaluator(at + 1), percent }));
const of = (...percents: (string | null)[]) => divergenceOf(marksOf(...percents), 25, defaultPolicy);
const percent = fc.tuple(fc.nat(1200), fc.constantFrom(12, 24, 36, 40)).map(([n, d]): Exact => asExact(exact(n % (100 * d)).div(d)));

describe('the band', () => {
  it.each([['0', 'within'], ['14.9', 'within'], ['449/30', 'within'], ['15', 'amber'], ['-15', 'amber'], ['29.9', 'amber'], ['899/30', 'amber'], ['30', 'red'], ['-30', 'red'], ['100', 'red']] as const)('of %s is %s', (points, band) => {
    expect(bandOf(points, defaultPolicy)).toBe(band);
  });

  it('follows the policy', () => {
    expect([bandOf('5', { amber: 5, red: 6 }), bandOf('6', { amber: 5, red: 6 }), bandOf('4.9', { amber: 5, red: 6 })]).toEqual(['amber', 'red', 'within']);
  });
});

describe('divergence', () => {
  it('of two is signed, in percentage points and in points of the maximum', () => {
    expect(of('43.3', '75')).toEqual({ band: 'red', percentagePoints: '-317/10', points: '-317/40', bandsApart: 1, amberBy: [], median: null, outlier: null, missing: [] });
    expect(of('60', '45')).toMatchObject({ band: 'amber', percentagePoints: '15', points: '15/4', bandsApart: 0, amberBy: ['share'] });
    expect(of('60', '60')).toMatchObject({ band: 'within', percentagePoints: '0' });
  });

  it('of three or more is the spread, with median and the one who stands apart', () => {
    expect(of('40', '50', '90')).toEqual({ band: 'red', percentagePoints: '50', points: '25/2', bandsApart: 2, amberBy: [], median: '50', outlier: evaluator(3), missing: [] });
    expect(of('40', '50', '60')).toMatchObject({ median: '50', outlier: null });
    expect(of('30', '50', '70')).toMatchObject({ median: '50', outlier: null, band: 'red' });
    expect(of('35', '50', '50')).toMatchObject({ outlier: evaluator(1), band: 'amber' });
    expect(of('10', '40', '45', '50')).toMatchObject({ median: '85/2', outlier: evaluator(1) });
  });

  it('is red when someone has no percent, or nobody has', () => {
    expect(of('40', null)).toEqual({ band: 'red', percentagePoints: null, points: null, bandsApart: null, amberBy: [], median: null, outlier: null, missing: [evaluator(2)] });
    expect(of(null, null, null)).toMatchObject({ band: 'red', missing: [1, 2, 3].map(evaluator) });
  });

  it('of one mark or none is within', () => {
    expect([of('40').band, of().band, of().percentagePoints]).toEqual(['within', 'within', null]);
  });

  it('takes medians of odd and even numbers', () => {
    expect([medianOf(['10']), medianOf(['10', '20', '90']), medianOf(['10', '20', '25', '90'])]).toEqual(['10', '20', '45/2']);
  });

  it('is symmetric for two', () => {
    fc.assert(fc.property(percent, percent, (one, other) => {
      const [there, back] = [of(one, other), of(other, one)];
      expect(there.band).toBe(back.band);
      expect([magnitude(there.percentagePoints ?? ''), magnitude(there.points ?? '')]).toEqual([magnitude(back.percentagePoints ?? ''), magnitude(back.points ?? '')]);
      expect(exact(there.percentagePoints ?? '').add(exact(back.percentagePoints ?? '')).equals(0)).toBe(true);
    }));
  });

  it('is the same in any order of two to six evaluators', () => {
    const mixed = fc.array(percent, { minLength: 2, maxLength: 6 }).chain((values) => {
      const marks = marksOf(...values);
      return fc.record({ marks: fc.constant(marks), other: fc.shuffledSubarray(marks, { minLength: marks.length }) });
    });
    fc.assert(fc.property(mixed, ({ marks, other }) => {
      const comparable = (list: Mark[]) => {
        const { band, percentagePoints, median, outlier } = divergenceOf(list, 20, defaultPolicy);
        return { band, size: magnitude(percentagePoints ?? ''), median, outlier };
      };
      expect(comparable(other)).toEqual(comparable(marks));
      expect(comparable(marks).band).toBe(bandOf(comparable(marks).size, defaultPolicy));
    }));
  });
});

describe('points and levels as further limits', () => {
  const found = (max: number, rules: Partial<Policy>, ...percents: (string | null)[]) => {
    const { band, amberBy } = divergenceOf(marksOf(...percents), max, { ...defaultPolicy, ...rules });
    return [band, ...amberBy];
  };
  /** Off by default, then any half up to 20 points and any number of levels. */
  const rules = fc.record({ points: fc.integer({ min: 1, max: 40 }).map((halves) => halves / 2), bands: fc.integer({ min: 1, max: 4 }) }, { requiredKeys: [] });
  const max = fc.constantFrom(10, 15, 20, 25, 30, 50, 0.001, 12.5);
  const seats = fc.array(percent, { minLength: 2, maxLength: 4 });

  it.each([
    // 3 points of 25 are exactly 12 %; of 30 exactly 10 %. A half point more or less in the limit decides.
    [25, { points: 3 }, ['40', '52'], ['amber', 'points']], [25, { points: 3 }, ['40', '51.9'], ['within']], [25, { points: 3.5 }, ['40', '52'], ['within']], [30, { points: 3 }, ['60', '50'], ['amber', 'points']],
    [30, { points: 3 }, ['60', '451/9'], ['within']], [30, { points: 0.5 }, ['50', '155/3'], ['amber', 'points']], [30, { points: 0.5 }, ['50', '154/3'], ['within']],
    // Both limits of amber at once, and red stays red whatever else is reached.
    [20, { points: 3 }, ['40', '55'], ['amber', 'share', 'points']], [20, { points: 7 }, ['40', '70'], ['red']], [20, { points: 0.5, bands: 1 }, ['0', '100'], ['red']], [10, { points: 3 }, ['40', '69.9'], ['amber', 'share']],
    // A level begins at its lower anchor; 0 is alone.
    [20, { bands: 1 }, ['39.9', '40'], ['amber', 'bands']], [20, { bands: 1 }, ['40', '53'], ['within']], [20, { bands: 1 }, ['209/3', '70'], ['amber', 'bands']], [20, { bands: 1 }, ['0', '1/8'], ['amber', 'bands']],
    [20, { bands: 1 }, ['1/8', '14'], ['within']], [20, { bands: 1 }, ['89', '90'], ['amber', 'bands']], [20, { bands: 2 }, ['39', '69'], ['red']], [20, { bands: 2 }, ['41', '70'], ['amber', 'share']], [20, { bands: 2 }, ['69', '90'], ['amber', 'share', 'bands']],
    [20, { points: 1, bands: 1 }, ['38', '45'], ['amber', 'points', 'bands']],
    // Three and four: the lowest against the highest.
    [25, { points: 3 }, ['40', '46', '52'], ['amber', 'points']], [25, { points: 3 }, ['40', '46', '51'], ['within']], [20, { bands: 1 }, ['41', '45', '39', '44'], ['amber', 'bands']], [20, { bands: 2 }, ['41', '45', '39', '44'], ['within']],
    [20, { points: 1, bands: 1 }, ['40', null], ['red']], [20, { points: 0.5, bands: 1 }, ['40'], ['within']],
  ] as const)('of max %p with %p: %p is %p', (of, more, percents, wanted) => {
    expect(found(of, more, ...percents)).toEqual(wanted);
  });

  it('raise to amber and never to red, lower nothing, and absent change nothing', () => {
    const order = ['within', 'amber', 'red'];
    fc.assert(fc.property(seats, max, rules, (values, of, more) => {
      const [plain, with_] = [divergenceOf(marksOf(...values), of, defaultPolicy), divergenceOf(marksOf(...values), of, { ...defaultPolicy, ...more })];
      expect(plain.band).toBe(bandOf(plain.percentagePoints ?? '', defaultPolicy));
      expect(order.indexOf(with_.band)).toBeGreaterThanOrEqual(order.indexOf(plain.band));
      expect(with_.band === 'red').toBe(plain.band === 'red');
      expect(with_.band === 'amber').toBe(with_.amberBy.length > 0);
      expect([with_.percentagePoints, with_.points, with_.median, with_.missing]).toEqual([plain.percentagePoints, plain.points, plain.median, plain.missing]);
      if (more.points === undefined && more.bands === undefined) expect(with_).toEqual(plain);
    }));
  });

  it('say by which of them, exactly, in any order of two to four evaluators', () => {
    fc.assert(fc.property(seats, max, rules, (values, of, more) => {
      const { amberBy, points, bandsApart, band } = divergenceOf(marksOf(...values), of, { ...defaultPolicy, ...more });
      expect(divergenceOf(marksOf(...values).reverse(), of, { ...defaultPolicy, ...more }).amberBy).toEqual(amberBy);
      if (band === 'red') return;
      expect(amberBy.includes('points')).toBe(more.points !== undefined && exact(points ?? '').abs().mul(2).compare(more.points * 2) >= 0);
      expect(amberBy.includes('bands')).toBe(more.bands !== undefined && (bandsApart ?? 0) >= more.bands);
    }));
  });

  it('name who stands apart by them too', () => {
    const outlier = (more: Partial<Policy>) => divergenceOf(marksOf('38', '45', '46'), 50, { ...defaultPolicy, ...more }).outlier;
    expect([outlier({}), outlier({ points: 3.5 }), outlier({ points: 4 }), outlier({ bands: 1 }), outlier({ bands: 2 })]).toEqual([null, evaluator(1), null, evaluator(1), null]);
  });

  it.each([cafLike, efqmLike])('serve $id as they serve KommunKompassen', (own) => {
    const questions = questionsOf(own);
    expect(questions.length).toBeGreaterThan(20);
    for (const { max: of } of questions) {
      const half = asExact(exact('50').div(exact(`${of}`)));
      expect(found(of, { points: 0.5 }, '50', asExact(exact('50').add(half)))).toEqual(expect.arrayContaining(exact(half).compare(defaultPolicy.red) >= 0 ? ['red'] : ['points']));
      expect(found(of, { bands: 1 }, '65', '70')).toEqual(['amber', 'bands']);
    }
  });
});

describe('sums', () => {
  const instrument = instrumentOf([50, 50], [50, 50]);
  const persons = [evaluator(1), evaluator(2)];
  const checks = (marks: Record<string, Mark[]>, people = persons) => sumChecks(instrument, people, marks, { areaPoints: 10, totalPoints: 15 });

  it('are flagged at exactly the limit although no question is', () => {
    const marks = { '1.1': marksOf('60', '50'), '1.2': marksOf('60', '50') };
    expect(checks(marks).map(({ area, difference, flagged, compared }) => [area, difference, flagged, compared])).toEqual([[1, '10', true, 2], [2, '0', false, 0], [null, '10', false, 2]]);
    expect(checks({ ...marks, '1.2': marksOf('59.9', '50') })[0]).toMatchObject({ difference: '199/20', flagged: false });
  });

  it('are not flagged when differences cancel', () => {
    expect(checks({ '1.1': marksOf('90', '50'), '1.2': marksOf('50', '90') }).some(({ flagged }) => flagged)).toBe(false);
  });

  it('leave out questions that someone has no percent for', () => {
    const [area, , total] = checks({ '1.1': marksOf('90', null), '1.2': marksOf('60', '50'), '2.1': [{ person: evaluator(1), percent: '90' }] });
    expect([area?.compared, area?.difference, total?.compared]).toEqual([1, '5', 1]);
  });

  it('are spreads for three or more, person by person', () => {
    const [area, , total] = checks({ '1.1': marksOf('20', '40', '60'), '2.1': marksOf('50', '50', '40') }, [1, 2, 3].map(evaluator));
    expect(area?.points.map(({ points }) => points)).toEqual(['10', '20', '30']);
    expect([area?.difference, area?.flagged, total?.difference, total?.flagged]).toEqual(['20', true, '15', true]);
  });

  it('of nothing are not flagged', () => {
    expect(checks({}).map(({ difference, flagged }) => [difference, flagged])).toEqual([['0', false], ['0', false], ['0', false]]);
  });
});
