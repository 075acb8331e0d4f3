import { evaluations, instruments } from '@samsyn/contract';
import { defaultPolicy, questionsOf, withoutGuidance } from '@samsyn/domain';
import { shippedInstrument, shippedInstruments } from '@samsyn/domain/shipped';
import { instrumentOf } from '@samsyn/samples';
import { pathOf } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, on } from '../spec-team';

describe('published instruments', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it('tell how much there is to judge, since when, and which one takes the place of which', async () => {
    const person = await house.person('Samordnare', { mayCreate: true });
    const list = await person.call(instruments.list);
    const of = (id: string) => list.find((one) => one.id === id);
    expect(list.filter(({ shipped }) => shipped).map(({ id }) => id)).toEqual(shippedInstruments.filter(({ training }) => !training).map(({ id }) => id).sort());
    expect([of('kk-2016')?.supersededBy, of('kk-2010')?.supersededBy, of('kk-2016-v2')?.supersedes, of('kk-2016-v2')?.supersededBy]).toEqual(['kk-2016-v2', 'kk-2010-v2', 'kk-2016', null]);
    expect([of('kk-2016')?.criteria, of('kk-2016-v2')?.questions, of('kk-2020')?.scoreable, of('kk-2020')?.criteria]).toEqual([45, 45, false, 0]);
    expect(of('kk-2016-v2')?.criteria).toBeGreaterThan(150);
    expect(Date.parse(of('kk-2016-v2')?.publishedAt ?? '')).toBeGreaterThan(0);
  });

  it('are superseded by the last that says so; training is not offered', async () => {
    const person = await house.person('Samordnare', { mayCreate: true });
    const supersededBy = async (id: string) => (await person.call(instruments.list)).find((one) => one.id === id)?.supersededBy;
    await person.call(instruments.publish, { body: { ...instrumentOf([100]), id: 'mother' } });
    expect(await supersededBy('mother')).toBeNull();
    const first = await person.call(instruments.publish, { body: { ...instrumentOf([100]), id: 'zz-first', supersedes: 'mother' } });
    expect([first.supersedes, first.supersededBy, first.criteria, await supersededBy('mother')]).toEqual(['mother', null, 1, 'zz-first']);
    await person.call(instruments.publish, { body: { ...instrumentOf([100]), id: 'aa-second', supersedes: 'mother' } });
    await person.call(instruments.publish, { body: { ...instrumentOf([100]), id: 'practice', supersedes: 'mother', training: true } });
    expect([await supersededBy('mother'), await supersededBy('practice')]).toEqual(['aa-second', undefined]);
    expect((await person.call(instruments.read, { params: { id: 'practice' } })).training).toBe(true);
  });
});

describe('the instrument of an evaluation', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it('comes without guidance in every view, whole when asked for, and to nobody who has not declared', async () => {
    const coordinator = await house.person('Samordnare', { mayCreate: true });
    const [guest, stranger] = [await house.person('Ny'), await house.person('Annan')];
    const whole = shippedInstrument('kk-2016-v2');
    const { evaluation } = await coordinator.call(evaluations.create, { body: { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: 'kk-2016-v2', policy: defaultPolicy, members: [{ email: guest.email, name: 'Ny', organisation: '', role: 'evaluator' }] } });
    expect(whole && withoutGuidance(whole)).toEqual(evaluation.instrument);
    expect(evaluation.instrument.areas[0]?.introduction ?? questionsOf(evaluation.instrument)[0]?.example).toBeUndefined();
    expect(await coordinator.call(evaluations.instrument, on(evaluation))).toEqual(whole);
    const path = pathOf(evaluations.instrument, { id: evaluation.id });
    expect([(await guest.send('GET', path)).status, (await stranger.send('GET', path)).status]).toEqual([403, 404]);
    await guest.call(evaluations.declare, { ...on(evaluation), body: { conflict: false, text: '' } });
    expect(await guest.call(evaluations.instrument, on(evaluation))).toEqual(whole);
  });

  it('is told to every role of the team', async () => {
    const team = await evaluationWith(house);
    for (const who of [team.coordinator, ...team.evaluators, team.contact, team.observer]) expect((await who.call(evaluations.instrument, on(team))).id).toBe('sample');
  });
});
