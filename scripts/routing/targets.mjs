// What is learned: a number for each prompt, made comparable between sources.
import { ownSources, strongModels, weakModels } from './contests.mjs';

/** How often the small models fail. */
export const failure = ({ source, scores }) => 1 - mean(weakModels[source], scores);

/** How much more often the large models are right. */
export const gain = ({ source, scores }) =>
  mean(strongModels[source], scores) - mean(weakModels[source], scores);

/** The prompts that may be learned from, and that both sides have answered. */
export function learnable(prompts) {
  return prompts.filter((one) => ownSources.includes(one.source) && Number.isFinite(gain(one)));
}

function mean(models, scores) {
  const known = models.map((model) => scores[model]).filter(Number.isFinite);
  return known.reduce((sum, value) => sum + value, 0) / known.length;
}

/**
 * Centres and scales a target within each source. So nothing is learned of which benchmark a prompt
 * comes from: each was answered by other models, and its format would give it away.
 */
export function withinSource(prompts, target) {
  const values = prompts.map(target);
  const bySource = new Map();
  prompts.forEach(({ source }, index) => {
    if (!bySource.has(source)) bySource.set(source, []);
    bySource.get(source).push(values[index]);
  });
  const norms = new Map([...bySource].map(([source, list]) => [source, normOf(list)]));
  return prompts.map(({ source }, index) => {
    const { centre, spread } = norms.get(source);
    return (values[index] - centre) / spread;
  });
}

/** Mean and standard deviation. */
export function normOf(values) {
  const centre = values.reduce((sum, value) => sum + value, 0) / values.length;
  const square = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length;
  return { centre, spread: Math.sqrt(square) || 1 };
}
