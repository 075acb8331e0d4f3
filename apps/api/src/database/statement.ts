import type { DataSource } from 'typeorm';
import type { Pool, QueryResultRow } from 'pg';

/**
 * A prepared statement by name on the driver's own pool: one round trip, planned once per connection. For the hot path;
 * everything else goes through TypeORM.
 */
export async function statement<Row extends QueryResultRow>(source: DataSource, name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const pool = (source.driver as unknown as { master: Pool }).master;
  return (await pool.query<Row>({ name, text, values: values.map((value) => (isPlainList(value) ? listText(value) : value)) })).rows;
}

type Plain = string | number | boolean | null;

const isPlainList = (value: unknown): value is Plain[] => Array.isArray(value) && value.every((item) => item === null || (typeof item !== 'object' && item !== undefined));

/** A list as PostgreSQL reads it. The driver's own way copies every text twice in search of what to escape; most have nothing. */
const listText = (list: readonly Plain[]): string => `{${list.map((item) => (typeof item === 'string' ? `"${/["\\]/.test(item) ? item.replaceAll(/["\\]/g, '\\$&') : item}"` : `${item}`)).join()}}`;
