import {
  type CallOptions,
  type Candidate,
  type Deployment,
  priceUsage,
  type RequestAnalysis,
} from '@llm-router/core';
import type { DeploymentStats } from './deployment-stats.ts';
import type { Call, House, Room } from './house.ts';
import { findByName, resolveModel } from './resolve-model.ts';
import { targetOf } from './target.ts';

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
    state: createStateReader(candidates, call, house),
  });
  const preferred = preferFirst(ranked, preferredBy(options, house), house);
  return (options.fallback ?? house.fallsBack) ? preferred : bestOnly(preferred);
}

function toCandidate(
  deployment: Deployment,
  call: Call,
  analysis: RequestAnalysis,
  house: House,
): Candidate {
  const { tokens } = analysis;
  const { stats } = house.rooms.get(deployment.id) as Room;
  const outputTokens = expectOutput(call, analysis, stats);
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

function createStateReader(candidates: readonly Candidate[], call: Call, house: House) {
  const byId = new Map(candidates.map((candidate) => [candidate.deployment.id, candidate]));
  return (id: string) => {
    const candidate = byId.get(id);
    const target = candidate && targetOf(candidate, call, house);
    const latencyMs = house.rooms.get(id)?.stats.latencyMs;
    return {
      waitMs: target ? (house.admission.check(target)?.waitMs ?? 0) : 0,
      healthy: house.health.isHealthy(id) && house.breakers?.for(id).state !== 'open',
      score: house.health.score(id),
      ...(latencyMs !== undefined && { latencyMs }),
    };
  };
}

/** The call's own preference, or that of its agent type. */
function preferredBy({ preferredModel, agentType }: CallOptions, { agents }: House) {
  if (preferredModel !== undefined || agentType === undefined) return preferredModel;
  return Object.hasOwn(agents, agentType) ? agents[agentType] : undefined;
}

/** Experience, or else the look of the request, capped by what it allows. */
function expectOutput(
  { request }: Call,
  { tokens }: RequestAnalysis,
  { usualOutputTokens = tokens.expectedOutput }: DeploymentStats,
): number {
  const limit = request.max_completion_tokens ?? request.max_tokens ?? Number.POSITIVE_INFINITY;
  return Math.min(Math.ceil(usualOutputTokens), limit);
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
