import { createSecret, isRouterError } from '@llm-router/core';
import fc from 'fast-check';
import { findPortkeyRefusal, parsePortkeyConfig, toPortkeyConfig } from '../src/index.ts';

const good = { provider: 'openai', model: 'm', apiKey: 'key-of-the-pier' };

function refusalOf(config: unknown, options?: unknown): string {
  try {
    toPortkeyConfig(config as never, options as never);
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

test.each<[unknown, RegExp]>([
  [undefined, /the configuration is undefined; expected an object/],
  [null, /the configuration is null/],
  [7, /the configuration is 7/],
  [{}, /deployments is undefined; expected a list of at least one/],
  [{ deployments: [] }, /deployments is a list of 0/],
  [{ deployments: [undefined] }, /deployments\[0\] is undefined; expected an object/],
  [{ deployments: [good, null] }, /deployments\[1\] is null/],
  // biome-ignore lint/suspicious/noSparseArray: a hole is what is tried
  [{ deployments: [good, , good] }, /deployments\[1\] is undefined/],
  [{ deployments: [{ model: 'm' }] }, /deployments\[0\]\.provider is undefined; expected text/],
  [{ deployments: [{ provider: 'openai' }] }, /deployments\[0\]\.model is undefined/],
  [{ deployments: [{ ...good, apiKey: 7 }] }, /deployments\[0\]\.apiKey is 7; expected text or/],
  [{ deployments: [{ ...good, headers: [7] }] }, /deployments\[0\]\.headers is a list/],
  [{ deployments: [{ ...good, headers: null }] }, /deployments\[0\]\.headers is null/],
  [{ deployments: [{ ...good, headers: { a: {} } }] }, /deployments\[0\]\.headers is an object/],
  [{ deployments: [{ ...good, baseUrl: {} }] }, /deployments\[0\]\.baseUrl is an object/],
  [{ deployments: [{ ...good, weight: -1 }] }, /deployments\[0\]\.weight is -1/],
  [{ deployments: [{ ...good, priority: 'first' }] }, /deployments\[0\]\.priority is 'first'/],
  [{ deployments: [good], models: null }, /: models is null/],
  [{ deployments: [good], models: { smart: 'm' } }, /: models is an object; expected .* lists/],
  [{ deployments: [good], retry: null }, /: retry is null/],
  [{ deployments: [good], retry: { maxAttempts: 'x' } }, /retry\.maxAttempts is 'x'/],
  [{ deployments: [good], retry: { backoff: null } }, /retry\.backoff is null/],
  [{ deployments: [good], fallback: { onStatusCodes: 500 } }, /fallback\.onStatusCodes is 500/],
  [{ deployments: [good], cache: 'on' }, /: cache is 'on'/],
])('%j is refused by its place', (config, message) => {
  const told = refusalOf(config);
  expect(told).toMatch(/^toPortkeyConfig: /);
  expect(told).toMatch(message);
  expect(told).not.toContain('pier');
});

test('whatever comes, only errors of the house come out, and none shows a key', () => {
  const odd = fc.oneof(fc.anything(), fc.constantFrom(null, 7, 'x', [null], {}, [{}]));
  const fields = (names: string) =>
    fc.record(Object.fromEntries(names.split(' ').map((name) => [name, odd])), {
      requiredKeys: [],
    });
  const deployment = fc
    .tuple(fields('id provider model baseUrl headers priority weight timeoutMs'), fc.boolean())
    .map(([given, isGood]) => ({ ...(isGood && good), ...given, apiKey: createSecret('pier') }));
  const config = fc
    .tuple(
      fc.array(fc.oneof(deployment, fc.constant(good), odd)),
      fields('models defaultModel strategy retry fallback cache breaker'),
    )
    .map(([deployments, rest]) => ({ deployments, ...rest }));
  fc.assert(
    fc.property(fc.oneof(config, fc.anything()), (given) => {
      try {
        JSON.stringify(toPortkeyConfig(given as never));
      } catch (error) {
        if (!isRouterError(error, 'invalid_config')) throw error;
        expect(error.message).not.toContain('pier');
      }
      try {
        parsePortkeyConfig(given);
      } catch (error) {
        if (!isRouterError(error)) throw error;
      }
    }),
    { numRuns: 1000 },
  );
});

test('options of findPortkeyRefusal that are none are named', () => {
  for (const options of [null, 7, { providers: 'openai' }]) {
    expect(() => findPortkeyRefusal({}, options as never)).toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^findPortkeyRefusal/) }),
    );
  }
});
