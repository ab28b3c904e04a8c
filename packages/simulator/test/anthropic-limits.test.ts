import { estimateTokens } from '@llm-router/core';
import type { SimulatedModel } from '@llm-router/simulator';
import { errorOf, openStage, type Stage, transports } from './anthropic-support.ts';
import { messages } from './support.ts';

const input = estimateTokens(messages as never);

/** The time at which every stage stands still: 1,000,000 ms. */
const startsAt = '1970-01-01T00:16:40Z';

// The HTTP half of these tests speaks over the loopback interface.
describe.each(transports)('over %s', (transport) => {
  let stage: Stage;

  async function open(model: Partial<SimulatedModel>): Promise<Stage> {
    stage = await openStage(transport, model);
    return stage;
  }

  afterEach(() => stage.close());

  /** The limit headers of a response by what follows `anthropic-ratelimit-`. */
  function told(response: Response): Record<string, string> {
    const prefix = 'anthropic-ratelimit-';
    const entries = [...response.headers].filter(([name]) => name.startsWith(prefix));
    return Object.fromEntries(entries.map(([name, value]) => [name.slice(prefix.length), value]));
  }

  test('a 200 tells every limit: exact requests, tokens to the nearest thousand, moments', async () => {
    const { ask } = await open({
      limits: {
        requests: { perSecond: 0.5 },
        inputTokens: { burst: 50_400, perSecond: 0.2 },
        outputTokens: { burst: 8490, perSecond: 0.1 },
      },
    });
    const response = await ask();
    expect(response.status).toBe(200);
    expect(response.headers.has('retry-after')).toBe(false);
    const inputFullAt = 1000 + input * 5;
    expect(told(response)).toEqual({
      'requests-limit': '30',
      'requests-remaining': '29',
      'requests-reset': '1970-01-01T00:16:42Z',
      'input-tokens-limit': '12',
      'input-tokens-remaining': '50000',
      'input-tokens-reset': new Date(inputFullAt * 1000).toISOString().replace('.000', ''),
      'output-tokens-limit': '6',
      'output-tokens-remaining': '8000',
      'output-tokens-reset': '1970-01-01T00:18:40Z',
      'tokens-limit': '18',
      'tokens-remaining': '58000',
      'tokens-reset': [
        new Date(inputFullAt * 1000).toISOString().replace('.000', ''),
        '1970-01-01T00:18:40Z',
      ].sort()[0],
    });
  });

  test('a common limit is the one that tokens tell of, and of one alone they tell nothing', async () => {
    const bucket = { burst: 2600, perSecond: 10 };
    const { ask, simulator } = await open({ limits: { tokens: bucket, inputTokens: bucket } });
    expect(told(await ask())).toMatchObject({
      'tokens-limit': '600',
      'tokens-remaining': '3000',
      'input-tokens-remaining': '3000',
    });
    simulator.update({ models: [{ name: 'oak', limits: { inputTokens: bucket } }] });
    const alone = told(await ask());
    expect(alone).toHaveProperty('input-tokens-limit', '600');
    expect(alone).not.toHaveProperty('tokens-limit');
    expect(alone).not.toHaveProperty('requests-limit');
  });

  test.each([
    ['requests', { requests: { burst: 1, perSecond: 0.25 } }, '15 requests per minute', '4'],
    ['requests-per-day', { requestsPerDay: 1 }, '1 requests per day', '86400'],
    ['tokens', { tokens: { burst: 80, perSecond: 100 } }, '6,000 tokens per minute', '1'],
    [
      'input-tokens',
      { inputTokens: { burst: input, perSecond: input / 7 } },
      `${Math.round((60 * input) / 7)} input tokens per minute`,
      '7',
    ],
    [
      'output-tokens',
      { outputTokens: { burst: 12, perSecond: 0.1 } },
      '6 output tokens per minute',
      '10',
    ],
  ] as const)('a 429 for %s names its limit and its wait in whole seconds', async (...row) => {
    const [reason, limits, words, seconds] = row;
    const { ask, simulator } = await open({ limits });
    expect((await ask({ max_tokens: 80 - input })).status).toBe(200);
    const response = await ask({ max_tokens: 80 - input });
    expect(response.status).toBe(429);
    expect(response.headers.get('retry-after')).toBe(seconds);
    expect(response.headers.has('retry-after-ms')).toBe(false);
    const { error } = await errorOf(response);
    expect(error.type).toBe('rate_limit_error');
    expect(error.details).toBeUndefined();
    expect(error.message).toContain(`rate limit of ${words} for oak.`);
    expect(error.message).not.toContain('at once');
    expect(simulator.hits()[1]).toMatchObject({ outcome: 'refused', reason });
  });

  test('a prompt larger than the whole bucket is told so and gets no hint', async () => {
    const { ask } = await open({ limits: { inputTokens: { burst: input - 1, perSecond: 10 } } });
    const response = await ask();
    expect(response.status).toBe(429);
    expect(response.headers.has('retry-after')).toBe(false);
    expect((await errorOf(response)).error.message).toContain(
      `It takes ${input} at once and ${input - 1} is the most there can be`,
    );
    expect(told(response)['input-tokens-reset']).toBe(startsAt);
  });

  test('with hints false a 429 keeps its limit headers and loses its wait', async () => {
    const limits = { requests: { burst: 1, perSecond: 0.25 } };
    const { ask } = await open({ limits, hints: false });
    await ask();
    const response = await ask();
    expect(response.headers.has('retry-after')).toBe(false);
    expect(told(response)['requests-remaining']).toBe('0');
  });

  test('a reset beyond all calendars is told as the last second of them', async () => {
    const { ask } = await open({ limits: { requests: { burst: 5, perSecond: 1e-12 } } });
    expect(told(await ask())['requests-reset']).toBe('9999-12-31T23:59:59Z');
  });

  test('requests in flight above the limit are refused without a hint', async () => {
    const { ask, clock } = await open({ limits: { maxConcurrent: 1 }, latency: { medianMs: 50 } });
    const both = [ask(), ask()];
    const first = await Promise.race(both);
    expect(first.status).toBe(429);
    expect(first.headers.has('retry-after')).toBe(false);
    expect((await errorOf(first)).error.message).toContain('1 concurrent requests');
    await clock.advance(10_000);
    expect((await Promise.all(both)).map(({ status }) => status).sort()).toEqual([200, 429]);
  });
});
