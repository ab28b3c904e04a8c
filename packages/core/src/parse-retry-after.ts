import { systemClock } from './clock.ts';
import { type HeadersLike, readHeaders } from './headers.ts';
import { parseMoment } from './parse-moment.ts';
import { parseReset } from './parse-reset.ts';
import { sensibleWait } from './sensible-wait.ts';

const plainNumber = /^\d{1,20}(?:\.\d{1,20})?$/;
const nothing = /^\s*0+(?:\.0+)?\s*$/;

const millisecondHeaders = ['retry-after-ms', 'x-ms-retry-after-ms'];

/**
 * Windows that open again at their reset: with nothing remaining, the reset is the wait. OpenAI's,
 * Groq's and Anthropic's reset headers are left out on purpose: they say when a bucket is full
 * again, and one more request fits long before that.
 */
const windows: readonly { readonly reset: string; readonly remaining: string }[] = [
  { reset: 'x-ratelimit-reset', remaining: 'x-ratelimit-remaining' },
  { reset: 'ratelimitbysize-reset', remaining: 'ratelimitbysize-remaining' },
  ...[
    'requests-minute',
    'requests-hour',
    'requests-day',
    'tokens-minute',
    'tokens-hour',
    'tokens-day',
  ].map((kind) => ({
    reset: `x-ratelimit-reset-${kind}`,
    remaining: `x-ratelimit-remaining-${kind}`,
  })),
];

/**
 * Reads how long a refused request is to wait, in milliseconds: `retry-after-ms`,
 * `x-ms-retry-after-ms`, `retry-after` (seconds, fractions, HTTP date), then the vendors' own
 * windows that have nothing left. The server's `date` header, where present, is its "now".
 * A wait of 0, a past date and anything absurd are no hint: `undefined`.
 *
 * @example
 * parseRetryAfter({ 'retry-after': '7.66' }); // 7660
 */
export function parseRetryAfter(
  headers: HeadersLike,
  options: {
    /** Epoch milliseconds, where the headers have no `date`. @defaultValue the system's clock */
    readonly now?: number;
  } = {},
): number | undefined {
  const read = readHeaders(headers);
  for (const name of millisecondHeaders) {
    const text = read.get(name)?.trim() ?? '';
    const waitMs = plainNumber.test(text) ? sensibleWait(Number(text)) : undefined;
    if (waitMs !== undefined) return waitMs;
  }
  const now = () => parseMoment(read.get('date') ?? '') ?? options.now ?? systemClock.now();
  return readRetryAfter(read.get('retry-after') ?? '', now) ?? readWindows(read, now);
}

function readRetryAfter(value: string, now: () => number): number | undefined {
  const text = value.trim();
  if (plainNumber.test(text)) return sensibleWait(Number(text) * 1000);
  const moment = parseMoment(text);
  return moment === undefined ? undefined : sensibleWait(moment - now());
}

/** The longest wait among the windows with nothing left, for all of them must open. */
function readWindows(read: ReadonlyMap<string, string>, now: () => number): number | undefined {
  const shut = windows.filter(({ remaining }) => nothing.test(read.get(remaining) ?? ''));
  if (shut.length === 0) return undefined;
  const at = now();
  const waits = shut.flatMap(({ reset }) => parseReset(read.get(reset) ?? '', { now: at }) ?? []);
  return waits.length === 0 ? undefined : Math.max(...waits);
}
