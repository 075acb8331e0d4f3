import { consensus, evaluations, scoring } from '@samsyn/contract';
import { pathOf, type Refused } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { evaluationWith, lockAll, numbers, on, seal, sealAll, seat, settleAll, write, type Team } from '../spec-team';
import { teamIn } from '../spec-worlds';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const draft = (team: Team, question: string, body: object): [typeof scoring.draft, { params: Record<string, string>; body: never }] => [scoring.draft, { ...on(team, { question }), body: { edition: 0, round: 1, field: 'percent', ...body } as never }];
const codeOf = ({ status, code }: Refused): [number, string] => [status, code];

describe('a draft', () => {
  let team: Team;
  beforeAll(async () => void (team = await evaluationWith(house)));

  it('of a second tab is refused with what stands, and can be written over it', async () => {
    const by = seat(team, 1);
    expect(await by.call(...draft(team, '1.1', { value: 40 }))).toMatchObject({ edition: 1 });
    expect(await by.call(...draft(team, '1.1', { value: 45, edition: 1 }))).toMatchObject({ edition: 2 });
    const { status, code, facts } = await by.refusal(...draft(team, '1.1', { value: 70, edition: 1 }));
    expect([status, code, facts]).toEqual([409, 'scoring/edited-elsewhere', { question: '1.1', field: 'percent', value: '45', edition: 2, savedAt: expect.any(String) as string }]);
    expect(await by.call(...draft(team, '1.1', { value: 70, edition: 2 }))).toMatchObject({ edition: 3 });
  });

  it('sent again after a lost answer is no clash', async () => {
    const by = seat(team, 2);
    const first = await by.call(...draft(team, '1.2', { value: '45,5' }));
    expect(await by.call(...draft(team, '1.2', { value: 45.5 }))).toEqual(first);
    const answers = await Promise.all(Array.from({ length: 10 }, () => by.call(...draft(team, '1.2', { field: 'rationale', value: 'Samma text.' }))));
    expect([...new Set(answers.map(({ edition }) => edition))]).toEqual([1]);
  });

  it('of two fields never clashes', async () => {
    const by = seat(team, 2);
    const answers = await Promise.all([['percent', 30], ['rationale', 'Ord.'], ['unsure', true], ['strengths', ['En styrka.']]].map(([field, value]) => by.call(...draft(team, '2.2', { field, value }))));
    expect(answers.map(({ edition }) => edition)).toEqual([1, 1, 1, 1]);
  });

  it('is emptied by null, and is private to its author', async () => {
    await write(team, seat(team, 1), '2.1', 'percent', null);
    const sheets = await Promise.all(team.evaluators.map((by) => by.call(scoring.sheet, on(team))));
    expect(sheets.map(({ questions }) => questions.map(({ sheet }) => sheet.percent))).toEqual([['70', null, null, null, null], [null, '45.5', null, null, '30']]);
    expect((await house.sql('SELECT 1 FROM ledger_entry WHERE evaluation_id = $1', [team.id])).length).toBe((await seat(team, 1).call(evaluations.revision, on(team))).revision);
  });

  it.each([
    ['more than 100', { value: 101 }, 422, 'scoring/out-of-range'], ['less than 0', { value: -1 }, 422, 'scoring/out-of-range'], ['not a number', { value: 'NaN' }, 422, 'scoring/out-of-range'], ['no value at all', {}, 422, 'wire/invalid'],
    ['two decimals', { value: 10.55 }, 422, 'scoring/off-step'], ['a judgement in percent mode', { field: 'judgement:a.system', value: 10 }, 422, 'scoring/not-judged-here'], ['an unknown field', { field: 'colour', value: 1 }, 422, 'wire/invalid'],
    ['a text of the wrong shape', { field: 'rationale', value: 7 }, 422, 'wire/invalid'], ['a text that is too long', { field: 'rationale', value: 'x'.repeat(8001) }, 422, 'wire/invalid'],
    ['a round that is not the one judged', { value: 10, round: 2 }, 409, 'consensus/round-changed'], ['a negative edition', { value: 10, edition: -1 }, 422, 'wire/invalid'],
  ])('with %s is refused', async (_, body, status, code) => {
    expect(codeOf(await seat(team, 1).refusal(...draft(team, '1.3', body)))).toEqual([status, code]);
  });

  it('on dimensions keeps to the step of the instrument', async () => {
    const own = await evaluationWith(house, { judging: 'dimensions' });
    const judged = async (value: unknown, key = 'a.system') => codeOf(await seat(own, 1).refusal(...draft(own, '1.1', { field: `judgement:${key}`, value })));
    expect([await judged(15), await judged(110), await judged('10'), await judged(10, 'a.results'), codeOf(await seat(own, 1).refusal(...draft(own, '1.1', { value: 10 })))]).toEqual([
      [422, 'scoring/off-step'], [422, 'scoring/out-of-range'], [422, 'scoring/out-of-range'], [422, 'scoring/not-judged-here'], [422, 'scoring/not-judged-here'],
    ]);
    expect(await seat(own, 1).call(...draft(own, '1.1', { field: 'judgement:a.system', value: 90 }))).toMatchObject({ edition: 1 });
  });

  it('is refused where it does not belong', async () => {
    const other = await evaluationWith(house, { open: false });
    expect(codeOf(await seat(team, 1).refusal(...draft(team, '9.9', { value: 10 })))).toEqual([404, 'instrument/unknown-question']);
    expect(codeOf(await seat(team, 1).refusal(...draft(other, '1.1', { value: 10 })))).toEqual([404, 'wire/not-found']);
    expect(codeOf(await seat(team, 1).refusal(...draft({ ...team, id: 'x' }, '1.1', { value: 10 })))).toEqual([404, 'wire/not-found']);
    expect(codeOf(await seat(other, 1).refusal(...draft(other, '1.1', { value: 10 })))).toEqual([409, 'evaluation/wrong-phase']);
    for (const guest of [team.coordinator, team.contact, team.observer]) expect(codeOf(await guest.refusal(...draft(team, '1.1', { value: 10 })))).toEqual([403, 'people/not-allowed']);
  });

  it('is refused as locked, also by a process that has not heard of the lock', async () => {
    const late = await House.open({ beside: house });
    const own = await evaluationWith(house);
    const there = teamIn(late, own);
    await seat(there, 1).call(scoring.sheet, on(own));
    await sealAll(own, 50, 50);
    await settleAll(own, 50);
    await lockAll(own);
    const answer = await Promise.all([seat(there, 1), seat(own, 1)].map((by) => by.refusal(scoring.draft, { ...on(own, { question: '1.1' }), body: { field: 'unsure', value: true, edition: 0, round: 1 } })));
    await late.close();
    expect(answer.map(codeOf)).toEqual([[423, 'evaluation/locked'], [423, 'evaluation/locked']]);
  });
});

describe('a request', () => {
  let team: Team;
  beforeAll(async () => void (team = await evaluationWith(house)));
  const path = (): string => pathOf(scoring.draft, { id: team.id, question: '1.1' });
  const codeOfAnswer = ({ status, text, type }: { status: number; text: string; type: string | null }) => [status, (JSON.parse(text) as { code: string }).code, type];
  const problem = 'application/problem+json; charset=utf-8';

  it('that is too large, malformed or without our header is refused with a code of its own', async () => {
    const by = seat(team, 1);
    expect(codeOfAnswer(await by.send('PUT', path(), { field: 'rationale', value: 'x'.repeat(300_000), edition: 0, round: 1 }))).toEqual([413, 'wire/too-large', problem]);
    expect(codeOfAnswer(await by.send('PUT', path(), '{"field":'))).toEqual([400, 'wire/malformed', problem]);
    expect(codeOfAnswer(await by.send('PUT', path(), '{"field":"percent","value":NaN,"edition":0,"round":1}'))).toEqual([400, 'wire/malformed', problem]);
    expect(codeOfAnswer(await by.send('PUT', path(), { field: 'percent', value: 1, edition: 0, round: 1 }, {}))).toEqual([403, 'wire/cross-site', problem]);
    expect(codeOfAnswer(await by.send('PUT', path(), { field: 'percent', value: 1, edition: 0, round: 1 }, { 'x-samsyn': '1', origin: 'https://elsewhere.example' }))).toEqual([403, 'wire/cross-site', problem]);
    expect(codeOfAnswer(await by.send('GET', '/api/nowhere'))).toEqual([404, 'wire/not-found', problem]);
  });

  it('of an expired session, a foreign cookie or none is refused as signed out', async () => {
    const guest = house.welcome(seat(team, 1));
    for (const cookie of [await house.session(guest.id, '-1 minute'), 'samsyn_session=made-up', '']) {
      guest.cookie = cookie;
      expect(codeOf(await guest.refusal(scoring.sheet, on(team)))).toEqual([401, 'people/signed-out']);
    }
  });
});

describe('a seal', () => {
  afterEach(() => jest.useRealTimers());

  it('holds every acknowledged draft, however they race', async () => {
    const team = await evaluationWith(house);
    const by = seat(team, 1);
    for (let again = 0; again < 5; again++) {
      const question = numbers[again] as string;
      await write(team, by, question, 'percent', 1);
      const drafts = Array.from({ length: 12 }, (_, at) => by.send('PUT', pathOf(scoring.draft, { id: team.id, question }), { field: 'percent', value: at + 2, edition: at + 1, round: 1 }));
      const [answers, sealed] = await Promise.all([Promise.all(drafts), seal(team, by, [question])]);
      const last = Math.max(1, ...answers.flatMap(({ status, text }) => (status === 200 ? [(JSON.parse(text) as { edition: number }).edition] : [])));
      const own = (await by.call(scoring.sheet, on(team))).questions.find((known) => known.question === question);
      expect([own?.sealedAt, own?.sheet.percent, answers.some(({ status }) => status >= 500)]).toEqual([sealed.sealedAt, `${last}`, false]);
      const [row] = await house.sql<{ percent: string }>('SELECT percent FROM sealed_score WHERE evaluation_id = $1 AND question = $2', [team.id, question]);
      expect(row?.percent).toBe(`${last}`);
    }
  });

  it('may be undone for sixty seconds, unless it opened, and then edited and sealed again', async () => {
    const start = minuteNow();
    stopClock(new Date(start).toISOString());
    const team = await evaluationWith(house);
    const [a, b] = [seat(team, 1), seat(team, 2)];
    const undo = (by: typeof a, question: string) => by.refusal(scoring.withdraw, { ...on(team), body: { questions: [question] } }).then(codeOf);
    for (const by of [a, b]) await write(team, by, '1.1', 'percent', 40);
    await write(team, a, '1.2', 'percent', 40);
    await seal(team, a, ['1.1', '1.2']);
    jest.setSystemTime(start + 60_000);
    await a.call(scoring.withdraw, { ...on(team), body: { questions: ['1.1'] } });
    jest.setSystemTime(start + 60_001);
    expect([await undo(a, '1.2'), await undo(a, '1.1'), await undo(b, '1.1')]).toEqual([[409, 'scoring/undo-too-late'], [409, 'scoring/not-sealed'], [409, 'scoring/not-sealed']]);
    await write(team, a, '1.1', 'percent', 45);
    expect((await seal(team, b, ['1.1'])).opened).toEqual([]);
    expect((await seal(team, a, ['1.1'])).opened).toEqual(['1.1']);
    expect([await undo(a, '1.1'), await undo(b, '1.1')]).toEqual([[409, 'scoring/undo-opened'], [409, 'scoring/undo-opened']]);
  });

  it('is refused when incomplete, repeated or unreasoned, and nothing of a refused one is kept', async () => {
    const team = await evaluationWith(house);
    const by = seat(team, 1);
    const refused = (questions: readonly string[]) => by.refusal(scoring.seal, { ...on(team), body: { questions } });
    await write(team, by, '1.1', 'percent', 40);
    await write(team, by, '1.3', 'standing', 'notApplicable');
    expect(await refused(['1.1', '1.2'])).toMatchObject({ status: 422, code: 'scoring/incomplete', facts: { question: '1.2', missing: ['percent'] } });
    expect(codeOf(await refused(['1.3']))).toEqual([422, 'scoring/reason-missing']);
    expect((await by.call(scoring.sheet, on(team))).questions.filter(({ sealedAt }) => sealedAt)).toEqual([]);
    await seal(team, by, ['1.1', '1.1']);
    expect(codeOf(await refused(['1.1']))).toEqual([409, 'scoring/already-sealed']);
    expect(codeOf(await by.refusal(...draft(team, '1.1', { value: 50, edition: 1 })))).toEqual([409, 'scoring/already-sealed']);
  });

  it('of a new round needs an open question, a reason and no round under way', async () => {
    const team = await evaluationWith(house);
    const again = (question: string, reason: string) => seat(team, 1).refusal(scoring.openRound, { ...on(team), body: { question, reason } }).then(codeOf);
    expect(await again('1.1', 'x')).toEqual([409, 'scoring/not-revealed']);
    await sealAll(team, 50, 60);
    expect(await again('1.1', '  ')).toEqual([422, 'scoring/reason-missing']);
    expect(await seat(team, 2).call(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'Vi läste olika.' } })).toMatchObject({ round: 2 });
    expect(await again('1.1', 'x')).toEqual([409, 'scoring/round-open']);
    for (const by of team.evaluators) await write(team, by, '1.1', 'percent', 55);
    await seal(team, seat(team, 1), ['1.1']);
    expect((await seal(team, seat(team, 2), ['1.1'])).opened).toEqual(['1.1']);
    const [first] = (await seat(team, 1).call(consensus.board, on(team))).questions;
    expect(first?.voices.map(({ round, percent }) => `${round} ${percent}`).sort()).toEqual(['1 50', '1 60', '2 55', '2 55']);
  });
});
