import { archive, consensus, contentPath, daySheetPath, documents, evaluations, feedPath, inboundMailPath, instruments, interviews, oneClickPath, people, reports, scoring } from '@samsyn/contract';
import { defaultPolicy, noDates, usualCare, type WrittenAfterLock } from '@samsyn/domain';
import { sampleInstrument } from '@samsyn/samples';
import { pathOf } from './spec-guest';

/** Who may come: the five roles, each declared; who has no part in the evaluation; who is asked to coordinate it and has not declared; nobody signed in. */
export const callers = ['coordinator', 'evaluator', 'adjudicator', 'contact', 'observer', 'stranger', 'undeclared', 'nobody'] as const;
export type Caller = (typeof callers)[number];
export const stages = ['planning', 'scoring', 'consensus', 'locked'] as const;
export type Stage = (typeof stages)[number];

/** What the gate says: let in (whatever is answered inside), or why not. */
export type Gate = 'in' | '401 people/signed-out' | '403 people/not-allowed' | '403 people/declaration-missing' | '404 wire/not-found' | '423 evaluation/locked';

/** What the addresses name in one evaluation. */
export interface Scene {
  readonly id: string;
  readonly request: string;
  readonly link: string;
  readonly document: string;
  readonly version: string;
  readonly draft: string;
  /** Somebody in the team whose leaving changes nothing. */
  readonly spare: string;
  readonly contactEmail: string;
}

/** The rest of a request: a body that those who are let in are refused for, or that does no harm. */
type Sent = (scene: Scene) => { readonly params?: Readonly<Record<string, string>>; readonly query?: string; readonly body?: unknown };

export interface Row {
  /** Everyone alike, everyone signed in, those who may create; or the roles in the evaluation. */
  readonly may: 'anyone' | 'signedIn' | 'creator' | readonly Caller[];
  /** How a write stands once locked: refused, or named among what may be written all the same. Absent: it only reads. */
  readonly locked?: 'refused' | WrittenAfterLock | 'unlocking';
  /** There is nothing before the lock: not found, also for those who may. */
  readonly onlyLocked?: true;
  /** Ends the session it comes with. */
  readonly ends?: true;
  readonly sent?: Sent;
}

const team: readonly Caller[] = ['coordinator', 'evaluator', 'adjudicator'];
const readers: readonly Caller[] = [...team, 'contact'];
const members: readonly Caller[] = [...readers, 'observer'];
const judges: readonly Caller[] = ['evaluator'];
const keys: readonly Caller[] = ['coordinator', 'evaluator'];
const planner: readonly Caller[] = ['coordinator'];
const bearers: readonly Caller[] = ['coordinator', 'contact'];
const bringers: readonly Caller[] = ['coordinator', 'contact', 'evaluator'];
const contact: readonly Caller[] = ['contact'];

const none = '00000000-0000-4000-8000-000000000000';
const body = (given: unknown): Sent => () => ({ body: given });
const of = (params: Readonly<Record<string, string>>, given?: unknown): Sent => () => ({ params, body: given });
const reads = (may: Row['may'], sent?: Sent): Row => ({ may, ...(sent && { sent }) });
const writes = (may: Row['may'], sent?: Sent, locked: Row['locked'] = 'refused'): Row => ({ may, locked, ...(sent && { sent }) });
const anyone = (sent?: Sent): Row => reads('anyone', sent);
const signedIn = (sent?: Sent): Row => reads('signedIn', sent);
const creator = (sent?: Sent): Row => reads('creator', sent);

/** One row for every endpoint of a topic: a new one without a row does not compile. */
type Rows<Topic> = Readonly<Record<keyof Topic, Row>>;
type Routes = Readonly<Record<string, { readonly method: string; readonly path: string }>>;
const table = <Topic extends Routes>(topic: Topic, rows: Rows<Topic>): [string, Row][] =>
  Object.entries<Row>(rows).map(([name, row]) => [`${topic[name]?.method} ${topic[name]?.path}`, row]);

const token = { token: 'x' };
const fields = { title: 'Ny', why: '', example: '', questions: ['9.9'], owner: null, due: null };
const ofRequest = (given?: unknown): Sent => ({ request }) => ({ params: { request }, body: given });
const ofDocument = (given?: unknown): Sent => ({ document }) => ({ params: { document }, body: given });
const ofVersion = (more: Record<string, string> = {}): Sent => ({ version }) => ({ params: { version, ...more } });
const ofDraft = (given?: unknown): Sent => ({ draft }) => ({ params: { draft }, body: given });
const interviewee = { person: none, name: 'N', email: null, phone: '', role: '', organisation: '', kind: 'others', label: '', manager: null };

/**
 * Who may do what, and when: every address that the product answers, whoever comes, whatever the evaluation has come to.
 * The order is that of asking: a declaration comes last, or who has not declared would have.
 */
export const policy: ReadonlyMap<string, Row> = new Map([
  ...table(people, {
    me: signedIn(), signIn: anyone(body({})), askLink: anyone(body({})), useLink: anyone(body({ token: 'x'.repeat(30) })), signOut: { may: 'signedIn', ends: true }, setPassword: signedIn(body({ password: 'x' })), demo: anyone(),
  }),
  ['POST demo/people', anyone(body({ email: 'x@samsyn.example', name: 'X', organisation: '', role: '', note: '' }))],
  ...table(archive, { list: anyone() }),
  ...table(instruments, {
    list: signedIn(), read: signedIn(of({ id: sampleInstrument.id })), publish: creator(body(sampleInstrument)), drafts: creator(), begin: creator(body({ basedOn: sampleInstrument.id, body: null })),
    draft: creator(ofDraft()), save: creator(ofDraft({ edition: 99, body: {} })), publishDraft: creator(ofDraft({ edition: 99 })), removeDraft: creator(ofDraft({ edition: 99 })),
  }),
  ...table(scoring, {
    sheet: reads(judges), draft: writes(judges, of({ question: '1.1' }, { field: 'percent', value: 101, edition: 0, round: 1 })), seal: writes(judges, body({ questions: ['9.9'] })),
    withdraw: writes(judges, body({ questions: ['9.9'] })), openRound: writes(judges, body({ question: '1.1', reason: ' ' })),
  }),
  ...table(consensus, {
    board: reads(team), propose: writes(judges, body({ proposals: [{ question: '1.1', percent: 50, round: 1, answers: 99, text: '', reason: 'x', cause: 'mistake' }] })), approve: writes(judges, body({ approvals: [{ question: '1.1', proposal: 99 }] })),
    signArea: writes(judges, body({ area: 1 })), reopenArea: writes(judges, body({ area: 1, reason: 'x' })),
  }),
  ...table(reports, {
    lockState: reads(keys), sign: writes(judges, body({ fingerprint: '' })), unlock: writes(keys, body({ reason: 'x' }), 'unlocking'), preview: reads(judges),
    read: { may: members, onlyLocked: true, sent: of({ version: 'latest' }) },
  }),
  ['GET evaluations/:id/report/:version.csv', { may: members, onlyLocked: true, sent: of({ version: 'latest' }) }],
  ...table(documents, {
    list: reads(readers), coverage: reads(team), description: reads(readers), receipts: reads(readers), outbox: reads(planner), search: reads(readers, () => ({ query: 'q=budget' })), submission: reads(readers, of({ number: '1' })),
    page: reads(readers, ofVersion({ page: '1' })), preview: reads(readers, ofVersion()),
    fromInstrument: writes(planner, body({ due: null })), add: writes(bearers.slice(0, 1), body(fields)), change: writes(planner, ofRequest({ ...fields, questions: [], edition: 99 })), move: writes(bringers, ofRequest({ to: 'underway', reason: '', edition: 99 })),
    moveMany: writes(bringers, ({ request }) => ({ body: { to: 'accepted', reason: '', requests: [request] } })), delegate: writes(bearers, ofRequest({ name: 'N', email: 'n@samsyn.example', days: 1 })),
    revoke: writes(bearers, ({ request, link }) => ({ params: { request, link } }), 'ownAddress'), remind: writes(planner, ({ request }) => ({ body: { requests: [request], anyway: true } })),
    addWeb: writes(bringers, body({ request: null, url: 'https://provby.example', title: 'W' })), copyWeb: writes(bringers, ofDocument()), rename: writes(bringers, ofDocument({ title: 'W', request: null })),
    remove: writes(bringers, ofDocument({ reason: 'R' })), retain: writes(planner, ofDocument({ retention: 'evaluation', hold: true }), 'hold'),
    answer: writes(contact, of({ question: '1.1' }, { text: 'Sen.', edition: 9 })), assign: writes(bearers, body({ questions: ['9.9'], person: null })), submit: writes(contact),
    delegated: anyone(of(token)), delegatedMove: anyone(of(token, { to: 'underway', reason: '', edition: 1 })), delegatedWeb: anyone(of(token, { url: 'https://provby.example', title: 'W' })),
    delegatedCopy: anyone(of({ ...token, document: none })), delegatedRemove: anyone(of({ ...token, document: none })),
    mailChoice: anyone(of(token)), chooseMail: anyone(of(token, { reminders: true })), ownMailChoice: signedIn(), chooseOwnMail: signedIn(body({ reminders: true })),
  }),
  [`GET ${contentPath}`, reads(readers, ofVersion())],
  [`GET ${oneClickPath}`, anyone(of(token))],
  [`POST ${oneClickPath}`, anyone(of(token))],
  ...table(interviews, {
    desk: reads(team), releases: reads(team), letters: reads(planner), guide: reads(judges), notes: reads(judges), care: reads(planner),
    command: writes(planner, body({ kind: 'override', finding: 'x', reason: '' })), putPerson: writes(planner, body(interviewee)), removePerson: writes(planner, of({ person: none })), ask: writes(planner, body({ until: '2026-12-01' })), remind: writes(planner),
    suggest: writes(planner, body({ keepPinned: true, fewMoves: true, seconds: 1 })), replan: writes(planner, body({ person: none, day: '2026-11-10', from: 0, to: 60 })), release: writes(planner, body({ edition: 99, name: 'Gammal' })),
    letOut: writes(planner, body({ letters: [none] })), withdraw: writes(planner, body({ letters: [none] }), 'letterTakenBack'), feed: writes(team, body({ renew: false }), 'ownAddress'), setCare: writes(planner, body({ ...usualCare, edition: 99 }), 'hold'),
    tick: writes(judges, body({ group: 'x', question: '1.1', ticked: true })), putNote: writes(judges, of({ note: none }, { group: null, text: 'En.', edition: 0 })), shareNote: writes(judges, of({ note: none })),
    personal: anyone(of(token)), hours: anyone(of(token, { spans: [] })), reply: anyone(of(token, { item: 'x', reply: 'coming', text: '' })),
  }),
  [`GET ${daySheetPath}`, reads(team, () => ({ params: { day: '2026-11-10' }, query: 'draft=1' }))],
  [`GET ${feedPath}`, anyone(of(token))],
  [`POST ${inboundMailPath}`, anyone(body({ message: '' }))],
  ...table(evaluations, {
    list: signedIn(), create: creator(body({ municipality: { code: null, name: 'Provby' }, year: 2026, instrument: sampleInstrument.id, policy: { ...defaultPolicy, red: 1 }, members: [] })), train: signedIn(body({ language: 'xx' })),
    read: reads(members), instrument: reads(members), material: reads(members), revision: reads(members), ledger: reads(team),
    addMember: writes(planner, ({ contactEmail }) => ({ body: { email: contactEmail, name: 'N', organisation: '', role: 'observer' } })), replace: writes(planner, ({ spare }) => ({ body: { seat: 9, reason: 'x', who: { person: spare } } })),
    inviteAgain: writes(planner, body({ person: none })),
    removeMember: writes(planner, ({ spare }) => ({ body: { person: spare, role: 'observer' } })), setPolicy: writes(planner, body({ ...defaultPolicy, red: 1 })),
    proposePolicy: writes(keys, body({ policy: { ...defaultPolicy, red: 1 }, reason: 'x', answers: null })), approvePolicy: writes(keys, body({ proposal: 99 })), declinePolicy: writes(keys, body({ proposal: 99 })), nudge: writes(keys, body({ person: none })), setDates: writes(planner, body({ dates: { ...noDates, scoringTo: '2026-12-12', consensus: '2026-12-11' }, edition: 0 })), openScoring: writes(planner),
    declare: writes([...members, 'undeclared'], body({ conflict: false, text: '' })),
  }),
]);

/** What the gate must say to a caller at a stage. */
export function gateOf(row: Row, caller: Caller, stage: Stage): Gate {
  if (row.may === 'anyone') return 'in';
  if (caller === 'nobody') return '401 people/signed-out';
  if (row.may === 'signedIn') return 'in';
  if (row.may === 'creator') return caller === 'coordinator' ? 'in' : '403 people/not-allowed';
  if (caller === 'stranger') return '404 wire/not-found';
  if (!row.may.includes(caller)) return caller === 'undeclared' ? '403 people/declaration-missing' : '403 people/not-allowed';
  if (row.onlyLocked && stage !== 'locked') return '404 wire/not-found';
  return row.locked === 'refused' && stage === 'locked' ? '423 evaluation/locked' : 'in';
}

/** The request that asks a row. */
export function requestOf(route: string, { sent }: Row, scene: Scene): readonly [method: string, path: string, body?: unknown] {
  const [method = '', path = ''] = route.split(' ');
  const { params, query, body: given } = sent?.(scene) ?? {};
  const address = pathOf({ path }, { id: scene.id, ...params });
  return [method, query ? `${address}?${query}` : address, given];
}
