import { mustTake, trackOne } from './support/tracker.ts';

describe('ending a lease', () => {
  const reserved = { inputTokens: 50, outputTokens: 50, nanoUsd: 500 };
  const limits = { tokensPerMinute: 100, requestsPerMinute: 2, maxConcurrent: 1 };

  test('settling gives back what was not used and keeps what is absent', () => {
    const { take, waitMs } = trackOne({ tokensPerMinute: 100 });
    take(reserved).settle({ outputTokens: 20 });
    expect(waitMs({ inputTokens: 30 })).toBe(0);
    expect(waitMs({ inputTokens: 31 })).toBeGreaterThan(0);
  });

  test('settling with more than was reserved makes later requests wait for it', async () => {
    const { clock, take, waitMs } = trackOne({ tokensPerMinute: 100 });
    take(reserved).settle({ inputTokens: 50, outputTokens: 150 });
    expect(waitMs({ inputTokens: 1 })).toBeCloseTo(60_600, 1);
    await clock.advance(60_601);
    expect(waitMs({ inputTokens: 1 })).toBe(0);
  });

  test('releasing gives back slot, tokens and money, but the request stays counted', () => {
    const { take, waitMs } = trackOne({ ...limits, requestsPerMinute: 1, usdPerDay: 1 });
    take({ ...reserved, nanoUsd: 1_000_000_000 }).release();
    expect(waitMs({ requests: 0, inputTokens: 100, nanoUsd: 1_000_000_000 })).toBe(0);
    expect(waitMs({ requests: 1 })).toBeGreaterThan(0);
  });

  test.each([
    ['settle twice', ['settle', 'settle']],
    ['settle, then release', ['settle', 'release']],
    ['release, then settle', ['release', 'settle']],
    ['release, then dispose', ['release', 'dispose']],
    ['dispose twice', ['dispose', 'dispose']],
  ] as const)('only the first end counts: %s', (_, ends) => {
    const { tracker, take, clock } = trackOne(limits);
    const lease = take(reserved);
    const end = (how: (typeof ends)[number]) => {
      if (how === 'settle') lease.settle({ inputTokens: 0, outputTokens: 0 });
      else if (how === 'release') lease.release();
      else lease[Symbol.dispose]();
    };
    end(ends[0]);
    const after = JSON.stringify(tracker.snapshot('k'));
    const others = take(reserved);
    end(ends[1]);
    expect(tracker.snapshot('k')).toMatchObject({ inFlight: 1 });
    expect(tracker.check('k', { inputTokens: 1 }).ok).toBe(false);
    others.release();
    expect(JSON.parse(after).inFlight).toBe(0);
    expect(clock.now()).toBe(1_000_000);
  });

  test.each([
    ['released', 'release'],
    ['settled', 'settle'],
  ] as const)('what was taken comes back once, also where a lease is %s twice', (_, end) => {
    const { take, waitMs } = trackOne({ tokensPerMinute: 100 });
    const lease = take({ inputTokens: 50 });
    take({ inputTokens: 50 });
    for (let count = 0; count < 2; count++) {
      if (end === 'release') lease.release();
      else lease.settle({ inputTokens: 0 });
    }
    expect(waitMs({ inputTokens: 50 })).toBe(0);
    expect(waitMs({ inputTokens: 51 })).toBeGreaterThan(0);
  });

  test('each lease has an id of its own and the key it was taken for', () => {
    const { tracker } = trackOne({});
    const leases = ['a', 'b', 'a'].map((key) => mustTake(tracker, key));
    expect(new Set(leases.map(({ id }) => id)).size).toBe(3);
    expect(leases.map(({ key }) => key)).toEqual(['a', 'b', 'a']);
  });

  test('ids stay apart over thousands of leases', () => {
    const { take } = trackOne({});
    const ids = Array.from({ length: 3000 }, () => take().id);
    expect(new Set(ids).size).toBe(3000);
  });

  test('a lease tells what it waited for and whom it passed over, where that was so', () => {
    const { tracker, take } = trackOne({});
    expect(take()).toEqual(expect.objectContaining({ waitedMs: 0 }));
    expect(take()).not.toHaveProperty('limitedBy');
    expect(take()).not.toHaveProperty('passedOver');
    const passedOver = [{ key: 'better', waitMs: 900, limitedBy: 'a limit' }];
    const note = { waitedMs: 70, limitedBy: 'requests per minute of k', passedOver };
    const taken = tracker.reserve('k', {}, note);
    expect(taken.ok && taken.lease).toMatchObject(note);
  });

  test('a lease of no key at all holds nothing and ends', () => {
    const { tracker } = trackOne({});
    const lease = mustTake(tracker, []);
    expect(lease.key).toBe('');
    lease.settle({});
  });

  test('a request that surely was not sent gives its place in the count back too', () => {
    const { take, fill } = trackOne({ requestsPerMinute: 3, tokensPerMinute: 100 });
    take(reserved).release('unsent');
    expect(fill()).toBe(3);
  });

  test('a settlement without anything used gives all amounts back, but the request', () => {
    const { take, waitMs } = trackOne({ ...limits, requestsPerMinute: 1, usdPerDay: 1 });
    take({ inputTokens: 60, outputTokens: 40, nanoUsd: 1_000_000_000 }).settle({
      inputTokens: 0,
      outputTokens: 0,
      nanoUsd: 0,
    });
    expect(waitMs({ requests: 0, inputTokens: 100, nanoUsd: 1_000_000_000 })).toBe(0);
    expect(waitMs()).toBeGreaterThan(0);
  });

  test('what was not reserved and is used all the same counts', () => {
    const { take, waitMs } = trackOne({ tokensPerMinute: 100, usdPerDay: 1 });
    take().settle({ inputTokens: 30, outputTokens: 30, nanoUsd: 600_000_000 });
    expect(waitMs({ inputTokens: 40, nanoUsd: 400_000_000 })).toBe(0);
    expect(waitMs({ inputTokens: 41 })).toBeCloseTo(600, 1);
    expect(waitMs({ nanoUsd: 400_000_010 })).toBeGreaterThan(0);
  });

  test('a lease that nobody ends gives its slot back after its time, and not before', async () => {
    const { clock, take, tracker } = trackOne({ maxConcurrent: 1 }, { leaseTtlMs: 5000 });
    const lost = take();
    await clock.advance(4999);
    expect(tracker.check('k').ok).toBe(false);
    await clock.advance(1);
    take();
    // The late end of the expired one does not free the slot of the other.
    lost.settle({});
    expect(tracker.check('k').ok).toBe(false);
  });

  test('a day keeps the money right even where a lease ends after it expired', async () => {
    const { clock, take, waitMs } = trackOne({ usdPerDay: 1 }, { leaseTtlMs: 5000 });
    const slow = take({ nanoUsd: 900_000_000 });
    await clock.advance(60_000);
    slow.settle({ nanoUsd: 100_000_000 });
    expect(waitMs({ nanoUsd: 900_000_000 })).toBe(0);
    expect(waitMs({ nanoUsd: 900_000_010 })).toBeGreaterThan(0);
  });

  test('what comes back late is not given twice: the bucket had refilled meanwhile', async () => {
    const { clock, take, fill } = trackOne({ tokensPerMinute: 100 });
    const slow = take({ inputTokens: 60 });
    await clock.advance(30_000);
    take({ inputTokens: 90 });
    slow.release();
    // In this one moment a provider that counts 100 per minute has room for 10 more, not for 70.
    expect(fill({ inputTokens: 10 })).toBe(1);
  });

  test('what comes back late is given in full where the bucket stayed empty', async () => {
    const { clock, take, waitMs } = trackOne({ tokensPerMinute: 100 });
    const slow = take({ inputTokens: 100 });
    for (let count = 0; count < 500; count++) {
      await clock.advance(600);
      take({ inputTokens: 1 });
    }
    slow.release();
    expect(waitMs({ inputTokens: 99 })).toBe(0);
  });
});
