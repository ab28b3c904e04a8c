import { type Candidate, invalidConfig, isRouterError, RouterError } from '@llm-router/core';

/**
 * Asks code of the caller's own for candidates. What it throws, or answers in their place, becomes an
 * error that names it: a list that is none would be missed only far from its cause.
 *
 * @param name what is asked, for the error
 * @throws RouterError `invalid_config`
 */
export function candidatesFrom(
  name: string,
  given: readonly Candidate[],
  ask: () => unknown,
): readonly Candidate[] {
  const answer = answerOf(name, ask);
  if (!Array.isArray(answer)) {
    const what = answer instanceof Promise ? 'a promise' : answer;
    throw invalidConfig(`What ${name} returned`, what, 'a list of the candidates given, at once');
  }
  const left = new Set(given.map(({ deployment }) => deployment.id));
  for (const [index, candidate] of answer.entries()) {
    const { deployment, rank, expected } = (candidate ?? {}) as Partial<Candidate>;
    const place = `What ${name} returned at ${index}`;
    if (deployment === undefined || !left.delete(deployment.id)) {
      const what = deployment?.id ?? candidate;
      throw invalidConfig(place, what, 'one of the candidates given, each at most once');
    }
    if (!Number.isFinite(rank)) throw invalidConfig(`${place}: rank`, rank, 'a number');
    if (typeof expected !== 'object' || expected === null) {
      throw invalidConfig(`${place}: expected`, expected, "the given candidate's own");
    }
  }
  return answer;
}

function answerOf(name: string, ask: () => unknown): unknown {
  try {
    return ask();
  } catch (cause) {
    if (isRouterError(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new RouterError('invalid_config', `${name} threw: ${reason}`, { cause });
  }
}
