import {
  busy,
  chunkOf,
  createBench,
  createFakeBench,
  deploy,
  failureOf,
  idle,
  type StreamStep,
  steady,
} from './support.ts';

const text = (content: string) => chunkOf({ content });
const end = chunkOf({}, 'stop');
const timeouts = { firstContentMs: 5000, betweenContentMs: 2000 };

const repeat = (count: number, ...steps: StreamStep[]): StreamStep[] =>
  Array.from({ length: count }, () => steps).flat();

async function run(
  steps: readonly StreamStep[],
  own: { firstByteMs?: number; firstContentMs?: number; betweenContentMs?: number } = timeouts,
) {
  const bench = createFakeBench(
    { a: { stream: () => steps }, b: { stream: () => [text('other'), end] } },
    { timeouts: own },
  );
  const start = bench.clock.now();
  const outcome = await bench.clock.run(
    bench.router.stream('Hello').result.then(
      (result) => ({ result }),
      (error) => ({ error }),
    ),
  );
  return { ...bench, ...outcome, tookMs: bench.clock.now() - start };
}

describe('the timer of the first content', () => {
  it('fails over when nothing comes', async () => {
    const { tookMs, callsOf, ...outcome } = await run(['stall']);
    expect(outcome).toMatchObject({ result: { text: 'other', deployment: 'b' } });
    expect(tookMs).toBe(5000);
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: 1_005_000, stopped: true });
  });

  it('is not impressed by keep-alives and empty pieces', async () => {
    const idle = repeat(100, chunkOf({ content: '' }), { pauseMs: 400 });
    const { tookMs, ...outcome } = await run([chunkOf({ role: 'assistant' }), ...idle]);
    expect(outcome).toMatchObject({ result: { deployment: 'b' } });
    expect(tookMs).toBe(5000);
  });

  it('leaves alone what comes in time', async () => {
    const { tookMs, ...outcome } = await run([{ pauseMs: 4900 }, text('late'), end]);
    expect(outcome).toMatchObject({ result: { text: 'late', deployment: 'a' } });
    expect(tookMs).toBe(4900);
  });

  it('works on the wire: a stall before and after the headers', async () => {
    for (const fault of [{ kind: 'stall' }, { kind: 'stall', afterChunks: 1 }] as const) {
      const { clock, router, hits } = createBench(
        [
          { name: 'a', latency: steady, faults: [fault] },
          { name: 'b', latency: steady },
        ],
        { deployments: [deploy('a'), deploy('b')], timeouts },
      );
      const { deployment } = await clock.run(router.stream('Hello').result);
      expect(deployment).toBe('b');
      expect(hits('a')[0]).toMatchObject({ outcome: 'aborted', endedAt: 1_005_000 });
      expect(busy(router)).toEqual(idle);
    }
  });
});

describe('the timer between contents', () => {
  const rest: StreamStep[] = ['stall'];

  it('breaks a stream that stalls, after that time and not a later one', async () => {
    const { tookMs, callsOf, ...outcome } = await run([{ pauseMs: 1000 }, text('one'), ...rest]);
    expect(outcome).toMatchObject({
      error: { code: 'stream_broken', category: 'timeout', partial: { text: 'one' } },
    });
    expect(tookMs).toBe(3000);
    expect(callsOf('a')[0]).toMatchObject({ abortedAt: 1_003_000, stopped: true });
    expect(callsOf('b')).toHaveLength(0);
  });

  it('does so also where it is longer than the one before the first', async () => {
    const own = { firstContentMs: 1000, betweenContentMs: 4000 };
    const { tookMs } = await run([{ pauseMs: 900 }, text('one'), ...rest], own);
    expect(tookMs).toBe(4900);
  });

  it('starts anew with each content', async () => {
    const steps = repeat(20, { pauseMs: 1900 }, text('x'));
    const { tookMs, ...outcome } = await run([...steps, end]);
    expect(outcome).toMatchObject({ result: { text: 'x'.repeat(20) } });
    expect(tookMs).toBe(38_000);
  });

  it('is not impressed by keep-alives and empty pieces', async () => {
    const idle = repeat(50, { pauseMs: 300 }, chunkOf({}));
    const { tookMs, ...outcome } = await run([text('one'), ...idle]);
    expect(outcome).toMatchObject({ error: { code: 'stream_broken' } });
    expect(tookMs).toBe(2000);
  });

  it('is a minute by default, and two before the first', async () => {
    expect((await run([text('one'), 'stall'], {})).tookMs).toBe(60_000);
    expect((await run(['stall'], {})).tookMs).toBe(120_000);
  });

  it('may be switched off', async () => {
    const forever = { betweenContentMs: Number.POSITIVE_INFINITY };
    const { tookMs, ...outcome } = await run(
      [text('one'), { pauseMs: 500_000 }, text('two'), end],
      forever,
    );
    expect(outcome).toMatchObject({ result: { text: 'onetwo' } });
    expect(tookMs).toBe(500_000);
  });
});

describe('a slow consumer', () => {
  it.each<[string, readonly StreamStep[]]>([
    ['after contents', [text('a'), text('b'), text('c'), end]],
    ['after empty pieces', [text('a'), chunkOf({}), text('b'), chunkOf({}), text('c'), end]],
  ])('is no stall (%s)', async (_, steps) => {
    const { clock, router } = createFakeBench({ a: { stream: () => steps } }, { timeouts });
    const stream = router.stream('Hello');
    const seen: string[] = [];
    const read = async () => {
      for await (const { choices } of stream) {
        seen.push(choices[0]?.delta.content ?? '');
        await clock.sleep(30_000);
      }
    };
    await clock.run(read());
    expect(seen.join('')).toBe('abc');
    expect((await stream.result).text).toBe('abc');
  });

  it('does not hide a stall either: the time that it waits itself counts', async () => {
    const steps = [text('a'), { pauseMs: 1500 }, chunkOf({}), 'stall'] as const;
    const { clock, router } = createFakeBench({ a: { stream: () => steps } }, { timeouts });
    const stream = router.stream('Hello');
    const read = async () => {
      for await (const _piece of stream) await clock.sleep(10_000);
    };
    const error = await clock.run(failureOf(read()));
    expect(error.code).toBe('stream_broken');
    // 10 s at the first piece, 1.5 s for the empty one, 10 s at that, and the half second that is left.
    expect(clock.now()).toBe(1_022_000);
  });
});

describe('the timer of the first byte', () => {
  const own = { firstByteMs: 800, firstContentMs: 5000 };
  const models = [
    { name: 'a', latency: steady },
    { name: 'b', latency: steady },
  ];
  const config = { deployments: [deploy('a'), deploy('b')], timeouts: own };

  it('fails over where not even headers come', async () => {
    const { clock, router, simulator } = createBench(models, config, {
      faults: [{ kind: 'stall', models: ['a'] }],
    });
    const { deployment, latencyMs, ledger } = await clock.run(router.stream('Hello').result);
    expect(deployment).toBe('b');
    expect(ledger.attempts[0]).toMatchObject({ durationMs: 800, error: { category: 'timeout' } });
    expect(latencyMs).toBeLessThan(2500);
    expect(simulator.hits()[0]?.outcome).toBe('aborted');
  });

  it('leaves a model alone that has begun to respond and thinks', async () => {
    const { clock, router } = createBench(models, config, {
      faults: [{ kind: 'slow-first-token', delayMs: 3000, models: ['a'] }],
    });
    expect((await clock.run(router.stream('Hello').result)).deployment).toBe('a');
  });

  it("takes the first piece of a provider of one's own for a response", async () => {
    const outcome = await run([{ pauseMs: 700 }, text('a'), { pauseMs: 900 }, end], own);
    expect(outcome).toMatchObject({ result: { deployment: 'a' } });
  });
});
