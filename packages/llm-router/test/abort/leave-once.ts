import { getEventListeners } from 'node:events';
import { isRouterError } from '@llm-router/core';
import { createRouter, type Router } from 'llm-router';
import { deploy } from '../support.ts';
import type { SilentHost, SilentPort } from './hosts.ts';
import type { Phase } from './phases.ts';

/** What came of a call whose caller left. */
export interface Left {
  /** The code of its error. */
  readonly code: string;
  /** From the abort until the call ended. */
  readonly endedAfterMs: number;
  /** From the abort until the host saw its connection close; absent where there was no request. */
  readonly closedAfterMs?: number;
  /** Whatever should be gone and is not. */
  readonly leaks: readonly string[];
}

/** Makes one call, leaves it in the given phase, and waits until the host has seen it. */
export async function leaveOnce(phase: Phase, host: SilentHost, port: SilentPort): Promise<Left> {
  const isConnecting = phase.moment === 'while connecting';
  let onHeaders: (() => void) | undefined;
  const headers = new Promise<void>((resolve) => {
    onHeaders = resolve;
  });
  const router = createRouter(
    {
      deployments: [
        deploy(phase.model, {
          baseUrl: isConnecting ? port.url : host.url,
          limits: { maxConcurrent: 1 },
        }),
      ],
      // What is known to stay behind in mid-stream then keeps no process up for a minute.
      timeouts: { betweenContentMs: 2000 },
    },
    {
      async fetch(input, init) {
        const response = await fetch(input, init);
        onHeaders?.();
        return response;
      },
    },
  );
  const control = new AbortController();
  const before = phase.moment === 'in the queue' ? await occupy(router, host) : undefined;
  const arrival = phase.isUpstream ? host.next() : undefined;
  const connection = isConnecting ? port.next() : undefined;
  if (phase.moment === 'before sending') control.abort();
  let leftAt = performance.now();
  const leave = () => {
    leftAt = performance.now();
    if (phase.by === 'signal') control.abort();
  };
  const calling = call(router, phase, control.signal, leave).then((code) => ({
    code,
    at: performance.now(),
  }));
  if (phase.moment === 'in the queue') await until(() => router.status().queue.queued === 1);
  // A connection that stands already is used again, and none is waited for.
  if (isConnecting) await Promise.race([connection, inMs(20)]);
  const request = await arrival;
  if (phase.moment === 'before content') await headers;
  if (phase.moment !== 'before sending' && phase.moment !== 'in mid-stream') leave();
  const ended = await calling;
  const closedAt = await request?.closed;
  await before?.end();
  return {
    code: ended.code,
    endedAfterMs: ended.at - leftAt,
    ...(closedAt !== undefined && { closedAfterMs: closedAt - leftAt }),
    leaks: findLeaks(router, control.signal),
  };
}

/** A call that takes the one slot, so that the next has to wait. */
async function occupy(router: Router, host: SilentHost) {
  const control = new AbortController();
  const arrival = host.next();
  const occupant = router.chat('First', { signal: control.signal }).catch(() => undefined);
  const { closed } = await arrival;
  return {
    async end() {
      control.abort();
      await Promise.all([occupant, closed]);
    },
  };
}

/** Calls, and leaves by itself in mid-stream. Answers how it ended. */
async function call(
  router: Router,
  { kind, by, moment }: Phase,
  signal: AbortSignal,
  leave: () => void,
): Promise<string> {
  try {
    if (kind === 'chat') {
      await router.chat('Hello', { signal });
      return 'ok';
    }
    const stream = router.stream('Hello', { signal });
    if (kind === 'result') {
      void stream.committed.then(leave, () => {});
      await stream.result;
      return 'ok';
    }
    for await (const _piece of stream) {
      if (moment === 'in mid-stream') leave();
      if (by === 'loop') break;
    }
    await stream.result;
    return 'ok';
  } catch (error) {
    return isRouterError(error) ? error.code : String(error);
  }
}

function findLeaks(router: Router, signal: AbortSignal): string[] {
  const { queue, requests } = router.status();
  const counts = {
    'leases in flight': Object.values(queue.limits).reduce((sum, pool) => sum + pool.inFlight, 0),
    'waiters in the queue': queue.queued,
    'running calls': requests.running,
    "listeners on the caller's signal": getEventListeners(signal, 'abort').length,
  };
  return Object.entries(counts).flatMap(([what, count]) =>
    count === 0 ? [] : [`${count} ${what}`],
  );
}

const inMs = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve));
}
