import type { Random } from '@llm-router/core';

/** A copy in random order, every order equally likely (Fisher and Yates). */
export function shuffle<T>(items: readonly T[], random: Random): T[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--)
    swap(shuffled, last, pick(last + 1, random));
  return shuffled;
}

/** A whole number from 0 to below `count`. */
export function pick(count: number, random: Random): number {
  return Math.min(count - 1, Math.floor(random() * count));
}

export function swap<T>(items: T[], a: number, b: number): void {
  const held = items[a] as T;
  items[a] = items[b] as T;
  items[b] = held;
}
