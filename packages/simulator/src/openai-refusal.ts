import { errorPage } from './error-page.ts';
import { formatGoDuration } from './go-duration.ts';
import type { ModelSettings } from './model-settings.ts';
import type { LimitName, LimitRefusal } from './quota.ts';
import { quotaRefusal } from './quota-refusal.ts';
import type { Refusal, RefusalReply, ReplyFacts } from './wire.ts';

interface ErrorBody {
  readonly message: string;
  readonly type: string;
  readonly param: string | null;
  readonly code: string | null;
}

/** OpenAI's status and body for a refusal. Types and codes are OpenAI's, the wording is our own. */
export function openaiRefusal(refusal: Refusal, facts: ReplyFacts): RefusalReply {
  const { model } = facts;
  switch (refusal.reason) {
    case 'unknown-path':
      return invalid(404, `There is no ${refusal.method} ${refusal.path} here.`, null);
    case 'invalid-request':
      return invalid(400, refusal.message, refusal.code, refusal.field);
    case 'unknown-model': {
      const message = `The model '${refusal.model}' is not served here, or not to you.`;
      return invalid(404, message, 'model_not_found');
    }
    case 'missing-key':
      return invalid(401, 'No API key came with the request: send it as a bearer token.', null);
    case 'wrong-key':
      return invalid(401, 'Incorrect API key provided.', 'invalid_api_key');
    case 'context-length': {
      const { contextWindow, inputTokens, maxTokens } = refusal;
      const message = `This model's maximum context length is ${contextWindow} tokens; the messages take ${inputTokens} and ${maxTokens} are asked for the answer.`;
      return invalid(400, message, 'context_length_exceeded', 'messages');
    }
    case 'limit':
      return json(429, limitBody(refusal.limit, model));
    case 'rate-limit': {
      const message = `Rate limit reached for ${model?.name ?? 'this model'}.${tryAgain(refusal.tryAgainMs)}`;
      return json(429, { message, type: 'requests', param: null, code: 'rate_limit_exceeded' });
    }
    case 'quota-exhausted':
      return quotaRefusal(refusal.quota ?? 'openai', facts, refusal.maxTokens);
    case 'permission': {
      const message = 'The country, region or territory of the request is not supported.';
      const code = 'unsupported_country_region_territory';
      return json(403, { message, type: 'request_forbidden', param: null, code });
    }
    case 'content-policy': {
      const message = 'The request was rejected by the safety system.';
      return invalid(400, message, 'content_policy_violation');
    }
    case 'request-timeout':
      return json(408, serverError('The request took too long to arrive.'));
    case 'server-error': {
      const message = 'The server failed while it worked on the request.';
      return failed(500, message, refusal);
    }
    case 'overloaded':
      return failed(503, 'The engine is currently overloaded; come back later.', refusal);
  }
}

function failed(
  usual: number,
  message: string,
  { status = usual, body, tryAgainMs }: Extract<Refusal, { readonly body: 'json' | 'html' }>,
): RefusalReply {
  if (body === 'html') return errorPage(status);
  return json(status, serverError(message + tryAgain(tryAgainMs)));
}

function tryAgain(ms: number | undefined): string {
  return ms === undefined ? '' : ` Please try again in ${formatGoDuration(ms)}.`;
}

/** The error object of a server that failed. */
export function serverError(message: string): ErrorBody {
  return { message, type: 'server_error', param: null, code: null };
}

const dimensions: Readonly<Record<LimitName, readonly [type: string, name: string]>> = {
  requests: ['requests', 'requests per min (RPM)'],
  'requests-per-day': ['requests', 'requests per day (RPD)'],
  tokens: ['tokens', 'tokens per min (TPM)'],
  'input-tokens': ['tokens', 'input tokens per min (ITPM)'],
  'output-tokens': ['tokens', 'output tokens per min (OTPM)'],
  concurrency: ['requests', 'concurrent requests'],
};

function limitBody(refused: LimitRefusal, model: ModelSettings | undefined): ErrorBody {
  const { limit, requested, waitMs, bucket, maxConcurrent } = refused;
  const [type, dimension] = dimensions[limit];
  const where = `for ${model?.name ?? 'this model'} on ${dimension}`;
  const body = { type, param: null, code: 'rate_limit_exceeded' };
  if (bucket === undefined) {
    const message = `Rate limit reached ${where}: Limit ${maxConcurrent}, Used ${maxConcurrent}, Requested ${requested}.`;
    return { message, ...body };
  }
  if (waitMs === Number.POSITIVE_INFINITY) {
    const message = `Request too large ${where}: Limit ${Math.floor(bucket.burst)}, Requested ${requested}. Make the request smaller.`;
    return { message, ...body };
  }
  const allowed = bucket.perSecond * (limit === 'requests-per-day' ? 86_400 : 60);
  const used = Math.max(0, Math.ceil(allowed - bucket.level));
  const hint = model?.headers === 'none' ? '' : tryAgain(waitMs ?? 0);
  const message = `Rate limit reached ${where}: Limit ${Math.round(allowed)}, Used ${used}, Requested ${requested}.${hint}`;
  return { message, ...body };
}

function invalid(
  status: number,
  message: string,
  code: string | null,
  param: string | null = null,
): RefusalReply {
  return json(status, { message, type: 'invalid_request_error', param, code });
}

function json(status: number, error: ErrorBody): RefusalReply {
  return { status, contentType: 'application/json', body: JSON.stringify({ error }) };
}
