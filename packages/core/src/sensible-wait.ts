/** Monthly limits are real; a wait of more than a year is a wrong unit or a broken clock. */
const longestWaitMs = 366 * 86_400_000;

/** The wait, unless it is nothing, negative, absurd or no number. */
export function sensibleWait(ms: number): number | undefined {
  const rounded = Math.round(ms * 1000) / 1000;
  return rounded > 0 && rounded <= longestWaitMs ? rounded : undefined;
}
