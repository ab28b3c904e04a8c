import {
  type ClassifyError,
  type Clock,
  createEmitter,
  invalidConfig,
  type Random,
  readOptions,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import type { ChainEvent } from './chain-event.ts';

/** What a call is given besides the request. */
export interface ChainAttempt {
  /** The provider's name in the chain. */
  readonly provider: string;
  /** 1 for the first at this provider. */
  readonly number: number;
  /** Aborts with the caller's signal, at the deadline and when the attempt takes too long. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline: number | undefined;
}

/** One request to one provider: no retries of its own, and it fails by throwing. */
export type ChainCall<Input, Output> = (request: Input, attempt: ChainAttempt) => Promise<Output>;

/** One link of the chain. */
export interface ChainProvider<Input, Output> {
  /** Unique in the chain. */
  readonly name: string;
  /** Lower goes first; equals keep their order. @defaultValue 0 */
  readonly priority?: number;
  /** Retries after the first attempt, a whole number of 0 or more. @defaultValue 2 */
  readonly maxRetries?: number;
  /** Delay before the first retry, in milliseconds; doubles from retry to retry. @defaultValue 1000 */
  readonly baseDelayMs?: number;
  readonly call: ChainCall<Input, Output>;
}

export interface FallbackChainOptions<Input, Output> {
  /** At least one. */
  readonly providers: readonly ChainProvider<Input, Output>[];
  /** No delay is longer, unless the provider says so, in milliseconds. @defaultValue 60 000 */
  readonly maxDelayMs?: number;
  /** One attempt, in milliseconds; above 0, `Infinity` for no limit. @defaultValue 300 000 */
  readonly attemptTimeoutMs?: number;
  /** @defaultValue that of `@llm-router/retry` */
  readonly classify?: ClassifyError;
  /** Called for failures and fallbacks, for the log. */
  readonly onEvent?: (event: ChainEvent) => void;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** @defaultValue `Math.random` */
  readonly random?: Random;
}

/** The options, checked and with their defaults, the providers in the order in which they are asked. */
export interface Chain<Input, Output> {
  readonly providers: readonly Required<ChainProvider<Input, Output>>[];
  readonly maxDelayMs: number;
  readonly attemptTimeoutMs: number;
  readonly classify: ClassifyError | undefined;
  readonly announce: (event: ChainEvent) => void;
  readonly clock: Clock;
  readonly random: Random;
}

const where = 'createFallbackChain';

/**
 * Checks the options.
 *
 * @throws RouterError `invalid_config`
 */
export function readChainOptions<Input, Output>(
  options: FallbackChainOptions<Input, Output>,
): Chain<Input, Output> {
  const read = readOptions<FallbackChainOptions<Input, Output>>(where, options, [
    'providers',
    'maxDelayMs',
    'attemptTimeoutMs',
    'classify',
    'onEvent',
    'clock',
    'random',
  ]);
  if (!Array.isArray(options.providers) || options.providers.length === 0) {
    read.fail('providers', 'a list of at least one provider');
  }
  const events = createEmitter<ChainEvent>();
  const onEvent = read.callback<((event: ChainEvent) => void) | undefined>('onEvent', undefined);
  if (onEvent !== undefined) events.on('*', onEvent);
  return {
    providers: readProviders(options.providers),
    maxDelayMs: read.number('maxDelayMs', { default: 60_000, min: 0 }),
    attemptTimeoutMs: read.number('attemptTimeoutMs', {
      default: 300_000,
      min: 0,
      exclusiveMin: true,
      infinite: true,
    }),
    classify: read.callback<ClassifyError | undefined>('classify', undefined),
    announce: (event) => events.emit(event),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    random: read.callback('random', systemRandom),
  };
}

function readProviders<Input, Output>(
  providers: readonly ChainProvider<Input, Output>[],
): readonly Required<ChainProvider<Input, Output>>[] {
  const names = new Set<string>();
  const checked = providers.map((provider, index) => {
    const place = `${where}: providers[${index}]`;
    const read = readOptions<ChainProvider<Input, Output>>(place, provider, [
      'name',
      'priority',
      'maxRetries',
      'baseDelayMs',
      'call',
    ]);
    const { name, call } = provider;
    if (typeof name !== 'string' || name === '') read.fail('name', 'a text that is not empty');
    if (names.has(name)) throw invalidConfig(`${place}: name`, name, 'a name that no other has');
    names.add(name);
    if (typeof call !== 'function') read.fail('call', 'a function');
    return {
      name,
      call,
      priority: read.number('priority', { default: 0 }),
      maxRetries: read.number('maxRetries', { default: 2, min: 0, integer: true }),
      baseDelayMs: read.number('baseDelayMs', { default: 1000, min: 0 }),
    };
  });
  return checked.sort((a, b) => a.priority - b.priority);
}
