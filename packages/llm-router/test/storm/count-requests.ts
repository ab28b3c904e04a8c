import type { Ledger, LedgerAttempt } from '@llm-router/core';
import type { Aftermath, Ending } from './play-storm.ts';

/** Why a request went upstream. */
export type Reason = 'first' | 'fallback' | 'beside' | 'after a limit' | 'retry';

const reasons: readonly Reason[] = ['first', 'fallback', 'beside', 'after a limit', 'retry'];

/** The reason of each attempt. */
function reasonsOf({ attempts }: Ledger): readonly Reason[] {
  const asked = new Set<string>();
  return attempts.map((attempt, index) => {
    const reason = reasonOf(attempt, attempts.slice(0, index), asked);
    asked.add(attempt.deployment);
    return reason;
  });
}

function reasonOf(
  { beside, deployment }: LedgerAttempt,
  before: readonly LedgerAttempt[],
  asked: ReadonlySet<string>,
): Reason {
  if (before.length === 0) return 'first';
  if (beside !== undefined) return 'beside';
  if (!asked.has(deployment)) return 'fallback';
  // The queue sees to it that nobody comes back to a limit too early.
  const decided = before.findLast(({ decision }) => decision !== undefined);
  if (decided?.error?.category === 'rate_limit') return 'after a limit';
  return 'retry';
}

/** All requests upstream, by their reason. */
export function countRequests({ endings }: Aftermath): Record<Reason, number> {
  const counts = Object.fromEntries(reasons.map((reason) => [reason, 0]));
  for (const { ledger } of endings) {
    for (const reason of ledger ? reasonsOf(ledger) : [])
      counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts as Record<Reason, number>;
}

/** A change of what is left for retries. */
interface Step {
  readonly at: number;
  readonly adds: number;
}

/** What one call adds, takes and gives back: the last where it came to an answer, or to its beginning. */
function stepsOf({ ledger, startedAt }: Ending, share: number): Step[] {
  if (ledger === undefined) return [];
  const kinds = reasonsOf(ledger);
  const retries = ledger.attempts
    .filter((_, index) => kinds[index] === 'retry')
    .map(({ startedAt: at }) => ({ at, adds: -1 }));
  const answer = ledger.attempts.find(
    ({ outcome, firstContentMs }) => outcome === 'ok' || firstContentMs !== undefined,
  );
  const back = answer && {
    at: answer.startedAt + (answer.firstContentMs ?? answer.durationMs),
    adds: retries.length,
  };
  return [{ at: startedAt, adds: share }, ...retries, ...(back ? [back] : [])];
}

/**
 * By how many retries the budget is overdrawn at the worst moment; at most 0 where it is kept. It is kept
 * here anew: a bucket of `burst` that calls and time fill, and that gets back what led to answers. A retry
 * that had to wait was counted a little earlier than it started.
 */
export function overdrawn({ storm, startedAt, endings }: Aftermath): number {
  const budget = storm.config.retry?.budget;
  if (budget === false) return Number.NEGATIVE_INFINITY;
  const { share = 0.2, perSecond = 10, burst = 100 } = budget ?? {};
  const steps = endings.flatMap((ending) => stepsOf(ending, share));
  steps.sort((a, b) => a.at - b.at);
  let left = burst;
  let last = startedAt;
  let worst = Number.NEGATIVE_INFINITY;
  for (const [index, { at, adds }] of steps.entries()) {
    left += ((at - last) / 1000) * perSecond + adds;
    last = at;
    // What happens at one moment may have happened in any order.
    if ((steps[index + 1]?.at ?? Number.POSITIVE_INFINITY) - at < 0.01) continue;
    left = Math.min(burst, left);
    worst = Math.max(worst, -left);
  }
  return worst;
}

/** How many second requests may be sent: one and the share of the calls; an update begins anew with one. */
export function mostBeside({ storm }: Aftermath): number {
  const { hedge } = storm.config;
  if (hedge === undefined) return 0;
  return 1 + storm.updates.length + (hedge.share ?? 0.05) * storm.asks.length;
}
