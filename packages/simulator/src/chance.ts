import type { Random } from '@llm-router/core';

/** A seed from a seed and a word, by FNV-1a. */
export function seedFrom(seed: number, word: string): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (let index = 0; index < word.length; index++) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

/** A seed for the `number`th of many sources; the multiplier is the golden ratio's, which spreads best. */
export function seedOf(seed: number, number: number): number {
  return (seed ^ Math.imul(number, 0x9e3779b1)) >>> 0;
}

/** A whole number from `min` to `max`, both included, all equally likely. */
export function drawInteger(random: Random, min: number, max: number): number {
  return min + Math.floor(random() * (max - min + 1));
}

/** A factor whose logarithm is normal with deviation `sigma`; its median is 1. By Box and Muller. */
export function drawLognormal(random: Random, sigma: number): number {
  const radius = Math.sqrt(-2 * Math.log(1 - random()));
  return Math.exp(sigma * radius * Math.cos(2 * Math.PI * random()));
}

/** Sixteen hexadecimal digits. */
export function drawId(random: Random): string {
  const digits = () =>
    Math.floor(random() * 2 ** 32)
      .toString(16)
      .padStart(8, '0');
  return digits() + digits();
}
