import {
  type Clock,
  createVirtualClock,
  type ErrorClassification,
  type VirtualClock,
} from '@llm-router/core';
import type { RetryOptions } from '../../src/index.ts';
import { failed } from './failures.ts';

/** An error that carries its own classification. */
export class Failure extends Error {
  readonly means: ErrorClassification;
  constructor(means: ErrorClassification) {
    super(means.message);
    this.means = means;
  }
}

/** Reads the classification that the test put into its error. */
export const classify = (error: unknown): ErrorClassification =>
  error instanceof Failure ? error.means : failed('unknown', { retryable: false });

export interface Bench {
  readonly clock: VirtualClock;
  readonly options: Required<Pick<RetryOptions, 'clock' | 'classify' | 'backoff'>>;
  /** Sleeps that nobody has ended. */
  sleeping(): number;
}

/** A clock, a classification by the test's own word, and a second of backoff for each attempt made. */
export function createBench(): Bench {
  const clock = createVirtualClock();
  let sleeping = 0;
  const counted: Clock = {
    now: clock.now,
    async sleep(ms, signal) {
      sleeping += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        sleeping -= 1;
      }
    },
  };
  const backoff = (attempt: number) => 1000 * attempt;
  return { clock, options: { clock: counted, classify, backoff }, sleeping: () => sleeping };
}

/** Fails with each of the failures in turn, then answers. */
export function failing(...failures: readonly ErrorClassification[]) {
  let calls = 0;
  const operation = jest.fn(async () => {
    const failure = failures[calls++];
    if (failure !== undefined) throw new Failure(failure);
    return 'the answer';
  });
  return operation;
}
