import type { ErrorClassification, RouterErrorCode } from '@llm-router/core';

/** What happens in a chain besides success. Plain data; `at` is epoch milliseconds. */
export type ChainEvent =
  | {
      readonly type: 'attempt-failed';
      readonly at: number;
      readonly provider: string;
      /** 1 for the first at this provider. */
      readonly attempt: number;
      readonly because: ErrorClassification;
      /** The wait before its next attempt, in milliseconds; absent where there is none. */
      readonly delayMs?: number;
    }
  | {
      readonly type: 'fell-back';
      readonly at: number;
      readonly from: string;
      readonly to: string;
      readonly because: ErrorClassification;
    }
  | {
      readonly type: 'chain-failed';
      readonly at: number;
      readonly code: RouterErrorCode;
      readonly attempts: number;
    };
