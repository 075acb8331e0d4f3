import { consensus, evaluations, reports, scoring } from '@samsyn/contract';
import { pathOf, type Guest } from '../spec-guest';
import { House } from '../spec-house';
import { countOf, ledgerOf } from '../spec-ledger';
import { declare, evaluationWith, lockAll, numbers, on, proposal, replaceBy, scoreAll, seal, seat, write, type Team } from '../spec-team';
import { answersTo, probesOf } from '../spec-worlds';

let house: House;
beforeAll(async () => void (house = await House.open()));
afterAll(() => house.close());

const mailsTo = (guest: Guest) => house.sql<{ subject: string; text: string; evaluation_id: string }>('SELECT subject, text, evaluation_id FROM outbox_mail WHERE person_id = $1 ORDER BY created_at', [guest.id]);
const nudge = (team: Team, by: Guest, whom: Guest) => by.call(evaluations.nudge, { ...on(team), body: { person: whom.id } });
const refusedNudge = async (team: Team, by: Guest, whom: string) => { const { status, code } = await by.refusal(evaluations.nudge, { ...on(team), body: { person: whom } }); return [status, code]; };
const refusedReplace = async (team: Team, by: Guest, body: object) => { const { status, code } = await by.refusal(evaluations.replace, { ...on(team), body: { seat: 1, reason: 'Sjuk.', who: { email: 'ny@samsyn.example', name: 'Ny', organisation: '' }, ...body } }); return [status, code]; };
const board = async (team: Team, by: Guest) => Object.fromEntries((await by.call(consensus.board, on(team))).questions.map((own) => [own.number, own]));
const closed = async (team: Team, by: Guest) => (await by.call(scoring.sheet, on(team))).questions.filter((own) => own.sealedAt !== null).map((own) => [own.question, own.sealedBy, own.opened]);
/** The team with another person in that seat. */
const with_ = (team: Team, number: number, guest: Guest): Team => ({ ...team, evaluators: team.evaluators.map((own, at) => (at === number - 1 ? guest : own)) });

describe('a nudge', () => {
  it('is a line of the log, a time in the team’s view, and one mail that says no numbers', async () => {
    const team = await evaluationWith(house);
    await write(team, seat(team, 1), '1.1', 'percent', 50);
    await seal(team, seat(team, 1), ['1.1']);
    const { nudges } = await nudge(team, seat(team, 2), seat(team, 1));
    expect(nudges).toMatchObject([{ person: seat(team, 1).id, by: seat(team, 2).id }]);
    const mails = await mailsTo(seat(team, 1));
    expect(mails.filter(({ evaluation_id: id }) => id === team.id).map(({ subject }) => subject)).toEqual(['Påminnelse: Provby 2026']);
    expect(mails.at(-1)?.text).toContain(`http://samsyn.example/utvardering/${team.id}/poangark`);
    expect(mails.at(-1)?.text.replace(/2026|http\S+|Bedomare\d/g, '')).not.toMatch(/\d/);
    const { lines } = await team.coordinator.call(evaluations.ledger, on(team));
    expect(lines.filter(({ kind }) => kind === 'nudged').length).toBe(1);
    expect((await team.observer.call(evaluations.read, on(team))).nudges).toEqual([]);
  });

  it('goes once a day, from the coordinator or a colleague, to who has something left', async () => {
    const team = await evaluationWith(house);
    await nudge(team, team.coordinator, seat(team, 1));
    expect(await seat(team, 2).refusal(evaluations.nudge, { ...on(team), body: { person: seat(team, 1).id } })).toMatchObject({ status: 429, code: 'evaluation/nudged-today', facts: { again: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) } });
    expect((await mailsTo(seat(team, 1))).filter(({ evaluation_id: id }) => id === team.id).length).toBe(1);
    expect(await refusedNudge(team, seat(team, 2), seat(team, 2).id)).toEqual([409, 'evaluation/nothing-to-nudge']);
    expect(await refusedNudge(team, team.coordinator, team.contact.id)).toEqual([409, 'evaluation/nothing-to-nudge']);
    const stranger = await house.person('Frammande');
    const refusals = await Promise.all([team.contact, team.observer, stranger, house.nobody()].map((by) => refusedNudge(team, by, seat(team, 2).id)));
    expect(refusals).toEqual([[403, 'people/not-allowed'], [403, 'people/not-allowed'], [404, 'wire/not-found'], [401, 'people/signed-out']]);
    expect(await refusedNudge(await evaluationWith(house, { open: false }), team.coordinator, seat(team, 1).id)).toEqual([404, 'wire/not-found']);
  });
});

describe('replacing an evaluator', () => {
  it('is the coordinator’s, with a reason, for a seat there is, and never under lock', async () => {
    const team = await evaluationWith(house);
    const stranger = await house.person('Frammande');
    expect(await Promise.all([...team.evaluators, team.contact, team.observer, stranger, house.nobody()].map((by) => refusedReplace(team, by, {})))).toEqual([
      ...Array(4).fill([403, 'people/not-allowed']), [404, 'wire/not-found'], [401, 'people/signed-out'],
    ]);
    expect(await refusedReplace(team, team.coordinator, { reason: ' ' })).toEqual([422, 'evaluation/reason-missing']);
    expect(await refusedReplace(team, team.coordinator, { seat: 3 })).toEqual([409, 'evaluation/seat-not-free']);
    expect(await refusedReplace(team, team.coordinator, { who: { person: stranger.id } })).toEqual([404, 'wire/not-found']);
    for (const who of [{ person: seat(team, 2).id }, { person: team.contact.id }, { email: team.observer.email, name: 'O', organisation: '' }]) expect(await refusedReplace(team, team.coordinator, { who })).toEqual([409, 'people/already-member']);
    expect(await refusedReplace(team, team.coordinator, { who: { name: 'Utan adress' } })).toEqual([422, 'wire/invalid']);
    await scoreAll(team, seat(team, 1), 50);
    await scoreAll(team, seat(team, 2), 50);
    for (const by of team.evaluators) await seal(team, by, numbers);
    await seat(team, 1).call(consensus.propose, { ...on(team), body: { proposals: numbers.map((question) => proposal(question, 50)) } });
    await seat(team, 2).call(consensus.approve, { ...on(team), body: { approvals: numbers.map((question) => ({ question, proposal: 1 })) } });
    await lockAll(team);
    expect(await refusedReplace(team, team.coordinator, {})).toEqual([423, 'evaluation/locked']);
  });

  it('keeps what is sealed, lets the new one do the rest, and the report names both', async () => {
    const team = await evaluationWith(house);
    const [anna, mats] = [seat(team, 1), seat(team, 2)];
    const bo = await house.person('Bo');
    await scoreAll(team, anna, { '1.1': 41, '1.2': 71.3, '1.3': 82.9 });
    await write(team, anna, '2.1', 'rationale', 'Annas utkast som ingen ser.');
    await seal(team, anna, ['1.1', '1.2', '1.3']);
    await scoreAll(team, mats, 60);
    await seal(team, mats, ['1.1', '2.1']);

    const { evaluation, invitation } = await replaceBy(team, 1, bo);
    expect(invitation?.email).toBe(bo.email);
    expect(evaluation.members.filter((member) => member.seat === 1).map(({ person, active, replaced }) => [person, active, replaced?.by])).toEqual([[anna.id, false, bo.id], [bo.id, true, undefined]]);
    expect(evaluation.progress).toMatchObject([{ person: bo.id }, { person: mats.id }]);

    // Nothing before the declaration, and nothing any more for the one who left.
    expect([(await bo.refusal(scoring.sheet, on(team))).code, (await bo.refusal(consensus.board, on(team))).code, (await bo.refusal(evaluations.read, on(team))).code]).toEqual(Array(3).fill('people/declaration-missing'));
    await declare(team, bo);
    const about = probesOf(team, false).filter(([, path]) => path.includes(`evaluations/${team.id}`));
    const answers = await answersTo(anna, about.filter(([method]) => method === 'GET'));
    expect(answers.filter(([, { status }]) => status !== 404).map(([path]) => path)).toEqual([]);
    expect((await anna.call(evaluations.list)).some(({ id }) => id === team.id)).toBe(false);
    expect((await anna.refusal(scoring.draft, { ...on(team, { question: '2.1' }), body: { field: 'percent', value: 10, edition: 0, round: 1 } })).code).toBe('wire/not-found');

    // 1.1 is open; 1.2 and 1.3 are sealed by Anna and closed to Bo, unseen. Her draft of 2.1 is nobody's.
    expect(await closed(team, bo)).toEqual([['1.1', anna.id, true], ['1.2', anna.id, false], ['1.3', anna.id, false]]);
    const told = await answersTo(bo, about.filter(([method]) => method === 'GET'));
    expect(told.filter(([, { text }]) => /Annas utkast|71[.,]3|713\/10|82[.,]9|829\/10/.test(text)).map(([path]) => path)).toEqual([]);
    expect((await bo.refusal(scoring.draft, { ...on(team, { question: '1.2' }), body: { field: 'percent', value: 10, edition: 0, round: 1 } })).code).toBe('scoring/already-sealed');
    expect((await bo.refusal(scoring.seal, { ...on(team), body: { questions: ['1.2'] } })).code).toBe('scoring/already-sealed');
    expect((await bo.refusal(scoring.withdraw, { ...on(team), body: { questions: ['1.2'] } })).code).toBe('scoring/not-sealed');

    await scoreAll(team, bo, { '2.1': 55, '2.2': 56 });
    expect((await seal(team, bo, ['2.1', '2.2'])).opened).toEqual(['2.1']);
    expect((await seal(team, mats, ['1.2', '1.3', '2.2'])).opened).toEqual(['1.2', '1.3', '2.2']);
    const now = with_(team, 1, bo);
    expect(Object.values(await board(now, bo)).map(({ voices }) => voices.map(({ person }) => person))).toEqual([...Array(3).fill([anna.id, mats.id]), [mats.id, bo.id], [bo.id, mats.id]]);

    await bo.call(consensus.propose, { ...on(team), body: { proposals: numbers.map((question) => proposal(question, 50)) } });
    await mats.call(consensus.approve, { ...on(team), body: { approvals: numbers.map((question) => ({ question, proposal: 1 })) } });
    await lockAll(now);
    const { report } = await team.observer.call(reports.read, on(team, { version: '1' }));
    expect(report.replacements).toMatchObject([{ seat: 1, left: anna.id, joined: bo.id }]);
    expect(report.team.filter((member) => member.seat === 1).map(({ person }) => person)).toEqual([anna.id, bo.id]);
    const { entries, faults } = await ledgerOf(house, team.id);
    expect([faults, countOf(entries, 'replaced')]).toEqual([[], 1]);
  });

  it('goes on where a conflict had stopped a team of two, and what was unseen then is judged anew', async () => {
    const team = await evaluationWith(house);
    const [anna, mats] = [seat(team, 1), seat(team, 2)];
    const bo = await house.person('Bo');
    await scoreAll(team, anna, 41);
    await scoreAll(team, mats, 60);
    await seal(team, anna, ['1.1', '1.2']);
    await seal(team, mats, ['1.1']);
    await declare(team, anna, true);
    expect((await seal(team, mats, ['1.2'])).opened).toEqual([]);
    await replaceBy(team, 1, bo, 'Jäv.');
    await declare(team, bo);
    expect(await closed(team, bo)).toEqual([['1.1', anna.id, true]]);
    await scoreAll(team, bo, { '1.2': 70 });
    expect((await seal(team, bo, ['1.2'])).opened).toEqual(['1.2']);
    expect(Object.values(await board(team, bo)).slice(0, 2).map(({ voices }) => voices.map(({ person, percent }) => [person, percent]))).toEqual([[[anna.id, '41'], [mats.id, '60']], [[mats.id, '60'], [bo.id, '70']]]);
    expect((await ledgerOf(house, team.id)).faults).toEqual([]);
  });

  it('opens what waited only for a holder who never sealed', async () => {
    const team = await evaluationWith(house);
    const [anna, mats] = [seat(team, 1), seat(team, 2)];
    const [bo, cia] = [await house.person('Bo'), await house.person('Cia')];
    await scoreAll(team, anna, 41);
    await scoreAll(team, mats, 60);
    await seal(team, anna, ['1.1']);
    await replaceBy(team, 1, bo);
    await declare(team, bo, true);
    await seal(team, mats, ['1.1']);
    await replaceBy(team, 1, cia, 'Jäv.');
    await declare(team, cia);
    expect((await board(team, cia))['1.1']?.voices.map(({ person }) => person)).toEqual([anna.id, mats.id]);
  });

  it('takes one who only watched; what they watched with ends', async () => {
    const team = await evaluationWith(house, { evaluators: 3 });
    await scoreAll(team, seat(team, 1), 41);
    await seal(team, seat(team, 1), ['1.1']);
    const { evaluation, invitation } = await team.coordinator.call(evaluations.replace, { ...on(team), body: { seat: 1, reason: 'Sjuk.', who: { person: team.observer.id } } });
    expect([invitation, evaluation.members.filter(({ person }) => person === team.observer.id).map(({ role, active, seat: own }) => [role, active, own])]).toEqual([null, [['observer', false, null], ['evaluator', true, 1]]]);
    expect(await closed(team, team.observer)).toEqual([['1.1', seat(team, 1).id, false]]);
    expect((await mailsTo(team.observer)).at(-1)?.subject).toBe('Du är utvärderare: Provby 2026');
  });

  it('is heard by everyone who stays, and found by who left at the next question', async () => {
    const team = await evaluationWith(house);
    const heard: string[] = [];
    const bo = await house.person('Bo');
    await seat(team, 2).listen((event, text) => heard.push(`${event} ${text}`));
    await seat(team, 1).listen((event, text) => heard.push(`LEFT ${event} ${text}`));
    await replaceBy(team, 1, bo);
    await new Promise((done) => setTimeout(done, 200));
    expect(heard).toEqual([expect.stringContaining('"kind":"team"')]);
    expect((await seat(team, 1).send('GET', pathOf(evaluations.revision, { id: team.id }))).status).toBe(404);
  });
});
