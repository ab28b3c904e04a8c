import type { LimitRule } from '@llm-router/core';
import type { HeaderLimit, RateLimitHeaders } from './parse-rate-limit-headers.ts';

/** What a provider's headers say, as rules and as what is left of them. */
export interface Learned {
  readonly rules: readonly LimitRule[];
  readonly remaining: readonly (Pick<LimitRule, 'unit' | 'perMs'> & {
    readonly remaining: number;
  })[];
}

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** The fields of parsed headers and the limits that they speak of. */
const fields = [
  ['requests', 'requests', minuteMs],
  ['tokens', 'tokens', minuteMs],
  ['inputTokens', 'inputTokens', minuteMs],
  ['outputTokens', 'outputTokens', minuteMs],
  ['requestsPerDay', 'requests', dayMs],
  ['tokensPerDay', 'tokens', dayMs],
] as const;

/** Reads limits out of parsed headers: what an absent configuration leaves open, the provider tells. */
export function learnLimits(headers: RateLimitHeaders): Learned {
  const rules: LimitRule[] = [];
  const remaining: Learned['remaining'][number][] = [];
  for (const [field, unit, perMs] of fields) {
    const told = headers[field];
    if (told === undefined) continue;
    if (told.limit !== undefined && told.limit > 0) {
      rules.push({ unit, perMs, ...bucketOf(told.limit, perMs, told) });
    }
    if (told.remaining !== undefined) remaining.push({ unit, perMs, remaining: told.remaining });
  }
  return { rules, remaining };
}

/**
 * A bucket is full again after `resetMs` at the rate of the limit, so what is left now and what flows
 * in until then add up to its size. Where that says nothing, the size is the limit itself.
 */
function bucketOf(
  amount: number,
  perMs: number,
  { remaining, resetMs }: HeaderLimit,
): Pick<LimitRule, 'amount' | 'burst'> {
  if (remaining === undefined || resetMs === undefined || resetMs <= 0) return { amount };
  const size = Math.round(remaining + (resetMs * amount) / perMs);
  return size >= 1 && size < amount ? { amount, burst: size } : { amount };
}
