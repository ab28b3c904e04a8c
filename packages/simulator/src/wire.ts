import type { Answer } from './answer.ts';
import type { QuotaKind } from './fault.ts';
import type { ModelSettings } from './model-settings.ts';
import type { LimitRefusal, QuotaState } from './quota.ts';

/** A request as a transport hands it in. */
export interface Incoming {
  readonly method: string;
  readonly path: string;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  readonly body: string;
  readonly signal?: AbortSignal;
}

/** What a transport sends back. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | ReadableStream<Uint8Array>;
}

/** What a request asks for, whatever its wire. */
export interface Ask {
  readonly model: string;
  readonly key?: string;
  readonly stream: boolean;
  /** Whether a stream is to end with its usage. */
  readonly includeUsage: boolean;
  readonly inputTokens: number;
  readonly maxTokens?: number;
  /** Tokens of the answer that may be thought before it is given; absent: none. */
  readonly maxThinkingTokens?: number;
  /** The tool that has to be called. */
  readonly tool?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Why a request gets an error for an answer. */
export type Refusal =
  | { readonly reason: 'unknown-path'; readonly method: string; readonly path: string }
  | {
      readonly reason: 'invalid-request';
      readonly message: string;
      readonly field: string | null;
      readonly code: string | null;
    }
  | { readonly reason: 'unknown-model'; readonly model: string }
  | { readonly reason: 'missing-key' | 'wrong-key' }
  | {
      readonly reason: 'context-length';
      readonly contextWindow: number;
      readonly inputTokens: number;
      readonly maxTokens: number;
    }
  | { readonly reason: 'limit'; readonly limit: LimitRefusal }
  /** `tryAgainMs` is a wait that is told in words. */
  | { readonly reason: 'rate-limit'; readonly tryAgainMs?: number }
  | {
      readonly reason: 'quota-exhausted';
      /** Absent: the wire's own. */
      readonly quota?: QuotaKind;
      readonly maxTokens?: number;
    }
  | { readonly reason: 'permission' | 'content-policy' | 'request-timeout' }
  | {
      readonly reason: 'server-error' | 'overloaded';
      readonly body: 'json' | 'html';
      /** Absent: the wire's own. */
      readonly status?: number;
      readonly tryAgainMs?: number;
    };

/** A request, read. */
export type Reading =
  | { readonly kind: 'ask'; readonly ask: Ask }
  | { readonly kind: 'list'; readonly key?: string }
  | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** An error body, and what goes with it. */
export interface RefusalReply {
  readonly status: number;
  readonly contentType: string;
  readonly body: string;
}

/** What a reply may tell besides its answer. */
export interface ReplyFacts {
  readonly requestId: string;
  /** Epoch milliseconds of the reply. */
  readonly at: number;
  /** Milliseconds since the request came. */
  readonly elapsedMs: number;
  readonly model?: ModelSettings;
  /** Absent where the answer says nothing about limits. */
  readonly quota?: QuotaState;
  /** Milliseconds until a refused request would pass; absent where none is told. */
  readonly retryAfterMs?: number;
}

/** One event of a stream. */
export interface Frame {
  readonly text: string;
  /** Answer tokens in it: 0 or 1. */
  readonly tokens: number;
  /** The frame that says that the answer is complete. */
  readonly last?: boolean;
}

/** A provider's language: how requests are read, and how answers and errors are written. It holds no state. */
export interface Wire {
  serves(incoming: Incoming): boolean;
  read(incoming: Incoming): Reading;
  head(facts: ReplyFacts): Readonly<Record<string, string>>;
  refusal(refusal: Refusal, facts: ReplyFacts): RefusalReply;
  models(models: readonly ModelSettings[]): string;
  completion(answer: Answer): string;
  frames(answer: Answer): Iterable<Frame>;
  errorFrame(): string;
  /** A sign of life without content. */
  keepAlive(): string;
  /** The frame that says that the answer is complete. */
  lastFrame(): string;
}
