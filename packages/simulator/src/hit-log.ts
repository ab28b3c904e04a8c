/** One request that reached the simulator. Plain data, never changed once it is listed. */
export interface Hit {
  /** Counts all requests from 1. */
  readonly number: number;
  /** Epoch milliseconds. */
  readonly at: number;
  /** Epoch milliseconds; absent while pending. */
  readonly endedAt?: number;
  /** Empty where the request named none. */
  readonly model: string;
  readonly provider?: string;
  readonly stream: boolean;
  /** The status that was sent; 0 where none was. */
  readonly status: number;
  readonly outcome: 'ok' | 'refused' | 'failed' | 'aborted' | 'pending';
  /** What refused or broke it: a limit, a fault, a mistake in the request. */
  readonly reason?: string;
  /** Prompt tokens that the model worked on: 0 where it never began. */
  readonly inputTokens: number;
  /** Answer tokens that were really produced. */
  readonly outputTokens: number;
  /** The price of these tokens in billionths of a US dollar; `null` where the model has no price. */
  readonly nanoUsd: number | null;
  /** Other requests that the model was serving when this one came. */
  readonly inFlightAtStart: number;
}

/** The simulator's own record, the newest `maxHits` of it. */
export interface HitLog {
  open(hit: Omit<Hit, 'number'>): Hit;
  change(number: number, change: Partial<Hit>): void;
  list(): readonly Hit[];
}

type HitRecord = { -readonly [field in keyof Hit]: Hit[field] };

export function createHitLog(maxHits: number): HitLog {
  const hits = new Map<number, HitRecord>();
  let count = 0;
  return {
    open(start) {
      count += 1;
      const hit = { number: count, ...start };
      hits.set(count, hit);
      hits.delete(count - maxHits);
      return hit;
    },
    change(number, change) {
      const hit = hits.get(number);
      if (hit !== undefined) Object.assign(hit, change);
    },
    list: () => Array.from(hits.values(), (hit) => ({ ...hit })),
  };
}
