import fc from 'fast-check';
import { createSlowStart } from '../src/slow-start.ts';

const start = 1_000_000;

/** Starts as many as are wanted, each as soon as it may, and says after how long each did. */
function startMany(count: number, slowStart = createSlowStart(), from = start): number[] {
  let now = from;
  return Array.from({ length: count }, () => {
    now += slowStart.waitMs(now);
    slowStart.started(now);
    return now - from;
  });
}

describe('a slow start', () => {
  test('lets three go at once, and the next ones ever sooner after one another', () => {
    const [first, second, third, ...others] = startMany(40);
    expect([first, second, third]).toEqual([0, 0, 0]);
    const distances = others.map((at, index) => at - (others[index - 1] ?? 0));
    expect(distances[0]).toBeCloseTo(150 / 8, 1);
    for (const [index, distance] of distances.entries()) {
      expect(distance).toBeGreaterThan(0);
      if (index > 0) expect(distance).toBeLessThan(distances[index - 1] as number);
    }
  });

  test('keeps a distance of 150 ms, divided by those that started and a head start of five', () => {
    const [, , third = 0, fourth = 0, fifth = 0] = startMany(5);
    expect(fourth - third).toBeCloseTo(150 / 8, 2);
    expect(fifth - fourth).toBeCloseTo(150 / 9, 2);
  });

  test('has rested after a second, and not a millisecond before', () => {
    const slowStart = createSlowStart();
    for (let count = 0; count < 3; count++) slowStart.started(start);
    slowStart.started(start + 999);
    expect(slowStart.waitMs(start + 999)).toBeGreaterThan(0);
    expect(slowStart.waitMs(start + 1998)).toBe(0);
    slowStart.started(start + 1998);
    expect(slowStart.waitMs(start + 1998)).toBeGreaterThan(0);
    slowStart.started(start + 2998);
    expect(slowStart.waitMs(start + 2998)).toBe(0);
  });

  test('sends a hundred within half a second, and a thousand in not much more than one', () => {
    expect(startMany(100).at(-1)).toBeLessThan(500);
    expect(startMany(1000).at(-1)).toBeLessThan(1000);
  });

  test('has few under way when the first refusal comes back', () => {
    const within = (ms: number) => startMany(200).filter((at) => at <= ms).length;
    expect(within(50)).toBeLessThanOrEqual(6);
    expect(within(200)).toBeLessThanOrEqual(25);
  });

  test('lets three go at once again after a rest of a second', () => {
    const slowStart = createSlowStart();
    const last = start + (startMany(10, slowStart).at(-1) as number);
    expect(slowStart.waitMs(last)).toBeGreaterThan(0);
    expect(startMany(4, slowStart, last + 1000).filter((ms) => ms === 0)).toHaveLength(3);
  });

  test('begins anew after a refusal, one at a time', () => {
    const slowStart = createSlowStart();
    const last = start + (startMany(500, slowStart).at(-1) as number);
    expect(slowStart.waitMs(last)).toBeLessThan(1);
    slowStart.refused();
    expect(slowStart.waitMs(last)).toBeCloseTo(30, 1);
    const [first, second] = startMany(2, slowStart, last);
    expect(first).toBeCloseTo(30, 1);
    expect((second as number) - (first as number)).toBeCloseTo(25, 1);
  });

  test('never starts more in a tenth of a second than twice what was sent before and ten', () => {
    const script = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 50, maxLength: 300 });
    fc.assert(
      fc.property(script, (gaps) => {
        const slowStart = createSlowStart();
        const sentAt: number[] = [];
        let now = start;
        for (const gap of gaps) {
          now += gap % 7 === 0 ? gap : 0;
          now += slowStart.waitMs(now);
          slowStart.started(now);
          sentAt.push(now);
        }
        for (const [index, at] of sentAt.entries()) {
          const within = sentAt.slice(index).filter((other) => other < at + 100).length;
          expect(within).toBeLessThanOrEqual(2 * index + 10);
        }
      }),
    );
  });
});
