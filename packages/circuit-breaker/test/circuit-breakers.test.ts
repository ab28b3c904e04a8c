import { type CircuitBreakers, createVirtualClock, isRouterError } from '@llm-router/core';
import {
  type CircuitBreakerOptions,
  type CircuitChanged,
  createCircuitBreakers,
} from '../src/index.ts';

const serverError = { category: 'server_error' };

function setUp(options: CircuitBreakerOptions = {}) {
  const clock = createVirtualClock();
  const changes: CircuitChanged[] = [];
  const breakers = createCircuitBreakers({
    clock,
    openMs: 1000,
    rampMs: 0,
    halfOpenProbes: 2,
    onChange: (event) => changes.push(event),
    ...options,
  });
  return { clock, changes, breakers, breaker: breakers.for('a') };
}

type Breaker = ReturnType<CircuitBreakers['for']>;

function enter(breaker: Breaker) {
  const entry = breaker.tryEnter();
  if (!entry.ok) throw new Error(`refused for ${entry.retryAfterMs} ms`);
  return entry.permit;
}

function fail(breaker: Breaker, times: number, error: unknown = serverError) {
  for (let count = 0; count < times; count++) enter(breaker).failure(error);
}

describe('a closed circuit', () => {
  it('opens with the last of so many failures in a row, at once', () => {
    const { breaker } = setUp({ failureThreshold: 3 });
    fail(breaker, 2);
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1000 });
  });

  it('counts anew after a success', () => {
    const { breaker } = setUp({ failureThreshold: 3 });
    fail(breaker, 2);
    enter(breaker).success();
    fail(breaker, 2);
    expect(breaker.state).toBe('closed');
  });

  it('takes neither ignored requests nor those in flight into account', () => {
    const { breaker } = setUp({ failureThreshold: 2 });
    for (let count = 0; count < 20; count++) enter(breaker);
    fail(breaker, 1);
    enter(breaker).ignore();
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });

  it('does not blame the provider for what is not its fault', () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    for (const category of ['auth', 'invalid_request', 'content_policy', 'rate_limit', 'aborted']) {
      fail(breaker, 3, { category });
    }
    fail(breaker, 3, new DOMException('gone', 'AbortError'));
    expect(breaker.state).toBe('closed');
    fail(breaker, 1, new Error('no category'));
    expect(breaker.state).toBe('open');
  });

  it('asks the option `counts` instead where it is given', () => {
    const { breaker } = setUp({ failureThreshold: 1, counts: (error) => error === 'mine' });
    fail(breaker, 5);
    expect(breaker.state).toBe('closed');
    fail(breaker, 1, 'mine');
    expect(breaker.state).toBe('open');
  });

  it('ends a permit once, whatever it is told afterwards', () => {
    const { breaker } = setUp({ failureThreshold: 2 });
    const permit = enter(breaker);
    permit.failure(serverError);
    permit.failure(serverError);
    permit.success();
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });

  it('survives errors that cannot be read', () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    const hostile = new Proxy(
      {},
      {
        get() {
          throw new Error('not for you');
        },
      },
    );
    fail(breaker, 1, hostile);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1000 });
  });
});

describe('a failure rate', () => {
  const failureThreshold = { percentage: 50, volume: 10, windowMs: 10_000 };

  it('opens when more than the share has failed, not at it', () => {
    const { breaker } = setUp({ failureThreshold });
    for (let count = 0; count < 5; count++) enter(breaker).success();
    fail(breaker, 5);
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });

  it('waits for its volume', () => {
    const { breaker } = setUp({ failureThreshold });
    fail(breaker, 9);
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });

  it('forgets what has left the window', async () => {
    const { breaker, clock } = setUp({ failureThreshold });
    fail(breaker, 9);
    await clock.advance(10_000);
    fail(breaker, 9);
    expect(breaker.state).toBe('closed');
  });

  it('remembers what is still in the window', async () => {
    const { breaker, clock } = setUp({ failureThreshold });
    fail(breaker, 5);
    await clock.advance(9999);
    fail(breaker, 5);
    expect(breaker.state).toBe('open');
  });

  it('remembers failures through any number of successes', () => {
    const { breaker } = setUp({ failureThreshold: { ...failureThreshold, percentage: 30 } });
    fail(breaker, 4);
    for (let count = 0; count < 10; count++) enter(breaker).success();
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });
});

describe('an open circuit', () => {
  it('refuses until its time has passed and then lets the allowed probes through', async () => {
    const { breaker, clock } = setUp({ failureThreshold: 1 });
    fail(breaker, 1);
    await clock.advance(999);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1 });
    await clock.advance(1);
    expect(breaker.state).toBe('half-open');
    enter(breaker);
    enter(breaker);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1000 });
  });

  it('stays open as long as the provider stated, within bounds', async () => {
    const { breaker, clock } = setUp({ failureThreshold: 1, maxOpenMs: 5000 });
    fail(breaker, 1, { ...serverError, retryAfterMs: 3000 });
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 3000 });
    await clock.advance(3000);
    fail(breaker, 1, { ...serverError, retryAfterMs: 86_400_000 });
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 5000 });
  });

  it.each([Number.NaN, -5, 0, '9000', null])('takes a stated wait of %p for none', (stated) => {
    const { breaker } = setUp({ failureThreshold: 1 });
    fail(breaker, 1, { ...serverError, retryAfterMs: stated });
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1000 });
  });

  it('is not prolonged by late failures that state no wait', async () => {
    const { breaker, clock } = setUp({ failureThreshold: 1 });
    const late = enter(breaker);
    fail(breaker, 1);
    await clock.advance(600);
    late.failure(serverError);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 400 });
  });

  it('is only ever prolonged by late news', () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    const late = [enter(breaker), enter(breaker), enter(breaker), enter(breaker)];
    fail(breaker, 1, { ...serverError, retryAfterMs: 4000 });
    late[0]?.failure({ ...serverError, retryAfterMs: 2000 });
    late[1]?.failure(serverError);
    late[2]?.success();
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 4000 });
    late[3]?.failure({ ...serverError, retryAfterMs: 6000 });
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 6000 });
  });
});

describe('a half-open circuit', () => {
  async function halfOpen(options: CircuitBreakerOptions = {}) {
    const made = setUp({ failureThreshold: 3, ...options });
    const old = [enter(made.breaker), enter(made.breaker)];
    fail(made.breaker, 3);
    await made.clock.advance(1000);
    return { ...made, old };
  }

  it('closes with the first success', async () => {
    const { breaker } = await halfOpen();
    enter(breaker).success();
    expect(breaker.state).toBe('closed');
    for (let count = 0; count < 50; count++) expect(breaker.tryEnter().ok).toBe(true);
  });

  it('opens again with the first failure', async () => {
    const { breaker } = await halfOpen();
    const second = enter(breaker);
    enter(breaker).failure(serverError);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1000 });
    second.success();
    expect(breaker.state).toBe('open');
  });

  it('gives the place back of a probe that says nothing about the provider', async () => {
    const { breaker } = await halfOpen();
    for (let count = 0; count < 5; count++) {
      enter(breaker).ignore();
      enter(breaker).failure({ category: 'invalid_request' });
    }
    expect(breaker.state).toBe('half-open');
  });

  it('has one more place when one of its probes has ended, and no more', async () => {
    const { breaker, clock } = await halfOpen({ probeTimeoutMs: 500 });
    const probe = enter(breaker);
    await clock.advance(100);
    enter(breaker);
    probe.ignore();
    enter(breaker);
    // The places that are left were taken now, so the first is free again after all of its time.
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 500 });
  });

  it('does not listen to requests from before it opened', async () => {
    const { breaker, old } = await halfOpen();
    old[0]?.failure(serverError);
    old[1]?.success();
    expect(breaker.state).toBe('half-open');
  });

  it('does not hang on probes that never end', async () => {
    const { breaker, clock } = await halfOpen({ probeTimeoutMs: 500 });
    const lost = enter(breaker);
    enter(breaker);
    await clock.advance(100);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 400 });
    await clock.advance(400);
    enter(breaker);
    enter(breaker);
    expect(breaker.tryEnter().ok).toBe(false);
    lost.success();
    expect(breaker.state).toBe('closed');
  });
});

describe('a circuit that has just closed', () => {
  async function recovered() {
    const made = setUp({ failureThreshold: 2, rampMs: 10_000 });
    fail(made.breaker, 2);
    await made.clock.advance(1000);
    enter(made.breaker).success();
    return made;
  }

  function admitted(breaker: Breaker, offered: number): number {
    let count = 0;
    for (let index = 0; index < offered; index++) {
      const entry = breaker.tryEnter();
      if (!entry.ok) continue;
      entry.permit.success();
      count += 1;
    }
    return count;
  }

  it('lets a share through that grows to all of it', async () => {
    const { breaker, clock } = await recovered();
    const shares: number[] = [];
    for (let second = 0; second <= 10; second++) {
      shares.push(admitted(breaker, 1000) / 1000);
      await clock.advance(1000);
    }
    const wanted = [0.1, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1];
    for (const [index, share] of shares.entries()) expect(share).toBeCloseTo(wanted[index] ?? 0, 2);
  });

  it('lets every second request through half-way', async () => {
    const { breaker, clock } = await recovered();
    await clock.advance(5000);
    enter(breaker);
    enter(breaker);
    const passed = Array.from({ length: 6 }, () => breaker.tryEnter().ok);
    expect(passed).toEqual([false, true, false, true, false, true]);
  });

  it('says when a lone request will pass, and then lets it', async () => {
    const { breaker, clock } = await recovered();
    expect(breaker.tryEnter().ok).toBe(true);
    const refused = breaker.tryEnter();
    expect(refused).toEqual({ ok: false, retryAfterMs: 1000 });
    await clock.advance(1000);
    expect(breaker.tryEnter().ok).toBe(true);
  });

  it('opens again when it fails again', async () => {
    const { breaker, clock } = await recovered();
    enter(breaker).failure(serverError);
    await clock.advance(1000);
    enter(breaker).failure(serverError);
    expect(breaker.state).toBe('open');
  });
});

describe('fire', () => {
  it('hands the result and the error through and learns from both', async () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    expect(await breaker.fire(async () => 'fine')).toBe('fine');
    const error = new Error('down');
    await expect(breaker.fire(() => Promise.reject(error))).rejects.toBe(error);
    expect(breaker.state).toBe('open');
  });

  it('learns from work that throws before it promises anything', async () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    const throws = () => {
      throw new Error('at once');
    };
    await expect(breaker.fire(throws)).rejects.toThrow('at once');
    expect(breaker.state).toBe('open');
  });

  it('refuses with circuit_open and the time to come back, without doing the work', async () => {
    const { breaker } = setUp({ failureThreshold: 1 });
    fail(breaker, 1);
    const work = jest.fn(async () => 'never');
    const error = await breaker.fire(work).catch((thrown) => thrown);
    expect(isRouterError(error, 'circuit_open')).toBe(true);
    expect(error).toMatchObject({ retryable: true, retryAfterMs: 1000 });
    expect(error.message).toContain("'a'");
    expect(work).not.toHaveBeenCalled();
  });
});

describe('the circuits together', () => {
  it('are apart by key and the same for one key', () => {
    const { breakers } = setUp({ failureThreshold: 1 });
    fail(breakers.for('b'), 1);
    expect(breakers.for('a').state).toBe('closed');
    expect(breakers.for('b').state).toBe('open');
  });

  it('are bounded, and open ones are remembered before others', () => {
    const { breakers } = setUp({ failureThreshold: 1, maxKeys: 3 });
    fail(breakers.for('down'), 1);
    for (let index = 0; index < 100; index++) enter(breakers.for(`key ${index}`)).success();
    expect(breakers.for('down').state).toBe('open');
    const keys = breakers.snapshot().circuits.map(({ key }) => key);
    expect(keys).toEqual(['key 98', 'key 99', 'down']);
  });

  it('forget the least recently used open one where all are open', () => {
    const { breakers } = setUp({ failureThreshold: 1, maxKeys: 2 });
    for (const key of ['one', 'two', 'three']) fail(breakers.for(key), 1);
    const states = breakers.snapshot().circuits.map(({ key, state }) => [key, state]);
    expect(states).toEqual([
      ['two', 'open'],
      ['three', 'open'],
    ]);
  });

  it('show themselves as plain data', async () => {
    const { breakers, breaker, clock } = setUp({ failureThreshold: 2 });
    fail(breaker, 1);
    expect(breakers.snapshot().circuits).toEqual([
      { key: 'a', state: 'closed', requests: 1, failures: 1, probes: 0, share: 1 },
    ]);
    fail(breaker, 1);
    const openUntil = clock.now() + 1000;
    const [open] = breakers.snapshot().circuits;
    expect(open).toEqual({
      key: 'a',
      state: 'open',
      openUntil,
      requests: 0,
      failures: 0,
      probes: 0,
      share: 0,
    });
    await clock.advance(1000);
    enter(breaker);
    const [halfOpen] = breakers.snapshot().circuits;
    expect(halfOpen).toMatchObject({ state: 'half-open', probes: 1, share: 0 });
    expect(JSON.parse(JSON.stringify(breakers.snapshot()))).toEqual(breakers.snapshot());
  });

  it('announce each change with its reason', async () => {
    const { breaker, changes, clock } = setUp({ failureThreshold: 2 });
    const start = clock.now();
    fail(breaker, 2);
    await clock.advance(5000);
    enter(breaker).success();
    expect(changes).toEqual([
      {
        type: 'circuit-changed',
        at: start,
        key: 'a',
        from: 'closed',
        to: 'open',
        because: '2 of 2 requests failed',
      },
      {
        type: 'circuit-changed',
        at: start + 5000,
        key: 'a',
        from: 'open',
        to: 'half-open',
        because: 'its time had passed',
      },
      {
        type: 'circuit-changed',
        at: start + 5000,
        key: 'a',
        from: 'half-open',
        to: 'closed',
        because: 'a probe succeeded',
      },
    ]);
  });

  it('announce that a probe failed', async () => {
    const { breaker, changes, clock } = setUp({ failureThreshold: 1 });
    fail(breaker, 1);
    await clock.advance(1000);
    fail(breaker, 1);
    expect(changes.at(-1)).toMatchObject({
      from: 'half-open',
      to: 'open',
      because: 'a probe failed',
    });
  });

  it('are not disturbed by a listener that throws', () => {
    const { breaker } = setUp({
      failureThreshold: 1,
      onChange() {
        throw new Error('listener');
      },
    });
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });
});

describe('options', () => {
  it.each([
    [{ failureThreshold: 0 }, 'failureThreshold is 0'],
    [{ failureThreshold: { percentage: 100 } }, 'percentage is 100'],
    [{ failureThreshold: { percent: 5 } }, "unknown option 'percent'"],
    [{ openMs: 0 }, 'openMs is 0'],
    [{ halfOpenProbes: 1.5 }, 'halfOpenProbes is 1.5'],
    [{ counts: 'all' }, "counts is 'all'"],
    [{ timeout: 5 }, "unknown option 'timeout'"],
  ])('refuse %j and say why', (options, words) => {
    const make = () => createCircuitBreakers(options as CircuitBreakerOptions);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(make).toThrow(words);
  });

  it('may be left out', () => {
    const breaker = createCircuitBreakers().for('x');
    fail(breaker, 4);
    expect(breaker.state).toBe('closed');
    fail(breaker, 1);
    expect(breaker.state).toBe('open');
  });
});

it('begins a forgotten circuit anew, whatever late news says', () => {
  const { breakers, breaker, changes } = setUp({ failureThreshold: 1 });
  const late = enter(breaker);
  fail(breaker, 1);
  expect(breaker.state).toBe('open');
  breakers.forget('a');
  breakers.forget('nobody');
  expect(breaker.state).toBe('closed');
  late.failure(serverError);
  expect(breaker.state).toBe('closed');
  expect(changes).toHaveLength(1);
});
