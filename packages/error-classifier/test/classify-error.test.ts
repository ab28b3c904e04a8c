import { type ClassifyError, RouterError } from '@llm-router/core';
import { classifyError, defaultVerdicts } from '../src/index.ts';

const now = Date.UTC(2026, 10, 21, 12);
const answer = (status: number, message: string, fields: object = {}) => ({
  status,
  headers: {},
  body: { error: { message, ...fields } },
});
const caused = (error: Error, cause: unknown) => Object.assign(error, { cause });
const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('classifyError', () => {
  it('is what the pipeline asks for', () => {
    const classify: ClassifyError = classifyError;
    expect(classify(undefined).category).toBe('unknown');
  });

  it('is of a severity that says who has to act', () => {
    const severityOf = (status: number) =>
      classifyError({ status, headers: {}, body: '' }).severity;
    // It passes by itself, it concerns this request, somebody has to do something about it.
    expect([429, 503, 504].map(severityOf)).toEqual(['low', 'low', 'low']);
    expect([400, 413].map(severityOf)).toEqual(['medium', 'medium']);
    expect([401, 402, 403, 404].map(severityOf)).toEqual(['high', 'high', 'high', 'high']);
  });

  it('believes machine codes before the status and the status before wording', () => {
    const said = answer(500, 'the server is overloaded', { code: 'insufficient_quota' });
    expect(classifyError(said).category).toBe('quota_exhausted');
    expect(classifyError(answer(401, 'rate limit reached')).category).toBe('auth');
    expect(classifyError(answer(500, 'no', { type: 'rate_limit_error' })).category).toBe(
      'rate_limit',
    );
  });

  it.each([
    'Bad value: "429 Too Many Requests, rate limit exceeded, try again in 5s"',
    'Bad value: "insufficient_quota: you exceeded your current quota"',
    'Bad value: {"error":{"code":"insufficient_quota","type":"overloaded_error"}}',
    'Bad value: the server is overloaded and the connection was reset, timeout',
  ])('does not fall for a prompt that a 400 echoes: %s', (message) => {
    const said = classifyError(answer(400, message, { type: 'invalid_request_error' }));
    expect(said).toMatchObject({ category: 'invalid_request', retryable: false });
    expect(said.retryAfterMs).toBeUndefined();
  });

  it.each([
    [400, 'invalid_request'],
    [401, 'auth'],
    [402, 'quota_exhausted'],
    [403, 'permission'],
    [404, 'not_found'],
    [408, 'timeout'],
    [409, 'server_error'],
    [413, 'invalid_request'],
    [422, 'invalid_request'],
    [424, 'server_error'],
    [429, 'rate_limit'],
    [498, 'overloaded'],
    [499, 'aborted'],
    [500, 'server_error'],
    [502, 'server_error'],
    [503, 'overloaded'],
    [504, 'timeout'],
    [520, 'server_error'],
    [524, 'timeout'],
    [529, 'overloaded'],
  ])('reads a bare %p as %s', (status, category) => {
    const said = classifyError({ status, headers: {}, body: '' });
    expect(said).toMatchObject({ category, status });
    expect(said.failover).toBe(status === 413 || defaultVerdicts[said.category].failover);
  });
});

describe('errors without an answer', () => {
  const fetchFailed = (cause: unknown) => caused(new TypeError('fetch failed'), cause);

  it.each([
    ['aborted', 'an abort', new DOMException('This operation was aborted', 'AbortError')],
    ['aborted', 'an abort of an SDK', new Error('Request was aborted.')],
    ['timeout', 'a time-out', new DOMException('Too late', 'TimeoutError')],
    [
      'timeout',
      'an abort by a timer',
      caused(new DOMException('x', 'AbortError'), new DOMException('x', 'TimeoutError')),
    ],
    ['timeout', 'late headers', fetchFailed(coded('UND_ERR_HEADERS_TIMEOUT'))],
    ['timeout', 'a late connection', fetchFailed(coded('ETIMEDOUT'))],
    ['timeout', 'a time-out in words', new Error('Request timed out.')],
    ['network', 'a refused connection', fetchFailed(coded('ECONNREFUSED'))],
    ['network', 'an unknown host', fetchFailed(coded('ENOTFOUND'))],
    ['network', 'a reset', coded('ECONNRESET', 'socket hang up')],
    ['network', 'a stream cut off', caused(new TypeError('terminated'), coded('UND_ERR_SOCKET'))],
    ['network', 'two addresses refused', fetchFailed(new AggregateError([coded('ECONNREFUSED')]))],
    ['network', 'a stream that ended early', new Error('stream ended without producing an answer')],
    ['server_error', 'an answer cut off', new SyntaxError('Unexpected end of JSON input')],
    ['unknown', 'a mistake of one’s own', new TypeError('x is not a function')],
  ])('says %s for %s', (category, _, error) => {
    const said = classifyError(error);
    const { retryable, failover } = defaultVerdicts[said.category];
    expect(said).toMatchObject({ category, retryable, failover });
    expect(said.status).toBeUndefined();
  });

  it('does not repeat a handshake that failed over a certificate', () => {
    const said = classifyError(fetchFailed(coded('CERT_HAS_EXPIRED')));
    expect(said).toMatchObject({ category: 'network', retryable: false, failover: true });
    expect(said.action).toContain('certificate');
  });

  it('knows the connection error of an SDK by its class and its causes', () => {
    class APIConnectionError extends Error {}
    const error = caused(
      new APIConnectionError('Connection error.'),
      fetchFailed(coded('EPIPE', 'write EPIPE')),
    );
    expect(classifyError(error)).toMatchObject({
      category: 'network',
      code: 'EPIPE',
      message: 'Connection error.: fetch failed: write EPIPE',
    });
  });
});

describe('errors as SDKs and logs hold them', () => {
  const body = { error: { message: 'Slow.', type: 'tokens', code: 'rate_limit_exceeded' } };

  it.each([
    [
      'an SDK error',
      Object.assign(new Error('429 Slow.'), {
        status: 429,
        headers: new Headers({ 'retry-after': '3' }),
        error: body.error,
      }),
    ],
    [
      'an AI SDK error',
      {
        statusCode: 429,
        responseHeaders: { 'retry-after': '3' },
        responseBody: JSON.stringify(body),
      },
    ],
    [
      'an axios error',
      {
        message: 'Request failed',
        response: { status: 429, headers: { 'Retry-After': '3' }, data: body },
      },
    ],
    [
      'an error of errors',
      {
        name: 'AI_RetryError',
        lastError: { statusCode: 429, responseHeaders: { 'retry-after': '3' }, data: body },
      },
    ],
  ])('reads %s', (_, error) => {
    const said = classifyError(error);
    expect(said).toMatchObject({ category: 'rate_limit', status: 429, limit: 'tokens' });
    expect(said).toMatchObject({ code: 'rate_limit_exceeded', retryAfterMs: 3000 });
  });

  it.each([
    [
      'rate_limit',
      "openai.RateLimitError: Error code: 429 - {'error': {'message': 'Wait. Please try again in 84ms.', 'code': 'rate_limit_exceeded'}}",
      { status: 429, retryAfterMs: 84 },
    ],
    [
      'quota_exhausted',
      'HTTP 429: {"error":{"message":"No","code":"insufficient_quota","metadata":{"cut',
      { status: 429 },
    ],
    ['rate_limit', 'An error occurred (ThrottlingException) when calling X: Slow', {}],
    ['context_length', '400: {"code":"1261","message":"Too much"}', { status: 400 }],
    [
      'overloaded',
      'some.client.APIStatusError: {"type":"error","error":{"type":"overloaded_error"}}',
      {},
    ],
    ['quota_exhausted', 'You exceeded your current quota.', {}],
    ['server_error', 'Error code: 502 - Bad Gateway', { status: 502 }],
    ['rate_limit', 'Too many requests', {}],
  ])('reads %s out of a text', (category, text, more) => {
    expect(classifyError(text)).toMatchObject({ category, ...more });
    expect(classifyError(new Error(text))).toMatchObject({ category, ...more });
  });

  it('does not take a count at the head of a message for a status', () => {
    expect(classifyError(new Error('429 tokens were left over')).status).toBeUndefined();
  });

  it('obeys a server that forbids to retry', () => {
    const said = classifyError({ status: 429, headers: { 'x-should-retry': 'false' }, body: '' });
    expect(said).toMatchObject({ category: 'rate_limit', retryable: false, failover: true });
  });
});

describe('errors of the house', () => {
  it('keep what they say of themselves', () => {
    const error = new RouterError('stream_broken', 'Broken.', {
      category: 'overloaded',
      status: 529,
      retryable: true,
      retryAfterMs: 700,
    });
    expect(classifyError(error, { provider: 'anthropic', now })).toMatchObject({
      category: 'overloaded',
      status: 529,
      retryable: true,
      retryAfterMs: 700,
      failover: true,
      code: 'stream_broken',
      provider: 'anthropic',
    });
  });

  it.each([
    ['aborted', 'aborted', false],
    ['deadline_exceeded', 'timeout', false],
    ['queue_full', 'overloaded', true],
    ['budget_exceeded', 'quota_exhausted', true],
    ['invalid_request', 'invalid_request', false],
    ['all_failed', 'unknown', false],
  ] as const)('%s without a category is %s', (code, category, failover) => {
    expect(classifyError(new RouterError(code, 'No.'))).toMatchObject({
      category,
      failover,
      retryable: false,
    });
  });
});

describe('the message', () => {
  it('holds the words of the provider on one line, in at most 500 characters', () => {
    const said = classifyError(answer(500, `Broken:\n  ${'long '.repeat(400)}`));
    expect(said.message).toHaveLength(500);
    expect(said.message).toMatch(/^Broken: long long .*…$/);
  });

  it.each([
    ['Incorrect key: sk-proj-abc123DEF456ghi', 'Incorrect key: sk-***'],
    ['Authorization: Bearer abcdefgh12345678.xyz', 'Authorization: Bearer ***'],
    ['at https://x.test/v1?key=AIzaSecret99&alt=sse', 'at https://x.test/v1?key=***&alt=sse'],
    ['at https://me:hunter2@x.test/', 'at https://***@x.test/'],
    ['api-key: 0123456789abcdef was refused', 'api-key: *** was refused'],
    ['Incorrect API key provided: plain-secret-1. Look', 'Incorrect API key provided: *** Look'],
    ['token eyJhbGciOi.eyJzdWIiOiI.c2lnbmF0dXJl is old', 'token eyJ*** is old'],
  ])('hides the secret in %p', (message, shown) => {
    expect(classifyError(answer(401, message)).message).toBe(shown);
  });

  it('leaves plain words about keys alone', () => {
    const message = 'No API key was sent. Use Bearer authentication with a token.';
    expect(classifyError(answer(401, message)).message).toBe(message);
  });
});

describe('defaultVerdicts', () => {
  it('never calls a category retryable that another deployment could not serve', () => {
    for (const verdict of Object.values(defaultVerdicts)) {
      expect(verdict.retryable && !verdict.failover).toBe(false);
      expect(verdict.action).toMatch(/^[A-Z].*\.$/);
    }
  });
});
