import { isRouterError, type RouterError } from '@llm-router/core';
import { type RetryOptions, retry } from '../src/index.ts';
import { createBench, Failure, failing } from './support/bench.ts';
import { failed } from './support/failures.ts';

const flaky = failed('server_error', { status: 503 });

/** The error that a call ends with. */
async function errorOf(work: Promise<unknown>): Promise<RouterError> {
  try {
    await work;
  } catch (error) {
    if (isRouterError(error)) return error;
    throw error;
  }
  throw new Error('it was expected to fail');
}

describe('retrying', () => {
  test('what succeeds is not repeated and costs no time', async () => {
    const { clock, options, sleeping } = createBench();
    const operation = failing();
    await expect(retry(operation, options)).resolves.toBe('the answer');
    expect(operation).toHaveBeenCalledTimes(1);
    expect(clock.now()).toBe(1_000_000);
    expect(sleeping()).toBe(0);
  });

  test('what fails for a while is repeated after the backoff of each attempt', async () => {
    const { clock, options } = createBench();
    const operation = failing(flaky, flaky, flaky);
    await expect(clock.run(retry(operation, options))).resolves.toBe('the answer');
    expect(clock.now()).toBe(1_000_000 + 1000 + 2000 + 3000);
  });

  test('each attempt is given its number, a signal and the deadline', async () => {
    const { clock, options } = createBench();
    const operation = failing(flaky, flaky);
    await clock.run(retry(operation, { ...options, deadline: 2_000_000 }));
    expect(operation.mock.calls).toEqual(
      [1, 2, 3].map((number) => [{ number, signal: expect.any(AbortSignal), deadline: 2_000_000 }]),
    );
  });

  test('the attempts are all there are, five where nobody says', async () => {
    for (const [maxAttempts, expected, told] of [
      [undefined, 5, '5 attempts'],
      [1, 1, '1 attempt'],
      [3, 3, '3 attempts'],
    ] as const) {
      const { clock, options } = createBench();
      const operation = failing(...Array.from({ length: 20 }, () => flaky));
      const limit = maxAttempts === undefined ? {} : { maxAttempts };
      const error = await errorOf(clock.run(retry(operation, { ...options, ...limit })));
      expect(operation).toHaveBeenCalledTimes(expected);
      expect(error).toMatchObject({
        code: 'all_failed',
        category: 'server_error',
        status: 503,
        retryable: true,
      });
      expect(error.cause).toBeInstanceOf(Failure);
      expect(error.message).toBe(`Gave up after ${told}: it failed with server_error`);
    }
  });

  test('what no retry can mend fails at once', async () => {
    const { clock, options } = createBench();
    const operation = failing(failed('auth', { retryable: false, status: 401 }));
    const error = await errorOf(retry(operation, options));
    expect(operation).toHaveBeenCalledTimes(1);
    expect(clock.now()).toBe(1_000_000);
    expect(error).toMatchObject({
      code: 'all_failed',
      category: 'auth',
      status: 401,
      retryable: false,
    });
  });

  test('exhausted money fails at once, even where its status is listed', async () => {
    const { options } = createBench();
    const operation = failing(failed('quota_exhausted', { status: 429 }));
    const error = await errorOf(retry(operation, { ...options, retryOnStatusCodes: [429] }));
    expect(operation).toHaveBeenCalledTimes(1);
    expect(error.category).toBe('quota_exhausted');
  });

  test('a list of statuses decides what is tried again, whatever the classification says', async () => {
    const teapot = failed('unknown', { status: 418, retryable: false });
    const { clock, options } = createBench();
    const operation = failing(teapot, flaky);
    const list = { ...options, retryOnStatusCodes: [418] };
    const error = await errorOf(clock.run(retry(operation, list)));
    expect(operation).toHaveBeenCalledTimes(2);
    expect(error).toMatchObject({ code: 'all_failed', status: 503 });
  });

  test('what is no function is refused, with what was expected', async () => {
    const operation: unknown = 'chat';
    const error = await errorOf(retry(operation as () => Promise<string>));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toMatch(/the operation is 'chat'; expected a function/);
  });

  test('a stated wait is kept to, and told at the end', async () => {
    const { clock, options } = createBench();
    const limited = failed('rate_limit', { status: 429, retryAfterMs: 171_000 });
    const operation = failing(limited, limited);
    const error = await errorOf(clock.run(retry(operation, { ...options, maxAttempts: 2 })));
    expect(clock.now()).toBe(1_171_000);
    expect(error.retryAfterMs).toBe(171_000);
  });

  test('an operation that throws before it promises anything is a failed attempt too', async () => {
    const { clock, options } = createBench();
    let calls = 0;
    const operation = () => {
      if (++calls < 3) throw new Failure(flaky);
      return Promise.resolve(calls);
    };
    await expect(clock.run(retry(operation, options))).resolves.toBe(3);
  });

  test('the provider is told to the classification, with the time', async () => {
    const { options } = createBench();
    const classify = jest.fn(() => failed('auth', { retryable: false }));
    await errorOf(retry(failing(flaky), { ...options, classify, provider: 'groq' }));
    expect(classify).toHaveBeenCalledWith(expect.any(Failure), {
      now: 1_000_000,
      provider: 'groq',
    });
  });

  test('by default errors are classified, and waits grow with full jitter', async () => {
    const { clock, options } = createBench();
    const { classify: _, backoff: __, ...defaults } = options;
    let calls = 0;
    const operation = async () => {
      calls += 1;
      if (calls === 1) throw Object.assign(new Error('busy'), { status: 503 });
      if (calls === 2) throw Object.assign(new Error('no key'), { status: 401 });
      return calls;
    };
    const error = await errorOf(clock.run(retry(operation, defaults)));
    expect(error).toMatchObject({ category: 'auth', status: 401 });
    expect(calls).toBe(2);
    expect(clock.now() - 1_000_000).toBeLessThanOrEqual(1000);
  });

  test('the options of a backoff will do in place of one', async () => {
    const { clock, options } = createBench();
    const backoff = { baseMs: 70, factor: 3, jitter: 'none' as const };
    await clock.run(retry(failing(flaky, flaky), { ...options, backoff }));
    expect(clock.now()).toBe(1_000_000 + 70 + 210);
  });
});

describe('the callbacks', () => {
  const context = { user: 'ada' };

  test('are told the history so far and the caller’s own context', async () => {
    const { clock, options } = createBench();
    const told: unknown[] = [];
    const record = (name: string) => (report: object) => told.push([name, report]);
    const limited = failed('rate_limit');
    await clock.run(
      retry(failing(flaky, limited), {
        ...options,
        context,
        onRetry: record('retry'),
        onSuccess: record('success'),
        onFailure: record('failure'),
      }),
    );
    const first = { number: 1, error: expect.any(Failure), classification: flaky, at: 1_000_000 };
    const second = {
      number: 2,
      error: expect.any(Failure),
      classification: limited,
      at: 1_001_000,
    };
    expect(told).toEqual([
      ['retry', { history: [first], context, delayMs: 1000 }],
      ['retry', { history: [first, second], context, delayMs: 2000 }],
      ['success', { history: [first, second], context, attempts: 3 }],
    ]);
  });

  test('are told the final error, which is the one that is thrown', async () => {
    const { clock, options } = createBench();
    const onFailure = jest.fn();
    const onSuccess = jest.fn();
    const operation = failing(flaky, flaky);
    const error = await errorOf(
      clock.run(retry(operation, { ...options, maxAttempts: 2, context, onFailure, onSuccess })),
    );
    expect(onFailure.mock.calls).toEqual([
      [{ history: [expect.anything(), expect.anything()], context, error }],
    ]);
    expect(onSuccess).not.toHaveBeenCalled();
  });

  test('keep the history that they were told', async () => {
    const { clock, options } = createBench();
    const lengths: (readonly unknown[])[] = [];
    const operation = failing(flaky, flaky, flaky);
    await clock.run(
      retry(operation, { ...options, onRetry: ({ history }) => lengths.push(history) }),
    );
    expect(lengths.map(({ length }) => length)).toEqual([1, 2, 3]);
  });

  test.each([
    [
      'throw',
      () => {
        throw new Error('the listener is broken');
      },
    ],
    ['reject', () => Promise.reject(new Error('the listener is broken'))],
  ])('that %s change nothing for the request', async (_, broken) => {
    const { clock, options } = createBench();
    const listeners = { onRetry: broken, onSuccess: broken, onFailure: broken };
    await expect(clock.run(retry(failing(flaky), { ...options, ...listeners }))).resolves.toBe(
      'the answer',
    );
    const error = await errorOf(
      clock.run(retry(failing(flaky, flaky), { ...options, ...listeners, maxAttempts: 2 })),
    );
    expect(error.code).toBe('all_failed');
  });
});

describe('options that cannot be meant', () => {
  test.each([
    [{ maxAttempts: 0 }, /maxAttempts is 0/],
    [{ maxAttempts: 2.5 }, /maxAttempts is 2.5/],
    [{ deadline: Number.NaN }, /deadline is NaN/],
    [{ deadline: -1 }, /deadline is -1; expected a number of at least 0/],
    [{ signal: { aborted: 'no' } }, /signal is an object; expected an AbortSignal/],
    [
      { clock: { now: () => 0 } },
      /clock is an object; expected an object with now\(\) and sleep\(\)/,
    ],
    [{ retryOnStatusCodes: 429 }, /retryOnStatusCodes is 429; expected a list/],
    [{ classify: 'yes' }, /classify is 'yes'/],
    [{ backoff: { base: 5 } }, /'base'/],
    [{ attempts: 3 }, /unknown option 'attempts'/],
  ])('%j is refused by name, before anything is sent', async (wrong, told) => {
    const operation = failing();
    const error = await errorOf(retry(operation, wrong as RetryOptions));
    expect(error.code).toBe('invalid_config');
    expect(error.message).toMatch(told);
    expect(operation).not.toHaveBeenCalled();
  });
});
