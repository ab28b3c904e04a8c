import type { BackoffOptions } from '@llm-router/backoff';
import type { CircuitBreakerOptions } from '@llm-router/circuit-breaker';
import type {
  AnalyzeRequest,
  Capabilities,
  Category,
  Clock,
  KnownProvider,
  Limits,
  LoadBalancer,
  ModelSelector,
  Price,
  Provider,
  Random,
  ResponseCache,
  Secret,
  Strategy,
} from '@llm-router/core';
import type { HealthCheckerOptions } from '@llm-router/health-checker';
import type { BalanceStrategy } from '@llm-router/load-balancer';
import type { ProviderOptions } from '@llm-router/providers';
import type { ResponseCacheOptions } from '@llm-router/response-cache';
import type { HedgeOptions } from './hedge.ts';
import type { Logger } from './log-events.ts';
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
     * other one also `prompt` as a word of the user's. The ledger says so. Where it starts over, all that was
     * told is left out; any other repetition only from 8 characters on. @defaultValue false
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
  /**
   * When a deployment is left alone, and how it comes back. `false`: never.
   *
   * @defaultValue 10 failures in a row; 3 for one that has never answered, where another can and no
   * `failureThreshold` is given
   */
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
  /**
   * Probes deployments that are not healthy from time to time, until `close()`; so long the process
   * stays alive. @defaultValue false
   */
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
  /**
   * Told of what somebody may have to look at, with a message and plain fields; one that throws harms
   * nobody. `console` will do. @defaultValue none
   */
  readonly logger?: Logger;
}
