import { countsAsFailure } from '../src/index.ts';

describe('what speaks against a provider', () => {
  it.each(['server_error', 'overloaded', 'timeout', 'network', 'unknown'])('is %s', (category) => {
    expect(countsAsFailure({ category })).toBe(true);
    expect(countsAsFailure({ category, name: 'AbortError' })).toBe(true);
  });

  it.each([undefined, null, 'down', 502, new Error('down'), {}, () => {}])(
    'is %p, which has no category',
    (error) => {
      expect(countsAsFailure(error)).toBe(true);
    },
  );

  it.each([
    'aborted',
    'auth',
    'permission',
    'not_found',
    'invalid_request',
    'context_length',
    'content_policy',
    'rate_limit',
    'quota_exhausted',
  ])('is not %s', (category) => {
    expect(countsAsFailure({ category })).toBe(false);
    expect(countsAsFailure(Object.assign(new Error('no'), { category }))).toBe(false);
  });

  it('is not the end of a request that the caller aborted', () => {
    expect(countsAsFailure(new DOMException('gone', 'AbortError'))).toBe(false);
    expect(countsAsFailure(new DOMException('late', 'TimeoutError'))).toBe(true);
  });
});
