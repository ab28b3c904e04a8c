import {
  type ClassifyError,
  type Clock,
  createEmitter,
  type ErrorClassification,
  type Random,
  readOptions,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import { countsAsOutage } from './counts-as-outage.ts';

/** A key has become healthy or unhealthy. */
export interface HealthChanged {
  readonly type: 'health-changed';
  /** Epoch milliseconds. A recovery by time is noticed when the key is next asked for. */
  readonly at: number;
  readonly key: string;
  readonly to: 'healthy' | 'unhealthy';
  readonly because: string;
}

/** A cheap request that shows whether `key` is there; it throws where it is not. */
export type Probe = (key: string, options: { readonly signal: AbortSignal }) => Promise<unknown>;

export interface HealthCheckerOptions {
  /** Weight of the newest outcome; above 0, up to 1. @defaultValue 0.2 */
  readonly smoothing?: number;
  /** Time in which half of what the score lacks is forgiven, in milliseconds. @defaultValue 60 000 */
  readonly halfLifeMs?: number;
  /** A failure that takes the score below this makes unhealthy; above 0, below 1. @defaultValue 0.5 */
  readonly unhealthyBelow?: number;
  /** Successes that take the score to this make healthy before the cooldown ends. @defaultValue 0.8 */
  readonly healthyFrom?: number;
  /** From the last failure until it is healthy again by itself, in milliseconds. @defaultValue 30 000 */
  readonly cooldownMs?: number;
  /** Failures remembered for each key; 0 or more. @defaultValue 20 */
  readonly historySize?: number;
  /** Keys that are remembered; 1 or more. @defaultValue 1000 */
  readonly maxKeys?: number;
  /** Whether a failure lowers the score. @defaultValue {@link countsAsOutage} */
  readonly counts?: (error: ErrorClassification | undefined) => boolean;
  /** What `probe` and the periodic probes do. Without it there are none. */
  readonly probe?: Probe;
  /** Reads what a probe throws. @defaultValue none: every failed probe counts */
  readonly classify?: ClassifyError;
  /** Between two periodic probes of a key, in milliseconds. @defaultValue 10 000 */
  readonly probeIntervalMs?: number;
  /** Spread of the interval around itself; 0 to 1. @defaultValue 0.1 */
  readonly probeJitter?: number;
  /** A probe that takes longer has failed, in milliseconds. @defaultValue 10 000 */
  readonly probeTimeoutMs?: number;
  /** Which keys the periodic probes ask: a probe may cost money. @defaultValue `'unhealthy'` */
  readonly probeWhen?: 'unhealthy' | 'always';
  /** Called at each change. */
  readonly onChange?: (event: HealthChanged) => void;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** @defaultValue `Math.random` */
  readonly random?: Random;
}

/** The options, checked and with their defaults. */
export interface HealthSettings
  extends Required<Omit<HealthCheckerOptions, 'onChange' | 'probe' | 'classify' | 'maxKeys'>> {
  readonly probe: Probe | undefined;
  readonly classify: ClassifyError | undefined;
  readonly announce: (event: HealthChanged) => void;
}

/**
 * Checks the options.
 *
 * @throws RouterError `invalid_config`
 */
export function readSettings(
  options: HealthCheckerOptions,
): HealthSettings & { readonly maxKeys: number } {
  const read = readOptions<HealthCheckerOptions>('createHealthChecker', options, [
    'smoothing',
    'halfLifeMs',
    'unhealthyBelow',
    'healthyFrom',
    'cooldownMs',
    'historySize',
    'maxKeys',
    'counts',
    'probe',
    'classify',
    'probeIntervalMs',
    'probeJitter',
    'probeTimeoutMs',
    'probeWhen',
    'onChange',
    'clock',
    'random',
  ]);
  const positive = { min: 0, exclusiveMin: true } as const;
  const unhealthyBelow = read.number('unhealthyBelow', { default: 0.5, ...positive, max: 1 });
  if (unhealthyBelow === 1) read.fail('unhealthyBelow', 'a number below 1');
  const events = createEmitter<HealthChanged>();
  const onChange = read.callback<HealthCheckerOptions['onChange']>('onChange', undefined);
  if (onChange !== undefined) events.on('*', onChange);
  return {
    smoothing: read.number('smoothing', { default: 0.2, ...positive, max: 1 }),
    halfLifeMs: read.number('halfLifeMs', { default: 60_000, ...positive }),
    unhealthyBelow,
    healthyFrom: read.number('healthyFrom', {
      default: Math.max(0.8, unhealthyBelow),
      min: unhealthyBelow,
      max: 1,
    }),
    cooldownMs: read.number('cooldownMs', { default: 30_000, ...positive }),
    historySize: read.number('historySize', { default: 20, min: 0, integer: true }),
    maxKeys: read.number('maxKeys', { default: 1000, min: 1, integer: true }),
    counts: read.callback('counts', countsAsOutage),
    probe: read.callback<Probe | undefined>('probe', undefined),
    classify: read.callback<ClassifyError | undefined>('classify', undefined),
    probeIntervalMs: read.number('probeIntervalMs', { default: 10_000, ...positive }),
    probeJitter: read.number('probeJitter', { default: 0.1, min: 0, max: 1 }),
    probeTimeoutMs: read.number('probeTimeoutMs', { default: 10_000, ...positive }),
    probeWhen: read.oneOf('probeWhen', ['unhealthy', 'always'], 'unhealthy'),
    announce: (event) => events.emit(event),
    clock: read.object('clock', ['now', 'sleep'], systemClock),
    random: read.callback('random', systemRandom),
  };
}
