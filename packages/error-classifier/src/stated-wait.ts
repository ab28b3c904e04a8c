import { parseRetryAfter } from '@llm-router/backoff';
import { parseDuration, parseMoment, parseReset } from '@llm-router/core';
import type { Failure } from './failure.ts';

/** When the provider said that it makes sense to come back. Never a guess. */
export interface StatedWait {
  /** A wait from now, in milliseconds. */
  readonly retryAfterMs?: number;
  /** A moment that was named, in epoch milliseconds. */
  readonly resetAt?: number;
}

/** Fields of a body that hold a wait, by their unit. */
const durationFields: readonly (readonly [string, string])[] = [
  ['retryDelay', ''],
  ['retry_after_ms', 'ms'],
  ['retryAfterMs', 'ms'],
  ['retry_after', 's'],
  ['retryAfter', 's'],
  ['retry_after_seconds', 's'],
  ['resets_in_seconds', 's'],
  ['estimated_time', 's'],
];

/** Fields of a body that name a moment. */
const momentFields = ['resets_at', 'reset_at', 'resetAt'];

const units: Readonly<Record<string, string>> = {
  millisecond: 'ms',
  msec: 'ms',
  second: 's',
  sec: 's',
  minute: 'm',
  min: 'm',
  hour: 'h',
  hr: 'h',
  day: 'd',
};

const amount =
  '\\d{1,12}(?:\\.\\d{1,12})?\\s?(?:milliseconds?|msecs?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|ms|[dhms])(?![a-z])';
const goDuration = '(?:\\d{1,12}(?:\\.\\d{1,12})?(?:ms|[dhms])){1,5}(?![a-z0-9])';
const waitSentence = new RegExp(
  `(?:again|retry|wait(?:ing)?|available|resets?|back)(?: again)?(?: in| after| for| at least)?:? (?:about |around |approximately |another |at least )?(${goDuration}|${amount}(?:(?:,| and|,? and)? ${amount}){0,3})`,
  'i',
);

/** As .NET writes a time span, `days.hours:minutes:seconds`. After `at` it would be an hour of the day. */
const spanSentence =
  /\b(?:replenished|again|retry|available|resets?|back) in (?:(\d{1,4})\.)?(\d{1,2}):([0-5]\d):([0-5]\d)(?![\d:])/i;

function timeSpan(text: string): string | undefined {
  const [found, days = '0', hours, minutes, seconds] = spanSentence.exec(text) ?? [];
  return found && `${days}d${hours}h${minutes}m${seconds}s`;
}

/** As Google's Python client prints a stated wait. */
function protobufDelay(text: string): string | undefined {
  const seconds = /\bretry_delay \{ seconds: (\d{1,9})/.exec(text)?.[1];
  return seconds && `${seconds}s`;
}

const momentSentence =
  /(?:resets?|regain access|again|renews?|retry|available|重置|限额将)(?: your \w+)?(?: at| on| after| in|在|于)?:? ?(\d{4}-\d\d-\d\d)(?:(?:T| at | )(\d\d:\d\d)(:\d\d)?(?:\.\d{1,9})?)? ?(UTC|GMT|Z|[+-]\d\d:\d\d)?/i;
/** In Chinese the verb follows the date. */
const momentBeforeVerb =
  /(?:将在|将于) ?(\d{4}-\d\d-\d\d) (\d\d:\d\d)(:\d\d)? ?()(?:重置|恢复|刷新)/;

/** Z.AI names moments in Beijing time and does not say so. */
const beijing = '+08:00';

/** Reads the headers first, then fields of the body, then its words. */
export function statedWait(
  failure: Failure,
  context: { readonly now: number; readonly zoneless?: 'beijing' },
): StatedWait {
  const retryAfterMs =
    parseRetryAfter(failure.headers, { now: context.now }) ??
    fromFields(failure.stated) ??
    fromSentence(failure.text);
  const resetAt =
    momentFromFields(failure.stated, context.now) ?? momentFromText(failure.text, context);
  return {
    ...(retryAfterMs !== undefined && { retryAfterMs }),
    ...(resetAt !== undefined && resetAt > context.now && { resetAt }),
  };
}

function fromFields(fields: ReadonlyMap<string, string>): number | undefined {
  if (fields.size === 0) return undefined;
  for (const [name, unit] of durationFields) {
    const waitMs = positive(parseDuration(`${fields.get(name) ?? ''}${unit}`));
    if (waitMs !== undefined) return waitMs;
  }
  return undefined;
}

function fromSentence(text: string): number | undefined {
  const said = waitSentence.exec(text)?.[1] ?? protobufDelay(text) ?? timeSpan(text);
  if (said === undefined) return undefined;
  const written = said
    .toLowerCase()
    .replace(/\band\b|,/g, '')
    .replace(/\s+/g, '')
    .replace(/([a-z]{3,})/g, (unit) => units[unit.replace(/s$/, '')] ?? unit);
  return positive(parseDuration(written));
}

function momentFromFields(fields: ReadonlyMap<string, string>, now: number): number | undefined {
  if (fields.size === 0) return undefined;
  for (const name of momentFields) {
    const waitMs = parseReset(fields.get(name) ?? '', { now });
    if (waitMs !== undefined) return now + waitMs;
  }
  return undefined;
}

function momentFromText(
  text: string,
  context: { readonly zoneless?: 'beijing' },
): number | undefined {
  const found = momentSentence.exec(text) ?? momentBeforeVerb.exec(text);
  if (found === null) return undefined;
  const [, date, time = '00:00', seconds = ':00', zone] = found;
  const offset = writeOffset(zone) ?? (context.zoneless === 'beijing' ? beijing : undefined);
  // Without a zone it could be any of 26 hours.
  return offset === undefined ? undefined : parseMoment(`${date}T${time}${seconds}${offset}`);
}

function writeOffset(zone: string | undefined): string | undefined {
  if (zone === undefined || zone === '') return undefined;
  return /^[+-]/.test(zone) ? zone : 'Z';
}

function positive(ms: number | undefined): number | undefined {
  return ms !== undefined && ms > 0 ? ms : undefined;
}
