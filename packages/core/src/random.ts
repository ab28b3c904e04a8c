/** A source of numbers from 0 (included) to 1 (excluded). `Math.random` is one. */
export type Random = () => number;

/**
 * A seeded source: the same seed gives the same numbers everywhere.
 * The algorithm is Mulberry32 by Tommy Ettinger (public domain).
 */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The host's chance. */
export const systemRandom: Random = Math.random;
