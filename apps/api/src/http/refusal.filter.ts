import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Problem } from '@samsyn/contract';
import { Refusal, type RefusalCode } from '@samsyn/domain';
import type { Request, Response } from 'express';
import { randomBytes } from 'node:crypto';

const statuses: Record<RefusalCode, number> = {
  'people/signed-out': 401, 'people/wrong-credentials': 401, 'people/link-spent': 410, 'people/too-many-tries': 429, 'people/not-allowed': 403,
  'people/declaration-missing': 403, 'people/already-member': 409, 'people/password-weak': 422,
  'wire/malformed': 400, 'wire/invalid': 422, 'wire/too-large': 413, 'wire/not-found': 404, 'wire/cross-site': 403,
  'instrument/unsound': 422, 'instrument/exists': 409, 'instrument/stale-draft': 409, 'instrument/no-questions': 422, 'instrument/unknown-question': 404,
  'evaluation/wrong-phase': 409, 'evaluation/locked': 423, 'evaluation/policy-frozen': 409, 'evaluation/policy-open': 409, 'evaluation/policy-fixed': 422, 'evaluation/policy-unchanged': 422, 'evaluation/policy-proposal-changed': 409, 'evaluation/no-policy-proposal': 409, 'evaluation/policy-own-proposal': 409, 'evaluation/policy-needs-evaluator': 409, 'evaluation/team-too-small': 422, 'evaluation/policy-unsound': 422, 'evaluation/dates-unsound': 422, 'evaluation/dates-changed': 409, 'evaluation/team-frozen': 409, 'evaluation/enough-training': 429, 'evaluation/training': 409,
  'evaluation/reason-missing': 422, 'evaluation/seat-not-free': 409, 'evaluation/other-seat': 409, 'evaluation/nothing-to-nudge': 409, 'evaluation/nudged-today': 429, 'evaluation/nobody-to-invite': 409,
  'documents/illegal-move': 409, 'documents/reason-missing': 422, 'documents/edited-elsewhere': 409, 'documents/not-a-contact': 422, 'documents/not-asked': 409, 'documents/link-spent': 410, 'documents/nothing-new': 409, 'documents/deleted': 410,
  'documents/type': 415, 'documents/too-large': 413, 'documents/disk-full': 507, 'documents/not-openable': 409, 'documents/held': 409, 'documents/already-accepted': 409, 'documents/free-day': 409,
  'scoring/off-step': 422, 'scoring/out-of-range': 422, 'scoring/not-judged-here': 422, 'scoring/edited-elsewhere': 409, 'scoring/already-sealed': 409, 'scoring/not-sealed': 409,
  'scoring/incomplete': 422, 'scoring/reason-missing': 422, 'scoring/undo-too-late': 409, 'scoring/undo-opened': 409, 'scoring/not-revealed': 409, 'scoring/round-open': 409, 'scoring/already-open': 409,
  'consensus/proposal-changed': 409, 'consensus/round-changed': 409, 'consensus/already-approved': 409, 'consensus/reason-missing': 422,
  'consensus/no-proposal': 409, 'consensus/area-unsettled': 409, 'consensus/area-signed': 409, 'consensus/area-locked': 409, 'consensus/area-not-signed': 409,
  'interviews/stale': 409, 'interviews/unknown': 404, 'interviews/past-midnight': 422, 'interviews/bad-length': 422, 'interviews/reason-missing': 422, 'interviews/red-findings': 409, 'interviews/nothing-new': 409, 'interviews/link-spent': 410, 'interviews/not-asked': 409, 'interviews/note-edited-elsewhere': 409, 'interviews/solver-timeout': 503,
  'report/not-ready': 409, 'report/changed-since': 409, 'report/not-locked': 409, 'report/already-signed': 409, 'report/reason-missing': 422, 'report/acceptance-missing': 422,
};

/** A body that Express itself gave up on, by its own name for the fault. */
const bodyFaults: Readonly<Record<string, RefusalCode>> = { 'entity.too.large': 'wire/too-large', 'entity.parse.failed': 'wire/malformed', 'encoding.unsupported': 'wire/malformed', 'charset.unsupported': 'wire/malformed' };

/** A refusal as it goes over the wire. */
export const problemOf = ({ code, facts }: Refusal): Problem => ({ type: `urn:samsyn:${code}`, title: code, status: statuses[code], code, facts, request: '' });

const logger = new Logger('defect');

/** What the wire says of whatever was thrown. All that is no refusal is a defect: logged with a number and `where`, told by the number alone. */
export function problemWith(thrown: unknown, where: () => string): Problem {
  const refusal = refusalOf(thrown);
  if (refusal) return problemOf(refusal);
  const number = randomBytes(4).toString('hex').toUpperCase().replace(/^(.{4})/, '$1-');
  logger.error(`${number} ${where()} ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}`);
  return { type: 'urn:samsyn:defect', title: 'defect', status: 500, code: 'defect', facts: {}, request: number };
}

function refusalOf(thrown: unknown): Refusal | null {
  if (thrown instanceof Refusal) return thrown;
  if (isLockOfDatabase(thrown)) return new Refusal('evaluation/locked');
  const fault = (thrown as { type?: unknown } | null)?.type;
  const code = typeof fault === 'string' ? bodyFaults[fault] : undefined;
  if (code) return new Refusal(code);
  if (!(thrown instanceof HttpException)) return null;
  if (thrown.getStatus() === 404) return new Refusal('wire/not-found');
  if (thrown.getStatus() === 429) return new Refusal('people/too-many-tries');
  if (thrown.getStatus() === 413) return new Refusal('wire/too-large');
  return thrown.getStatus() === 400 ? new Refusal('wire/malformed') : null;
}

/** Answers a request that failed as application/problem+json. */
@Catch()
export class RefusalFilter implements ExceptionFilter {
  catch(thrown: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const request = host.switchToHttp().getRequest<Request>();
    if (response.headersSent) return;
    const problem = problemWith(thrown, () => `${request.method} ${request.route?.path ?? 'unknown route'}`);
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}

/** A write that passed the rules just before the lock and met the database's own refusal just after it. */
function isLockOfDatabase(thrown: unknown): boolean {
  const { code, message } = (thrown ?? {}) as { code?: unknown; message?: unknown };
  return code === '23001' && typeof message === 'string' && message.includes('evaluation is locked');
}
