import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { createApplication } from './application';
import { assertDurable, migrate } from './database';
import { readSettings } from './http';
import { operatorsLink } from './people';

const [command, email] = process.argv.slice(2);

async function start(): Promise<void> {
  const settings = readSettings(process.env);
  const migrated = await migrate(settings.DATABASE_URL);
  if (migrated > 0) process.stdout.write(`Migrated: ${migrated}\n`);
  const app = await createApplication(settings);
  await assertDurable(app.get(DataSource));
  await app.listen(settings.PORT, settings.HOST);
  process.stdout.write(`READY ${await app.getUrl()}\n`);
}

try {
  if (command === undefined) await start();
  else if (command === 'link' && email !== undefined) process.stdout.write(`Sign in once within 20 minutes: ${await operatorsLink(readSettings(process.env), email)}\n`);
  else throw new Error('Run it without arguments, or with: link anna@town.example');
} catch (fault) {
  process.stderr.write(`${command === 'link' ? 'No link was made.' : 'Samsyn did not start.'} ${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
