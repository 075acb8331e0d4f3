import { judgementKeys, questionOf, questionPercent, type Question } from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import { judgementsOf } from './granvik-judgements';
import { anaSheets, luisSheets } from './granvik-sheets';

const instrument = shippedInstrument('kk-2016-v2');
const question = (number: string): Question => {
  if (!instrument) throw new Error('kk-2016-v2');
  return questionOf(instrument, number);
};
const begun = (sheets: typeof anaSheets): string[] => Object.entries(sheets).filter(([number, { marks }]) => Object.keys(judgementsOf(question(number), marks ?? [], 0)).length < judgementKeys(question(number)).length).map(([number]) => number);

describe('the judgements of Granvik', () => {
  it('fill every cell of what is to be sealed, on the step, and leave what is only begun begun', () => {
    expect([begun(anaSheets), begun(luisSheets)]).toEqual([['3.2', '3.3', '5.1', '8.5'], ['8.5']]);
    for (const [sheets, turn] of [[anaSheets, 0], [luisSheets, 1]] as const)
      for (const [number, { marks }] of Object.entries(sheets)) for (const value of Object.values(judgementsOf(question(number), marks ?? [], turn))) expect([value % 10, value >= 10 && value <= 90]).toEqual([0, true]);
  });

  it('differ between criteria and between evaluators, around the same level', () => {
    const [ana, luis] = [0, 1].map((turn) => judgementsOf(question('1.5'), [60, 60], turn));
    expect(ana).not.toEqual(luis);
    expect(new Set(Object.values(ana ?? {})).size).toBeGreaterThan(1);
    expect([ana, luis].map((own) => questionPercent(question('1.5'), own ?? {}))).toEqual(['60', '60']);
  });
});
