import type { DataSource } from 'typeorm';
import type { Pool, QueryResultRow } from 'pg';

/**
 * A prepared statement by name on the driver's own pool: one round trip, planned once per connection. For the hot path;
 * everything else goes through TypeORM.
 */
export async function statement<Row extends QueryResultRow>(source: DataSource, name: string, text: string, values: readonly unknown[]): Promise<Row[]> {
  const pool = (source.driver as unknown as { master: Pool }).master;
  return (await pool.query<Row>({ name, text, values: [...values] })).rows;
}
