import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator, type SimulatedModel } from '@llm-router/simulator';
import { ask, bodyOf, messages } from './support.ts';

const input = estimateTokens(messages as never);
const steady = { latency: { medianMs: 100, sigma: 0 }, outputTokens: { min: 10, max: 10 } };

function create(model: Partial<SimulatedModel>) {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak', ...steady, ...model }], clock });
  return { clock, simulator };
}

test('a bucket gives its burst and refills continuously', async () => {
  const { clock, simulator } = create({ limits: { requests: { burst: 2, perSecond: 0.5 } } });
  const statuses = await clock.run(
    (async () => {
      const seen: number[] = [];
      const send = async () => seen.push((await ask(simulator, 'oak')).status);
      await Promise.all([send(), send(), send()]);
      await clock.sleep(1899);
      await send();
      await clock.sleep(1);
      await send();
      return seen;
    })(),
  );
  expect(statuses).toEqual([429, 200, 200, 429, 200]);
});

test('headers tell limit per minute, what is left and when the bucket is full, on 200', async () => {
  const { clock, simulator } = create({
    limits: { requests: { perSecond: 1 }, tokens: { perSecond: 100 } },
  });
  const response = await clock.run(ask(simulator, 'oak', { max_tokens: 7 }));
  const reserved = input + 7;
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-ratelimit-limit-requests': '60',
    'x-ratelimit-remaining-requests': '59',
    'x-ratelimit-reset-requests': '900ms',
    'x-ratelimit-limit-tokens': '6000',
    'x-ratelimit-remaining-tokens': String(6000 - reserved + 10),
    'x-ratelimit-reset-tokens': `${reserved * 10 - 100}ms`,
  });
  expect(response.headers.has('retry-after')).toBe(false);
});

test('a 429 for requests states its numbers and its wait in headers and body', async () => {
  const { clock, simulator } = create({ limits: { requests: { burst: 1, perSecond: 0.25 } } });
  await clock.run(ask(simulator, 'oak'));
  const response = await ask(simulator, 'oak');
  expect(response.status).toBe(429);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'x-ratelimit-limit-requests': '15',
    'x-ratelimit-remaining-requests': '0',
    'x-ratelimit-reset-requests': '3.9s',
    'retry-after': '4',
    'retry-after-ms': '3900',
  });
  const { error } = await bodyOf(response);
  expect(error).toMatchObject({ type: 'requests', code: 'rate_limit_exceeded', param: null });
  expect(error.message).toContain('requests per min (RPM): Limit 15, Used 15, Requested 1.');
  expect(error.message).toContain('try again in 3.9s');
  expect(simulator.hits()[1]).toMatchObject({ outcome: 'refused', reason: 'requests' });
});

test.each([
  [1 / 4096, 1, '1h8m16s'],
  [1 / 256, 1, '4m16s'],
  [0.25, 1, '4s'],
  [2, 3, '1.5s'],
  [16, 1, '63ms'],
])(
  'at %d a second and %i taken the reset reads as a Go duration',
  async (perSecond, taken, reads) => {
    const { clock, simulator } = create({
      limits: { requests: { burst: 5, perSecond } },
      latency: { medianMs: 0 },
    });
    let reset: string | null = '';
    for (let number = 0; number < taken; number++) {
      const response = await clock.run(ask(simulator, 'oak'));
      reset = response.headers.get('x-ratelimit-reset-requests');
    }
    expect(reset).toBe(reads);
  },
);

test('waiting as long as a 429 says is enough', async () => {
  const { clock, simulator } = create({ limits: { tokens: { burst: 300, perSecond: 7 } } });
  const outcome = await clock.run(
    (async () => {
      for (let turn = 0; turn < 40; turn++) {
        const first = await ask(simulator, 'oak', { max_tokens: 10 });
        if (first.status === 200) continue;
        await clock.sleep(Number(first.headers.get('retry-after-ms')));
        const second = await ask(simulator, 'oak', { max_tokens: 10 });
        if (second.status !== 200) return `turn ${turn} was refused again`;
      }
      return 'ok';
    })(),
  );
  expect(outcome).toBe('ok');
  expect(simulator.hits().some((hit) => hit.status === 429)).toBe(true);
});

test('tokens are reserved by max_tokens and settled to what was used', async () => {
  const { clock, simulator } = create({ limits: { tokens: { burst: 1000, perSecond: 0.001 } } });
  const remaining = (response: Response) => response.headers.get('x-ratelimit-remaining-tokens');
  const big = await clock.run(ask(simulator, 'oak', { max_tokens: 800 }));
  expect(remaining(big)).toBe(String(1000 - input - 800));
  const next = await clock.run(ask(simulator, 'oak', { max_tokens: 10 }));
  expect(remaining(next)).toBe(String(1000 - 2 * (input + 10)));
});

test("with countsOutput 'produced' a large max_tokens reserves only the expected answer", async () => {
  const limits = { tokens: { burst: 100, perSecond: 0.001 } };
  const strict = create({ limits });
  const lenient = create({ limits: { ...limits, countsOutput: 'produced' } });
  const send = ({ clock, simulator }: typeof strict) =>
    clock.run(ask(simulator, 'oak', { max_tokens: 5000 }));
  expect((await send(strict)).status).toBe(429);
  expect((await send(lenient)).status).toBe(200);
});

test('what was used beyond the reserve is taken too', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({
    clock,
    models: [
      {
        name: 'oak',
        outputTokens: { min: 1, max: 99 },
        limits: { countsOutput: 'produced', tokens: { burst: 5000, perSecond: 0.001 } },
      },
    ],
  });
  for (let turn = 0; turn < 30; turn++) await clock.run(ask(simulator, 'oak'));
  const produced = simulator.hits().map((hit) => hit.outputTokens);
  expect(Math.max(...produced)).toBeGreaterThan(50);
  const used = produced.reduce((sum, tokens) => sum + tokens + input, 0);
  const { headers } = await clock.run(ask(simulator, 'oak'));
  const left = 5000 - used - (input + 50);
  expect(headers.get('x-ratelimit-remaining-tokens')).toBe(String(left));
});

test('a request larger than the whole bucket is told so and gets no hint', async () => {
  const { clock, simulator } = create({ limits: { tokens: { burst: 50, perSecond: 10 } } });
  const response = await clock.run(ask(simulator, 'oak', { max_tokens: 60 }));
  expect(response.status).toBe(429);
  expect(response.headers.has('retry-after')).toBe(false);
  expect(response.headers.has('retry-after-ms')).toBe(false);
  const { error } = await bodyOf(response);
  expect(error).toMatchObject({ type: 'tokens', code: 'rate_limit_exceeded' });
  expect(error.message).toContain(`Limit 50, Requested ${input + 60}.`);
  expect(error.message).not.toContain('Used');
  expect(error.message).not.toContain('try again');
});

test('a request that tokens refuse has used up a request', async () => {
  const { clock, simulator } = create({
    limits: { requests: { burst: 2, perSecond: 0.001 }, tokens: { burst: 10, perSecond: 10 } },
  });
  const reasons: unknown[] = [];
  for (let turn = 0; turn < 3; turn++) {
    await clock.run(ask(simulator, 'oak', { max_tokens: 60 }));
    reasons.push(simulator.hits().at(-1)?.reason);
  }
  expect(reasons).toEqual(['tokens', 'tokens', 'requests']);
});

test('requests of a day come back evenly', async () => {
  const { clock, simulator } = create({ limits: { requestsPerDay: 200 } });
  const refused = await clock.run(
    (async () => {
      for (let turn = 0; turn < 200; turn++) await ask(simulator, 'oak');
      return ask(simulator, 'oak');
    })(),
  );
  expect(refused.status).toBe(429);
  expect((await bodyOf(refused)).error.message).toContain('requests per day (RPD): Limit 200');
  // One takes 432 s, and the 200 requests of 100 ms each have earned back 20 s of them.
  const waitMs = Number(refused.headers.get('retry-after-ms'));
  expect(Math.abs(waitMs - 412_000)).toBeLessThanOrEqual(1);
  await clock.advance(waitMs);
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
});

test('requests in flight above the limit are refused without a hint', async () => {
  const { clock, simulator } = create({ limits: { maxConcurrent: 2 } });
  const [first, second, third] = await clock.run(
    Promise.all([ask(simulator, 'oak'), ask(simulator, 'oak'), ask(simulator, 'oak')]),
  );
  expect([first.status, second.status, third.status]).toEqual([200, 200, 429]);
  expect(third.headers.has('retry-after')).toBe(false);
  expect((await bodyOf(third)).error.message).toContain('concurrent requests: Limit 2');
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
  expect(simulator.hits().map((hit) => hit.inFlightAtStart)).toEqual([0, 1, 2, 0]);
});

test("with headers 'none' nothing tells of limits, and with hints false only the body does", async () => {
  const limits = { requests: { burst: 1, perSecond: 0.25 } };
  const silent = create({ limits, headers: 'none' });
  await silent.clock.run(ask(silent.simulator, 'oak'));
  const mute = await ask(silent.simulator, 'oak');
  expect([...mute.headers.keys()]).toEqual(['content-type']);
  expect((await bodyOf(mute)).error.message).not.toContain('try again');

  const plain = create({ limits, hints: false });
  await plain.clock.run(ask(plain.simulator, 'oak'));
  const half = await ask(plain.simulator, 'oak');
  expect(half.headers.get('x-ratelimit-remaining-requests')).toBe('0');
  expect(half.headers.has('retry-after')).toBe(false);
});

test('an update keeps what was spent and what it does not name', async () => {
  const { clock, simulator } = create({
    provider: 'grove',
    limits: { requests: { burst: 10, perSecond: 0.001 } },
  });
  const send = async () => (await clock.run(ask(simulator, 'oak'))).status;
  for (let turn = 0; turn < 4; turn++) await send();
  simulator.update({
    models: [
      { name: 'oak', limits: { requests: { burst: 6, perSecond: 0.001 } } },
      { name: 'elm', ...steady },
    ],
  });
  expect([await send(), await send(), await send()]).toEqual([200, 200, 429]);
  expect(simulator.hits().at(-1)).toMatchObject({ model: 'oak', provider: 'grove' });
  expect((await clock.run(ask(simulator, 'elm'))).status).toBe(200);
  simulator.update({ models: [{ name: 'oak', limits: {} }] });
  expect(await send()).toBe(200);
});

test('a wrong update changes nothing', async () => {
  const { clock, simulator } = create({});
  const wrong = [
    { name: 'oak', apiKey: 'sesame' },
    { name: 'elm', limits: { maxConcurrent: 0 } },
  ];
  expect(() => simulator.update({ models: wrong })).toThrow(
    'update: models[1].limits: maxConcurrent is 0; expected a whole number of at least 1.',
  );
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
});
