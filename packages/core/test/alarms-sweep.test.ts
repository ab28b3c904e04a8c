import { createAlarms, type createHeap, createVirtualClock, type Heap } from '@llm-router/core';

const mockHeaps: Pick<Heap<unknown>, 'size'>[] = [];

jest.mock('../src/heap.ts', () => {
  const actual = jest.requireActual<{ createHeap: typeof createHeap }>('../src/heap.ts');
  return {
    createHeap: <T>(isBefore: (a: T, b: T) => boolean) => {
      const heap = actual.createHeap(isBefore);
      mockHeaps.push(heap);
      return heap;
    },
  };
});

describe('cancelled alarms', () => {
  it('are swept out, so that memory follows the pending ones', async () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    const kept = mockHeaps.at(-1);
    const rung: number[] = [];
    const set = Array.from({ length: 10_000 }, (_, index) =>
      alarms.set(clock.now() + 1 + index, () => rung.push(index)),
    );
    expect(kept?.size).toBe(10_000);
    set.forEach((alarm, index) => {
      if (index % 1000 !== 999) alarm.cancel();
    });
    expect(alarms.pending).toBe(10);
    expect(kept?.size).toBeLessThan(100);
    await clock.advance(20_000);
    expect(rung).toEqual([999, 1999, 2999, 3999, 4999, 5999, 6999, 7999, 8999, 9999]);
    expect(kept?.size).toBe(0);
  });

  it('stay bounded when alarms come and go for ever behind an early one', () => {
    const clock = createVirtualClock();
    const alarms = createAlarms(clock);
    const kept = mockHeaps.at(-1);
    alarms.set(clock.now() + 1, () => {});
    let most = 0;
    for (let round = 0; round < 5000; round++) {
      alarms.set(clock.now() + 60_000, () => {}).cancel();
      most = Math.max(most, kept?.size ?? 0);
    }
    expect(most).toBeGreaterThan(1);
    expect(most).toBeLessThan(100);
  });
});
