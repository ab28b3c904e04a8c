import type { Candidate, Category, SelectionContext } from '@llm-router/core';

/** A context to try a selector on, and what it read of it. */
export interface TrialContext {
  readonly context: SelectionContext;
  /** How often a property of a deployment or the state of one was read. */
  readonly reads: () => number;
}

const categoryCycle: readonly (Category | undefined)[] = [
  'small',
  'tiny',
  undefined,
  'reasoning',
  'large',
];

/**
 * Makes a context of so many candidates: free and paid, with and without price, category and latency,
 * healthy and not, some that must wait for ever. Everything is frozen, so that a mutation throws, and so
 * does a read beyond `mostReads`.
 */
export function createTrialContext(
  size: number,
  mostReads: number = Number.POSITIVE_INFINITY,
): TrialContext {
  let reads = 0;
  const count = () => {
    reads += 1;
    if (reads > mostReads) throw new Error(`${size} candidates took more than ${mostReads} reads`);
  };
  const candidates = Array.from({ length: size }, (_, index) => createCandidate(index, count));
  const context = deepFreeze({
    request: { messages: [{ role: 'user' as const, content: 'How old is the bridge?' }] },
    analysis: {
      complexity: { score: 0.3, level: 'simple' as const },
      reasoning: { score: 0, matches: [] },
      tokens: { input: 12, expectedOutput: 100 },
      conversation: { turns: 1 },
      requires: {
        tools: false,
        vision: false,
        audio: false,
        structuredOutput: false,
        contextTokens: 112,
      },
      category: 'small' as const,
      reasons: [],
    },
    candidates,
    options: {},
    state: (id: string) => {
      count();
      const number = Number(id.slice(id.lastIndexOf('-') + 1));
      return {
        waitMs: number % 11 === 10 ? Number.POSITIVE_INFINITY : (number % 3) * 100,
        healthy: number % 7 !== 6,
        score: 1 - (number % 5) / 10,
        ...(number % 4 !== 3 && { latencyMs: 50 + (number % 90) }),
      };
    },
  });
  return { context, reads: () => reads };
}

function createCandidate(index: number, count: () => void): Candidate {
  const category = categoryCycle[index % categoryCycle.length];
  const isPriced = index % 4 !== 1;
  const cost = (index % 6) * 10;
  const deployment = {
    id: `trial-${index}`,
    provider: 'openai-compatible',
    model: `model-${index % 20}`,
    pools: [],
    priority: index % 3,
    weight: index % 8,
    tags: [],
    ...(category !== undefined && { category }),
    ...(isPriced && { price: { input: cost, output: cost } }),
  };
  return {
    deployment: countReads(deployment, count),
    rank: 0,
    expected: { inputTokens: 12, outputTokens: 100, nanoUsd: isPriced ? cost * 112_000 : null },
    reasons: ['a reason that was there before'],
  };
}

/** The same object with getters that count. */
function countReads<T extends object>(target: T, count: () => void): T {
  const counted = { ...target };
  for (const [name, value] of Object.entries(target)) {
    Object.defineProperty(counted, name, {
      enumerable: true,
      configurable: true,
      get() {
        count();
        return value;
      },
    });
  }
  return counted;
}

function deepFreeze<T>(target: T): T {
  if (typeof target !== 'object' || target === null || Object.isFrozen(target)) return target;
  Object.freeze(target);
  for (const name of Object.getOwnPropertyNames(target)) {
    deepFreeze((target as Record<string, unknown>)[name]);
  }
  return target;
}
