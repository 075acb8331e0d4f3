import 'reflect-metadata';
import { createApplication } from './application';
import { readSettings } from './http';

// The server as a process of its own on a test database, which does not wait for its disk and which `main.ts` therefore refuses.
const app = await createApplication(readSettings(process.env));
await app.listen(Number(process.env['PORT']), '127.0.0.1');
process.stdout.write('READY\n');
