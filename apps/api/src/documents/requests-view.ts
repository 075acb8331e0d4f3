import type { DocumentView, RequestList, RequestView } from '@samsyn/contract';
import { isOnTeam, isOpenRequest, isUnreviewed, movesOf, orphansOf, swedishTime, type EvaluationState, type Mover, type Role } from '@samsyn/domain';
import type { DocumentRequestRow, RequestEventRow, RequestLinkRow } from './request-rows.entity';

/** What lies in the database about the requests of one evaluation. */
export interface Asked {
  readonly rows: readonly DocumentRequestRow[];
  readonly events: readonly RequestEventRow[];
  readonly links: readonly RequestLinkRow[];
  readonly documents: readonly DocumentView[];
}

/** For whom it is shown. */
export interface Reader {
  readonly movers: readonly Mover[];
  readonly locked: boolean;
  readonly now: Date;
  readonly nameOf: (person: string) => string;
}

/** Who handles links: the contact who hands out, and the coordinator who answers for the list. Evaluators need no addresses. */
const seesLinks = (movers: readonly Mover[]): boolean => movers.includes('contact') || movers.includes('coordinator');

export function requestView(row: DocumentRequestRow, asked: Asked, reader: Reader): RequestView {
  const { day } = swedishTime(reader.now);
  return {
    request: row.id, key: row.key, title: row.title, why: row.why, example: row.example, questions: row.questions,
    owner: row.ownerId === null ? null : { person: row.ownerId, name: reader.nameOf(row.ownerId) },
    due: row.due, overdue: row.due !== null && isOpenRequest(row.status) && row.due < day,
    status: row.status, reason: row.reason, edition: row.edition, updatedAt: row.updatedAt.toISOString(),
    documents: asked.documents.filter(({ request }) => request === row.id),
    history: asked.events.filter(({ requestId }) => requestId === row.id).map((event) => ({ at: event.at.toISOString(), who: event.personId === null ? event.name : reader.nameOf(event.personId), from: event.from, to: event.to, reason: event.reason })),
    links: seesLinks(reader.movers) ? asked.links.filter(({ requestId }) => requestId === row.id).map(linkView) : [],
    moves: reader.locked ? [] : movesOf(row.status, ...reader.movers),
  };
}

const linkView = (link: RequestLinkRow): RequestView['links'][number] => ({
  link: link.id, name: link.name, email: link.email, expiresAt: link.expiresAt.toISOString(), revoked: link.revokedAt !== null, usedAt: link.usedAt?.toISOString() ?? null,
});

/** The list as one member may see it. The municipality sees neither drafts nor gaps. */
export function listView(state: EvaluationState, roles: readonly Role[], asked: Asked, given: Omit<Reader, 'movers' | 'locked'> & { scanner: boolean; limits: RequestList['limits']; contacts: RequestList['contacts'] }): RequestList {
  const locked = state.locked !== null;
  const onTeam = isOnTeam(roles);
  const rows = asked.rows.filter(({ status }) => onTeam || status !== 'draft');
  const { day } = swedishTime(given.now);
  const submittedOn = ({ id, updatedAt }: DocumentRequestRow): string => swedishTime(asked.events.findLast(({ requestId, from, to }) => requestId === id && to === 'submitted' && from !== to)?.at ?? updatedAt).day;
  return {
    requests: rows.map((row) => requestView(row, asked, { ...given, movers: roles, locked })),
    loose: asked.documents.filter(({ request }) => request === null),
    orphans: onTeam ? orphansOf(state.instrument, rows) : { questions: [], requests: [] },
    mayManage: !locked && roles.includes('coordinator'), mayDeliver: !locked && roles.includes('contact'), mayReview: !locked && roles.some((role) => role === 'coordinator' || role === 'evaluator'),
    scanner: given.scanner, limits: given.limits,
    unreviewed: onTeam ? rows.filter((row) => isUnreviewed(row.status, submittedOn(row), day)).map(({ id }) => id) : [],
    contacts: given.contacts,
  };
}

