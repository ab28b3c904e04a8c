import type { ChatCompletion } from './chat.ts';
import type { ErrorCategory } from './classification.ts';
import type { Ledger } from './ledger.ts';
import type { Usage } from './usage.ts';

export type RouterErrorCode =
  | 'invalid_config'
  | 'invalid_request'
  | 'model_not_found'
  | 'no_candidate'
  | 'all_failed'
  | 'deadline_exceeded'
  | 'queue_full'
  | 'budget_exceeded'
  | 'circuit_open'
  | 'aborted'
  | 'stream_broken'
  | 'closed';

/** What had arrived before an answer broke off. */
export interface PartialAnswer {
  readonly text: string;
  /** The pieces so far, put together; absent where nothing had arrived. */
  readonly completion?: ChatCompletion;
  /** Reported or estimated usage of what had arrived. */
  readonly usage?: Usage;
}

export interface RouterErrorDetails {
  /** The same call could succeed later. @defaultValue false */
  readonly retryable?: boolean | undefined;
  /** The earliest sensible retry, in milliseconds from now. */
  readonly retryAfterMs?: number | undefined;
  /** What the provider did, if a provider was involved. */
  readonly category?: ErrorCategory | undefined;
  /** The provider's HTTP status. */
  readonly status?: number | undefined;
  readonly ledger?: Ledger | undefined;
  readonly partial?: PartialAnswer | undefined;
  readonly cause?: unknown;
}

const marker = Symbol.for('llm-router.error');

/** The one error of the house. Test it with {@link isRouterError}, which survives duplicate installs. */
export class RouterError extends Error {
  readonly code: RouterErrorCode;
  readonly retryable: boolean;
  // Declared only: a class field would make each of them an own property, absent or not.
  declare readonly retryAfterMs?: number;
  declare readonly category?: ErrorCategory;
  declare readonly status?: number;
  /** What was decided for the request and why. */
  declare readonly ledger?: Ledger;
  /** What had arrived before a stream broke. */
  declare readonly partial?: PartialAnswer;

  constructor(code: RouterErrorCode, message: string, details: RouterErrorDetails = {}) {
    super(message, 'cause' in details ? { cause: details.cause } : undefined);
    this.name = 'RouterError';
    this.code = code;
    this.retryable = details.retryable ?? false;
    if (details.retryAfterMs !== undefined) this.retryAfterMs = details.retryAfterMs;
    if (details.category !== undefined) this.category = details.category;
    if (details.status !== undefined) this.status = details.status;
    if (details.ledger !== undefined) this.ledger = details.ledger;
    if (details.partial !== undefined) this.partial = details.partial;
    Object.defineProperty(this, marker, { value: true });
  }

  /** What a log needs; JSON of a plain error leaves its message out. The cause stays behind. */
  toJSON(): Record<string, unknown> {
    const { name, code, message, category, status, retryable, retryAfterMs, ledger } = this;
    return { name, code, message, category, status, retryable, retryAfterMs, ledger };
  }
}

/** Whether a thrown thing is a {@link RouterError}, and of that code if one is given. */
export function isRouterError(error: unknown, code?: RouterErrorCode): error is RouterError {
  if (typeof error !== 'object' || error === null) return false;
  const candidate = error as { [marker]?: unknown; code?: unknown };
  return candidate[marker] === true && (code === undefined || candidate.code === code);
}
