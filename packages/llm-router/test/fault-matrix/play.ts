import { getEventListeners } from 'node:events';
import { createRandom, type ErrorCategory, isRouterError, type Ledger } from '@llm-router/core';
import { createSimulator, type Fault, type Hit } from '@llm-router/simulator';
import { createRouter, type DeploymentConfig, type Router } from 'llm-router';
import type { Cell } from './cells.ts';
import { type CountingClock, createCountingClock } from './counting-clock.ts';
import type { Wire } from './rows.ts';

/** Attempts that one call may make. */
export const budget = 4;

/** Time that one call may take. */
export const totalMs = 600_000;

/** What came of one cell: plain data. */
export interface Played {
  /** `'answer'`, or the code of the error. */
  readonly outcome: string;
  readonly servedBy?: string;
  /** Of the error that the caller got. */
  readonly category?: ErrorCategory;
  readonly status?: number;
  readonly retryAfterMs?: number;
  /** The last status that the simulator sent; 0 where it sent none. */
  readonly sentStatus: number;
  /** What the failed attempts were classified as, each once. */
  readonly met: readonly ErrorCategory[];
  /** Requests that reached each deployment, by the simulator's account. */
  readonly hits: Readonly<Record<string, number>>;
  /** The same by the ledger's. */
  readonly attempts: Readonly<Record<string, number>>;
  readonly elapsedMs: number;
  /** The shortest time between two requests to one deployment. */
  readonly shortestGapMs: number;
  /** What the caller had read, and what the error says of it. */
  readonly read: string;
  readonly partial?: string;
  /** How long the first deployment is left alone from the end of the call on. */
  readonly blockedMs: number;
  /** Whatever should be gone and is not. */
  readonly leaks: readonly string[];
  /** Circuits that are not closed. */
  readonly broken: readonly string[];
}

const baseUrls: Readonly<Record<Wire, Pick<DeploymentConfig, 'provider' | 'baseUrl'>>> = {
  openai: { provider: 'openai-compatible', baseUrl: 'http://simulator.test/v1' },
  anthropic: { provider: 'anthropic', baseUrl: 'http://simulator.test' },
};

/** Plays one cell in virtual time. */
export async function play({ wire, row, phase, scenario }: Cell): Promise<Played> {
  const names = scenario === 'three' || scenario === 'all' ? ['a', 'b', 'c'] : ['a'];
  const clock = createCountingClock();
  const simulator = createSimulator({
    clock,
    models: names.map((name) => ({
      name,
      latency: { medianMs: 100, sigma: 0, betweenTokensMs: 10 },
      outputTokens: { min: 20, max: 20 },
    })),
    faults: faultsOf(row.faults[phase], scenario),
  });
  const router = createRouter(
    {
      deployments: names.map((model) => ({ id: model, model, apiKey: 'key', ...baseUrls[wire] })),
      retry: { maxAttempts: budget },
      timeouts: { totalMs, attemptMs: 8000, firstContentMs: 8000, betweenContentMs: 4000 },
    },
    { clock, random: createRandom(1), fetch: simulator.fetch },
  );
  const startedAt = clock.now();
  const control = new AbortController();
  if (row.abortAfterMs !== undefined) {
    void clock.sleep(row.abortAfterMs).then(() => control.abort(new Error('the caller left')));
  }
  const ended = await clock.run(ask(router, phase !== 'chat', control.signal));
  const elapsedMs = clock.now() - startedAt;
  // Sleeps that nobody waits for any more end by themselves, within a quarter of a second.
  await clock.advance(1000);
  const hits = simulator.hits();
  return {
    ...ended,
    hits: countBy(hits.map(({ model }) => model)),
    sentStatus: hits.at(-1)?.status ?? 0,
    elapsedMs,
    shortestGapMs: shortestGap(hits),
    blockedMs: router.status().deployments[0]?.waitMs ?? 0,
    leaks: findLeaks(router, clock, control.signal, hits),
    broken: router
      .status()
      .deployments.filter(({ circuit }) => circuit !== 'closed')
      .map(({ id, circuit }) => `${id} ${circuit}`),
  };
}

function faultsOf(fault: Fault | undefined, scenario: Cell['scenario']): readonly Fault[] {
  if (fault === undefined) return [];
  if (scenario === 'once') return [{ ...fault, times: 1 }];
  return [scenario === 'three' ? { ...fault, models: ['a'] } : fault];
}

type Ended = Pick<
  Played,
  | 'outcome'
  | 'servedBy'
  | 'category'
  | 'status'
  | 'retryAfterMs'
  | 'met'
  | 'attempts'
  | 'read'
  | 'partial'
>;

async function ask(router: Router, isStream: boolean, signal: AbortSignal): Promise<Ended> {
  let read = '';
  const request = 'How many lanterns hang in the harbour?';
  try {
    if (!isStream) {
      const { ledger, text } = await router.chat(request, { signal });
      return endedWell(ledger, text);
    }
    const stream = router.stream(request, { signal });
    for await (const piece of stream) read += piece.choices[0]?.delta.content ?? '';
    return endedWell((await stream.result).ledger, read);
  } catch (error) {
    if (!isRouterError(error)) throw error;
    const { code, category, status, retryAfterMs, ledger, partial } = error;
    return {
      outcome: code,
      ...(category !== undefined && { category }),
      ...(status !== undefined && { status }),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...factsOf(ledger),
      read,
      ...(partial !== undefined && { partial: partial.text }),
    };
  }
}

function endedWell(ledger: Ledger, read: string): Ended {
  const { servedBy = 'nobody' } = ledger;
  return { outcome: 'answer', servedBy, ...factsOf(ledger), read };
}

function factsOf(ledger: Ledger | undefined): Pick<Ended, 'met' | 'attempts'> {
  const attempts = ledger?.attempts ?? [];
  return {
    met: [...new Set(attempts.flatMap(({ error }) => (error ? [error.category] : [])))],
    attempts: countBy(attempts.map(({ deployment }) => deployment)),
  };
}

function findLeaks(
  router: Router,
  clock: CountingClock,
  signal: AbortSignal,
  hits: readonly Hit[],
): string[] {
  const { queue, requests } = router.status();
  const pools = Object.values(queue.limits);
  const counts = {
    'leases in flight': pools.reduce((sum, { inFlight }) => sum + inFlight, 0),
    'waiters in the queue': queue.queued,
    'running calls': requests.running,
    'sleepers on the clock': clock.asleep,
    "listeners on the caller's signal": getEventListeners(signal, 'abort').length,
    'requests that go on upstream': hits.filter(({ outcome }) => outcome === 'pending').length,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${count} ${what}`],
  );
}

function shortestGap(hits: readonly Hit[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { model, at, endedAt = at } of hits) {
    shortest = Math.min(shortest, at - (last.get(model) ?? Number.NEGATIVE_INFINITY));
    last.set(model, endedAt);
  }
  return shortest;
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
