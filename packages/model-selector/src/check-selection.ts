import { type Candidate, invalidConfig, type SelectionContext } from '@llm-router/core';

/**
 * Refuses what nothing can be selected from.
 *
 * @throws RouterError `invalid_config` naming the place
 */
export function checkSelection(where: string, context: Omit<SelectionContext, 'request'>): void {
  if (!isObject(context)) throw invalidConfig(`${where}: the context`, context, 'an object');
  const { candidates, analysis, state } = context;
  if (!isObject(analysis) || !isObject(analysis.requires) || !isObject(analysis.tokens)) {
    throw invalidConfig(`${where}: analysis`, analysis, 'what analyzeRequest answers');
  }
  if (typeof state !== 'function') throw invalidConfig(`${where}: state`, state, 'a function');
  if (!Array.isArray(candidates)) {
    throw invalidConfig(`${where}: candidates`, candidates, 'a list of candidates');
  }
  for (let index = 0; index < candidates.length; index++) {
    const candidate: Candidate | undefined = candidates[index];
    const isWhole = isObject(candidate?.deployment) && isObject(candidate.expected);
    if (isWhole && Array.isArray(candidate.reasons)) continue;
    const expected = 'an object with deployment, expected and reasons';
    throw invalidConfig(`${where}: candidates[${index}]`, candidate, expected);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
