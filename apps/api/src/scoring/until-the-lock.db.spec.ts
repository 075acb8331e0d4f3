import { consensus, reports, scoring } from '@samsyn/contract';
import type { Guest } from '../spec-guest';
import { House } from '../spec-house';
import { evaluationWith, lockAll, numbers, on, seal, seat, settleAll, write, type Team } from '../spec-team';
import { answersTo, probesOf } from '../spec-worlds';

/** Above sixty: the seconds of a time can be 37.3, too. */
const values = { '1.1': 67.3, '1.2': 81.9, '1.3': 66.1, '2.1': 73.7, '2.2': 88.3 };
const secretly = /HEMLIGT|67[.,]3|81[.,]9|66[.,]1|73[.,]7|88[.,]3|673\/10|819\/10|661\/10|737\/10|883\/10/;

describe('before the lock', () => {
  let house: House;
  let team: Team;
  let outside: readonly (readonly [string, Guest])[];
  const heard: string[] = [];

  /** Paths whose answer to someone outside the evaluators holds a score or a text of a sheet. */
  const tellingAnswers = async (): Promise<string[]> => {
    const found: string[] = [];
    for (const [who, guest] of outside) for (const [path, { text, status }] of await answersTo(guest, probesOf(team, true))) if (secretly.test(text) || status >= 500) found.push(`${who} ${path}`);
    return [...found, ...heard.filter((text) => secretly.test(text))];
  };

  beforeAll(async () => {
    house = await House.open();
    team = await evaluationWith(house);
    outside = [['coordinator', team.coordinator], ['contact', team.contact], ['observer', team.observer], ['stranger', await house.person('Frammande')], ['nobody', house.nobody()]];
    for (const [who, guest] of outside.slice(0, 3)) await guest.listen((event, text) => heard.push(`${who} ${event} ${text}`));
  });

  afterAll(() => house.close());

  it('no answer or message gives a score or a text to anyone but the evaluators, whatever the phase', async () => {
    for (const by of team.evaluators)
      for (const question of numbers) {
        await write(team, by, question, 'percent', values[question as keyof typeof values]);
        await write(team, by, question, 'rationale', `HEMLIGT-${question}`);
      }
    expect(await tellingAnswers()).toEqual([]);
    await seal(team, seat(team, 1), numbers);
    expect(await tellingAnswers()).toEqual([]);
    expect((await seal(team, seat(team, 2), numbers)).opened).toEqual(numbers);
    expect(await tellingAnswers()).toEqual([]);
    await settleAll(team, '67.3', { text: 'HEMLIGT-gemensamt', reason: 'HEMLIGT-skäl', cause: 'evidence' });
    expect(await tellingAnswers()).toEqual([]);
    const { fingerprint } = await seat(team, 1).call(reports.lockState, on(team));
    await seat(team, 1).call(reports.sign, { ...on(team), body: { fingerprint: fingerprint ?? '', reason: 'HEMLIGT-skäl att låsa' } });
    expect(await tellingAnswers()).toEqual([]);
  });

  it('every evaluator sees every score of what is open', async () => {
    const boards = await Promise.all(team.evaluators.map((by) => by.call(consensus.board, on(team))));
    for (const { questions } of boards) expect(questions.map(({ voices }) => voices.map(({ sheet }) => sheet.percent))).toEqual(Object.values(values).map((value) => [`${value}`, `${value}`]));
  });

  it('a new blind round hides only what is said in it', async () => {
    await seat(team, 1).call(scoring.openRound, { ...on(team), body: { question: '1.1', reason: 'Underlaget har vuxit.' } });
    await write(team, seat(team, 2), '1.1', 'percent', 12.7);
    await seal(team, seat(team, 2), ['1.1']);
    const [first] = (await seat(team, 1).call(consensus.board, on(team))).questions;
    expect(first?.voices.map(({ round, percent }) => [round, percent])).toEqual([[1, '673/10'], [1, '673/10']]);
    const [own] = (await seat(team, 2).call(scoring.sheet, on(team))).questions;
    expect([own?.round, own?.sheet.percent, own?.sheet.rationale, own?.opened]).toEqual([2, '12.7', 'HEMLIGT-1.1', false]);
  });

  it('the locked report tells all roles, and still no stranger', async () => {
    await write(team, seat(team, 1), '1.1', 'percent', 12.7);
    await seal(team, seat(team, 1), ['1.1']);
    await seat(team, 1).call(consensus.propose, { ...on(team), body: { proposals: [{ question: '1.1', percent: 12.7, round: 2, answers: null, text: '', reason: '', cause: null }] } });
    const [question] = (await seat(team, 2).call(consensus.board, on(team))).questions;
    await seat(team, 2).call(consensus.approve, { ...on(team), body: { approvals: [{ question: '1.1', proposal: question?.standing ?? 0 }] } });
    await lockAll(team);
    expect([...new Set(await tellingAnswers())].filter((found) => !/GET .*\/report\/(1|latest|1\.csv|latest\.csv)$/.test(found))).toEqual([]);
    for (const [who, guest] of outside) {
      const { status } = await guest.send('GET', `/api/evaluations/${team.id}/report/latest`);
      expect([who, status]).toEqual([who, { coordinator: 200, contact: 200, observer: 200, stranger: 404, nobody: 401 }[who]]);
    }
  });
});
