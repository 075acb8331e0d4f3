import { consensus, evaluations, instruments, reports, scoring } from '@samsyn/contract';
import { defaultPolicy, dimensionsOf, divergenceOf, judgementKeys, questionsOf, swedish, type Instrument, type Policy, type Question } from '@samsyn/domain';
import { cafLike, efqmLike } from '@samsyn/samples';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { lockAll, on, proposal, seal, type Team } from '../spec-team';

const figures = {
  [cafLike.id]: { areas: 9, questions: 28, sides: 6, achieved: '297', max: '900', exact: '297' },
  [efqmLike.id]: { areas: 7, questions: 32, sides: 4, achieved: '330', max: '1000', exact: '330' },
} as const;

/** Judges every cell of the question alike, as the two evaluators differ: 60 and 40, 90 and 10 on the first question of an area. */
async function judge(team: Team, by: Guest, { number, ...question }: Question, value: number): Promise<void> {
  for (const key of judgementKeys({ number, ...question })) await by.call(scoring.draft, { ...on(team, { question: number }), body: { field: `judgement:${key}`, value, edition: 0, round: 1 } });
}

/** Half a point and one level count too: what they raise was a divergence already, so they change no figure. */
const policy: Policy = { ...defaultPolicy, totalPoints: 1000, areaPoints: 200, points: 0.5, bands: 1 };

async function teamFor(house: House, instrument: Instrument): Promise<Team> {
  const coordinator = await house.person('Samordnare', { mayCreate: true });
  const members = await Promise.all(['Ett', 'Två', 'Tre', 'Fyra'].map((name) => house.person(name.replace('å', 'a'))));
  await coordinator.call(instruments.publish, { body: instrument });
  const roles = ['evaluator', 'evaluator', 'contact', 'observer'] as const;
  const { evaluation } = await coordinator.call(evaluations.create, {
    body: { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: instrument.id, policy, openScoring: true, members: members.map(({ email }, at) => ({ email, name: `Person ${at + 1}`, organisation: '', role: roles[at] ?? 'observer' })) },
  });
  for (const member of members) await member.call(evaluations.declare, { params: { id: evaluation.id }, body: { conflict: false, text: '' } });
  const [first, second, contact, observer] = members as [Guest, Guest, Guest, Guest];
  return { id: evaluation.id, coordinator, evaluators: [first, second], contact, observer };
}

describe('an instrument of another family', () => {
  let house: House;
  beforeAll(async () => void (house = await House.open()));
  afterAll(() => house.close());

  it.each([cafLike, efqmLike])('$id goes from blind scores to a locked report with its own sides and sums', async (instrument) => {
    const wanted = figures[instrument.id];
    const questions = questionsOf(instrument);
    expect({ areas: instrument.areas.length, questions: questions.length, sides: dimensionsOf(instrument).length }).toEqual({ areas: wanted?.areas, questions: wanted?.questions, sides: wanted?.sides });
    const team = await teamFor(house, instrument);
    const [first, second] = team.evaluators as [Guest, Guest];
    const apart = ({ number }: Question): boolean => number.endsWith('.1');
    for (const question of questions) await Promise.all([judge(team, first, question, apart(question) ? 90 : 60), judge(team, second, question, apart(question) ? 10 : 40)]);
    for (const by of team.evaluators) await seal(team, by, questions.map(({ number }) => number));

    const board = await first.call(consensus.board, on(team));
    const bands = board.questions.map(({ number, voices }) => [number, divergenceOf(voices, questions.find((own) => own.number === number)?.max ?? 0, policy).band]);
    expect(bands).toEqual(questions.map((question) => [question.number, apart(question) ? 'red' : 'amber']));

    await first.call(consensus.propose, { ...on(team), body: { proposals: questions.map(({ number }) => proposal(number, 33)) } });
    const proposed = await second.call(consensus.board, on(team));
    await second.call(consensus.approve, { ...on(team), body: { approvals: proposed.questions.map(({ number, standing }) => ({ question: number, proposal: standing ?? 0 })) } });
    await lockAll(team);
    const { report } = await team.observer.call(reports.read, on(team, { version: 'latest' }));
    expect(report.policy).toMatchObject({ points: 0.5, bands: 1 });
    expect(report.total).toEqual({ achieved: wanted?.achieved, max: swedish(wanted?.max ?? '', 0), exact: wanted?.exact });
    expect(report.areas.map(({ total }) => [total.max, total.exact, total.percent])).toEqual(instrument.areas.map(({ max }) => [`${max}`, `${max * 0.33}`, '33']));
    const csv = (await team.observer.send('GET', `/api/evaluations/${team.id}/report/latest.csv`)).text;
    const sums = csv.split('\r\n').filter((line) => line.includes(';Summa;')).map((line) => line.split(';').slice(8, 13));
    expect(sums).toEqual(instrument.areas.map(({ max }) => [`${max * 0.33}`, `${max}`, '33', `${max * 0.33}`, '33']));
    expect(csv).toContain(`;Totalt;${wanted?.achieved};${wanted?.max};`);
    for (const [at, row] of report.areas.flatMap(({ rows }) => rows).entries()) for (const voice of row.voices) expect(Object.keys(voice.judgements).sort()).toEqual(judgementKeys(questions[at] as Question).sort());
  });
});
