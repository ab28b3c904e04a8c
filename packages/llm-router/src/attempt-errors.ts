import { type ErrorClassification, isRouterError } from '@llm-router/core';

/** The call ended while its answer waited for the reader. */
export class ReaderTooSlow extends DOMException {
  constructor(message: string) {
    super(message, 'TimeoutError');
  }
}

/** An error that everyone recognises as a time-out. */
export function timedOut(message: string): DOMException {
  return new DOMException(message, 'TimeoutError');
}

/** Its reason is the caller's affair: a time-out of the caller's is none of the provider's. */
export function abortedBy({ reason }: AbortSignal): Error {
  const isClosed = isRouterError(reason, 'closed');
  return new DOMException(isClosed ? 'The router was closed' : 'The caller aborted', 'AbortError');
}

/** Something on the way broke off by itself: to the caller, who did not, a failure like others. */
export function notTheCallers(failure: ErrorClassification): ErrorClassification {
  if (failure.category !== 'aborted') return failure;
  const action = 'Try again: the transport broke the request off by itself.';
  return { ...failure, category: 'network', retryable: true, failover: true, action };
}
