import { createRandom, createVirtualClock, isRouterError } from '@llm-router/core';
import {
  type ChainAttempt,
  type ChainEvent,
  type ChainProvider,
  createFallbackChain,
  FallbackChainError,
  type FallbackChainOptions,
} from '../src/index.ts';

const status = (code: number, more: object = {}) =>
  Object.assign(new Error(`status ${code}`), { status: code, ...more });

interface Called {
  readonly name: string;
  readonly at: number;
}

/** A provider that throws each of the errors in turn and then answers with its name. */
function provider(
  name: string,
  errors: readonly unknown[],
  more: Partial<ChainProvider<string, string>> = {},
): Omit<ChainProvider<string, string>, 'call'> & { readonly errors: readonly unknown[] } {
  return { name, errors, ...more };
}

function setUp(
  providers: readonly ReturnType<typeof provider>[],
  options: Partial<FallbackChainOptions<string, string>> = {},
) {
  const clock = createVirtualClock();
  const start = clock.now();
  const calls: Called[] = [];
  const events: ChainEvent[] = [];
  const chain = createFallbackChain<string, string>({
    clock,
    random: createRandom(1),
    onEvent: (event) => events.push(event),
    ...options,
    providers: providers.map(({ errors, ...plan }) => {
      const left = [...errors];
      return {
        ...plan,
        async call() {
          calls.push({ name: plan.name, at: clock.now() - start });
          if (left.length > 0) throw left.shift();
          return `answer of ${plan.name}`;
        },
      };
    }),
  });
  const names = () => calls.map(({ name }) => name).join(' ');
  return { clock, start, chain, calls, names, events };
}

const always = (error: unknown) => new Array<unknown>(20).fill(error);

describe('the order', () => {
  it('is that of the priorities, lower first', async () => {
    const { chain, clock } = setUp([
      provider('late', [], { priority: 9 }),
      provider('early', [], { priority: -1 }),
    ]);
    expect(await clock.run(chain.execute('hi'))).toEqual({
      response: 'answer of early',
      provider: 'early',
      attempts: 1,
    });
  });

  it('is the given one among equals', async () => {
    const { chain, clock, names } = setUp([
      provider('a', [status(401)]),
      provider('b', [status(401)]),
      provider('c', []),
    ]);
    await clock.run(chain.execute('hi'));
    expect(names()).toBe('a b c');
  });
});

describe('a provider that fails', () => {
  it('is asked again as often as it may be, then the next one is asked', async () => {
    const { chain, clock, names } = setUp([
      provider('a', always(status(500)), { maxRetries: 2 }),
      provider('b', [status(503)], { maxRetries: 1 }),
    ]);
    const answer = await clock.run(chain.execute('hi'));
    expect(names()).toBe('a a a b b');
    expect(answer).toEqual({ response: 'answer of b', provider: 'b', attempts: 5 });
  });

  it.each([
    status(429),
    new Error('Rate limit reached for this key'),
    new Error('Concurrency limit exceeded'),
  ])('is asked again after a rate limit: %s', async (error) => {
    const { chain, clock, names } = setUp([provider('a', [error])]);
    await clock.run(chain.execute('hi'));
    expect(names()).toBe('a a');
  });

  it.each([
    ['a wrong key', status(401)],
    ['an error that nobody knows', new Error('surprise')],
    [
      'a used up quota',
      status(429, { error: { code: 'insufficient_quota', message: 'You exceeded your quota' } }),
    ],
  ])('is left at once after %s', async (_what, error) => {
    const { chain, clock, names } = setUp([provider('a', always(error)), provider('b', [])]);
    await clock.run(chain.execute('hi'));
    expect(names()).toBe('a b');
  });

  it('ends the chain where the request itself is wrong', async () => {
    const { chain, clock, names } = setUp([provider('a', [status(400)]), provider('b', [])]);
    const error = await clock.run(chain.execute('hi').catch((thrown) => thrown));
    expect(isRouterError(error, 'invalid_request')).toBe(true);
    expect(error.message).toContain('a refused');
    expect(names()).toBe('a');
  });

  it('is judged by the classification that is given', async () => {
    const { chain, clock, names } = setUp([provider('a', always(status(500))), provider('b', [])], {
      classify: () => ({
        category: 'server_error',
        retryable: false,
        failover: true,
        severity: 'low',
        action: '',
        message: 'mine',
      }),
    });
    await clock.run(chain.execute('hi'));
    expect(names()).toBe('a b');
  });
});

describe('the delays', () => {
  it('double from the base of each provider and are spread by up to a quarter above', async () => {
    const { chain, clock, calls } = setUp([
      provider('a', always(status(503)), { maxRetries: 3, baseDelayMs: 2000 }),
      provider('b', [status(503)], { baseDelayMs: 500 }),
    ]);
    await clock.run(chain.execute('hi'));
    const waits = calls.map(({ at }, index) => at - (calls[index - 1]?.at ?? 0));
    const bases = [0, 2000, 4000, 8000, 0, 500];
    expect(waits).toHaveLength(bases.length);
    for (const [index, base] of bases.entries()) {
      expect(waits[index]).toBeGreaterThanOrEqual(base);
      expect(waits[index]).toBeLessThanOrEqual(base * 1.25);
    }
    expect(waits.filter((wait, index) => wait !== bases[index])).toHaveLength(4);
  });

  it('are cut at 60 seconds', async () => {
    const { chain, clock, calls } = setUp([
      provider('a', always(status(503)).slice(0, 5), { maxRetries: 5, baseDelayMs: 40_000 }),
    ]);
    await clock.run(chain.execute('hi'));
    const waits = calls.map(({ at }, index) => at - (calls[index - 1]?.at ?? 0));
    expect(waits.slice(2)).toEqual([60_000, 60_000, 60_000, 60_000]);
  });

  it('are never shorter than what the provider stated', async () => {
    const { chain, clock, calls } = setUp([
      provider('a', [status(429, { headers: { 'retry-after': '90' } })], { baseDelayMs: 10 }),
    ]);
    await clock.run(chain.execute('hi'));
    expect(calls[1]?.at).toBe(90_000);
  });
});

describe('a chain without an answer', () => {
  async function exhausted() {
    const made = setUp([
      provider('a', always(status(429, { headers: { 'retry-after': '7' } })), { maxRetries: 1 }),
      provider('b', always(status(401))),
      provider('c', always(status(500)), { maxRetries: 0 }),
    ]);
    const error = await made.clock.run(made.chain.execute('hi').catch((thrown) => thrown));
    return { ...made, error };
  }

  it('says that all are exhausted, each with its reason', async () => {
    const { error } = await exhausted();
    expect(isRouterError(error, 'all_failed')).toBe(true);
    expect(error.message).toContain('All 3 providers are exhausted');
    expect(error.message).toContain('a rate_limit (429) ×2');
    expect(error.message).toContain('b auth (401)');
    expect(error.message).toContain('c server_error (500)');
  });

  it('carries the reasons as data, the last error as cause, and the soonest stated wait', async () => {
    const { error } = await exhausted();
    expect(error).toBeInstanceOf(FallbackChainError);
    const reasons = error.failures.map((one: FallbackChainError['failures'][number]) => [
      one.provider,
      one.attempts,
      one.classification.category,
    ]);
    expect(reasons).toEqual([
      ['a', 2, 'rate_limit'],
      ['b', 1, 'auth'],
      ['c', 1, 'server_error'],
    ]);
    expect(error).toMatchObject({
      status: 500,
      category: 'server_error',
      retryAfterMs: 7000,
      retryable: true,
    });
    expect(error.cause).toBe(error.failures[2].error);
  });

  it('is exhausted too where the last one fails for a reason of its own', async () => {
    const { chain, clock } = setUp([provider('a', always(status(404)))]);
    const error = await clock.run(chain.execute('hi').catch((thrown) => thrown));
    expect(isRouterError(error, 'all_failed')).toBe(true);
    expect(error.message).toContain('The only provider is exhausted');
    expect(error.retryable).toBe(false);
  });

  it('tells its events in order', async () => {
    const { events, start } = await exhausted();
    expect(
      events.map((event) =>
        event.type === 'attempt-failed'
          ? `${event.provider} ${event.attempt} ${event.because.category} ${event.delayMs ?? '-'}`
          : event.type === 'fell-back'
            ? `${event.from} → ${event.to}`
            : `${event.code} ${event.attempts}`,
      ),
    ).toEqual([
      'a 1 rate_limit 7000',
      'a 2 rate_limit -',
      'a → b',
      'b 1 auth -',
      'b → c',
      'c 1 server_error -',
      'all_failed 4',
    ]);
    expect(events.map(({ at }) => at - start)).toEqual([0, 7000, 7000, 7000, 7000, 7000, 7000]);
  });

  it('does not mind a listener that throws', async () => {
    const { chain, clock } = setUp([provider('a', [status(500)])], {
      onEvent() {
        throw new Error('listener');
      },
    });
    expect((await clock.run(chain.execute('hi'))).attempts).toBe(2);
  });
});

describe('what bounds a request', () => {
  it('stops at the number of attempts, at whichever provider', async () => {
    const { chain, clock, names } = setUp([
      provider('a', always(status(500)), { maxRetries: 1 }),
      provider('b', always(status(500)), { maxRetries: 9 }),
      provider('c', []),
    ]);
    const run = chain.execute('hi', { maxAttempts: 4 }).catch((thrown) => thrown);
    const error = await clock.run(run);
    expect(names()).toBe('a a b b');
    expect(error.message).toContain('No attempt is left');
  });

  it('moves on at once where a retry would come after the deadline', async () => {
    const { chain, clock, start, names, calls } = setUp([
      provider('a', [status(429, { headers: { 'retry-after': '30' } })]),
      provider('b', []),
    ]);
    await clock.run(chain.execute('hi', { deadline: start + 20_000 }));
    expect(names()).toBe('a b');
    expect(calls[1]?.at).toBe(0);
  });

  it('says so where nobody is left to move on to', async () => {
    const { chain, clock, start } = setUp([
      provider('a', [status(429, { headers: { 'retry-after': '30' } })]),
    ]);
    const run = chain.execute('hi', { deadline: start + 20_000 }).catch((thrown) => thrown);
    const error = await clock.run(run);
    expect(isRouterError(error, 'deadline_exceeded')).toBe(true);
    expect(error.retryAfterMs).toBe(30_000);
    expect(clock.now()).toBe(start);
  });

  it('ends a call that hangs at the deadline and asks nobody after it', async () => {
    const clock = createVirtualClock();
    const next = jest.fn(async () => 'too late');
    const chain = createFallbackChain<string, string>({
      clock,
      providers: [
        { name: 'a', priority: 1, call: () => new Promise(() => {}) },
        { name: 'b', priority: 2, call: next },
      ],
    });
    const deadline = clock.now() + 5000;
    const error = await clock.run(chain.execute('hi', { deadline }).catch((thrown) => thrown));
    expect(isRouterError(error, 'deadline_exceeded')).toBe(true);
    expect(clock.now()).toBe(deadline);
    expect(next).not.toHaveBeenCalled();
  });

  it('takes an attempt that is too slow for timed out, and tells its call', async () => {
    const clock = createVirtualClock();
    const given: ChainAttempt[] = [];
    const chain = createFallbackChain<string, string>({
      clock,
      attemptTimeoutMs: 1000,
      providers: [
        {
          name: 'slow',
          priority: 1,
          maxRetries: 0,
          call: (_request, attempt) => {
            given.push(attempt);
            return new Promise(() => {});
          },
        },
        { name: 'fast', priority: 2, call: async () => 'here' },
      ],
    });
    const answer = await clock.run(chain.execute('hi'));
    expect(answer).toEqual({ response: 'here', provider: 'fast', attempts: 2 });
    expect(given[0]?.signal.reason).toMatchObject({ name: 'TimeoutError' });
    expect(given[0]).toMatchObject({ provider: 'slow', number: 1 });
  });

  it('ends when the caller aborts, in a call and between two', async () => {
    for (const afterMs of [0, 500]) {
      const { chain, clock, names } = setUp([
        provider('a', always(status(503)), { baseDelayMs: 1000 }),
        provider('b', []),
      ]);
      const abort = new AbortController();
      const run = chain.execute('hi', { signal: abort.signal }).catch((thrown) => thrown);
      const reason = new Error('enough');
      await clock.advance(afterMs);
      abort.abort(reason);
      const error = await clock.run(run);
      expect(isRouterError(error, 'aborted')).toBe(true);
      expect(error.cause).toBe(reason);
      expect(names()).toBe('a');
    }
  });

  it('calls nobody for a caller who has left already', async () => {
    const { chain, names } = setUp([provider('a', [])]);
    const error = await chain
      .execute('hi', { signal: AbortSignal.abort() })
      .catch((thrown) => thrown);
    expect(isRouterError(error, 'aborted')).toBe(true);
    expect(names()).toBe('');
  });
});

describe('options', () => {
  const call = async () => 'x';
  it.each([
    [{ providers: [] }, 'providers is a list of 0'],
    [{ providers: [{ name: 'a' }] }, 'providers[0]: call'],
    [{ providers: [{ name: '', call }] }, 'providers[0]: name'],
    [
      {
        providers: [
          { name: 'a', call },
          { name: 'a', call },
        ],
      },
      'a name that no other has',
    ],
    [{ providers: [{ name: 'a', call, maxRetries: -1 }] }, 'maxRetries is -1'],
    [{ providers: [{ name: 'a', call, retries: 1 }] }, "unknown option 'retries'"],
    [{ providers: [{ name: 'a', call }], maxDelayMs: Number.NaN }, 'maxDelayMs is NaN'],
  ])('refuse %j and say why', (options, words) => {
    const make = () => createFallbackChain(options as FallbackChainOptions<string, string>);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(make).toThrow(words);
  });

  it('of a request are checked too', async () => {
    const { chain } = setUp([provider('a', [])]);
    await expect(chain.execute('hi', { maxAttempts: 0 })).rejects.toThrow('maxAttempts is 0');
  });
});
