/** How much a model may think, in OpenAI's words, the least first. */
export const efforts = ['minimal', 'low', 'medium', 'high', 'xhigh', 'max'] as const;

export type Effort = (typeof efforts)[number];

/** The model's own word, or the next one below; the least where there is none below. */
export function nearestEffort(
  effort: Effort,
  known: readonly Effort[],
  losses: Set<string>,
): Effort {
  const reach = efforts.indexOf(effort);
  const chosen = known.findLast((one) => efforts.indexOf(one) <= reach) ?? known[0] ?? effort;
  if (chosen !== effort) losses.add(`reasoning_effort '${effort}' became '${chosen}'`);
  return chosen;
}
