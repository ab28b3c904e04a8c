import { getEventListeners } from 'node:events';
import { createAbortScope, createAlarms, createVirtualClock } from '@llm-router/core';

const never = new Promise<never>(() => {});

function setUp() {
  const clock = createVirtualClock();
  return { clock, alarms: createAlarms(clock), outer: new AbortController() };
}

const onDeadline = () => 'too late';

describe('an abort scope', () => {
  it('follows the signal of the caller, with its reason', async () => {
    const { alarms, outer } = setUp();
    const scope = createAbortScope(alarms, { signal: outer.signal, onDeadline });
    expect(scope.signal.aborted).toBe(false);
    outer.abort('caller left');
    expect(scope.signal.reason).toBe('caller left');
    await expect(scope.race(never)).rejects.toBe('caller left');
  });

  it('is aborted from the start where the caller already is', () => {
    const { alarms } = setUp();
    const scope = createAbortScope(alarms, { signal: AbortSignal.abort('gone'), onDeadline });
    expect(scope.signal.reason).toBe('gone');
  });

  it('aborts at its deadline, not before', async () => {
    const { clock, alarms } = setUp();
    const scope = createAbortScope(alarms, { deadline: clock.now() + 10, onDeadline });
    await clock.advance(9);
    expect(scope.signal.aborted).toBe(false);
    await clock.advance(1);
    expect(scope.signal.reason).toBe('too late');
  });

  it('keeps the first reason', async () => {
    const { clock, alarms, outer } = setUp();
    const scope = createAbortScope(alarms, {
      signal: outer.signal,
      deadline: clock.now() + 10,
      onDeadline,
    });
    scope.abort('mine');
    outer.abort('caller left');
    await clock.advance(20);
    expect(scope.signal.reason).toBe('mine');
  });

  it('races work: its result, its error, or the abort, whichever is first', async () => {
    const { clock, alarms } = setUp();
    const scope = createAbortScope(alarms, { deadline: clock.now() + 10, onDeadline });
    await expect(scope.race(Promise.resolve('done'))).resolves.toBe('done');
    await expect(scope.race(Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    const stuck = scope.race(never).catch((reason: unknown) => reason);
    await clock.advance(10);
    await expect(stuck).resolves.toBe('too late');
    expect(getEventListeners(scope.signal, 'abort')).toHaveLength(0);
  });

  it('takes the late failure of work that it no longer waits for', async () => {
    const { alarms } = setUp();
    const unhandled = jest.fn();
    process.on('unhandledRejection', unhandled);
    try {
      const scope = createAbortScope(alarms, { onDeadline });
      let fail: (error: Error) => void = () => {};
      const work = new Promise<never>((_, reject) => {
        fail = reject;
      });
      const raced = scope.race(work);
      scope.abort('mine');
      await expect(raced).rejects.toBe('mine');
      fail(new Error('late'));
      for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(unhandled).not.toHaveBeenCalled();
    } finally {
      process.off('unhandledRejection', unhandled);
    }
  });

  it('lets go of the signal and of the alarm when it ends', async () => {
    const { clock, alarms, outer } = setUp();
    const scope = createAbortScope(alarms, {
      signal: outer.signal,
      deadline: clock.now() + 10,
      onDeadline,
    });
    expect(alarms.pending).toBe(1);
    scope.end();
    expect(alarms.pending).toBe(0);
    expect(getEventListeners(outer.signal, 'abort')).toHaveLength(0);
    outer.abort('caller left');
    await clock.advance(20);
    expect(scope.signal.aborted).toBe(false);
  });
});
