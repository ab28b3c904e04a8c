import { type Candidate, invalidConfig } from '@llm-router/core';
import { askOwn } from './ask-own.ts';

/** What is asked, for errors. */
export interface OwnChoice {
  readonly name: string;
  /** Whether it may leave candidates out. */
  readonly mayDrop: boolean;
}

/**
 * Asks code of the caller's own for candidates. What it throws, or answers in their place, becomes an
 * error that names it: a list that is none would be missed only far from its cause. Of each answer
 * only the id, the rank, the reasons and the patience count; all else stays what the router gave.
 *
 * @throws RouterError `invalid_config`
 */
export function candidatesFrom(
  { name, mayDrop }: OwnChoice,
  given: readonly Candidate[],
  ask: (candidates: readonly Candidate[]) => unknown,
): readonly Candidate[] {
  // Copies: its list and its candidates are its own to change.
  const left = new Map(given.map((candidate) => [candidate.deployment.id, { ...candidate }]));
  const expected = mayDrop
    ? 'a list of the candidates given'
    : 'a list of all the candidates given';
  const answer = askOwn(name, expected, () => ask(given.map((candidate) => ({ ...candidate }))));
  if (!Array.isArray(answer)) throw invalidConfig(`What ${name} returned`, answer, expected);
  const chosen = answer.map((candidate: Partial<Candidate> | null | undefined, index) => {
    const place = `What ${name} returned at ${index}`;
    const id = candidate?.deployment?.id;
    const own = id === undefined ? undefined : left.get(id);
    if (candidate === null || candidate === undefined || own === undefined) {
      throw invalidConfig(place, id ?? candidate, 'one of the candidates given, each at most once');
    }
    left.delete(own.deployment.id);
    return { ...own, ...readJudgement(place, candidate) };
  });
  const [missing] = mayDrop ? [] : left.keys();
  if (missing === undefined) return chosen;
  throw invalidConfig(`What ${name} returned`, answer, `${expected}; '${missing}' is missing`);
}

/** What a candidate says that is its chooser's to say. */
function readJudgement(
  place: string,
  { rank, reasons, patienceMs }: Partial<Candidate>,
): Pick<Candidate, 'rank'> & Partial<Pick<Candidate, 'reasons' | 'patienceMs'>> {
  if (typeof rank !== 'number' || !Number.isFinite(rank)) {
    throw invalidConfig(`${place}: rank`, rank, 'a number');
  }
  if (reasons !== undefined && !isListOfTexts(reasons)) {
    throw invalidConfig(`${place}: reasons`, reasons, 'a list of texts');
  }
  const isWait = patienceMs === undefined || (typeof patienceMs === 'number' && patienceMs >= 0);
  if (!isWait)
    throw invalidConfig(`${place}: patienceMs`, patienceMs, 'milliseconds of at least 0');
  return {
    rank,
    ...(reasons !== undefined && { reasons }),
    ...(patienceMs !== undefined && { patienceMs }),
  };
}

function isListOfTexts(value: unknown): boolean {
  return Array.isArray(value) && value.every((item) => typeof item === 'string');
}
