import { parseDuration } from './parse-duration.ts';
import { parseMoment } from './parse-moment.ts';
import { sensibleWait } from './sensible-wait.ts';

const plainNumber = /^\d{1,20}(?:\.\d{1,20})?$/;

/**
 * Reads what a reset header may hold as milliseconds from `now`: a duration with units, an HTTP
 * date or RFC 3339 timestamp, or a bare number: above 10¹² epoch milliseconds, above 10⁹ epoch
 * seconds, otherwise seconds from now. What is past, nothing or absurd is `undefined`.
 *
 * @example
 * parseReset('1788220800000', { now: 1788220740000 }); // 60000
 */
export function parseReset(
  text: string,
  options: {
    /** Epoch milliseconds. */
    readonly now: number;
  },
): number | undefined {
  const given = text.trim();
  if (plainNumber.test(given)) {
    const value = Number(given);
    if (value > 1e12) return sensibleWait(value - options.now);
    if (value > 1e9) return sensibleWait(value * 1000 - options.now);
    return sensibleWait(value * 1000);
  }
  const durationMs = parseDuration(given);
  if (durationMs !== undefined) return sensibleWait(durationMs);
  const moment = parseMoment(given);
  return moment === undefined ? undefined : sensibleWait(moment - options.now);
}
