import type { Instrument, Question } from '@samsyn/domain';
import { columnsOf } from './side-words';

const words = (text: string): { sv: string; en: string } => ({ sv: text, en: text });
const questionOn = (...sides: string[][]): Question => ({ number: '1.1', title: words('f'), short: words('f'), max: 100, criteria: sides.map((dimensions, at) => ({ key: 'abc'.charAt(at), title: words('k'), dimensions })) });
const judgingOn = (...keys: string[]): Pick<Instrument, 'dimensions'> => ({ dimensions: keys.map((key) => ({ key, title: words(key), anchors: [] })) });

describe('the columns of the grid', () => {
  it('are the four of KommunKompassen where the instrument names none', () => {
    for (const instrument of [null, {}]) expect(columnsOf(instrument, questionOn(['system', 'deployment']))).toEqual(['system', 'deployment', 'results', 'evaluation']);
  });

  it("are the instrument's own, in its order", () => {
    expect(columnsOf(judgingOn('plan', 'act'), questionOn(['act'], ['plan']))).toEqual(['plan', 'act']);
  });

  it('are only those the question uses when there are more than four', () => {
    const caf = judgingOn('plan', 'do', 'check', 'act', 'trends', 'targets');
    expect(columnsOf(caf, questionOn(['act', 'plan'], ['do', 'plan']))).toEqual(['plan', 'do', 'act']);
    expect(columnsOf(caf, questionOn(['targets', 'trends']))).toEqual(['trends', 'targets']);
  });
});
