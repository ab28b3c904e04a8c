import type { Lease, Need, Refusal, Target } from '@llm-router/core';
import type { WaitLine } from './wait-line.ts';

/** What a request asks of the queue. */
export interface Want {
  /** Best rank first. */
  readonly targets: readonly Target[];
  readonly need: Need;
  readonly spillAfterMs: number;
}

/** One request in the queue. */
export interface Waiter extends Want {
  readonly line: WaitLine;
  readonly priority: number;
  readonly tenant: string;
  readonly ledgerId: string | undefined;
  /** Epoch milliseconds. */
  readonly deadline: number | undefined;
  /** The tenant's virtual time: who has had less than their share is earlier. */
  readonly tag: number;
  /** Order of arrival. */
  readonly sequence: number;
  /** Epoch milliseconds. */
  readonly since: number;
  waiting: boolean;
  /** What stood in the way last. */
  refusal: Refusal;
  readonly grant: (lease: Lease) => void;
  readonly refuse: (error: Error) => void;
}

/** Priority, then the tenant's share, then arrival. */
export function goesBefore(a: Waiter, b: Waiter): boolean {
  if (a.priority !== b.priority) return a.priority > b.priority;
  if (a.tag !== b.tag) return a.tag < b.tag;
  return a.sequence < b.sequence;
}
