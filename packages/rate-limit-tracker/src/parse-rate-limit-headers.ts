import {
  type HeadersLike,
  parseReset,
  parseRetryAfter,
  readHeaders,
  systemClock,
} from '@llm-router/core';

/** One limit as a provider's headers state it. */
export interface HeaderLimit {
  readonly limit?: number;
  readonly remaining?: number;
  /** Until the limit is whole again, in milliseconds from now. */
  readonly resetMs?: number;
}

/** All dialects in one shape. A field without a period in its name is per minute. */
export interface RateLimitHeaders {
  readonly requests?: HeaderLimit;
  readonly tokens?: HeaderLimit;
  readonly inputTokens?: HeaderLimit;
  readonly outputTokens?: HeaderLimit;
  readonly requestsPerDay?: HeaderLimit;
  readonly tokensPerDay?: HeaderLimit;
  readonly retryAfterMs?: number;
}

type Field = Exclude<keyof RateLimitHeaders, 'retryAfterMs'>;
type Part = keyof HeaderLimit;

/** What a header states; `{part}` stands for limit, remaining or reset. */
const standard: readonly (readonly [template: string, field: Field])[] = [
  ['x-ratelimit-{part}-requests', 'requests'],
  ['x-ratelimit-{part}-tokens', 'tokens'],
  ['anthropic-ratelimit-requests-{part}', 'requests'],
  ['anthropic-ratelimit-tokens-{part}', 'tokens'],
  ['anthropic-ratelimit-input-tokens-{part}', 'inputTokens'],
  ['anthropic-ratelimit-output-tokens-{part}', 'outputTokens'],
  ['x-ratelimit-{part}-requests-day', 'requestsPerDay'],
  ['x-ratelimit-{part}-tokens-day', 'tokensPerDay'],
  ['x-ratelimit-{part}-requests-minute', 'requests'],
  ['x-ratelimit-{part}-tokens-minute', 'tokens'],
  ['x-ratelimit-{part}-req-minute', 'requests'],
  ['x-ratelimitbysize-{part}-minute', 'tokens'],
  ['ratelimitbysize-{part}', 'tokens'],
];

/** Where a provider means something else by the same name: Groq's requests are per day. */
const byProvider: Readonly<Record<string, typeof standard>> = {
  groq: [['x-ratelimit-{part}-requests', 'requestsPerDay']],
};

const parts: readonly (readonly [word: string, part: Part])[] = [
  ['limit', 'limit'],
  ['remaining', 'remaining'],
  ['reset', 'resetMs'],
];

type Meaning = ReadonlyMap<string, { readonly field: Field; readonly part: Part }>;

/** Header name → what it states. */
function meaningOf(templates: typeof standard): Meaning {
  return new Map(
    templates.flatMap(([template, field]) =>
      parts.map(([word, part]) => [template.replace('{part}', word), { field, part }] as const),
    ),
  );
}

const standardMeaning = meaningOf(standard);
const providerMeanings = new Map(
  Object.entries(byProvider).map(([name, own]) => [name, meaningOf([...standard, ...own])]),
);

/**
 * Reads a provider's rate-limit headers. What is absent, masked or absurd is left out.
 *
 * @param options.provider whose dialect it is
 * @param options.now epoch milliseconds, for resets that are moments; the system's clock otherwise
 */
export function parseRateLimitHeaders(
  headers: HeadersLike,
  options: { readonly provider?: string; readonly now?: number } = {},
): RateLimitHeaders {
  const read = readHeaders(headers);
  const { now = systemClock.now() } = options;
  const meaning = providerMeanings.get(options.provider ?? '') ?? standardMeaning;
  const result: Partial<Record<Field, HeaderLimit>> = {};
  for (const [name, text] of read) {
    const stated = meaning.get(name);
    if (stated === undefined) continue;
    const { field, part } = stated;
    const value = part === 'resetMs' ? parseReset(text, { now }) : readCount(text);
    if (value !== undefined) result[field] = { ...result[field], [part]: value };
  }
  const retryAfterMs = parseRetryAfter(read, { now });
  return { ...result, ...(retryAfterMs !== undefined && { retryAfterMs }) };
}

function readCount(text: string): number | undefined {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= 0 ? value : undefined;
}
