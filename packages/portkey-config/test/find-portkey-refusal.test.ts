import { findPortkeyRefusal } from '../src/index.ts';

const good = { provider: 'openai', api_key: 'k' };
const errorsOf = (json: unknown) => findPortkeyRefusal(json)?.errors;

test.each([
  ['a target', good],
  ['a strategy with targets', { strategy: { mode: 'fallback' }, targets: [good] }],
  ['keys that are not known', { ...good, anything: 1 }],
  ['a local server', { provider: 'ollama' }],
  ['camel case, which is not looked at', { ...good, requestTimeout: 'soon' }],
])('takes %s', (_, json) => {
  expect(findPortkeyRefusal(json)).toBeUndefined();
});

test.each([
  [{ ...good, cache: {} }, ['path: cache,mode, message: Required']],
  [
    { ...good, cache: { mode: 'lru' } },
    ["path: cache,mode, message: Invalid 'cache.mode' value. Must be one of: simple, semantic"],
  ],
  [
    { ...good, retry: { attempts: '5' } },
    ['path: retry,attempts, message: Expected number, received string'],
  ],
  [
    { strategy: { mode: 'fallback' }, targets: [{ provider: 'openai' }] },
    [expect.stringMatching(/^path: targets,0, message: Invalid configuration\. It must/)],
  ],
  [{ ...good, custom_host: 'http://10.0.0.1/v1' }, ['path: , message: Invalid custom host']],
  [
    { ...good, targets: [{ ...good, weight: null }] },
    ['path: targets,0,weight, message: Expected number, received null'],
  ],
])('refuses %j', (json, errors) => {
  expect(errorsOf(json)).toEqual(errors);
});

test('lists every known provider where one is unknown', () => {
  const [error] = errorsOf({ ...good, provider: 'parrot' }) ?? [];
  expect(error).toMatch(/^path: provider, .*anthropic, anyscale, .*ovhcloud$/);
});

test('refuses what names no provider, what is no JSON, and what is of the old form', () => {
  expect(findPortkeyRefusal({ retry: { attempts: 1 } })?.message).toContain('x-portkey-provider');
  expect(findPortkeyRefusal({ retry: { attempts: 1 } }, { provider: 'groq' })).toBeUndefined();
  expect(findPortkeyRefusal('{')?.message).toContain('valid json');
  expect(findPortkeyRefusal({ ...good, options: [{}] })?.message).toContain('not supported');
});

test.each([
  ['https://api.example.com/v1', true],
  ['http://localhost:11434', true],
  ['http://127.0.0.1:9/v1', true],
  ['http://127.0.0.2/v1', false],
  ['http://172.20.1.1', false],
  ['http://172.32.1.1', true],
  ['http://2130706433/', true],
  ['http://169.254.169.254/latest', false],
  ['http://metadata.google.internal', false],
  ['http://printer.local', false],
  ['http://me@example.com', false],
  ['http://[::1]/', false],
  ['ftp://example.com', false],
  ['example.com', false],
])('of the host %s it thinks %s', (custom_host, isAllowed) => {
  expect(findPortkeyRefusal({ ...good, custom_host }) === undefined).toBe(isAllowed);
});
