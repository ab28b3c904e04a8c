import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom, createVirtualClock } from '@llm-router/core';
import { createSimulator, type SimulatorOptions } from '@llm-router/simulator';
import { createRouter, loadConfig } from 'llm-router';
import { collect, countBy, steady } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'load-config-'));
const path = join(folder, 'router.yaml');
afterAll(() => rmSync(folder, { recursive: true }));

const docs = readFileSync(join(__dirname, '../../../docs/configuration.md'), 'utf8');
const example = /```yaml\n([\s\S]*?)```/.exec(docs)?.[1] ?? '';
const variables = { OPENAI_API_KEY: 'k', GROQ_API_KEY: 'g' };

/** A router of a file, before simulated models. */
function bench(text: string, environment: string | undefined, models: SimulatorOptions['models']) {
  writeFileSync(path, text);
  const config = loadConfig(path, { variables, ...(environment && { environment }) });
  const clock = createVirtualClock();
  const simulator = createSimulator({ models, clock, seed: 3 });
  const router = createRouter(config, { clock, random: createRandom(3), fetch: simulator.fetch });
  return { config, clock, simulator, router };
}

describe('the example of the documentation', () => {
  const models = ['gpt-4o-mini', 'llama-3.3-70b-versatile', 'qwen2.5-7b'].map((name) => ({
    name,
    latency: steady,
  }));

  it('makes a router that works', async () => {
    const { clock, router, config } = bench(example, undefined, models);
    expect(config.deployments[0]?.limits?.requestsPerMinute).toBe(500);
    const { deployment } = await clock.run(router.chat('Name three harbours.'));
    expect(deployment).toBe('main');
  });

  it('has an overlay for tests', () => {
    const { config } = bench(example, 'test', models);
    expect(config).toMatchObject({
      retry: { maxAttempts: 5, backoff: { baseMs: 2000, factor: 2 } },
      cache: false,
      limits: { requestsPerMinute: 50, tokensPerMinute: 8000 },
    });
    expect(config.limits).toHaveProperty('maxConcurrent', 200);
    expect(config).not.toHaveProperty('tenants');
  });

  it('names every option of the page on environment variables', () => {
    for (const name of ['OPENROUTER_FREE_FALLBACKS', 'PORTKEY_FALLBACKS', 'AGENT_MODEL_MAP']) {
      expect(docs).toContain(`\`${name}\``);
    }
  });
});

describe('parallel tests against a small account', () => {
  const text = `deployments:
  - { provider: openai-compatible, model: small, baseUrl: http://simulator.test/v1 }
retry: { maxAttempts: 2, backoff: { baseMs: 500 } }
timeouts: { totalMs: 600000 }
cache: {}
environments:
  test:
    retry: { maxAttempts: 5, backoff: { baseMs: 2000 } }
    cache: false
    limits: { requestsPerMinute: 50, tokensPerMinute: 8000 }
`;
  const account: SimulatorOptions['models'] = [
    {
      name: 'small',
      latency: steady,
      outputTokens: { min: 40, max: 80 },
      // Nothing tells of the limits, so that they cannot be learned.
      headers: 'none',
      hints: false,
      limits: {
        requests: { burst: 50, perSecond: 50 / 60 },
        tokens: { burst: 8000, perSecond: 8000 / 60 },
      },
    },
  ];
  const requests = Array.from({ length: 150 }, (_, index) => ({
    messages: [{ role: 'user' as const, content: `Case ${index}: what is under test?` }],
    max_tokens: 80,
  }));
  const run = async (environment?: string) => {
    const { clock, router, simulator } = bench(text, environment, account);
    const items = await clock.run(collect(router.batch(requests)));
    const outcomes = countBy(simulator.hits(), ({ outcome }) => outcome);
    return { passed: items.filter(({ ok }) => ok).length, outcomes };
  };

  it('fail in part without the overlay', async () => {
    const { passed, outcomes } = await run();
    expect(passed).toBeLessThan(150);
    expect(outcomes['refused']).toBeGreaterThan(0);
  });

  it('all pass with it, and none is refused', async () => {
    const { passed, outcomes } = await run('test');
    expect(passed).toBe(150);
    expect(outcomes).toEqual({ ok: 150 });
  });
});
