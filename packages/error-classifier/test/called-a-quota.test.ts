import { classifyError } from '../src/index.ts';

/** A refusal in the words of a provider that calls everything a quota. */
const said = (message: string, status = 429) =>
  classifyError({
    status,
    headers: {},
    body: { status, error: 'INSUFFICIENT QUOTA', message },
  });

describe('a limit that its provider calls a quota', () => {
  test.each([
    ['Your limit of requests per minute is reached.', 'requests'],
    ['The tokens per minute of your plan are used.', 'tokens'],
    ['Too many concurrent requests for your plan.', 'concurrency'],
  ])('passes by itself where it is one of the moment: %s', (message, limit) => {
    expect(said(message)).toMatchObject({ category: 'rate_limit', retryable: true, limit });
  });

  test('does not where nothing of the kind is said', () => {
    expect(said('Please top up.')).toMatchObject({ category: 'quota_exhausted', retryable: false });
  });

  test('a refused dependency is a rate limit where it says so', () => {
    const body = { error: { message: 'rate limit exceeded' } };
    expect(classifyError({ status: 424, headers: {}, body }).category).toBe('rate_limit');
    const other = { error: { message: 'the dependency failed' } };
    expect(classifyError({ status: 424, headers: {}, body: other }).category).toBe('server_error');
  });
});
