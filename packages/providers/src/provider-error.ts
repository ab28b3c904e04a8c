import {
  type ErrorClassification,
  isRouterError,
  RouterError,
  type RouterErrorCode,
} from '@llm-router/core';

export interface ProviderErrorDetails {
  readonly provider: string;
  readonly classification: ErrorClassification;
  /** The HTTP status; absent where there was no answer, or the error came after a good status. */
  readonly status?: number | undefined;
  /** The answer's headers by lower-case name; what could be a secret is `***`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The answer's body, parsed where it is JSON, shortened where it is long. */
  readonly body?: unknown;
  /** The provider's id of the request. */
  readonly requestId?: string | undefined;
  readonly cause?: unknown;
}

/**
 * What a provider's refusal, a broken answer or a failed connection is thrown as. Test it with
 * {@link isProviderError}. `classifyError` gives its `classification` back.
 */
export class ProviderError extends RouterError {
  readonly provider: string;
  readonly classification: ErrorClassification;
  readonly headers: Readonly<Record<string, string>>;
  // Declared only: a class field would make each of them an own property, absent or not.
  declare readonly body?: unknown;
  declare readonly requestId?: string;

  constructor(code: RouterErrorCode, message: string, details: ProviderErrorDetails) {
    const { classification } = details;
    super(code, message, {
      retryable: classification.retryable,
      retryAfterMs: classification.retryAfterMs,
      category: classification.category,
      status: details.status,
      ...('cause' in details && { cause: details.cause }),
    });
    this.name = 'ProviderError';
    this.provider = details.provider;
    this.classification = classification;
    this.headers = details.headers ?? {};
    if (details.body !== undefined) this.body = details.body;
    if (details.requestId !== undefined) this.requestId = details.requestId;
  }
}

/** Whether a thrown thing is a {@link ProviderError}, also one of another installed copy. */
export function isProviderError(error: unknown): error is ProviderError {
  return isRouterError(error) && 'provider' in error && 'classification' in error;
}
