import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const script = join(__dirname, 'fixtures/answer-and-leave.mjs');

it('a process that made a router and answered requests ends by itself, without close()', async () => {
  if (!existsSync(join(__dirname, '../dist/index.js'))) {
    throw new Error('packages/llm-router/dist is missing: build first, with `tsc -b`');
  }
  const started = process.hrtime.bigint();
  const { stdout, stderr } = await run(process.execPath, [script], { timeout: 30_000 });
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  expect(stdout.trim()).toBe('fine finefinefine fine fine fine fine');
  expect(stderr).toBe('');
  expect(seconds).toBeLessThan(15);
}, 40_000);
