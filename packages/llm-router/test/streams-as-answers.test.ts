import {
  busy,
  chunkOf,
  collect,
  createFakeBench,
  failureOf,
  idle,
  type StreamStep,
} from './support.ts';

const whole: readonly StreamStep[] = [chunkOf({ content: 'Ebb and flow.' }), chunkOf({}, 'stop')];

describe('a stream follows the rules of a whole answer', () => {
  it('is sent to no other deployment where the call or the configuration wants no fallback', async () => {
    const scripts = {
      a: { stream: () => [new TypeError('fetch failed')] },
      b: { stream: () => whole },
    };
    const one = createFakeBench(scripts, { retry: { maxAttempts: 3 } });
    await one.clock.run(failureOf(one.router.stream('Hello', { fallback: false }).result));
    expect([one.callsOf('a').length, one.callsOf('b').length]).toEqual([3, 0]);
    const all = createFakeBench(scripts, {
      retry: { maxAttempts: 3 },
      fallback: { enabled: false },
    });
    await all.clock.run(failureOf(all.router.stream('Hello').result));
    expect([all.callsOf('a').length, all.callsOf('b').length]).toEqual([3, 0]);
    const back = all.router.stream('Hello', { fallback: true }).result;
    expect((await all.clock.run(back)).deployment).toBe('b');
  });

  it('takes a slot from its start to its end, and so keeps whole answers waiting', async () => {
    const slow = [{ pauseMs: 2000 }, ...whole, { pauseMs: 3000 }];
    const { clock, router, callsOf } = createFakeBench(
      { a: { stream: () => slow } },
      { deployments: [{ id: 'a', provider: 'a', model: 'm', limits: { maxConcurrent: 1 } }] },
    );
    const streamed = router.stream('Hello').result;
    await clock.advance(1000);
    const answered = router.chat('And now?');
    await clock.advance(3999);
    expect(busy(router)).toEqual({ inFlight: 1, queued: 1, running: 2 });
    expect(callsOf('a')).toHaveLength(1);
    await clock.run(Promise.all([streamed, answered]));
    const { ledger } = await answered;
    expect(ledger.waits[0]).toMatchObject({ forMs: 4000, limitedBy: '1 in flight for a' });
    expect(busy(router)).toEqual(idle);
  });

  it('keeps the tool calls that had arrived when it breaks', async () => {
    const call = (index: number, id: string, args: string) =>
      chunkOf({ tool_calls: [{ index, id, function: { name: 'sound', arguments: args } }] });
    const { clock, router } = createFakeBench({
      a: {
        stream: () => [
          call(0, 'c1', '{"depth":4}'),
          call(1, 'c2', '{"dep'),
          new TypeError('terminated'),
        ],
      },
    });
    const error = await clock.run(failureOf(collect(router.stream('How deep is it?'))));
    expect(error.code).toBe('stream_broken');
    const calls = error.partial?.completion?.choices[0]?.message.tool_calls;
    expect(calls).toMatchObject([
      { id: 'c1', function: { name: 'sound', arguments: '{"depth":4}' } },
      { id: 'c2', function: { name: 'sound', arguments: '{"dep' } },
    ]);
  });
});
