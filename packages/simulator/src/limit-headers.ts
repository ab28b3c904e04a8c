import { anthropicLimitHeaders } from './anthropic-headers.ts';
import { openaiHint, openaiLimitHeaders } from './openai-headers.ts';
import { retryAfterHeaders } from './retry-after-headers.ts';
import type { ReplyFacts } from './wire.ts';

/** What a reply tells of limits: in the dialect that the model was given, or else in the wire's own. */
export function limitHeaders(
  { at, model, quota = {}, retryAfterMs }: ReplyFacts,
  own: 'openai' | 'anthropic',
): Record<string, string> {
  const seconds = retryAfterMs === undefined ? {} : retryAfterHeaders(retryAfterMs, 'seconds', at);
  switch (model?.headers ?? own) {
    case 'openai':
      return { ...openaiLimitHeaders(quota), ...seconds, ...openaiHint(retryAfterMs) };
    case 'anthropic':
      return { ...anthropicLimitHeaders(quota, at), ...seconds };
    case 'retry-after':
      return seconds;
    case 'none':
      return {};
  }
}
