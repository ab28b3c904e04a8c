import type { QuotaKind } from './fault.ts';
import { formatRfc3339 } from './rfc-3339.ts';
import type { RefusalReply, ReplyFacts } from './wire.ts';

/**
 * A spent quota as each provider tells it, whatever the wire. Statuses, types, codes and the words that
 * clients go by are the providers', the rest is our own.
 */
export function quotaRefusal(quota: QuotaKind, facts: ReplyFacts, maxTokens = 4096): RefusalReply {
  switch (quota) {
    case 'openai': {
      const message = 'The quota of this account is used up: look at its plan and billing.';
      const code = 'insufficient_quota';
      return json(429, { error: { message, type: code, param: null, code } });
    }
    case 'anthropic-spend': {
      const details = { error_code: 'enforced_spend_limit_reached' };
      const error = { type: 'rate_limit_error', message: spendMessage(facts), details };
      return json(429, anthropicError(error, facts));
    }
    case 'anthropic-credit': {
      const message = 'Your credit balance is too low to access the Anthropic API.';
      return json(400, anthropicError({ type: 'invalid_request_error', message }, facts));
    }
    case 'openrouter': {
      const afford = Math.floor(maxTokens / 2);
      const message = `This request needs more credits, or fewer max_tokens. You requested up to ${maxTokens} tokens, but can only afford ${afford}.`;
      return json(402, { error: { code: 402, message, metadata: { provider_name: null } } });
    }
    case 'gemini-day':
      return json(429, [geminiDayError(facts)]);
    case 'deepseek': {
      const message = 'Insufficient Balance';
      const error = { message, type: 'unknown_error', param: null, code: 'invalid_request_error' };
      return json(402, { error });
    }
  }
}

function anthropicError(error: object, { model, requestId }: ReplyFacts): object {
  const tellsId = model?.headers !== 'none';
  return { type: 'error', error, ...(tellsId && { request_id: requestId }) };
}

function spendMessage({ at, model }: ReplyFacts): string {
  const message = 'This organization has reached its monthly spend limit.';
  if (model?.headers === 'none') return message;
  const now = new Date(at);
  const next = formatRfc3339(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1));
  return `${message} You will regain access on ${next.slice(0, 10)} at 00:00 UTC.`;
}

/** Its delay of seconds is Google's own: it is told for a day's quota too, and means nothing there. */
function geminiDayError({ model }: ReplyFacts): object {
  const metric = 'generativelanguage.googleapis.com/generate_content_free_tier_requests';
  const violation = {
    quotaMetric: metric,
    quotaId: 'GenerateRequestsPerDayPerProjectPerModel-FreeTier',
    quotaDimensions: { location: 'global', model: model?.name ?? '' },
    quotaValue: '20',
  };
  return {
    error: {
      code: 429,
      message: `You exceeded your current quota.\n* Quota exceeded for metric: ${metric}, limit: 20\nPlease retry in 23.5s.`,
      status: 'RESOURCE_EXHAUSTED',
      details: [
        { '@type': 'type.googleapis.com/google.rpc.QuotaFailure', violations: [violation] },
        { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '23s' },
      ],
    },
  };
}

function json(status: number, body: object): RefusalReply {
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}
