import { classifyError } from '../src/index.ts';

it('does what its README says', () => {
  const error = {
    status: 429,
    headers: {},
    body: {
      error: {
        message: 'Limit reached. Please try again in 6m0s.',
        type: 'tokens',
        code: 'rate_limit_exceeded',
      },
    },
  };
  const failure = classifyError(error, { provider: 'openai' });
  expect([failure.category, failure.retryable, failure.failover]).toEqual([
    'rate_limit',
    true,
    true,
  ]);
  expect([failure.retryAfterMs, failure.limit]).toEqual([360_000, 'tokens']);
});
