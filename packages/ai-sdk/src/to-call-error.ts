import { AISDKError, APICallError, InvalidArgumentError } from '@ai-sdk/provider';
import { isRouterError } from '@llm-router/core';
import { toWireError } from 'llm-router';

/**
 * What a call is to throw: the signal's reason after an abort, an error of the AI SDK as it is, and else
 * an `APICallError` that is never retried, since the router has done what could be done. Its `data` is
 * the ledger, its `cause` the router's own error.
 */
export function toCallError(
  error: unknown,
  request: unknown,
  signal: AbortSignal | undefined,
): unknown {
  if (signal?.aborted) return signal.reason;
  if (AISDKError.isInstance(error)) return error;
  const { status, message, retryAfterMs } = toWireError(error);
  return new APICallError({
    message,
    url: 'llm-router:',
    requestBodyValues: request,
    statusCode: status,
    isRetryable: false,
    cause: error,
    ...(retryAfterMs !== undefined && {
      responseHeaders: { 'retry-after-ms': String(Math.ceil(retryAfterMs)) },
    }),
    ...(isRouterError(error) && error.ledger && { data: error.ledger }),
  });
}

/** What `read` makes of a call; what cannot be read of it is an error of the AI SDK that says so. */
export function readCall<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (AISDKError.isInstance(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : typeof cause;
    const message = `The call cannot be read (${reason}): give it as the AI SDK does.`;
    throw new InvalidArgumentError({ argument: 'options', message, cause });
  }
}
