import type { LimitRule } from '@llm-router/core';

/** The arithmetic of one limit. It never waits; time comes in with every call. */
export interface Meter {
  /** The limit as it stands now. */
  readonly rule: LimitRule;
  /** Until `amount` fits, in milliseconds: 0 now, `Infinity` never. */
  waitMs(now: number, amount: number): number;
  /** @param order grows with every taking, also among those of one instant */
  take(now: number, amount: number, order?: number): void;
  /** Gives back part of what was taken at `takenAt`, or takes more where `amount` is negative. */
  correct(now: number, amount: number, takenAt: number, order?: number): void;
  /** What is left at this moment; negative where more was used than reserved. */
  available(now: number): number;
  /** What is spent, for a successor under a changed limit. */
  spent(now: number): number;
  /** The provider says that no more than this is left. Only ever tightens. `order` is when it said so. */
  tighten(now: number, remaining: number, order?: number): void;
  /** Another amount for the same unit, period and algorithm; what is spent stays spent. */
  change(now: number, rule: LimitRule): void;
}

/** Waits are rounded up to this, so that a clock of floating-point milliseconds always moves on. */
const resolutionMs = 0.001;

/** Rounds a wait up to the clock's resolution. */
export function roundWaitUp(ms: number): number {
  return Math.max(resolutionMs, Math.ceil(ms / resolutionMs) * resolutionMs);
}

/** Room for rounding errors of sums of fractions, as a share of the limit. */
export const tolerance = 1e-9;
