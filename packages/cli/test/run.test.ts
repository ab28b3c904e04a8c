// Ends at simulated models on the loopback address, in real time.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createSimulator } from '@llm-router/simulator';
import { createCapture, runWith } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'cli-run-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('help and version go to stdout', async () => {
  const help = await runWith(['demo', '--help']);
  expect(help).toMatchObject({ exitCode: 0, err: '' });
  for (const flag of ['--prompts', '--input', '--simulated', '--limits', '--seed', '--json']) {
    expect(help.out).toContain(flag);
  }
  expect(await runWith(['--version'], { version: '1.2.3' })).toMatchObject({ out: '1.2.3\n' });
});

test.each([[['serve']], [['demo', '--input', 'no-such-file.txt']]])(
  '%j ends with one line on stderr and exit code 2',
  async (argv) => {
    const { exitCode, out, err } = await runWith(argv);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err).toMatch(/^llm-router: [^\n]+\n$/);
  },
);

test.each(['told', 'untold'])(
  'twenty prompts with %s limits are all answered, and the report is the truth',
  async (limits) => {
    const argv = ['demo', '--prompts', '20', '--json', '--limits', limits];
    const { exitCode, out, err } = await runWith(argv);
    const report = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(report).toMatchObject({
      models: 'simulated',
      prompts: 20,
      answered: 20,
      failed: 0,
      rateLimits: { seenByCaller: 0 },
      agreement: { outcome: 'agrees', differences: [] },
    });
    expect(report.tokens.output).toBeGreaterThan(20 * 40);
    expect(report.cost.total.nanoUsd).toBeGreaterThan(0);
    expect(report.example.attempts.length).toBeGreaterThan(0);
    expect(err).toContain('20/20');
  },
  30_000,
);

test('Ctrl-C ends the run at once, with the report of what was done and exit code 130', async () => {
  let interrupt = () => {};
  const stdout = createCapture();
  const watched = {
    ...stdout,
    write(text: string) {
      stdout.write(text);
      if (text.startsWith('[')) interrupt();
    },
  };
  const { exitCode } = await runWith(['demo', '--prompts', '60'], {
    stdout: watched,
    onInterrupt(listener) {
      interrupt = listener;
      return () => {};
    },
  });
  expect(exitCode).toBe(130);
  expect(stdout.text().match(/^\[/gm)).toHaveLength(1);
  expect(stdout.text()).toMatch(/answered {2}\d+ of 60 .*; \d+ cut off, \d+ not started/);
  expect(stdout.text()).toContain('records were not compared');
}, 30_000);

describe('with keys in the environment', () => {
  const key = 'sk-not-to-be-seen';
  const simulator = createSimulator({
    models: [{ name: 'gpt-4o-mini', apiKey: key, latency: { medianMs: 5 } }],
  });
  const input = join(folder, 'prompts.jsonl');
  writeFileSync(input, '"One"\n{"messages":[{"role":"user","content":"Two"}],"model":"gone"}\n');
  let listening: Awaited<ReturnType<typeof simulator.listen>>;
  beforeAll(async () => {
    listening = await simulator.listen();
  });
  afterAll(() => listening.close());
  const variables = () => ({
    OPENAI_API_KEY: key,
    OPENAI_BASE_URL: `${listening.url}/v1`,
  });

  test('a file goes to the provider, which is said first; a failed prompt is exit code 1', async () => {
    const { exitCode, out, err } = await runWith(['demo', '--input', input, '--json'], {
      variables: variables(),
    });
    expect(exitCode).toBe(1);
    const report = JSON.parse(out);
    expect(report).toMatchObject({ models: 'real', answered: 1, failed: 1 });
    expect(report).not.toHaveProperty('agreement');
    expect(report.results.failed).toMatchObject([{ reason: 'model_not_found' }]);
    const [hit] = simulator.hits();
    expect(report.cost.total.nanoUsd).toBe(
      (hit?.inputTokens ?? 0) * 150 + (hit?.outputTokens ?? 0) * 600,
    );
    expect(err).toMatch(/cost money:\n +openai\/gpt-4o-mini +key from OPENAI_API_KEY/);
    expect(out + err).not.toContain(key);
  });

  test('Ctrl-C before the start sends nothing', async () => {
    const before = simulator.hits().length;
    const { exitCode, out } = await runWith(['demo', '--input', input], {
      variables: variables(),
      onInterrupt(listener) {
        listener();
        return () => {};
      },
    });
    expect(exitCode).toBe(130);
    expect(out).toContain('Nothing was sent.');
    expect(simulator.hits()).toHaveLength(before);
  });

  test('--simulated and invented prompts leave the provider alone', async () => {
    const before = simulator.hits().length;
    const file = await runWith(['demo', '--input', input, '--simulated'], {
      variables: variables(),
    });
    const invented = await runWith(['demo', '--prompts', '1'], { variables: variables() });
    expect([file.exitCode, invented.exitCode]).toEqual([0, 0]);
    expect(file.out).toContain('The model that 1 prompt asked for is not there');
    expect(simulator.hits()).toHaveLength(before);
  });

  test('without any key that is said, and the simulated models answer', async () => {
    const { exitCode, out } = await runWith(['demo', '--input', input]);
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^No provider key is set \(OPENAI_API_KEY, /);
    expect(out).toContain("The models' own records agree with this report");
  });
});
