import { isRouterError } from '@llm-router/core';
import { createHealthChecker } from '../src/index.ts';

it.each<[unknown]>([[undefined], [null], [true], [{}], [{ ok: 'yes' }]])(
  'an outcome that is none is named, and counts for nothing: %j',
  (outcome) => {
    const health = createHealthChecker();
    try {
      health.record('a', outcome as never);
    } catch (error) {
      expect(isRouterError(error, 'invalid_config') && error.message).toMatch(
        /^record: the outcome is .*; expected an object such as \{ ok: true \}/,
      );
      expect(health.snapshot().keys).toEqual([]);
      return;
    }
    throw new Error('it was taken');
  },
);
