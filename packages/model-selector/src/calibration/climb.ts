/**
 * Which of several models to ask: from the first, the cheapest, up to each later one that promises at
 * least `threshold` more quality than the best choice so far.
 */
export function climb(qualities: readonly number[], threshold: number): number {
  let choice = 0;
  for (let next = 1; next < qualities.length; next++) {
    if ((qualities[next] ?? 0) - (qualities[choice] ?? 0) >= threshold) choice = next;
  }
  return choice;
}
