import { evaluator, instrumentOf } from '@samsyn/samples';
import fc from 'fast-check';
import { defaultPolicy } from '../evaluation';
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
    expect(of('43.3', '75')).toEqual({ band: 'red', percentagePoints: '-317/10', points: '-317/40', median: null, outlier: null, missing: [] });
    expect(of('60', '45')).toMatchObject({ band: 'amber', percentagePoints: '15', points: '15/4' });
    expect(of('60', '60')).toMatchObject({ band: 'within', percentagePoints: '0' });
  });

  it('of three or more is the spread, with median and the one who stands apart', () => {
    expect(of('40', '50', '90')).toEqual({ band: 'red', percentagePoints: '50', points: '25/2', median: '50', outlier: evaluator(3), missing: [] });
    expect(of('40', '50', '60')).toMatchObject({ median: '50', outlier: null });
    expect(of('30', '50', '70')).toMatchObject({ median: '50', outlier: null, band: 'red' });
    expect(of('35', '50', '50')).toMatchObject({ outlier: evaluator(1), band: 'amber' });
    expect(of('10', '40', '45', '50')).toMatchObject({ median: '85/2', outlier: evaluator(1) });
  });

  it('is red when someone has no percent, or nobody has', () => {
    expect(of('40', null)).toEqual({ band: 'red', percentagePoints: null, points: null, median: null, outlier: null, missing: [evaluator(2)] });
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
