import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

const config = fileOf(
  'router.yaml',
  `deployments:
  - { id: near, provider: openai, model: gpt-4o-mini, apiKey: "\${NEAR_KEY}" }
  - { id: far, provider: ollama, model: m, contextWindow: 9, priority: 1 }
health: { probe: true, probeWhen: always, probeIntervalMs: 1000 }
`,
);
const variables = { NEAR_KEY: 'key-not-to-be-seen' };

let fetched: jest.SpyInstance;
beforeEach(() => {
  fetched = jest.spyOn(globalThis, 'fetch').mockRejectedValue(new Error('no network here'));
});
afterEach(() => {
  expect(fetched).not.toHaveBeenCalled();
  fetched.mockRestore();
});

test('shows who would be asked, who not and why, and sends nothing', async () => {
  const argv = ['explain', '--config', config, 'Which harbour is the deepest of them all?'];
  const { exitCode, out, err } = await runWith(argv, { variables });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).toMatch(/\n0 +near +chosen +≈ \$0\.0\d+ +0 ms +\d+ of 128k\n/);
  expect(out).toMatch(/\n1 +far +refused: context +unknown +– +\d+ of 9\n/);
  expect(out).toMatch(/\nnear would be asked at once; nothing was sent\n$/);
  expect(out).not.toContain('\u001b');
  expect(out).not.toContain('key-not-to-be-seen');
});

test('is the ledger as JSON, of a request from a file or from stdin', async () => {
  const request = JSON.stringify({ model: 'near', messages: [{ role: 'user', content: 'Why?' }] });
  const file = fileOf('request.json', `\uFEFF${request}`);
  async function* stdin() {
    yield Buffer.from(request.slice(0, 9));
    yield request.slice(9);
  }
  const given = { variables, stdin: stdin() };
  for (const from of [file, '-']) {
    const argv = ['explain', '--config', config, '--request', from, '--json'];
    const { exitCode, out } = await runWith(argv, given);
    expect(exitCode).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      request: { model: 'near', stream: false },
      candidates: [{ deployment: 'near', verdict: 'chosen', waitMs: 0, contextWindow: 128_000 }],
    });
  }
});

test('fits a terminal, in colour unless NO_COLOR is set', async () => {
  const argv = ['explain', '--config', config, 'Which harbour is the deepest of them all?'];
  const seen = { isTerminal: true, columns: 80 };
  const { out } = await runWith(argv, { variables }, seen);
  expect(out).toContain('\u001b[32m0     near');
  const plain = await runWith(argv, { variables: { ...variables, NO_COLOR: '1' } }, seen);
  expect(plain.out).not.toContain('\u001b');
  expect(Math.max(...plain.out.split('\n').map(({ length }) => length))).toBeLessThanOrEqual(80);
});

test('ends with 1 where nobody can serve the request, and still says why', async () => {
  const request = fileOf(
    'far.json',
    '{ "model": "far", "messages": [{ "role": "user", "content": "A question that is too long" }] }',
  );
  const argv = ['explain', '--config', config, '--request', request];
  const { exitCode, out } = await runWith(argv, { variables });
  expect(exitCode).toBe(1);
  expect(out).toMatch(/do not fit into its window of 9\nnobody can take it; nothing was sent\n$/);
});

test.each([
  ['a configuration that is not there', ['--config', 'gone.yaml', 'Hi'], /no configuration file/],
  ['a variable that is not set', ['--config', config, 'Hi'], /needs the environment variable/],
  ['a request that is not there', ['--config', config, '--request', 'gone'], /gone cannot be read/],
  ['a request that is none', ['--config', config, '--request', config], /holds no request; write/],
  ['an empty prompt', ['--config', config, ' '], /the prompt is empty/],
])('ends with 2 and one line for %s', async (_, words, message) => {
  const given = message.source.includes('variable') ? {} : { variables };
  const { exitCode, out, err } = await runWith(['explain', ...words], given);
  expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
  expect(err).toMatch(/^llm-router: [^\n]+\n$/);
  expect(err).toMatch(message);
});

test('a model that is not configured is a mistake, too', async () => {
  const messages = [{ role: 'user', content: 'Hi' }];
  const request = fileOf('gone.json', JSON.stringify({ model: 'gone', messages }));
  const argv = ['explain', '--config', config, '--request', request];
  const { exitCode, err } = await runWith(argv, { variables });
  expect(exitCode).toBe(2);
  expect(err).toMatch(/'gone'.*near/);
});
