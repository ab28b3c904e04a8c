import { type Candidate, isRouterError, type Lease, RouterError } from '@llm-router/core';
import { objectionTo } from './account.ts';
import { blockRefused, type CircuitsPermit, enterCircuits } from './circuits.ts';
import { type Call, currentHouse, type House, type Room } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { targetOf } from './target.ts';

/** The right to send one attempt to a candidate. */
export interface Admitted {
  readonly lease: Lease;
  readonly candidate: Candidate;
  /** Absent where there are no breakers. */
  readonly permit?: CircuitsPermit;
}

/**
 * Waits until one of the candidates may send the request: its limits allow it, its breaker lets it
 * through, and it is still configured. Who has failed goes behind who has not. `undefined` where an
 * update has removed all of them meanwhile.
 */
export async function admit(
  candidates: readonly Candidate[],
  failures: ReadonlyMap<string, number>,
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<Admitted | undefined> {
  let left = candidates.filter((candidate) => isThere(candidate, house));
  let again = failures.size > 0;
  while (left.length > 0) {
    const lease = await acquire(left, { failures, again }, call, house, ledger);
    if (lease === undefined) return undefined;
    const candidate = candidateOf(lease, left, house);
    if (!isThere(candidate, house)) {
      lease.release('unsent');
      left = left.filter((other) => isThere(other, house));
      continue;
    }
    // Since it began to wait, its key may have been refused, or its account have run out of money.
    const others = isOut(candidate, house) ? left.filter((other) => !isOut(other, house)) : [];
    if (others.length > 0) {
      lease.release('unsent');
      left = others;
      again = true;
      continue;
    }
    if (house.circuits === undefined) return { lease, candidate };
    const room = house.rooms.get(lease.key) as Room;
    const entry = enterCircuits(room, house.circuits);
    if (entry.ok) return { lease, candidate, permit: entry.permit };
    // Before the release, which would hand the lease to the next in the queue.
    blockRefused(room, entry.retryAfterMs, house);
    lease.release('unsent');
    // It keeps its place before those who came later.
    again = true;
  }
  return undefined;
}

/**
 * The wait is told to listeners and, however it ends, to the ledger. `undefined` as soon as an update
 * has removed all that it is for, since nobody knows when a limit or a block would have let it go.
 */
async function acquire(
  candidates: readonly Candidate[],
  past: { readonly failures: ReadonlyMap<string, number>; readonly again: boolean },
  call: Call,
  house: House,
  ledger: LedgerWriter,
): Promise<Lease | undefined> {
  const { signal, priority } = call.options;
  const startedAt = house.clock.now();
  if (startedAt >= call.deadline) throw alreadyLate();
  const targets = candidates.map((candidate) =>
    targetOf(candidate, call, house, past.failures.get(candidate.deployment.id)),
  );
  let waitsFor = () => 'earlier requests';
  try {
    const lease = await house.admission.acquire(targets, {
      tenant: call.tenant,
      ledgerId: ledger.id,
      deadline: call.deadline,
      spillAfterMs: house.spillAfterMs,
      again: past.again,
      ...(signal && { signal }),
      ...(priority !== undefined && { priority }),
      onWait({ waitMs, limitedBy }, wait) {
        waitsFor = wait.limitedBy;
        const at = house.clock.now();
        house.events.emit({ type: 'wait-started', at, ledgerId: ledger.id, waitMs, limitedBy });
      },
    });
    ledger.admitted(lease);
    return lease;
  } catch (error) {
    ledger.waited(house.clock.now() - startedAt, waitsFor());
    if (isRouterError(error, 'no_candidate') && !isAnyThere(candidates, house)) return undefined;
    throw error;
  }
}

function isThere({ deployment }: Candidate, house: House): boolean {
  return currentHouse(house).rooms.has(deployment.id);
}

function isOut(candidate: Candidate, house: House): boolean {
  return objectionTo(candidate, house) !== undefined;
}

function isAnyThere(candidates: readonly Candidate[], house: House): boolean {
  return candidates.some((candidate) => isThere(candidate, house));
}

function alreadyLate(): RouterError {
  return new RouterError(
    'deadline_exceeded',
    'The deadline had passed before the request could be sent. Give it more time.',
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
