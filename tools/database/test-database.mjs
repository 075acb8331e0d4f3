// Jest global setup of the *.db.spec.ts files: SAMSYN_TEST_PG is the address of a PostgreSQL
// where specs may create databases. Set it beforehand to use a server of your own.
import { startTemporaryDatabase } from './temporary.mjs';

export default async function setUp() {
  if (process.env.SAMSYN_TEST_PG) return;
  const database = await startTemporaryDatabase();
  globalThis.samsynTestDatabase = database;
  process.env.SAMSYN_TEST_PG = database.url();
}
