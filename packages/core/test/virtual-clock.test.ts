import { getEventListeners } from 'node:events';
import { createVirtualClock, isRouterError } from '@llm-router/core';

const start = 1_000_000;
const hostTurn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('the virtual clock', () => {
  it('starts at 1 000 000 unless told otherwise, and stands still', async () => {
    const clock = createVirtualClock();
    await hostTurn();
    expect(clock.now()).toBe(start);
    expect(createVirtualClock({ start: 5 }).now()).toBe(5);
  });

  it.each([{ start: -1 }, { start: Number.NaN }, { begin: 5 }])(
    'refuses the options %p',
    (options) => {
      expect(() => createVirtualClock(options)).toThrow(
        expect.objectContaining({ code: 'invalid_config' }),
      );
    },
  );

  describe('run', () => {
    it('lets a day pass at once and gives the result', async () => {
      const clock = createVirtualClock();
      const work = clock.sleep(86_400_000).then(() => clock.now());
      await expect(clock.run(work)).resolves.toBe(start + 86_400_000);
    });

    it('passes on what the work throws', async () => {
      const clock = createVirtualClock();
      const failure = new Error('broken pump');
      const work = clock.sleep(10).then(() => Promise.reject(failure));
      await expect(clock.run(work)).rejects.toBe(failure);
      await expect(clock.run(Promise.reject(failure))).rejects.toBe(failure);
    });

    it('does not jump while microtasks are left', async () => {
      const clock = createVirtualClock();
      const woken: string[] = [];
      const early = clock.sleep(10).then(() => woken.push(`early at ${clock.now() - start}`));
      const busy = (async () => {
        for (let step = 0; step < 2000; step++) await undefined;
        await clock.sleep(4);
        woken.push(`busy at ${clock.now() - start}`);
      })();
      await clock.run(Promise.all([early, busy]));
      expect(woken).toEqual(['busy at 4', 'early at 10']);
    });

    it('waits some turns of the host for work that is not asleep', async () => {
      const clock = createVirtualClock();
      const work = (async () => {
        for (let turn = 0; turn < 20; turn++) await hostTurn();
        await clock.sleep(1);
        return clock.now();
      })();
      await expect(clock.run(work)).resolves.toBe(start + 1);
    });

    it('rejects with "nothing is scheduled" rather than hang', async () => {
      const clock = createVirtualClock();
      await expect(clock.run(new Promise(() => {}))).rejects.toThrow(/^nothing is scheduled/);
      const stuck = clock.sleep(20).then(() => new Promise(() => {}));
      await expect(clock.run(stuck)).rejects.toThrow(/^nothing is scheduled/);
      expect(clock.now()).toBe(start + 20);
    });

    it('may be nested: work may itself run work', async () => {
      const clock = createVirtualClock();
      const inner = async (ms: number): Promise<number> => {
        for (let step = 0; step < 100; step++) {
          await clock.sleep(ms);
          await hostTurn();
        }
        return clock.now() - start;
      };
      const outer = async () => {
        const first = await clock.run(inner(3));
        return [first, await clock.run(clock.run(inner(2)))];
      };
      await expect(clock.run(outer())).resolves.toEqual([300, 500]);
    });

    it('may run beside another run', async () => {
      const clock = createVirtualClock();
      const worker = async (ms: number) => {
        for (let step = 0; step < 50; step++) await clock.sleep(ms);
        return clock.now() - start;
      };
      const both = Promise.all([clock.run(worker(3)), clock.run(worker(7))]);
      await expect(both).resolves.toEqual([150, 350]);
    });

    it('wakes 100,000 sleepers in their order, with one turn of the host for each instant', async () => {
      const clock = createVirtualClock();
      const [count, instants] = [100_000, 1000];
      const turns = jest.spyOn(globalThis, 'setImmediate');
      let last = start;
      let inOrder = 0;
      const sleepers = Array.from({ length: count }, async (_, index) => {
        await clock.sleep((index * 7919) % instants);
        if (clock.now() >= last) inOrder += 1;
        last = clock.now();
      });
      await clock.run(Promise.all(sleepers));
      const turnsTaken = turns.mock.calls.length;
      turns.mockRestore();
      expect(inOrder).toBe(count);
      expect(clock.now()).toBe(start + instants - 1);
      expect(turnsTaken).toBeGreaterThanOrEqual(instants);
      expect(turnsTaken).toBeLessThan(instants + 10);
    }, 30_000);
  });

  describe('sleep', () => {
    it('wakes sleepers of one instant in the order of their calls', async () => {
      const clock = createVirtualClock();
      const woken: string[] = [];
      const sleeper = async (name: string, ...delaysMs: number[]) => {
        for (const ms of delaysMs) await clock.sleep(ms);
        woken.push(name);
      };
      await clock.run(
        Promise.all([sleeper('a', 5, 5), sleeper('b', 10), sleeper('c', 2, 8), sleeper('d', 10)]),
      );
      // b and d called first; c reached its second sleep at 2, a at 5.
      expect(woken).toEqual(['b', 'd', 'c', 'a']);
      expect(clock.now()).toBe(start + 10);
    });

    it.each([0, -1, Number.NaN])('of %p ends at the same instant', async (ms) => {
      const clock = createVirtualClock();
      await clock.run(clock.sleep(ms));
      expect(clock.now()).toBe(start);
    });

    it('of 0 lets everyone of that instant go first', async () => {
      const clock = createVirtualClock();
      const woken: string[] = [];
      const again = async () => {
        await clock.sleep(10);
        await clock.sleep(0);
        woken.push('again');
      };
      const other = clock.sleep(10).then(() => woken.push('other'));
      await clock.run(Promise.all([again(), other]));
      expect(woken).toEqual(['other', 'again']);
      expect(clock.now()).toBe(start + 10);
    });

    it('without end is no reason to move', async () => {
      const clock = createVirtualClock();
      const endless = clock.sleep(Number.POSITIVE_INFINITY);
      await expect(clock.run(endless)).rejects.toThrow(/^nothing is scheduled/);
      expect(clock.now()).toBe(start);
      await clock.run(Promise.race([endless, clock.sleep(30)]));
      expect(clock.now()).toBe(start + 30);
    });

    it('rejects with the reason of a signal that aborted before', async () => {
      const clock = createVirtualClock();
      await expect(clock.sleep(10, AbortSignal.abort('gone'))).rejects.toBe('gone');
      await expect(clock.run(new Promise(() => {}))).rejects.toThrow(/^nothing is scheduled/);
      expect(clock.now()).toBe(start);
    });

    it('rejects at once on abort, and time no longer stops there', async () => {
      const clock = createVirtualClock();
      const abort = new AbortController();
      const aborted = clock.sleep(10, abort.signal).catch((reason) => `${reason} ${clock.now()}`);
      const seen: number[] = [];
      const other = clock.sleep(25).then(() => seen.push(clock.now() - start));
      abort.abort('stop');
      await expect(clock.run(aborted)).resolves.toBe(`stop ${start}`);
      await clock.run(other);
      expect(seen).toEqual([25]);
    });

    it('is not ended by an abort that comes after it', async () => {
      const clock = createVirtualClock();
      const abort = new AbortController();
      const sleep = clock.sleep(10, abort.signal);
      await clock.run(sleep);
      abort.abort('late');
      await expect(sleep).resolves.toBeUndefined();
    });

    it('lets go of the signal when it is over', async () => {
      const clock = createVirtualClock();
      const { signal } = new AbortController();
      const sleep = clock.sleep(10, signal);
      expect(getEventListeners(signal, 'abort')).toHaveLength(1);
      await clock.run(sleep);
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    });

    it('holds no time once aborted: there is nothing to move to', async () => {
      const clock = createVirtualClock();
      const abort = new AbortController();
      clock.sleep(10, abort.signal).catch(() => {});
      abort.abort('stop');
      await expect(clock.run(new Promise(() => {}))).rejects.toThrow(/^nothing is scheduled/);
      expect(clock.now()).toBe(start);
    });
  });

  describe('advance', () => {
    it('wakes those who fall due, at their own time, and stops at the end', async () => {
      const clock = createVirtualClock();
      const ticks: number[] = [];
      const ticker = async () => {
        for (;;) {
          await clock.sleep(10);
          ticks.push(clock.now() - start);
        }
      };
      void ticker();
      await clock.advance(35);
      expect(ticks).toEqual([10, 20, 30]);
      expect(clock.now()).toBe(start + 35);
      await clock.advance(5);
      expect(ticks).toEqual([10, 20, 30, 40]);
    });

    it('by 0 wakes those who sleep for no time, and moves nothing', async () => {
      const clock = createVirtualClock();
      let woken = false;
      void clock.sleep(0).then(() => {
        woken = true;
      });
      await hostTurn();
      expect(woken).toBe(false);
      await clock.advance(0);
      expect(woken).toBe(true);
      expect(clock.now()).toBe(start);
    });

    it('never steps back', async () => {
      const clock = createVirtualClock();
      await clock.advance(-500);
      expect(clock.now()).toBe(start);
    });

    it.each([Number.NaN, Number.POSITIVE_INFINITY])(
      'refuses %p, from which time would not recover',
      async (ms) => {
        const clock = createVirtualClock();
        const error: unknown = await clock.advance(ms).catch((reason: unknown) => reason);
        expect(isRouterError(error, 'invalid_config')).toBe(true);
        expect(clock.now()).toBe(start);
      },
    );
  });
});
