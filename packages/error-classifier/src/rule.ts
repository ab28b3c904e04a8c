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

/** Rules by what they go by, most trustworthy first. */
export interface RuleTable {
  /** Whether any rule by code could match. */
  knows(failure: Failure): boolean;
  readonly byCode: readonly PreparedRule[];
  readonly byText: readonly PreparedRule[];
  readonly byStatus: readonly PreparedRule[];
}

interface PreparedRule extends Meaning {
  matches(failure: Failure, status: number | undefined): boolean;
}

/**
 * Sorts rules into a table. A rule with words or a quota id is a rule by code, one with a text a
 * rule by wording, any other a rule by status. Within a kind the first that matches wins.
 */
export function createRuleTable(rules: readonly Rule[]): RuleTable {
  const hasCode = (rule: Rule) => rule.words !== undefined || rule.quotaId !== undefined;
  const words = new Set(rules.flatMap((rule) => rule.words ?? []).map(plainWord));
  return {
    // A failure has a few words, the tables hundreds.
    knows: (failure) => failure.quotaIds.length > 0 || hasAny(failure.words, words),
    byCode: rules.filter(hasCode).map(prepare),
    byText: rules.filter((rule) => !hasCode(rule) && rule.text !== undefined).map(prepare),
    byStatus: rules.filter((rule) => !hasCode(rule) && rule.text === undefined).map(prepare),
  };
}

function prepare(rule: Rule): PreparedRule {
  const { words, quotaId, text, status, ...meaning } = rule;
  const plainWords = words && new Set(words.map(plainWord));
  const patterns = text && joinPatterns(text instanceof RegExp ? [text] : text);
  // A bare message has no status: then its code or wording must do, where the rule has any.
  const fits = (given: number | undefined) =>
    status === undefined ||
    (given === undefined ? (words ?? text) !== undefined : status.includes(given));
  return {
    ...meaning,
    matches(failure, statusOfFailure) {
      if (!fits(statusOfFailure)) return false;
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
