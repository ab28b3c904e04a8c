import { type ErrorClassification, systemClock } from '@llm-router/core';
import { classifyRouterError } from './classify-router-error.ts';
import { type Decision, decide } from './decide.ts';
import { defaultVerdicts } from './default-verdicts.ts';
import type { Failure } from './failure.ts';
import { isLongWindow, isOfTheMoment, limitKind } from './limit-kind.ts';
import { maskSecrets, showMessage } from './mask-secrets.ts';
import { nextReset } from './next-reset.ts';
import { readAffordableTokens } from './quoted-facts.ts';
import { readFailure } from './read-failure.ts';
import type { Meaning } from './rule.ts';
import { ruleBookFor } from './rules/rule-books.ts';
import { type StatedWait, statedWait } from './stated-wait.ts';

/** What is known beside the error. */
export interface ClassifyContext {
  /** Whose rules come first; a name without rules of its own is no harm. */
  readonly provider?: string;
  /** Epoch milliseconds, for waits that are stated as a date. @defaultValue the system's clock */
  readonly now?: number;
}

/** A wait this long is not worth sleeping through: the limit counts as exhausted. */
const longWaitMs = 3_600_000;

/** A stated wait below this contradicts the doubtful wording of an exhausted quota; a day's limit refills as it goes. */
const shortWaitMs = 300_000;

const longestCode = 120;

/**
 * Tells what any error means: thrown by `fetch`, undici or an SDK, an answer
 * `{ status, headers, body }`, an error object or a whole frame out of a stream. Never throws.
 *
 * @example
 * const failure = classifyError(error, { provider: 'anthropic' });
 * if (failure.retryable) await clock.sleep(backoff(1, failure));
 */
export function classifyError(error: unknown, context?: ClassifyContext): ErrorClassification {
  const now = context?.now ?? systemClock.now();
  const provider = typeof context?.provider === 'string' ? context.provider : undefined;
  const own = classifyRouterError(error, provider);
  if (own !== undefined) return own;

  const failure = readFailure(error);
  const zoneless = provider === 'zhipu' || isZhipuCode(failure.code) ? 'beijing' : undefined;
  const decision = decide(failure, ruleBookFor(provider));
  const wait = takesWaits(decision.meaning)
    ? statedWait(failure, { now, ...(zoneless && { zoneless }) })
    : {};
  const meaning = refine(decision, failure, wait);
  return describe(meaning, failure, { provider, now, wait });
}

/** Where waits are looked for: a request that was wrong is not better later. */
function takesWaits({ category }: Meaning): boolean {
  const verdict = defaultVerdicts[category];
  return verdict.retryable || category === 'quota_exhausted';
}

/** What a limit's kind and the stated wait say about a refusal, for all providers alike. */
function refine({ meaning, by }: Decision, failure: Failure, wait: StatedWait): Meaning {
  const { category } = meaning;
  if (category !== 'rate_limit' && category !== 'quota_exhausted') return meaning;
  const limit = meaning.limit ?? limitKind(failure, category);
  const refined: Meaning = { ...meaning, ...(limit !== undefined && { limit }) };
  if (category === 'quota_exhausted' && isOfTheMoment(failure)) {
    return { category: 'rate_limit', ...(limit !== undefined && { limit }) };
  }
  const waitMs = wait.retryAfterMs;
  const isShort = waitMs !== undefined && waitMs < shortWaitMs;

  if (category === 'rate_limit' && meaning.retryable !== false) {
    const isDaily = limit === 'day' && !isShort;
    const long = isDaily || isLongWindow(failure) || (waitMs ?? 0) >= longWaitMs;
    return long ? { ...refined, category: 'quota_exhausted' } : refined;
  }
  if (by === 'text' && meaning.doubtful && isShort && limit !== 'day') {
    return { category: 'rate_limit', ...(limit !== undefined && limit !== 'spend' && { limit }) };
  }
  return refined;
}

function describe(
  meaning: Meaning,
  failure: Failure,
  facts: { readonly provider: string | undefined; readonly now: number; readonly wait: StatedWait },
): ErrorClassification {
  const { category, limit } = meaning;
  const verdict = defaultVerdicts[category];
  const forbidden = failure.headers.get('x-should-retry') === 'false';
  const resetAt = findReset(meaning, facts);
  const { retryAfterMs } = facts.wait;
  const affordableTokens =
    category === 'quota_exhausted' ? readAffordableTokens(failure.text) : undefined;
  const told: { -readonly [K in keyof ErrorClassification]: ErrorClassification[K] } = {
    category,
    retryable: (meaning.retryable ?? verdict.retryable) && !forbidden,
    failover: meaning.failover ?? verdict.failover,
    severity: verdict.severity,
    action: meaning.action ?? verdict.action,
    message: showMessage(failure.text),
  };
  if (retryAfterMs !== undefined) told.retryAfterMs = retryAfterMs;
  if (resetAt !== undefined) told.resetAt = resetAt;
  if (affordableTokens !== undefined) told.affordableTokens = affordableTokens;
  if (limit !== undefined) told.limit = limit;
  if (failure.status !== undefined) told.status = failure.status;
  if (failure.code !== undefined) told.code = maskSecrets(failure.code).slice(0, longestCode);
  if (facts.provider !== undefined) told.provider = facts.provider;
  return told;
}

/** The named moment; or the end of the stated wait, but not before the documented reset. */
function findReset(
  meaning: Meaning,
  { now, wait }: { readonly now: number; readonly wait: StatedWait },
): number | undefined {
  if (wait.resetAt !== undefined) return wait.resetAt;
  if (meaning.category !== 'quota_exhausted') return undefined;
  const told = wait.retryAfterMs === undefined ? undefined : now + wait.retryAfterMs;
  if (meaning.resets === undefined) return told;
  // Google states some seconds beside a quota that is gone until midnight.
  return Math.max(nextReset(meaning.resets, now), told ?? 0);
}

function isZhipuCode(code: string | undefined): boolean {
  return code !== undefined && /^13\d\d$/.test(code);
}
