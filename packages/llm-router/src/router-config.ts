import type { BackoffOptions } from '@llm-router/backoff';
import type { CircuitBreakerOptions } from '@llm-router/circuit-breaker';
import type { ConcurrencySnapshot, WaitingRequest } from '@llm-router/concurrency-manager';
import type {
  AnalyzeRequest,
  CallOptions,
  Capabilities,
  Category,
  ChatCompletion,
  ChatCompletionChunk,
  ChatRequest,
  Clock,
  Cost,
  Credits,
  EmbeddingRequest,
  EmbeddingResponse,
  ErrorClassification,
  KnownProvider,
  Ledger,
  Limits,
  LoadBalancer,
  ModelSelector,
  Price,
  Provider,
  Random,
  ResponseCache,
  RouterError,
  RouterEvent,
  RouterEventType,
  Secret,
  Strategy,
  Usage,
} from '@llm-router/core';
import type { HealthCheckerOptions } from '@llm-router/health-checker';
import type { BalanceStrategy } from '@llm-router/load-balancer';
import type { ProviderOptions } from '@llm-router/providers';
import type { ResponseCacheOptions } from '@llm-router/response-cache';
import type { HedgeOptions } from './hedge.ts';
import type { RetryBudgetOptions } from './retry-budget.ts';

/** What a provider takes besides the fields of a deployment. */
export type ProviderExtras = Omit<
  ProviderOptions,
  'baseUrl' | 'apiKey' | 'fetch' | 'headers' | 'clock'
>;

/** One model at one provider under one account. */
export interface DeploymentConfig {
  /** @defaultValue `provider/model`, numbered where that is taken */
  readonly id?: string;
  readonly provider: KnownProvider | (string & {});
  /** The id that the provider knows. */
  readonly model: string;
  readonly apiKey?: string | Secret;
  /** What the vendor's own SDK calls its base URL. */
  readonly baseUrl?: string;
  /** Sent with every request; wrap a value in `createSecret` to keep it out of errors. */
  readonly headers?: Readonly<Record<string, string | Secret>>;
  /** Options of its provider, such as `{ openrouter: { models } }`; see `@llm-router/providers`. */
  readonly options?: ProviderExtras;
  /** The account's limits, where you know them; headers and refusals teach the rest. */
  readonly limits?: Limits;
  /** A name in `pools`: deployments of one pool share its limits. */
  readonly pool?: string;
  /** Lower goes first under `fallback`. @defaultValue 0 */
  readonly priority?: number;
  /** Share of the traffic under `loadbalance`. @defaultValue 1 */
  readonly weight?: number;
  /** US dollars per million tokens. Without it costs are `unknown`. */
  readonly price?: Price;
  readonly category?: Category;
  /** One attempt, in milliseconds. */
  readonly timeoutMs?: number;
  readonly tags?: readonly string[];
  /** Tokens that prompt and answer may have together. */
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
  readonly capabilities?: Capabilities;
}

export interface RouterConfig {
  readonly deployments: readonly DeploymentConfig[];
  /** Alias → deployment or model ids. No alias is `auto` or a category. */
  readonly models?: Readonly<Record<string, readonly string[]>>;
  /** What a request without a model means. @defaultValue all deployments */
  readonly defaultModel?: string;
  /** @defaultValue `'fallback'` */
  readonly strategy?: Strategy | ModelSelector;
  /** Who goes first among equals; a function or a balancer answers all it was given. @defaultValue `'weighted'`: at random by weight */
  readonly balance?: BalanceStrategy | LoadBalancer;
  /** Limits that several deployments share. */
  readonly pools?: Readonly<Record<string, Limits>>;
  /** Limits of the whole router. */
  readonly limits?: Limits;
  readonly retry?: {
    /** Requests on the wire that one call may cost, fallbacks included. @defaultValue 6 */
    readonly maxAttempts?: number;
    /** Statuses to retry; they decide instead of the classification. */
    readonly onStatusCodes?: readonly number[];
    /** @defaultValue full jitter from 1 s, doubling, up to 60 s */
    readonly backoff?: BackoffOptions;
    /**
     * What retries may cost of all requests together, rate limits aside, for which the queue waits;
     * beyond it they wait. `false`: not counted.
     */
    readonly budget?: false | RetryBudgetOptions;
    /**
     * Whether a provider that says how many tokens the account can still pay for is asked once more
     * for so many. The answer may end early; the ledger says so. @defaultValue false
     */
    readonly shrinkOutput?: boolean;
  };
  readonly fallback?: {
    /** @defaultValue true */
    readonly enabled?: boolean;
    /** Statuses to go to another candidate for; they decide instead of the classification. */
    readonly onStatusCodes?: readonly number[];
    /** A worse rank is used when every better one would wait longer than this. @defaultValue 0 */
    readonly spillAfterMs?: number;
    /**
     * Deployments, models or aliases for requests that are too long for those that were asked.
     * @defaultValue the other candidates whose window is larger
     */
    readonly contextLength?: readonly string[];
    /**
     * After a provider has refused the content: the end, the other candidates, or a list. An answer
     * without a word that ended in a content filter counts as such a refusal where this is not `'fail'`.
     * @defaultValue `'fail'`
     */
    readonly contentPolicy?: 'fail' | 'next' | readonly string[];
    /**
     * Whether another attempt continues a stream that broke after its first content: only plain text, never
     * after a tool call. A model that takes the beginning of its answer as the last turn gets that, any
     * other one also `prompt` as a word of the user's. The ledger says so. @defaultValue false
     */
    readonly continueStreams?: boolean | { readonly prompt: string };
    /** Whom to ask where nobody else is left, also for a request that names a model. */
    readonly default?: readonly string[];
  };
  /** A second request beside one that takes long; the first answer counts. @defaultValue none */
  readonly hedge?: HedgeOptions;
  readonly timeouts?: Timeouts;
  /** Exact answers again, where the same is asked. @defaultValue false */
  readonly cache?: false | Omit<ResponseCacheOptions, 'clock'>;
  /** When a deployment is left alone, and how it comes back. `false`: never. @defaultValue on */
  readonly breaker?: false | Omit<CircuitBreakerOptions, 'clock' | 'onChange'>;
  readonly health?: HealthConfig;
  readonly wire?: WireConfig;
  /** Agent type → the model that its calls prefer. */
  readonly agents?: Readonly<Record<string, string>>;
  readonly tenants?: Readonly<
    Record<string, { readonly weight?: number; readonly limits?: Limits }>
  >;
}

/** What `fetch` takes in. */
export interface WireConfig {
  /** The largest body, in bytes; at least 1. @defaultValue 33 554 432 */
  readonly maxBodyBytes?: number;
}

/** How health is judged, and whether it is asked for. */
export interface HealthConfig
  extends Omit<
    HealthCheckerOptions,
    'clock' | 'random' | 'probe' | 'classify' | 'counts' | 'onChange'
  > {
  /** Probes deployments that are not healthy from time to time, until `close()`. @defaultValue false */
  readonly probe?: boolean;
}

/** All in milliseconds. */
export interface Timeouts {
  /** The whole call, waiting included. @defaultValue 600 000 */
  readonly totalMs?: number;
  /** One attempt that is not a stream. @defaultValue 300 000 */
  readonly attemptMs?: number;
  /** From the start of a stream's attempt to the response's headers. @defaultValue as `firstContentMs` */
  readonly firstByteMs?: number;
  /** From the start of an attempt to the first content of a stream. @defaultValue 120 000 */
  readonly firstContentMs?: number;
  /** Between two contents of a stream; keep-alives do not count. @defaultValue 60 000 */
  readonly betweenContentMs?: number;
}

/** What the router takes from its surroundings. */
export interface RouterDependencies {
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** @defaultValue `Math.random` */
  readonly random?: Random;
  /** The transport of the built-in providers. @defaultValue the host's `fetch` */
  readonly fetch?: typeof globalThis.fetch;
  /** Providers of your own, by the name that deployments give as `provider`. */
  readonly providers?: Readonly<Record<string, Provider>>;
  /** What is known of a request before it is sent, at once. @defaultValue that of `@llm-router/request-analyzer` */
  readonly analyze?: AnalyzeRequest;
  /**
   * A cache of your own, for example one that several processes share. Equal requests at the same time
   * still cost one load. It is asked for a second at most, or for half of the time that a call has, and
   * nobody waits for it to store. @defaultValue the one that `config.cache` describes
   */
  readonly cache?: ResponseCache;
}

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
  readonly succeeded: number;
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
