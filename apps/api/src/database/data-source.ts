import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../entities';
import { migrations } from './migrations';

/** The connection options: the owner's role while migrating, the application's narrow role otherwise. */
export const databaseOptions = (url: string, poolSize: number, role: 'owner' | 'app'): DataSourceOptions => ({
  type: 'postgres',
  url,
  entities,
  migrations,
  synchronize: false,
  migrationsTransactionMode: 'all',
  poolSize,
  connectTimeoutMS: 5000,
  extra: { max: poolSize, ...(role === 'app' ? { options: '-c role=samsyn_app -c plan_cache_mode=force_generic_plan -c synchronous_commit=on' } : {}) },
});

/** Brings the database up to date as its owner; several processes may start at once, one migrates at a time. */
export async function migrate(url: string): Promise<number> {
  const source = new DataSource(databaseOptions(url, 2, 'owner'));
  await source.initialize();
  try {
    const runner = source.createQueryRunner();
    await runner.query('SELECT pg_advisory_lock(728193)');
    try {
      const done = await source.runMigrations();
      return done.length;
    } finally {
      await runner.query('SELECT pg_advisory_unlock(728193)');
      await runner.release();
    }
  } finally {
    await source.destroy();
  }
}

/** Nothing acknowledged may be lost: a database that does not wait for its disk is refused at the start. */
export async function assertDurable(source: DataSource): Promise<void> {
  for (const name of ['fsync', 'full_page_writes', 'synchronous_commit']) {
    const [row] = await source.query<Record<string, string>[]>(`SHOW ${name}`);
    if (row?.[name] === 'off') throw new Error(`The database runs with ${name}=off and may lose acknowledged scores. Turn it on and start again.`);
  }
}
