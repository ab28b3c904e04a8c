import type { CallOptions, Candidate, Deployment, RequestAnalysis } from '@llm-router/core';
import { openForMs } from './circuits.ts';
import type { Call, House, Room } from './house.ts';
import { nanoUsdOf } from './most-nano-usd.ts';
import { outputLimit } from './output-limit.ts';
import { distanceFrom, findByName, resolveModel, wantedCategory } from './resolve-model.ts';
import { targetOf } from './target.ts';

/** Everyone whom the request may use, ranked by the strategy and by what the caller prefers. */
export function rankCandidates(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
): readonly Candidate[] {
  const { request, options } = call;
  const candidates = wantedBy(call, house).map((deployment) =>
    toCandidate(deployment, call, analysis, house),
  );
  const ranked = house.selector.select({
    request,
    analysis,
    candidates,
    options,
    state: createStateReader(candidates, call, house),
  });
  if (call.models !== undefined) return inOrderOf(call.models, ranked, house);
  const wanted = wantedCategory(request.model, house);
  const near = wanted === undefined ? ranked : inTiers(ranked, (one) => distanceFrom(wanted, one));
  const preferred = preferFirst(near, preferredBy(options, house), house);
  return (options.fallback ?? house.fallsBack) ? preferred : bestOnly(preferred);
}

function wantedBy({ request, models }: Call, house: House): readonly Deployment[] {
  if (models === undefined) return resolveModel(request.model, house);
  return [...new Set(models.flatMap((name) => resolveModel(name, house)))];
}

/** A list's own order comes before all else. */
function inOrderOf(
  names: readonly string[],
  ranked: readonly Candidate[],
  house: House,
): readonly Candidate[] {
  const named = names.map((name) => resolveModel(name, house));
  return inTiers(ranked, (deployment) => named.findIndex((some) => some.includes(deployment)));
}

function toCandidate(
  deployment: Deployment,
  call: Call,
  analysis: RequestAnalysis,
  house: House,
): Candidate {
  const { stats } = house.rooms.get(deployment.id) as Room;
  const inputTokens = stats.inputOverhead.expect(analysis);
  const outputTokens = expectOutput(call, analysis, stats.usualOutputTokens);
  // Costs are compared: who has not answered yet is taken to be as wordy as the others.
  const usual = stats.usualOutputTokens ?? house.totals.usualOutputTokens;
  const nanoUsd = deployment.price
    ? nanoUsdOf(inputTokens, expectOutput(call, analysis, usual), deployment.price)
    : null;
  return {
    deployment,
    rank: 0,
    expected: { inputTokens, outputTokens, nanoUsd },
    reasons: [],
  };
}

function createStateReader(candidates: readonly Candidate[], call: Call, house: House) {
  // The strategies of the house leave waiting to the queue.
  const isAskedForWaits = typeof house.config.strategy === 'object';

  let known: ReadonlyMap<string, Candidate> | undefined;
  const byId = () => {
    known ??= new Map(candidates.map((candidate) => [candidate.deployment.id, candidate]));
    return known;
  };

  function waitOf(id: string): number {
    const candidate = byId().get(id);
    if (candidate === undefined) return 0;
    return house.admission.check(targetOf(candidate, call, house))?.waitMs ?? 0;
  }

  return (id: string) => {
    const room = house.rooms.get(id);
    const latencyMs = room?.stats.latencyMs;
    const isBroken = room !== undefined && openForMs(room, house) > 0;
    return {
      waitMs: isAskedForWaits ? waitOf(id) : 0,
      healthy: !isBroken && house.health.isHealthy(id),
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

/** To reserve too little costs a refusal; too much only a moment. */
const cautiousOutputTokens = 200;

/** Experience, or else the look of the request, capped by what it allows. */
function expectOutput(
  { request }: Call,
  { tokens }: RequestAnalysis,
  usual: number = Math.max(tokens.expectedOutput, cautiousOutputTokens),
): number {
  const limit = outputLimit(request) ?? Number.POSITIVE_INFINITY;
  return Math.min(Math.ceil(usual), limit);
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
  return inTiers(ranked, ({ id }) => (preferred.has(id) ? 0 : 1));
}

/** All of one tier go before all of the next; within a tier the ranks decide. */
function inTiers(
  ranked: readonly Candidate[],
  tierOf: (deployment: Deployment) => number,
): readonly Candidate[] {
  const ranks = ranked.map(({ rank }) => rank);
  const height = 1 + Math.max(0, ...ranks) - Math.min(0, ...ranks);
  return ranked
    .map((candidate) => {
      const tier = tierOf(candidate.deployment);
      return tier === 0 ? candidate : { ...candidate, rank: candidate.rank + tier * height };
    })
    .sort((a, b) => a.rank - b.rank);
}

function bestOnly(ranked: readonly Candidate[]): readonly Candidate[] {
  const best = Math.min(...ranked.map(({ rank }) => rank));
  const [first] = ranked.filter(({ rank }) => rank === best);
  return first === undefined ? [] : [first];
}
