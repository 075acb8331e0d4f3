import { expect, test } from '@playwright/test';
import { printedReport } from '@samsyn/samples';
import type { Report } from '@samsyn/domain';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../../..');
const run = promisify(execFile);
test.setTimeout(180_000);

/** Plays a printed evaluation with the command a person would use; it fails by itself when a row is not as printed. */
async function replay(id: string, evaluators: number): Promise<{ report: Report; said: string }> {
  const { stdout, stderr } = await run('node', ['tools/run.mjs', 'tools/replay/replay.ts', 'libs/samples/src/printed-evaluations.json', id, '--evaluators', `${evaluators}`], { cwd: root, maxBuffer: 64 * 1024 * 1024 });
  return { report: JSON.parse(stdout) as Report, said: stderr };
}

for (const [id, evaluators] of [['se-ornskoldsvik-2017', 3], ['se-nassjo-2019', 2], ['se-norrkoping-2010', 2]] as const)
  test(`${id} with ${evaluators} evaluators ends in its printed tables`, async () => {
    const { report } = await replay(id, evaluators);
    const printed = printedReport(id).areas?.flatMap((area) => area.questions ?? []) ?? [];
    const rows = report.areas.flatMap((area) => area.rows);
    expect(rows.map((row) => [row.number, row.achieved, row.max])).toEqual(printed.map((row) => [row.number, row.printed.achieved.replace(/^(\d+)$/, report.decimals === 1 ? '$1,0' : '$1'), row.printed.max]));
    expect(rows.map((row) => row.percent)).toEqual(printed.map((row) => row.printed.percent.replace(/\s*%/, '')));
    expect(report.team.filter((member) => member.role === 'evaluator')).toHaveLength(evaluators);
  });
