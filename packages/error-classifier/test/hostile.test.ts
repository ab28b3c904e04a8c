import { classifyError, defaultVerdicts } from '../src/index.ts';

const throwing = (): never => {
  throw new Error('gotcha');
};
const everyTrap = new Proxy(
  {},
  { get: throwing, has: throwing, ownKeys: throwing, getPrototypeOf: throwing },
);
const endless: object = new Proxy({}, { get: () => endless });
const revoked = (() => {
  const { proxy, revoke } = Proxy.revocable([], {});
  revoke();
  return proxy;
})();
const cyclic: { error?: unknown; cause?: unknown; message: string } = { message: 'round' };
cyclic.error = cyclic;
cyclic.cause = [cyclic];
const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
const marked = {
  [Symbol.for('llm-router.error')]: true,
  code: 'constructor',
  category: 'toString',
  message: 7,
};

describe('hostile input', () => {
  it.each([
    ['a proxy that always throws', everyTrap],
    ['a proxy without end', endless],
    ['a revoked proxy', revoked],
    ['a revoked proxy as a body', { status: 500, body: revoked, headers: revoked }],
    ['throwing getters', Object.defineProperty(new Error('x'), 'message', { get: throwing })],
    ['a circle', cyclic],
    ['a body of deep brackets', { status: 400, body: deep }],
    ['a false error of the house', marked],
    ['an error without a prototype', Object.assign(Object.create(null), { status: '429' })],
    [
      'names of the prototype',
      { status: 400, body: { error: { code: '__proto__', type: 'constructor' } } },
    ],
    ['a function', throwing],
    ['a symbol', Symbol('x')],
    ['a big integer', 10n],
    ['a status that is no number', { status: { valueOf: throwing }, headers: 5, body: 7 }],
    ['headers that throw', { status: 429, headers: everyTrap }],
  ])('%s is classified all the same', (_, error) => {
    const said = classifyError(error, { provider: '__proto__' });
    expect(Object.keys(defaultVerdicts)).toContain(said.category);
    expect(said.message.length).toBeLessThanOrEqual(500);
    expect(JSON.parse(JSON.stringify(said))).toEqual(said);
  });

  it.each([
    ['letters', 'a'.repeat(5_000_000)],
    ['spaces', ' '.repeat(5_000_000)],
    ['angle brackets', '<'.repeat(5_000_000)],
    ['braces', '{'.repeat(5_000_000)],
    ['quotes', '{"code":"'.repeat(500_000)],
    ['half fields', '{"code" '.repeat(500_000)],
    ['digits', `retry in ${'1'.repeat(5_000_000)}`],
    ['waits', 'retry in 1h '.repeat(400_000)],
    ['models', 'model '.repeat(800_000)],
    ['quotas', 'quota exceeded for '.repeat(200_000)],
    ['dashes', '- '.repeat(2_000_000)],
    ['token heads', 'eyJ-'.repeat(1_000_000)],
    ['addresses', '://a:'.repeat(1_000_000)],
    ['lines', 'data:{\n'.repeat(700_000)],
    ['words', 'no a b c d '.repeat(400_000)],
  ])(
    'of five megabytes of %s only the beginning is read, as a body, a message and a string',
    (_, text) => {
      const now = 1_800_000_000_000;
      const forms = (given: string) => [
        { status: 400, body: given },
        { status: 429, body: { message: given } },
        new Error(given),
        given,
      ];
      const beginnings = forms(text.slice(0, 100_000));
      for (const [index, error] of forms(text).entries()) {
        const classified = classifyError(error, { now });
        expect(classified.message.length).toBeLessThanOrEqual(500);
        expect(classified).toEqual(classifyError(beginnings[index], { now }));
      }
    },
  );

  it('takes null for no context, and lets nobody change the shared verdicts', () => {
    expect(classifyError(new Error('x'), null as never).category).toBe('unknown');
    expect(() => Object.assign(defaultVerdicts.rate_limit, { retryable: false })).toThrow(
      TypeError,
    );
  });

  it('does not read the request that an HTTP client keeps on its error', () => {
    const error = {
      message: 'Request failed with status code 400',
      config: { data: '{"code":"insufficient_quota"}' },
      request: { error: { type: 'overloaded_error' } },
      response: { status: 400, data: { error: { message: 'Wrong.' } } },
    };
    expect(classifyError(error)).toMatchObject({ category: 'invalid_request', status: 400 });
  });
});
