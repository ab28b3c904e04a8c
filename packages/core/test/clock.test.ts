import { getEventListeners } from 'node:events';
import { systemClock } from '@llm-router/core';

const longestTimerMs = 2 ** 31 - 1;

/** Whether a promise has resolved once the ready microtasks have run. */
async function isResolved(promise: Promise<unknown>): Promise<boolean> {
  let resolved = false;
  promise.then(
    () => {
      resolved = true;
    },
    () => {},
  );
  for (let turn = 0; turn < 5; turn++) await undefined;
  return resolved;
}

describe('the system clock', () => {
  // The first of all: the next ones drive the wall clock ahead.
  it('tells the epoch time', () => {
    expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(2000);
  });

  describe('now', () => {
    let monotonicMs = 0;
    let wallMs = 0;
    let aheadMs = 0;

    beforeEach(() => {
      // Further ahead than any test before: the clock remembers.
      aheadMs += 10_000_000;
      monotonicMs = performance.now();
      wallMs = performance.timeOrigin + monotonicMs + aheadMs;
      jest.spyOn(performance, 'now').mockImplementation(() => monotonicMs);
      jest.spyOn(Date, 'now').mockImplementation(() => wallMs);
    });

    afterEach(() => jest.restoreAllMocks());

    it('moves with the monotonic time', () => {
      const before = systemClock.now();
      monotonicMs += 12.5;
      expect(systemClock.now() - before).toBeCloseTo(12.5, 3);
    });

    it('never steps back when the wall clock does', () => {
      const before = systemClock.now();
      wallMs -= 3_600_000;
      expect(systemClock.now()).toBeGreaterThanOrEqual(before);
      monotonicMs += 5;
      expect(systemClock.now() - before).toBeCloseTo(5, 3);
    });

    it('follows the wall clock when that is far ahead, as after a suspended laptop', () => {
      systemClock.now();
      wallMs += 600_000;
      expect(systemClock.now()).toBeCloseTo(wallMs, 3);
    });

    it('does not follow small corrections of the wall clock', () => {
      const before = systemClock.now();
      wallMs += 500;
      expect(systemClock.now()).toBeCloseTo(before, 3);
    });
  });

  describe('sleep', () => {
    beforeEach(() => {
      jest.useFakeTimers();
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('resolves after the given time and not before', async () => {
      const sleep = systemClock.sleep(100);
      await jest.advanceTimersByTimeAsync(99);
      expect(await isResolved(sleep)).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      expect(await isResolved(sleep)).toBe(true);
    });

    it('does not lose the fraction of a millisecond, which host timers drop', async () => {
      const sleep = systemClock.sleep(1.75);
      await jest.advanceTimersByTimeAsync(1);
      expect(await isResolved(sleep)).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      expect(await isResolved(sleep)).toBe(true);
    });

    it.each([0, -5, Number.NaN])('sets no timer for %p milliseconds', async (ms) => {
      await systemClock.sleep(ms);
      expect(jest.getTimerCount()).toBe(0);
    });

    it('chains timers for sleeps that are longer than a host timer can be', async () => {
      const sleep = systemClock.sleep(longestTimerMs + 5);
      await jest.advanceTimersByTimeAsync(longestTimerMs);
      expect(await isResolved(sleep)).toBe(false);
      await jest.advanceTimersByTimeAsync(5);
      expect(await isResolved(sleep)).toBe(true);
    });

    it('never ends an endless sleep, which an abort still ends', async () => {
      const abort = new AbortController();
      const sleep = systemClock.sleep(Number.POSITIVE_INFINITY, abort.signal);
      await jest.advanceTimersByTimeAsync(3 * longestTimerMs);
      expect(await isResolved(sleep)).toBe(false);
      abort.abort('enough');
      await expect(sleep).rejects.toBe('enough');
      expect(jest.getTimerCount()).toBe(0);
    });

    it('rejects with the reason of a signal that has aborted before, even for no time', async () => {
      const reason = new Error('gone');
      const signal = AbortSignal.abort(reason);
      await expect(systemClock.sleep(100, signal)).rejects.toBe(reason);
      await expect(systemClock.sleep(0, signal)).rejects.toBe(reason);
      expect(jest.getTimerCount()).toBe(0);
    });

    it('rejects at once when the signal aborts, and clears its timer', async () => {
      const abort = new AbortController();
      const sleep = systemClock.sleep(100, abort.signal);
      await jest.advanceTimersByTimeAsync(40);
      abort.abort('stop');
      await expect(sleep).rejects.toBe('stop');
      expect(jest.getTimerCount()).toBe(0);
    });

    it('lets go of the signal when it is over', async () => {
      const { signal } = new AbortController();
      const sleep = systemClock.sleep(10, signal);
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await jest.advanceTimersByTimeAsync(10);
      await sleep;
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    });
  });
});
