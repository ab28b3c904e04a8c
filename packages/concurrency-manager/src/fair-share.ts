/** Gives each tenant its weighted share of the turns. */
export interface FairShare {
  /** The present virtual time: nobody who waits stands before it. */
  readonly now: number;
  /** The virtual time at which a new request of the tenant stands. */
  enter(tenant: string): number;
  /** A request was served: virtual time has come this far. */
  served(tag: number): void;
  /** Nobody waits: all start level again. */
  reset(): void;
}

/** Tenants that are remembered at least before those who have nothing to make up for are dropped. */
const sweepSize = 1000;

/**
 * Start-time fair queueing (Goyal, Vin and Cheng, 1996): each request stands at the later of the
 * present virtual time and the end of its tenant's last one, and takes `1 / weight` of it. A tenant
 * that sends a thousand requests stands further and further back; one that sends its first stands at
 * the front.
 */
export function createFairShare(weights: Readonly<Record<string, number>>): FairShare {
  let virtualTime = 0;
  const lastEnd = new Map<string, number>();
  const weightOf = new Map(Object.entries(weights));
  let sweepAt = sweepSize;

  function sweep(): void {
    if (lastEnd.size <= sweepAt) return;
    for (const [tenant, end] of lastEnd) {
      if (end <= virtualTime) lastEnd.delete(tenant);
    }
    sweepAt = Math.max(sweepSize, 2 * lastEnd.size);
  }

  return {
    get now() {
      return virtualTime;
    },
    enter(tenant) {
      const tag = Math.max(virtualTime, lastEnd.get(tenant) ?? 0);
      lastEnd.set(tenant, tag + 1 / (weightOf.get(tenant) ?? 1));
      sweep();
      return tag;
    },
    served(tag) {
      virtualTime = Math.max(virtualTime, tag);
    },
    reset() {
      virtualTime = 0;
      lastEnd.clear();
    },
  };
}
