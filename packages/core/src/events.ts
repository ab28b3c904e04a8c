import type { ErrorClassification } from './classification.ts';
import type { Cost } from './cost.ts';
import type { Ledger, LedgerCandidate } from './ledger.ts';
import type { LimitRule } from './limits.ts';
import type { Usage } from './usage.ts';

interface EventBase<T extends string> {
  readonly type: T;
  /** Epoch milliseconds. */
  readonly at: number;
  /** The request it belongs to. */
  readonly ledgerId?: string;
}

/** Everything that can be listened to. Plain data, no prompt and no answer text. */
export type RouterEvent =
  | (EventBase<'request-started'> & { readonly tenant: string; readonly model?: string })
  | (EventBase<'candidate-refused'> & Pick<LedgerCandidate, 'deployment' | 'by' | 'detail'>)
  | (EventBase<'wait-started'> & {
      /** The predicted wait, in milliseconds. */
      readonly waitMs: number;
      readonly limitedBy: string;
    })
  | (EventBase<'attempt-started'> & { readonly number: number; readonly deployment: string })
  | (EventBase<'attempt-ended'> & {
      readonly number: number;
      readonly deployment: string;
      readonly outcome: 'ok' | 'error' | 'aborted';
      readonly durationMs: number;
      readonly error?: ErrorClassification;
      readonly usage?: Usage;
      readonly cost?: Cost;
    })
  | (EventBase<'fell-back'> & { readonly from: string; readonly because: ErrorClassification })
  | (EventBase<'stream-committed'> & {
      readonly deployment: string;
      readonly firstContentMs: number;
    })
  | (EventBase<'request-ended'> & { readonly ledger: Ledger })
  | (EventBase<'limit-learned'> & {
      readonly key: string;
      readonly limit: LimitRule | { readonly maxConcurrent: number };
      /** 0 to 1. */
      readonly confidence: number;
    })
  | (EventBase<'circuit-changed'> & {
      readonly key: string;
      readonly from: string;
      readonly to: string;
      readonly because: string;
    })
  | (EventBase<'config-changed'> & { readonly changes: readonly string[] })
  | (EventBase<'store-degraded'> & { readonly store: string; readonly detail: string });

export type RouterEventType = RouterEvent['type'];
