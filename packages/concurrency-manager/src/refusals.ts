import { type Refusal, RouterError } from '@llm-router/core';
import type { Assessment } from './assess.ts';
import type { Want } from './waiter.ts';

function seconds(ms: number): string {
  const digits = ms < 10_000 ? 2 : 0;
  const format = { minimumFractionDigits: digits, maximumFractionDigits: digits };
  return `${(ms / 1000).toLocaleString('en', format)} s`;
}

/** The caller gave up. */
export function aborted(signal: AbortSignal, when: string): RouterError {
  return new RouterError('aborted', `The caller aborted ${when}.`, { cause: signal.reason });
}

/** Nothing frees in time; says when it would, as far as can be foreseen. */
export function tooLate(refusal: Refusal, waitedMs: number, startsInMs: number): RouterError {
  const sofar = waitedMs > 0 ? `after waiting ${seconds(waitedMs)} ` : '';
  return new RouterError(
    'deadline_exceeded',
    `The deadline passes ${sofar}before the request could start: ${inTheWay(refusal, startsInMs)}`,
    { retryable: true, retryAfterMs: Math.ceil(startsInMs) },
  );
}

/** What stands there and how to mend it. */
function inTheWay({ key, waitMs, limitedBy, blockedBy }: Refusal, startsInMs: number): string {
  if (blockedBy === undefined) {
    return `${limitedBy} would admit it in about ${seconds(startsInMs)}. Give it more time, or more limits.`;
  }
  const why = blockedBy.replace(/[.!]$/, '');
  return `${key} is left alone for another ${seconds(waitMs)}: ${why}. Give it more time, or another target.`;
}

/** There is nothing left to wait for. */
export function allGone(): RouterError {
  return new RouterError('no_candidate', 'Every target that the request waited for is gone.', {
    retryable: true,
  });
}

/** Larger than a whole limit. */
export function neverFits(want: Want, { refusal }: Assessment): RouterError {
  const need = want.targets.find(({ key }) => key === refusal.key)?.need ?? want.need;
  const tokens = (need.inputTokens ?? 0) + (need.outputTokens ?? 0);
  return new RouterError(
    'no_candidate',
    `The request is larger than a whole limit and would never be admitted: it needs ${tokens} tokens, and ${refusal.limitedBy} allows fewer at once. Make it smaller, or raise that limit or its burst.`,
  );
}

/** Too many wait already. */
export function queueFull(maxQueued: number, { refusal }: Assessment): RouterError {
  return new RouterError(
    'queue_full',
    `${maxQueued} requests wait already (maxQueued). Slow down, or raise maxQueued.`,
    {
      retryable: true,
      ...(Number.isFinite(refusal.waitMs) && { retryAfterMs: Math.ceil(refusal.waitMs) }),
    },
  );
}
