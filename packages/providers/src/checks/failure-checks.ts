import { type ErrorClassification, hasMethods, type ProviderResponse } from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { isObject } from '../json.ts';
import type { CheckBench } from './check-bench.ts';
import { findSecret } from './find-secret.ts';
import { type ObservedCall, observeCall, ways } from './observe-call.ts';
import type { TrialName } from './provider-trials.ts';

/** Servers that end every call by themselves. */
const ending = ['answering', 'refusing', 'cut', 'broken'] as const satisfies readonly TrialName[];

/** What `retry-after: 7` says. */
const statedWaitMs = 7000;

/** The router waits exactly as long as the provider said, and blocks the account meanwhile. */
export async function expectRateLimit(bench: CheckBench): Promise<void> {
  for (const way of ways) {
    const call = await observeCall(bench, 'refusing', way);
    const { category, retryAfterMs } = classify(bench, call);
    if (category !== 'rate_limit') {
      throw new Error(
        `${call.what} rejects with what counts as '${category}', not as 'rate_limit'`,
      );
    }
    if (retryAfterMs !== statedWaitMs) {
      throw new Error(
        `${call.what} rejects with a wait of ${retryAfterMs} ms; the server said 'retry-after: 7', which is ${statedWaitMs}`,
      );
    }
  }
}

/** Half an answer must never pass for a whole one, and another provider must get its chance. */
export async function expectThrown(bench: CheckBench, server: 'cut' | 'broken'): Promise<void> {
  for (const way of ways) {
    const call = await observeCall(bench, server, way);
    const { category, failover } = classify(bench, call);
    if (category === 'unknown' || !failover) {
      throw new Error(
        `${call.what} rejects with what counts as '${category}'; throw something with a status of 502, or with a code such as 'ECONNRESET'`,
      );
    }
  }
}

/** Limits are learned from the headers, of refusals above all. */
export async function expectTold(bench: CheckBench, overHttp: boolean): Promise<void> {
  await observeEach(bench, ({ what, told, toldInTime }) => {
    if (told.length > 1) throw new Error(`${what} calls onResponse ${told.length} times`);
    if (overHttp && told.length === 0) throw new Error(`${what} never calls onResponse`);
    if (toldInTime < told.length) throw new Error(`${what} calls onResponse after its outcome`);
    for (const response of told) expectResponse(what, response);
  });
}

function expectResponse(what: string, response: ProviderResponse): void {
  if (!isObject(response) || !Number.isInteger(response.status)) {
    throw new Error(`${what} calls onResponse without a whole number as status`);
  }
  const { headers } = response;
  if (!hasMethods(headers, ['get', 'has', 'forEach']) || typeof headers.size !== 'number') {
    throw new Error(`${what} calls onResponse with headers that are no Map`);
  }
  headers.forEach((value, name) => {
    if (typeof value !== 'string' || name !== name.toLowerCase()) {
      throw new Error(
        `${what} tells the header '${name}', expected lower case and a text as value`,
      );
    }
  });
}

/** Retries belong to the router, which counts them and knows their limits. */
export async function expectOneRequest(bench: CheckBench): Promise<void> {
  await observeEach(bench, ({ what, sent }) => {
    const requests = sent() ?? 1;
    if (requests !== 1) throw new Error(`${what} sends ${requests} requests, expected one`);
  });
}

/** Errors are logged, and shown to clients. */
export async function expectNoSecret(bench: CheckBench, secrets: readonly string[]): Promise<void> {
  const expectNone = ({ what, outcome }: ObservedCall) => {
    const place = outcome.ok ? undefined : findSecret(outcome.error, secrets);
    if (place !== undefined) throw new Error(`${what} throws what shows a key: ${place}`);
  };
  await observeEach(bench, expectNone);
  for (const way of ways) {
    expectNone(await observeCall(bench, 'answering', way, { signal: AbortSignal.abort() }));
  }
}

/** Looks at one call after the other, both ways, before each server that ends it by itself. */
async function observeEach(bench: CheckBench, look: (call: ObservedCall) => void): Promise<void> {
  for (const server of ending.filter(bench.has)) {
    for (const way of ways) {
      const call = await observeCall(bench, server, way);
      // What comes too late, or once too often, needs the time to come.
      await bench.pause();
      look(call);
    }
  }
}

/** What the failure of a call means to the router. */
function classify(bench: CheckBench, call: ObservedCall): ErrorClassification {
  const { what, provider, outcome } = call;
  if (outcome.ok) throw new Error(`${what} ends as if the answer were complete`);
  return classifyError(outcome.error, { provider, now: bench.now() });
}
