import type { RequestAnalysis } from './analysis.ts';
import type { ChatRequest } from './chat.ts';
import type { Price } from './cost.ts';

/** How capable and expensive a model is, in four steps. */
export type Category = 'tiny' | 'small' | 'large' | 'reasoning';

export const categories: readonly Category[] = ['tiny', 'small', 'large', 'reasoning'];

/** The providers whose wire format and habits the house knows. */
export const knownProviders = [
  'openai',
  'azure',
  'anthropic',
  'google',
  'vertex',
  'bedrock',
  'cohere',
  'mistral',
  'groq',
  'deepseek',
  'xai',
  'openrouter',
  'together',
  'fireworks',
  'moonshot',
  'zhipu',
  'featherless',
  'cerebras',
  'perplexity',
  'huggingface',
  'ollama',
  'lm-studio',
  'vllm',
  'portkey',
  'openai-compatible',
] as const;

export type KnownProvider = (typeof knownProviders)[number];

/** One model at one provider under one account: what a request is really sent to. It holds no key. */
export interface Deployment {
  /** Unique in a router; `provider/model` unless given. */
  readonly id: string;
  readonly provider: string;
  /** The id that the provider knows. */
  readonly model: string;
  readonly category?: Category;
  readonly price?: Price;
  /** Keys of shared limits that each request takes from too. */
  readonly pools: readonly string[];
  /** Lower goes first under the `fallback` strategy. */
  readonly priority: number;
  /** Share of the traffic under `loadbalance`; 0 means never by choice. */
  readonly weight: number;
  readonly tags: readonly string[];
  /** Tokens that prompt and answer may have together. */
  readonly contextWindow?: number;
  readonly maxOutputTokens?: number;
  /** What it can take; an absent field is unknown, not false. */
  readonly capabilities?: Capabilities;
}

export interface Capabilities {
  readonly tools?: boolean;
  readonly vision?: boolean;
  readonly audio?: boolean;
  readonly structuredOutput?: boolean;
  /** Goes on where an assistant's message that ends the conversation stops. */
  readonly prefill?: boolean;
}

/** A deployment that could serve a request, with its place and the reasons for it. */
export interface Candidate {
  readonly deployment: Deployment;
  /** Lower is better; equal ranks are interchangeable. */
  readonly rank: number;
  readonly expected: {
    readonly inputTokens: number;
    readonly outputTokens: number;
    readonly nanoUsd: number | null;
  };
  readonly reasons: readonly string[];
  /** So long it is worth waiting for although another is free, in milliseconds. @defaultValue 0 */
  readonly patienceMs?: number;
}

/** Options of one call. */
export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The whole call, waiting included, in milliseconds. */
  readonly timeoutMs?: number;
  /** Epoch milliseconds; the earlier of this and `timeoutMs` holds. */
  readonly deadline?: number;
  /** Higher goes first in the queue. @defaultValue 0 */
  readonly priority?: number;
  /** A deployment, model or alias that goes first and may fall back (`request.model` pins). */
  readonly preferredModel?: string;
  /** Looked up in the router's `agents`. */
  readonly agentType?: string;
  /** The hard partition of caches, budgets and the fair queue. @defaultValue `'default'` */
  readonly tenant?: string;
  /** @defaultValue `'use'` */
  readonly cache?: 'use' | 'refresh' | 'off';
  /** Requests on the wire that this call may cost. */
  readonly maxAttempts?: number;
  /** No deployment whose answer is expected to cost more, in US dollars, nor one of unknown price. @defaultValue none */
  readonly maxUsd?: number;
  /** `false`: only the best candidate. @defaultValue true */
  readonly fallback?: boolean;
  /** Only deployments that carry all of these. */
  readonly tags?: readonly string[];
  /** Handed to events and the ledger's `metadata`; never sent to a provider. */
  readonly metadata?: Readonly<Record<string, string>>;
}

export type Strategy =
  | 'fallback'
  | 'loadbalance'
  | 'cost_aware'
  | 'fastest'
  | 'quality'
  | 'adaptive';

/** What a selector may look at. */
export interface SelectionContext {
  readonly request: ChatRequest;
  readonly analysis: RequestAnalysis;
  /** All that the request may use, in the order of the configuration, rank 0. */
  readonly candidates: readonly Candidate[];
  /** The state of a deployment by its id. */
  readonly state: (id: string) => {
    readonly waitMs: number;
    readonly healthy: boolean;
    /** 0 to 1. */
    readonly score: number;
    readonly latencyMs?: number;
  };
  readonly options: CallOptions;
}

/** Ranks candidates; may leave some out. */
export interface ModelSelector {
  select(context: SelectionContext): readonly Candidate[];
}

/** What a balancer knows beside the candidates. */
export interface BalanceContext {
  /** Candidates of one group share a turn. */
  readonly group?: string;
  readonly request?: ChatRequest;
  /** Whose request it is. Without it nothing is remembered of a prompt. */
  readonly tenant?: string;
}

/** Puts equals in order: a pure decision about who goes first now. */
export interface LoadBalancer {
  order(candidates: readonly Candidate[], context?: BalanceContext): readonly Candidate[];
}
