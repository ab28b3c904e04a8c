import {
  type Backoff,
  invalidConfig,
  type Random,
  readOptions,
  systemRandom,
} from '@llm-router/core';

/** How the delay is spread, so that clients that failed together do not come back together. */
export type Jitter = 'none' | 'full' | 'equal' | 'around' | 'above' | 'decorrelated';

/** The shape of the delays. */
export interface BackoffOptions {
  /** Delay before the first retry, without jitter; 0 or more. @defaultValue 1000 */
  readonly baseMs?: number;
  /** Growth from one retry to the next; 1 or more. `decorrelated` does not use it. @defaultValue 2 */
  readonly factor?: number;
  /** No delay is longer, unless the server says so; 0 or more. @defaultValue 60000 */
  readonly maxMs?: number;
  /** @defaultValue `'full'` */
  readonly jitter?: Jitter;
  /** Spread of `around` and `above`; 0 to 1. @defaultValue 0.25 */
  readonly ratio?: number;
  /** @defaultValue the host's chance */
  readonly random?: Random;
}

interface Shape {
  readonly baseMs: number;
  readonly maxMs: number;
  readonly ratio: number;
  readonly random: Random;
  /** The delay of a retry without jitter. */
  readonly ceilingMs: (attempt: number) => number;
}

/** Growth of one step of the decorrelated walk, as the source has it. */
const walkFactor = 3;

/** Steps after which the walk no longer depends on where it began. */
const walkSteps = 64;

const delays: Readonly<Record<Jitter, (shape: Shape, attempt: number) => number>> = {
  none: (shape, attempt) => shape.ceilingMs(attempt),
  full: (shape, attempt) => shape.random() * shape.ceilingMs(attempt),
  equal: (shape, attempt) => ((1 + shape.random()) / 2) * shape.ceilingMs(attempt),
  around: (shape, attempt) =>
    (1 + shape.ratio * (2 * shape.random() - 1)) * shape.ceilingMs(attempt),
  above: (shape, attempt) => (1 + shape.ratio * shape.random()) * shape.ceilingMs(attempt),
  decorrelated: walk,
};

/**
 * Makes a pure function from the number of a retry (1 is the first) to the milliseconds to wait.
 *
 * Exponential backoff with the jitters of Marc Brooker, "Exponential Backoff And Jitter", AWS
 * Architecture Blog, 2015. The server's hint is a floor after jitter and may exceed `maxMs`.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const backoff = createBackoff({ baseMs: 500, jitter: 'equal' });
 * await clock.sleep(backoff(attempt, { retryAfterMs: 7000 })); // 7 seconds or more
 */
export function createBackoff(options: BackoffOptions = {}): Backoff {
  const read = readOptions('createBackoff', options, [
    'baseMs',
    'factor',
    'maxMs',
    'jitter',
    'ratio',
    'random',
  ]);
  const baseMs = read.number('baseMs', { default: 1000, min: 0 });
  const factor = read.number('factor', { default: 2, min: 1 });
  const maxMs = read.number('maxMs', { default: 60_000, min: 0 });
  const jitter = read.oneOf('jitter', Object.keys(delays) as Jitter[], 'full');
  const ratio = read.number('ratio', { default: 0.25, min: 0, max: 1 });
  const random = checked(read.callback('random', systemRandom));
  const shape: Shape = {
    baseMs,
    maxMs,
    ratio,
    random,
    // Nothing times an infinite power is no number, so a base of 0 is told apart.
    ceilingMs: (attempt) => (baseMs === 0 ? 0 : Math.min(maxMs, baseMs * factor ** (attempt - 1))),
  };
  const delay = delays[jitter];

  return (attempt, hint) => {
    const retry = typeof attempt === 'number' && attempt > 1 ? attempt : 1;
    const own = Math.min(maxMs, delay(shape, retry));
    const stated = hint?.retryAfterMs;
    return typeof stated === 'number' && Number.isFinite(stated) ? Math.max(own, stated) : own;
  };
}

/** What is drawn is a delay: one that is no number would be a retry at once, again and again. */
function checked(random: Random): Random {
  return () => {
    const drawn = random();
    if (drawn >= 0 && drawn <= 1) return drawn;
    throw invalidConfig('createBackoff: what random() answered', drawn, 'a number from 0 to 1');
  };
}

/**
 * The source makes each delay from the delay before it. Here every call walks from the base again
 * with fresh chance, so that nothing is remembered: each single delay is spread as in the source,
 * but two delays of one request are independent.
 */
function walk(shape: Shape, attempt: number): number {
  const floorMs = Math.min(shape.baseMs, shape.maxMs);
  const steps = Math.min(attempt, walkSteps);
  let delayMs = floorMs;
  for (let step = 0; step < steps; step++) {
    const span = walkFactor * delayMs - floorMs;
    delayMs = Math.min(shape.maxMs, floorMs + shape.random() * span);
  }
  return delayMs;
}
