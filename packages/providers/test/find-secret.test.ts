import { createSecret } from '@llm-router/core';
import { findSecret } from '../src/checks/find-secret.ts';

const secret = 'hush-42';

class Telling extends Error {
  get request() {
    return { headers: new Headers({ 'x-api-key': secret }) };
  }
}

const hidden = Object.defineProperty(new Error('x'), 'options', { value: { auth: secret } });
const circle: Record<string, unknown> = { list: [1, [secret]] };
circle['self'] = circle;

const throwing = {
  get first() {
    throw new Error('not readable');
  },
  second: secret,
};

test.each<[string, unknown, string | undefined]>([
  ['a text', `no ${secret}`, 'error'],
  ['a message', { name: 'Error', message: secret }, 'error.message'],
  [
    'a chain of causes',
    new Error('x', { cause: { config: { key: secret } } }),
    'error.cause.config.key',
  ],
  ['a list in a circle', circle, 'error.list.1.0'],
  ['a map', { headers: new Map([['x-key', secret]]) }, 'error.headers.x-key'],
  ['headers', { headers: new Headers({ 'X-Key': secret }) }, 'error.headers.x-key'],
  ['a set', { keys: new Set([secret]) }, 'a name in error.keys'],
  ['a name', { tried: { [secret]: 1 } }, 'a name in error.tried'],
  ['a symbol', { [Symbol('state')]: { key: secret } }, 'error.Symbol(state).key'],
  ['a property that is not listed', hidden, 'error.options.auth'],
  ['an inherited getter', new Telling('x'), 'error.request.headers.x-api-key'],
  ['what stands after a getter that throws', throwing, 'error.second'],
  ['a JSON of its own', { toJSON: () => ({ secret }) }, 'JSON.stringify(error)'],
  ['a text of its own', { toString: () => secret }, 'String(error)'],
  ['a closed secret', { key: createSecret(secret), keys: [createSecret(secret)] }, undefined],
  ['a function', { reveal: () => secret }, undefined],
  ['nothing', undefined, undefined],
  ['a revoked proxy', revoked(), undefined],
  ['an object without a text', Object.create(null), undefined],
])('a key in %s', (_, error, place) => {
  expect(findSecret(error, ['other', secret])).toBe(place);
});

function revoked(): unknown {
  const { proxy, revoke } = Proxy.revocable({ key: secret }, {});
  revoke();
  return proxy;
}

test('what is met again is not looked at again', () => {
  let reads = 0;
  const shared = {
    get code() {
      reads += 1;
      return 'E1';
    },
  };
  expect(findSecret({ first: shared, second: [shared, shared] }, [secret])).toBeUndefined();
  // Once for the search and three times for the JSON.
  expect(reads).toBe(4);
});

test('the bytes of a body do not hide what lies behind them', () => {
  const error = { body: new Uint8Array(50_000), request: { options: { key: secret } } };
  expect(findSecret(error, [secret])).toBe('error.request.options.key');
});

test('an error that grows when it is read is read to an end', () => {
  const grow = (): object => ({
    get left() {
      return grow();
    },
    get right() {
      return grow();
    },
  });
  expect(findSecret(grow(), [secret])).toBeUndefined();
});
