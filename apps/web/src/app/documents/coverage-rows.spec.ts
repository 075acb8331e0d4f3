import { isGap, shownBy, standingOf, type CoverageRow } from './coverage-rows';

const row = (given: Partial<CoverageRow>): CoverageRow => ({ number: '3.2', area: 3, document: { asked: 0, there: 0 }, web: 0, interview: 0, questionnaire: false, own: null, kinds: 0, ...given });

describe('coverage', () => {
  it('tells what has come from what is only asked for', () => {
    expect(standingOf(row({ document: { asked: 2, there: 1 } }), 'document')).toBe('there');
    expect(standingOf(row({ document: { asked: 2, there: 0 } }), 'document')).toBe('asked');
    expect(standingOf(row({}), 'document')).toBe('none');
    expect(standingOf(row({ web: 1 }), 'web')).toBe('there');
    expect(standingOf(row({ questionnaire: true }), 'questionnaire')).toBe('there');
    expect(standingOf(row({}), 'interview')).toBe('none');
  });

  it('shows the questions without material, and those with fewer than two kinds', () => {
    const [nothing, one, two] = [row({}), row({ kinds: 1 }), row({ kinds: 2 })] as const;
    expect([nothing, one, two].map((each) => shownBy('none', each))).toEqual([true, false, false]);
    expect([nothing, one, two].map((each) => shownBy('few', each))).toEqual([true, true, false]);
    expect([nothing, one, two].every((each) => shownBy('all', each))).toBe(true);
    expect(isGap(two)).toBe(false);
  });
});
