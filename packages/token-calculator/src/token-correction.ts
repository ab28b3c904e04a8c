/** What is added to a count, or what it is multiplied by, for one deployment. */
export interface LearnedCorrection {
  readonly kind: 'none' | 'addition' | 'factor';
  /** Tokens of an addition, or the factor; 0 for none. */
  readonly amount: number;
  /** Answers that it was learned from, the last 32 at most. */
  readonly answers: number;
}

/** Learns by how much the counts for a deployment are off. */
export interface TokenCorrection {
  /** Tells what was counted, without any correction, and what was billed. */
  observe(key: string, counted: number, billed: number): void;
  /** The corrected count: a whole number, at least 1 where the count was. */
  correct(key: string, counted: number): number;
  explain(key: string): LearnedCorrection;
}

interface Observation {
  readonly counted: number;
  readonly billed: number;
}

/** Fewer answers say nothing; more than these, and a change at the provider takes long to show. */
const fewestAnswers = 3;
const mostAnswers = 32;
/** A correction must leave at most this share of the error: otherwise it follows chance. */
const worthwhileShare = 0.8;
/** A model billed for less than half or more than three times the count is counted by other rules. */
const smallestFactor = 0.5;
const largestFactor = 3;

const none: LearnedCorrection = Object.freeze({ kind: 'none', amount: 0, answers: 0 });

/**
 * Makes a memory of corrections for at most `maxKeys` keys; the one not used for longest goes first.
 * Of no correction, the median difference (a hidden prompt) and the median ratio (another tokenizer)
 * the one with the least median error over the last answers holds; medians, so that a request with
 * something unusual in it changes nothing.
 */
export function createTokenCorrection(maxKeys: number): TokenCorrection {
  const answers = new Map<string, Observation[]>();
  const learned = new Map<string, LearnedCorrection>();

  return {
    observe(key, counted, billed) {
      if (!(counted > 0 && billed > 0 && Number.isFinite(counted + billed))) return;
      const known = answers.get(key) ?? [];
      const kept = [...known, { counted, billed }].slice(-mostAnswers);
      answers.delete(key);
      answers.set(key, kept);
      learned.set(key, learn(kept));
      for (const oldest of answers.keys()) {
        if (answers.size <= maxKeys) break;
        answers.delete(oldest);
        learned.delete(oldest);
      }
    },
    correct(key, counted) {
      const correction = learned.get(key) ?? none;
      const corrected = Math.round(apply(correction, counted));
      return Math.max(Math.min(1, counted), corrected);
    },
    explain: (key) => learned.get(key) ?? none,
  };
}

function learn(observations: readonly Observation[]): LearnedCorrection {
  const answers = observations.length;
  const nothing = { ...none, answers };
  if (answers < fewestAnswers) return nothing;
  const addition = median(observations.map(({ counted, billed }) => billed - counted));
  const ratio = median(observations.map(({ counted, billed }) => billed / counted));
  const factor = Math.min(largestFactor, Math.max(smallestFactor, ratio));
  let best: LearnedCorrection = nothing;
  let least = worthwhileShare * errorOf(nothing, observations);
  for (const candidate of [
    { kind: 'addition', amount: addition, answers },
    { kind: 'factor', amount: factor, answers },
  ] as const) {
    const error = errorOf(candidate, observations);
    if (error < least) {
      best = candidate;
      least = error;
    }
  }
  return best;
}

/** The median share by which a correction misses what was billed. */
function errorOf(correction: LearnedCorrection, observations: readonly Observation[]): number {
  return median(
    observations.map(
      ({ counted, billed }) => Math.abs(apply(correction, counted) - billed) / billed,
    ),
  );
}

function apply({ kind, amount }: LearnedCorrection, counted: number): number {
  if (kind === 'none') return counted;
  return kind === 'addition' ? counted + amount : counted * amount;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
