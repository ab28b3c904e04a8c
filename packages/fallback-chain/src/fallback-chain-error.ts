import { type ErrorClassification, RouterError, type RouterErrorCode } from '@llm-router/core';

/** Why one provider gave no answer. */
export interface ProviderFailure {
  readonly provider: string;
  readonly attempts: number;
  /** Of its last attempt. */
  readonly classification: ErrorClassification;
  /** What its last attempt threw. */
  readonly error: unknown;
}

/** A chain has ended without an answer: every provider that was asked, in order, with its reason. */
export class FallbackChainError extends RouterError {
  readonly failures: readonly ProviderFailure[];

  constructor(
    code: RouterErrorCode,
    what: string,
    failures: readonly ProviderFailure[],
    cause?: unknown,
  ) {
    const last = failures.at(-1);
    super(code, describe(what, failures), {
      cause: cause ?? last?.error,
      category: last?.classification.category,
      status: last?.classification.status,
      retryable: code === 'all_failed' && failures.some((one) => one.classification.retryable),
      retryAfterMs: soonestWait(failures),
    });
    this.name = 'FallbackChainError';
    this.failures = failures;
  }
}

/** The provider that is back first decides when it is worth to try again. */
function soonestWait(failures: readonly ProviderFailure[]): number | undefined {
  const waits = failures.flatMap(({ classification }) => classification.retryAfterMs ?? []);
  return waits.length === 0 ? undefined : Math.min(...waits);
}

function describe(what: string, failures: readonly ProviderFailure[]): string {
  return failures.length === 0 ? `${what}.` : `${what}: ${failures.map(reasonOf).join('; ')}.`;
}

function reasonOf({ provider, attempts, classification }: ProviderFailure): string {
  const { category, status, message } = classification;
  const times = attempts === 1 ? '' : ` ×${attempts}`;
  return `${provider} ${category}${status === undefined ? '' : ` (${status})`}${times}, ${message}`;
}
