import { createRateBounds } from '../src/rate-bounds.ts';
import { driveBounds } from './support/bounds-driver.ts';
import { createProviderBucket } from './support/provider-bucket.ts';

const start = 1_000_000;
const tenPerSecond = 10 / 1000;

/** A bucket of 20 that gets 10 a second, asked every 25 ms until `untilMs`. */
function saturated(untilMs: number) {
  const bucket = createProviderBucket(20, tenPerSecond);
  const driver = driveBounds(bucket);
  for (let ms = 0; ms < untilMs; ms += 25) driver.send(start + ms, 1);
  return { bucket, ...driver, send: driver.send, end: start + untilMs };
}

describe('the bounds of a rate', () => {
  test('are open until two refusals have closed them', () => {
    const bounds = createRateBounds();
    bounds.sent(start, 1, 1);
    expect([bounds.slowest, bounds.fastest]).toEqual([0, Number.POSITIVE_INFINITY]);
    bounds.refused(start, 1, 1);
    expect(bounds.rate(start)).toBeUndefined();
    expect(bounds.waitMs(start, 0, 1)).toBe(0);
  });

  test('are what was taken and refused between two refusals, and what was accepted after one', () => {
    const bounds = createRateBounds();
    for (let count = 1; count <= 11; count++) bounds.sent(start, count, 1);
    bounds.refused(start, 11, 1);
    // Three were accepted in 200 ms, and of the first only a part could have been left over.
    bounds.accepted(start + 200, 13);
    expect(bounds.slowest).toBeCloseTo((13 - 10 - 1) / 200);
    bounds.sent(start + 300, 14, 1);
    bounds.refused(start + 300, 14, 1);
    expect(bounds.fastest).toBeCloseTo((13 - 10 + 1) / 300);
    expect(bounds.contradictions).toBe(0);
  });

  test('close in on the true rate, and the rate to keep to lies between them', () => {
    const { bounds, end } = saturated(6000);
    expect(bounds.slowest).toBeGreaterThan(tenPerSecond * 0.8);
    expect(bounds.fastest).toBeLessThan(tenPerSecond * 1.2);
    expect(bounds.rate(end)).toBeGreaterThanOrEqual(bounds.slowest);
    expect(bounds.rate(end)).toBeLessThanOrEqual(bounds.fastest);
  });

  test('say nothing of moments that lie closer together than the network is exact', () => {
    const bounds = createRateBounds();
    bounds.refused(start, 1, 1);
    bounds.refused(start + 19, 1, 1);
    bounds.accepted(start + 19, 50);
    expect([bounds.slowest, bounds.fastest]).toEqual([0, Number.POSITIVE_INFINITY]);
  });

  test('open again upwards when the last refusal is long ago, so that a raised limit is found', () => {
    const { bounds, end } = saturated(6000);
    const soon = bounds.rate(end + 10_000) as number;
    expect(soon).toBe(bounds.rate(end));
    expect(bounds.rate(end + 60_000)).toBeGreaterThan(soon * 1.3);
    expect(bounds.fastest).toBeLessThan(tenPerSecond * 1.2);
  });

  test.each([
    ['raised', 3],
    ['lowered', 1 / 3],
  ])('contradict one another when the rate is %s, and then enclose the new one', (_, factor) => {
    const { bucket, bounds, send, end } = saturated(6000);
    expect(bounds.contradictions).toBe(0);
    bucket.fillAt(end, tenPerSecond * factor);
    for (let ms = 0; ms < 20_000; ms += 15) send(end + ms, 1);
    expect(bounds.contradictions).toBeGreaterThan(0);
    expect(bounds.slowest).toBeLessThanOrEqual(tenPerSecond * factor * 1.01);
    expect(bounds.fastest).toBeGreaterThanOrEqual(tenPerSecond * factor * 0.99);
    expect(bounds.fastest).toBeLessThan(tenPerSecond * factor * 1.5);
  });
});

describe('the rate to keep to', () => {
  /** A request is refused, ten are accepted, and another is refused a second after the first. */
  const refusals = [
    [start, 1],
    [start + 1000, 11],
  ] as const;

  function bounded(inOrder: readonly (readonly [at: number, accepted: number])[] = refusals) {
    const bounds = createRateBounds();
    bounds.sent(start, 1, 1);
    for (const [at, accepted] of inOrder) bounds.refused(at, accepted, 1);
    return bounds;
  }

  test('goes three tenths of the way from the slower bound to the faster', () => {
    const bounds = bounded();
    expect([bounds.slowest, bounds.fastest]).toEqual([0, 11 / 1000]);
    expect(bounds.rate(start + 1000)).toBeCloseTo(0.0033, 9);
    bounds.accepted(start + 500, 6);
    expect(bounds.slowest).toBe(5 / 500);
    expect(bounds.rate(start + 1000)).toBeCloseTo(0.01 + 0.001 * 0.3, 9);
  });

  test('grows from twenty seconds after the last refusal on, by as much again in as long', () => {
    const bounds = bounded();
    const rateAfter = (ms: number) => bounds.rate(start + 1000 + ms);
    expect(rateAfter(20_000)).toBeCloseTo(0.0033, 9);
    expect(rateAfter(30_000)).toBeCloseTo(0.0033 * 1.5, 9);
    expect(rateAfter(40_000)).toBeCloseTo(0.0033 * 2, 9);
  });

  test('does not depend on the order in which the refusals are heard', () => {
    const late = bounded([refusals[1], refusals[0]]);
    expect(late.fastest).toBe(11 / 1000);
    expect(late.rate(start + 1000)).toBe(bounded().rate(start + 1000));
  });

  test('is not made slower by what is accepted and says less than is known', () => {
    const bounds = bounded();
    bounds.accepted(start + 500, 6);
    bounds.accepted(start + 700, 6);
    expect(bounds.slowest).toBe(5 / 500);
  });

  test('is read from moments that lie twenty milliseconds apart', () => {
    const bounds = createRateBounds();
    bounds.sent(start, 1, 1);
    bounds.refused(start, 1, 1);
    bounds.accepted(start + 20, 3);
    expect(bounds.slowest).toBe(2 / 20);
    bounds.refused(start + 20, 4, 1);
    expect(bounds.fastest).toBe(4 / 20);
  });
});

describe('the wait for a rate', () => {
  test('is as long as the missing part takes to flow in', () => {
    const { bounds, accepted, send, end } = saturated(6000);
    expect(send(end, 3)).toBe(false);
    const perMs = bounds.rate(end) as number;
    expect(bounds.waitMs(end, accepted, 1)).toBeCloseTo(1 / perMs, 1);
    expect(bounds.waitMs(end, accepted, 4)).toBeCloseTo(4 / perMs, 1);
    expect(bounds.waitMs(end + 1 / perMs + 0.01, accepted, 1)).toBe(0);
  });

  test.each([2000, 60_000, 3_600_000])(
    'lets through no more at once after a rest of %d ms than a full bucket held before',
    (restMs) => {
      const { bounds, accepted, end } = saturated(6000);
      const now = end + restMs;
      let count = 0;
      while (bounds.waitMs(now, accepted + count, 1) === 0 && count < 1000) {
        count += 1;
        bounds.sent(now, accepted + count, 1);
      }
      expect(count).toBeGreaterThanOrEqual(Math.min(18, (restMs / 1000) * 9));
      expect(count).toBeLessThanOrEqual(21);
    },
  );

  test('is not for ever where one request is larger than all that a full bucket held', () => {
    const { bounds, accepted, end } = saturated(6000);
    const waitMs = bounds.waitMs(end, accepted, 100);
    expect(waitMs).toBeLessThan(20_000);
    expect(bounds.waitMs(end + waitMs, accepted, 100)).toBe(0);
  });
});

describe('a bucket that was full in between', () => {
  test('lost what came in: two refusals with a rest between them say nothing together', () => {
    const bucket = createProviderBucket(20, tenPerSecond);
    const { bounds, send } = driveBounds(bucket);
    for (let count = 0; count < 21; count++) send(start, 1);
    for (let count = 0; count < 21; count++) send(start + 600_000, 1);
    // Otherwise 21 in ten minutes would be the most that it allows.
    expect(bounds.fastest).toBe(Number.POSITIVE_INFINITY);
    for (let ms = 0; ms < 3000; ms += 25) send(start + 600_000 + ms, 1);
    expect(bounds.fastest).toBeGreaterThan(tenPerSecond * 0.99);
    expect(bounds.fastest).toBeLessThan(tenPerSecond * 1.5);
    expect(bounds.contradictions).toBe(0);
  });

  test('still counts where the rest was a pause after a refusal, and little was taken since', () => {
    const bucket = createProviderBucket(60, 1 / 1000);
    const { bounds, send } = driveBounds(bucket);
    for (let count = 0; count < 62; count++) send(start, 1);
    for (let count = 0; count < 4; count++) send(start + 3000, 1);
    expect(bounds.fastest).toBeCloseTo(4 / 3000);
  });
});

describe('withdrawing what was counted as accepted', () => {
  test('corrects the refusals of those that left later, and of no others', () => {
    const bounds = createRateBounds();
    for (let count = 1; count <= 4; count++) bounds.sent(start + count, count, 1);
    // The third and the fourth are heard of first: the second had been refused as well.
    bounds.refused(start + 4, 4, 1);
    bounds.withdraw(2, 1);
    bounds.refused(start + 2, 2, 1);
    bounds.sent(start + 104, 4, 1);
    bounds.refused(start + 104, 4, 1);
    // Between 4 and 104 ms: one accepted besides the one refused.
    expect(bounds.fastest).toBeCloseTo((3 - 2 + 1) / 100);
  });

  test('tells apart what left at one instant', () => {
    const bounds = createRateBounds();
    for (let count = 1; count <= 3; count++) bounds.sent(start, count, 1);
    bounds.refused(start, 3, 1);
    bounds.withdraw(2, 1);
    bounds.refused(start, 2, 1);
    bounds.sent(start + 50, 2, 1);
    bounds.refused(start + 50, 2, 1);
    // Nothing was accepted since: at most the one that was refused flowed in.
    expect(bounds.fastest).toBeCloseTo(1 / 50);
  });
});
