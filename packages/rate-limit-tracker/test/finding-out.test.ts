import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { createVirtualClock, type Lease } from '@llm-router/core';
import { createRateLimitTracker, type RateLimitTrackerOptions } from '../src/index.ts';
import { mustTake, trackOne } from './support/tracker.ts';

function create(options: RateLimitTrackerOptions = {}) {
  const clock = createVirtualClock();
  const tracker = createRateLimitTracker({ clock, slowStart: true, ...options });
  return { clock, tracker, waitMs: (key = 'k') => tracker.check(key).waitMs };
}

describe('a slow start', () => {
  /** Sends as fast as it may, and says after how long each one left. */
  async function sendMany(count: number, { clock, tracker, waitMs }: ReturnType<typeof create>) {
    const startedAt = clock.now();
    const times: number[] = [];
    for (let sent = 0; sent < count; sent++) {
      await clock.advance(waitMs());
      mustTake(tracker, 'k');
      times.push(clock.now() - startedAt);
    }
    return times;
  }

  test('sends a hundred to an unknown provider within half a second, the first ones apart', async () => {
    const times = await sendMany(100, create());
    expect(times.at(-1)).toBeGreaterThan(300);
    expect(times.at(-1)).toBeLessThan(500);
    expect(times.filter((ms) => ms < 50).length).toBeLessThanOrEqual(6);
  });

  test('is told apart from a limit', () => {
    const { tracker } = create();
    for (let count = 0; count < 3; count++) mustTake(tracker, 'k');
    expect(tracker.check('k')).toMatchObject({
      ok: false,
      until: 'time',
      isCaution: true,
      limitedBy: 'k: a slow start',
    });
  });

  test('is not there by default', async () => {
    expect((await sendMany(100, create({ slowStart: false }))).at(-1)).toBe(0);
  });

  test.each([{ requestsPerMinute: 1000 }, { maxConcurrent: 100 }, { usdPerDay: 5 }])(
    'is not made where a limit is told: %j',
    async (limits) => {
      expect((await sendMany(100, create({ limits: { k: limits } }))).at(-1)).toBe(0);
    },
  );

  test('ends when an answer states a limit', async () => {
    const one = create();
    const first = mustTake(one.tracker, 'k');
    const headers = { 'x-ratelimit-limit-requests': '6000' };
    one.tracker.observe('k', { status: 200, headers, lease: first });
    expect((await sendMany(100, one)).at(-1)).toBe(0);
  });
});

describe('what refusals teach is shown', () => {
  test('a cap as the number that may be in flight', () => {
    const { tracker } = create({ slowStart: false });
    const leases = [1, 2, 3, 4].map(() => mustTake(tracker, 'k'));
    expect(tracker.snapshot('k')).not.toHaveProperty('maxConcurrent');
    leases[3]?.settle({}, 'dropped');
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 3, maxConcurrent: 3 });
    expect(tracker.check('k').ok).toBe(false);
  });

  test('a pace with its unit, once two refusals have bounded it', async () => {
    const onLearned = jest.fn();
    const { clock, tracker, waitMs } = create({ slowStart: false, onLearned });
    let left = 10;
    let refusals = 0;
    for (let ms = 0; ms < 20_000; ms += 50) {
      await clock.advance(50);
      left = Math.min(10, left + 0.25);
      if (waitMs() > 0) continue;
      const lease = mustTake(tracker, 'k');
      if (left >= 1) {
        left -= 1;
        lease.settle({});
        continue;
      }
      refusals += 1;
      tracker.block('k', clock.now() + 100, 'told to wait');
      lease.settle({}, 'dropped');
      if (refusals === 1) expect(tracker.snapshot('k')).not.toHaveProperty('pace');
    }
    expect(refusals).toBeLessThanOrEqual(12);
    const { pace } = tracker.snapshot('k') ?? {};
    expect(pace?.unit).toBe('requests');
    // Five a second.
    expect(pace?.perMinute).toBeGreaterThan(240);
    expect(pace?.perMinute).toBeLessThan(360);
    expect(tracker.check('k')).not.toHaveProperty('isCaution');
    const [, limit, confidence] = onLearned.mock.lastCall;
    expect(limit).toMatchObject({ unit: 'requests', perMs: 60_000 });
    expect(Math.abs(limit.amount / (pace?.perMinute ?? 0) - 1)).toBeLessThan(0.06);
    expect(confidence).toBeGreaterThan(0.5);
    expect(confidence).toBeLessThanOrEqual(1);
    expect(onLearned.mock.calls.length).toBeLessThanOrEqual(refusals);
  });

  test('to a listener once, until it changes', () => {
    const onLearned = jest.fn();
    const { tracker } = create({ slowStart: false, onLearned });
    const leases = [1, 2, 3, 4].map(() => mustTake(tracker, 'k'));
    leases[3]?.settle({}, 'dropped');
    leases[2]?.settle({}, 'dropped');
    leases[1]?.settle({}, 'ignore');
    leases[0]?.settle({});
    expect(onLearned.mock.calls).toEqual([
      ['k', { maxConcurrent: 3 }, 0.5],
      ['k', { maxConcurrent: 2 }, 0.5],
    ]);
  });

  test('nothing where a request failed for another reason', () => {
    const { tracker } = create({ slowStart: false });
    const leases = [1, 2, 3].map(() => mustTake(tracker, 'k'));
    for (const lease of leases) lease.settle({}, 'ignore');
    expect(tracker.snapshot('k')).toEqual({ rules: [], inFlight: 0 });
  });

  test('at the key that was refused, and not at those that it shares', () => {
    const { tracker } = create({ slowStart: false });
    const leases = [1, 2, 3].map(() => mustTake(tracker, ['k', 'account']));
    leases[2]?.settle({}, 'dropped');
    expect(tracker.snapshot('k')).toHaveProperty('maxConcurrent', 2);
    expect(tracker.snapshot('account')).not.toHaveProperty('maxConcurrent');
  });
});

describe('a lease that is released', () => {
  const limits = { requestsPerMinute: 3, tokensPerMinute: 300, maxConcurrent: 2 };

  test('unsent gives back all, the request too', () => {
    const { tracker, take } = trackOne(limits);
    const before = tracker.snapshot('k');
    take({ inputTokens: 100 }).release('unsent');
    expect(tracker.snapshot('k')).toEqual(before);
  });

  test('unsent gives back as many requests as it was for', () => {
    const { tracker, take } = trackOne(limits);
    take({ requests: 3 }).release('unsent');
    expect(tracker.check('k', { requests: 3 }).ok).toBe(true);
  });

  test('unsent gives back what it took of every key', () => {
    const { tracker } = create({ limits: { a: limits, b: limits } });
    mustTake(tracker, ['a', 'b'], { inputTokens: 300 }).release('unsent');
    for (const key of ['a', 'b']) {
      expect(tracker.check(key, { requests: 3, inputTokens: 300 }).ok).toBe(true);
    }
  });

  test('without a word keeps the request counted', () => {
    const { tracker, take } = trackOne(limits);
    take({ inputTokens: 100 }).release();
    expect(tracker.check('k', { requests: 3 }).ok).toBe(false);
    expect(tracker.check('k', { requests: 2, inputTokens: 300 }).ok).toBe(true);
  });

  test('counts once, however it is ended again', () => {
    const { tracker, take } = trackOne(limits);
    const lease = take({ inputTokens: 100 });
    lease.release();
    lease.release('unsent');
    lease.settle({}, 'dropped');
    expect(tracker.check('k', { requests: 3 }).ok).toBe(false);
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 0, maxConcurrent: 2 });
  });

  test('unsent is no evidence: the next refusal caps at what was really in flight', () => {
    const { tracker } = create({ slowStart: false });
    const leases = [1, 2, 3, 4, 5].map(() => mustTake(tracker, 'k'));
    leases[0]?.release('unsent');
    leases[1]?.release('unsent');
    leases[4]?.settle({}, 'dropped');
    expect(tracker.snapshot('k')).toHaveProperty('maxConcurrent', 2);
  });
});

describe('a request whose holder died', () => {
  test('stops counting against a cap that was found out, after its time', async () => {
    const { clock, tracker } = create({ slowStart: false, leaseTtlMs: 5000 });
    const leases = [1, 2, 3].map(() => mustTake(tracker, 'k'));
    leases[2]?.settle({}, 'dropped');
    await clock.advance(4999);
    expect(tracker.check('k').ok).toBe(false);
    await clock.advance(1);
    expect(tracker.check('k').ok).toBe(true);
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 0, maxConcurrent: 2 });
  });

  test('may still end late: nothing is given back twice', async () => {
    const limits = { k: { tokensPerMinute: 100, maxConcurrent: 1 } };
    const { clock, tracker } = create({ limits, leaseTtlMs: 1000 });
    const lost = mustTake(tracker, 'k', { inputTokens: 10 });
    await clock.advance(60_000);
    const next = mustTake(tracker, 'k', { inputTokens: 100 });
    lost.settle({ inputTokens: 0 }, 'success');
    lost.settle({ inputTokens: 0 }, 'success');
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 1, rules: [{ available: 0 }] });
    next.release();
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 0 });
  });
});

/** What is still in use after everything else was collected. */
function heapBytes(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc')();
  return process.memoryUsage().heapUsed;
}

describe('what is remembered of providers', () => {
  const manyKeys = 500;

  test('is forgotten an hour after the last use, once there are many keys', async () => {
    const { clock, tracker } = create({ slowStart: false, maxKeys: 10 });
    for (let count = 0; count < manyKeys; count++) {
      const lease = mustTake(tracker, `refused-${count}`);
      const headers = { 'x-ratelimit-limit-requests': '60' };
      tracker.observe(`taught-${count}`, { status: 200, headers });
      lease.settle({}, 'dropped');
    }
    expect(Object.keys(tracker.snapshot()).length).toBe(2 * manyKeys);
    await clock.advance(3_600_000);
    for (let count = 0; count < 3 * manyKeys; count++) mustTake(tracker, `new-${count}`).release();
    const kept = Object.keys(tracker.snapshot());
    expect(kept.filter((key) => !key.startsWith('new'))).toEqual([]);
  });

  test('does not grow with the number of requests', () => {
    const { clock, tracker } = create({ slowStart: false });
    const headers = {
      'x-ratelimit-limit-tokens': '1000000000',
      'x-ratelimit-remaining-tokens': '900000000',
    };
    const open: Lease[] = [mustTake(tracker, 'k')];
    tracker.observe('k', { status: 200, headers, lease: open[0] as Lease });
    const before = heapBytes();
    for (let count = 0; count < 300_000; count++) {
      open.push(mustTake(tracker, 'k', { inputTokens: 1 }));
      open.shift()?.settle({}, count % 50 === 0 ? 'ignore' : 'success');
    }
    // One number for each request would be 2.4 million bytes, one object several times as much.
    expect(heapBytes() - before).toBeLessThan(1_500_000);
    expect(clock.now()).toBe(1_000_000);
    expect(tracker.snapshot('k')?.inFlight).toBe(1);
  });
});
