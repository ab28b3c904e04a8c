import type { Candidate, ChatRequest, Deployment } from '@llm-router/core';

/** A candidate of rank 0 by its id. */
export function candidate(
  id: string,
  deployment: Partial<Deployment> = {},
  rank: number = 0,
): Candidate {
  return {
    deployment: {
      id,
      provider: 'openai',
      model: id,
      pools: [],
      priority: 0,
      weight: 1,
      tags: [],
      ...deployment,
    },
    rank,
    expected: { inputTokens: 10, outputTokens: 10, nanoUsd: null },
    reasons: [],
  };
}

export const candidates = (...ids: string[]): Candidate[] => ids.map((id) => candidate(id));

/** As `candidates`, with a prompt of so many tokens and the price of a model that reads its cache at half price. */
export const longPromptCandidates = (tokens: number, ...ids: string[]): Candidate[] =>
  ids.map((id) => ({
    ...candidate(id, { price: { input: 2, output: 8, cacheRead: 1 } }),
    expected: { inputTokens: tokens, outputTokens: 10, nanoUsd: null },
  }));

/** A conversation with these turns, the first of them the system's. */
export const conversation = (...turns: string[]): ChatRequest => ({
  messages: turns.map((content, turn) => ({
    role: turn === 0 ? ('system' as const) : ('user' as const),
    content,
  })),
});

/** A text of so many characters that no other name has. */
export const longText = (name: string, characters: number): string =>
  `${name} `.repeat(Math.ceil(characters / (name.length + 1))).slice(0, characters);

export const idsOf = (list: readonly Candidate[]): string[] =>
  list.map(({ deployment }) => deployment.id);

/** How often each id came first. */
export function countFirsts(times: number, order: () => readonly Candidate[]): Map<string, number> {
  const firsts = new Map<string, number>();
  for (let turn = 0; turn < times; turn++) {
    const first = order()[0]?.deployment.id ?? '';
    firsts.set(first, (firsts.get(first) ?? 0) + 1);
  }
  return firsts;
}

/** Pearson's chi-square of counts against expected shares. */
export function chiSquare(
  counts: ReadonlyMap<string, number>,
  shares: Readonly<Record<string, number>>,
): number {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return Object.entries(shares).reduce((sum, [id, share]) => {
    const expected = share * total;
    return sum + ((counts.get(id) ?? 0) - expected) ** 2 / expected;
  }, 0);
}
