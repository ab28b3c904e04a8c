import type { LimitRule } from '@llm-router/core';
import type { Pace } from './limit-inference.ts';

/** A limit that was not told: stated by headers, or found out from refusals. */
export interface LearnedLimit {
  readonly limit: LimitRule | { readonly maxConcurrent: number };
  /** 1 where the provider states it; else how close the bounds are that were found, 0 to 1. */
  readonly confidence: number;
}

/** A change below this share is none. */
const noticeable = 0.05;

/** A refusal names a number in flight, but not that the number is what it was for. */
const capConfidence = 0.5;

/** Tells what refusals have shown whenever it is new, or has changed noticeably. */
export function createFoundLimit(): (
  cap: number,
  pace: Pace | undefined,
) => LearnedLimit | undefined {
  let told: { readonly kind: string; readonly amount: number } | undefined;
  return (cap, pace) => {
    if (pace === undefined && cap === Number.POSITIVE_INFINITY) return undefined;
    const kind = pace?.unit ?? 'in flight';
    const amount = pace?.perMinute ?? cap;
    if (told?.kind === kind && Math.abs(amount / told.amount - 1) < noticeable) return undefined;
    told = { kind, amount };
    return pace === undefined
      ? { limit: { maxConcurrent: cap }, confidence: capConfidence }
      : { limit: { unit: pace.unit, amount, perMs: 60_000 }, confidence: pace.confidence };
  };
}
