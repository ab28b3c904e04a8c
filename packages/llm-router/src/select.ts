import {
  type Candidate,
  type Deployment,
  invalidConfig,
  type ModelSelector,
  priceUsage,
  type RequestAnalysis,
  type Strategy,
} from '@llm-router/core';
import { expectOutput } from './analyze.ts';
import type { Call, House, Room } from './house.ts';
import { findByName, resolveModel } from './resolve-model.ts';
import { targetOf } from './target.ts';

/** Ranks by `priority`, then by the order of the configuration: the next is for when the first cannot. */
const fallback: ModelSelector = {
  select({ candidates }) {
    const order = [...candidates].sort((a, b) => a.deployment.priority - b.deployment.priority);
    return order.map((candidate, rank) => ({ ...candidate, rank }));
  },
};

/** All are equal; the balancer spreads them by weight. */
const loadbalance: ModelSelector = {
  select: ({ candidates }) => candidates.filter(({ deployment }) => deployment.weight > 0),
};

const strategies: Partial<Record<Strategy, ModelSelector>> = { fallback, loadbalance };

/**
 * The selector of a strategy.
 *
 * @throws RouterError `invalid_config` for a name that there is no selector for
 */
export function selectorOf(strategy: Strategy | ModelSelector = 'fallback'): ModelSelector {
  if (typeof strategy === 'object') return strategy;
  const selector = strategies[strategy];
  if (selector !== undefined) return selector;
  const known = Object.keys(strategies).join(', ');
  throw invalidConfig(
    'createRouter: strategy',
    strategy,
    `one of ${known}, or an object with select()`,
  );
}

/** Everyone whom the request may use, ranked by the strategy and by what the caller prefers. */
export function rankCandidates(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
): readonly Candidate[] {
  const { request, options } = call;
  const candidates = resolveModel(request.model, house).map((deployment) =>
    toCandidate(deployment, call, analysis, house),
  );
  const ranked = house.selector.select({
    request,
    analysis,
    candidates,
    options,
    state: (id) => stateOf(id, candidates, call, house),
  });
  const preferred = preferFirst(ranked, options.preferredModel, house);
  return (options.fallback ?? house.fallsBack) ? preferred : bestOnly(preferred);
}

function toCandidate(
  deployment: Deployment,
  { request }: Call,
  { tokens }: RequestAnalysis,
  house: House,
): Candidate {
  const { stats } = house.rooms.get(deployment.id) as Room;
  const outputTokens = expectOutput(request, stats.expectedOutputTokens);
  const usage = {
    inputTokens: tokens.input,
    outputTokens,
    totalTokens: tokens.input + outputTokens,
  };
  const nanoUsd = deployment.price ? priceUsage(usage, deployment.price).nanoUsd : null;
  return {
    deployment,
    rank: 0,
    expected: { inputTokens: tokens.input, outputTokens, nanoUsd },
    reasons: [],
  };
}

function stateOf(id: string, candidates: readonly Candidate[], call: Call, house: House) {
  const candidate = candidates.find(({ deployment }) => deployment.id === id);
  const latencyMs = house.rooms.get(id)?.stats.latencyMs;
  return {
    waitMs: candidate ? (house.admission.check(targetOf(candidate, call, house))?.waitMs ?? 0) : 0,
    healthy: true,
    score: 1,
    ...(latencyMs !== undefined && { latencyMs }),
  };
}

/** Those that the caller prefers go first, in their own order; the others stay as a fallback. */
function preferFirst(
  ranked: readonly Candidate[],
  name: string | undefined,
  house: House,
): readonly Candidate[] {
  if (name === undefined) return ranked;
  const all = [...house.rooms.values()].map(({ deployment }) => deployment);
  const inCategory = all.filter(({ category }) => category === name);
  // Where nobody answers to the name, `resolveModel` says who exists.
  const named = findByName(name, all, house.models) ?? inCategory;
  const found = named.length > 0 ? named : resolveModel(name, house);
  const preferred = new Set(found.map(({ id }) => id));
  const isPreferred = ({ deployment }: Candidate) => preferred.has(deployment.id);
  const behind = 1 + Math.max(0, ...ranked.map(({ rank }) => rank));
  return [
    ...ranked.filter(isPreferred),
    ...ranked
      .filter((candidate) => !isPreferred(candidate))
      .map((candidate) => ({ ...candidate, rank: candidate.rank + behind })),
  ];
}

function bestOnly(ranked: readonly Candidate[]): readonly Candidate[] {
  const best = Math.min(...ranked.map(({ rank }) => rank));
  const [first] = ranked.filter(({ rank }) => rank === best);
  return first === undefined ? [] : [first];
}
