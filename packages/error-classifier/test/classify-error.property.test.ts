import { knownProviders } from '@llm-router/core';
import fc from 'fast-check';
import { classifyError, defaultVerdicts } from '../src/index.ts';

const now = Date.UTC(2026, 10, 21);
const limits = [undefined, 'requests', 'tokens', 'concurrency', 'burst', 'day', 'spend'];

const telling = fc.constantFrom(
  'insufficient_quota',
  'rate_limit_exceeded',
  'RESOURCE_EXHAUSTED',
  'Please try again in 5s',
  'resets at 2030-01-01 00:00 UTC',
  'prompt is too long',
  'AbortError',
  '1308',
  '{"error":{"code":"x"}}',
  'GenerateRequestsPerDay',
);
const keys = fc.constantFrom(
  'status',
  'code',
  'type',
  'message',
  'error',
  'body',
  'headers',
  'cause',
  'details',
  'quotaId',
  'retryDelay',
  'retry-after',
  'errors',
  'name',
);
const leaves = fc.oneof(fc.anything(), fc.string(), telling, fc.integer({ min: 100, max: 600 }));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaves,
    fc.dictionary(keys, tie('tree'), { maxKeys: 6 }),
    fc.array(tie('tree'), { maxLength: 3 }),
  ),
}));

/** Objects that do not want to be read: getters and traps that throw, circles, classes, functions. */
const throwing = (): never => {
  throw new Error('gotcha');
};
const traps = fc
  .subarray(['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor'] as const)
  .map((names) => Object.fromEntries(names.map((name) => [name, throwing])));
/** How to make one: fast-check looks at the values that it draws, which these would not stand. */
type Recipe = () => unknown;
const unwilling: fc.Arbitrary<Recipe> = fc.oneof(
  fc.tuple(tree, traps).map(
    ([inner, handler]) =>
      () =>
        new Proxy(Object(inner), handler),
  ),
  fc.tuple(keys, fc.dictionary(keys, tree)).map(
    ([key, inner]) =>
      () =>
        Object.defineProperty({ ...inner }, key, { get: throwing, enumerable: true }),
  ),
  fc.tuple(keys, keys).map(([outer, inner]) => () => {
    const circle: Record<string, unknown> = {};
    circle[outer] = { [inner]: circle };
    return circle;
  }),
  fc.tuple(fc.string(), tree).map(
    ([message, cause]) =>
      () =>
        new Error(message, { cause }),
  ),
  fc.array(tree, { maxLength: 3 }).map((errors) => () => new AggregateError(errors, 'all')),
  fc
    .dictionary(fc.string(), fc.string())
    .map((headers) => () => ({ status: 429, headers: Object.entries(headers) })),
);
const hostile: fc.Arbitrary<Recipe> = fc.oneof(
  unwilling,
  fc.tuple(keys, unwilling).map(([key, make]) => () => ({ status: 400, [key]: make() })),
  fc.array(unwilling, { maxLength: 3 }).map((all) => () => all.map((make) => make())),
);
const providers = fc.option(fc.oneof(fc.constantFrom(...knownProviders), fc.string()), {
  nil: undefined,
});

describe('classifyError, for anything', () => {
  it('never throws and always answers a valid classification', () => {
    fc.assert(
      fc.property(tree, providers, (error, provider) => {
        const said = classifyError(error, { now, ...(provider !== undefined && { provider }) });
        expect(Object.keys(defaultVerdicts)).toContain(said.category);
        expect(typeof said.retryable).toBe('boolean');
        expect(typeof said.failover).toBe('boolean');
        expect(['low', 'medium', 'high']).toContain(said.severity);
        expect(said.action).not.toBe('');
        expect(said.message.length).toBeLessThanOrEqual(500);
        expect(limits).toContain(said.limit);
        expect(said.retryAfterMs ?? 1).toBeGreaterThan(0);
        expect(said.resetAt ?? now + 1).toBeGreaterThan(now);
        expect(said.status ?? 400).toBeGreaterThanOrEqual(400);
        expect(said.status ?? 599).toBeLessThanOrEqual(599);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws at what throws when it is read', () => {
    fc.assert(
      fc.property(hostile, providers, (make, provider) => {
        const said = classifyError(make(), { now, ...(provider !== undefined && { provider }) });
        expect(Object.keys(defaultVerdicts)).toContain(said.category);
        expect(said.message.length).toBeLessThanOrEqual(500);
        expect(JSON.parse(JSON.stringify(said))).toEqual(said);
      }),
      { numRuns: 3000 },
    );
  });

  it('says the same of the same error', () => {
    fc.assert(
      fc.property(tree, (error) => {
        expect(classifyError(error, { now })).toEqual(classifyError(error, { now }));
      }),
    );
  });

  it('says the same of a body whether it is parsed or not', () => {
    const body = fc.record({
      error: fc.record({
        message: fc.stringMatching(/^[a-z .]{1,40}$/),
        code: fc.constantFrom('insufficient_quota', 'x', 'context_length_exceeded'),
      }),
    });
    fc.assert(
      fc.property(body, fc.integer({ min: 400, max: 599 }), (parsed, status) => {
        const said = classifyError({ status, headers: {}, body: parsed }, { now });
        const raw = classifyError({ status, headers: {}, body: JSON.stringify(parsed) }, { now });
        expect(raw).toEqual(said);
      }),
    );
  });
});

test('a time span is read to the second, with days or without', () => {
  const two = (value: number) => String(value).padStart(2, '0');
  const upTo = (max: number) => fc.integer({ min: 0, max });
  fc.assert(
    fc.property(upTo(9999), upTo(23), upTo(59), upTo(59), (days, hours, minutes, seconds) => {
      const clock = `${two(hours)}:${two(minutes)}:${two(seconds)}`;
      const message = `Full again in ${days === 0 ? '' : `${days}.`}${clock}.`;
      const { retryAfterMs } = classifyError({ status: 429, headers: {}, body: { message } });
      const spanMs = (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
      expect(retryAfterMs).toBe(spanMs === 0 ? undefined : spanMs);
    }),
  );
});
