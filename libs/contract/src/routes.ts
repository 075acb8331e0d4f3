import type { archive as archiveWire } from './archive';
import type { consensus as consensusWire } from './consensus';
import type { AnswerOf, Endpoint } from './endpoint';
import type { documents as documentsWire } from './documents';
import type { evaluations as evaluationsWire } from './evaluation';
import type { instruments as instrumentsWire } from './instrument';
import type { interviews as interviewsWire } from './interviews';
import type { people as peopleWire } from './people';
import type { reports as reportsWire } from './report';
import type { scoring as scoringWire } from './scoring';
import * as paths from './paths';

/**
 * An endpoint as the browser calls it: method and path, apart from the schemas, so that its first bundle carries neither
 * them nor zod. `wire` exists for the type alone: it tells what goes in and what comes out.
 */
export interface Route<E extends Endpoint> {
  readonly method: E['method'];
  readonly path: string;
  readonly wire?: E;
}

type Routes<Wire> = { readonly [Name in keyof Wire]: Wire[Name] extends Endpoint ? Route<Wire[Name]> : never };

export { acts, contentPath, daySheetPath, feedPath, largestAct, requestHeader, uploadsPath, webHeader, type ActName } from './paths';
export const people: Routes<typeof peopleWire> = paths.people;
export const instruments: Routes<typeof instrumentsWire> = paths.instruments;
export const evaluations: Routes<typeof evaluationsWire> = paths.evaluations;
export const scoring: Routes<typeof scoringWire> = paths.scoring;
export const consensus: Routes<typeof consensusWire> = paths.consensus;
export const reports: Routes<typeof reportsWire> = paths.reports;
export const documents: Routes<typeof documentsWire> = paths.documents;
export const interviews: Routes<typeof interviewsWire> = paths.interviews;
export const archive: Routes<typeof archiveWire> = paths.archive;

/** The answer of a route. */
export type RouteAnswer<R> = R extends Route<infer E> ? AnswerOf<E> : never;
