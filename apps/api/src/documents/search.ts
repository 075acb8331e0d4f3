import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import type { AnswerOf, documents } from '@samsyn/contract';
import { requireMaterial } from '@samsyn/domain';
import { DataSource } from 'typeorm';
import { EvaluationLedger } from '../evaluation';
import { asSearched, instead, partsOf, placedHit, signs, termsOf, writtenAs, type PlacedAt } from './search-words';

type Found = AnswerOf<typeof documents.search>;

interface Hit {
  readonly document: string;
  readonly version: string;
  readonly title: string;
  readonly page: number;
  readonly headline: string;
  readonly text: string;
  readonly places: readonly PlacedAt[] | null;
  readonly total: number;
}

/** How many pages are ranked and counted at most, and how many are told at a time. */
const most = 1_000;
const atATime = 20;

/** Searches the newest openable version of everything on the shelf: by Swedish words, and by parts of compounds. */
@Injectable()
export class DocumentSearch {
  constructor(
    @InjectDataSource() private readonly source: DataSource,
    private readonly ledger: EvaluationLedger,
  ) {}

  async search(person: string, id: string, asked: string, after: number): Promise<Found> {
    requireMaterial((await this.ledger.read(id)).state, person);
    const words = asSearched(asked).slice(0, 200);
    const [hits, unsearchable] = await Promise.all([this.hits(id, words, after), this.unsearchable(id)]);
    const total = hits[0]?.total ?? 0;
    const told = hits.map(({ headline: chosen, ...hit }) => ({ ...hit, headline: writtenAs(chosen, hit.text) })).map(({ document, version, title, page, headline, text, places }) => ({ document, version, title, page, ...(placedHit(places ?? [], headline, text, words) ?? { place: null, parts: partsOf(headline, text, words) }) }));
    return { hits: told, total: Math.min(total, most), capped: total > most, unsearchable };
  }

  private async hits(id: string, words: string, after: number): Promise<Hit[]> {
    if (words === '') return [];
    const terms = termsOf(words);
    return this.source.query<Hit[]>(hitsStatement(terms.length), [id, words, most + 1, atATime, Math.min(Math.max(0, after), most), ...terms.map(({ text }) => `%${text.replace(/[\\%_]/g, '\\$&')}%`)]);
  }

  private unsearchable(id: string): Promise<Found['unsearchable']> {
    return this.source.query<Found['unsearchable']>(`${newest} SELECT n.document, n.title, n.text_state AS why FROM newest n WHERE n.text_state <> 'done' ORDER BY n.title, n.document`, [id]);
  }
}

const newest = `WITH newest AS MATERIALIZED (SELECT DISTINCT ON (d.id) d.id AS document, d.title, v.id AS version, v.text_state FROM document d JOIN document_version v ON v.document_id = d.id
  WHERE d.evaluation_id = $1 AND d.removed_at IS NULL AND v.stored_as IS NOT NULL AND v.state IN ('clean', 'unscanned') ORDER BY d.id, v.number DESC)`;

/**
 * Whole words weigh more than parts of words; among a bounded number of pages, so that a common word costs no more than
 * a rare one. A page is told with its lines joined; one with places as it lies, for they are told by where they begin.
 * Of a page that only holds parts of words the database would mark whatever it knows, so it is not asked.
 */
const hitsStatement = (terms: number): string => {
  const parts = Array.from({ length: terms }, (_, at) => `p.joined ILIKE $${at + 6}`).join(' AND ');
  return `${newest}, asked AS (SELECT websearch_to_tsquery('pg_catalog.swedish', $2) AS query),
  matching AS (SELECT n.document, n.title, p.version_id, p.page, CASE WHEN jsonb_array_length(p.places) > 0 THEN p.text ELSE p.joined END AS text, p.places, p.tsv, a.query FROM asked a, newest n JOIN document_page p ON p.version_id = n.version WHERE p.tsv @@ a.query${parts === '' ? '' : ` OR (${parts})`} LIMIT $3),
  ranked AS (SELECT document, title, version_id, page, text, places, query, tsv @@ query AS said, (count(*) OVER ())::int AS total, ts_rank(tsv, query) AS rank FROM matching ORDER BY rank DESC, title, version_id, page LIMIT $4 OFFSET $5)
  SELECT document, version_id AS version, title, page, text, places, total, CASE WHEN said THEN ts_headline('pg_catalog.swedish', translate(text, '${signs}', '${instead}'), query, 'StartSel="\u0001", StopSel="\u0002", MaxFragments=1, MaxWords=30, MinWords=15') ELSE '' END AS headline FROM ranked ORDER BY rank DESC, title, version_id, page`;
};
