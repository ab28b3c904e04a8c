import type { PoolSnapshot } from '@llm-router/rate-limit-tracker';

/** The least share that is left of any limit, 0 to 1; `undefined` where no limit is known. */
export function leastHeadroom(pools: readonly (PoolSnapshot | undefined)[]): number | undefined {
  const shares = pools.flatMap((pool) => (pool === undefined ? [] : sharesLeft(pool)));
  return shares.length === 0 ? undefined : Math.max(0, Math.min(1, ...shares));
}

function sharesLeft({ rules, inFlight, maxConcurrent, blockedUntil }: PoolSnapshot): number[] {
  if (blockedUntil !== undefined) return [0];
  const shares = rules.map(({ available, burst, amount }) => available / (burst ?? amount));
  return maxConcurrent === undefined ? shares : [...shares, 1 - inFlight / maxConcurrent];
}
