import type { LimitRule } from '@llm-router/core';
import { createMeter } from '../src/create-meter.ts';
import { createWatchedLimit, type Mark } from '../src/watched-limit.ts';

const start = 1_000_000;

/** Twenty at once, and ten a second. */
const bucket: LimitRule = { unit: 'requests', amount: 600, perMs: 60_000, burst: 20 };
const minute = { unit: 'requests', amount: 100, perMs: 60_000 } as const;

function watch(rule: LimitRule) {
  const limit = createWatchedLimit(createMeter(rule, start, 0));
  return { ...limit, limit, available: (now = start) => limit.meter.available(now) };
}

describe('a limit of which the provider speaks', () => {
  test('remembers what is taken only once it has spoken', () => {
    const { limit, take, told } = watch(bucket);
    expect(take(start, 5, 1)).toBeUndefined();
    expect(limit.isWatched).toBe(false);
    told(start, 15, start, 1);
    expect(limit.isWatched).toBe(true);
    expect(take(start, 2, 2)).toEqual({ order: 2, amount: 2 });
  });

  test('takes off what others have used, and gives it back when the provider takes it back', () => {
    const { take, told, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 12, start, 1);
    expect(available()).toBe(12);
    take(start, 2, 2);
    expect(available()).toBe(10);
    told(start, 15, start, 2);
    expect(available()).toBe(13);
  });

  test('overlooks less than a unit: providers state whole ones', () => {
    const overlooked = watch(bucket);
    overlooked.told(start, 19.1, start, 0);
    expect(overlooked.available()).toBe(20);
    const counted = watch(bucket);
    counted.told(start, 19, start, 0);
    expect(counted.available()).toBe(19);
  });

  test('adds to a statement what has flowed in since the request left', () => {
    const { take, told, available } = watch(bucket);
    take(start, 5, 1);
    told(start + 1000, 8, start, 1);
    expect(available(start + 1000)).toBe(18);
  });

  test('is not held to the answer of a request that left before another that was answered', () => {
    const { take, told, available } = watch(bucket);
    take(start, 5, 1);
    take(start, 5, 2);
    told(start, 10, start, 2);
    told(start, 1, start, 1);
    told(start, 1, start, 2);
    expect(available()).toBe(10);
  });

  test('gives back what a request took after the statement and did not use', () => {
    const { take, told, correct, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 15, start, 1);
    const mark = take(start, 6, 2);
    correct(start, 4, start, 2, mark);
    expect(available()).toBe(13);
    told(start, 13, start, 2);
    expect(available()).toBe(13);
  });

  test('counts a request for what it used, not for what it reserved, when the provider counts it', () => {
    const { take, told, correct, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 15, start, 1);
    const mark = take(start, 6, 2);
    correct(start, 4, start, 2, mark);
    told(start, 10, start, 2);
    expect(available()).toBe(10);
  });

  test('does not give back what the provider has counted, until it says so itself', () => {
    const { take, told, correct, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 15, start, 1);
    const early = take(start, 6, 2);
    take(start, 1, 3);
    told(start, 8, start, 3);
    correct(start, 4, start, 2, early);
    expect(available()).toBe(8);
    take(start, 1, 4);
    told(start, 11, start, 4);
    expect(available()).toBe(11);
  });

  test('believes that statements speak of their arrival where that fits better', () => {
    const { take, told, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 15, start, 1);
    take(start, 6, 2);
    take(start, 1, 3);
    // Eight are left when all three have passed; nine were when the second had.
    told(start, 8, start, 2);
    expect(available()).toBe(8);
  });

  test('believes that statements speak of the departure where that fits better', () => {
    const { take, told, available } = watch(bucket);
    take(start, 5, 1);
    told(start, 15, start, 1);
    take(start, 6, 2);
    take(start, 4, 3);
    told(start, 8, start, 2);
    // One less than its own nine when the second had passed, and the third came after it.
    expect(available()).toBe(4);
  });

  test('remembers what was in flight when the provider first spoke', () => {
    const { take, remember, told, correct, available } = watch(bucket);
    take(start, 5, 1);
    take(start, 6, 2);
    const [first, second] = [remember(5, 1), remember(6, 2)];
    expect([first, second]).toEqual([
      { order: 1, amount: 5 },
      { order: 2, amount: 6 },
    ]);
    told(start, 15, start, 1);
    expect(available()).toBe(9);
    correct(start, 6, start, 2, second);
    expect(available()).toBe(15);
    correct(start, 5, start, 1, first);
    expect(available()).toBe(15);
  });

  test('is watched no more where ten thousand have started without another statement', () => {
    const { limit, take, told } = watch({ ...bucket, amount: 1e9, burst: 1e9 });
    told(start, 1e9, start, 0);
    for (let order = 1; order <= 10_000; order++) take(start, 1, order);
    expect(limit.isWatched).toBe(true);
    take(start, 1, 10_001);
    expect(limit.isWatched).toBe(false);
    expect(take(start, 1, 10_002)).toBeUndefined();
  });

  test('is watched for as long as answers come, however many requests there are', () => {
    const { limit, take, told } = watch({ ...bucket, amount: 1e9, burst: 1e9 });
    told(start, 1e9, start, 0);
    for (let order = 1; order <= 10_100; order++) {
      take(start, 1, order);
      if (!limit.isWatched) throw new Error(`no more after ${order}`);
      told(start, 1e9 - order, start, order);
    }
    expect(limit.meter.available(start)).toBe(1e9 - 10_100);
  });

  test('that is said to be smaller now gives back only what was taken afterwards', () => {
    const { take, tighten, correct, available } = watch(bucket);
    take(start, 5, 1);
    tighten(start, 3);
    expect(available()).toBe(3);
    take(start, 2, 2);
    correct(start, 5, start, 1, undefined);
    expect(available()).toBe(1);
    correct(start, 2, start, 2, undefined);
    expect(available()).toBe(3);
  });
});

describe('a statement about a window', () => {
  const end = 1_020_000;

  test('holds to the end of a fixed one, and says nothing about the next', () => {
    const { limit, take, told, correct, available } = watch({
      ...minute,
      algorithm: 'fixed-window',
    });
    take(start, 10, 1);
    told(start, 50, start, 1);
    const mark = take(start, 10, 2);
    expect(available()).toBe(40);
    correct(end - 1, 4, start, 2, mark);
    expect(limit.isWatched).toBe(true);
    expect(available(end - 1)).toBe(44);
    take(end, 10, 3);
    correct(end, 4, end, 3, undefined);
    expect(limit.isWatched).toBe(false);
    expect(available(end)).toBe(94);
  });

  test('holds for as long as a sliding one is, and no longer', () => {
    const { limit, take, told, correct, available } = watch({
      ...minute,
      algorithm: 'sliding-window',
    });
    take(start, 10, 1);
    told(start, 50, start, 1);
    expect(available()).toBe(50);
    const mark = take(start + 59_999, 10, 2) as Mark;
    correct(start + 59_999, 5, start + 59_999, 2, mark);
    expect(limit.isWatched).toBe(true);
    expect(available(start + 59_999)).toBe(45);
    correct(start + 60_000, 1, start + 59_999, 2, mark);
    expect(limit.isWatched).toBe(false);
  });

  test('does not grow as time goes on', () => {
    const { take, told, available } = watch({ ...minute, algorithm: 'sliding-window' });
    take(start, 10, 1);
    told(start + 10_000, 50, start, 1);
    expect(available(start + 10_000)).toBe(50);
  });
});
