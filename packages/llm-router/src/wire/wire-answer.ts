import { isRouterError } from '@llm-router/core';
import { answerHeaders } from './answer-headers.ts';
import { toWireError, type WireError } from './wire-error.ts';
import type { WireFace } from './wire-face.ts';

/** An answer in JSON. */
export function jsonAnswer(
  body: object,
  headers: Readonly<Record<string, string>> = {},
  status = 200,
): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** What was thrown, as an answer that the caller's SDK turns into its own error. */
export function errorAnswer(error: unknown, face: WireFace): Response {
  const ledger = isRouterError(error) ? error.ledger : undefined;
  const headers = ledger === undefined ? {} : answerHeaders(ledger);
  return refusal(toWireError(error), face, headers, ledger?.id);
}

/** An error as an answer. The SDKs are told not to retry: the router has done what could be done. */
export function refusal(
  error: WireError,
  face: WireFace,
  headers: Readonly<Record<string, string>> = {},
  requestId?: string,
): Response {
  const { retryAfterMs } = error;
  const hints = retryAfterMs === undefined ? {} : hintsOf(retryAfterMs);
  return jsonAnswer(
    face.error(error, requestId),
    { ...headers, ...hints, 'x-should-retry': 'false' },
    face.statusOf(error),
  );
}

function hintsOf(retryAfterMs: number): Record<string, string> {
  return {
    'retry-after': String(Math.ceil(retryAfterMs / 1000)),
    'retry-after-ms': String(Math.ceil(retryAfterMs)),
  };
}
