import type { LimitRule } from '@llm-router/core';
import { createFixedWindow } from './fixed-window.ts';
import type { Meter } from './meter.ts';
import { createSlidingWindow } from './sliding-window.ts';
import { createTokenBucket } from './token-bucket.ts';

/** The meter of a rule, with so much of it spent already. */
export function createMeter(rule: LimitRule, now: number, spent: number): Meter {
  switch (rule.algorithm) {
    case 'sliding-window':
      return createSlidingWindow(rule, now, spent);
    case 'fixed-window':
      return createFixedWindow(rule, now, spent);
    default:
      return createTokenBucket(rule, now, spent);
  }
}
