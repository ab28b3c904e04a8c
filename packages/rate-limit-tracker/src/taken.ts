import type { LimitUnit, Need } from '@llm-router/core';
import type { Sent } from './limit-inference.ts';
import type { Mark, WatchedLimit } from './watched-limit.ts';

/** What one request took from one key. */
export interface Taken {
  readonly at: number;
  /** Its place among all that took from the key. */
  readonly order: number;
  readonly need: Need;
  /** The limits that it passed: one that came later has nothing to give back. */
  readonly limits: readonly WatchedLimit[];
  /** What it took from each of these. */
  readonly marks: readonly Mark[];
  readonly sent: Sent;
}

/** How much of a unit a request needs. */
export function amountOf(unit: LimitUnit, need: Need): number {
  switch (unit) {
    case 'requests':
      return need.requests ?? 1;
    case 'tokens':
      return (need.inputTokens ?? 0) + (need.outputTokens ?? 0);
    case 'inputTokens':
      return need.inputTokens ?? 0;
    case 'outputTokens':
      return need.outputTokens ?? 0;
    case 'nanoUsd':
      return need.nanoUsd ?? 0;
  }
}
