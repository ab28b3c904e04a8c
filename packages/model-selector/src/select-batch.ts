import {
  type AnalyzeRequest,
  type Candidate,
  type ChatRequest,
  categories,
  createHeap,
  estimateTokens,
  invalidConfig,
  type ModelSelector,
  priceUsage,
  type RequestAnalysis,
  type SelectionContext,
} from '@llm-router/core';
import { type BatchRoom, createBatchRoom, type Room } from './batch-room.ts';
import { type CategoryReader, createCategoryReader } from './category-of.ts';
import { checkSelection } from './check-selection.ts';
import { createSelector } from './create-selector.ts';

/** What all requests of a batch share. */
export interface BatchContext extends Omit<SelectionContext, 'request'> {
  /** @defaultValue the context's `analysis`, with the prompt of each request estimated */
  readonly analyze?: AnalyzeRequest;
  /** Ranks what is not assigned, and leaves out what is unfit. @defaultValue `cost_aware` */
  readonly selector?: ModelSelector;
  /** What the whole batch should save. @defaultValue `'cost'` */
  readonly save?: 'cost' | 'time';
  /** What a deployment can take of this batch. @defaultValue no limit */
  readonly roomOf?: (id: string) => Room | undefined;
}

/** One request of the batch on its way to a deployment. */
interface Errand {
  readonly index: number;
  readonly ranked: readonly Candidate[];
  /** Good enough and healthy, the least price (or time) first. */
  readonly choices: readonly { readonly candidate: Candidate; readonly price: number }[];
}

/**
 * Ranks the candidates for every request of a batch so that the whole is cheap, or fast, within the room
 * that each deployment has. Greedy by regret: the request that would lose most by its second choice
 * chooses first. Its choices are the healthy candidates of the wanted category and larger ones; where
 * there are none, all. Whoever finds no room keeps the selector's own ranks. Not optimal, but O(n log n)
 * in the requests as long as little fills up.
 *
 * @throws RouterError `invalid_config` for what is no list of requests, or no context
 * @example
 * const plans = selectBatch(requests, { ...context, roomOf: () => ({ requests: 50 }) });
 * plans[0]?.[0]?.deployment.id; // where the first request should go
 */
export function selectBatch(
  requests: readonly ChatRequest[],
  context: BatchContext,
): readonly (readonly Candidate[])[] {
  if (!Array.isArray(requests)) {
    throw invalidConfig('selectBatch: requests', requests, 'a list of requests');
  }
  checkSelection('selectBatch', context);
  const { selector = createSelector({ strategy: 'cost_aware' }), roomOf = () => undefined } =
    context;
  if (typeof roomOf !== 'function')
    throw invalidConfig('selectBatch: roomOf', roomOf, 'a function');
  const reader = createCategoryReader();
  const errands = requests.map((request: ChatRequest, index) => {
    if (!Array.isArray(request?.messages)) {
      throw invalidConfig(`selectBatch: requests[${index}]`, request, 'a request with messages');
    }
    const analysis = analysisOf(request, context);
    const candidates = context.candidates.map((candidate) => expect(candidate, analysis));
    const ranked = selector.select({ ...context, request, analysis, candidates });
    return { index, ranked, choices: choicesOf(ranked, analysis, context, reader) };
  });
  const chosen = assign(errands, createBatchRoom(roomOf));
  return errands.map(({ index, ranked }) => putFirst(ranked, chosen.get(index)));
}

function analysisOf(request: ChatRequest, { analyze, analysis }: BatchContext): RequestAnalysis {
  if (analyze !== undefined) return analyze(request);
  const input = estimateTokens(request);
  const contextTokens = input + analysis.requires.contextTokens - analysis.tokens.input;
  return {
    ...analysis,
    tokens: { ...analysis.tokens, input },
    requires: { ...analysis.requires, contextTokens },
  };
}

/** The candidate with what this request will cost there. */
function expect(candidate: Candidate, { tokens }: RequestAnalysis): Candidate {
  const { price } = candidate.deployment;
  const [inputTokens, outputTokens] = [tokens.input, tokens.expectedOutput];
  const usage = { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
  const nanoUsd = price ? priceUsage(usage, price).nanoUsd : null;
  return { ...candidate, expected: { inputTokens, outputTokens, nanoUsd } };
}

function choicesOf(
  ranked: readonly Candidate[],
  analysis: RequestAnalysis,
  { state, save = 'cost' }: BatchContext,
  reader: CategoryReader,
): Errand['choices'] {
  const wanted = categories.indexOf(analysis.category);
  const healthy = ranked.filter(({ deployment }) => state(deployment.id).healthy);
  const enough = healthy.filter(({ deployment }) => reader.capabilityOf(deployment) >= wanted);
  const priceOf = ({ deployment, expected }: Candidate) => {
    if (save === 'cost') return expected.nanoUsd ?? Number.POSITIVE_INFINITY;
    const { waitMs, latencyMs = 0 } = state(deployment.id);
    return waitMs + latencyMs;
  };
  return (enough.length > 0 ? enough : healthy)
    .map((candidate) => ({ candidate, price: priceOf(candidate) }))
    .sort((a, b) => (a.price === b.price ? 0 : a.price < b.price ? -1 : 1));
}

/** Request index → the candidate that it got. */
function assign(errands: readonly Errand[], room: BatchRoom): ReadonlyMap<number, Candidate> {
  const chosen = new Map<number, Candidate>();
  const queue = createHeap<{ readonly errand: Errand; readonly regret: number }>(
    (a, b) => a.regret > b.regret || (a.regret === b.regret && a.errand.index < b.errand.index),
  );
  for (const errand of errands) queue.push({ errand, regret: regretOf(errand, room) });
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { errand } = next;
    const regret = regretOf(errand, room);
    // Room was taken since it was queued: it goes back to where its new regret belongs.
    if (regret < next.regret) {
      queue.push({ errand, regret });
      continue;
    }
    const best = errand.choices.find(({ candidate }) => room.has(candidate));
    if (best === undefined) continue;
    room.take(best.candidate);
    chosen.set(errand.index, best.candidate);
  }
  return chosen;
}

/** What a request loses if it must take its second choice; the only choice is past all regret. */
function regretOf({ choices }: Errand, room: BatchRoom): number {
  const [best, second] = choices.filter(({ candidate }) => room.has(candidate));
  if (best === undefined) return Number.NEGATIVE_INFINITY;
  if (second === undefined) return Number.POSITIVE_INFINITY;
  return best.price === second.price ? 0 : second.price - best.price;
}

function putFirst(
  ranked: readonly Candidate[],
  chosen: Candidate | undefined,
): readonly Candidate[] {
  if (chosen === undefined) return ranked;
  const first = { ...chosen, rank: 0, reasons: [...chosen.reasons, 'chosen for the whole batch'] };
  const others = ranked.filter((candidate) => candidate !== chosen);
  return [first, ...others.map((candidate) => ({ ...candidate, rank: candidate.rank + 1 }))];
}
