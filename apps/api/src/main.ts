import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { createApplication } from './application';
import { assertDurable, migrate } from './database';
import { readSettings } from './http';

try {
  const settings = readSettings(process.env);
  const migrated = await migrate(settings.DATABASE_URL);
  if (migrated > 0) process.stdout.write(`Migrated: ${migrated}\n`);
  const app = await createApplication(settings);
  await assertDurable(app.get(DataSource));
  await app.listen(settings.PORT, settings.HOST);
  process.stdout.write(`READY ${await app.getUrl()}\n`);
} catch (fault) {
  process.stderr.write(`Samsyn did not start. ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
