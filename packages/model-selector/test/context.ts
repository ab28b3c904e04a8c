import {
  type Candidate,
  type Category,
  type Deployment,
  priceUsage,
  type RequestAnalysis,
  type SelectionContext,
} from '@llm-router/core';

export type State = ReturnType<SelectionContext['state']>;

/** A candidate by its id, with what 1,000 tokens in and 1,000 out cost there. */
export function candidate(id: string, deployment: Partial<Deployment> = {}): Candidate {
  const usage = { inputTokens: 1000, outputTokens: 1000, totalTokens: 2000 };
  const { price } = deployment;
  return {
    deployment: {
      id,
      provider: 'openai',
      model: id,
      category: 'small',
      pools: [],
      priority: 0,
      weight: 1,
      tags: [],
      ...deployment,
    },
    rank: 0,
    expected: {
      inputTokens: 1000,
      outputTokens: 1000,
      nanoUsd: price ? priceUsage(usage, price).nanoUsd : null,
    },
    reasons: [],
  };
}

/** A candidate of one category that costs so many dollars a million tokens. */
export const priced = (id: string, usd: number, category: Category = 'small'): Candidate =>
  candidate(id, { category, price: { input: usd, output: usd } });

export function analysisOf(
  wanted: Category = 'small',
  requires: Partial<RequestAnalysis['requires']> = {},
): RequestAnalysis {
  return {
    complexity: { score: 0.4, level: 'moderate' },
    reasoning: { score: 0, matches: [] },
    tokens: { input: 1000, expectedOutput: 1000 },
    conversation: { turns: 1 },
    requires: {
      tools: false,
      vision: false,
      audio: false,
      structuredOutput: false,
      contextTokens: 2000,
      ...requires,
    },
    category: wanted,
    reasons: [],
  };
}

/** A context in which every deployment is ready and healthy, but for what `states` says. */
export function contextOf(
  candidates: readonly Candidate[],
  states: Readonly<Record<string, Partial<State>>> = {},
  analysis: RequestAnalysis = analysisOf(),
): SelectionContext {
  return {
    request: { messages: [{ role: 'user', content: 'How old is the bridge?' }] },
    analysis,
    candidates,
    options: {},
    state: (id) => ({ waitMs: 0, healthy: true, score: 1, ...states[id] }),
  };
}

export const idsOf = (list: readonly Candidate[]): string[] =>
  list.map(({ deployment }) => deployment.id);

/** Ids and ranks, such as `a0 b0 c1`. */
export const ranksOf = (list: readonly Candidate[]): string =>
  list.map(({ deployment, rank }) => `${deployment.id}${rank}`).join(' ');
