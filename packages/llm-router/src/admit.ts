import { type Candidate, type CircuitPermit, type Lease, RouterError } from '@llm-router/core';
import { blockRefused } from './circuit-block.ts';
import type { Call, House } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { targetOf } from './target.ts';

/** The right to send one attempt to a candidate. */
export interface Admitted {
  readonly lease: Lease;
  readonly candidate: Candidate;
  /** Absent where there are no breakers. */
  readonly permit?: CircuitPermit;
}

/**
 * Waits until one of the candidates may send the request: its limits allow it, its breaker lets it
 * through, and it is still configured. Who has failed goes behind who has not.
 */
export async function admit(
  candidates: readonly Candidate[],
  failures: ReadonlyMap<string, number>,
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<Admitted> {
  let left = candidates;
  let again = failures.size > 0;
  while (left.length > 0) {
    const lease = await acquire(left, { failures, again }, call, house, ledger);
    const candidate = candidateOf(lease, left, house);
    if (!house.live.rooms.has(lease.key)) {
      lease.release('unsent');
      left = left.filter((other) => other !== candidate);
      continue;
    }
    const entry = house.breakers?.for(lease.key).tryEnter();
    if (entry === undefined) return { lease, candidate };
    if (entry.ok) return { lease, candidate, permit: entry.permit };
    // Before the release, which would hand the lease to the next in the queue.
    blockRefused(lease.key, entry.retryAfterMs, house);
    lease.release('unsent');
    // It keeps its place before those who came later.
    again = true;
  }
  throw allRemoved();
}

/** The wait is told to listeners and, however it ends, to the ledger. */
async function acquire(
  candidates: readonly Candidate[],
  past: { readonly failures: ReadonlyMap<string, number>; readonly again: boolean },
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<Lease> {
  const { signal, priority } = call.options;
  const startedAt = house.clock.now();
  if (startedAt >= call.deadline) throw alreadyLate();
  const targets = candidates.map((candidate) =>
    targetOf(candidate, call, house, past.failures.get(candidate.deployment.id)),
  );
  let waitsFor = 'earlier requests';
  try {
    const lease = await house.admission.acquire(targets, {
      tenant: call.tenant,
      deadline: call.deadline,
      spillAfterMs: house.spillAfterMs,
      again: past.again,
      ...(signal && { signal }),
      ...(priority !== undefined && { priority }),
      onWait({ waitMs, limitedBy }) {
        waitsFor = limitedBy;
        const at = house.clock.now();
        house.events.emit({ type: 'wait-started', at, ledgerId: ledger.id, waitMs, limitedBy });
      },
    });
    ledger.admitted(lease);
    return lease;
  } catch (error) {
    ledger.waited(house.clock.now() - startedAt, waitsFor);
    throw error;
  }
}

function alreadyLate(): RouterError {
  return new RouterError(
    'deadline_exceeded',
    'The deadline had passed before the request could be sent. Give it more time.',
    { retryable: true },
  );
}

function allRemoved(): RouterError {
  return new RouterError(
    'no_candidate',
    'Every deployment that could serve this request was removed by an update while it waited. Send it again.',
    { retryable: true },
  );
}

/** The candidate of a lease. Selectors and balancers of the caller's own may have made one up. */
function candidateOf(lease: Lease, asked: readonly Candidate[], house: House): Candidate {
  const candidate = asked.find(({ deployment }) => deployment.id === lease.key);
  if (candidate !== undefined && house.rooms.has(lease.key)) return candidate;
  lease.release();
  throw new RouterError(
    'invalid_config',
    `The strategy or the balancer chose '${lease.key}', which is no candidate. Return only candidates that were given.`,
  );
}
