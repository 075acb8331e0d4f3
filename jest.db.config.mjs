import { decorated } from './jest.swc.mjs';

export default {
  ...decorated('database', 'apps/api'),
  testMatch: ['**/*.db.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '../../tools/database/test-database.mjs',
  globalTeardown: '../../tools/database/stop-test-database.mjs',
  testTimeout: 30_000,
  maxWorkers: 2,
};
