import type { ModelSelector, Secret, Strategy } from '@llm-router/core';

/** What a deployment of `RouterConfig` and a target of Portkey's can both say. */
export interface PortableDeployment {
  readonly id?: string;
  readonly provider: string;
  readonly model: string;
  readonly apiKey?: string | Secret;
  readonly baseUrl?: string;
  readonly headers?: Readonly<Record<string, string | Secret>>;
  readonly priority?: number;
  readonly weight?: number;
  /** One attempt, in milliseconds. */
  readonly timeoutMs?: number;
}

/**
 * The part of llm-router's `RouterConfig` that Portkey's configuration can say too. This package knows
 * nothing else of the router; a type test holds the two together.
 */
export interface PortableConfig {
  readonly deployments: readonly PortableDeployment[];
  readonly models?: Readonly<Record<string, readonly string[]>>;
  readonly defaultModel?: string;
  readonly strategy?: Strategy | ModelSelector;
  readonly retry?: {
    readonly maxAttempts?: number;
    readonly onStatusCodes?: readonly number[];
    readonly backoff?: PortableBackoff;
  };
  readonly fallback?: {
    readonly enabled?: boolean;
    readonly onStatusCodes?: readonly number[];
  };
  readonly cache?: false | { readonly ttlMs?: number; readonly maxEntries?: number };
  readonly breaker?: false | PortableBreaker;
}

export interface PortableBackoff {
  readonly baseMs?: number;
  readonly factor?: number;
  readonly maxMs?: number;
  readonly jitter?: 'none' | 'full' | 'equal' | 'around' | 'above' | 'decorrelated';
}

export interface PortableBreaker {
  readonly failureThreshold?:
    | number
    | { readonly percentage?: number; readonly volume?: number; readonly windowMs?: number };
  readonly openMs?: number;
  readonly maxOpenMs?: number;
}
