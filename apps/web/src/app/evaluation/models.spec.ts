import type { InstrumentSummary } from '@samsyn/contract';
import { preferred, shelvesOf } from './models';

const model = (id: string, more: Partial<InstrumentSummary> = {}): InstrumentSummary => ({
  id, revision: id.slice(3, 7), title: { sv: id, en: id }, questions: 45, criteria: 45, scoreable: true, shipped: true, publishedAt: '2026-11-22T05:00:00.000Z', supersedes: null, supersededBy: null, ...more,
});
const shipped = [
  model('kk-2010', { supersededBy: 'kk-2010-v2' }), model('kk-2010-norrkoping'), model('kk-2010-v2', { criteria: 168 }), model('kk-2016', { supersededBy: 'kk-2016-v2' }),
  model('kk-2016-nassjo'), model('kk-2016-v2', { criteria: 168 }), model('kk-2020', { questions: 0, criteria: 0, scoreable: false }),
];
const ids = (models: readonly InstrumentSummary[]): string[] => models.map(({ id }) => id);

describe('the models of a new evaluation', () => {
  it('are those in force, newest first; the rest is older', () => {
    const { current, older } = shelvesOf([...shipped, model('own-2014', { shipped: false, revision: '2014' })]);
    expect([ids(current), ids(older)]).toEqual([['kk-2016-v2', 'own-2014', 'kk-2010-v2'], ['kk-2016', 'kk-2016-nassjo', 'kk-2010', 'kk-2010-norrkoping', 'kk-2020']]);
  });

  it('are never all hidden', () => {
    const only = [model('kk-2020', { scoreable: false })];
    expect(shelvesOf(only)).toEqual({ current: only, older: [] });
    expect([preferred(only), preferred([])]).toEqual(['', '']);
  });

  it('prefer the newest shipped one with criteria, or what an owner has put in its place', () => {
    expect(preferred([...shipped, model('zebra', { shipped: false, revision: 'zebra' })])).toBe('kk-2016-v2');
    const next = shipped.map((one) => (one.id === 'kk-2016-v2' ? { ...one, supersededBy: 'own-3' } : one));
    expect(preferred([...next, model('own-3', { shipped: false, supersededBy: 'own-4' }), model('own-4', { shipped: false })])).toBe('own-4');
    expect(preferred([...next, model('own-3', { shipped: false, supersededBy: 'kk-2016-v2' })])).toMatch(/own-3|kk-2016-v2/);
    expect(preferred([model('own-1', { shipped: false })])).toBe('own-1');
  });
});
