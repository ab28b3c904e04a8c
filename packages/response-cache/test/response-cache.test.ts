import { type ChatCompletion, createVirtualClock } from '@llm-router/core';
import { createResponseCache, type ResponseCacheOptions } from '../src/index.ts';
import { answer, choice, question } from './support.ts';

const acme = { tenant: 'acme' };

function setUp(options: ResponseCacheOptions = {}) {
  const clock = createVirtualClock();
  return { clock, cache: createResponseCache({ clock, ttlMs: 1000, maxEntries: 3, ...options }) };
}

describe('an answer that was stored', () => {
  it('is given back to the same request, streamed or not', () => {
    const { cache } = setUp();
    cache.set(question('hi'), answer('hello'), acme);
    expect(cache.get(question('hi'), acme)).toEqual(answer('hello'));
    expect(cache.get(question('hi', { stream: true }), acme)).toEqual(answer('hello'));
    expect(cache.get(question('hi', { seed: 1 }), acme)).toBeUndefined();
  });

  it('stays with its tenant', () => {
    const { cache } = setUp();
    cache.set(question('hi'), answer('for acme only'), acme);
    expect(cache.get(question('hi'), { tenant: 'other' })).toBeUndefined();
  });

  it('is good for its time and not longer', async () => {
    const { cache, clock } = setUp();
    cache.set(question('hi'), answer('hello'), acme);
    await clock.advance(1000);
    expect(cache.get(question('hi'), acme)).toBeDefined();
    await clock.advance(1);
    expect(cache.get(question('hi'), acme)).toBeUndefined();
  });

  it('goes when it is the least recently used and there is no room', () => {
    const { cache } = setUp();
    for (const text of ['a', 'b', 'c']) cache.set(question(text), answer(text), acme);
    cache.get(question('a'), acme);
    cache.set(question('d'), answer('d'), acme);
    const kept = ['a', 'b', 'c', 'd'].filter((text) => cache.get(question(text), acme));
    expect(kept).toEqual(['a', 'c', 'd']);
  });

  it('cannot be spoilt by who stored it or by who read it', () => {
    const { cache } = setUp();
    const mine = answer('clean');
    cache.set(question('hi'), mine, acme);
    mine.choices.length = 0;
    const read = cache.get(question('hi'), acme) as ChatCompletion;
    (read.choices[0] as ChatCompletion['choices'][number]).message.content = 'poison';
    expect(cache.get(question('hi'), acme)).toEqual(answer('clean'));
  });
});

describe('an answer that is not whole', () => {
  const call = { id: 'c', type: 'function' as const, function: { name: 'f', arguments: '{}' } };
  const twoChoices = { ...answer('one'), choices: [choice('one'), choice('two')] };
  const oneCut = { ...answer('one'), choices: [choice('one'), choice('two', 'length')] };

  it.each([
    ['whole', answer('text'), {}],
    ['a tool call', answer(null, 'tool_calls', { tool_calls: [call] }), {}],
    ['both of two choices', twoChoices, { n: 2 }],
  ])('is told from one that is: %s', (_what, completion, more) => {
    const { cache } = setUp();
    cache.set(question('hi', more), completion, acme);
    expect(cache.get(question('hi', more), acme)).toEqual(completion);
    expect(cache.snapshot().stores).toBe(1);
  });

  it.each<readonly [string, object, object]>([
    ['unfinished', answer('cut sho', 'length'), {}],
    ['unfinished', answer('filtered', 'content_filter'), {}],
    ['unfinished', oneCut, { n: 2 }],
    ['unfinished', answer('odd', 'surprise' as 'stop'), {}],
    ['empty', answer(''), {}],
    ['empty', answer(' \n'), {}],
    ['empty', answer(null), {}],
    ['empty', answer(null, 'stop', { refusal: 'I would rather not' }), {}],
    ['empty', answer(null, 'tool_calls', { tool_calls: [] }), {}],
    ['empty', { ...answer(''), choices: [] }, {}],
    ['empty', {}, {}],
    ['empty', { error: { code: 429 } }, {}],
    ['unfinished', { ...answer('x'), choices: [null] }, {}],
    ['incomplete', answer('one of two'), { n: 2 }],
    ['too-large', answer('x'.repeat(2000)), {}],
  ])('is not stored: %s', (reason, completion, more) => {
    const { cache } = setUp({ maxBytes: 1500 });
    cache.set(question('hi', more), completion as ChatCompletion, acme);
    expect(cache.get(question('hi', more), acme)).toBeUndefined();
    const { refusals, stores, entries } = cache.snapshot();
    expect([stores, entries]).toEqual([0, 0]);
    expect(Object.entries(refusals).filter(([, count]) => count > 0)).toEqual([[reason, 1]]);
  });

  it('is not stored where it is no JSON', () => {
    const { cache } = setUp();
    const cyclic = answer('round') as ChatCompletion & { self?: unknown };
    cyclic.self = cyclic;
    cache.set(question('hi'), cyclic, acme);
    cache.set(question('hi', { prediction: { big: 1n } }), answer('x'), acme);
    expect(cache.snapshot()).toMatchObject({ stores: 0, refusals: { 'not-json': 2 } });
  });
});

describe('the policy', () => {
  const when: ResponseCacheOptions['when'] = ({ temperature }) => (temperature ?? 1) === 0;

  it('caches samples too unless it is told otherwise', () => {
    const { cache } = setUp();
    cache.set(question('hi', { temperature: 1 }), answer('sample'), acme);
    expect(cache.get(question('hi', { temperature: 1 }), acme)).toEqual(answer('sample'));
  });

  it('leaves out what `when` refuses', async () => {
    const { cache } = setUp({ when });
    cache.set(question('hi'), answer('sample'), acme);
    expect(cache.get(question('hi'), acme)).toBeUndefined();
    const load = jest.fn(async () => answer('new'));
    for (let count = 0; count < 2; count++) {
      expect((await cache.getOrLoad(question('hi'), acme, load)).source).toBe('loaded');
    }
    expect(load).toHaveBeenCalledTimes(2);
    expect(cache.snapshot()).toMatchObject({
      hits: 0,
      misses: 0,
      stores: 0,
      refusals: { policy: 3 },
    });
    cache.set(question('hi', { temperature: 0 }), answer('fixed'), acme);
    expect(cache.get(question('hi', { temperature: 0 }), acme)).toEqual(answer('fixed'));
  });
});

describe('the cache', () => {
  it('counts what happens to it', () => {
    const { cache, clock } = setUp();
    cache.get(question('hi'), acme);
    cache.set(question('hi'), answer('é'), acme);
    cache.get(question('hi'), acme);
    cache.get(question('hi'), acme);
    const { refusals, ...shown } = cache.snapshot();
    expect(shown).toEqual({
      at: clock.now(),
      entries: 1,
      bytes: Buffer.byteLength(JSON.stringify(answer('é'))),
      loading: 0,
      hits: 2,
      misses: 1,
      shared: 0,
      stores: 1,
    });
    expect(new Set(Object.values(refusals))).toEqual(new Set([0]));
  });

  it('keeps within its bytes', () => {
    const { cache } = setUp({ maxEntries: 1000, maxBytes: 2000 });
    for (let index = 0; index < 100; index++) {
      cache.set(question(`${index}`), answer('x'.repeat(200)), acme);
      expect(cache.snapshot().bytes).toBeLessThanOrEqual(2000);
    }
    expect(cache.snapshot().entries).toBeGreaterThan(1);
  });

  it('refuses to work without a tenant', async () => {
    const { cache } = setUp();
    const none = {} as { tenant: string };
    const refused = expect.objectContaining({ code: 'invalid_config' });
    expect(() => cache.get(question('hi'), none)).toThrow(refused);
    expect(() => cache.set(question('hi'), answer('x'), none)).toThrow(refused);
    const load = jest.fn(async () => answer('x'));
    await expect(cache.getOrLoad(question('hi'), none, load)).rejects.toEqual(refused);
    expect(load).not.toHaveBeenCalled();
  });

  it('sets no timer', () => {
    jest.useFakeTimers();
    try {
      const { cache } = setUp();
      cache.set(question('hi'), answer('hello'), acme);
      cache.get(question('hi'), acme);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });

  it.each([
    [{ ttlMs: 0 }, 'ttlMs is 0'],
    [{ maxEntries: 1.5 }, 'maxEntries is 1.5'],
    [{ maxBytes: -1 }, 'maxBytes is -1'],
    [{ when: true }, 'when is true'],
    [{ max: 5 }, "unknown option 'max'"],
  ])('refuses %j and says why', (options, words) => {
    const make = () => createResponseCache(options as ResponseCacheOptions);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(make).toThrow(words);
  });

  it('needs no options', () => {
    const cache = createResponseCache();
    cache.set(question('hi'), answer('hello'), acme);
    expect(cache.get(question('hi'), acme)).toEqual(answer('hello'));
  });
});
