import {
  type HeadersLike,
  parseMoment,
  parseReset,
  parseRetryAfter,
  readHeaders,
  systemClock,
} from '@llm-router/core';
import { relayedPrefix } from './header-dialects.ts';
import { type HeaderMeaning, readingOf } from './header-meaning.ts';
import { isDaily } from './is-daily.ts';
import {
  type HeaderLimit,
  type LimitField,
  type RateLimitHeaders,
  stricterOf,
} from './rate-limit-headers.ts';
import { readCount } from './read-count.ts';
import { readPolicies } from './read-policies.ts';

export type { HeaderLimit, RateLimitHeaders } from './rate-limit-headers.ts';

/**
 * Reads the rate-limit headers of any provider. What is absent, masked or absurd is left out, and
 * nothing that a server sends makes it throw. Where two headers state the same limit, the stricter
 * holds; what a gateway says itself goes before what it relays.
 *
 * @param options.provider who was asked; a gateway's word for who answered goes before it
 * @param options.now epoch milliseconds, where the headers have no `date`; the system's clock otherwise
 *
 * @example
 * parseRateLimitHeaders(response.headers, { provider: 'groq' }).requestsPerDay?.remaining;
 */
export function parseRateLimitHeaders(
  headers: HeadersLike,
  options: { readonly provider?: string; readonly now?: number } = {},
): RateLimitHeaders {
  const read = withRelayed(readHeaders(headers));
  // Resets that are moments are moments of the server's clock.
  const now = parseMoment(read.get('date') ?? '') ?? options.now ?? systemClock.now();
  const { meanings, requestsMayBeDaily } = readingOf(read, options.provider);
  const limits = readNamed(read, meanings, now);
  if (requestsMayBeDaily) moveDailyRequests(limits);
  const policies = readPolicies(read, now);
  for (const { field, stated } of policies) {
    limits.set(field, stricterOf(limits.get(field), stated));
  }
  const retryAfterMs =
    parseRetryAfter(read, { now }) ?? waitOf(policies.map(({ stated }) => stated));
  return {
    ...Object.fromEntries(limits),
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  };
}

/** Adds what a gateway relays under a prefix of its own, unless it says the same itself. */
function withRelayed(read: Map<string, string>): ReadonlyMap<string, string> {
  for (const [name, text] of [...read]) {
    if (!name.startsWith(relayedPrefix)) continue;
    const upstream = name.slice(relayedPrefix.length);
    if (!read.has(upstream)) read.set(upstream, text);
  }
  return read;
}

function readNamed(
  read: ReadonlyMap<string, string>,
  meanings: ReadonlyMap<string, HeaderMeaning>,
  now: number,
): Map<LimitField, HeaderLimit> {
  const limits = new Map<LimitField, HeaderLimit>();
  const renewals = new Map<LimitField, number>();
  for (const [name, text] of read) {
    const meaning = meanings.get(name);
    if (meaning === undefined) continue;
    const { field, part } = meaning;
    const isTime = part === 'resetMs' || part === 'renewalMs';
    const value = isTime ? parseReset(text, { now }) : readCount(text);
    if (value === undefined) continue;
    if (part === 'renewalMs') renewals.set(field, value);
    else limits.set(field, stricterOf(limits.get(field), { [part]: value }));
  }
  // Azure refuses with a reset of 0 while nothing is left until the limit is renewed.
  for (const [field, resetMs] of renewals) {
    const stated = limits.get(field);
    if (stated?.remaining === 0) limits.set(field, { resetMs, ...stated });
  }
  return limits;
}

function moveDailyRequests(limits: Map<LimitField, HeaderLimit>): void {
  const requests = limits.get('requests');
  if (requests === undefined || !isDaily(requests)) return;
  limits.delete('requests');
  limits.set('requestsPerDay', stricterOf(limits.get('requestsPerDay'), requests));
}

/** Windows with nothing left open again at their reset; the longest wait holds, for all must be open. */
function waitOf(windows: readonly HeaderLimit[]): number | undefined {
  const waits = windows.flatMap(({ remaining, resetMs }) =>
    remaining === 0 && resetMs !== undefined ? [resetMs] : [],
  );
  return waits.length === 0 ? undefined : Math.max(...waits);
}
