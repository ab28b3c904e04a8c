import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type SimulatedModel } from '@llm-router/simulator';
import { askMessages } from './anthropic-support.ts';
import { ask } from './support.ts';

const wires = ['openai', 'anthropic'] as const;

function create(fault: Fault, model: Partial<SimulatedModel> = {}) {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', latency: { medianMs: 100, sigma: 0 }, ...model }];
  const simulator = createSimulator({ models, faults: [fault], clock });
  const send = (wire: (typeof wires)[number], extra: object = {}) =>
    clock.run(wire === 'openai' ? ask(simulator, 'oak', extra) : askMessages(simulator, extra));
  return { clock, simulator, send };
}

async function errorOf(response: Response): Promise<Record<string, unknown>> {
  const body = (await response.json()) as { error: Record<string, unknown> };
  return body.error;
}

describe('a refusal', () => {
  test.each([
    ['auth', 'openai', 401, { type: 'invalid_request_error', code: 'invalid_api_key' }],
    ['auth', 'anthropic', 401, { type: 'authentication_error' }],
    ['permission', 'openai', 403, { code: 'unsupported_country_region_territory' }],
    ['permission', 'anthropic', 403, { type: 'permission_error' }],
    ['not-found', 'openai', 404, { code: 'model_not_found' }],
    ['not-found', 'anthropic', 404, { type: 'not_found_error' }],
    ['invalid-request', 'openai', 400, { code: 'invalid_value', param: 'temperature' }],
    ['invalid-request', 'anthropic', 400, { type: 'invalid_request_error' }],
    ['context-length', 'openai', 400, { code: 'context_length_exceeded' }],
    [
      'context-length',
      'anthropic',
      400,
      { message: expect.stringMatching(/^prompt is too long: \d+ tokens > \d+ maximum$/) },
    ],
    ['content-policy', 'openai', 400, { code: 'content_policy_violation' }],
    ['content-policy', 'anthropic', 400, { message: expect.stringContaining('content filtering') }],
    ['rate-limit', 'openai', 429, { code: 'rate_limit_exceeded' }],
    ['rate-limit', 'anthropic', 429, { type: 'rate_limit_error' }],
  ] as const)(
    '%s on the wire of %s is a %i in its own words',
    async (kind, wire, status, error) => {
      const { simulator, send } = create({ kind, delayMs: 30 });
      const response = await send(wire);
      expect(response.status).toBe(status);
      expect(response.headers.has('retry-after')).toBe(false);
      expect(await errorOf(response)).toMatchObject(error);
      expect(simulator.hits()).toMatchObject([
        { status, outcome: 'refused', reason: kind, at: 1_000_000, endedAt: 1_000_030 },
      ]);
    },
  );

  test.each([
    ['openai', { type: 'server_error' }],
    ['anthropic', { type: 'timeout_error' }],
  ] as const)('request-timeout on the wire of %s is a 408, and a failure', async (wire, error) => {
    const { simulator, send } = create({ kind: 'request-timeout' });
    const response = await send(wire, { stream: true });
    expect(response.status).toBe(408);
    expect(await errorOf(response)).toMatchObject(error);
    expect(simulator.hits()).toMatchObject([{ outcome: 'failed', reason: 'request-timeout' }]);
  });
});

describe('a server that fails', () => {
  test.each(wires)('may say so with any status above 499, over the wire of %s', async (wire) => {
    for (const [kind, status] of [
      ['server-error', 502],
      ['server-error', 503],
      ['server-error', 504],
      ['overloaded', 503],
      ['overloaded', 529],
    ] as const) {
      const { send } = create({ kind, status });
      const response = await send(wire);
      expect(response.status).toBe(status);
      expect(await errorOf(response)).toHaveProperty('message');
      const page = await create({ kind, status, body: 'html' }).send(wire);
      expect(page.status).toBe(status);
      expect(page.headers.get('content-type')).toBe('text/html');
      expect(await page.text()).toContain(`<h1>${status} `);
    }
  });

  test("tells its time-out in Anthropic's type", async () => {
    const response = await create({ kind: 'server-error', status: 504 }).send('anthropic');
    expect(await errorOf(response)).toMatchObject({ type: 'timeout_error' });
  });
});

describe('a connection', () => {
  test.each([
    ['connection-reset', 'ECONNRESET'],
    ['connection-refused', 'ECONNREFUSED'],
    ['dns-error', 'ENOTFOUND'],
  ] as const)('fails as fetch does: %s', async (kind, code) => {
    const { simulator, send } = create({ kind });
    const error: unknown = await send('openai').catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(TypeError);
    expect(error).toMatchObject({ message: 'fetch failed', cause: { code } });
    expect(simulator.hits()).toMatchObject([{ status: 0, outcome: 'failed', reason: kind }]);
  });
});

describe('a spent quota', () => {
  const told = (pattern: RegExp) => ({ message: expect.stringMatching(pattern) });
  test.each([
    ['openai', 429, { code: 'insufficient_quota' }],
    ['anthropic-spend', 429, { details: { error_code: 'enforced_spend_limit_reached' } }],
    ['anthropic-credit', 400, told(/credit balance is too low/)],
    [
      'openrouter',
      402,
      { code: 402, ...told(/requested up to 64 tokens, but can only afford 32/) },
    ],
    ['deepseek', 402, { message: 'Insufficient Balance' }],
  ] as const)('of the kind %s is a %i on either wire', async (quota, status, error) => {
    for (const wire of wires) {
      const { simulator, send } = create({ kind: 'quota-exhausted', quota });
      const response = await send(wire, { max_tokens: 64 });
      expect(response.status).toBe(status);
      expect(response.headers.has('retry-after')).toBe(false);
      expect(await errorOf(response)).toMatchObject(error);
      expect(simulator.hits()).toMatchObject([{ outcome: 'refused', reason: 'quota-exhausted' }]);
    }
  });

  test("of the kind gemini-day is a list of one error that names the day, and Google's short delay", async () => {
    const response = await create({ kind: 'quota-exhausted', quota: 'gemini-day' }).send('openai');
    expect(response.status).toBe(429);
    const [{ error }] = (await response.json()) as [{ error: { details: object[] } }];
    expect(error).toMatchObject({ code: 429, status: 'RESOURCE_EXHAUSTED' });
    expect(error.details).toMatchObject([
      { violations: [{ quotaId: expect.stringContaining('PerDay') }] },
      { retryDelay: '23s' },
    ]);
  });
});

describe('a wait', () => {
  const date = (ms: number) => new Date(ms).toUTCString();
  test.each([
    ['seconds', 1500, { 'retry-after': '2' }],
    ['fraction', 1500, { 'retry-after': '1.5' }],
    ['milliseconds', 1500, { 'retry-after-ms': '1500' }],
    ['http-date', 1500, { 'retry-after': date(1_002_000), date: date(1_000_000) }],
    ['seconds', 172_800_000, { 'retry-after': '172800' }],
  ] as const)(
    'is told as %s on every status that can tell one',
    async (retryAfterForm, retryAfterMs, headers) => {
      for (const kind of ['rate-limit', 'overloaded', 'server-error'] as const) {
        for (const wire of wires) {
          const response = await create({ kind, retryAfterMs, retryAfterForm }).send(wire);
          const found = [...response.headers].filter(([name]) => /^(retry-after|date$)/.test(name));
          expect(Object.fromEntries(found)).toEqual(headers);
        }
      }
    },
  );

  test.each([
    ['openai', 'Please try again in 7.5s.'],
    ['anthropic', 'Please try again in 8s.'],
  ] as const)('can be told in words only, on the wire of %s', async (wire, words) => {
    for (const kind of ['rate-limit', 'overloaded', 'server-error'] as const) {
      const fault: Fault = { kind, retryAfterMs: 7500, retryAfterForm: 'words' };
      const response = await create(fault).send(wire);
      expect([...response.headers.keys()].filter((name) => name.startsWith('retry'))).toEqual([]);
      expect((await errorOf(response))['message']).toContain(words);
    }
  });
});

describe('headers', () => {
  const limits = { requests: { burst: 1, perSecond: 1 } };
  const second = async (headers: SimulatedModel['headers'], wire: (typeof wires)[number]) => {
    const { send } = create(
      { kind: 'stall', probability: 0 },
      { limits, ...(headers && { headers }) },
    );
    const answers = await Promise.all([send(wire), send(wire)]);
    const [refused] = answers.filter(({ status }) => status === 429);
    return [...(refused?.headers.keys() ?? [])].filter((name) => /limit|retry/.test(name));
  };

  test.each(wires)('of a provider are sent on either wire (%s)', async (wire) => {
    const openai = ['limit', 'remaining', 'reset'].map((part) => `x-ratelimit-${part}-requests`);
    const anthropic = ['limit', 'remaining', 'reset'].map(
      (part) => `anthropic-ratelimit-requests-${part}`,
    );
    const ofOpenai = ['retry-after', 'retry-after-ms', ...openai];
    const ofAnthropic = [...anthropic, 'retry-after'];
    expect(await second('openai', wire)).toEqual(ofOpenai);
    expect(await second('anthropic', wire)).toEqual(ofAnthropic);
    expect(await second('retry-after', wire)).toEqual(['retry-after']);
    expect(await second('none', wire)).toEqual([]);
    expect(await second(undefined, wire)).toEqual(wire === 'openai' ? ofOpenai : ofAnthropic);
  });
});
