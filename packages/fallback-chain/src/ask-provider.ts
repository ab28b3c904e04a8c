import {
  type Alarms,
  createAbortScope,
  isRouterError,
  type RouterErrorCode,
} from '@llm-router/core';
import { type Attempt, type FailedAttempt, retry } from '@llm-router/retry';
import type { Chain, ChainProvider } from './chain-options.ts';
import type { ProviderFailure } from './fallback-chain-error.ts';

/** How one provider did, its retries included. */
export type Asked<Output> =
  | { readonly ok: true; readonly response: Output; readonly attempts: number }
  | { readonly ok: false; readonly code: RouterErrorCode; readonly failure: ProviderFailure };

/** What bounds the whole request. */
export interface Bounds {
  readonly signal: AbortSignal | undefined;
  /** Epoch milliseconds. */
  readonly deadline: number | undefined;
  readonly attemptsLeft: number;
}

/** Asks one provider, with its own retries and delays, within what is left of the request's bounds. */
export async function askProvider<Input, Output>(
  provider: Required<ChainProvider<Input, Output>>,
  request: Input,
  bounds: Bounds,
  chain: Chain<Input, Output>,
  alarms: Alarms,
): Promise<Asked<Output>> {
  const { signal, deadline, attemptsLeft } = bounds;
  const met: { attempts: number; history: readonly FailedAttempt[] } = { attempts: 0, history: [] };
  try {
    const response = await retry(
      (attempt) => callInTime(provider, request, attempt, chain, alarms),
      {
        maxAttempts: Math.min(1 + provider.maxRetries, attemptsLeft),
        backoff: {
          baseMs: provider.baseDelayMs,
          maxMs: chain.maxDelayMs,
          jitter: 'above',
          ratio: 0.25,
          random: chain.random,
        },
        clock: chain.clock,
        ...(signal !== undefined && { signal }),
        ...(deadline !== undefined && { deadline }),
        ...(chain.classify !== undefined && { classify: chain.classify }),
        onRetry: ({ history, delayMs }) => announce(history, delayMs),
        onSuccess({ attempts }) {
          met.attempts = attempts;
        },
        onFailure({ history }) {
          met.history = history;
          announce(history);
        },
      },
    );
    return { ok: true, response, attempts: met.attempts };
  } catch (thrown) {
    const last = met.history.at(-1);
    if (last === undefined || !isRouterError(thrown)) throw thrown;
    const { error, classification } = last;
    const failure = {
      provider: provider.name,
      attempts: met.history.length,
      classification,
      error,
    };
    return { ok: false, code: thrown.code, failure };
  }

  function announce(history: readonly FailedAttempt[], delayMs?: number): void {
    const last = history.at(-1);
    if (last === undefined) return;
    chain.announce({
      type: 'attempt-failed',
      at: last.at,
      provider: provider.name,
      attempt: last.number,
      because: last.classification,
      ...(delayMs !== undefined && { delayMs }),
    });
  }
}

/** One attempt; it counts as timed out after its time even where the call does not listen. */
async function callInTime<Input, Output>(
  { name, call }: Required<ChainProvider<Input, Output>>,
  request: Input,
  { number, signal, deadline }: Attempt,
  { clock, attemptTimeoutMs }: Chain<Input, Output>,
  alarms: Alarms,
): Promise<Output> {
  const isBounded = attemptTimeoutMs !== Number.POSITIVE_INFINITY;
  const scope = createAbortScope(alarms, {
    signal,
    deadline: isBounded ? clock.now() + attemptTimeoutMs : undefined,
    onDeadline: () =>
      new DOMException(`${name} gave no answer within ${attemptTimeoutMs} ms`, 'TimeoutError'),
  });
  try {
    const attempt = { provider: name, number, signal: scope.signal, deadline };
    return await scope.race(call(request, attempt));
  } finally {
    scope.end();
  }
}
