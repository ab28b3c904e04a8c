import { createVirtualClock } from '@llm-router/core';
import { createRateLimitTracker } from '../src/index.ts';
import { fill, minuteMs, mustTake, trackOne } from './support/tracker.ts';

describe('limits', () => {
  test('requests per minute come back one by one', async () => {
    const { clock, fill, waitMs } = trackOne({ requestsPerMinute: 6 });
    expect(fill()).toBe(6);
    expect(waitMs()).toBe(10_000);
    await clock.advance(10_000);
    expect(fill()).toBe(1);
    await clock.advance(minuteMs * 10);
    expect(fill()).toBe(6);
  });

  test('tokens are input and output together, input and output also count alone', () => {
    const need = { inputTokens: 60, outputTokens: 40 };
    expect(trackOne({ tokensPerMinute: 250 }).fill(need)).toBe(2);
    expect(trackOne({ inputTokensPerMinute: 250 }).fill(need)).toBe(4);
    expect(trackOne({ outputTokensPerMinute: 250 }).fill(need)).toBe(6);
  });

  test('a request without amounts counts as one request and no tokens', () => {
    expect(trackOne({ tokensPerMinute: 10, requestsPerMinute: 3 }).fill()).toBe(3);
    expect(trackOne({ requestsPerMinute: 9 }).fill({ requests: 4 })).toBe(2);
  });

  test('days run from midnight to midnight UTC, and their money in dollars', async () => {
    const clock = createVirtualClock({ start: Date.parse('2026-11-22T23:00:00Z') });
    const tracker = createRateLimitTracker({ clock, limits: { k: { usdPerDay: 0.5 } } });
    expect(fill(tracker, 'k', { nanoUsd: 100_000_000 })).toBe(5);
    expect(tracker.check('k', { nanoUsd: 1 })).toMatchObject({
      ok: false,
      waitMs: 3_600_000,
      limitedBy: 'money per day of k',
    });
    await clock.advance(3_600_000);
    expect(fill(tracker, 'k', { nanoUsd: 100_000_000 })).toBe(5);
  });

  test('a burst is the size of the bucket, for requests and tokens apart', () => {
    expect(trackOne({ requestsPerMinute: 600, burst: 3 }).fill()).toBe(3);
    const both = { requestsPerMinute: 600, tokensPerMinute: 6000 };
    const need = { inputTokens: 100 };
    expect(trackOne({ ...both, burst: { requests: 2 } }).fill(need)).toBe(2);
    expect(trackOne({ ...both, burst: { tokens: 500 } }).fill(need)).toBe(5);
    expect(trackOne({ ...both, burst: 4 }).fill({ inputTokens: 6000 })).toBe(1);
  });

  test('starts keep their distance, and requests in flight their number', async () => {
    const { clock, take, tracker } = trackOne({ minIntervalMs: 250, maxConcurrent: 2 });
    const first = take();
    expect(tracker.check('k')).toMatchObject({
      waitMs: 250,
      until: 'time',
      limitedBy: '250 ms between starts of k',
    });
    await clock.advance(250);
    take();
    await clock.advance(250);
    expect(tracker.check('k')).toMatchObject({ until: 'release', limitedBy: '2 in flight for k' });
    first.release();
    take();
  });

  test('the limit with the longest wait is the one that is named', () => {
    const { fill, tracker } = trackOne({ requestsPerMinute: 60, requestsPerDay: 60 });
    fill();
    expect(tracker.check('k')).toMatchObject({ limitedBy: 'requests per day of k' });
  });

  test('what is larger than a limit is told that it will never fit', () => {
    const { waitMs } = trackOne({ tokensPerMinute: 1000 });
    expect(waitMs({ inputTokens: 1001 })).toBe(Number.POSITIVE_INFINITY);
    expect(waitMs({ inputTokens: Number.POSITIVE_INFINITY })).toBe(Number.POSITIVE_INFINITY);
    expect(waitMs({ inputTokens: 1000 })).toBe(0);
  });

  test('a key that nobody limited admits everything', () => {
    const { tracker } = trackOne({});
    expect(fill(tracker, 'elsewhere', { inputTokens: 1e9 })).toBe(10_000);
    expect(tracker.check('elsewhere')).toEqual({ ok: true, waitMs: 0 });
  });

  test('a check takes nothing and remembers nothing', () => {
    const { tracker, fill } = trackOne({ requestsPerMinute: 2 });
    for (let count = 0; count < 100; count++) tracker.check('k');
    for (let count = 0; count < 100; count++) tracker.check(`unknown-${count}`);
    expect(Object.keys(tracker.snapshot())).toEqual(['k']);
    expect(fill()).toBe(2);
  });
});

describe('several keys together', () => {
  const clock = createVirtualClock();
  const create = () =>
    createRateLimitTracker({
      clock,
      limits: {
        model: { requestsPerMinute: 5 },
        account: { tokensPerMinute: 100, maxConcurrent: 3 },
        tenant: { requestsPerDay: 2 },
      },
    });
  const keys = ['model', 'account', 'tenant'];

  test('a refusal by any of them takes nothing from any', () => {
    const tracker = create();
    mustTake(tracker, keys);
    mustTake(tracker, keys);
    const before = tracker.snapshot();
    for (let count = 0; count < 10; count++) {
      expect(tracker.reserve(keys)).toMatchObject({ ok: false, key: 'tenant' });
      expect(tracker.reserve([...keys].reverse())).toMatchObject({ ok: false, key: 'tenant' });
    }
    expect(tracker.snapshot()).toEqual(before);
  });

  test('one end ends it everywhere', () => {
    const tracker = create();
    const lease = mustTake(tracker, keys, { inputTokens: 80 });
    expect(tracker.check('account', { inputTokens: 30 }).ok).toBe(false);
    lease.settle({ inputTokens: 10 });
    expect(tracker.check('account', { inputTokens: 90 }).ok).toBe(true);
    for (const key of keys) expect(tracker.snapshot(key)?.inFlight).toBe(0);
  });

  test('a key that is named twice is taken from once', () => {
    const tracker = create();
    const lease = mustTake(tracker, ['account', 'account', 'model', 'account'], {
      inputTokens: 40,
    });
    expect(tracker.check('account', { inputTokens: 60 }).ok).toBe(true);
    lease.release();
    expect(tracker.check('account', { inputTokens: 100 }).ok).toBe(true);
    expect(tracker.check('account', { inputTokens: 101 }).ok).toBe(false);
  });
});

describe('blocking', () => {
  test('a block is only ever prolonged', async () => {
    const { clock, tracker, waitMs } = trackOne({});
    const at = clock.now();
    tracker.block('k', at + 5000, 'the quota is used up');
    tracker.block('k', at + 1000, 'a shorter one');
    tracker.block('k', Number.NaN, 'no moment at all');
    expect(tracker.check('k')).toMatchObject({
      ok: false,
      waitMs: 5000,
      limitedBy: 'k: the quota is used up',
    });
    expect(tracker.snapshot('k')).toMatchObject({ blockedUntil: at + 5000 });
    tracker.block('k', at + 8000, 'a longer one');
    expect(waitMs()).toBe(8000);
    await clock.advance(7999);
    expect(tracker.check('k').ok).toBe(false);
    await clock.advance(1);
    expect(tracker.check('k').ok).toBe(true);
    expect(tracker.snapshot('k')).not.toHaveProperty('blockedUntil');
  });

  test('a block that is lifted is over at once, and a shorter one counts again', () => {
    const onFreed = jest.fn();
    const clock = createVirtualClock();
    const tracker = createRateLimitTracker({ clock, onFreed });
    const before = onFreed.mock.calls.length;
    tracker.block('k', clock.now() + 5000, 'the quota is used up');
    tracker.unblock('k');
    tracker.unblock('unknown');
    expect(onFreed).toHaveBeenCalledTimes(before + 2);
    expect(tracker.check('k').ok).toBe(true);
    expect(tracker.snapshot('k')).not.toHaveProperty('blockedUntil');
    tracker.block('k', clock.now() + 1000, 'a shorter one');
    expect(tracker.check('k')).toMatchObject({ waitMs: 1000, isCertain: true });
  });

  test('a wait is certain where nobody in flight can give anything back', () => {
    const { tracker } = trackOne({ tokensPerMinute: 1000 });
    const need = { outputTokens: 1000 };
    const taken = tracker.reserve('k', need);
    expect(tracker.check('k', need)).toMatchObject({ ok: false, isCertain: false });
    if (taken.ok) taken.lease.settle({ outputTokens: 1000 });
    expect(tracker.check('k', need)).toMatchObject({ ok: false, isCertain: true });
  });

  test('a key without limits can be blocked too, and others are left alone', () => {
    const { tracker, clock } = trackOne({});
    tracker.block('new', clock.now() + 1000, 'told so');
    expect(tracker.check('new').ok).toBe(false);
    expect(tracker.check('k').ok).toBe(true);
    expect(tracker.reserve(['k', 'new']).ok).toBe(false);
    expect(tracker.snapshot('k')?.inFlight).toBe(0);
  });
});

describe('being told of changes', () => {
  test('whoever waits hears of every end and every update', () => {
    const clock = createVirtualClock();
    const onFreed = jest.fn();
    const tracker = createRateLimitTracker({ clock, onFreed });
    const lease = mustTake(tracker, 'k');
    expect(onFreed).toHaveBeenCalledTimes(0);
    lease.release();
    lease.release();
    expect(onFreed).toHaveBeenCalledTimes(1);
    tracker.update({ k: { requestsPerMinute: 5 } });
    expect(onFreed).toHaveBeenCalledTimes(2);
  });
});

test('a snapshot is plain data', () => {
  const { tracker, take } = trackOne({
    requestsPerMinute: 10,
    maxConcurrent: 3,
    tokensPerMinute: 50,
  });
  take({ inputTokens: 20 });
  const snapshot = tracker.snapshot();
  expect(JSON.parse(JSON.stringify(snapshot))).toEqual(snapshot);
  expect(snapshot['k']).toEqual({
    rules: [
      { unit: 'requests', amount: 10, perMs: minuteMs, available: 9, source: 'told' },
      { unit: 'tokens', amount: 50, perMs: minuteMs, available: 30, source: 'told' },
    ],
    inFlight: 1,
    maxConcurrent: 3,
  });
  expect(tracker.snapshot('nobody')).toBeUndefined();
});
