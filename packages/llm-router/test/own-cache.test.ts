import {
  createRandom,
  createVirtualClock,
  type ResponseCache,
  type VirtualClock,
} from '@llm-router/core';
import { createRouter, type RouterConfig } from 'llm-router';
import {
  busy,
  collect,
  completionOf,
  createScriptedFetch,
  deploy,
  failureOf,
  idle,
  record,
} from './support.ts';

const never = () => new Promise<never>(() => {});

/** Made to be wrong: what stands here is no cache that types would allow. */
function bench(parts: object, config: Partial<RouterConfig> = {}, clock = createVirtualClock()) {
  const cache = { get: () => undefined, set: () => {}, snapshot: () => ({}), ...parts };
  const { fetch, hits } = createScriptedFetch(clock, () => ({ afterMs: 100 }));
  const router = createRouter(
    { deployments: [deploy('a')], ...config },
    { clock, random: createRandom(1), fetch, cache: cache as ResponseCache },
  );
  const events = record(router);
  const degraded = () =>
    events.flatMap((event) => (event.type === 'store-degraded' ? [event.detail] : []));
  const ended = () => events.filter(({ type }) => type === 'request-ended');
  return { clock, router, hits, degraded, ended };
}

const faces = ['chat', 'stream'] as const;
const ask = (
  router: ReturnType<typeof bench>['router'],
  face: (typeof faces)[number],
  options = {},
) => (face === 'chat' ? router.chat('Hello', options) : router.stream('Hello', options).result);

describe.each(faces)('a cache whose answer is no completion is a miss for %s', (face) => {
  const noChoice = { ...completionOf('x'), choices: [] };
  const noMessage = { ...completionOf('x'), choices: [{ index: 0, finish_reason: 'stop' }] };
  const badText = { ...completionOf('x'), choices: [{ message: { content: 5 } }] };
  const badCalls = {
    ...completionOf('x'),
    choices: [{ message: { content: 'x', tool_calls: 'none' } }],
  };
  it.each<[string, unknown, isHeard: boolean]>([
    ['null', null, false],
    ['nothing', undefined, false],
    ['text', 'hi', true],
    ['a number', 5, true],
    ['a list', [], true],
    ['another object', { hello: 1 }, true],
    ['an answer of no choice', noChoice, true],
    ['an answer of null', { ...noChoice, choices: [null] }, true],
    ['an answer without a message', noMessage, true],
    ['an answer of a number', badText, true],
    ['an answer with calls that are none', badCalls, true],
  ])('%s', async (_name, stored, isHeard) => {
    for (const get of [() => stored, async () => stored]) {
      const { clock, router, hits, degraded, ended } = bench({ get });
      const { text, cached } = await clock.run(ask(router, face));
      expect([text, cached]).toEqual(['fine', false]);
      expect(hits).toHaveLength(1);
      expect(degraded()).toEqual(isHeard ? ['get answered what is no completion'] : []);
      expect(ended()).toHaveLength(1);
      expect(router.status().requests).toEqual({ running: 0, succeeded: 1, failed: 0 });
      await clock.run(router.close());
    }
  });
});

describe.each(faces)('a cache that hangs never holds %s up', (face) => {
  it('when it stores: the answer is delivered at once, and the delay is told', async () => {
    const { clock, router, degraded } = bench({ set: never }, { timeouts: { totalMs: 300 } });
    const before = clock.now();
    expect((await clock.run(ask(router, face))).text).toBe('fine');
    expect(clock.now() - before).toBe(100);
    await clock.run(router.close());
    await clock.advance(2000);
    expect(degraded()).toEqual([expect.stringMatching(/^set .*1000 ms/)]);
    expect(busy(router)).toEqual(idle);
  });

  it('nor when it is refreshed', async () => {
    const { clock, router } = bench({ set: never });
    expect((await clock.run(ask(router, face, { cache: 'refresh' }))).text).toBe('fine');
  });

  it('when it is asked: after a second the request goes on without it', async () => {
    const { clock, router, degraded } = bench({ get: never });
    const before = clock.now();
    expect((await clock.run(ask(router, face))).text).toBe('fine');
    expect(clock.now() - before).toBe(1100);
    expect(degraded()).toEqual([expect.stringMatching(/^get .*1000 ms/)]);
    await clock.run(router.close());
  });

  it.each([
    ['a time-out', { options: { timeoutMs: 300 }, config: {} }],
    ['a total', { options: {}, config: { timeouts: { totalMs: 300 } } }],
  ])('and takes at most half of %s that is short', async (_name, { options, config }) => {
    const { clock, router, degraded } = bench({ get: never }, config);
    const before = clock.now();
    expect((await clock.run(ask(router, face, options))).text).toBe('fine');
    expect(clock.now() - before).toBe(250);
    expect(degraded()).toEqual([expect.stringMatching(/^get .*150 ms/)]);
  });

  it('nor keeps a caller who leaves', async () => {
    const { clock, router, hits, degraded } = bench({ get: never });
    const leaving = new AbortController();
    const asked = failureOf(ask(router, face, { signal: leaving.signal }));
    await clock.advance(50);
    leaving.abort();
    const before = clock.now();
    expect((await clock.run(asked)).code).toBe('aborted');
    expect(clock.now() - before).toBeLessThan(10);
    expect(hits).toEqual([]);
    expect(degraded()).toEqual([]);
    await clock.run(router.close());
    expect(busy(router)).toEqual(idle);
  });
});

it('who asks the same while the cache is slow shares one load, and leaves in one’s own time', async () => {
  const { clock, router, hits } = bench({ get: never });
  const patient = router.chat('Hello');
  const hasty = failureOf(router.chat('Hello', { timeoutMs: 200 }));
  const error = await clock.run(hasty);
  expect(error.code).toBe('deadline_exceeded');
  expect(error.message).toMatch(/cache/);
  expect((await clock.run(patient)).text).toBe('fine');
  expect(hits).toHaveLength(1);
});

it('a late failure of a cache that was given up is nobody’s', async () => {
  const unhandled: unknown[] = [];
  const note = (reason: unknown) => unhandled.push(reason);
  process.on('unhandledRejection', note);
  try {
    const late = (clock: VirtualClock) => () =>
      clock.sleep(5000).then(() => Promise.reject(new Error('too late')));
    const clock = createVirtualClock();
    const made = bench({ get: late(clock), set: late(clock) }, {}, clock);
    await clock.run(collect(made.router.stream('Hello')));
    await clock.advance(20_000);
    expect(unhandled).toEqual([]);
    expect(made.degraded()).toHaveLength(2);
  } finally {
    process.off('unhandledRejection', note);
  }
});

it('a status is read although the cache cannot show itself', async () => {
  const snapshot = () => {
    throw new Error('secret host unreachable');
  };
  const { router, degraded } = bench({ snapshot });
  expect(router.status().requests.running).toBe(0);
  expect(router.status().cache).toBeUndefined();
  expect(degraded()).toEqual(Array(2).fill('snapshot failed: Error'));
});
