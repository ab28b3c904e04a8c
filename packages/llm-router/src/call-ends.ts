import { type CallOptions, createAbortScope, onAbort } from '@llm-router/core';
import type { House } from './house.ts';

/** The options of a call whose signal aborts with another one too. */
export function alsoEndedBy(
  other: AbortSignal,
  options: CallOptions,
  { alarms }: House,
): { readonly options: CallOptions; end(): void } {
  const { signal } = options;
  if (signal === undefined) return { options: { ...options, signal: other }, end() {} };
  const scope = createAbortScope(alarms, { signal, onDeadline: () => undefined });
  const unfollow = onAbort(other, () => scope.abort(other.reason));
  const end = () => {
    unfollow();
    scope.end();
  };
  return { options: { ...options, signal: scope.signal }, end };
}

/** The earlier of the caller's deadline and time-out; the router's total where neither is given. */
export function deadlineOf(
  { deadline, timeoutMs }: CallOptions,
  house: House,
  now: number,
): number {
  if (deadline === undefined && timeoutMs === undefined) return now + house.timeouts.totalMs;
  return Math.min(
    deadline ?? Number.POSITIVE_INFINITY,
    now + (timeoutMs ?? Number.POSITIVE_INFINITY),
  );
}
