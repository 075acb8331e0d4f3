import { consensus, contentPath, daySheetPath, documents, evaluations, feedPath, inboundMailPath, instruments, interviews, oneClickPath, people, reports, scoring } from '@samsyn/contract';
import { defaultPolicy, noDates } from '@samsyn/domain';
import { pathOf, type Answer, type Guest } from './spec-guest';
import { House } from './spec-house';
import { proposal, type Team } from './spec-team';

/** One question put to the server: who asks is decided later. */
export type Probe = readonly [method: string, path: string, body?: unknown];

/** The id of what somebody notes blind. */
export const privateNote = '11111111-1111-4111-8111-111111111111';

/** Every way to ask about an evaluation, and every command in a form that is refused or says nothing new. */
export function probesOf({ id, evaluators, material }: Team, onlyReading: boolean): Probe[] {
  const at = (endpoint: Parameters<typeof pathOf>[0], more: Record<string, string> = {}): string => pathOf(endpoint, { id, ...more });
  const reading: Probe[] = [
    ...[people.me, people.demo, evaluations.list, evaluations.read, evaluations.instrument, evaluations.material, evaluations.revision, evaluations.ledger, scoring.sheet, consensus.board, reports.lockState, reports.preview].map((own): Probe => ['GET', at(own)]),
    ...['1', '2', 'latest', 'x', '1.csv', 'latest.csv'].map((version): Probe => ['GET', `/api/evaluations/${id}/report/${version}`]),
    ['GET', '/api/instruments'], ['GET', '/api/instruments/sample'], ['GET', pathOf(instruments.drafts)], ['GET', pathOf(instruments.draft, { draft: id })], ['GET', `/api/evaluations/${id}/sheet/1.2`], ['GET', `/api/evaluations/${evaluators[0]?.id}`],
  ];
  const draft = (question: string, field: string, value: unknown, more: object = {}): Probe => ['PUT', at(scoring.draft, { question }), { field, value, edition: 0, round: 1, ...more }];
  const writing: Probe[] = [
    draft('1.2', 'percent', 101), draft('1.2', 'percent', 10.55), draft('1.2', 'judgement:a.system', 10), draft('1.2', 'percent', 30, { round: 2 }), draft('9.9', 'percent', 30), draft('1.2', 'colour', 1),
    draft('2.2', 'rationale', 'Mitt eget utkast.'), draft('2.2', 'rationale', 'Något annat.'), draft('1.1', 'percent', 44),
    ['POST', at(scoring.seal), { questions: ['2.1', '2.2'] }], ['POST', at(scoring.seal), { questions: ['1.1'] }], ['POST', at(scoring.seal), { questions: ['9.9'] }], ['POST', at(scoring.seal), { questions: [] }],
    ['POST', at(scoring.withdraw), { questions: ['1.2'] }], ['POST', at(scoring.withdraw), { questions: ['1.1'] }],
    ['POST', at(scoring.openRound), { question: '1.2', reason: 'Underlaget.' }],
    ['POST', at(consensus.propose), { proposals: [proposal('1.2', 50)] }], ['POST', at(consensus.propose), { proposals: [proposal('1.2', 50, { answers: 1 })] }], ['POST', at(consensus.approve), { approvals: [{ question: '1.2', proposal: 1 }] }],
    ...([['seal', { questions: ['2.1', '2.2'] }], ['seal', { questions: ['1.1'] }], ['seal', { questions: [] }], ['propose', { proposals: [proposal('1.2', 50, { answers: 1 })] }], ['approve', { approvals: [{ question: '1.2', proposal: 1 }] }], ['approve', {}],
      ['draft/1.2', { field: 'percent', value: 101, edition: 0, round: 1 }], ['draft/1.2', { field: 'percent', value: 30, edition: 0, round: 2 }], ['draft/9.9', { field: 'percent', value: 30, edition: 0, round: 1 }], ['draft/2.2', { field: 'rationale', value: 'Ett annat utkast.', edition: 0, round: 1 }], ['draft/1.1', { field: 'percent', value: 44, edition: 0, round: 1 }], ['draft', {}]] as const).map(([act, body]): Probe => ['ACT', `/api/evaluations/${id}/${act}`, body]),
    ['POST', at(reports.sign), { fingerprint: '0'.repeat(64) }], ['POST', at(reports.unlock), { reason: 'Nya uppgifter.' }],
    ['POST', at(evaluations.openScoring)], ['POST', at(evaluations.nudge), { person: id }], ['POST', at(evaluations.inviteAgain), { person: evaluators[1]?.id }], ['POST', at(evaluations.replace), { seat: 9, reason: 'Sjuk.', who: { person: id } }], ['POST', at(evaluations.replace), { seat: 1, reason: '', who: { person: evaluators[1]?.id } }],
    ['POST', at(consensus.signArea), { area: 1 }], ['POST', at(consensus.signArea), { area: 9 }], ['POST', at(consensus.reopenArea), { area: 1, reason: 'Nytt.' }], ['POST', at(evaluations.declare), { conflict: 'nej' }], ['POST', pathOf(evaluations.create), { year: 1 }], ['POST', pathOf(evaluations.train), { language: 'xx' }],
  ];
  const noDraft = { draft: evaluators[0]?.id ?? '' };
  const models: Probe[] = [
    ['POST', pathOf(instruments.publish), { id: 'x' }], ['POST', pathOf(instruments.begin), { basedOn: 'no-such', body: null }], ['PUT', pathOf(instruments.save, noDraft), { edition: 1 }],
    ['POST', pathOf(instruments.publishDraft, noDraft), { edition: 1 }], ['POST', pathOf(instruments.removeDraft, noDraft), { edition: 1 }],
  ];
  const setUp: Probe[] = [
    ['PUT', at(evaluations.setPolicy), { ...defaultPolicy, tolerance: 10 }],
    ['PUT', at(evaluations.setDates), { dates: { ...noDates, scoringTo: '2026-12-12', consensus: '2026-12-11' }, edition: 0 }], ['PUT', at(evaluations.setDates), { dates: { ...noDates, visitFrom: '2026-12-03' }, edition: 9 }], ['PUT', at(evaluations.setDates), { dates: noDates, edition: 0 }],
    ['POST', at(evaluations.proposePolicy), { policy: { ...defaultPolicy, judging: 'dimensions', red: 1 }, reason: 'Skillnaderna är små.', answers: null }], ['POST', at(evaluations.proposePolicy), { policy: { ...defaultPolicy, judging: 'percent', revealUnit: 'area', red: 1 }, reason: 'R', answers: 9 }],
    ['POST', at(evaluations.approvePolicy), { proposal: 9 }], ['POST', at(evaluations.declinePolicy), { proposal: 9 }],
    ['POST', at(evaluations.removeMember), { person: evaluators[1]?.id, role: 'evaluator' }],
    ['POST', at(evaluations.addMember), { email: 'ny@samsyn.example', name: 'Ny', organisation: '', role: 'evaluator' }],
  ];
  const none = '00000000-0000-4000-8000-000000000000';
  const request = { request: material?.request ?? none };
  const paper = { document: material?.documents[0]?.document ?? none, version: material?.documents[0]?.version ?? none };
  const papers: Probe[] = [
    ...[documents.list, documents.coverage, documents.description, documents.receipts, documents.outbox].map((own): Probe => ['GET', at(own)]),
    ['GET', `${at(documents.search)}?q=budget`], ['GET', at(documents.submission, { number: '1' })], ['GET', at(documents.page, { ...paper, page: '1' })], ['GET', at(documents.preview, paper)],
    ['GET', `/api/${contentPath.replace(':id', id).replace(':version', paper.version)}`], ['GET', pathOf(documents.delegated, { token: 'x' })],
    ['GET', pathOf(documents.mailChoice, { token: 'x' })], ['GET', pathOf(documents.ownMailChoice)], ['GET', `/api/${oneClickPath.replace(':token', 'x')}`],
  ];
  const fields = { title: 'Ny', why: '', example: '', questions: ['9.9'], owner: null, due: null };
  // Refused for everyone: what would succeed would be told to the others, and carries new ids.
  const paperwork: Probe[] = [
    ['POST', at(documents.fromInstrument), { due: 'i morgon' }], ['POST', at(documents.add), fields], ['PUT', at(documents.change, request), { ...fields, questions: [], edition: 99 }],
    ['POST', at(documents.move, request), { to: 'underway', reason: '', edition: 99 }], ['POST', at(documents.move, request), { to: 'accepted', reason: '', edition: 3 }], ['POST', at(documents.moveMany), { to: 'accepted', reason: '', requests: [request.request] }],
    ['POST', at(documents.delegate, request), { name: 'N', email: 'n@samsyn.example', days: 0 }], ['POST', at(documents.revoke, { ...request, link: none })],
    ['POST', pathOf(documents.delegatedMove, { token: 'x' }), { to: 'underway', reason: '', edition: 1 }], ['POST', pathOf(documents.delegatedWeb, { token: 'x' }), { url: 'https://provby.example', title: 'W' }], ['POST', pathOf(documents.delegatedRemove, { token: 'x', document: none })],
    ['POST', at(documents.remind), { requests: [], anyway: true }], ['POST', at(documents.remind), { requests: [none], anyway: true }], ['POST', pathOf(documents.chooseMail, { token: 'x' }), { reminders: false }], ['POST', `/api/${oneClickPath.replace(':token', 'x')}`], ['PUT', pathOf(documents.chooseOwnMail), { reminders: 'ja' }],
    ['POST', at(documents.addWeb), { request: none, url: 'https://provby.example', title: 'W' }], ['PUT', at(documents.rename, { document: none }), { title: 'W', request: null }], ['POST', at(documents.remove, { document: none }), { reason: 'R' }], ['POST', at(documents.copyWeb, { document: none })], ['POST', pathOf(documents.delegatedCopy, { token: 'x', document: none })],
    ['PUT', at(documents.retain, { document: none }), { retention: 'working', hold: true }], ['PUT', at(documents.answer, { question: '1.1' }), { text: 'Sen.', edition: 9 }],
    ['POST', at(documents.assign), { questions: ['9.9'], person: null }], ['POST', at(documents.submit)],
  ];
  reading.push(...papers);
  const sheet = (day: string): string => `/api/${daySheetPath.replace(':id', id).replace(':day', day)}`;
  reading.push(
    ...[interviews.desk, interviews.releases, interviews.letters, interviews.guide, interviews.notes, interviews.care].map((own): Probe => ['GET', at(own)]),
    ['GET', sheet('2026-11-10')], ['GET', `${sheet('2026-11-10')}?draft=1`], ['GET', sheet('x')], ['GET', pathOf(interviews.personal, { token: 'x' })], ['GET', `/api/${feedPath.replace(':token', 'x')}`],
  );
  const visit: Probe[] = [
    ['POST', at(interviews.command), { kind: 'override', finding: 'x', reason: '' }], ['POST', at(interviews.command), { kind: 'removeItem', item: 'x', edition: 1 }], ['PUT', at(interviews.putPerson), { person: none, name: 'N', email: null, phone: '', role: '', organisation: '', kind: 'others', label: '', manager: null }],
    ['POST', at(interviews.removePerson, { person: none })], ['POST', at(interviews.ask), { until: 'snart' }], ['POST', at(interviews.remind)], ['POST', at(interviews.suggest), { keepPinned: true, fewMoves: true, seconds: 0 }], ['POST', at(interviews.replan), { person: none, day: 'x', from: 0, to: 60 }],
    ['POST', at(interviews.release), { edition: 99, name: 'Gammal' }], ['POST', at(interviews.letOut), { letters: [none] }], ['POST', at(interviews.withdraw), { letters: [none] }], ['POST', at(interviews.feed), { renew: false }], ['PUT', at(interviews.setCare), { afterLock: 90, atMost: 365, hold: false, controller: '', basis: '', edition: 99 }],
    ['PUT', pathOf(interviews.hours, { token: 'x' }), { spans: [] }], ['POST', pathOf(interviews.reply, { token: 'x' }), { item: 'x', reply: 'coming', text: '' }], ['POST', `/api/${inboundMailPath}`, { message: '' }],
    ['POST', at(interviews.tick), { group: 'group-1', question: '1.2', ticked: true }], ['POST', at(interviews.tick), { group: 'x', question: '1.1', ticked: true }],
    // The very id under which B keeps a note in one of the worlds.
    ['POST', at(interviews.shareNote, { note: privateNote })], ['PUT', at(interviews.putNote, { note: privateNote }), { group: null, text: 'Min egen #1.2.', edition: 0 }], ['PUT', at(interviews.putNote, { note: privateNote }), { group: null, text: 'En annan.', edition: 9 }], ['POST', at(interviews.shareNote, { note: none })],
  ];
  writing.push(...paperwork, ...visit);
  return onlyReading ? reading : [...reading, ...writing, ...models, ...setUp, ...reading];
}

/** The answers to the probes, one after the other. */
export async function answersTo(viewer: Guest, probes: readonly Probe[]): Promise<readonly (readonly [string, Answer])[]> {
  const answers: [string, Answer][] = [];
  for (const [method, path, body] of probes) answers.push([`${method} ${path}`, await viewer.send(method, path, body)]);
  return answers;
}

/** The same team in another house. */
export const teamIn = (house: House, team: Team): Team => ({
  ...team,
  coordinator: house.welcome(team.coordinator),
  evaluators: team.evaluators.map((own) => house.welcome(own)),
  contact: house.welcome(team.contact),
  observer: house.welcome(team.observer),
});

/** Two worlds that begin as copies of one database, byte for byte, with an application each. */
export async function twoWorlds(origin: House, settings: Record<string, string> = {}): Promise<readonly [House, House]> {
  await origin.close();
  const open = (): Promise<House> => House.open({ template: origin.database.name, settings });
  return [await open(), await open()];
}
