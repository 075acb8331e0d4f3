import type { CoverageRow } from '../documents';
import { guideOf, interviewsByQuestion } from './guide';
import { emptyPlan, planFromTemplate } from './template';

const row = (number: string, there: number, kinds: number): CoverageRow => ({ number, area: 1, document: { asked: 1, there }, web: 0, interview: 0, questionnaire: false, kinds });
const plan = planFromTemplate('twoDays', '2026-11-10', []);
const given = { ...plan, groups: plan.groups.map((group, at) => ({ ...group, questions: [['1.1', '1.2'], ['1.2'], [], [], ['1.3']][at] ?? [] })) };

describe('the guide of each group', () => {
  it('has its own questions with what they lack, and shares out what nobody takes up', () => {
    const guide = guideOf(given, [row('1.1', 1, 2), row('1.2', 1, 2), row('1.3', 0, 0), row('2.1', 0, 0), row('2.2', 1, 1), row('3.1', 1, 3)]);
    expect(guide.map(({ title, questions }) => [title, questions.map(({ number, why }) => `${number} ${why}`)])).toEqual([
      ['Central ledning', ['1.1 noOtherInterview', '1.2 assigned', '2.1 noDocument']], ['Politisk ledning', ['1.2 assigned', '2.2 noOtherInterview']],
      ['Förvaltningschefer', []], ['Resultatenhetschefer', []], ['Fackliga organisationer', ['1.3 noDocument']],
    ]);
  });

  it('is empty without groups', () => {
    expect(guideOf(emptyPlan([]), [row('1.1', 0, 0)])).toEqual([]);
  });
});

describe('interviews by question', () => {
  it('counts what is in the plan, and not groups that wait', () => {
    expect(interviewsByQuestion(given)).toEqual({ '1.1': 1, '1.2': 2, '1.3': 1 });
    expect(interviewsByQuestion({ ...given, items: given.items.filter(({ group }) => group === 'group-1') })).toEqual({ '1.1': 1, '1.2': 1 });
  });
});
