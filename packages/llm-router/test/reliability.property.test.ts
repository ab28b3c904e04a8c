import { createRandom, createVirtualClock, type Random, RouterError } from '@llm-router/core';
import { createSimulator, type Fault, type SimulatedModel } from '@llm-router/simulator';
import fc from 'fast-check';
import { type ChatResult, createRouter, type Ledger, type RouterConfig } from 'llm-router';
import { busy, deploy, idle } from './support.ts';

interface Ask {
  readonly kind: 'chat' | 'stream' | 'leave' | 'result';
  readonly arrivesMs: number;
  readonly timeoutMs: number;
  readonly abortMs: number | undefined;
  readonly words: number;
  readonly tenant: string;
}

interface World {
  readonly models: readonly SimulatedModel[];
  readonly config: RouterConfig;
  readonly asks: readonly Ask[];
  readonly seed: number;
}

/** How a call ended: with an answer or one error of the router, and when. */
interface Ending {
  readonly ask: Ask;
  readonly endedAfterMs: number;
  readonly ledger: Ledger | undefined;
  readonly code: string;
}

const faults: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('server-error' as const, 'overloaded' as const),
    probability: fc.double({ min: 0, max: 0.6, noNaN: true }),
    delayMs: fc.integer({ min: 0, max: 500 }),
  }),
  fc.record({
    kind: fc.constantFrom('connection-reset' as const, 'quota-exhausted' as const),
    probability: fc.double({ min: 0, max: 0.2, noNaN: true }),
  }),
  fc.record({
    kind: fc.constant('stall' as const),
    probability: fc.double({ min: 0, max: 0.3, noNaN: true }),
    afterChunks: fc.integer({ min: 0, max: 6 }),
  }),
  fc.record({
    kind: fc.constantFrom('cut-stream' as const, 'error-frame' as const),
    probability: fc.double({ min: 0, max: 0.4, noNaN: true }),
    afterChunks: fc.integer({ min: 0, max: 6 }),
  }),
);

const limits: fc.Arbitrary<NonNullable<SimulatedModel['limits']>> = fc.oneof(
  fc.constant({}),
  fc.record({ maxConcurrent: fc.integer({ min: 1, max: 5 }) }),
  fc.record({
    requests: fc.record({
      burst: fc.integer({ min: 1, max: 10 }),
      perSecond: fc.double({ min: 0.1, max: 10, noNaN: true }),
    }),
  }),
  fc.record({
    tokens: fc.record({
      burst: fc.integer({ min: 300, max: 3000 }),
      perSecond: fc.integer({ min: 20, max: 2000 }),
    }),
  }),
);

const models = fc
  .array(
    fc.record({
      limits,
      faults: fc.array(faults, { maxLength: 2 }),
      headers: fc.constantFrom('openai' as const, 'none' as const),
      hints: fc.boolean(),
      outputTokens: fc.constant({ min: 2, max: 30 }),
      latency: fc.record({
        medianMs: fc.integer({ min: 0, max: 3000 }),
        betweenTokensMs: fc.integer({ min: 0, max: 100 }),
      }),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((list) => list.map((model, index) => ({ name: `m${index}`, ...model })));

const asks = fc.array(
  fc.record({
    kind: fc.constantFrom('chat' as const, 'stream' as const, 'leave' as const, 'result' as const),
    arrivesMs: fc.integer({ min: 0, max: 3000 }),
    timeoutMs: fc.integer({ min: 1, max: 60_000 }),
    abortMs: fc.option(fc.integer({ min: 0, max: 5000 }), { nil: undefined, freq: 4 }),
    words: fc.integer({ min: 1, max: 120 }),
    tenant: fc.constantFrom('day', 'night'),
  }),
  { minLength: 1, maxLength: 25 },
);

const worlds: fc.Arbitrary<World> = fc
  .record({
    models,
    asks,
    seed: fc.integer({ min: 0, max: 2 ** 31 }),
    strategy: fc.constantFrom('fallback' as const, 'loadbalance' as const),
    maxAttempts: fc.integer({ min: 1, max: 7 }),
    spillAfterMs: fc.constantFrom(0, 500, 5000),
    ownLimits: fc.constantFrom({}, { maxConcurrent: 3 }, { requestsPerMinute: 120, burst: 2 }),
    throttle: fc.constantFrom(undefined, { maxConcurrent: 4 }),
    attemptMs: fc.constantFrom(1000, 10_000),
  })
  .map(({ models: list, asks: all, seed, strategy, spillAfterMs, ...rest }) => ({
    models: list,
    asks: all,
    seed,
    config: {
      strategy,
      deployments: list.map(({ name }) => deploy(name, { limits: rest.ownLimits })),
      retry: { maxAttempts: rest.maxAttempts },
      fallback: { spillAfterMs },
      ...(rest.throttle && { limits: rest.throttle }),
      timeouts: { attemptMs: rest.attemptMs, firstContentMs: 5000, betweenContentMs: 2000 },
    },
  }));

/** Runs a world to its end. A call that hangs makes the clock say that nothing is scheduled. */
async function live({ models: list, config, asks: all, seed }: World) {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: list, seed, clock });
  const sent = new Map<string, number>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const body = JSON.parse(String(init?.body)) as { messages: [{ content: string }] };
    const name = body.messages[0].content.split(' ')[0] ?? '';
    sent.set(name, (sent.get(name) ?? 0) + 1);
    return simulator.fetch(input, init);
  };
  const random: Random = createRandom(seed);
  const router = createRouter(config, { clock, random, fetch });

  async function ask(one: Ask, index: number): Promise<Ending> {
    await clock.sleep(one.arrivesMs);
    const startedAt = clock.now();
    const controller = new AbortController();
    if (one.abortMs !== undefined) {
      clock.sleep(one.abortMs).then(() => controller.abort());
    }
    const prompt = `#${index} ${'oar '.repeat(one.words)}`;
    const { timeoutMs, tenant } = one;
    const options = { timeoutMs, tenant, signal: controller.signal };
    const end = (ledger: Ledger | undefined, code: string) => ({
      ask: one,
      endedAfterMs: clock.now() - startedAt,
      ledger,
      code,
    });
    const ended = (result: ChatResult) => end(result.ledger, 'ok');
    try {
      if (one.kind === 'chat') return ended(await router.chat(prompt, options));
      const stream = router.stream(prompt, options);
      if (one.kind === 'result') return ended(await stream.result);
      let pieces = 0;
      for await (const _piece of stream) {
        pieces += 1;
        if (one.kind === 'leave' && pieces === 3) break;
      }
      return ended(await stream.result);
    } catch (error) {
      if (!(error instanceof RouterError)) throw error;
      return end(error.ledger, error.code);
    }
  }

  const endings = await clock.run(Promise.all(all.map(ask)));
  await clock.advance(10);
  return { clock, router, simulator, endings, sent };
}

describe('whatever goes wrong', () => {
  it('every call ends once, in time and within its budget, and leaves nothing behind', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { router, simulator, endings, sent } = await live(world);
        const maxAttempts = world.config.retry?.maxAttempts ?? 0;
        for (const [index, { ask, endedAfterMs, ledger, code }] of endings.entries()) {
          if (ledger === undefined) throw new Error(`a call ended with ${code} and no ledger`);
          expect(endedAfterMs).toBeLessThanOrEqual(ask.timeoutMs + 0.001);
          expect(ledger.outcome).toBe(code);
          expect(ledger.attempts.length).toBeLessThanOrEqual(maxAttempts);
          expect(sent.get(`#${index}`) ?? 0).toBeLessThanOrEqual(ledger.attempts.length);
          expect(ledger.overheadMs).toBeGreaterThanOrEqual(0);
          expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
        }
        expect(busy(router)).toEqual(idle);
        expect(simulator.hits().filter(({ outcome }) => outcome === 'pending')).toEqual([]);
        const { succeeded, failed } = router.status().requests;
        expect(succeeded + failed).toBe(world.asks.length);
        expect(succeeded).toBe(endings.filter(({ code }) => code === 'ok').length);
      }),
      { numRuns: 120, seed: 20_261 },
    );
  }, 120_000);

  it('every millisecond of a call is in its ledger: waits, attempts and next to no overhead', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const { endings } = await live(world);
        for (const { ledger } of endings) {
          const parts = [
            ...(ledger?.waits.map(({ forMs }) => forMs) ?? []),
            ...(ledger?.attempts.map(({ durationMs }) => durationMs) ?? []),
          ];
          const sum = parts.reduce((total, part) => total + part, 0);
          expect(sum).toBeCloseTo(ledger?.durationMs ?? Number.NaN, 1);
        }
      }),
      { numRuns: 60, seed: 20_262 },
    );
  }, 120_000);

  it('the same seed gives the same ledgers', async () => {
    await fc.assert(
      fc.asyncProperty(worlds, async (world) => {
        const [one, other] = [await live(world), await live(world)];
        expect(one.endings).toEqual(other.endings);
      }),
      { numRuns: 20, seed: 20_263 },
    );
  }, 120_000);
});

describe('two thousand requests with faults of every kind', () => {
  const world: World = {
    seed: 77,
    models: [
      {
        name: 'm0',
        limits: { requests: { burst: 40, perSecond: 20 } },
        faults: [
          { kind: 'server-error', probability: 0.1 },
          { kind: 'stall', probability: 0.02 },
        ],
      },
      {
        name: 'm1',
        limits: { tokens: { burst: 20_000, perSecond: 3000 } },
        faults: [
          { kind: 'cut-stream', probability: 0.1 },
          { kind: 'overloaded', probability: 0.1 },
        ],
      },
      {
        name: 'm2',
        limits: { maxConcurrent: 20 },
        headers: 'none',
        faults: [{ kind: 'connection-reset', probability: 0.1 }],
      },
    ],
    config: {
      strategy: 'loadbalance',
      deployments: [deploy('m0'), deploy('m1'), deploy('m2', { limits: { maxConcurrent: 20 } })],
      timeouts: { attemptMs: 20_000, firstContentMs: 5000 },
    },
    asks: Array.from({ length: 2000 }, (_, index) => ({
      kind: (['chat', 'stream', 'chat', 'leave', 'result'] as const)[index % 5] ?? 'chat',
      arrivesMs: index * 10,
      timeoutMs: 300_000,
      abortMs: index % 97 === 0 ? 800 : undefined,
      words: 1 + (index % 60),
      tenant: index % 3 === 0 ? 'night' : 'day',
    })),
  };

  it('end the same way twice, nearly all of them well', async () => {
    const one = await live(world);
    const other = await live(world);
    expect(JSON.stringify(one.endings)).toBe(JSON.stringify(other.endings));
    expect(one.simulator.hits()).toEqual(other.simulator.hits());
    const served = one.endings.filter(
      ({ ask }) => ask.kind !== 'leave' && ask.abortMs === undefined,
    );
    const bad = served.filter(({ code }) => code !== 'ok' && code !== 'stream_broken');
    expect(bad.length).toBeLessThan(served.length / 100);
    expect(busy(one.router)).toEqual(idle);
  }, 120_000);
});
