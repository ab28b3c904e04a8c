import type { LimitRule, Need } from './limits.ts';
import type { Usage } from './usage.ts';

/** A rule and the key under which its state stands in the store. */
export interface StoredRule {
  readonly key: string;
  readonly rule:
    | LimitRule
    | { readonly maxConcurrent: number }
    | { readonly minIntervalMs: number };
}

export type ReserveResult =
  | { readonly ok: true; readonly leaseId: string }
  | { readonly ok: false; readonly waitMs: number; readonly limitedBy: string };

/** Where limits and answers live when one process is no longer enough. */
export interface Store {
  /** Takes all rules together or none, in one atomic step; the lease expires after `ttlMs`. */
  reserve(rules: readonly StoredRule[], need: Need, ttlMs: number): Promise<ReserveResult>;
  settle(leaseId: string, used: Partial<Usage> & { readonly nanoUsd?: number }): Promise<void>;
  release(leaseId: string): Promise<void>;
  get(key: string): Promise<string | undefined>;
  set(key: string, value: string, ttlMs: number): Promise<void>;
  close(): Promise<void>;
}
