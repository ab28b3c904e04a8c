/** Everything that can be made to go wrong. */
export const faultKinds = [
  'server-error',
  'overloaded',
  'rate-limit',
  'quota-exhausted',
  'auth',
  'permission',
  'not-found',
  'invalid-request',
  'context-length',
  'content-policy',
  'request-timeout',
  'connection-reset',
  'connection-refused',
  'dns-error',
  'stall',
  'slow-first-token',
  'cut-stream',
  'error-frame',
  'malformed',
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** How a wait is told: in a header, or in words in the body only. */
export const retryAfterForms = [
  'seconds',
  'fraction',
  'http-date',
  'milliseconds',
  'words',
] as const;

export type RetryAfterForm = (typeof retryAfterForms)[number];

/** Whose words a spent quota is told in. */
export const quotaKinds = [
  'openai',
  'anthropic-spend',
  'anthropic-credit',
  'openrouter',
  'gemini-day',
  'deepseek',
] as const;

export type QuotaKind = (typeof quotaKinds)[number];

/** What is wrong with an answer of status 200. */
export const malformedForms = [
  'broken-json',
  'broken-utf-8',
  'content-type',
  'html',
  'empty',
  'error-object',
  'comments',
  'done',
] as const;

export type MalformedForm = (typeof malformedForms)[number];

/** A request as the `matches` of a fault and the simulator's `plan` see it. */
export interface SimulatedRequest {
  /** Counts the model's requests from 1. */
  readonly number: number;
  readonly model: string;
  readonly stream: boolean;
  readonly inputTokens: number;
  /** The parsed body, as it came. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** When a fault strikes: all of these have to hold. */
export interface FaultCondition {
  /** 0 to 1. @defaultValue 1 */
  readonly probability?: number;
  /** Strikes so many requests, then no more; at least 1. @defaultValue Infinity */
  readonly times?: number;
  /** Strikes only these models. @defaultValue all */
  readonly models?: readonly string[];
  /** Active from then on, in milliseconds since the simulator was made. @defaultValue 0 */
  readonly fromMs?: number;
  /** Active before then, in milliseconds since the simulator was made. @defaultValue Infinity */
  readonly untilMs?: number;
  /** Picks requests. @defaultValue all */
  readonly matches?: (request: SimulatedRequest) => boolean;
}

/** A fault that comes instead of an answer. */
export interface EarlyFault extends FaultCondition {
  readonly kind:
    | 'auth'
    | 'permission'
    | 'not-found'
    | 'invalid-request'
    | 'context-length'
    | 'content-policy'
    | 'request-timeout'
    | 'connection-reset'
    | 'connection-refused'
    | 'dns-error';
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** What a provider says about coming back. */
export interface RetryAfter {
  /** The wait that is told, in milliseconds. @defaultValue none is told */
  readonly retryAfterMs?: number;
  /** How it is told. Seconds and dates are rounded up to a whole second. @defaultValue `'seconds'` */
  readonly retryAfterForm?: RetryAfterForm;
}

/** A server that fails, or has too much to do. */
export interface StatusFault extends FaultCondition, RetryAfter {
  readonly kind: 'server-error' | 'overloaded';
  /** 500 to 599. @defaultValue 500; overloaded: 503, and 529 on Anthropic's wire */
  readonly status?: number;
  /** `'html'` is a proxy's error page. @defaultValue `'json'` */
  readonly body?: 'json' | 'html';
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** A 429 that passes, whatever the model's own limits are. */
export interface RateLimitFault extends FaultCondition, RetryAfter {
  readonly kind: 'rate-limit';
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** A refusal for want of money, or of a day's allowance. */
export interface QuotaFault extends FaultCondition {
  readonly kind: 'quota-exhausted';
  /**
   * Whose status and body, on either wire. @defaultValue `'openai'`, and `'anthropic-spend'` on
   * Anthropic's wire
   */
  readonly quota?: QuotaKind;
  /** Milliseconds before it strikes. @defaultValue 0 */
  readonly delayMs?: number;
}

/** Silence, until the client gives up. */
export interface StallFault extends FaultCondition {
  readonly kind: 'stall';
  /** Frames of a stream before the silence. Absent, and for JSON: the headers never come. */
  readonly afterChunks?: number;
  /**
   * A sign of life in the silence of a stream, every so many milliseconds: a comment on OpenAI's
   * wire, a ping on Anthropic's. Above 0; needs `afterChunks`. @defaultValue none
   */
  readonly keepAliveMs?: number;
}

/** The headers come in time, the first token late; a JSON answer is late as a whole. */
export interface SlowFault extends FaultCondition {
  readonly kind: 'slow-first-token';
  /** Milliseconds on top of the model's own latency. */
  readonly delayMs: number;
}

/** A stream that ends without saying so; it strikes streams only. */
export interface CutFault extends FaultCondition {
  readonly kind: 'cut-stream';
  /**
   * Frames before the cut. The first of OpenAI's carries only the role, the first three of
   * Anthropic's no content. @defaultValue 3
   */
  readonly afterChunks?: number;
  /** `'quiet'`: the body ends as if it were whole; `'reset'`: the socket breaks. @defaultValue `'quiet'` */
  readonly ending?: 'quiet' | 'reset';
}

/** An error inside a stream whose status was 200; it strikes streams only. */
export interface ErrorFrameFault extends FaultCondition {
  readonly kind: 'error-frame';
  /** Frames before the error. @defaultValue 3 */
  readonly afterChunks?: number;
}

/** An answer of status 200 that is none, or not in the form that it should have. */
export interface MalformedFault extends FaultCondition {
  readonly kind: 'malformed';
  /** `'comments'` and `'done'` strike streams only. @defaultValue `'broken-json'` */
  readonly form?: MalformedForm;
  /** Whole frames before the broken one of `'broken-json'` and `'broken-utf-8'`. @defaultValue 3 */
  readonly afterChunks?: number;
}

export type Fault =
  | StatusFault
  | RateLimitFault
  | QuotaFault
  | EarlyFault
  | StallFault
  | SlowFault
  | CutFault
  | ErrorFrameFault
  | MalformedFault;
