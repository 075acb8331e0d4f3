import { placeSchema, requestStates, retentionClasses } from '@samsyn/domain';
import * as z from 'zod';
import { endpoint, noBody } from './endpoint';
import { documents as routes } from './paths';

const wordsSchema = z.object({ sv: z.string(), en: z.string() });
const isoDay = z.iso.date();
/** An address on the web, without a name and password in it: those would be kept, shown and sent. */
const webAddress = z.url({ protocol: /^https?$/ }).max(2000).refine((url) => !/^[^/]*\/\/[^/?#]*@/.test(url));
const line = z.string().trim().min(1).max(400);

/** What became of a stored file. Only `clean` and `unscanned` may be opened; `unscanned` says so wherever it is shown. */
export const fileStates = ['checking', 'clean', 'unscanned', 'refused'] as const;
/** Whether its text can be searched, and if not, why. */
export const textStates = ['waiting', 'working', 'done', 'empty', 'failed', 'encrypted', 'unsupported', 'tooLarge'] as const;

/** Why there is no copy of a web page: what was wrong with the name, the line, the answer or what lies there. */
export const copyFaults = ['dns', 'refused', 'timeout', 'missing', 'forbidden', 'answer', 'certificate', 'large', 'type', 'redirects', 'private', 'empty', 'broken', 'full', 'infected'] as const;
export type CopyFault = (typeof copyFaults)[number];

/** The copy of what lies at a web address: when it was fetched, and the checksum of the page it was made from. */
export const copySchema = z.object({
  state: z.enum(['none', 'waiting', 'done', 'failed']), fault: z.enum(copyFaults).nullable(), fetchedAt: z.string().nullable(),
  /** Empty where the address led to a file: then the copy is that file. */
  source: z.string(),
});

export const documentVersionSchema = z.object({
  version: z.string(), number: z.number(), name: z.string(), size: z.number(), type: z.string(), sha256: z.string(),
  state: z.enum(fileStates), refusedFor: z.enum(['infected', 'type', 'size', 'checksum', 'broken']).nullable(),
  uploadedAt: z.string(), uploadedBy: z.string(), url: z.string().nullable(), pages: z.number().nullable(),
  text: z.enum(textStates), progress: z.number().min(0).max(100),
  /** Null for a file, and where this installation copies no web pages. */
  copy: copySchema.nullable(),
});
export type DocumentVersionView = z.infer<typeof documentVersionSchema>;

export const documentSchema = z.object({
  document: z.string(), request: z.string().nullable(), title: z.string(), kind: z.enum(['file', 'web']),
  /** Newest first; earlier versions stay, because a citation stays on the version cited. */
  versions: z.array(documentVersionSchema), retention: z.enum(retentionClasses), hold: z.boolean(), deleteOn: isoDay.nullable(),
});
export type DocumentView = z.infer<typeof documentSchema>;

export const requestSchema = z.object({
  request: z.string(), key: z.string(), title: wordsSchema, why: wordsSchema, example: wordsSchema, questions: z.array(z.string()),
  owner: z.object({ person: z.string(), name: z.string() }).nullable(), due: isoDay.nullable(), overdue: z.boolean(),
  status: z.enum(requestStates), reason: z.string(), edition: z.number(), updatedAt: z.string(),
  documents: z.array(documentSchema),
  history: z.array(z.object({ at: z.string(), who: z.string(), from: z.enum(requestStates), to: z.enum(requestStates), reason: z.string() })),
  links: z.array(z.object({ link: z.string(), name: z.string(), email: z.string(), expiresAt: z.string(), revoked: z.boolean(), usedAt: z.string().nullable() })),
  /** What the reader may do with it now. */
  moves: z.array(z.enum(requestStates)),
});
export type RequestView = z.infer<typeof requestSchema>;

/** What is taken in: endings of file names, and bytes at most for one file. */
export const limitsSchema = z.object({ largest: z.number(), endings: z.array(z.string()) });
export type UploadLimits = z.infer<typeof limitsSchema>;

export const requestListSchema = z.object({
  requests: z.array(requestSchema), loose: z.array(documentSchema),
  /** Questions that no request serves, and requests that serve no question. */
  orphans: z.object({ questions: z.array(z.string()), requests: z.array(z.string()) }),
  mayManage: z.boolean(), mayDeliver: z.boolean(), mayReview: z.boolean(), scanner: z.boolean(), limits: limitsSchema,
  /** Submitted and not looked at for more than five working days. */
  unreviewed: z.array(z.string()),
  contacts: z.array(z.object({ person: z.string(), name: z.string() })),
});
export type RequestList = z.infer<typeof requestListSchema>;

const requestFields = z.object({ title: line, why: z.string().trim().max(2000), example: z.string().trim().max(2000), questions: z.array(z.string()).max(200), owner: z.string().nullable(), due: isoDay.nullable() });
const moved = z.object({ to: z.enum(requestStates), reason: z.string().trim().max(2000) });

/** What the holder of a single-item link sees: this one request, nothing else of the evaluation. */
export const delegatedSchema = z.object({ municipality: z.string(), name: z.string(), expiresAt: z.string(), request: requestSchema.omit({ links: true, owner: true }), limits: limitsSchema,
  /** What they brought themselves and may take away. */
  removable: z.array(z.string()),
});

/** Whether an address gets reminders about material. */
const mailChoice = z.object({ reminders: z.boolean() });

export const hitSchema = z.object({ document: z.string(), version: z.string(), title: z.string(), page: z.number(), place: placeSchema.nullable(), parts: z.array(z.object({ text: z.string(), hit: z.boolean() })) });

/** A part of a sheet: `first` is the number of its first row, `of` how many rows the sheet has, `pages` the page of text each row lies on. */
const previewSheetSchema = z.object({ name: z.string(), first: z.number(), of: z.number(), rows: z.array(z.array(z.string())), pages: z.array(z.number()), cut: z.boolean() });

export const coverageSchema = z.object({
  number: z.string(), area: z.number(),
  /** Requests that serve the question, and how many of them have material that may be opened. Never anybody's citations. */
  document: z.object({ asked: z.number(), there: z.number() }), web: z.number(), interview: z.number(), questionnaire: z.boolean(),
  /** The caller's own citations, for their eyes only; null for who has no sheet. */
  own: z.object({ document: z.number(), web: z.number(), interview: z.number(), questionnaire: z.number() }).nullable(),
  kinds: z.number(),
});

export const descriptionSchema = z.object({
  answers: z.array(z.object({ question: z.string(), text: z.string(), edition: z.number(), assigned: z.string().nullable(), updatedAt: z.string().nullable(), updatedBy: z.string().nullable() })),
  submissions: z.array(z.object({ number: z.number(), at: z.string(), by: z.string(), changed: z.array(z.string()) })),
  mayWrite: z.boolean(),
});

export const documents = {
  list: endpoint({ ...routes.list, body: noBody, answer: requestListSchema }),
  /** Adds what the instrument asks for and is not in the list yet, as drafts. */
  fromInstrument: endpoint({ ...routes.fromInstrument, body: z.object({ due: isoDay.nullable() }), answer: requestListSchema }),
  add: endpoint({ ...routes.add, body: requestFields, answer: requestListSchema }),
  change: endpoint({ ...routes.change, body: requestFields.extend({ edition: z.number() }), answer: requestListSchema }),
  move: endpoint({ ...routes.move, body: moved.extend({ edition: z.number() }), answer: requestListSchema }),
  /** Several at once: sending out all drafts. Those that may not move are named in the refusal and nothing is moved. */
  moveMany: endpoint({ ...routes.moveMany, body: moved.extend({ requests: z.array(z.string()).max(200) }), answer: requestListSchema }),
  delegate: endpoint({ ...routes.delegate, body: z.object({ name: line, email: z.email(), days: z.number().int().min(1).max(60) }), answer: z.object({ link: z.string() }) }),
  revoke: endpoint({ ...routes.revoke, body: noBody, answer: requestListSchema }),
  delegated: endpoint({ ...routes.delegated, body: noBody, answer: delegatedSchema }),
  delegatedMove: endpoint({ ...routes.delegatedMove, body: moved.extend({ edition: z.number() }), answer: delegatedSchema }),
  addWeb: endpoint({ ...routes.addWeb, body: z.object({ request: z.string().nullable(), url: webAddress, title: line }), answer: documentSchema }),
  /** Fetches the page anew: once more what failed, otherwise as a new version. Nothing while it is under way. */
  copyWeb: endpoint({ ...routes.copyWeb, body: noBody, answer: documentSchema }),
  delegatedCopy: endpoint({ ...routes.delegatedCopy, body: noBody, answer: delegatedSchema }),
  delegatedWeb: endpoint({ ...routes.delegatedWeb, body: z.object({ url: webAddress, title: line }), answer: delegatedSchema }),
  delegatedRemove: endpoint({ ...routes.delegatedRemove, body: noBody, answer: delegatedSchema }),
  rename: endpoint({ ...routes.rename, body: z.object({ title: line, request: z.string().nullable() }), answer: documentSchema }),
  remove: endpoint({ ...routes.remove, body: z.object({ reason: line }), answer: requestListSchema }),
  retain: endpoint({ ...routes.retain, body: z.object({ retention: z.enum(retentionClasses), hold: z.boolean() }), answer: documentSchema }),
  receipts: endpoint({ ...routes.receipts, body: noBody, answer: z.array(z.object({ at: z.string(), title: z.string(), reason: z.string(), class: z.string(), files: z.number(), pages: z.number(), sha256: z.array(z.string()), backupsUntil: isoDay.nullable(), signature: z.string() })) }),
  /** One page's text, for reading and for finding a quotation again; which places of the document begin where in it. */
  page: endpoint({ ...routes.page, body: noBody, answer: z.object({ page: z.number(), pages: z.number(), text: z.string(), places: z.array(placeSchema.extend({ at: z.number() })) }) }),
  /**
   * A readable rendering: cleaned HTML of a DOCX, tables of an XLSX. PDFs and pictures are drawn from the file itself.
   * Query: sheet, row (of a long table the part around that row). `places`: of each paragraph of the HTML in order, with the page of text it lies on.
   */
  preview: endpoint({ ...routes.preview, body: noBody, answer: z.object({ kind: z.enum(['pdf', 'image', 'html', 'sheets', 'text', 'none']), html: z.string().nullable(), sheets: z.array(previewSheetSchema).nullable(), text: z.string().nullable(), places: z.array(placeSchema.extend({ page: z.number() })).nullable() }) }),
  /** Query: q, after (page of results). */
  search: endpoint({ ...routes.search, body: noBody, answer: z.object({ hits: z.array(hitSchema), total: z.number(), capped: z.boolean(), unsearchable: z.array(z.object({ document: z.string(), title: z.string(), why: z.enum(textStates) })) }) }),
  coverage: endpoint({ ...routes.coverage, body: noBody, answer: z.object({ rows: z.array(coverageSchema) }) }),
  description: endpoint({ ...routes.description, body: noBody, answer: descriptionSchema }),
  answer: endpoint({ ...routes.answer, body: z.object({ text: z.string().max(20_000), edition: z.number() }), answer: z.object({ edition: z.number() }) }),
  assign: endpoint({ ...routes.assign, body: z.object({ questions: z.array(z.string()), person: z.string().nullable() }), answer: descriptionSchema }),
  submit: endpoint({ ...routes.submit, body: noBody, answer: descriptionSchema }),
  submission: endpoint({ ...routes.submission, body: noBody, answer: z.object({ number: z.number(), at: z.string(), by: z.string(), answers: z.array(z.object({ question: z.string(), text: z.string() })) }) }),
  outbox: endpoint({ ...routes.outbox, body: noBody, answer: z.array(z.object({ mail: z.string(), to: z.string(), subject: z.string(), text: z.string(), at: z.string(), sent: z.string().nullable(), declined: z.boolean() })) }),
  /** By hand, about what is marked; one digest for each person, and none to who has had one that day. On a free day only `anyway`. */
  remind: endpoint({ ...routes.remind, body: z.object({ requests: z.array(z.uuid()).min(1).max(200), anyway: z.boolean() }), answer: z.object({ reminded: z.array(z.object({ name: z.string(), outcome: z.enum(['sent', 'already', 'declined']) })) }) }),
  /** By the token of a mail, without signing in. The answer tells nothing about whose it is. */
  mailChoice: endpoint({ ...routes.mailChoice, body: noBody, answer: mailChoice }),
  chooseMail: endpoint({ ...routes.chooseMail, body: mailChoice, answer: mailChoice }),
  ownMailChoice: endpoint({ ...routes.ownMailChoice, body: noBody, answer: mailChoice }),
  chooseOwnMail: endpoint({ ...routes.chooseOwnMail, body: mailChoice, answer: mailChoice }),
} as const;
