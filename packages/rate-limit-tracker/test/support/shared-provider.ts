import { createRandom, type Lease } from '@llm-router/core';
import { createRateLimitTracker } from '../../src/index.ts';
import { createProviderBucket } from './provider-bucket.ts';

export interface SharedProviderOptions {
  readonly seed: number;
  /** Tokens per minute, and the size of the bucket. */
  readonly perMinute: number;
  readonly size: number;
  /** Whether the limit is told, or learned from the first answer. */
  readonly isTold: boolean;
  /** How much of the rate the others use, as long as they are there. */
  readonly othersShare: number;
  readonly othersLeaveAtMs: number;
  readonly lastsMs: number;
  /** By how much of what it uses a request reserves more than that, at most. */
  readonly overestimate: number;
  /** Which moment its statements speak of: that of the request, or that of the answer. */
  readonly speaksOf: 'departure' | 'arrival';
}

/** Both accounts at one moment. */
export interface Compared {
  readonly ms: number;
  readonly ours: number;
  readonly theirs: number;
  /** What others have taken since the moment of which the provider told last. */
  readonly unknowable: number;
  /** What is reserved for requests in flight beyond what they use, at most. */
  readonly overestimated: number;
  /** Answers that have told of it since the others left. */
  readonly toldSince: number;
}

interface Answer {
  readonly at: number;
  readonly sentAt: number;
  readonly lease: Lease;
  readonly used: number;
  readonly remaining: number;
}

const start = 1_000_000;
const stepMs = 20;

/**
 * Shares one bucket of a provider with others, over a network on which every answer takes its own time.
 * Requests may reserve more than they use in the end, as estimates do.
 */
export function shareProvider(
  options: SharedProviderOptions,
  compare: (compared: Compared) => void,
): void {
  const { perMinute, size, isTold, othersShare, othersLeaveAtMs } = options;
  const random = createRandom(options.seed);
  const bucket = createProviderBucket(size, perMinute / 60_000);
  let now = start;
  const rule = { unit: 'tokens', amount: perMinute, perMs: 60_000, burst: size } as const;
  const tracker = createRateLimitTracker({
    clock: { now: () => now, sleep: async () => {} },
    limits: isTold ? { k: { rules: [rule] } } : {},
  });
  let answers: Answer[] = [];
  const taken: { at: number; amount: number }[] = [];
  let heardOf = start;
  let toldSince = 0;

  function others(ms: number): void {
    if (ms >= othersLeaveAtMs || random() > 0.3) return;
    const amount = (random() * 2 * othersShare * (perMinute / 60_000) * stepMs) / 0.3;
    if (bucket.ask(now, amount)) taken.push({ at: now, amount });
  }

  function send(): void {
    const used = Math.ceil(5 + random() * (size / 30));
    const estimate = Math.ceil(used * (1 + options.overestimate * random()));
    const reserved = tracker.reserve('k', { inputTokens: estimate });
    if (!reserved.ok) return;
    if (!bucket.ask(now, used)) {
      // What the others took since cannot be known: it is refused, and gives all back.
      reserved.lease.release();
      return;
    }
    const at = now + 50 + 2000 * random() ** 3;
    const remaining = Math.floor(bucket.level(now));
    answers.push({ at, sentAt: now, lease: reserved.lease, used, remaining });
  }

  function hear(ms: number): void {
    for (const answer of answers.filter(({ at }) => at <= now)) {
      const { lease, used, sentAt } = answer;
      const isLate = options.speaksOf === 'arrival';
      const remaining = isLate ? Math.floor(bucket.level(now)) : answer.remaining;
      const headers = {
        'x-ratelimit-limit-tokens': String(perMinute),
        'x-ratelimit-remaining-tokens': String(remaining),
        'x-ratelimit-reset-tokens': `${((size - remaining) / perMinute) * 60}s`,
      };
      tracker.observe('k', { status: 200, headers, lease });
      lease.settle({ inputTokens: used });
      heardOf = Math.max(heardOf, isLate ? now : sentAt);
      if (ms >= othersLeaveAtMs && sentAt - start >= othersLeaveAtMs) toldSince += 1;
    }
    answers = answers.filter(({ at }) => at > now);
  }

  for (let ms = 0; ms < options.lastsMs; ms += stepMs) {
    now = start + ms;
    others(ms);
    hear(ms);
    for (let count = 0; count < 3; count++) if (random() < 0.15) send();
    const ours = tracker.snapshot('k')?.rules[0]?.available;
    if (ours === undefined) continue;
    const unknown = taken.filter(({ at }) => at >= heardOf);
    compare({
      ms,
      ours,
      theirs: bucket.level(now),
      unknowable: unknown.reduce((sum, { amount }) => sum + amount, 0),
      overestimated: answers.length * (1 + options.overestimate * (6 + size / 30)),
      toldSince,
    });
  }
}
