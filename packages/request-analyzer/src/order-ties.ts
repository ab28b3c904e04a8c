/** The widest that two equals are set apart: less than any evidence weighs. */
export const widestTie = 1e-7;

/**
 * A fixed place from 0 to `widestTie` for a text, so that two prompts of equal difficulty still have
 * one order and a threshold can cut any traffic at any share. FNV-1a (Fowler, Noll, Vo), mixed once.
 */
export function orderTies(text: string, inputTokens: number): number {
  let hash = 0x811c9dc5 ^ inputTokens;
  for (let index = 0; index < text.length; index++) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 15), 0x85ebca6b);
  return (((hash ^ (hash >>> 13)) >>> 0) / 2 ** 32) * widestTie;
}
