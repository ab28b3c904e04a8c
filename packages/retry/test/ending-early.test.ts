import type { RouterError } from '@llm-router/core';
import { type Attempt, retry } from '../src/index.ts';
import { createBench, Failure, failing } from './support/bench.ts';
import { failed } from './support/failures.ts';

const flaky = failed('server_error', { status: 503, message: 'the oven is cold' });
const reason = new Error('the user left');

/** Starts a call and keeps its end, so that a test can look without waiting. */
function start(work: Promise<unknown>) {
  const call: { value?: unknown; error?: RouterError } = {};
  work.then(
    (value) => {
      call.value = value;
    },
    (error) => {
      call.error = error;
    },
  );
  return call;
}

/** Never answers and does not listen. */
const deaf = () => new Promise<never>(() => {});

/** Answers when it is told to stop, as `fetch` does. */
const listening = ({ signal }: Attempt) =>
  new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });

const unhandled: unknown[] = [];
const note = (error: unknown) => unhandled.push(error);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => process.off('unhandledRejection', note));
afterEach(async () => {
  for (let turn = 0; turn < 5; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(unhandled.splice(0)).toEqual([]);
});

describe('an abort by the caller', () => {
  test('before the start sends nothing', async () => {
    const { options } = createBench();
    const operation = failing();
    const onFailure = jest.fn();
    const call = retry(operation, { ...options, onFailure, signal: AbortSignal.abort(reason) });
    await expect(call).rejects.toMatchObject({ code: 'aborted', cause: reason });
    expect(operation).not.toHaveBeenCalled();
    expect(onFailure).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['listens', listening],
    ['does not listen', deaf],
  ])('during an attempt that %s ends the call at once', async (_, operation) => {
    const { clock, options, sleeping } = createBench();
    const controller = new AbortController();
    const calls = jest.fn(operation);
    const call = start(
      retry(calls, { ...options, signal: controller.signal, deadline: 9_000_000 }),
    );
    await clock.advance(500);
    expect(call.error).toBeUndefined();
    controller.abort(reason);
    await clock.advance(0);
    expect(call.error).toMatchObject({ code: 'aborted', cause: reason });
    expect(calls).toHaveBeenCalledTimes(1);
    await clock.advance(300);
    expect(sleeping()).toBe(0);
  });

  test('during the wait for the next attempt ends the call at once', async () => {
    const { clock, options, sleeping } = createBench();
    const controller = new AbortController();
    const operation = failing(flaky, flaky);
    const onFailure = jest.fn();
    const call = start(retry(operation, { ...options, signal: controller.signal, onFailure }));
    await clock.advance(999);
    controller.abort(reason);
    await clock.advance(0);
    expect(call.error).toMatchObject({ code: 'aborted', cause: reason, status: 503 });
    expect(call.error?.message).toContain('after 1 attempt: the oven is cold');
    expect(onFailure).toHaveBeenCalledTimes(1);
    await clock.advance(100_000);
    expect(operation).toHaveBeenCalledTimes(1);
    expect(sleeping()).toBe(0);
  });

  test('in a callback stops before the next attempt', async () => {
    const { clock, options } = createBench();
    const controller = new AbortController();
    const operation = failing(flaky, flaky);
    const onRetry = () => controller.abort(reason);
    const call = start(retry(operation, { ...options, signal: controller.signal, onRetry }));
    await clock.advance(5000);
    expect(call.error?.code).toBe('aborted');
    expect(operation).toHaveBeenCalledTimes(1);
  });

  test('after the answer changes nothing, and no listener is left on the signal', async () => {
    const { options } = createBench();
    const controller = new AbortController();
    const { signal } = controller;
    const add = jest.spyOn(signal, 'addEventListener');
    const remove = jest.spyOn(signal, 'removeEventListener');
    await expect(retry(failing(), { ...options, signal })).resolves.toBe('the answer');
    expect(add.mock.calls.length).toBe(1);
    expect(remove.mock.calls.length).toBe(1);
    controller.abort();
  });

  test('that the operation raised by itself is not retried', async () => {
    const { options } = createBench();
    const operation = failing(failed('aborted'));
    await expect(retry(operation, options)).rejects.toMatchObject({ code: 'aborted' });
    expect(operation).toHaveBeenCalledTimes(1);
  });
});

describe('a deadline', () => {
  test.each([999_999, 1_000_000])('that has come already (%d) sends nothing', async (deadline) => {
    const { options, clock } = createBench();
    const operation = failing();
    const call = start(retry(operation, { ...options, deadline }));
    await clock.advance(0);
    expect(call.error).toMatchObject({ code: 'deadline_exceeded' });
    expect(operation).not.toHaveBeenCalled();
  });

  test.each([
    ['listens', listening],
    ['does not listen', deaf],
  ])('ends an attempt that %s, as a time-out', async (_, operation) => {
    const { clock, options, sleeping } = createBench();
    const { classify: __, ...defaults } = options;
    const call = start(retry(operation, { ...defaults, deadline: 1_004_000 }));
    await clock.advance(3999);
    expect(call.error).toBeUndefined();
    await clock.advance(1);
    expect(call.error).toMatchObject({ code: 'deadline_exceeded', category: 'timeout' });
    await clock.advance(300);
    expect(sleeping()).toBe(0);
  });

  test('that the next wait would pass ends the call now, with the wait that was stated', async () => {
    const { clock, options } = createBench();
    const limited = failed('rate_limit', { status: 429, retryAfterMs: 60_000 });
    const operation = failing(limited);
    const call = start(retry(operation, { ...options, deadline: 1_030_000 }));
    await clock.advance(0);
    expect(call.error).toMatchObject({
      code: 'deadline_exceeded',
      category: 'rate_limit',
      status: 429,
      retryAfterMs: 60_000,
      message: expect.stringMatching(/^The next retry would come after the deadline/),
    });
    expect(clock.now()).toBe(1_000_000);
  });

  test('is kept although there are attempts left', async () => {
    const { clock, options } = createBench();
    const operation = failing(...Array.from({ length: 50 }, () => flaky));
    const call = start(retry(operation, { ...options, maxAttempts: 50, deadline: 1_006_500 }));
    await clock.advance(60_000);
    // Waits of 1, 2 and 3 seconds fit, the 4 after them do not.
    expect(operation).toHaveBeenCalledTimes(4);
    expect(call.error?.code).toBe('deadline_exceeded');
  });
});

test('what a deaf attempt does after the end disturbs nobody', async () => {
  const { clock, options } = createBench();
  let fail: (error: unknown) => void = () => {};
  const late = () =>
    new Promise<never>((_, reject) => {
      fail = reject;
    });
  const call = start(retry(late, { ...options, deadline: 1_001_000 }));
  await clock.advance(2000);
  expect(call.error?.code).toBe('deadline_exceeded');
  fail(new Failure(flaky));
  await clock.advance(0);
});

test('a call that ends leaves no timer behind, however it ends', async () => {
  const { clock, options, sleeping } = createBench();
  const deadline = 90_000_000;
  await retry(failing(), { ...options, deadline });
  await clock.run(retry(failing(flaky), { ...options, deadline }));
  await clock.run(
    retry(failing(failed('auth', { retryable: false })), { ...options, deadline }).catch(() => {}),
  );
  await clock.advance(300);
  expect(sleeping()).toBe(0);
});
