import { type Clock, createAlarms, createVirtualClock, systemClock } from '@llm-router/core';

/** A virtual clock that counts those who sleep on it. */
function watchedClock() {
  const clock = createVirtualClock();
  let asleep = 0;
  let calls = 0;
  const watched: Clock = {
    now: clock.now,
    async sleep(ms, signal) {
      calls += 1;
      asleep += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        asleep -= 1;
      }
    },
  };
  return { ...clock, watched, asleep: () => asleep, calls: () => calls };
}

describe('alarms', () => {
  it('ring at their moment, the earliest first, in the order of setting', async () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    const rung: string[] = [];
    const set = (name: string, inMs: number) =>
      alarms.set(clock.now() + inMs, () => rung.push(`${name}@${clock.now() - 1_000_000}`));
    set('late', 50);
    set('first', 10);
    set('second', 10);
    set('now', 0);
    set('past', -5);
    expect(rung).toEqual([]);
    await clock.advance(50);
    expect(rung).toEqual(['past@0', 'now@0', 'first@10', 'second@10', 'late@50']);
    expect(alarms.pending).toBe(0);
  });

  it('do not ring once cancelled, and cancel only once', async () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    const ring = jest.fn();
    const alarm = alarms.set(clock.now() + 10, ring);
    const other = alarms.set(clock.now() + 20, () => {});
    expect(alarm.at).toBe(clock.now() + 10);
    alarm.cancel();
    alarm.cancel();
    expect(alarms.pending).toBe(1);
    await clock.advance(100);
    expect(ring).not.toHaveBeenCalled();
    expect(alarms.pending).toBe(0);
    other.cancel();
    expect(alarms.pending).toBe(0);
  });

  it('may set and cancel alarms while they ring', async () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    const rung: string[] = [];
    alarms.set(clock.now() + 10, () => {
      rung.push('first');
      neighbour.cancel();
      alarms.set(clock.now(), () => rung.push('at once'));
      alarms.set(clock.now() + 5, () => rung.push(`later@${clock.now() - 1_000_000}`));
    });
    const neighbour = alarms.set(clock.now() + 10, () => rung.push('neighbour'));
    await clock.advance(20);
    expect(rung).toEqual(['first', 'at once', 'later@15']);
    expect(alarms.pending).toBe(0);
  });

  it('share one sleep, however many they are', async () => {
    const clock = watchedClock();
    const alarms = createAlarms(clock.watched);
    let rung = 0;
    for (let index = 0; index < 1000; index++) {
      alarms.set(clock.now() + 1000 - (index % 100), () => {
        rung += 1;
      });
    }
    await clock.advance(0);
    expect(clock.asleep()).toBe(1);
    await clock.advance(2000);
    expect(rung).toBe(1000);
    // One for each earlier alarm than the one before, and one for each moment.
    expect(clock.calls()).toBeLessThanOrEqual(200);
  });

  it('stop sleeping within a quarter of a second when the last one is cancelled', async () => {
    const clock = watchedClock();
    const alarms = createAlarms(clock.watched);
    const [first, second] = [
      alarms.set(clock.now() + 100_000, () => {}),
      alarms.set(clock.now() + 200_000, () => {}),
    ];
    first.cancel();
    second.cancel();
    await clock.advance(250);
    expect(clock.asleep()).toBe(0);
  });

  it('ring again after a time without any', async () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    alarms.set(clock.now() + 10, () => {}).cancel();
    await clock.advance(5);
    const ring = jest.fn();
    alarms.set(clock.now() + 10, ring);
    await clock.advance(9);
    expect(ring).not.toHaveBeenCalled();
    await clock.advance(1);
    expect(ring).toHaveBeenCalledTimes(1);
  });

  it('sleep on when a clock wakes them too early', async () => {
    let nowMs = 0;
    const sleeps: number[] = [];
    const hasty: Clock = {
      now: () => nowMs,
      async sleep(ms) {
        sleeps.push(ms);
        nowMs += Math.max(ms - 0.5, 0.5);
      },
    };
    const rungAt = await new Promise<number>((resolve) => {
      createAlarms(hasty).set(10, () => resolve(nowMs));
    });
    expect(rungAt).toBe(10);
    expect(sleeps).toEqual([10, 0.5]);
  });

  it('refuse a moment that is none, which would ring never and wake always', () => {
    const alarms = createAlarms(createVirtualClock());
    expect(() => alarms.set(Number.NaN, () => {})).toThrow(
      /at is NaN; expected epoch milliseconds/,
    );
    expect(alarms.pending).toBe(0);
  });

  it('leave no timer behind, so that a process can end', async () => {
    jest.useFakeTimers();
    try {
      const alarms = createAlarms(systemClock);
      const set = [1e6, 2e6, 3e6].map((ms) => alarms.set(systemClock.now() + ms, () => {}));
      expect(jest.getTimerCount()).toBe(1);
      for (const alarm of set) alarm.cancel();
      await jest.advanceTimersByTimeAsync(250);
      expect(jest.getTimerCount()).toBe(0);
    } finally {
      jest.useRealTimers();
    }
  });
});
