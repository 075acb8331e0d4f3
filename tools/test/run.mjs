// Every check in order. A failing one does not stop those that do not need it; the last line
// counts. Lint, types and build are one check each; Jest and Playwright count their own tests.
// `npm test -- unit database` runs only these.
import fs from 'node:fs';
import path from 'node:path';
import { environment, root, run } from '../bootstrap.mjs';
import { nx } from '../start/product.mjs';
import { markBuilt, sourcesOf } from '../start/stamps.mjs';

const reports = path.join(root, '.data/test-reports');
fs.rmSync(reports, { recursive: true, force: true });
fs.mkdirSync(reports, { recursive: true });
const report = (name) => path.join(reports, `${name}.json`);

const target = (name, ...more) => nx('run-many', '-t', name, '--skip-nx-cache', '--output-style=stream', ...more);
const jest = (name, ...more) => [process.execPath, path.join(root, 'node_modules/jest/bin/jest.js'), ...more, '--json', `--outputFile=${report(name)}`];
const playwright = [process.execPath, path.join(root, 'node_modules/@playwright/test/cli.js'), 'test', '--config', 'apps/journeys/playwright.config.ts', '--reporter=list,json'];

const steps = [
  { name: 'lint', command: target('lint') },
  { name: 'typecheck', command: target('typecheck') },
  { name: 'unit', command: jest('unit'), count: jestCount },
  { name: 'database', command: jest('database', '--config', 'jest.db.config.mjs'), count: jestCount },
  { name: 'build', command: target('build') },
  { name: 'journeys', command: playwright, count: playwrightCount, needs: 'build', env: { PLAYWRIGHT_JSON_OUTPUT_NAME: report('journeys') } },
];

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) {
  console.error(`There is no check ${unknown.join(', ')}; there are ${steps.map(({ name }) => name).join(', ')}.`);
  process.exit(1);
}

const chosen = steps.filter(({ name }) => asked.length === 0 || asked.includes(name));
const results = {};
for (const [index, step] of chosen.entries()) {
  const place = `${index + 1}/${chosen.length} ${step.name}`;
  if (results[step.needs]?.failed) {
    results[step.name] = { passed: 0, failed: 1, note: `not run: ${step.needs} failed` };
    console.log(`\n${place}: not run, because ${step.needs} failed`);
    continue;
  }
  console.log(`\n${place} …`);
  const began = Date.now();
  const before = step.name === 'build' && { api: sourcesOf('api'), web: sourcesOf('web') };
  const [command, ...args] = step.command;
  const code = await run(command, args, { env: environment(step.env) });
  if (code === 130) process.exit(130);
  if (before && code === 0) for (const app of ['api', 'web']) markBuilt(app, before[app]);
  const result = step.count ? counted(step, code) : { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1 };
  results[step.name] = result;
  console.log(`${place}: ${result.passed} passed, ${result.failed} failed in ${((Date.now() - began) / 1000).toFixed(1)} s${result.note ? ` (${result.note})` : ''}`);
}

console.log('');
for (const [name, { passed, failed, note }] of Object.entries(results)) console.log(`${name.padEnd(10)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed${note ? `  ${note}` : ''}`);
const total = (what) => Object.values(results).reduce((sum, result) => sum + result[what], 0);
process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
console.log(`${total('passed')} passed, ${total('failed')} failed`);

// No report, no tests at all, or an exit code nobody counted: each is a failure, never silence.
function counted({ name, count }, code) {
  if (!fs.existsSync(report(name))) return { passed: 0, failed: 1, note: 'ended without a report' };
  const result = count(JSON.parse(fs.readFileSync(report(name), 'utf8')));
  if (result.passed + result.failed === 0) return { passed: 0, failed: 1, note: 'no tests were run' };
  if (code !== 0 && result.failed === 0) return { ...result, failed: 1, note: `ended with code ${code}` };
  return result;
}

function jestCount({ numPassedTests, numFailedTests, numPendingTests, numRuntimeErrorTestSuites }) {
  return { passed: numPassedTests, failed: numFailedTests + numRuntimeErrorTestSuites, ...(numPendingTests > 0 && { note: `${numPendingTests} skipped` }) };
}

function playwrightCount({ stats, errors }) {
  const failed = stats.unexpected || (errors.length > 0 ? 1 : 0);
  return { passed: stats.expected + stats.flaky, failed, ...(stats.skipped > 0 && { note: `${stats.skipped} skipped` }) };
}
