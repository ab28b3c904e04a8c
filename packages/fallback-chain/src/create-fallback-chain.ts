import { createAlarms, readOptions } from '@llm-router/core';
import { askProvider, type Bounds } from './ask-provider.ts';
import { aborted, allExhausted, type End, endAfter, tooLate } from './chain-end.ts';
import {
  type ChainProvider,
  type FallbackChainOptions,
  readChainOptions,
} from './chain-options.ts';
import { FallbackChainError, type ProviderFailure } from './fallback-chain-error.ts';

/** What bounds one request. */
export interface ChainContext {
  readonly signal?: AbortSignal;
  /** Epoch milliseconds; nothing goes on past it. */
  readonly deadline?: number;
  /** Calls that the request may cost at all providers together; 1 or more. @defaultValue no limit */
  readonly maxAttempts?: number;
}

export interface ChainAnswer<Output> {
  readonly response: Output;
  /** The name of the provider that answered. */
  readonly provider: string;
  /** Calls made at all providers, the good one included. */
  readonly attempts: number;
}

/** Providers in order, asked until one answers. */
export interface FallbackChain<Input, Output> {
  /** @throws FallbackChainError with each provider's reason */
  execute(request: Input, context?: ChainContext): Promise<ChainAnswer<Output>>;
}

/**
 * Makes a chain: the provider with the lowest priority number is asked first, with its own retries and
 * delays, and the next one when it is exhausted or cannot help.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const chain = createFallbackChain({
 *   providers: [
 *     { name: 'kimi-k2', priority: 1, maxRetries: 2, baseDelayMs: 5000, call: askKimi },
 *     { name: 'glm-4.7', priority: 2, maxRetries: 3, baseDelayMs: 2000, call: askGlm },
 *   ],
 * });
 * const { response, provider, attempts } = await chain.execute({ messages });
 */
export function createFallbackChain<Input, Output>(
  options: FallbackChainOptions<Input, Output>,
): FallbackChain<Input, Output> {
  const chain = readChainOptions(options);
  const alarms = createAlarms(chain.clock);
  const { providers, clock } = chain;

  async function execute(request: Input, context: ChainContext): Promise<ChainAnswer<Output>> {
    const { signal, deadline, maxAttempts } = readContext(context);
    const failures: ProviderFailure[] = [];
    let attempts = 0;

    function fail({ code, what }: End): FallbackChainError {
      chain.announce({ type: 'chain-failed', at: clock.now(), code, attempts });
      const cause = code === 'aborted' ? signal?.reason : undefined;
      return new FallbackChainError(code, what, failures, cause);
    }

    for (let index = 0; ; index++) {
      if (signal?.aborted) throw fail(aborted);
      if (deadline !== undefined && clock.now() >= deadline) throw fail(tooLate);
      const provider = providers[index] as Required<ChainProvider<Input, Output>>;
      const bounds: Bounds = { signal, deadline, attemptsLeft: maxAttempts - attempts };
      const asked = await askProvider(provider, request, bounds, chain, alarms);
      if (asked.ok) {
        const { response } = asked;
        return { response, provider: provider.name, attempts: attempts + asked.attempts };
      }
      attempts += asked.failure.attempts;
      failures.push(asked.failure);
      const next = providers[index + 1];
      const end = endAfter(asked, {
        providersAsked: failures.length,
        hasNext: next !== undefined,
        attemptsLeft: maxAttempts - attempts,
        nowMs: clock.now(),
      });
      if (end !== undefined || next === undefined) throw fail(end ?? allExhausted(failures.length));
      chain.announce({
        type: 'fell-back',
        at: clock.now(),
        from: provider.name,
        to: next.name,
        because: asked.failure.classification,
      });
    }
  }

  return { execute: (request, context = {}) => execute(request, context) };
}

function readContext(context: ChainContext) {
  const read = readOptions<ChainContext>('execute', context, ['signal', 'deadline', 'maxAttempts']);
  return {
    signal: context.signal,
    deadline: read.optionalNumber('deadline', { min: 0 }),
    maxAttempts: read.number('maxAttempts', {
      default: Number.POSITIVE_INFINITY,
      min: 1,
      integer: true,
      infinite: true,
    }),
  };
}
