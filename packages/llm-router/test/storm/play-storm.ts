import { getEventListeners } from 'node:events';
import { createRandom, isRouterError, type Ledger, type RouterError } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { type CallOptions, createRouter, type Router } from 'llm-router';
import { type CountingClock, createCountingClock } from '../fault-matrix/counting-clock.ts';
import type { Ask, Storm } from './draw-storm.ts';

/** How a call ended, as its caller saw it. */
export interface Ending {
  readonly ask: Ask;
  readonly startedAt: number;
  readonly endedAt: number;
  /** `'ok'`, or the code of the error. */
  readonly code: string;
  readonly ledger: Ledger | undefined;
  /** Whether the caller had aborted, or left the loop. */
  readonly hasLeft: boolean;
  readonly error?: RouterError;
}

/** A storm that is over, and what was left of it. */
export interface Aftermath {
  readonly storm: Storm;
  readonly startedAt: number;
  readonly endings: readonly Ending[];
  /** Requests that reached the wire, by the number of the call. */
  readonly sent: ReadonlyMap<number, number>;
  /** How often the router told that a call began and ended, by the ledger's id. */
  readonly told: ReadonlyMap<string, { readonly began: number; readonly ended: number }>;
  readonly succeeded: number;
  readonly failed: number;
  /** Whatever should be gone and is not. */
  readonly leaks: readonly string[];
  /** What does not answer in calm weather, or whose circuit is not closed then. */
  readonly unrepaired: readonly string[];
  readonly cpuMs: number;
}

/** Longer than any quota is blocked for. */
const calmMs = 33 * 86_400_000;

/** Plays a storm in virtual time, waits until the weather is calm, and looks at what is left. */
export async function playStorm(storm: Storm): Promise<Aftermath> {
  const before = process.cpuUsage();
  const clock = createCountingClock();
  const { models, weather, seed } = storm;
  const simulator = createSimulator({ models, faults: weather, seed, clock });
  const sent = new Map<number, number>();
  const fetch: typeof globalThis.fetch = (input, init) => {
    const number = /#(\d+) /.exec(String(init?.body))?.[1];
    if (number !== undefined) sent.set(Number(number), (sent.get(Number(number)) ?? 0) + 1);
    return simulator.fetch(input, init);
  };
  const router = createRouter(storm.config, { clock, random: createRandom(seed), fetch });
  const told = listen(router);
  const startedAt = clock.now();
  const shared = storm.sharedAborts.map(() => new AbortController());
  const controllers = [...shared];

  async function ask(one: Ask): Promise<Ending> {
    await clock.sleep(one.arrivesMs);
    const own = one.shares === undefined ? new AbortController() : shared[one.shares];
    const control = own ?? new AbortController();
    if (one.shares === undefined) controllers.push(control);
    const ending = take(router, one, control.signal, clock);
    if (one.abortMs !== undefined) {
      await clock.sleep(one.abortMs);
      control.abort(new Error('the caller left'));
    }
    return ending;
  }

  const aborts = storm.sharedAborts.map(async (atMs, index) => {
    if (atMs === undefined) return;
    await clock.sleep(atMs);
    shared[index]?.abort(new Error('all of them left'));
  });
  const updates = storm.updates.map(async ({ atMs, config }) => {
    await clock.sleep(atMs);
    router.update(config);
  });
  const asked = Promise.all(storm.asks.map(ask));
  const [endings] = await clock.run(Promise.all([asked, ...aborts, ...updates]));
  // Sleeps that nobody waits for any more end by themselves, within a quarter of a second.
  await clock.advance(1000);
  const leaks = findLeaks(router, clock, controllers);
  const pending = simulator.hits().filter(({ outcome }) => outcome === 'pending').length;
  if (pending > 0) leaks.push(`${pending} requests that go on upstream`);
  const { succeeded, failed } = router.status().requests;
  simulator.update({ faults: [] });
  const unrepaired = await findUnrepaired(router, clock);
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000;
  return {
    ...{ storm, startedAt, endings, sent, told, succeeded, failed, leaks, unrepaired, cpuMs },
  };
}

function listen(router: Router): Map<string, { began: number; ended: number }> {
  const told = new Map<string, { began: number; ended: number }>();
  const count = (id: string | undefined, what: 'began' | 'ended') => {
    const counts = told.get(id ?? '') ?? { began: 0, ended: 0 };
    counts[what] += 1;
    told.set(id ?? '', counts);
  };
  router.on('request-started', ({ ledgerId }) => count(ledgerId, 'began'));
  router.on('request-ended', ({ ledgerId }) => count(ledgerId, 'ended'));
  return told;
}

/** Makes one call and reads its answer as callers do. */
async function take(
  router: Router,
  ask: Ask,
  signal: AbortSignal,
  clock: CountingClock,
): Promise<Ending> {
  const { index, kind, timeoutMs, tenant, priority, model, maxAttempts, fallback } = ask;
  const content = `#${index} ${'oar '.repeat(ask.words)}`;
  const request = { messages: [{ role: 'user' as const, content }], ...(model && { model }) };
  const options: CallOptions = {
    ...{ timeoutMs, tenant, priority, signal },
    ...(maxAttempts !== undefined && { maxAttempts }),
    ...(fallback !== undefined && { fallback }),
  };
  const startedAt = clock.now();
  let isLeft = false;
  const end = (code: string, ledger: Ledger | undefined) => ({
    ...{ ask, startedAt, endedAt: clock.now(), code, ledger, hasLeft: isLeft || signal.aborted },
  });
  try {
    if (kind === 'chat') return end('ok', (await router.chat(request, options)).ledger);
    const stream = router.stream(request, options);
    if (kind === 'result') return end('ok', (await stream.result).ledger);
    let pieces = 0;
    for await (const _piece of stream) {
      pieces += 1;
      if (kind === 'leave' && pieces === 3) {
        isLeft = true;
        break;
      }
    }
    return end('ok', (await stream.result).ledger);
  } catch (error) {
    if (!isRouterError(error)) throw error;
    return { ...end(error.code, error.ledger), error };
  }
}

function findLeaks(
  router: Router,
  clock: CountingClock,
  controllers: readonly AbortController[],
): string[] {
  const { queue, requests } = router.status();
  const counts = {
    'leases in flight': Object.values(queue.limits).reduce((sum, pool) => sum + pool.inFlight, 0),
    'waiters in the queue': queue.queued,
    'running calls': requests.running,
    'sleepers on the clock': clock.asleep,
    "listeners on the callers' signals": controllers.reduce(
      (sum, { signal }) => sum + getEventListeners(signal, 'abort').length,
      0,
    ),
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${count} ${what}`],
  );
}

/** In calm weather every deployment answers again, and its circuit closes. */
async function findUnrepaired(router: Router, clock: CountingClock): Promise<string[]> {
  await clock.advance(calmMs);
  const wrong: string[] = [];
  for (const { id } of router.status().deployments) {
    const messages = [{ role: 'user' as const, content: 'Is it calm?' }];
    const asked = router.chat({ model: id, messages }, { timeoutMs: 60_000, fallback: false });
    const code = await clock.run(
      asked.then(
        () => 'ok',
        (error) => (isRouterError(error) ? error.code : String(error)),
      ),
    );
    if (code !== 'ok') wrong.push(`${id} ends with ${code}`);
  }
  for (const { id, circuit } of router.status().deployments) {
    if (circuit !== 'closed') wrong.push(`the circuit of ${id} is ${circuit}`);
  }
  return wrong;
}
