import type { LimitRule } from '@llm-router/core';
import { createMeter } from '../src/create-meter.ts';
import { createFixedWindow } from '../src/fixed-window.ts';
import { createSlidingWindow } from '../src/sliding-window.ts';
import { createTokenBucket } from '../src/token-bucket.ts';

const start = 1_000_000;
const never = Number.POSITIVE_INFINITY;

describe('a bucket of ten that gets one a second', () => {
  const rule: LimitRule = { unit: 'tokens', amount: 60, perMs: 60_000, burst: 10 };
  const create = (spent?: number) => createTokenBucket(rule, start, spent);

  test('gives ten at once, and then one a second', () => {
    const bucket = create();
    expect(bucket.waitMs(start, 10)).toBe(0);
    bucket.take(start, 10);
    expect([bucket.available(start), bucket.spent(start)]).toEqual([0, 10]);
    expect(bucket.waitMs(start, 1)).toBe(1000);
    expect(bucket.waitMs(start, 4)).toBe(4000);
    expect(bucket.waitMs(start + 999, 1)).toBe(1);
    expect(bucket.waitMs(start + 1000, 1)).toBe(0);
  });

  test('is never fuller than full', () => {
    const bucket = create();
    bucket.take(start, 4);
    expect(bucket.spent(start + 3_600_000)).toBe(0);
    expect(bucket.available(start + 3_600_000)).toBe(10);
    expect(bucket.waitMs(start + 3_600_000, 11)).toBe(never);
  });

  test('reads a moment that lies back like the latest', () => {
    const bucket = create();
    bucket.take(start, 10);
    expect(bucket.waitMs(start - 5000, 1)).toBe(1000);
    expect(bucket.spent(start)).toBe(10);
  });

  test('begins with what is spent already', () => {
    expect(create(7).available(start)).toBe(3);
    expect(createMeter(rule, start, 7).available(start)).toBe(3);
  });

  test('gets back no more than is still missing', () => {
    const bucket = create();
    bucket.take(start, 4);
    bucket.correct(start + 3000, 4, start);
    expect(bucket.spent(start + 3000)).toBe(0);
    bucket.take(start + 3000, 2);
    expect(bucket.available(start + 3000)).toBe(8);
  });

  test('loses what was used beyond the reservation', () => {
    const bucket = create();
    bucket.take(start, 2);
    bucket.correct(start, -13, start);
    expect(bucket.available(start)).toBe(-5);
    expect(bucket.waitMs(start, 1)).toBe(6000);
  });

  test('keeps to the smaller of its own account and what the provider says is left', () => {
    const bucket = create();
    bucket.take(start, 2);
    bucket.tighten(start, 3);
    expect(bucket.available(start)).toBe(3);
    bucket.tighten(start, 8);
    expect(bucket.available(start)).toBe(3);
  });

  test('gives back what was taken after the provider spoke, not what was part of it', () => {
    const bucket = create();
    bucket.take(start, 3, 1);
    bucket.tighten(start, 7, 2);
    bucket.take(start, 4, 3);
    bucket.correct(start, 3, start, 1);
    expect(bucket.available(start)).toBe(3);
    bucket.correct(start, 4, start, 3);
    expect(bucket.available(start)).toBe(7);
  });

  test('keeps what is spent when it becomes larger', () => {
    const bucket = create();
    bucket.take(start, 10);
    bucket.change(start + 2000, { ...rule, amount: 120, burst: 20 });
    expect(bucket.rule.burst).toBe(20);
    expect(bucket.available(start + 2000)).toBe(12);
    expect(bucket.available(start + 3000)).toBe(14);
  });
});

describe('a sliding minute of sixty', () => {
  const rule: LimitRule = {
    unit: 'tokens',
    amount: 60,
    perMs: 60_000,
    algorithm: 'sliding-window',
  };
  const create = (spent?: number, now = start) => createSlidingWindow(rule, now, spent);

  test('gives sixty, and each again a minute and a slice of a second later', () => {
    const window = create();
    expect(window.waitMs(start, 60)).toBe(0);
    window.take(start, 60);
    expect([window.available(start), window.spent(start)]).toEqual([0, 60]);
    expect(window.waitMs(start, 1)).toBe(61_000);
    expect(window.waitMs(start + 60_999, 1)).toBe(1);
    expect(window.waitMs(start + 61_000, 60)).toBe(0);
    expect(window.spent(start + 61_000)).toBe(0);
  });

  test('waits for as many of the oldest uses as it takes', () => {
    const window = create();
    window.take(start, 20);
    window.take(start + 10_000, 40);
    const now = start + 10_000;
    expect(window.waitMs(now, 1)).toBe(51_000);
    expect(window.waitMs(now, 20)).toBe(51_000);
    expect(window.waitMs(now, 21)).toBe(61_000);
    expect(window.waitMs(now, 60)).toBe(61_000);
    expect(window.waitMs(now, 61)).toBe(never);
    expect(window.available(start + 61_000)).toBe(20);
  });

  test('works from the first moment of all', () => {
    const window = create(0, 0);
    window.take(0, 50);
    expect(window.waitMs(0, 20)).toBe(61_000);
    expect(window.waitMs(60_999, 20)).toBe(1);
    expect(window.waitMs(61_000, 20)).toBe(0);
  });

  test('forgets everything after a rest of any length, at once', () => {
    const short = createSlidingWindow({ ...rule, perMs: 60 }, start);
    short.take(start, 60);
    expect(short.waitMs(1e15, 60)).toBe(0);
    short.take(1e15, 60);
    expect(short.waitMs(1e15, 1)).toBe(61);
  });

  test('begins with what is spent already', () => {
    const window = create(45);
    expect(window.available(start)).toBe(15);
    expect(window.waitMs(start, 20)).toBe(61_000);
    expect(createMeter(rule, start, 45).waitMs(start, 20)).toBe(61_000);
  });

  test('gives back what was taken within the window, and nothing of what has left it', () => {
    const window = create();
    window.take(start, 30);
    window.take(start + 20_000, 30);
    window.correct(start + 60_500, 10, start);
    expect(window.available(start + 60_500)).toBe(10);
    window.correct(start + 61_000, 10, start);
    expect(window.available(start + 61_000)).toBe(30);
    window.correct(start + 61_000, 10, start + 20_000);
    expect(window.available(start + 61_000)).toBe(40);
    expect(window.available(start + 81_000)).toBe(60);
  });

  test('counts what was used beyond the reservation where it was reserved', () => {
    const window = create();
    window.take(start, 30);
    window.correct(start + 5000, -20, start);
    expect(window.available(start + 5000)).toBe(10);
    expect(window.available(start + 60_999)).toBe(10);
    expect(window.available(start + 61_000)).toBe(60);
  });

  test('keeps to the smaller of its own account and what the provider says is left', () => {
    const window = create();
    window.take(start, 20);
    window.tighten(start, 15);
    expect(window.available(start)).toBe(15);
    window.tighten(start, 30);
    expect(window.available(start)).toBe(15);
    expect(window.available(start + 30_000)).toBe(15);
    expect(window.available(start + 61_000)).toBe(60);
  });

  test('gives nothing back of what the provider counts as gone', () => {
    const window = create();
    window.take(start, 20, 1);
    window.tighten(start, 40, 2);
    window.take(start, 10, 3);
    window.correct(start, 20, start, 1);
    expect(window.available(start)).toBe(30);
    window.correct(start, 10, start, 3);
    expect(window.available(start)).toBe(40);
  });

  test('takes another amount over the same minute', () => {
    const window = create();
    window.take(start, 60);
    window.change(start, { ...rule, amount: 100 });
    expect(window.rule.amount).toBe(100);
    expect(window.available(start)).toBe(40);
  });
});

describe('a fixed minute of ten', () => {
  const rule: LimitRule = { unit: 'tokens', amount: 10, perMs: 60_000, algorithm: 'fixed-window' };
  // The minute that began at 960,000.
  const end = 1_020_000;
  const create = (spent?: number) => createFixedWindow(rule, start, spent);

  test('gives ten until the minute ends, whatever was left before', () => {
    const window = create();
    expect(window.waitMs(start, 10)).toBe(0);
    window.take(start, 10);
    expect([window.available(start), window.spent(start)]).toEqual([0, 10]);
    expect(window.waitMs(start, 1)).toBe(20_000);
    expect(window.waitMs(end - 1, 1)).toBe(1);
    expect(window.waitMs(start, 11)).toBe(never);
    expect(window.waitMs(end, 10)).toBe(0);
    expect(window.spent(end)).toBe(0);
  });

  test('reads a moment of an earlier minute like the latest', () => {
    const window = create();
    window.take(end, 10);
    expect(window.available(start)).toBe(0);
    expect(window.available(end)).toBe(0);
  });

  test('begins with what is spent already', () => {
    expect(create(4).available(start)).toBe(6);
    expect(createMeter(rule, start, 4).waitMs(start, 7)).toBe(20_000);
  });

  test('gives back what was taken in this minute, and nothing of an earlier one', () => {
    const window = create();
    window.take(start, 8);
    window.correct(end - 1, 3, start);
    expect(window.available(end - 1)).toBe(5);
    window.take(end, 8);
    window.correct(end, 5, start);
    expect(window.available(end)).toBe(2);
    window.correct(end, -4, end);
    expect(window.available(end)).toBe(-2);
  });

  test('keeps to the smaller of its own account and what the provider says is left', () => {
    const window = create();
    window.take(start, 2, 1);
    window.tighten(start, 3, 2);
    expect(window.available(start)).toBe(3);
    window.tighten(start, 9, 3);
    expect(window.available(start)).toBe(3);
  });

  test('gives nothing back of what the provider counts as gone', () => {
    const window = create();
    window.take(start, 6, 1);
    window.tighten(start, 4, 2);
    window.take(start, 3, 3);
    window.correct(start, 6, start, 1);
    expect(window.available(start)).toBe(1);
    window.correct(start, 3, start, 3);
    expect(window.available(start)).toBe(4);
  });

  test('takes another amount for the minute that has begun', () => {
    const window = create();
    window.take(start, 10);
    window.change(start, { ...rule, amount: 15 });
    expect(window.rule.amount).toBe(15);
    expect(window.waitMs(start, 5)).toBe(0);
    expect(window.waitMs(start, 6)).toBe(20_000);
  });
});

describe.each(['token-bucket', 'sliding-window', 'fixed-window'] as const)('a %s', (algorithm) => {
  const create = () =>
    createMeter({ unit: 'tokens', amount: 10, perMs: 60_000, algorithm }, start, 0);

  test('takes back as much as the provider says there was room for', () => {
    const meter = create();
    meter.take(start, 6, 1);
    meter.tighten(start, 6, 2);
    expect(meter.available(start)).toBe(4);
    meter.correct(start, 6, start, 1);
    expect(meter.available(start)).toBe(6);
  });

  test('takes nothing more back because another used more than it had reserved', () => {
    const meter = create();
    meter.take(start, 6, 1);
    meter.tighten(start, 4, 2);
    meter.correct(start, -3, start, 1);
    expect(meter.available(start)).toBe(1);
    meter.correct(start, 6, start, 1);
    expect(meter.available(start)).toBe(1);
  });

  test('is not changed by a correction of nothing', () => {
    const meter = create();
    meter.take(start, 6, 1);
    meter.correct(start, 0, start, 1);
    expect(meter.available(start)).toBe(4);
  });
});
