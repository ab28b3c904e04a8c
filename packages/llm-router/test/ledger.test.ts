import { addCosts } from '@llm-router/core';
import type { Ledger, RouterConfig } from 'llm-router';
import {
  completionOf,
  createBench,
  createFakeBench,
  createWireBench,
  deploy,
  errorBody,
  failureOf,
  steady,
} from './support.ts';

const price = { input: 1, output: 2 };

function checkSums(ledger: Ledger): void {
  const parts = [
    ...ledger.waits.map(({ forMs }) => forMs),
    ...ledger.attempts.map(({ durationMs }) => durationMs),
    ledger.overheadMs,
  ];
  expect(ledger.overheadMs).toBeGreaterThanOrEqual(0);
  expect(parts.reduce((sum, part) => sum + part, 0)).toBeCloseTo(ledger.durationMs, 2);
  expect(structuredClone(ledger)).toEqual(ledger);
  expect(JSON.parse(JSON.stringify(ledger))).toEqual(ledger);
}

describe('the ledger of an answer', () => {
  it('sums up: waits, attempts and overhead are the duration, attempts are the cost', async () => {
    const { clock, router } = createBench(
      [
        { name: 'a', latency: steady, faults: [{ kind: 'overloaded', delayMs: 40 }] },
        { name: 'b', latency: steady },
      ],
      {
        deployments: [deploy('a', { price }), deploy('b', { price })],
        limits: { requestsPerMinute: 60, burst: 1 },
      },
    );
    const { ledger, cost, latencyMs, usage } = await clock.run(router.chat('Hello'));
    checkSums(ledger);
    expect(ledger.attempts).toHaveLength(2);
    expect(ledger.waits.reduce((sum, { forMs }) => sum + forMs, 0)).toBeGreaterThan(0);
    expect(ledger.durationMs).toBe(latencyMs);
    expect(cost).toEqual(ledger.cost);
    expect(cost).toEqual(addCosts(ledger.attempts.flatMap((attempt) => attempt.cost ?? [])));
    const expected = (usage?.inputTokens ?? 0) * 1000 + (usage?.outputTokens ?? 0) * 2000;
    expect(cost).toEqual({ nanoUsd: expected, exactness: 'priced' });
    expect(ledger).toMatchObject({
      version: 1,
      tenant: 'default',
      cache: 'off',
      servedBy: 'b',
      outcome: 'ok',
      losses: [],
      usage,
    });
    expect(ledger.attempts.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('holds no prompt, no answer and no key', async () => {
    const { clock, router } = createBench(
      [{ name: 'a', apiKey: 'right', latency: steady }, { name: 'b' }],
      {
        deployments: [
          deploy('a', { apiKey: 'key-of-the-lighthouse' }),
          deploy('b', { apiKey: 'key-of-the-pier' }),
        ],
      },
    );
    const events: unknown[] = [];
    router.on('*', (event) => events.push(event));
    const { ledger, text } = await clock.run(router.chat('a prompt about porpoises'));
    const shown = JSON.stringify([ledger, events]);
    for (const secret of ['key-of-the', 'porpoises', text]) expect(shown).not.toContain(secret);
    expect(ledger.attempts[0]?.error?.category).toBe('auth');
  });

  it('does not show a key that the server repeats in its refusal', async () => {
    const { clock, router } = createWireBench(
      { deployments: [deploy('a', { apiKey: 'sk-harbour-1234567890abcdef' })] },
      () => ({
        status: 401,
        body: errorBody(
          'Incorrect API key provided: sk-harbour-1234567890abcdef.',
          'invalid_api_key',
        ),
      }),
    );
    const error = await clock.run(failureOf(router.chat('Hello')));
    expect(JSON.stringify([error.ledger, error.message, String(error.cause)])).not.toContain(
      'sk-harbour-1234567890abcdef',
    );
  });

  it('keeps the id that the provider gave the request', async () => {
    const { clock, router } = createWireBench({ deployments: [deploy('a')] }, () => ({
      headers: { 'x-request-id': 'req_upstream' },
    }));
    const { ledger } = await clock.run(router.chat('Hello'));
    expect(ledger.attempts[0]?.requestId).toBe('req_upstream');
  });

  it('does not change any more once it was handed out', async () => {
    const { clock, router } = createBench([{ name: 'a' }], { deployments: [deploy('a')] });
    const { ledger } = await clock.run(router.chat('Hello'));
    const then = JSON.stringify(ledger);
    await clock.run(router.chat('Hello again'));
    await clock.advance(100_000);
    expect(JSON.stringify(ledger)).toBe(then);
  });

  it('has an id of its own for each request', async () => {
    const { clock, router } = createBench([{ name: 'a' }], { deployments: [deploy('a')] });
    const asks = Array.from({ length: 200 }, () => router.chat('Hello'));
    const ids = (await clock.run(Promise.all(asks))).map(({ ledger }) => ledger.id);
    expect(new Set(ids).size).toBe(200);
  });
});

describe('the ledger of a failure', () => {
  it('sums up as well, whatever ended it', async () => {
    const slow = { medianMs: 60_000, sigma: 0 };
    const config: RouterConfig = {
      deployments: [deploy('a', { price, limits: { maxConcurrent: 1, requestsPerMinute: 60 } })],
    };
    const { clock, router } = createBench([{ name: 'a', latency: slow }], config);
    const controller = new AbortController();
    const errors = Promise.all([
      failureOf(router.chat('runs into its deadline', { timeoutMs: 3000 })),
      failureOf(router.chat('waits, then runs into it', { timeoutMs: 5000 })),
      failureOf(router.chat('waits to the end', { timeoutMs: 1000 })),
      failureOf(router.chat('is aborted', { signal: controller.signal })),
    ]);
    await clock.advance(7000);
    controller.abort();
    const ended = await clock.run(errors);
    expect(ended.map(({ code }) => code)).toEqual([
      'deadline_exceeded',
      'deadline_exceeded',
      'deadline_exceeded',
      'aborted',
    ]);
    for (const { ledger, code } of ended) {
      if (ledger === undefined) throw new Error('there is no ledger');
      expect(ledger.outcome).toBe(code);
      checkSums(ledger);
      expect(ledger.overheadMs).toBeLessThan(0.01);
    }
  });
});

describe('money', () => {
  const run = async (chat: Parameters<typeof createFakeBench>[0]['a']['chat'], priced: boolean) => {
    const { clock, router } = createFakeBench(
      { a: { ...(chat && { chat }) } },
      { deployments: [{ id: 'a', provider: 'a', model: 'm', ...(priced && { price }) }] },
    );
    return clock.run(router.chat('Hello'));
  };

  it('is unknown, never 0, where there is no price', async () => {
    const { cost } = await run(async () => completionOf('fine'), false);
    expect(cost).toEqual({ nanoUsd: null, exactness: 'unknown' });
  });

  it('is unknown where the answer says nothing of its usage', async () => {
    const { usage: _usage, ...bare } = completionOf('fine');
    const { cost, usage } = await run(async () => bare, true);
    expect(cost.exactness).not.toBe('priced');
    expect(cost.nanoUsd).not.toBe(0);
    expect(usage === undefined || usage.outputTokens > 0).toBe(true);
  });

  it('is what the provider reports, where it does', async () => {
    const { cost } = await run(async (_request, call) => {
      call.onCost?.({ nanoUsd: 77, exactness: 'reported' });
      return completionOf('fine');
    }, true);
    expect(cost).toEqual({ nanoUsd: 77, exactness: 'reported' });
  });

  it('of an attempt that nobody saw the end of is not claimed to be nothing', async () => {
    const { clock, router } = createFakeBench(
      {
        a: {
          chat: (_request, { signal }) =>
            clock.sleep(Number.POSITIVE_INFINITY, signal).then(() => completionOf('late')),
        },
        b: {},
      },
      {
        deployments: [
          { id: 'a', provider: 'a', model: 'm', price, timeoutMs: 1000 },
          { id: 'b', provider: 'b', model: 'm', price },
        ],
      },
    );
    const { cost, ledger } = await clock.run(router.chat('Hello'));
    expect(ledger.attempts[0]).toMatchObject({ outcome: 'error', error: { category: 'timeout' } });
    expect(['estimated', 'unknown']).toContain(cost.exactness);
  });
});
