/** What could be read of an error, in one shape for every source. */
export interface Failure {
  /** The first HTTP error status that was sent as a number, 400 to 599. */
  readonly status: number | undefined;
  /** Names, codes, types and reasons, as {@link plainWord} writes them. */
  readonly words: ReadonlySet<string>;
  /** The most telling machine code, as the provider wrote it. */
  readonly code: string | undefined;
  /** The ids of Google's exceeded quotas. */
  readonly quotaIds: readonly string[];
  /** Waits and reset times that the body states in fields of their own. */
  readonly stated: ReadonlyMap<string, string>;
  /** Lower-case names. */
  readonly headers: ReadonlyMap<string, string>;
  /** Everything said in words, one message to a line, without repetitions; bounded. */
  readonly text: string;
  /** Whether a provider reported it as an error, rather than something thrown on this side. */
  readonly reported: boolean;
}

/** Longest text that is looked at, in characters. */
export const longestText = 16_384;

/**
 * Writes a machine word so that the spellings of all vendors meet: `RateLimitError`,
 * `rate_limit_error` and `rate-limit` are all `ratelimit`.
 */
export function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/(?:error|exception)$/, '');
}
