import type { ChatCompletion, ChatCompletionChunk, ChatRequest } from './chat.ts';
import type { Cost } from './cost.ts';

/** What a provider said around its answer. */
export interface ProviderResponse {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
}

/** One request on the wire. */
export interface ProviderCall {
  readonly signal?: AbortSignal;
  /** Called once, when the headers have arrived, for good and bad answers alike. */
  readonly onResponse?: (response: ProviderResponse) => void;
  /** Called for each part of the request that this provider cannot express. */
  readonly onLoss?: (loss: string) => void;
  /** Called where the provider reports what the request cost. */
  readonly onCost?: (cost: Cost) => void;
}

/**
 * A wire format on an injected transport. One call is one request: no retries, no time-outs of its
 * own. What fails throws something that `classifyError` understands.
 */
export interface Provider {
  readonly name: string;
  chat(request: ChatRequest, call?: ProviderCall): Promise<ChatCompletion>;
  /** Ends only after the provider said that the answer is complete; anything else throws. */
  stream(request: ChatRequest, call?: ProviderCall): AsyncIterable<ChatCompletionChunk>;
  embed?(request: EmbeddingRequest, call?: ProviderCall): Promise<EmbeddingResponse>;
  /** A cheap request that shows whether the provider is there; throws where it is not. */
  probe?(call?: ProviderCall): Promise<void>;
  /** The models that the account may use, as the provider lists them in one answer. */
  models?(call?: ProviderCall): Promise<readonly ListedModel[]>;
  credits?(call?: ProviderCall): Promise<Credits>;
}

export interface EmbeddingRequest {
  readonly model?: string;
  readonly input: string | readonly string[] | readonly number[] | readonly (readonly number[])[];
  readonly dimensions?: number;
  readonly encoding_format?: 'float' | 'base64';
  readonly user?: string;
}

export interface EmbeddingResponse {
  object: 'list';
  model: string;
  data: { object: 'embedding'; index: number; embedding: number[] }[];
  usage: { prompt_tokens: number; total_tokens: number };
}

/** A model as its provider lists it. */
export interface ListedModel {
  /** What a request's `model` has to be. */
  readonly id: string;
  /** Tokens that a prompt may have, or prompt and answer together, as the provider counts. */
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
}

/** Money left at a provider. */
export interface Credits {
  readonly balanceNanoUsd: number | null;
  readonly usedNanoUsd: number | null;
}
