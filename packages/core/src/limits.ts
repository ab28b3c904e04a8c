import type { Usage } from './usage.ts';

export type LimitUnit = 'requests' | 'tokens' | 'inputTokens' | 'outputTokens' | 'nanoUsd';

/** One limit: so much of a unit in so much time. */
export interface LimitRule {
  readonly unit: LimitUnit;
  /** How much of the unit `perMs` allows; above 0. */
  readonly amount: number;
  /** The period in milliseconds; above 0. */
  readonly perMs: number;
  /** Bucket size of a `token-bucket`. @defaultValue `amount` */
  readonly burst?: number;
  /** @defaultValue `'token-bucket'` */
  readonly algorithm?: 'token-bucket' | 'sliding-window' | 'fixed-window';
  /**
   * Which output is reserved before it is known: the expected one, or, for a provider that counts what
   * could be produced, the most that the request allows. @defaultValue `'expected'`
   */
  readonly reserve?: 'expected' | 'max_tokens';
}

/** The limits of one key: a deployment, a pool, a tenant or the whole router. Absent means unlimited. */
export interface Limits {
  readonly requestsPerMinute?: number;
  readonly tokensPerMinute?: number;
  readonly inputTokensPerMinute?: number;
  readonly outputTokensPerMinute?: number;
  readonly requestsPerDay?: number;
  readonly tokensPerDay?: number;
  readonly usdPerDay?: number;
  /** Requests in flight at once. */
  readonly maxConcurrent?: number;
  /** Least time between two starts, in milliseconds. */
  readonly minIntervalMs?: number;
  /** Bucket size of the per-minute limits. @defaultValue one minute's worth, as providers do */
  readonly burst?: number | { readonly requests?: number; readonly tokens?: number };
  /** Any other period, unit or algorithm. */
  readonly rules?: readonly LimitRule[];
}

/** What one request takes from its limits. */
export interface Need {
  /** @defaultValue 1 */
  readonly requests?: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** The most output that the request allows, for rules that reserve it. @defaultValue `outputTokens` */
  readonly maxOutputTokens?: number;
  readonly nanoUsd?: number;
  /** What the request can cost at most, for rules that reserve it. @defaultValue `nanoUsd` */
  readonly maxNanoUsd?: number;
  /** `outputTokens` and `nanoUsd` are guesses: they may delay the request, but never rule it out. @defaultValue false */
  readonly isGuess?: boolean;
}

/** Something a request could be admitted to. */
export interface Target {
  /** The deployment's id: its own limits stand under this key. */
  readonly key: string;
  /** Further keys whose limits the request takes from in the same step: pools, tenant, router. */
  readonly pools?: readonly string[];
  /** Lower is better; equal ranks are interchangeable. @defaultValue 0 */
  readonly rank?: number;
  /** Overrides the need of the whole call. */
  readonly need?: Need;
  /** So long it is worth waiting for although another is free, counted from arrival. @defaultValue 0 */
  readonly patienceMs?: number;
}

/** How a request ended, for what learns from it: a 400 is no sample (`ignore`), a 429 is (`dropped`). */
export type LeaseOutcome = 'success' | 'ignore' | 'dropped';

/** A limit that stood in the way. */
export interface Refusal {
  readonly key: string;
  /** Until it would admit, in milliseconds. `Infinity`: never, the need exceeds the limit itself. */
  readonly waitMs: number;
  /** The limit in words, for example `tokens per 60 s of openai/gpt-4o-mini`. */
  readonly limitedBy: string;
  /** Why the key is left alone, where a block and no limit is in the way. */
  readonly blockedBy?: string;
}

/** The right to send one request. Ends once: by `settle`, by `release`, or by expiry. */
export interface Lease {
  readonly id: string;
  /** The key of the target that was admitted. */
  readonly key: string;
  /** How long the request waited for it, in milliseconds. */
  readonly waitedMs: number;
  /** The limit that it waited for last. */
  readonly limitedBy?: string;
  /** Targets that stood before this one and would have made it wait. */
  readonly passedOver?: readonly Refusal[];
  /** The request was sent: replaces the reserved amounts by the real ones; what is absent stays as reserved. */
  settle(usage: Partial<Usage> & { readonly nanoUsd?: number }, outcome?: LeaseOutcome): void;
  /**
   * Nobody knows what became of the request: its slot, tokens and money go back. The request itself
   * stays counted, since it may have reached the provider; it is not where it surely was `'unsent'`.
   */
  release(fate?: 'unsent'): void;
  /** The same as `release()`. */
  [Symbol.dispose](): void;
}
