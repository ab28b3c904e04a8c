// Runs the program itself, as built; nothing leaves the machine.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const bin = join(__dirname, '../dist/bin.js');
const folder = mkdtempSync(join(tmpdir(), 'cli-bin-'));
const config = join(folder, 'router.yaml');
const prompts = join(folder, 'prompts.txt');
afterAll(() => rmSync(folder, { recursive: true }));

writeFileSync(config, 'deployments: [{ id: own, provider: ollama, model: m }]\n');
writeFileSync(prompts, 'Which tide comes first?\n');

function start(argv: readonly string[], input = ''): Promise<{ exitCode: number; out: string }> {
  return new Promise((resolve) => {
    const env = { PATH: process.env['PATH'] };
    const child = execFile(process.execPath, [bin, ...argv], { env }, (error, out) => {
      resolve({ exitCode: typeof error?.code === 'number' ? error.code : 0, out });
    });
    child.stdin?.end(input);
  });
}

test.each([
  ['demo', ['demo', '--prompts', '3'], 'answered  3 of 3'],
  ['batch', ['batch', prompts, '--simulated'], 'answered  1 of 1'],
  ['explain', ['explain', '--config', config, 'Hello'], 'own would be asked at once'],
  ['check', ['check', config], 'no faults, 2 warnings'],
  ['models', ['models', 'gpt-4o-mini'], 'openai/gpt-4o-mini'],
])('llm-router %s runs, says its piece and ends', async (_, argv, said) => {
  const { exitCode, out } = await start(argv);
  expect(exitCode).toBe(0);
  expect(out).toContain(said);
  expect(out).not.toContain('\u001b');
});

test('explain reads what is piped in', async () => {
  const argv = ['explain', '--config', config, '--request', '-'];
  const { exitCode, out } = await start(argv, '"Hello"');
  expect(exitCode).toBe(0);
  expect(out).toContain('own would be asked');
});

test('check ends with 1 where there are faults', async () => {
  const faulty = join(folder, 'faulty.yaml');
  writeFileSync(faulty, 'deployments: []\n');
  const { exitCode, out } = await start(['check', faulty]);
  expect(exitCode).toBe(1);
  expect(out).toContain('faulty.yaml:1:14: deployments is');
});
