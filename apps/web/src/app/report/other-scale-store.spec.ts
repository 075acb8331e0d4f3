import { TestBed } from '@angular/core/testing';
import { questionsOf, type Instrument, type Mapping, type Report } from '@samsyn/domain';
import { shippedInstrument } from '@samsyn/domain/shipped';
import { OtherScaleStore, readOn, scaleOf, spanOf } from './other-scale-store';

const shipped = (id: string): Instrument => {
  const found = shippedInstrument(id);
  if (!found) throw new RangeError(id);
  return found;
};
/** As much of a locked report as the panel reads: every question at 60 percent. */
const reportOf = (id: string): Report => ({
  instrument: { id }, decimals: 0,
  areas: shipped(id).areas.map((area) => ({ number: area.number, rows: area.questions.map(({ number, max }) => ({ number, exact: { percent: '60', max: `${max}` } })) })),
}) as unknown as Report;
const answer = (status: number, body: unknown): Response => ({ ok: status < 400, status, json: () => Promise.resolve(body) }) as Response;
const own: Mapping = { from: ['kk-2010'], to: ['kk-2016'], questions: { '1.1': { from: ['1.1'], kind: 'same' } }, hints: [] };

describe('a report on another scale', () => {
  it('reads from the figures of the report alone', () => {
    const scale = scaleOf(reportOf('kk-2010'));
    expect([scale.id, scale.areas.map(({ max }) => max)]).toEqual(['kk-2010', Array(8).fill('100')]);
    expect(scale.areas.flatMap(({ questions }) => questions)).toHaveLength(45);
  });

  it('gives spans between revisions, exact points between variants, nothing on the original version', () => {
    expect(readOn(reportOf('kk-2010'), shipped('kk-2016'), null)?.total).toMatchObject({ exact: null, assumed: { low: '444', high: '504' }, missing: ['6.5', '7.2', '7.4'] });
    expect(readOn(reportOf('kk-2010-norrkoping'), shipped('kk-2010'), null)?.total.exact).toBe('480');
    expect(readOn(reportOf('kk-2010'), shipped('kk-pre2010'), null)).toMatchObject({ total: { firm: null, assumed: null }, hints: [{ low: 80, high: 100 }] });
    expect(readOn(reportOf('kk-2010'), shipped('kk-2020'), null)).toBeNull();
  });

  it('asks the owners first, the target before the report’s own model, and passes over what does not fit', () => {
    const [report, to, from] = [reportOf('kk-2010'), shipped('kk-2016'), shipped('kk-2010')];
    const same = (mappings: readonly [Mapping[], Mapping[]]) => readOn(report, { ...to, mappings: mappings[0] }, { ...from, mappings: mappings[1] })?.total.share;
    expect(same([[own], []])).toBe('15/8');
    expect(same([[], [own]])).toBe('15/8');
    expect(same([[{ ...own, questions: {} }], [own]])).toBe('0');
    expect(same([[{ ...own, questions: { '9.9': null } }], []])).toBe(readOn(report, to, null)?.total.share);
  });

  it('writes spans with an en dash, one figure where the ends meet in print, nothing for nothing', () => {
    expect([spanOf({ low: '51', high: '66' }, 0), spanOf({ low: '107/2', high: '54' }, 0), spanOf({ low: '107/2', high: '54' }, 1), spanOf(null, 0)]).toEqual(['51–66', '54', '53,5–54,0', null]);
  });
});

describe('choosing a model', () => {
  const real = globalThis.fetch;
  const asked: string[] = [];
  let answers: Record<string, () => Promise<Response>>;
  const store = () => TestBed.inject(OtherScaleStore);
  const found = (id: string) => () => Promise.resolve(answer(200, shipped(id)));

  beforeEach(() => {
    asked.length = 0;
    answers = { 'kk-2010': found('kk-2010'), 'kk-2016': found('kk-2016'), 'kk-2020': found('kk-2020') };
    globalThis.fetch = (address) => {
      asked.push(String(address));
      return (answers[String(address).split('/').at(-1) ?? ''] ?? (() => Promise.resolve(answer(404, { code: 'wire/not-found', facts: {}, request: 'r' }))))();
    };
    TestBed.configureTestingModule({ providers: [OtherScaleStore] });
  });
  afterAll(() => void (globalThis.fetch = real));

  it('reads the model once and says when nothing is known of the two', async () => {
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect([store().reading().kind, store().shown()?.model.id]).toEqual(['read', 'kk-2016']);
    await store().choose(reportOf('kk-2010'), 'kk-2020');
    expect([store().reading().kind, store().shown()]).toEqual(['unmapped', null]);
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect(asked.sort()).toEqual(['/api/instruments/kk-2010', '/api/instruments/kk-2016', '/api/instruments/kk-2020']);
    await store().choose(reportOf('kk-2010'), '');
    expect(store().reading().kind).toBe('none');
  });

  it('does without the report’s model when it is not published', async () => {
    delete answers['kk-2010'];
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect(store().reading().kind).toBe('read');
  });

  it('tells of a lost network, and reads on a second try', async () => {
    answers['kk-2016'] = () => Promise.reject(new TypeError('network'));
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect(store().reading()).toMatchObject({ kind: 'failed', failure: { code: 'offline' } });
    answers['kk-2016'] = found('kk-2016');
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect(store().reading().kind).toBe('read');
  });

  it('keeps the last choice when an earlier answer comes late', async () => {
    let late: (response: Response) => void = () => undefined;
    answers['kk-2016'] = () => new Promise((resolve) => (late = resolve));
    const first = store().choose(reportOf('kk-2010'), 'kk-2016');
    await store().choose(reportOf('kk-2010'), 'kk-2020');
    late(answer(200, shipped('kk-2016')));
    await first;
    expect(store().reading()).toMatchObject({ kind: 'unmapped', model: { id: 'kk-2020' } });
  });

  it('tells when the list of models cannot be read', async () => {
    answers['instruments'] = () => Promise.resolve(answer(503, null));
    await store().open();
    expect([store().models(), store().modelsFailure()?.code]).toEqual([null, 'offline']);
    answers['instruments'] = () => Promise.resolve(answer(200, []));
    await store().open();
    expect([store().models(), store().modelsFailure()]).toEqual([[], null]);
  });

  it('knows every question of the model it shows', async () => {
    await store().choose(reportOf('kk-2010'), 'kk-2016');
    expect(store().shown()?.result.areas.flatMap(({ questions }) => questions)).toHaveLength(questionsOf(shipped('kk-2016')).length);
  });
});
