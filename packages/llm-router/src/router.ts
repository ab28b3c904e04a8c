import type { ConcurrencySnapshot, WaitingRequest } from '@llm-router/concurrency-manager';
import type {
  CallOptions,
  Category,
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  Cost,
  Credits,
  EmbeddingRequest,
  EmbeddingResponse,
  ErrorClassification,
  Ledger,
  RouterError,
  RouterEvent,
  RouterEventType,
  Usage,
} from '@llm-router/core';
import type { RouterConfig } from './router-config.ts';

export interface ChatResult {
  /** The text of the first choice; empty where the answer is a tool call. */
  readonly text: string;
  readonly completion: ChatCompletion;
  readonly usage: Usage | undefined;
  readonly cost: Cost;
  readonly model: string;
  readonly provider: string;
  /** The id of the deployment that answered. */
  readonly deployment: string;
  readonly cached: boolean;
  /** From the call to the answer, waiting included. */
  readonly latencyMs: number;
  readonly ledger: Ledger;
}

/** Vectors, one for each input, in the order of the inputs. */
export interface EmbedResult {
  readonly embeddings: readonly (readonly number[])[];
  /** In OpenAI's shape. */
  readonly response: EmbeddingResponse;
  /** Reported, or else estimated. */
  readonly usage: Usage | undefined;
  readonly cost: Cost;
  readonly model: string;
  readonly provider: string;
  /** The id of the deployment that answered. */
  readonly deployment: string;
  /** From the call to the answer, waiting included. */
  readonly latencyMs: number;
  readonly ledger: Ledger;
}

/**
 * A streamed answer. It starts at the first `next()` or read of `result`. Leaving the loop aborts
 * upstream. It can be iterated once.
 */
export interface ChatStream extends AsyncIterable<ChatCompletionChunk> {
  /** Resolves at the first real content: from then on no other deployment can answer. */
  readonly committed: Promise<{
    readonly deployment: string;
    readonly model: string;
    readonly attempts: number;
  }>;
  /** The whole answer, at the end of the stream. */
  readonly result: Promise<ChatResult>;
  /** The text alone. */
  text(): AsyncIterable<string>;
}

export interface BatchOptions extends CallOptions {
  /** Items in progress at once; the limits decide how many are on the wire. @defaultValue 1000 */
  readonly concurrency?: number;
  /** `false`: the first failure ends the batch. @defaultValue true */
  readonly continueOnError?: boolean;
  readonly onProgress?: (progress: BatchProgress) => void;
}

export interface BatchProgress {
  readonly completed: number;
  /** Unknown while the requests come from a stream that has not ended. */
  readonly total: number | undefined;
  readonly failed: number;
  readonly percent: number | undefined;
  readonly requestsPerSecond: number;
  /** The sum so far; items of unknown cost make it unknown. */
  readonly cost: Cost;
  readonly etaSeconds: number | undefined;
}

/** One finished item of a batch, in the order of finishing. */
export type BatchItem = {
  /** Its place among the requests, from 0. */
  readonly index: number;
  readonly request: ChatRequest | string;
} & (
  | { readonly ok: true; readonly result: ChatResult }
  | { readonly ok: false; readonly error: RouterError }
);

export interface DeploymentStatus {
  readonly id: string;
  readonly provider: string;
  readonly model: string;
  /** Attempts that were answered. */
  readonly succeeded: number;
  /** Attempts that failed. */
  readonly failed: number;
  /** Until a request could start now, in milliseconds; 0 at once. */
  readonly waitMs: number;
  readonly limitedBy?: string;
  readonly category?: Category;
  /** 0 to 1. */
  readonly health: number;
  readonly circuit: 'closed' | 'open' | 'half-open' | 'off';
}

export interface RouterStatus {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly requests: {
    readonly running: number;
    readonly succeeded: number;
    readonly failed: number;
  };
  readonly cost: Cost;
  readonly deployments: readonly DeploymentStatus[];
  readonly queue: ConcurrencySnapshot;
  /** The first 100 of those who wait, each with the id that its events and its ledger have, and when it will start as things stand. */
  readonly waiting: readonly WaitingRequest[];
  /** Absent where nothing is cached. The `ResponseCacheSnapshot` of the built-in one, or what your own cache shows. */
  readonly cache?: unknown;
}

/** What is left at one account, in billionths of a US dollar; `null` is unknown, never 0. */
export interface AccountCredits extends Credits {
  readonly provider: string;
  /** The deployments that spend it. */
  readonly deployments: readonly string[];
  /** What this router spends of it in an hour, by its latest requests. */
  readonly burnNanoUsdPerHour: number;
  /** How long the balance lasts at that rate, in milliseconds; absent where either is not known. */
  readonly lastsMs?: number;
  /** Why nothing was told. */
  readonly error?: ErrorClassification;
}

/** What an update changed. */
export interface ConfigDiff {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Deployments that stayed and are configured differently. */
  readonly changed: readonly string[];
  /** Other options that differ. */
  readonly options: readonly string[];
}

export interface CloseOptions {
  /**
   * So long the running calls are waited for, in milliseconds; at least 0. A stream whose reader holds it
   * without reading runs until its deadline. @defaultValue as long as they take
   */
  readonly withinMs?: number;
}

export interface Router {
  /**
   * Answers one request.
   *
   * @throws RouterError with the ledger
   */
  chat(request: ChatRequest | string, options?: CallOptions): Promise<ChatResult>;
  stream(request: ChatRequest | string, options?: CallOptions): ChatStream;
  /**
   * Makes vectors, through the same queue, limits, retries and ledger as `chat`. The request names its
   * model, since vectors of different models cannot be compared.
   *
   * @throws RouterError with the ledger
   */
  embed(request: EmbeddingRequest, options?: CallOptions): Promise<EmbedResult>;
  /**
   * What money is left at each account whose provider tells it, how fast this router spends it, and how
   * long it lasts. An account that cannot be read says why; nothing rejects.
   */
  credits(): Promise<readonly AccountCredits[]>;
  /**
   * A `fetch` for the official SDKs: `POST …/chat/completions`, `…/messages`, `…/embeddings` and
   * `GET …/models` of any host are answered by the router, on the wires of OpenAI and Anthropic, errors
   * included. It rejects with the signal's reason only.
   *
   * @example
   * const openai = new OpenAI({ apiKey: 'unused', fetch: router.fetch });
   */
  fetch(request: Request | string | URL, init?: RequestInit): Promise<Response>;
  /** Answers many; one failed item does not stop the others. Leaving the loop aborts the rest. */
  batch(
    requests: Iterable<ChatRequest | string> | AsyncIterable<ChatRequest | string>,
    options?: BatchOptions,
  ): AsyncIterable<BatchItem>;
  /** Decides, sends nothing, spends nothing. */
  explain(request: ChatRequest | string, options?: CallOptions): Promise<Ledger>;
  status(): RouterStatus;
  /**
   * Changes the configuration at once and as a whole: running requests end under the old one, those
   * that wait are looked at again, and choose anew where all that they wait for is gone; what was spent
   * stays spent. A wrong one changes nothing.
   *
   * @throws RouterError `invalid_config`
   */
  update(config: RouterConfig): ConfigDiff;
  /** Listens to events of one type, or of all with `'*'`; answers the way to stop. */
  on<T extends RouterEventType | '*'>(
    type: T,
    listener: (
      event: T extends RouterEventType ? Extract<RouterEvent, { type: T }> : RouterEvent,
    ) => void,
  ): () => void;
  /**
   * Refuses new requests and resolves when the running ones have ended; those that still run when the
   * time is over end with `closed`. To call it again may hasten it.
   *
   * @example
   * process.once('SIGTERM', () => {
   *   server.close();
   *   void router.close({ withinMs: 10_000 });
   * });
   *
   * @throws RouterError `invalid_config` for options that cannot be meant
   */
  close(options?: CloseOptions): Promise<void>;
}
