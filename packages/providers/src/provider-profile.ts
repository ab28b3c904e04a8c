import type { ChatRequest } from '@llm-router/core';

/** The fields of an assistant message in which servers take earlier reasoning back. */
export type ReasoningField = 'reasoning_content' | 'reasoning' | 'reasoning_details';

/** How a provider is reached, whatever its wire. */
export interface ProviderAccess {
  /** Where the wire is served; absent where only the caller can know. */
  readonly baseUrl?: string;
  /** What such an address looks like, for the error that asks for one. */
  readonly exampleUrl?: string;
  /** The environment variable that usually holds the key; absent where no key is needed. */
  readonly keyVariable?: string;
  /** The header that carries the key: as a bearer token in `authorization`, bare elsewhere. */
  readonly keyHeader:
    | 'authorization'
    | 'x-api-key'
    | 'api-key'
    | 'x-goog-api-key'
    | 'x-portkey-api-key';
  /** Headers that every request needs; the caller's own go before them. */
  readonly headers: Readonly<Record<string, string>>;
  /** The options that only this provider's wire knows. */
  readonly wireOptions: readonly ('includeUsage' | 'defaultMaxTokens' | 'openrouter' | 'portkey')[];
}

/** How one provider differs from OpenAI's chat wire. Data only; the shared code does the rest. */
export interface ProviderProfile extends ProviderAccess {
  /** Whether the server understands `stream_options.include_usage`; elsewhere it can be a 400. */
  readonly usageOnRequest: boolean;
  /** Whether its streams are known to end after a finish reason without `[DONE]`. */
  readonly endsWithoutDone: boolean;
  /** The name of the output limit that the server obeys; `as-written` where it takes both. */
  readonly outputLimit: 'max_tokens' | 'max_completion_tokens' | 'as-written';
  /** Whether the role `developer` is known; elsewhere it is sent as `system`. */
  readonly developerRole: boolean;
  /** Fields of earlier reasoning that may be sent back. */
  readonly reasoningFields: readonly ReasoningField[];
  /** Whether `cache_control` markers are understood. */
  readonly cacheMarkers: boolean;
  /** Request fields that the server answers with an error. */
  readonly refusedFields: readonly (keyof ChatRequest)[];
  /** Request fields that the server knows under another name. */
  readonly renamedFields: Readonly<Partial<Record<keyof ChatRequest, string>>>;
  /** Which tool call ids the server accepts in a conversation. */
  readonly toolCallIds: 'any' | 'nine-alphanumerics';
  /** Whether `completion_tokens` already counts the reasoning tokens. */
  readonly reasoningTokens: 'inside' | 'on-top';
  /** Where usage reports what the request cost, and in which unit. */
  readonly reportedCost?: 'usd' | 'usd-breakdown' | 'ticks';
  /** Whether addresses are Azure's, which can name a deployment instead of the model. */
  readonly azureAddresses: boolean;
  /** Whether it serves `/models`, which also shows that it is there. */
  readonly lists: boolean;
  /** Whether it serves `/embeddings`. */
  readonly embeddings: boolean;
}
