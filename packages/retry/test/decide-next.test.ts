import type { ErrorClassification } from '@llm-router/core';
import {
  type Decision,
  type DecisionPolicy,
  type DecisionState,
  decideNext,
  failureCode,
} from '../src/index.ts';
import { categories, failed } from './support/failures.ts';

const backoff = (attempt: number, hint?: { readonly retryAfterMs?: number }) =>
  Math.max(1000 * attempt, hint?.retryAfterMs ?? 0);

function decide(
  failure: ErrorClassification,
  state: Partial<DecisionState> = {},
  policy: Partial<DecisionPolicy> = {},
): Decision {
  return decideNext(
    failure,
    { attempt: 1, attemptsLeft: 3, nowMs: 50_000, hasNext: false, ...state },
    { backoff, ...policy },
  );
}

/** The code with which a request ends, by category. */
const codes: Record<string, string> = {
  aborted: 'aborted',
  invalid_request: 'invalid_request',
  context_length: 'invalid_request',
  content_policy: 'invalid_request',
};

describe.each(categories)('after %s', (category) => {
  const code = codes[category] ?? 'all_failed';
  const isFinal = category === 'aborted';
  const mayRetry = !isFinal && category !== 'quota_exhausted';
  const fail = { do: 'fail', code };

  test('the request ends with the code of its category when no attempt is left', () => {
    expect(failureCode(failed(category))).toBe(code);
    for (const hasNext of [true, false]) {
      expect(decide(failed(category), { attemptsLeft: 0, hasNext })).toEqual(fail);
    }
  });

  test('what is retryable is retried here where there is nobody else', () => {
    expect(decide(failed(category))).toEqual(mayRetry ? { do: 'retry', delayMs: 1000 } : fail);
  });

  test('what is retryable goes to the next where there is one', () => {
    expect(decide(failed(category), { hasNext: true })).toEqual(isFinal ? fail : { do: 'next' });
  });

  test('what is retryable stays here for as many retries as it is told to be patient', () => {
    const policy = { retriesBeforeNext: 2 };
    const decisions = [1, 2, 3].map((attempt) =>
      decide(failed(category), { attempt, hasNext: true }, policy),
    );
    if (isFinal) expect(decisions).toEqual([fail, fail, fail]);
    else if (!mayRetry) expect(decisions.map((next) => next.do)).toEqual(['next', 'next', 'next']);
    else expect(decisions.map((next) => next.do)).toEqual(['retry', 'retry', 'next']);
  });

  test('what is not retryable fails at once, or goes to the next', () => {
    const failure = failed(category, { retryable: false });
    expect(decide(failure)).toEqual(fail);
    expect(decide(failure, { hasNext: true })).toEqual(isFinal ? fail : { do: 'next' });
  });

  test('what no other could do better stays here', () => {
    const failure = failed(category, { failover: false });
    expect(decide(failure, { hasNext: true }).do).toBe(mayRetry ? 'retry' : 'fail');
    expect(decide({ ...failure, retryable: false }, { hasNext: true })).toEqual(fail);
  });

  test('a wait that would end at or after the deadline is exchanged for the next, or for an error now', () => {
    for (const deadlineMs of [50_000, 50_999, 51_000]) {
      const late = mayRetry ? { do: 'fail', code: 'deadline_exceeded' } : fail;
      expect(decide(failed(category), { deadlineMs })).toEqual(late);
      const patient = { retriesBeforeNext: 9 };
      expect(decide(failed(category), { deadlineMs, hasNext: true }, patient)).toEqual(
        isFinal ? fail : { do: 'next' },
      );
    }
    expect(decide(failed(category), { deadlineMs: 51_001 }).do).toBe(mayRetry ? 'retry' : 'fail');
  });
});

describe('a stated wait', () => {
  const limited = failed('rate_limit', { retryAfterMs: 171_000 });

  test('is never cut short, even by a backoff that does not know of it', () => {
    expect(decide(limited)).toEqual({ do: 'retry', delayMs: 171_000 });
    expect(decide(limited, {}, { backoff: () => 10 })).toEqual({ do: 'retry', delayMs: 171_000 });
    expect(decide(limited, {}, { backoff: () => 500_000 })).toEqual({
      do: 'retry',
      delayMs: 500_000,
    });
  });

  test('is handed to the backoff, and nothing where none is stated', () => {
    const asked = jest.fn(() => 5);
    decide(limited, { attempt: 4 }, { backoff: asked });
    decide(failed('network'), { attempt: 2 }, { backoff: asked });
    expect(asked.mock.calls).toEqual([
      [4, { retryAfterMs: 171_000 }],
      [2, undefined],
    ]);
  });

  test('of two days goes to another, or fails now, where the deadline is near', () => {
    const long = failed('rate_limit', { retryAfterMs: 172_800_000 });
    expect(decide(long, { deadlineMs: 110_000, hasNext: true }, { retriesBeforeNext: 3 })).toEqual({
      do: 'next',
    });
    expect(decide(long, { deadlineMs: 110_000 })).toEqual({
      do: 'fail',
      code: 'deadline_exceeded',
    });
  });
});

describe('status lists', () => {
  test('decide instead of the classification, both ways', () => {
    const policy = { retryOnStatusCodes: [418] };
    expect(decide(failed('unknown', { status: 418, retryable: false }), {}, policy).do).toBe(
      'retry',
    );
    expect(decide(failed('server_error', { status: 500 }), {}, policy).do).toBe('fail');
  });

  test('have nothing to say about a failure without a status', () => {
    const policy = { retryOnStatusCodes: [429], fallbackOnStatusCodes: [429] };
    expect(decide(failed('network'), {}, policy).do).toBe('retry');
    expect(decide(failed('network'), { hasNext: true }, policy).do).toBe('next');
    expect(decide(failed('network', { retryable: false }), {}, policy).do).toBe('fail');
  });

  test('of the fallback name what another candidate is asked for', () => {
    const policy = { fallbackOnStatusCodes: [503] };
    const here = failed('rate_limit', { status: 429 });
    expect(decide(here, { hasNext: true }, policy).do).toBe('retry');
    const there = failed('invalid_request', { status: 503, failover: false, retryable: false });
    expect(decide(there, { hasNext: true }, policy).do).toBe('next');
  });

  test('that are empty mean never', () => {
    const policy = { retryOnStatusCodes: [], fallbackOnStatusCodes: [] };
    expect(decide(failed('rate_limit', { status: 429 }), { hasNext: true }, policy)).toEqual({
      do: 'fail',
      code: 'all_failed',
    });
  });

  test('cannot make exhausted money be asked for again, nor what the caller aborted', () => {
    const policy = { retryOnStatusCodes: [429, 499] };
    expect(decide(failed('quota_exhausted', { status: 429 }), {}, policy).do).toBe('fail');
    expect(decide(failed('quota_exhausted', { status: 429 }), { hasNext: true }, policy).do).toBe(
      'next',
    );
    expect(decide(failed('aborted', { status: 499 }), { hasNext: true }, policy)).toEqual({
      do: 'fail',
      code: 'aborted',
    });
  });
});
