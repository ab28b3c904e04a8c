import type { LimitUnit, Need } from '@llm-router/core';
import type { Sent } from './limit-inference.ts';
import type { Mark, WatchedLimit } from './watched-limit.ts';

/** The marks of a request, in the order of its limits; those of limits that nobody watches are absent. */
export type Marks = readonly (Mark | undefined)[];

/** What one request took from one key. */
export interface Taken {
  readonly at: number;
  /** Its place among all that took from the key. */
  readonly order: number;
  readonly need: Need;
  /** The limits that it passed, and those that were learned while it was in flight. */
  limits: readonly WatchedLimit[];
  /** What it took from each of these, where the provider speaks of it. */
  marks: Marks;
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
