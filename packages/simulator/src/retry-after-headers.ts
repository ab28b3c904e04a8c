import type { RetryAfterForm } from './fault.ts';

/** A wait as headers tell it; one that is told in words has none. @param at - epoch milliseconds. */
export function retryAfterHeaders(
  waitMs: number,
  form: RetryAfterForm,
  at: number,
): Record<string, string> {
  switch (form) {
    case 'seconds':
      return { 'retry-after': String(Math.ceil(waitMs / 1000)) };
    case 'fraction':
      return { 'retry-after': String(waitMs / 1000) };
    case 'milliseconds':
      return { 'retry-after-ms': String(waitMs) };
    case 'http-date': {
      // Who tells a date tells its own time with it: the client's clock may be another.
      const until = Math.ceil((at + waitMs) / 1000) * 1000;
      return { date: new Date(at).toUTCString(), 'retry-after': new Date(until).toUTCString() };
    }
    case 'words':
      return {};
  }
}
