/**
 * @typedef {object} Scenario
 * @property {string} name what the configuration says
 * @property {() => readonly object[]} models of the simulator, with fresh faults
 * @property {(target: (model: string, more?: object) => object) => object} config of Portkey's
 * @property {number} [calls] one after another; 1 unless given
 * @property {object} [request] fields of the request beside its message
 * @property {string} [differs] what the two do differently, and why
 */

const latency = { medianMs: 5, sigma: 0 };
const model = (name, more = {}) => ({ name, latency, ...more });

/** Fails the first `count` requests. */
function failing(name, count, fault = { kind: 'server-error' }) {
  let left = count;
  return model(name, { faults: [{ ...fault, matches: () => left-- > 0 }] });
}

const always = Infinity;
const unavailable = { kind: 'overloaded' };

/** @type {readonly Scenario[]} */
export const scenarios = [
  {
    name: '3 retries, two failures',
    models: () => [failing('a', 2)],
    config: (target) => ({ ...target('a'), retry: { attempts: 3 } }),
  },
  {
    name: '2 retries, always failing',
    models: () => [failing('a', always)],
    config: (target) => ({ ...target('a'), retry: { attempts: 2 } }),
  },
  {
    name: 'retry 429 alone, a 500 comes',
    models: () => [failing('a', always)],
    config: (target) => ({ ...target('a'), retry: { attempts: 3, on_status_codes: [429] } }),
  },
  {
    name: '3 retries, the connection is reset twice',
    models: () => [failing('a', 2, { kind: 'connection-reset' })],
    config: (target) => ({ ...target('a'), retry: { attempts: 3, on_status_codes: [429] } }),
  },
  {
    name: 'fallback, the first has a wrong key (401)',
    models: () => [model('a', { apiKey: 'another' }), model('b')],
    config: (target) => ({ strategy: { mode: 'fallback' }, targets: [target('a'), target('b')] }),
  },
  {
    name: 'no retry',
    models: () => [failing('a', always)],
    config: (target) => target('a'),
  },
  {
    name: 'fallback over three, two fail',
    models: () => [failing('a', always), failing('b', always, unavailable), model('c')],
    config: (target) => ({
      strategy: { mode: 'fallback' },
      targets: [target('a'), target('b'), target('c')],
    }),
  },
  {
    name: 'fallback on 429 alone, a 500 comes',
    models: () => [failing('a', always), model('b')],
    config: (target) => ({
      strategy: { mode: 'fallback', on_status_codes: [429] },
      targets: [target('a'), target('b')],
    }),
  },
  {
    name: 'fallback on 500 and 503, both fail',
    models: () => [failing('a', always), failing('b', always, unavailable)],
    config: (target) => ({
      strategy: { mode: 'fallback', on_status_codes: [500, 503] },
      targets: [target('a'), target('b')],
    }),
  },
  {
    name: 'fallback with a nested fallback',
    models: () => [failing('a', always), failing('b', always), model('c')],
    config: (target) => ({
      strategy: { mode: 'fallback' },
      targets: [
        { strategy: { mode: 'fallback' }, targets: [target('a'), target('b')] },
        target('c'),
      ],
    }),
  },
  {
    name: 'weights 7 : 3, 400 requests',
    models: () => [model('a'), model('b')],
    calls: 400,
    config: (target) => ({
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 0.7 }), target('b', { weight: 0.3 })],
    }),
  },
  {
    name: 'weights 1 : 0, the first fails',
    models: () => [failing('a', always), model('b')],
    config: (target) => ({
      strategy: { mode: 'loadbalance' },
      targets: [target('a', { weight: 1 }), target('b', { weight: 0 })],
    }),
  },
  {
    name: 'drawing, behind it all that can be drawn; one fails',
    models: () => [failing('a', always), model('b')],
    config: (target) => ({
      strategy: { mode: 'fallback' },
      targets: [
        {
          strategy: { mode: 'loadbalance' },
          targets: [target('a', { weight: 1 }), target('b', { weight: 0 })],
        },
        target('a', { weight: 1 }),
        target('b', { weight: 0 }),
      ],
    }),
    differs:
      'The gateway asks what has just failed again, as the next target. The router goes on to who has not failed.',
  },
  {
    name: 'mode single with two targets',
    models: () => [model('a'), model('b')],
    config: (target) => ({ strategy: { mode: 'single' }, targets: [target('a'), target('b')] }),
  },
  {
    name: 'conditional on the model',
    models: () => [model('a'), model('b')],
    request: { model: 'fast' },
    config: (target) => ({
      strategy: {
        mode: 'conditional',
        // biome-ignore lint/suspicious/noThenProperty: the word is Portkey's
        conditions: [{ query: { 'params.model': { $eq: 'fast' } }, then: 'second' }],
        default: 'first',
      },
      targets: [target('a', { name: 'first' }), target('b', { name: 'second' })],
    }),
  },
  {
    name: 'fallback, 1 retry each, the first fails',
    models: () => [failing('a', always), model('b')],
    config: (target) => ({
      strategy: { mode: 'fallback' },
      retry: { attempts: 1 },
      targets: [target('a'), target('b')],
    }),
    differs:
      'The gateway retries a target before it asks the next. The router asks the next at once, which costs no wait; it comes back to the first only when all have failed (decision 0004).',
  },
  {
    name: 'fallback over a drawing and one more, drawn ones fail',
    models: () => [failing('a', always), failing('b', always), model('c')],
    config: (target) => ({
      strategy: { mode: 'fallback' },
      targets: [
        { strategy: { mode: 'loadbalance' }, targets: [target('a'), target('b')] },
        target('c'),
      ],
    }),
    differs:
      'The gateway draws one of a group and leaves the group when that fails. The router asks the others of the group before the next target; a warning says so.',
  },
  {
    name: 'fallback, the prompt is too long for the first (400)',
    models: () => [model('a', { contextWindow: 4 }), model('b')],
    config: (target) => ({ strategy: { mode: 'fallback' }, targets: [target('a'), target('b')] }),
  },
  {
    name: 'retry of a 429 that says 500 ms',
    models: () => [model('a', { limits: { requests: { burst: 1, perSecond: 2 } } })],
    calls: 2,
    config: (target) => ({ ...target('a'), retry: { attempts: 2 } }),
    differs:
      'Without use_retry_after_header the gateway waits by its own clock. The router always waits as long as was said, in its queue and before it sends, so that the refusal rarely happens.',
  },
  {
    name: 'retry of a 429 that says 5 s, with use_retry_after_header',
    models: () => [model('a', { limits: { requests: { burst: 1, perSecond: 0.2 } } })],
    calls: 2,
    config: (target) => ({
      ...target('a'),
      retry: { attempts: 2, use_retry_after_header: true },
    }),
    differs:
      'As published on npm the gateway throws inside of itself where it should wait as it was told, tries again by its own clock, and answers 500 where the last try meets such a 429 too. So toPortkeyConfig does not write the key.',
  },
  {
    name: 'a time limit of 300 ms, the answer takes 1 s',
    models: () => [model('a', { latency: { medianMs: 1000, sigma: 0 } })],
    config: (target) => target('a', { request_timeout: 300 }),
    differs:
      'The gateway makes an answer with status 408 of it. The router fails with the category timeout and no status, since no server gave one.',
  },
  {
    name: 'cache, the same asked twice',
    models: () => [model('a')],
    calls: 2,
    config: (target) => ({ ...target('a'), cache: { mode: 'simple', max_age: 60 } }),
    differs:
      'The gateway as published on npm has no cache built in: it takes the key and answers DISABLED. The router caches.',
  },
];
