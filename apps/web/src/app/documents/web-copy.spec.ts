import type { DocumentVersionView } from '@samsyn/contract';
import { copiedAt, isThere, isUnderWay, kindOfCopy, shortAddress, standingOf } from './web-copy';

const version = (state: DocumentVersionView['state'], copy: NonNullable<DocumentVersionView['copy']>['state'] | null): DocumentVersionView => ({
  version: 'v', number: 1, name: 'Budget.pdf', size: 1, type: 'application/pdf', sha256: '', state, refusedFor: null, uploadedAt: '', uploadedBy: '', url: 'https://granvik.example', pages: null, text: 'done', progress: 100, copy: copy && { state: copy, fault: null, fetchedAt: null, source: '' },
});

describe('how a web address stands', () => {
  it('is on its way until its copy is checked', () => {
    expect([['unscanned', null], ['unscanned', 'none'], ['unscanned', 'waiting'], ['checking', 'done'], ['clean', 'done'], ['unscanned', 'failed']].map(([state, copy]) => standingOf(version(state as 'clean', copy as 'done')))).toEqual(['link', 'link', 'coming', 'coming', 'done', 'failed']);
    expect([isUnderWay(version('unscanned', 'waiting')), isUnderWay(version('unscanned', 'failed')), isUnderWay(version('checking', null))]).toEqual([true, false, true]);
  });

  it('can be opened when there is a copy, and a file when it is checked', () => {
    expect([isThere({ kind: 'web' }, version('unscanned', 'failed')), isThere({ kind: 'web' }, version('unscanned', 'done')), isThere({ kind: 'web' }, version('checking', 'done')), isThere({ kind: 'file' }, version('clean', null)), isThere({ kind: 'file' }, version('refused', null))]).toEqual([false, true, false, true, false]);
  });

  it('is told in words', () => {
    expect([copiedAt('2026-05-03T07:14:00Z', 'sv'), kindOfCopy({ name: 'Budget.v2.docx' }), shortAddress('https://www.granvik.se/budget/')]).toEqual(['3 maj 2026 09.14', 'DOCX', 'granvik.se/budget']);
  });
});
