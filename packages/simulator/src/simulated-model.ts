import type { Secret } from '@llm-router/core';
import type { Fault } from './fault.ts';

/** A limit that refills continuously. */
export interface BucketOptions {
  /** What may be taken at once; at least 1. @defaultValue one minute's worth: 60 × `perSecond` */
  readonly burst?: number;
  /** What comes back in a second; above 0. */
  readonly perSecond: number;
}

/** The limits of one model. Absent means unlimited. */
export interface SimulatedLimits {
  readonly requests?: BucketOptions;
  /** Prompt and answer together. */
  readonly tokens?: BucketOptions;
  /** Prompts alone, taken at admission. */
  readonly inputTokens?: BucketOptions;
  /**
   * Answers alone, taken as they are produced: nothing is reserved, so a request is refused only
   * while the bucket is empty, and the level may fall below 0.
   */
  readonly outputTokens?: BucketOptions;
  /** Requests in flight at once; at least 1. */
  readonly maxConcurrent?: number;
  /** Requests a day, at least 1; they come back evenly over the day, as OpenAI's do. */
  readonly requestsPerDay?: number;
  /**
   * The answer's part of `tokens` that is reserved at admission: the request's `max_tokens`
   * (the expected answer where it names none), or the expected answer. Either is corrected to what
   * was really produced when the request ends. @defaultValue `'max_tokens'`
   */
  readonly countsOutput?: 'max_tokens' | 'produced';
}

/** How long answers take. One lognormal factor per request stretches all of its times. */
export interface SimulatedLatency {
  /** Median time of a JSON answer, in milliseconds. @defaultValue 300 */
  readonly medianMs?: number;
  /** Spread of the factor: its natural logarithm's standard deviation; 0 to 3. @defaultValue 0.35 */
  readonly sigma?: number;
  /** Median time to a stream's headers and first token, in milliseconds. @defaultValue `medianMs` */
  readonly firstTokenMs?: number;
  /** Median gap between two tokens of a stream, in milliseconds. @defaultValue 0 */
  readonly betweenTokensMs?: number;
}

/** Which headers tell of limits. */
export type HeaderDialect = 'openai' | 'anthropic' | 'retry-after' | 'none';

/** One model that does not exist. */
export interface SimulatedModel {
  /** The id that requests name. */
  readonly name: string;
  /** A label for the log of hits. */
  readonly provider?: string;
  readonly limits?: SimulatedLimits;
  /**
   * What tells of limits. `'openai'`, `'anthropic'`: that provider's headers, on either wire.
   * `'retry-after'`: nothing but that, on a 429. `'none'`: no limit headers, no request id and no hint
   * of any kind. @defaultValue those of the wire that was asked
   */
  readonly headers?: HeaderDialect;
  /** Whether 429s carry `retry-after` and, among OpenAI's headers, `retry-after-ms`. @defaultValue true */
  readonly hints?: boolean;
  readonly latency?: SimulatedLatency;
  /** Length of answers, drawn evenly from this range. @defaultValue `{ min: 50, max: 200 }` */
  readonly outputTokens?: { readonly min: number; readonly max: number };
  /** US dollars for a million tokens. Absent: the cost is unknown. */
  readonly price?: { readonly input: number; readonly output: number };
  /** The key that requests must carry. Absent: any or none. */
  readonly apiKey?: string | Secret;
  /** Tokens that prompt and answer may have together. @defaultValue Infinity */
  readonly contextWindow?: number;
  /** Faults of this model; they go before the simulator's own. */
  readonly faults?: readonly Fault[];
}
