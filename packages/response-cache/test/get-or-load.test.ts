import { type ChatCompletion, createVirtualClock, isRouterError } from '@llm-router/core';
import { createResponseCache } from '../src/index.ts';
import { answer, question } from './support.ts';

const acme = { tenant: 'acme' };

function setUp() {
  const clock = createVirtualClock();
  const cache = createResponseCache({ clock, ttlMs: 60_000 });
  const signals: AbortSignal[] = [];
  /** Takes a second, and listens to its signal. */
  const load = jest.fn(async (signal: AbortSignal): Promise<ChatCompletion> => {
    signals.push(signal);
    await clock.sleep(1000, signal);
    return answer('loaded');
  });
  return { clock, cache, load, signals };
}

describe('loading', () => {
  it('happens once for a thousand callers at once', async () => {
    const { clock, cache, load } = setUp();
    const callers = Array.from({ length: 1000 }, () => cache.getOrLoad(question('hi'), acme, load));
    const results = await clock.run(Promise.all(callers));
    expect(load).toHaveBeenCalledTimes(1);
    expect(results.filter(({ source }) => source === 'loaded')).toHaveLength(1);
    expect(results.filter(({ source }) => source === 'shared')).toHaveLength(999);
    for (const { completion } of results) expect(completion).toEqual(answer('loaded'));
    expect(new Set(results.map(({ completion }) => completion)).size).toBe(1000);
    expect(cache.snapshot()).toMatchObject({ misses: 1, shared: 999, stores: 1, loading: 0 });
  });

  it('happens not at all for who comes later', async () => {
    const { clock, cache, load } = setUp();
    await clock.run(cache.getOrLoad(question('hi'), acme, load));
    const later = await cache.getOrLoad(question('hi'), acme, load);
    expect(later).toEqual({ completion: answer('loaded'), source: 'stored' });
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('is apart for tenants and for requests', async () => {
    const { clock, cache, load } = setUp();
    const all = Promise.all([
      cache.getOrLoad(question('hi'), acme, load),
      cache.getOrLoad(question('hi'), { tenant: 'other' }, load),
      cache.getOrLoad(question('ho'), acme, load),
    ]);
    await clock.run(all);
    expect(load).toHaveBeenCalledTimes(3);
  });

  it('is shared but not kept where the answer is not whole', async () => {
    const { clock, cache } = setUp();
    const load = jest.fn(async () => {
      await clock.sleep(10);
      return answer('cut sho', 'length');
    });
    const both = () =>
      clock.run(
        Promise.all([
          cache.getOrLoad(question('hi'), acme, load),
          cache.getOrLoad(question('hi'), acme, load),
        ]),
      );
    expect((await both()).map(({ completion }) => completion)).toEqual([
      answer('cut sho', 'length'),
      answer('cut sho', 'length'),
    ]);
    await both();
    expect(load).toHaveBeenCalledTimes(2);
  });
});

describe('a load that fails', () => {
  it('fails for all who wait and is not kept', async () => {
    const { clock, cache } = setUp();
    const error = new Error('429');
    const load = jest.fn(async (): Promise<ChatCompletion> => {
      await clock.sleep(10);
      throw error;
    });
    const callers = Array.from({ length: 3 }, () => cache.getOrLoad(question('hi'), acme, load));
    const results = await clock.run(Promise.allSettled(callers));
    expect(results).toEqual(new Array(3).fill({ status: 'rejected', reason: error }));
    expect(load).toHaveBeenCalledTimes(1);
    load.mockResolvedValueOnce(answer('second try'));
    const after = await cache.getOrLoad(question('hi'), acme, load);
    expect(after).toEqual({ completion: answer('second try'), source: 'loaded' });
  });

  it('may do so before it promises anything', async () => {
    const { cache } = setUp();
    const load = () => {
      throw new Error('at once');
    };
    await expect(cache.getOrLoad(question('hi'), acme, load)).rejects.toThrow('at once');
    expect(cache.snapshot().loading).toBe(0);
  });
});

describe('a caller who aborts', () => {
  it('leaves alone, even the one who came first', async () => {
    const { clock, cache, load, signals } = setUp();
    const first = new AbortController();
    const leaving = cache.getOrLoad(question('hi'), { ...acme, signal: first.signal }, load);
    const staying = cache.getOrLoad(question('hi'), acme, load);
    const reason = new Error('enough');
    first.abort(reason);
    const error = await leaving.catch((thrown) => thrown);
    expect(isRouterError(error, 'aborted')).toBe(true);
    expect(error.cause).toBe(reason);
    expect(signals[0]?.aborted).toBe(false);
    expect((await clock.run(staying)).completion).toEqual(answer('loaded'));
  });

  it('takes the load down where nobody else waits, and the next one starts anew', async () => {
    const { clock, cache, load, signals } = setUp();
    const aborts = [new AbortController(), new AbortController()];
    const callers = aborts.map(({ signal }) =>
      cache.getOrLoad(question('hi'), { ...acme, signal }, load),
    );
    const ended = Promise.allSettled(callers);
    aborts[0]?.abort();
    expect(signals[0]?.aborted).toBe(false);
    aborts[1]?.abort('gone');
    expect(signals[0]?.reason).toBe('gone');
    const newcomer = cache.getOrLoad(question('hi'), acme, load);
    expect((await clock.run(newcomer)).source).toBe('loaded');
    expect((await ended).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('loads nothing where that was before the call', async () => {
    const { cache, load } = setUp();
    const scope = { ...acme, signal: AbortSignal.abort() };
    const error = await cache.getOrLoad(question('hi'), scope, load).catch((thrown) => thrown);
    expect(isRouterError(error, 'aborted')).toBe(true);
    expect(load).not.toHaveBeenCalled();
    expect(cache.snapshot()).toMatchObject({ misses: 0, loading: 0 });
  });

  it('does not disturb a load that is over', async () => {
    const { clock, cache, load, signals } = setUp();
    const abort = new AbortController();
    await clock.run(cache.getOrLoad(question('hi'), { ...acme, signal: abort.signal }, load));
    abort.abort();
    expect(signals[0]?.aborted).toBe(false);
    expect(cache.get(question('hi'), acme)).toEqual(answer('loaded'));
  });
});

it('a request that has no key is loaded each time, with the signal of its caller', async () => {
  const { cache } = setUp();
  const odd = question('hi', { prediction: { big: 1n } });
  const { signal } = new AbortController();
  const seen: AbortSignal[] = [];
  const load = async (given: AbortSignal) => {
    seen.push(given);
    return answer('loaded');
  };
  await cache.getOrLoad(odd, { ...acme, signal }, load);
  await cache.getOrLoad(odd, { ...acme, signal }, load);
  expect(seen).toEqual([signal, signal]);
});
