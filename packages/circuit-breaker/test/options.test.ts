import { createVirtualClock, type VirtualClock } from '@llm-router/core';
import { type CircuitBreakerOptions, createCircuitBreakers } from '../src/index.ts';

const down = new Error('down');

/** Breakers that know nothing but the clock and the options of the test. */
function create(options: CircuitBreakerOptions = {}) {
  const clock: VirtualClock = createVirtualClock();
  const breakers = createCircuitBreakers({ clock, ...options });
  const enter = (key = 'a') => {
    const entry = breakers.for(key).tryEnter();
    if (!entry.ok) throw new Error(`refused for ${entry.retryAfterMs} ms`);
    return entry.permit;
  };
  const open = (key = 'a', error: unknown = down) => {
    for (let count = 0; count < 5; count++) enter(key).failure(error);
  };
  return { clock, breakers, breaker: breakers.for('a'), enter, open };
}

describe('what holds where nobody says otherwise', () => {
  it('is five failures in a row, and thirty seconds of rest', async () => {
    const { breaker, clock, enter } = create();
    for (let count = 0; count < 4; count++) enter().failure(down);
    expect(breaker.state).toBe('closed');
    enter().failure(down);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 30_000 });
    await clock.advance(29_999);
    expect(breaker.state).toBe('open');
    await clock.advance(1);
    expect(breaker.state).toBe('half-open');
  });

  it('is three probes at once, and a minute until a lost one gives its place back', async () => {
    const { breaker, clock, enter, open } = create();
    open();
    await clock.advance(30_000);
    for (let count = 0; count < 3; count++) enter();
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 30_000 });
    await clock.advance(59_999);
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 1 });
    await clock.advance(1);
    for (let count = 0; count < 3; count++) enter();
    expect(breaker.tryEnter().ok).toBe(false);
  });

  it('is a ramp of ten seconds', async () => {
    const { breakers, clock, enter, open } = create();
    open();
    await clock.advance(30_000);
    enter().success();
    const share = () => breakers.snapshot().circuits[0]?.share;
    expect(share()).toBe(0.1);
    await clock.advance(5000);
    expect(share()).toBe(0.5);
    await clock.advance(4999);
    expect(share()).toBeLessThan(1);
    await clock.advance(1);
    expect(share()).toBe(1);
    await clock.advance(5000);
    expect(share()).toBe(1);
  });

  it('is no ramp where it is told to last no time', async () => {
    const { breakers, clock, enter, open } = create({ rampMs: 0 });
    open();
    await clock.advance(30_000);
    enter().success();
    expect(breakers.snapshot().circuits[0]?.share).toBe(1);
  });

  it('is five minutes as the longest wait that a provider may state', () => {
    const { breaker, open } = create();
    open('a', { category: 'overloaded', retryAfterMs: 86_400_000 });
    expect(breaker.tryEnter()).toEqual({ ok: false, retryAfterMs: 300_000 });
  });

  it('is a thousand circuits that are remembered', () => {
    const { breakers, enter } = create();
    for (let index = 0; index < 1001; index++) enter(`key ${index}`).success();
    const { circuits } = breakers.snapshot();
    expect(circuits).toHaveLength(1000);
    expect(circuits[0]?.key).toBe('key 1');
  });

  it('is half of at least ten requests within thirty seconds for a rate', async () => {
    const { breaker, clock, enter } = create({ failureThreshold: {} });
    for (let count = 0; count < 5; count++) enter().success();
    for (let count = 0; count < 5; count++) enter().failure(down);
    expect(breaker.state).toBe('closed');
    await clock.advance(26_000);
    enter().failure(down);
    expect(breaker.state).toBe('open');

    const later = create({ failureThreshold: {} });
    for (let count = 0; count < 9; count++) later.enter().failure(down);
    await later.clock.advance(30_000);
    later.enter().failure(down);
    expect(later.breaker.state).toBe('closed');
  });
});

describe('the bounds of an option', () => {
  it.each<CircuitBreakerOptions>([
    { failureThreshold: 1 },
    { failureThreshold: { percentage: 0, volume: 1, windowMs: 10 } },
    { unprovenThreshold: 1 },
    { unprovenThreshold: Number.POSITIVE_INFINITY },
    { openMs: 0.5, maxOpenMs: 0, probeTimeoutMs: 0.5, rampMs: 0 },
    { halfOpenProbes: 1, maxKeys: 1 },
  ])('are allowed themselves: %j', (options) => {
    expect(createCircuitBreakers(options).for('a').state).toBe('closed');
  });

  it.each([
    [{ failureThreshold: 2.5 }, 'failureThreshold is 2.5'],
    [{ failureThreshold: null }, 'failureThreshold is null; expected a whole number'],
    [{ failureThreshold: 'five' }, "failureThreshold is 'five'; expected a whole number"],
    [{ failureThreshold: { percentage: -1 } }, 'percentage is -1'],
    [{ failureThreshold: { percentage: 101 } }, 'percentage is 101'],
    [{ failureThreshold: { volume: 0 } }, 'volume is 0'],
    [{ failureThreshold: { volume: 1.5 } }, 'volume is 1.5'],
    [{ failureThreshold: { windowMs: 9 } }, 'windowMs is 9'],
    [{ unprovenThreshold: 0 }, 'unprovenThreshold is 0'],
    [{ unprovenThreshold: 1.5 }, 'unprovenThreshold is 1.5'],
    [{ maxOpenMs: -1 }, 'maxOpenMs is -1'],
    [{ halfOpenProbes: 0 }, 'halfOpenProbes is 0'],
    [{ probeTimeoutMs: 0 }, 'probeTimeoutMs is 0'],
    [{ rampMs: -1 }, 'rampMs is -1'],
    [{ maxKeys: 0 }, 'maxKeys is 0'],
    [{ maxKeys: 1.5 }, 'maxKeys is 1.5'],
    [{ clock: { now: () => 0 } }, 'clock is an object; expected an object with now() and sleep()'],
    [{ onChange: 'tell me' }, "onChange is 'tell me'"],
  ])('are not left: %j', (options, words) => {
    const make = () => createCircuitBreakers(options as CircuitBreakerOptions);
    expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
    expect(make).toThrow(words);
  });
});
