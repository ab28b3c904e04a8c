import type { RequestAnalysis } from './analysis.ts';
import type { ChatCompletion, ChatRequest } from './chat.ts';
import type { ErrorClassification } from './classification.ts';
import type { HeadersLike } from './headers.ts';
import type { Lease, Limits, Need, Refusal, Target } from './limits.ts';

/**
 * The mechanisms that the pipeline takes, each through the smallest interface that it needs, so that
 * anyone can bring their own. The house's packages implement them.
 */

/** Request → what is known of it. */
export type AnalyzeRequest = (request: ChatRequest) => RequestAnalysis;

/** Anything thrown → what it means. Never throws. */
export type ClassifyError = (
  error: unknown,
  context?: { readonly provider?: string; readonly now?: number },
) => ErrorClassification;

/** Retry number (1 is the first) → milliseconds to wait; a server's hint is a floor. */
export type Backoff = (attempt: number, hint?: { readonly retryAfterMs?: number }) => number;

export interface AcquireOptions {
  readonly need?: Need;
  /** Higher goes first. @defaultValue 0 */
  readonly priority?: number;
  /** @defaultValue `'default'` */
  readonly tenant?: string;
  readonly signal?: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline?: number;
  /** A worse rank is eligible when every better one would wait longer than this. @defaultValue 0 */
  readonly spillAfterMs?: number;
  /** Whose request it is, as events and ledgers name it; shown with those who wait. */
  readonly ledgerId?: string;
  /** The request had its turn and failed: it goes before those who have not had theirs. @defaultValue false */
  readonly again?: boolean;
  /** Called once, when the request has to wait. */
  readonly onWait?: (refusal: Refusal, wait: Wait) => void;
}

/** A request's place in the queue, readable while it waits. */
export interface Wait {
  /**
   * When it will start as things stand, in milliseconds from now: after those before it, by the limits
   * that are known and the time that requests usually take. A forecast, not a promise. Takes O(n log n)
   * for n that wait.
   */
  startsInMs(): number;
  /** What stands in its way now or, once the wait is over, what stood there last. */
  limitedBy(): string;
}

/** The only queue of the house. */
export interface Admission {
  /** Waits until any target can take the request, then takes all of its rules together. */
  acquire(key: string | readonly Target[], options?: AcquireOptions): Promise<Lease>;
  /** The shortest wait of a target now, without taking anything. */
  check(target: Target, need?: Need): Refusal | undefined;
  /** What a provider's answer says about its limits. */
  observe(
    key: string,
    response: {
      readonly status?: number;
      readonly headers: HeadersLike;
      readonly provider?: string;
      /** Of the request that was answered. */
      readonly lease?: Lease;
    },
  ): void;
  /** Nothing of `key` is admitted before `until` (epoch ms); a block is only ever prolonged. */
  block(key: string, until: number, why: string): void;
  update(limits: Readonly<Record<string, Limits>>): void;
  snapshot(): unknown;
}

/** Permission for one request through a breaker; ends once. */
export interface CircuitPermit {
  success(): void;
  failure(error: unknown): void;
  ignore(): void;
}

export interface CircuitBreaker {
  readonly state: 'closed' | 'open' | 'half-open';
  tryEnter():
    | { readonly ok: true; readonly permit: CircuitPermit }
    | { readonly ok: false; readonly retryAfterMs: number };
  fire<T>(work: () => Promise<T>): Promise<T>;
}

export interface CircuitBreakers {
  for(key: string): CircuitBreaker;
  snapshot(): unknown;
}

/** One finished request, as health sees it. */
export interface HealthOutcome {
  readonly ok: boolean;
  readonly latencyMs?: number;
  readonly error?: ErrorClassification;
}

export interface HealthChecker {
  record(key: string, outcome: HealthOutcome): void;
  isHealthy(key: string): boolean;
  /** 0 to 1. */
  score(key: string): number;
  snapshot(): unknown;
}

/** Whole answers by tenant and request. */
export interface ResponseCache {
  get(
    request: ChatRequest,
    options: { readonly tenant: string },
  ): Promise<ChatCompletion | undefined> | ChatCompletion | undefined;
  set(
    request: ChatRequest,
    completion: ChatCompletion,
    options: { readonly tenant: string },
  ): Promise<void> | void;
  snapshot(): unknown;
}
