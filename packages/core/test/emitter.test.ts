import { createEmitter } from '@llm-router/core';

type PumpEvent =
  | { readonly type: 'pump-started'; readonly litres: number }
  | { readonly type: 'tank-empty' };

const started: PumpEvent = { type: 'pump-started', litres: 12 };
const empty: PumpEvent = { type: 'tank-empty' };

describe('an emitter', () => {
  it('tells listeners of the type, then listeners of all, in the order of subscription', () => {
    const emitter = createEmitter<PumpEvent>();
    const heard: string[] = [];
    emitter.on('*', (event) => heard.push(`all ${event.type}`));
    emitter.on('pump-started', (event) => heard.push(`first ${event.litres}`));
    emitter.on('pump-started', (event) => heard.push(`second ${event.litres}`));
    emitter.emit(started);
    emitter.emit(empty);
    expect(heard).toEqual(['first 12', 'second 12', 'all pump-started', 'all tank-empty']);
  });

  it('knows whether anyone listens', () => {
    const emitter = createEmitter<PumpEvent>();
    expect(emitter.hears('tank-empty')).toBe(false);
    const stop = emitter.on('tank-empty', () => {});
    expect(emitter.hears('tank-empty')).toBe(true);
    expect(emitter.hears('pump-started')).toBe(false);
    stop();
    expect(emitter.hears('tank-empty')).toBe(false);
    const stopAll = emitter.on('*', () => {});
    expect(emitter.hears('tank-empty')).toBe(true);
    stopAll();
    expect(emitter.hears('tank-empty')).toBe(false);
  });

  it('counts each subscription on its own, and stops it once', () => {
    const emitter = createEmitter<PumpEvent>();
    const listener = jest.fn();
    const stopFirst = emitter.on('tank-empty', listener);
    emitter.on('tank-empty', listener);
    emitter.emit(empty);
    expect(listener).toHaveBeenCalledTimes(2);
    stopFirst();
    stopFirst();
    emitter.emit(empty);
    expect(listener).toHaveBeenCalledTimes(3);
  });

  it('lets neither its caller nor other listeners suffer from one that throws', () => {
    const errors: unknown[] = [];
    const emitter = createEmitter<PumpEvent>((error, event) => errors.push([error, event]));
    const failure = new Error('listener broke');
    const after = jest.fn();
    emitter.on('tank-empty', () => {
      throw failure;
    });
    emitter.on('tank-empty', after);
    emitter.on('*', after);
    emitter.emit(empty);
    expect(after).toHaveBeenCalledTimes(2);
    expect(errors).toEqual([[failure, empty]]);
  });

  it('takes the rejection of an async listener, which would end the process', async () => {
    const errors: unknown[] = [];
    const emitter = createEmitter<PumpEvent>((error, event) => errors.push([error, event]));
    const failure = new Error('listener broke later');
    // Already taken, so that a loss of it fails this test and not the whole run.
    const rejected = Promise.reject(failure);
    rejected.catch(() => {});
    emitter.on('tank-empty', () => rejected);
    emitter.emit(empty);
    for (let turn = 0; turn < 5; turn++) await undefined;
    expect(errors).toEqual([[failure, empty]]);
  });

  it('swallows listener errors where nobody asked for them', () => {
    const emitter = createEmitter<PumpEvent>();
    emitter.on('tank-empty', () => {
      throw new Error('listener broke');
    });
    expect(() => emitter.emit(empty)).not.toThrow();
  });

  it('delivers an event to those who listened when it was sent', () => {
    const emitter = createEmitter<PumpEvent>();
    const heard: string[] = [];
    const stop = emitter.on('tank-empty', () => {
      heard.push('first');
      stop();
      stopSecond();
      stopAll();
      emitter.on('tank-empty', () => heard.push('new'));
      emitter.on('*', () => heard.push('new of all'));
    });
    const stopSecond = emitter.on('tank-empty', () => heard.push('second'));
    const stopAll = emitter.on('*', () => heard.push('all'));
    emitter.emit(empty);
    expect(heard).toEqual(['first', 'second', 'all']);
    heard.length = 0;
    emitter.emit(empty);
    expect(heard).toEqual(['new', 'new of all']);
  });

  it('delivers to a new listener from the next event on', () => {
    const emitter = createEmitter<PumpEvent>();
    const heard: string[] = [];
    emitter.on('tank-empty', () => {
      if (heard.length === 0) emitter.on('tank-empty', () => heard.push('new'));
      heard.push('first');
    });
    emitter.emit(empty);
    expect(heard).toEqual(['first']);
    emitter.emit(empty);
    expect(heard).toEqual(['first', 'first', 'new']);
  });

  it('may emit while it emits', () => {
    const emitter = createEmitter<PumpEvent>();
    const heard: string[] = [];
    emitter.on('pump-started', () => {
      heard.push('started');
      emitter.emit(empty);
    });
    emitter.on('tank-empty', () => heard.push('empty'));
    emitter.on('*', (event) => heard.push(`all ${event.type}`));
    emitter.emit(started);
    expect(heard).toEqual(['started', 'empty', 'all tank-empty', 'all pump-started']);
  });
});
