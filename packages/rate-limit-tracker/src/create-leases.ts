import type { Clock, Lease, LeaseOutcome, Need, Refusal, Usage } from '@llm-router/core';
import type { LearnedLimit } from './found-limit.ts';
import type { Pool } from './pool.ts';
import type { Taken } from './taken.ts';

/** What a lease carries besides its right: how it was come by. */
export interface LeaseNote {
  readonly waitedMs: number;
  readonly limitedBy?: string;
  readonly passedOver?: readonly Refusal[];
}

/** Takes `need` from all pools; the lease carries the key of the first. */
export type GrantLease = (held: readonly Pool[], need: Need, note: LeaseNote, now: number) => Lease;

/** Where a lease keeps what it took, for answers that speak of it. */
const taken: unique symbol = Symbol('taken');

interface HeldLease extends Lease {
  readonly [taken]: { readonly held: readonly Pool[]; readonly takings: readonly Taken[] };
}

/**
 * Makes the leases of one tracker.
 *
 * @param onFreed called whenever one ends
 * @param onFound called when the way that one ended shows a limit
 */
export function createLeases(
  clock: Pick<Clock, 'now'>,
  onFreed: () => void,
  onFound: (key: string, found: LearnedLimit) => void,
): GrantLease {
  const nextId = createLeaseIds();

  return (held, need, note, now) => {
    const takings = held.map((pool) => pool.take(now, need));
    let open = true;

    function end(back: Need, fate?: LeaseOutcome | 'unsent'): void {
      if (!open) return;
      open = false;
      const endedAt = clock.now();
      for (let index = 0; index < held.length; index++) {
        const pool = held[index] as Pool;
        pool.end(endedAt, takings[index] as Taken, back);
        if (fate === 'unsent') pool.unsent(takings[index] as Taken);
      }
      if (fate !== undefined && fate !== 'unsent') tellOutcome(endedAt, fate);
      onFreed();
    }

    /** How it went says something about the provider, not about whoever shares the other limits. */
    function tellOutcome(endedAt: number, outcome: LeaseOutcome): void {
      const isTold = outcome === 'dropped' && held.some((pool) => pool.isBlocked(endedAt));
      const found = held[0]?.outcome(endedAt, takings[0] as Taken, outcome, isTold);
      if (held[0] !== undefined && found !== undefined) onFound(held[0].key, found);
    }

    const release: Lease['release'] = (fate) =>
      fate === 'unsent' ? end(need, fate) : end({ ...need, requests: 0 });
    // Not by spreading the note, which takes longer than all the rest.
    const lease: HeldLease & { limitedBy?: string; passedOver?: readonly Refusal[] } = {
      [taken]: { held, takings },
      id: nextId(),
      key: held[0]?.key ?? '',
      waitedMs: note.waitedMs,
      settle: (usage, outcome = 'success') => end(unusedOf(need, usage), outcome),
      release,
      [Symbol.dispose]: release,
    };
    if (note.limitedBy !== undefined) lease.limitedBy = note.limitedBy;
    if (note.passedOver !== undefined) lease.passedOver = note.passedOver;
    return lease;
  };
}

/** What the request of a lease took from a pool, where it did. */
export function takenBy(lease: Lease | undefined, pool: Pool): Taken | undefined {
  const own = (lease as HeldLease | undefined)?.[taken];
  return own?.takings[own.held.indexOf(pool)];
}

/** Numbers in two parts: a large one takes long to write, small ones are remembered by the engine. */
function createLeaseIds(): () => string {
  let block = 0;
  let number = 0;
  return () => {
    number += 1;
    if (number === 1000) {
      block += 1;
      number = 0;
    }
    return `lease-${block}-${number}`;
  };
}

/** What was reserved and turned out not to be used; negative where more was used. */
function unusedOf(need: Need, used: Partial<Usage> & { readonly nanoUsd?: number }): Need {
  // Providers report the usage, so it may be anything; what is no amount stays as reserved.
  const unused = (reserved = 0, real = reserved) =>
    Number.isFinite(real) && real >= 0 ? reserved - real : 0;
  return {
    requests: 0,
    inputTokens: unused(need.inputTokens, used.inputTokens),
    outputTokens: unused(need.outputTokens, used.outputTokens),
    maxOutputTokens: unused(need.maxOutputTokens ?? need.outputTokens, used.outputTokens),
    nanoUsd: unused(need.nanoUsd, used.nanoUsd),
    maxNanoUsd: unused(need.maxNanoUsd ?? need.nanoUsd, used.nanoUsd),
  };
}
