import { consensus, documents, evaluations, instruments, interviews, people, reports, scoring, type EvaluationView } from '@samsyn/contract';
import { defaultPolicy, judgementKeys, questionsOf } from '@samsyn/domain';
import { trainingInstrument, trainingReference } from '@samsyn/domain/training';
import { randomUUID } from 'node:crypto';
import type { Guest } from '../spec-guest';
import { House, minuteNow, stopClock } from '../spec-house';
import { ledgerOf } from '../spec-ledger';
import { evaluationWith, on, proposal, seat } from '../spec-team';
import { answersTo, probesOf } from '../spec-worlds';

let house: House;
let learner: Guest;

beforeAll(async () => {
  house = await House.open();
  learner = await house.person('Nyborjare');
});
afterAll(() => house.close());

const begin = (by: Guest, language: 'sv' | 'en' = 'sv'): Promise<EvaluationView> => by.call(evaluations.train, { body: { language } });

/** Every sentence of the reference, in both languages. */
const sentences = Object.values(trainingReference).flatMap(({ rationale, evidence }) => [rationale, ...evidence.map(({ text }) => text)]).flatMap(({ sv, en }) => [sv, en]).flatMap((text) => text.split('\n\n'));
const leaks = (text: string): string[] => sentences.filter((sentence) => text.includes(JSON.stringify(sentence).slice(1, -1)));

/** Judges every cell of the question alike, and seals it. */
async function sealAlike({ id, instrument }: EvaluationView, number: string, value: number): Promise<readonly string[]> {
  for (const question of questionsOf(instrument).filter((own) => own.number === number))
    for (const key of judgementKeys(question)) await learner.call(scoring.draft, { params: { id, question: number }, body: { field: `judgement:${key}`, value, edition: 0, round: 1 } });
  return (await learner.call(scoring.seal, { params: { id }, body: { questions: [number] } })).opened;
}

it('begins for anyone who is signed in, ready to be scored: a sandbox of one area beside a reference', async () => {
  const view = await begin(learner);
  expect(view).toMatchObject({ training: true, sandbox: true, phase: 'scoring', role: 'evaluator', declared: true, questions: 5, opened: 0, municipality: { code: null, name: 'Granviken' }, policy: { revealUnit: 'question', judging: 'dimensions' } });
  expect(view.members.filter(({ role }) => role === 'evaluator').map(({ person, seat, name }) => [person === learner.id, seat, name])).toEqual([[true, 1, 'Nyborjare'], [false, 2, 'Referens']]);
  expect(view.waiting).toEqual([{ person: learner.id, what: 'seal', count: 5 }]);
  expect(view.progress.map(({ sealed }) => sealed)).toEqual([0, 5]);
  expect((await learner.call(evaluations.list)).map(({ id, training }) => [id, training])).toContainEqual([view.id, true]);
  expect((await house.nobody().refusal(evaluations.train, { body: { language: 'sv' } })).code).toBe('people/signed-out');
  expect((await (await house.person('Frammande')).refusal(evaluations.material, { params: { id: view.id } })).code).toBe('wire/not-found');
});

it('leaves a ledger that holds, with every sheet under its commitment', async () => {
  const { id } = await begin(learner);
  const { faults, sealed } = await ledgerOf(house, id);
  expect([faults, sealed.length]).toEqual([[], 5]);
});

it('gives the material to read, and none in any other evaluation', async () => {
  const { id } = await begin(learner, 'en');
  const { welcome, pieces } = await learner.call(evaluations.material, { params: { id } });
  expect([welcome?.sv.startsWith('Granviken'), pieces.length]).toEqual([true, 8]);
  const real = await evaluationWith(house);
  expect(await seat(real, 1).call(evaluations.material, on(real))).toEqual({ welcome: null, pieces: [] });
});

it('tells nothing of the reference by any channel before the own seal, now or later; then all of that question and no other', async () => {
  const start = minuteNow();
  stopClock(new Date(start).toISOString());
  try {
    const view = await begin(learner);
    const heard: string[] = [];
    await learner.listen((event, text) => heard.push(`${event} ${text}`));
    const reference = view.members.find(({ seat }) => seat === 2)?.person ?? '';
    const probes = probesOf({ id: view.id, coordinator: learner, evaluators: [learner], contact: learner, observer: learner }, true);
    for (const seconds of [0, 90]) {
      jest.setSystemTime(start + seconds * 1000);
      for (const [asked, { text }] of await answersTo(learner, probes)) expect([asked, leaks(text)]).toEqual([asked, []]);
      expect((await learner.call(consensus.board, { params: { id: view.id } })).questions.flatMap(({ voices }) => voices)).toEqual([]);
      expect(leaks(heard.join())).toEqual([]);
    }
    expect(await sealAlike(view, '1.1', 50)).toEqual(['1.1']);
    const { questions } = await learner.call(consensus.board, { params: { id: view.id } });
    const own = trainingReference['1.1'];
    expect(questions[0]?.voices.find(({ person }) => person === reference)?.sheet).toMatchObject({ judgements: own?.judgements, rationale: own?.rationale.sv });
    expect(questions.slice(1).flatMap(({ voices }) => voices)).toEqual([]);
    const ofOthers = Object.entries(trainingReference).filter(([number]) => number !== '1.1').flatMap(([, { rationale, evidence }]) => [rationale.sv, ...evidence.map(({ text }) => text.sv)]);
    for (const [asked, { text }] of await answersTo(learner, probes)) expect([asked, ofOthers.filter((sentence) => text.includes(JSON.stringify(sentence).slice(1, -1)))]).toEqual([asked, []]);
  } finally {
    jest.useRealTimers();
  }
});

it('opens nothing when the learner steps back', async () => {
  const { id } = await begin(learner);
  await learner.call(evaluations.declare, { params: { id }, body: { conflict: true, text: 'Känner kommunen.' } });
  expect((await learner.refusal(consensus.board, { params: { id } })).code).toBe('wire/not-found');
});

it('takes nothing but judging and comparing, whatever is asked of it past the screens', async () => {
  const view = await begin(learner);
  const params = { id: view.id };
  await sealAlike(view, '1.1', 50);
  const note = randomUUID();
  const before = await ledgerOf(house, view.id);
  const answers = [
    await learner.refusal(scoring.openRound, { params, body: { question: '1.1', reason: 'En gång till.' } }),
    await learner.refusal(consensus.propose, { params, body: { proposals: [proposal('1.1', 50)] } }),
    await learner.refusal(documents.addWeb, { params, body: { request: null, url: 'https://granviken.example', title: 'Sidan' } }),
    await learner.refusal(interviews.putNote, { params: { ...params, note }, body: { group: null, text: 'Till #1.1.', edition: 0 } }),
    await learner.refusal(interviews.shareNote, { params: { ...params, note } }),
    await learner.refusal(interviews.tick, { params, body: { group: 'x', question: '1.1', ticked: true } }),
    await learner.refusal(interviews.feed, { params, body: { renew: false } }),
  ];
  expect(answers.map(({ status, code }) => [status, code])).toEqual(answers.map(() => [409, 'evaluation/training']));
  // What belongs to a coordinator is nobody's: the one who set it up cannot sign in.
  const held = [
    await learner.refusal(evaluations.setPolicy, { params, body: defaultPolicy }), await learner.refusal(evaluations.openScoring, { params }),
    await learner.refusal(evaluations.addMember, { params, body: { email: 'ny@samsyn.example', name: 'Ny', organisation: '', role: 'evaluator' } }),
    await learner.refusal(evaluations.removeMember, { params, body: { person: view.members.find(({ seat: own }) => own === 2)?.person ?? '', role: 'evaluator' } }),
    await learner.refusal(documents.fromInstrument, { params, body: { due: null } }), await learner.refusal(interviews.remind, { params }),
  ];
  expect(held.map(({ code }) => code)).toEqual(held.map(() => 'people/not-allowed'));
  expect((await ledgerOf(house, view.id)).entries).toEqual(before.entries);
});

it('speaks the language it was begun in', async () => {
  const view = await begin(learner, 'en');
  await sealAlike(view, '1.5', 70);
  const { questions } = await learner.call(consensus.board, { params: { id: view.id } });
  expect(questions.find(({ number }) => number === '1.5')?.voices.map(({ sheet }) => sheet.rationale)).toContain(trainingReference['1.5']?.rationale.en);
});

it('never comes as far as a report, and is no model to choose', async () => {
  const view = await begin(learner);
  for (const { number } of questionsOf(view.instrument)) await sealAlike(view, number, 50);
  expect(await learner.call(reports.lockState, { params: { id: view.id } })).toMatchObject({ ready: false, fingerprint: null, versions: [] });
  const coordinator = await house.person('Samordnare', { mayCreate: true });
  expect((await coordinator.call(instruments.list)).filter(({ id }) => id.startsWith('training'))).toEqual([]);
  // Nor by publishing one: what is known as a training was begun as one.
  await coordinator.call(instruments.publish, { body: { ...trainingInstrument(), id: 'own-training' } });
  const body = { municipality: { code: null, name: 'Provby' }, year: 2026, instrument: 'own-training', policy: defaultPolicy, members: [] };
  expect((await coordinator.refusal(evaluations.create, { body })).code).toBe('wire/not-found');
});

it('has a reference whom nobody can sign in as', async () => {
  await begin(learner);
  const rows = await house.sql<{ id: string; email: string; password_hash: string | null }>(`SELECT id, email, password_hash FROM person WHERE id::text LIKE '00000000-%'`);
  expect(rows.map(({ password_hash }) => password_hash)).toEqual([null, null, null]);
  const nobody = house.nobody();
  for (const { email } of rows) {
    expect((await nobody.refusal(people.signIn, { body: { email, password: 'whatever it may be' } })).code).toBe('wire/invalid');
    expect((await nobody.refusal(people.askLink, { body: { email } })).code).toBe('wire/invalid');
  }
  expect(await house.sql(`SELECT 1 FROM sign_in_link WHERE person_id::text LIKE '00000000-%'`)).toEqual([]);
});

it('is begun at most twenty times in 24 hours by one person, also all at once', async () => {
  const eager = await house.person('Ivrig');
  const answers = await Promise.all(Array.from({ length: 22 }, () => eager.send('POST', '/api/training', { language: 'sv' })));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
  expect(await eager.refusal(evaluations.train, { body: { language: 'sv' } })).toMatchObject({ status: 429, code: 'evaluation/enough-training', facts: { max: 20 } });
  expect((await begin(learner)).training).toBe(true);
});
