import type { ErrorCategory } from '@llm-router/core';
import { classifyError } from '../src/index.ts';

const now = Date.UTC(2026, 10, 22);

const answer = (status: number, body: unknown) => ({ status, headers: {}, body });
const message = (text: string) => answer(400, { error: { message: text } });

/** What gateways, relays and command lines make of the errors of others. */
const rows: readonly (readonly [ErrorCategory, string, unknown, object?])[] = [
  // Money behind the wrong status.
  [
    'quota_exhausted',
    'an empty account behind a 500',
    answer(500, { error: { type: 'api_error', message: 'insufficient balance (7)' } }),
  ],
  [
    'quota_exhausted',
    'an empty account behind a 502',
    answer(502, 'upstream says: out of credits'),
  ],
  [
    'quota_exhausted',
    'a spent budget behind a 400',
    message('Budget has been exceeded! 12 of 10 spent'),
  ],
  [
    'quota_exhausted',
    'an account in arrears',
    new Error('Refused: make sure that your account is in good standing.'),
  ],
  [
    'quota_exhausted',
    'a plan that wants more paid',
    answer(429, {
      error: { type: 'rate_limit_error', message: 'Extra usage is needed for this.' },
    }),
  ],
  [
    'quota_exhausted',
    "a free day's share behind a 500",
    answer(500, 'you have used up your daily free share'),
    { limit: 'day' },
  ],
  [
    'quota_exhausted',
    "a plan's session",
    answer(429, '"you have reached your session usage limit"'),
  ],
  [
    'quota_exhausted',
    "a plan's hours",
    new Error("You've hit your limit · resets 4:20pm (Europe/Paris)"),
  ],
  [
    'quota_exhausted',
    'a model without free quota',
    answer(429, 'This model does not have a free quota tier.'),
  ],
  [
    'quota_exhausted',
    'a bracket that opens no list',
    new Error('[API Error: You have exhausted your daily quota here.]'),
  ],
  // Rights.
  ['permission', 'a region', message('Your location is not supported here.')],
  [
    'permission',
    'a plan without the feature',
    message('This beta is not yet available for your subscription.'),
  ],
  ['permission', 'a restricted organisation', message('The organization has been restricted.')],
  [
    'permission',
    'rights that a relay calls its own fault',
    answer(502, 'relay: model access is denied, the role is not allowed to subscribe'),
  ],
  ['auth', 'a key that a relay lacks', answer(503, { detail: 'SOME_API_KEY is not set.' })],
  [
    'not_found',
    'a relay without a channel',
    answer(503, { error: { message: '分组 x 下对于模型 y 无可用渠道' } }),
    { retryable: false },
  ],
  // Sizes and forms.
  [
    'context_length',
    'a number of prompt tokens',
    message('length of prompt_tokens (900) must be less than max_seq_len (800).'),
  ],
  [
    'context_length',
    'a window behind a 500',
    answer(500, { error: { message: 'Context size has been exceeded.', type: 'server_error' } }),
  ],
  [
    'invalid_request',
    'a longer answer than this model gives',
    message('The maximum tokens you requested exceeds the model limit of 90'),
    { failover: true },
  ],
  [
    'invalid_request',
    'roles that must alternate here',
    message('messages must alternate between the two roles'),
    { failover: true },
  ],
  [
    'invalid_request',
    'content that must be a string here',
    message("'messages.2.content' : must be a string"),
    { failover: true },
  ],
  [
    'invalid_request',
    'a role that is none anywhere',
    message("'messages.2.role' must be a string"),
    { failover: false },
  ],
  [
    'invalid_request',
    'a server without the switch',
    message('"auto" requires --some-switch to be set'),
    { failover: true },
  ],
  // Load.
  ['overloaded', 'a model at its capacity', new Error('The model is at capacity. Choose another.')],
  [
    'server_error',
    'a model that is too large for the machine',
    new Error(
      'Loading stopped due to insufficient system resources. Change the guardrails in the settings.',
    ),
    { retryable: false },
  ],
  [
    'server_error',
    'an error that nobody expected',
    new Error('We met an unexpected error during processing. Try again.'),
  ],
  [
    'server_error',
    'an answer cut off inside its JSON',
    new Error('invalid json response body: Unexpected end of JSON input'),
  ],
  [
    'rate_limit',
    'a text in single quotes',
    new Error(
      "Error code: 429 - {'error': 'Slower please, your quota will reset in 2 minutes 5 seconds'}",
    ),
    { retryAfterMs: 125_000 },
  ],
  [
    'quota_exhausted',
    'a day that is used up',
    answer(429, { error: 'You have exceeded your usage quota for the day.' }),
    { limit: 'day' },
  ],
  [
    'quota_exhausted',
    'a card that is missing',
    new Error('A valid credit card on file is required.'),
  ],
  [
    'quota_exhausted',
    "a relay's own budget",
    answer(429, { detail: 'Monthly relay budget exceeded' }),
  ],
  [
    'permission',
    'a kind of account',
    message('This model is not available for channel program accounts.'),
  ],
  [
    'auth',
    'a key that is none, in a frame of its own kind',
    { base_resp: { status_code: 2049, status_msg: 'invalid api key' } },
  ],
  ['auth', 'a grant', answer(400, { error: 'invalid_grant' })],
  [
    'content_policy',
    'a policy that is not named',
    message('Request blocked for some policy reason.'),
  ],
  [
    'content_policy',
    'a picture that was filtered out',
    answer(200, { predictions: [{ raiFilteredReason: 'All were filtered out.' }] }),
  ],
  ['context_length', 'numbers alone', message('n_keep: 90>= n_ctx: 80')],
  [
    'not_found',
    'a stored answer',
    answer(404, { error: { message: 'Completion c-1 not found' } }),
    { failover: false },
  ],
  [
    'not_found',
    'a model, by the reason phrase alone',
    Object.assign(new Error('Failed after 3 attempts. Last error: Not Found'), {
      name: 'AI_RetryError',
    }),
  ],
  [
    'invalid_request',
    'a picture of too many bytes',
    message('image exceeds 5 MB maximum: 6 > 5'),
    { failover: true },
  ],
  ['invalid_request', 'a bound', message("'n' : number must be at most 1"), { failover: true }],
  [
    'invalid_request',
    'a form that Go reads',
    message('json: cannot unmarshal array into Go struct field'),
    { failover: true },
  ],
  [
    'invalid_request',
    'a block of thinking',
    message('`thinking` must stand first'),
    { failover: true },
  ],
  [
    'invalid_request',
    'an upload that is not ready',
    { provider: 'google', ...answer(400, 'File is not in an ACTIVE state.') },
    { retryable: true },
  ],
  [
    'timeout',
    'a long answer that was not streamed',
    answer(504, 'over the non-streaming server time limit'),
    { retryable: false },
  ],
  [
    'overloaded',
    'a model server that is ill',
    answer(400, { detail: 'DEGRADED function cannot be invoked' }),
    { retryable: true },
  ],
  [
    'context_length',
    'a prompt that is longer than allowed',
    message("This model's maximum prompt length is 90 but the request has 95 tokens."),
  ],
  [
    'context_length',
    'a prompt that does not fit',
    new Error('The prompt (length 95) is too long to fit into the model.'),
  ],
  [
    'rate_limit',
    'a limit that is not the usage limit',
    answer(429, 'Limited for a while (not your usage limit)'),
  ],
  [
    'permission',
    'an organisation that was disabled',
    message('This organization has been disabled.'),
  ],
  ['content_policy', 'a reason in words', new Error('Blocked: BlockedReason.PROHIBITED_CONTENT')],
  ['quota_exhausted', "a plan's hour", answer(429, "you've reached your hourly usage limit")],
  [
    'server_error',
    'an engine that is dead',
    new Error('vllm.v1.EngineDeadError: it met an issue'),
    { retryable: false },
  ],
  // The way there.
  [
    'network',
    'a certificate under the name of a lost connection',
    new Error('openai.APIConnectionError: certificate verify failed'),
    { retryable: false },
  ],
  ['network', 'an event that was cut', new Error('Truncated event message received')],
  [
    'network',
    'a name that nobody knows',
    new Error('nodename nor servname provided, or not known'),
  ],
  ['network', 'a protocol', Object.assign(new Error('Protocol'), { code: 'ERR_HTTP2_ERROR' })],
  ['timeout', 'a code of the system in words', new Error('API Error: read ETIMEDOUT')],
  ['network', 'a name of Python', { name: 'httpx.ConnectError', message: 'nothing' }],
  ['network', 'a server that is not there', new Error('could not connect to the server')],
  [
    'network',
    'a stream that was cut',
    new Error('stream disconnected before completion: nothing more came'),
  ],
  [
    'network',
    'a request that could not be sent',
    new Error('error sending request for url (https://api.example/v1)'),
  ],
  [
    'network',
    'a body that could not be read',
    new Error('Transport: error decoding response body'),
  ],
  [
    'network',
    'a certificate named in words alone',
    new Error('No way to api.example: UNABLE_TO_GET_ISSUER_CERT_LOCALLY'),
    { retryable: false },
  ],
  ['aborted', 'an operation', new Error('Operation aborted')],
  ['aborted', "a caller's context", new Error('no answer: context canceled')],
];

describe('an error that was passed on', () => {
  test.each(rows.map(([category, what, error, more]) => ({ category, what, error, more })))(
    'about $what is $category',
    ({ category, error, more = {} }) => {
      expect(classifyError(error, { now })).toMatchObject({ category, ...more });
    },
  );

  test.each([
    ['server_error', 'Cancelled.', 499, 'CANCELLED'],
    [
      'rate_limit',
      'Quota exceeded for api.example/x_per_base_model: y.',
      429,
      'RESOURCE_EXHAUSTED',
    ],
  ])('from Google is a %s: %s', (category, said, code, status) => {
    const error = { code, message: said, errors: [{ reason: 'backendError' }], status };
    const failure = classifyError(answer(code, [{ error }]), { provider: 'vertex', now });
    expect(failure).toMatchObject({ category, retryable: true });
  });

  test('by Portkey for a model of no integration is no matter of money', () => {
    const error = answer(412, {
      error: { message: 'Model x is not allowed for this integration' },
    });
    expect(classifyError(error, { provider: 'portkey', now }).category).toBe('permission');
  });

  test('is opened where a gateway put the whole of it into a message', () => {
    const inner = JSON.stringify({
      error: {
        code: 429,
        message: 'You exceeded your current quota, see your plan and billing.',
        status: 'RESOURCE_EXHAUSTED',
        details: [
          { violations: [{ quotaId: 'RequestsPerMinutePerModel' }] },
          { '@type': 'type.example/google.rpc.RetryInfo', retryDelay: '26s' },
        ],
      },
    });
    const outer = answer(429, {
      error: { message: inner, code: 429, status: 'Too Many Requests' },
    });
    expect(classifyError(outer, { provider: 'google', now })).toMatchObject({
      category: 'rate_limit',
      limit: 'requests',
      retryAfterMs: 26_000,
    });
  });

  test('is opened where it follows any words', () => {
    const said = 'Too busy: {"error":{"type":"rate_limit_error"},"headers":{"retry-after":"120"}}';
    const read = classifyError(new Error(said), { now });
    expect(read).toMatchObject({ category: 'rate_limit', retryAfterMs: 120_000 });
  });
});

describe('a wait', () => {
  const waitOf = (text: string, status = 429) =>
    classifyError(answer(status, text), { now }).retryAfterMs;

  test('that a client announces for itself was not stated', () => {
    expect(
      waitOf('Gateway time-out · Retrying in 33 seconds… (attempt 8/10)', 504),
    ).toBeUndefined();
  });

  test("is read as Google's Python client prints it", () => {
    expect(waitOf('429 Too much. [retry_delay {\n  seconds: 33\n}\n]')).toBe(33_000);
  });

  test.each([
    [{ error: 'The model is currently loading', estimated_time: 20 }, 20_000],
    ["[{'error': 'The model is currently loading', 'estimated_time': 20.5}]", 20_500],
  ])('for a model that is loading is read: %j', (body, waitMs) => {
    expect(classifyError(answer(503, body), { now }).retryAfterMs).toBe(waitMs);
  });

  test('is read from a frame that was cut off', () => {
    const frame =
      'Client error: {"type":"error","error":{"type":"usage_limit_reached","resets_in_seconds":13872},"head';
    expect(classifyError(frame, { now })).toMatchObject({
      category: 'quota_exhausted',
      retryAfterMs: 13_872_000,
    });
  });

  test("of seconds makes a day's limit one that refills as it goes", () => {
    const said = (wait: string) =>
      classifyError(
        answer(429, {
          error: {
            code: 'rate_limit_exceeded',
            message: `Reached the requests per day (RPD). Please try again in ${wait}.`,
          },
        }),
        { now },
      );
    expect(said('8.64s')).toMatchObject({ category: 'rate_limit', limit: 'day', retryable: true });
    expect(said('7m12s')).toMatchObject({ category: 'quota_exhausted', retryable: false });
  });
});
