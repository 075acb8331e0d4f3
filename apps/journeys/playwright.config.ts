import path from 'node:path';
import { defineConfig } from '@playwright/test';

// The browser comes from npm and is unpacked by the global setup; elsewhere than on Linux, Chrome is used.
const unpacked = process.env['SAMSYN_CHROMIUM'] ?? (process.platform === 'linux' && process.arch === 'x64' ? path.resolve(import.meta.dirname, '../../.data/chromium/chromium') : undefined);

export default defineConfig({
  testDir: './src',
  testMatch: '**/*.journey.spec.ts',
  globalSetup: '../../tools/test/journeys-setup.mjs',
  outputDir: '../../test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: [['list']],
  use: {
    baseURL: process.env['SAMSYN_URL'],
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    // Only the journey that is about it works with the pages kept in the browser.
    serviceWorkers: 'block',
    // A step that hangs says so by itself, long before the journey's own limit.
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    ...(unpacked
      ? { launchOptions: { executablePath: unpacked, args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--disable-dev-shm-usage', '--font-render-hinting=none'] } }
      : { channel: 'chrome' }),
  },
});
