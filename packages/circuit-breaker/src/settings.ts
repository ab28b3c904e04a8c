import { type Clock, createEmitter, readOptions, systemClock } from '@llm-router/core';
import { countsAsFailure } from './counts-as-failure.ts';
import { type FailureRate, type FailureThreshold, readThreshold } from './failure-threshold.ts';

/** A circuit has changed its state. */
export interface CircuitChanged {
  readonly type: 'circuit-changed';
  /** Epoch milliseconds. A change that time has made is noticed when the circuit is next asked. */
  readonly at: number;
  readonly key: string;
  readonly from: 'closed' | 'open' | 'half-open';
  readonly to: 'closed' | 'open' | 'half-open';
  readonly because: string;
}

export interface CircuitBreakerOptions {
  /** Failures in a row, or a share of the requests in a window. @defaultValue 5 */
  readonly failureThreshold?: FailureThreshold;
  /**
   * So many failures open a circuit that has never seen a success: a wrong address or key need not be
   * tried as often as a good one that stumbles. 1 or more. @defaultValue no less than `failureThreshold`
   */
  readonly unprovenThreshold?: number;
  /** How long an open circuit refuses, in milliseconds; above 0. @defaultValue 30 000 */
  readonly openMs?: number;
  /**
   * The longest that a provider's stated wait (`retryAfterMs` of the error) keeps a circuit open, in
   * milliseconds; never less than `openMs`. @defaultValue 300 000
   */
  readonly maxOpenMs?: number;
  /** Requests in flight at once while half-open; 1 or more. @defaultValue 3 */
  readonly halfOpenProbes?: number;
  /** After this a probe that was never ended gives its place back, in milliseconds. @defaultValue 60 000 */
  readonly probeTimeoutMs?: number;
  /** From the first successful probe to full traffic, in milliseconds; 0 for at once. @defaultValue 10 000 */
  readonly rampMs?: number;
  /** Circuits that are remembered; 1 or more. @defaultValue 1000 */
  readonly maxKeys?: number;
  /** Whether an error speaks against the provider. @defaultValue {@link countsAsFailure} */
  readonly counts?: (error: unknown) => boolean;
  /** Called at each change of state. */
  readonly onChange?: (event: CircuitChanged) => void;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
}

/** The options, checked and with their defaults. */
export interface CircuitSettings
  extends Required<Omit<CircuitBreakerOptions, 'failureThreshold' | 'onChange' | 'maxKeys'>> {
  readonly failureThreshold: number | Required<FailureRate>;
  readonly announce: (event: CircuitChanged) => void;
}

const where = 'createCircuitBreakers';

/**
 * Checks the options.
 *
 * @throws RouterError `invalid_config`
 */
export function readSettings(
  options: CircuitBreakerOptions,
): CircuitSettings & { readonly maxKeys: number } {
  const read = readOptions<CircuitBreakerOptions>(where, options, [
    'failureThreshold',
    'unprovenThreshold',
    'openMs',
    'maxOpenMs',
    'halfOpenProbes',
    'probeTimeoutMs',
    'rampMs',
    'maxKeys',
    'counts',
    'onChange',
    'clock',
  ]);
  const events = createEmitter<CircuitChanged>();
  const onChange = read.callback<CircuitBreakerOptions['onChange']>('onChange', undefined);
  if (onChange !== undefined) events.on('*', onChange);
  return {
    failureThreshold: readThreshold(`${where}: failureThreshold`, options.failureThreshold),
    unprovenThreshold: read.number('unprovenThreshold', {
      default: Number.POSITIVE_INFINITY,
      min: 1,
      integer: true,
      infinite: true,
    }),
    openMs: read.number('openMs', { default: 30_000, min: 0, exclusiveMin: true }),
    maxOpenMs: read.number('maxOpenMs', { default: 300_000, min: 0 }),
    halfOpenProbes: read.number('halfOpenProbes', { default: 3, min: 1, integer: true }),
    probeTimeoutMs: read.number('probeTimeoutMs', { default: 60_000, min: 0, exclusiveMin: true }),
    rampMs: read.number('rampMs', { default: 10_000, min: 0 }),
    maxKeys: read.number('maxKeys', { default: 1000, min: 1, integer: true }),
    counts: read.callback('counts', countsAsFailure),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    announce: (event) => events.emit(event),
  };
}
