/** Method and path of every endpoint; paths are below /api, with :parameters. */
export type Path = { readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'; readonly path: string };

/** Sent with every request that changes something; a foreign site cannot set it without asking. Its value is the person the page was opened for, or 1. */
export const requestHeader = 'x-samsyn';
/** Which built web lies beside the server that answers: the name of its main script. */
export const webHeader = 'x-samsyn-web';

const paths = <Names extends string>(table: Record<Names, Path>): Record<Names, Path> => table;

export const people = /* @__PURE__ */ paths({
  me: { method: 'GET', path: 'me' },
  signIn: { method: 'POST', path: 'sign-in' },
  askLink: { method: 'POST', path: 'sign-in/link' },
  useLink: { method: 'POST', path: 'sign-in/token' },
  signOut: { method: 'POST', path: 'sign-out' },
  setPassword: { method: 'POST', path: 'me/password' },
  demo: { method: 'GET', path: 'demo' },
});

export const instruments = /* @__PURE__ */ paths({
  list: { method: 'GET', path: 'instruments' },
  read: { method: 'GET', path: 'instruments/:id' },
  publish: { method: 'POST', path: 'instruments' },
  drafts: { method: 'GET', path: 'instrument-drafts' },
  begin: { method: 'POST', path: 'instrument-drafts' },
  draft: { method: 'GET', path: 'instrument-drafts/:draft' },
  save: { method: 'PUT', path: 'instrument-drafts/:draft' },
  publishDraft: { method: 'POST', path: 'instrument-drafts/:draft/publish' },
  removeDraft: { method: 'POST', path: 'instrument-drafts/:draft/remove' },
});

export const evaluations = /* @__PURE__ */ paths({
  list: { method: 'GET', path: 'evaluations' },
  create: { method: 'POST', path: 'evaluations' },
  read: { method: 'GET', path: 'evaluations/:id' },
  instrument: { method: 'GET', path: 'evaluations/:id/instrument' },
  train: { method: 'POST', path: 'training' },
  material: { method: 'GET', path: 'evaluations/:id/material' },
  revision: { method: 'GET', path: 'evaluations/:id/revision' },
  declare: { method: 'POST', path: 'evaluations/:id/declaration' },
  addMember: { method: 'POST', path: 'evaluations/:id/members' },
  removeMember: { method: 'POST', path: 'evaluations/:id/members/remove' },
  inviteAgain: { method: 'POST', path: 'evaluations/:id/members/invite' },
  setPolicy: { method: 'PUT', path: 'evaluations/:id/policy' },
  proposePolicy: { method: 'POST', path: 'evaluations/:id/policy/proposals' },
  approvePolicy: { method: 'POST', path: 'evaluations/:id/policy/approve' },
  declinePolicy: { method: 'POST', path: 'evaluations/:id/policy/decline' },
  setDates: { method: 'PUT', path: 'evaluations/:id/dates' },
  openScoring: { method: 'POST', path: 'evaluations/:id/open' },
  ledger: { method: 'GET', path: 'evaluations/:id/ledger' },
  nudge: { method: 'POST', path: 'evaluations/:id/nudges' },
  replace: { method: 'POST', path: 'evaluations/:id/seats/replace' },
});

export const scoring = /* @__PURE__ */ paths({
  sheet: { method: 'GET', path: 'evaluations/:id/sheet' },
  draft: { method: 'PUT', path: 'evaluations/:id/sheet/:question' },
  seal: { method: 'POST', path: 'evaluations/:id/seals' },
  withdraw: { method: 'POST', path: 'evaluations/:id/seals/withdraw' },
  openRound: { method: 'POST', path: 'evaluations/:id/rounds' },
});

export const consensus = /* @__PURE__ */ paths({
  board: { method: 'GET', path: 'evaluations/:id/board' },
  propose: { method: 'POST', path: 'evaluations/:id/proposals' },
  approve: { method: 'POST', path: 'evaluations/:id/approvals' },
  signArea: { method: 'POST', path: 'evaluations/:id/areas/sign' },
  reopenArea: { method: 'POST', path: 'evaluations/:id/areas/reopen' },
});

/**
 * What a page may also say over its open socket, by name: the same schemas, rules and answers as over HTTP, without a
 * request's cost between a key and its "Sparat", or one person's act and the other's screen (docs/decisions/0014). All
 * are of one evaluation, `:id`; a draft also of one `:question`.
 */
export const acts = { draft: scoring.draft, seal: scoring.seal, propose: consensus.propose, approve: consensus.approve } as const;
export type ActName = keyof typeof acts;
/** Bytes of the longest act that goes over the socket; what is longer goes over HTTP. */
export const largestAct = 32_768;

export const reports = /* @__PURE__ */ paths({
  lockState: { method: 'GET', path: 'evaluations/:id/lock' },
  sign: { method: 'POST', path: 'evaluations/:id/lock' },
  unlock: { method: 'POST', path: 'evaluations/:id/unlock' },
  preview: { method: 'GET', path: 'evaluations/:id/report/preview' },
  read: { method: 'GET', path: 'evaluations/:id/report/:version' },
});

export const archive = /* @__PURE__ */ paths({
  list: { method: 'GET', path: 'archive' },
});

export const documents = /* @__PURE__ */ paths({
  list: { method: 'GET', path: 'evaluations/:id/requests' },
  fromInstrument: { method: 'POST', path: 'evaluations/:id/requests/from-instrument' },
  add: { method: 'POST', path: 'evaluations/:id/requests' },
  moveMany: { method: 'POST', path: 'evaluations/:id/requests/move' },
  change: { method: 'PUT', path: 'evaluations/:id/requests/:request' },
  move: { method: 'POST', path: 'evaluations/:id/requests/:request/move' },
  delegate: { method: 'POST', path: 'evaluations/:id/requests/:request/links' },
  revoke: { method: 'POST', path: 'evaluations/:id/requests/:request/links/:link/revoke' },
  delegated: { method: 'GET', path: 'delegated/:token' },
  delegatedMove: { method: 'POST', path: 'delegated/:token/move' },
  delegatedWeb: { method: 'POST', path: 'delegated/:token/web' },
  delegatedCopy: { method: 'POST', path: 'delegated/:token/documents/:document/copy' },
  delegatedRemove: { method: 'POST', path: 'delegated/:token/documents/:document/remove' },
  addWeb: { method: 'POST', path: 'evaluations/:id/documents/web' },
  copyWeb: { method: 'POST', path: 'evaluations/:id/documents/:document/copy' },
  rename: { method: 'PUT', path: 'evaluations/:id/documents/:document' },
  remove: { method: 'POST', path: 'evaluations/:id/documents/:document/remove' },
  retain: { method: 'PUT', path: 'evaluations/:id/documents/:document/retention' },
  receipts: { method: 'GET', path: 'evaluations/:id/deletions' },
  page: { method: 'GET', path: 'evaluations/:id/versions/:version/pages/:page' },
  preview: { method: 'GET', path: 'evaluations/:id/versions/:version/preview' },
  search: { method: 'GET', path: 'evaluations/:id/search' },
  coverage: { method: 'GET', path: 'evaluations/:id/coverage' },
  description: { method: 'GET', path: 'evaluations/:id/self-description' },
  submit: { method: 'POST', path: 'evaluations/:id/self-description/submit' },
  assign: { method: 'POST', path: 'evaluations/:id/self-description/assign' },
  submission: { method: 'GET', path: 'evaluations/:id/self-description/submissions/:number' },
  answer: { method: 'PUT', path: 'evaluations/:id/self-description/:question' },
  outbox: { method: 'GET', path: 'evaluations/:id/outbox' },
  remind: { method: 'POST', path: 'evaluations/:id/requests/remind' },
  mailChoice: { method: 'GET', path: 'mail/:token' },
  chooseMail: { method: 'POST', path: 'mail/:token/choice' },
  ownMailChoice: { method: 'GET', path: 'me/mail' },
  chooseOwnMail: { method: 'PUT', path: 'me/mail' },
});

export const interviews = /* @__PURE__ */ paths({
  desk: { method: 'GET', path: 'evaluations/:id/plan' },
  command: { method: 'POST', path: 'evaluations/:id/plan' },
  putPerson: { method: 'PUT', path: 'evaluations/:id/plan/people' },
  removePerson: { method: 'POST', path: 'evaluations/:id/plan/people/:person/remove' },
  ask: { method: 'POST', path: 'evaluations/:id/plan/ask' },
  remind: { method: 'POST', path: 'evaluations/:id/plan/remind' },
  suggest: { method: 'POST', path: 'evaluations/:id/plan/suggest' },
  replan: { method: 'POST', path: 'evaluations/:id/plan/replan' },
  release: { method: 'POST', path: 'evaluations/:id/plan/releases' },
  releases: { method: 'GET', path: 'evaluations/:id/plan/releases' },
  letters: { method: 'GET', path: 'evaluations/:id/plan/letters' },
  letOut: { method: 'POST', path: 'evaluations/:id/plan/letters/release' },
  withdraw: { method: 'POST', path: 'evaluations/:id/plan/letters/withdraw' },
  personal: { method: 'GET', path: 'visit/:token' },
  hours: { method: 'PUT', path: 'visit/:token/hours' },
  reply: { method: 'POST', path: 'visit/:token/reply' },
  guide: { method: 'GET', path: 'evaluations/:id/guide' },
  tick: { method: 'POST', path: 'evaluations/:id/guide' },
  notes: { method: 'GET', path: 'evaluations/:id/notes' },
  putNote: { method: 'PUT', path: 'evaluations/:id/notes/:note' },
  shareNote: { method: 'POST', path: 'evaluations/:id/notes/:note/share' },
  feed: { method: 'POST', path: 'evaluations/:id/plan/feed' },
  care: { method: 'GET', path: 'evaluations/:id/plan/care' },
  setCare: { method: 'PUT', path: 'evaluations/:id/plan/care' },
});

/** One A4 a day, as PDF; and the calendar an evaluator subscribes to. */
export const daySheetPath = 'evaluations/:id/plan/days/:day/sheet';
export const feedPath = 'calendar/:token';
/** Where a mail gateway hands in answers to invitations: { message } as it came (RFC 5322), with INBOUND_MAIL_KEY as bearer. */
export const inboundMailPath = 'mail/inbound';

/** Where a mail program unsubscribes with one click (RFC 8058): POST acts; GET, as scanners of mail do, only leads to the page. */
export const oneClickPath = 'mail/:token/one-click';

/** Uploads speak tus (tus.io 1.0.0) below this path; metadata: evaluation, filename, filetype, request?, replaces?, sha256?, token?. */
export const uploadsPath = 'uploads';
/** The bytes of a version, as an attachment in a sandbox. */
export const contentPath = 'evaluations/:id/versions/:version/content';
