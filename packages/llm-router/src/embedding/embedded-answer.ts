import type { EmbeddingRequest, EmbeddingResponse, Usage } from '@llm-router/core';
import type { Attempt } from '../attempt.ts';
import { brokenAnswer } from '../broken-answer.ts';
import type { House, Room } from '../house.ts';
import { isObject } from '../invalid-request.ts';
import type { Delivery } from '../route.ts';
import { analyzeEmbedding, inputsOf } from './embedding-request.ts';

/** Vectors and who made them. */
export interface EmbeddingAnswer {
  readonly response: EmbeddingResponse;
  readonly room: Room;
}

/** Vectors of another model could not be compared with those that were asked for. */
const nobodyElse: House['fallbacks'] = {
  contextLength: undefined,
  contentPolicy: 'fail',
  default: undefined,
  goOnPrompt: undefined,
};

/** The house as an embedding sees it: those who make none are not there, nor a last resort. */
export function embeddingHouse(house: House, request: EmbeddingRequest): House {
  const rooms = new Map([...house.rooms].filter(([, { provider }]) => provider.embed));
  const view = (whole: House) => embeddingHouse(whole, request);
  return { ...house, view, rooms, fallbacks: nobodyElse, analyze: () => analyzeEmbedding(request) };
}

/** An answer of vectors. Nothing of it is cached. */
export function embeddedAnswer(request: EmbeddingRequest): Delivery<EmbeddingAnswer> {
  return {
    send: (attempt) => send(attempt, request),
    throughCache: (call, _house, _ledger, dispatch) => dispatch(call),
  };
}

async function send(attempt: Attempt, request: EmbeddingRequest): Promise<EmbeddingAnswer> {
  const { room, scope } = attempt;
  const { model, provider: name } = room.deployment;
  const { provider } = room;
  // An update may have put another provider in the place of the one that was chosen.
  if (provider.embed === undefined) throw brokenAnswer(name, 'makes no embeddings');
  const asked = { ...request, model };
  const answer: unknown = await scope.race(provider.embed(asked, attempt.provider));
  const count = inputsOf(request).length;
  if (!isResponse(answer, count)) throw brokenAnswer(name, `answered fewer than ${count} vectors`);
  attempt.succeeded(usageOf(answer), () => estimateOf(request));
  return { response: answer, room };
}

function isResponse(value: unknown, count: number): value is EmbeddingResponse {
  if (!isObject(value) || !Array.isArray(value['data'])) return false;
  const data: readonly unknown[] = value['data'];
  return (
    data.length >= count && data.every((item) => isObject(item) && Array.isArray(item['embedding']))
  );
}

/** A count of nothing is no count: some servers tell none. */
function usageOf({ usage }: EmbeddingResponse): Usage | undefined {
  if (!usage || !(usage.prompt_tokens > 0)) return undefined;
  const inputTokens = usage.prompt_tokens;
  return { inputTokens, outputTokens: 0, totalTokens: inputTokens };
}

function estimateOf(request: EmbeddingRequest): Usage {
  const inputTokens = analyzeEmbedding(request).tokens.input;
  return { inputTokens, outputTokens: 0, totalTokens: inputTokens };
}
