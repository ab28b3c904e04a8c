import type { HeaderLimit } from './rate-limit-headers.ts';

const dayMs = 86_400_000;

/** Resets are rounded to a millisecond. */
const tolerance = 0.01;

/**
 * Whether a limit that does not say its period is per day. A bucket of `limit` a day gives one back
 * every `day ÷ limit`, so after `used` the reset is at most `used` of these and, `remaining` being
 * rounded down, more than `used − 1` of them: with one used of 10,000 a reset of 8.64 s means a day,
 * one of 6 ms a minute. What lies below half a day is not called one.
 */
export function isDaily({ limit, remaining, resetMs }: HeaderLimit): boolean {
  if (limit === undefined || remaining === undefined || resetMs === undefined) return false;
  // Where nothing is used this is no finite number above 0, and so no day.
  const periodMs = (resetMs * limit) / (limit - remaining);
  return periodMs >= (dayMs / 2) * (1 - tolerance) && periodMs <= dayMs * (1 + tolerance);
}
