import { type ChatRequest, type Clock, hasMethods, type Provider } from '@llm-router/core';
import { isObject } from '../json.ts';
import type { ProviderTrial, ProviderTrials, TrialName } from './provider-trials.ts';

/** What every check works on. */
export interface CheckBench {
  /** Whether the caller gave this server. */
  has(server: TrialName): boolean;
  /** Makes the provider before a server that was given. */
  start(server: TrialName): Promise<ProviderTrial>;
  /** A new copy. */
  request(): ChatRequest;
  /** Epoch milliseconds. */
  now(): number;
  /** Rejects where the work takes longer than the limit; `what` begins the sentence. */
  within<T>(what: string, work: Promise<T>): Promise<T>;
  /** Gives what should not happen the time to happen. */
  pause(): Promise<void>;
  /** Asks until the answer is true or the limit has passed; answers the last answer. */
  becomes(isSo: () => boolean): Promise<boolean>;
}

export interface CheckBenchOptions {
  readonly trials: ProviderTrials;
  readonly request: () => ChatRequest;
  readonly limitMs: number;
  readonly clock: Clock;
}

/** Long enough for a request to reach a server on the same machine. */
const pauseMs = 10;

/** Makes the bench of one list of checks. It keeps nothing between them. */
export function createCheckBench(options: CheckBenchOptions): CheckBench {
  const { trials, request, limitMs, clock } = options;
  const pause = () => clock.sleep(pauseMs);

  async function within<T>(what: string, work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const late = clock.sleep(limitMs, done.signal).then(() => {
      throw new Error(`${what} took longer than ${limitMs} ms`);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      done.abort();
    }
  }

  return {
    has: (server) => trials[server] !== undefined,
    async start(server) {
      const made = Promise.resolve().then(() => trials[server]?.());
      return readTrial(server, await within(`making the provider (${server})`, made));
    },
    request,
    now: () => clock.now(),
    within,
    pause,
    async becomes(isSo) {
      const end = clock.now() + limitMs;
      while (!isSo() && clock.now() < end) await pause();
      return isSo();
    },
  };
}

function readTrial(server: TrialName, made: Provider | ProviderTrial | undefined): ProviderTrial {
  const trial = isObject(made) && 'provider' in made ? made : { provider: made };
  if (!isProvider(trial.provider)) {
    throw new Error(`what was made (${server}) has no chat() and stream()`);
  }
  const { name } = trial.provider;
  if (typeof name !== 'string' || name === '') {
    throw new Error(`the provider (${server}) has no name`);
  }
  // The same object: its counters may be methods.
  return trial as ProviderTrial;
}

function isProvider(value: unknown): value is Provider {
  return hasMethods(value, ['chat', 'stream']);
}
