import { type ChatRequest, type Clock, readOptions, systemClock } from '@llm-router/core';
import { LRUCache } from 'lru-cache';
import { digestPrompt } from './digest-prompt.ts';

/** One prompt, and who has seen how much of it. */
export interface RecalledPrompt {
  /** The share of the prompt, from its beginning, that a deployment has seen lately; 0 to 1. */
  knownShare(id: string): number;
  /** The prompt goes to this deployment, which will have seen all of it. */
  sentTo(id: string): void;
}

/** Which deployment has seen which beginnings of prompts. It holds digests, no prompt. */
export interface PrefixMemory {
  /** `undefined` for a prompt that is shorter than a block or cannot be read. Never throws. */
  recall(request: ChatRequest, tenant: string): RecalledPrompt | undefined;
  /** Beginnings remembered, those that have run out and were not asked for since included. */
  snapshot(): { readonly prefixes: number };
}

export interface PrefixMemoryOptions {
  /**
   * How long a provider keeps a prompt after its last use, in milliseconds; a whole number of 1 or
   * more. @defaultValue 300 000 (5 minutes)
   */
  readonly ttlMs?: number;
  /**
   * Beginnings kept, one for each block and deployment, the longest unused go first; 1 to
   * 10 000 000. @defaultValue 50 000
   */
  readonly maxPrefixes?: number;
  /** Characters by which beginnings are told apart; a whole number of 1 or more. @defaultValue 1000 */
  readonly blockCharacters?: number;
  /** @defaultValue the host's time */
  readonly clock?: Clock;
}

/**
 * Makes the memory of the strategy `prefix-affinity`. A tenant never meets what another one has sent.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const memory = createPrefixMemory({ ttlMs: 3_600_000 });
 * createLoadBalancer({ strategy: 'prefix-affinity', waitMs, load, affinity: { memory } });
 */
export function createPrefixMemory(options: PrefixMemoryOptions = {}): PrefixMemory {
  const names = ['ttlMs', 'maxPrefixes', 'blockCharacters', 'clock'] as const;
  const read = readOptions('createPrefixMemory', options, names);
  const count = { min: 1, integer: true } as const;
  const blockCharacters = read.number('blockCharacters', { default: 1000, ...count });
  const seen = new LRUCache<string, true>({
    max: read.number('maxPrefixes', { default: 50_000, ...count, max: 10_000_000 }),
    ttl: read.number('ttlMs', { default: 300_000, ...count }),
    // Otherwise it would remember the time for a millisecond of the host's, by a timer.
    ttlResolution: 0,
    perf: read.object('clock', ['now'], systemClock),
  });

  return {
    recall(request, tenant) {
      const prompt = digestPrompt(request, tenant, blockCharacters);
      if (prompt === undefined) return undefined;
      const { digests, blockShare } = prompt;
      return {
        knownShare(id) {
          const firstNew = digests.findIndex((digest) => !seen.has(digest + id));
          return (firstNew < 0 ? digests.length : firstNew) * blockShare;
        },
        sentTo(id) {
          // The shortest last: it is then forgotten last, and none is known beyond a gap.
          for (const digest of digests.toReversed()) seen.set(digest + id, true);
        },
      };
    },
    snapshot: () => ({ prefixes: seen.size }),
  };
}
