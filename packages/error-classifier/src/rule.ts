import type { ErrorCategory, ErrorClassification } from '@llm-router/core';
import { type Failure, plainWord } from './failure.ts';

/** When a limit that refused for long comes back, where the vendor documents it. */
export type Reset = 'midnight-pacific' | 'midnight-utc' | 'month-utc';

/** What a rule says of an error. Absent fields follow from the category. */
export interface Meaning {
  readonly category: ErrorCategory;
  readonly retryable?: boolean;
  readonly failover?: boolean;
  readonly limit?: NonNullable<ErrorClassification['limit']>;
  readonly action?: string;
  readonly resets?: Reset;
  /** The words are used for minute limits too: with a short stated wait it is a rate limit. */
  readonly doubtful?: boolean;
}

/** One row of a rule table: all conditions that it has must hold. */
export interface Rule extends Meaning {
  /** Machine words, any of them, in the vendor's spelling. */
  readonly words?: readonly string[];
  /** A pattern that the id of an exceeded quota has. */
  readonly quotaId?: RegExp;
  /** Patterns, any of them; only looked for in errors of the rule's `status`. */
  readonly text?: RegExp | readonly RegExp[];
  /** HTTP statuses, any of them. */
  readonly status?: readonly number[];
}

/** A rule whose words and patterns are made ready for comparison. */
export interface PreparedRule {
  readonly meaning: Meaning;
  /** What it goes by; a rule with words or a quota's id goes by code, whatever else it has. */
  readonly by: 'code' | 'text' | 'status';
  /** As {@link plainWord} writes them. */
  readonly words: ReadonlySet<string> | undefined;
  /** Whether it is for errors of this status. A bare message has none. */
  fits(status: number | undefined): boolean;
  /** Whether the error is as the rule says, its status apart. */
  matches(failure: Failure): boolean;
}

/** Makes rules ready, in the order in which they are tried. */
export function prepareRules(rules: readonly Rule[]): readonly PreparedRule[] {
  return rules.map(prepare);
}

function prepare(rule: Rule): PreparedRule {
  const { words, quotaId, text, status, ...meaning } = rule;
  const plainWords = words && new Set(words.map(plainWord));
  const patterns = text && joinPatterns(text instanceof RegExp ? [text] : text);
  const wording = text === undefined ? 'status' : 'text';
  return {
    meaning,
    by: words !== undefined || quotaId !== undefined ? 'code' : wording,
    words: plainWords,
    // Without a status its code or wording must do, where the rule has any.
    fits: (given) =>
      status === undefined ||
      (given === undefined ? (words ?? text) !== undefined : status.includes(given)),
    matches(failure) {
      if (plainWords !== undefined && !hasAny(failure.words, plainWords)) return false;
      if (quotaId !== undefined && !failure.quotaIds.some((id) => quotaId.test(id))) return false;
      return patterns === undefined || patterns.some((pattern) => pattern.test(failure.text));
    },
  };
}

function hasAny(words: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  for (const word of words) if (known.has(word)) return true;
  return false;
}

/** One pattern for all with the same flags: the text is gone through once for them, not once for each. */
function joinPatterns(patterns: readonly RegExp[]): readonly RegExp[] {
  const byFlags = new Map<string, string[]>();
  for (const { source, flags } of patterns) {
    byFlags.set(flags, [...(byFlags.get(flags) ?? []), source]);
  }
  return [...byFlags].map(([flags, sources]) => new RegExp(sources.join('|'), flags));
}
