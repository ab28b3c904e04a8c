import type { FaultSettings } from './fault-settings.ts';
import type { Ask, Refusal } from './wire.ts';

/** The error that a fault answers with; `undefined` where it is another kind of fault. */
export function faultRefusal(fault: FaultSettings, ask: Ask): Refusal | undefined {
  const { kind, body, status, retryAfterMs, retryAfterForm } = fault;
  switch (kind) {
    case 'server-error':
    case 'overloaded':
    case 'rate-limit': {
      const inWords = retryAfterForm === 'words' && retryAfterMs !== undefined;
      const words = inWords ? { tryAgainMs: retryAfterMs } : {};
      if (kind === 'rate-limit') return { reason: kind, ...words };
      return { reason: kind, body, ...(status !== undefined && { status }), ...words };
    }
    case 'quota-exhausted': {
      const { quota } = fault;
      const asked = ask.maxTokens === undefined ? {} : { maxTokens: ask.maxTokens };
      return { reason: kind, ...(quota !== undefined && { quota }), ...asked };
    }
    case 'auth':
      return { reason: 'wrong-key' };
    case 'not-found':
      return { reason: 'unknown-model', model: ask.model };
    case 'permission':
    case 'content-policy':
    case 'request-timeout':
      return { reason: kind };
    case 'invalid-request': {
      const message = 'A parameter of the request has a value that is not allowed.';
      return { reason: kind, message, field: 'temperature', code: 'invalid_value' };
    }
    case 'context-length': {
      const { inputTokens, maxTokens = 1 } = ask;
      return { reason: kind, contextWindow: Math.max(1, inputTokens - 1), inputTokens, maxTokens };
    }
    default:
      return undefined;
  }
}
