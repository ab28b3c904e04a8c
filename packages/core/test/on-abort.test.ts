import { getEventListeners } from 'node:events';
import { onAbort } from '@llm-router/core';

describe('following an abort signal', () => {
  it('puts one event listener on the signal, however many follow', () => {
    const { signal } = new AbortController();
    for (let index = 0; index < 1000; index++) onAbort(signal, () => {});
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
  });

  it('calls each once, in order, and not those that let go', () => {
    const controller = new AbortController();
    const heard: string[] = [];
    onAbort(controller.signal, () => heard.push('first'));
    const letGo = onAbort(controller.signal, () => heard.push('second'));
    onAbort(controller.signal, () => heard.push('third'));
    letGo();
    controller.abort();
    controller.abort();
    expect(heard).toEqual(['first', 'third']);
  });

  it('calls one that another lets go while it is delivered no more', () => {
    const controller = new AbortController();
    const second = jest.fn();
    onAbort(controller.signal, () => letGo());
    const letGo = onAbort(controller.signal, second);
    controller.abort();
    expect(second).not.toHaveBeenCalled();
  });

  it('leaves nothing on the signal when all have let go, and can be followed again', () => {
    const controller = new AbortController();
    const { signal } = controller;
    const both = [onAbort(signal, () => {}), onAbort(signal, () => {})];
    for (const letGo of both) letGo();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    const again = jest.fn();
    onAbort(signal, again);
    for (const letGo of both) letGo();
    onAbort(signal, again);
    expect(getEventListeners(signal, 'abort')).toHaveLength(1);
    controller.abort();
    expect(again).toHaveBeenCalledTimes(2);
  });
});
