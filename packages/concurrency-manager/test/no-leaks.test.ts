import { ask, createBench, createBusyBench, expectClean } from './support/bench.ts';

describe('a lease ends', () => {
  test.each([
    ['by settling', 'settle'],
    ['by releasing', 'release'],
    ['with its block', Symbol.dispose],
  ] as const)('%s, once, however often it is ended', async (_, how) => {
    const { bench, holder } = await createBusyBench();
    const next = ask(bench, 'k');
    const last = ask(bench, 'k');
    await bench.settle();
    for (let count = 0; count < 3; count++) {
      if (how === 'settle') holder.settle({});
      else holder[how]();
    }
    await bench.settle();
    expect(next.lease).toBeDefined();
    expect(last.lease).toBeUndefined();
    next.lease?.release();
    await bench.settle();
    last.lease?.release();
    await expectClean(bench);
  });

  test('in finally, where the work throws', async () => {
    const { bench, holder } = await createBusyBench();
    holder.release();
    const work = async () => {
      const lease = await bench.manager.acquire('k');
      try {
        throw new Error('the provider is down');
      } finally {
        lease.release();
      }
    };
    await expect(work()).rejects.toThrow('down');
    await expectClean(bench);
  });

  test('by itself, where its holder died, and those who wait notice', async () => {
    const { bench } = await createBusyBench();
    const next = ask(bench, 'k');
    await bench.clock.advance(29_999);
    expect(next.lease).toBeUndefined();
    await bench.clock.advance(1001);
    expect(next.lease).toBeDefined();
    next.lease?.release();
    await expectClean(bench);
  });
});

describe('an abort', () => {
  test('before the call takes nothing, even where there is room', async () => {
    const { bench, holder } = await createBusyBench();
    holder.release();
    const asked = ask(bench, 'k', { signal: AbortSignal.abort(new Error('changed my mind')) });
    await bench.settle();
    expect(asked.error).toMatchObject({ code: 'aborted', cause: new Error('changed my mind') });
    await expectClean(bench);
  });

  test('during the wait leaves the queue at once and lets the others through', async () => {
    const { bench, holder } = await createBusyBench();
    const controller = new AbortController();
    const gone = ask(bench, 'k', { signal: controller.signal, need: { inputTokens: 5 } });
    const next = ask(bench, 'k');
    await bench.clock.advance(50);
    controller.abort(new Error('the user left'));
    await bench.settle();
    expect(gone).toMatchObject({ at: 1_000_050, error: { code: 'aborted' } });
    expect(gone.error?.cause).toEqual(new Error('the user left'));
    expect(bench.manager.snapshot().queued).toBe(1);
    holder.release();
    await bench.settle();
    expect(next.lease).toBeDefined();
    next.lease?.release();
    await expectClean(bench);
  });

  test('of the only one who waits leaves no timer behind', async () => {
    const { bench, holder } = await createBusyBench();
    bench.manager.block('k', bench.clock.now() + 3_600_000, 'an hour');
    holder.release();
    const controller = new AbortController();
    ask(bench, 'k', { signal: controller.signal });
    await bench.settle();
    expect(bench.sleeping()).toBeGreaterThan(0);
    controller.abort();
    await bench.clock.advance(300);
    expect(bench.sleeping()).toBe(0);
  });

  test('of a large request lets the small ones behind it go at once', async () => {
    const bench = createBench({ limits: { k: { tokensPerMinute: 100 } } });
    (await bench.manager.acquire('k', { need: { inputTokens: 50 } })).settle({});
    const controller = new AbortController();
    ask(bench, 'k', { signal: controller.signal, need: { inputTokens: 100 } });
    const small = ask(bench, 'k', { need: { inputTokens: 10 } });
    await bench.settle();
    expect(small.lease).toBeUndefined();
    controller.abort();
    await bench.settle();
    expect(small.lease).toBeDefined();
  });

  test('after the grant changes nothing: the lease is the holder’s to end', async () => {
    const { bench, holder } = await createBusyBench();
    const controller = new AbortController();
    const asked = ask(bench, 'k', { signal: controller.signal });
    await bench.settle();
    holder.release();
    await bench.settle();
    controller.abort();
    await bench.settle();
    expect(bench.manager.snapshot().limits['k']?.inFlight).toBe(1);
    asked.lease?.release();
    await expectClean(bench);
  });

  test('in the moment of the grant ends in one of the two, never in both or none', async () => {
    const { bench, holder } = await createBusyBench();
    const controller = new AbortController();
    const asked = ask(bench, 'k', { signal: controller.signal });
    await bench.settle();
    holder.release();
    controller.abort();
    await bench.settle();
    expect(asked.lease).toBeDefined();
    expect(asked.error).toBeUndefined();
    asked.lease?.release();
    await expectClean(bench);
  });

  test('leaves no listener on a signal that lives on', async () => {
    const { bench, holder } = await createBusyBench();
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...all: Parameters<typeof add>) => {
      listeners += 1;
      add(...all);
    };
    signal.removeEventListener = (...all: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...all);
    };
    const asked = [1, 2, 3].map(() => ask(bench, 'k', { signal }));
    await bench.settle();
    holder.release();
    for (const { lease } of asked) {
      await bench.settle();
      lease?.release();
    }
    await bench.settle();
    for (const { lease } of asked) lease?.release();
    await bench.settle();
    expect(listeners).toBeLessThanOrEqual(1);
    await bench.clock.advance(0);
  });
});

describe('a callback that throws', () => {
  test('when told of the wait, costs nobody a place or a slot', async () => {
    const { bench, holder } = await createBusyBench();
    const asked = ask(bench, 'k', {
      onWait: () => {
        throw new Error('the listener is broken');
      },
    });
    await bench.settle();
    holder.release();
    await bench.settle();
    expect(asked.lease).toBeDefined();
    asked.lease?.release();
    await expectClean(bench);
  });
});
