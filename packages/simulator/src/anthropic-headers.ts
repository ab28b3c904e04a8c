import type { QuotaState } from './quota.ts';
import { formatRfc3339 } from './rfc-3339.ts';
import type { BucketState } from './token-bucket.ts';

/** One limit as headers tell it. */
interface ToldLimit {
  readonly limit: number;
  readonly remaining: number;
  readonly fullAfterMs: number;
}

/** Anthropic's headers of limits. @param at - epoch milliseconds of the reply. */
export function anthropicLimitHeaders(quota: QuotaState, at: number): Record<string, string> {
  const { requests, inputTokens, outputTokens } = quota;
  return {
    ...limitHeaders('requests', requests && tell(requests, Math.floor), at),
    ...limitHeaders('tokens', tellAllTokens(quota), at),
    ...limitHeaders('input-tokens', inputTokens && tell(inputTokens, toThousand), at),
    ...limitHeaders('output-tokens', outputTokens && tell(outputTokens, toThousand), at),
  };
}

function limitHeaders(
  name: string,
  told: ToldLimit | undefined,
  at: number,
): Record<string, string> {
  if (told === undefined) return {};
  const prefix = `anthropic-ratelimit-${name}`;
  return {
    [`${prefix}-limit`]: String(told.limit),
    [`${prefix}-remaining`]: String(told.remaining),
    [`${prefix}-reset`]: formatRfc3339(at + told.fullAfterMs),
  };
}

/** The limit as a minute's worth, whatever the size of the bucket. */
function tell(bucket: BucketState, round: (level: number) => number): ToldLimit {
  const { perSecond, level, fullAfterMs } = bucket;
  return {
    limit: Math.round(60 * perSecond),
    remaining: round(Math.max(0, level)),
    fullAfterMs,
  };
}

/** Anthropic tells token counts no more exactly than this. */
const toThousand = (tokens: number) => Math.round(tokens / 1000) * 1000;

/** The common limit, or else what input and output have together; recorded resets are the earlier of the two. */
function tellAllTokens(quota: QuotaState): ToldLimit | undefined {
  const { tokens, inputTokens, outputTokens } = quota;
  if (tokens !== undefined) return tell(tokens, toThousand);
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  const [input, output] = [tell(inputTokens, toThousand), tell(outputTokens, toThousand)];
  return {
    limit: input.limit + output.limit,
    remaining: input.remaining + output.remaining,
    fullAfterMs: Math.min(input.fullAfterMs, output.fullAfterMs),
  };
}
