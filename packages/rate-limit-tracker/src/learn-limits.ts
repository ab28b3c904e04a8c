import type { LimitRule, LimitUnit } from '@llm-router/core';
import { type HeaderLimit, type RateLimitHeaders, stricterOf } from './rate-limit-headers.ts';

/** What a provider's headers say, as rules and as what is left of them. */
export interface Learned {
  readonly rules: readonly LimitRule[];
  readonly remaining: readonly (Pick<LimitRule, 'unit' | 'perMs'> & {
    readonly remaining: number;
  })[];
  /** Requests in flight at once. */
  readonly maxConcurrent?: number;
}

type Meaning = readonly [unit: LimitUnit, perMs: number];

const secondMs = 1000;
const minuteMs = 60_000;
const hourMs = 3_600_000;
const dayMs = 86_400_000;

/**
 * The fields of parsed headers that limit ordinary requests, and how. Windows of unsaid length, months,
 * and what only some requests count against, are not among them.
 */
const meanings: ReadonlyMap<string, Meaning> = new Map([
  ['requestsPerSecond', ['requests', secondMs]],
  ['requests', ['requests', minuteMs]],
  ['requestsPerHour', ['requests', hourMs]],
  ['requestsPerDay', ['requests', dayMs]],
  ['tokensPerSecond', ['tokens', secondMs]],
  ['tokens', ['tokens', minuteMs]],
  ['projectTokens', ['tokens', minuteMs]],
  ['tokensPerHour', ['tokens', hourMs]],
  ['tokensPerDay', ['tokens', dayMs]],
  ['inputTokens', ['inputTokens', minuteMs]],
  ['outputTokens', ['outputTokens', minuteMs]],
]);

const otherPeriod = /^requestsPer([1-9]\d*)Seconds$/;

/** Reads limits out of parsed headers: what an absent configuration leaves open, the provider tells. */
export function learnLimits(headers: RateLimitHeaders): Learned {
  const rules: LimitRule[] = [];
  const remaining: Learned['remaining'][number][] = [];
  for (const { unit, perMs, told } of statedLimits(headers)) {
    if (told.limit !== undefined && told.limit > 0) {
      rules.push({ unit, perMs, ...bucketOf(told.limit, perMs, told) });
    }
    if (told.remaining !== undefined) remaining.push({ unit, perMs, remaining: told.remaining });
  }
  const maxConcurrent = Math.floor(headers.concurrentRequests?.limit ?? 0);
  return { rules, remaining, ...(maxConcurrent > 0 && { maxConcurrent }) };
}

/** Each limit once: of two statements, such as of a project and its organisation, the stricter. */
function statedLimits(headers: RateLimitHeaders) {
  const stated = new Map<string, { unit: LimitUnit; perMs: number; told: HeaderLimit }>();
  for (const [field, told] of Object.entries(headers)) {
    const meaning = meaningOf(field);
    if (meaning === undefined || typeof told !== 'object') continue;
    const [unit, perMs] = meaning;
    const name = `${unit}/${perMs}`;
    stated.set(name, { unit, perMs, told: stricterOf(stated.get(name)?.told, told) });
  }
  return stated.values();
}

function meaningOf(field: string): Meaning | undefined {
  const seconds = otherPeriod.exec(field)?.[1];
  return seconds === undefined ? meanings.get(field) : ['requests', Number(seconds) * secondMs];
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
