import { errorPage } from './error-page.ts';
import type { LimitName, LimitRefusal } from './quota.ts';
import { quotaRefusal } from './quota-refusal.ts';
import type { Refusal, RefusalReply, ReplyFacts } from './wire.ts';

interface ErrorBody {
  readonly type: string;
  readonly message: string;
}

/** Anthropic's status and body for a refusal. Types and codes are Anthropic's, the wording is mostly our own. */
export function anthropicRefusal(refusal: Refusal, facts: ReplyFacts): RefusalReply {
  if (refusal.reason === 'quota-exhausted') {
    return quotaRefusal(refusal.quota ?? 'anthropic-spend', facts, refusal.maxTokens);
  }
  const [status, error] = errorOf(refusal, facts);
  if ('body' in refusal && refusal.body === 'html') return errorPage(status);
  const tellsId = facts.model?.headers !== 'none';
  const body = { type: 'error', error, ...(tellsId && { request_id: facts.requestId }) };
  return { status, contentType: 'application/json', body: JSON.stringify(body) };
}

/** The error object of a server that has too much to do. */
export const overloadedError: ErrorBody = {
  type: 'overloaded_error',
  message: 'The servers are overloaded; come back later.',
};

function errorOf(
  refusal: Exclude<Refusal, { readonly reason: 'quota-exhausted' }>,
  facts: ReplyFacts,
): [status: number, error: ErrorBody] {
  switch (refusal.reason) {
    case 'unknown-path':
      return [404, notFound(`There is no ${refusal.method} ${refusal.path} here.`)];
    case 'invalid-request': {
      const { field, message } = refusal;
      return [400, invalid(field === null ? message : `${field}: ${message}`)];
    }
    case 'unknown-model':
      return [404, notFound(`There is no model '${refusal.model}' here.`)];
    case 'missing-key':
      return [401, unauthorised('No API key came with the request: send it as x-api-key.')];
    case 'wrong-key':
      return [401, unauthorised('The API key is not a valid one.')];
    case 'context-length':
      return [400, invalid(tooLong(refusal.inputTokens, refusal.maxTokens, refusal.contextWindow))];
    case 'limit':
      return [429, { type: 'rate_limit_error', message: limitMessage(refusal.limit, facts) }];
    case 'rate-limit': {
      const message = `The request would exceed your rate limit.${tryAgain(refusal.tryAgainMs)}`;
      return [429, { type: 'rate_limit_error', message }];
    }
    case 'permission': {
      const message = 'The API key may not use this model.';
      return [403, { type: 'permission_error', message }];
    }
    case 'content-policy':
      return [400, invalid('Output blocked by content filtering policy')];
    case 'request-timeout':
      return [408, { type: 'timeout_error', message: 'The request took too long to arrive.' }];
    case 'server-error': {
      const { status = 500, tryAgainMs } = refusal;
      const type = status === 504 ? 'timeout_error' : 'api_error';
      const message = `The server failed while it worked on the request.${tryAgain(tryAgainMs)}`;
      return [status, { type, message }];
    }
    case 'overloaded': {
      const { type, message } = overloadedError;
      const { status = 529, tryAgainMs } = refusal;
      return [status, { type, message: message + tryAgain(tryAgainMs) }];
    }
  }
}

const invalid = (message: string): ErrorBody => ({ type: 'invalid_request_error', message });
const notFound = (message: string): ErrorBody => ({ type: 'not_found_error', message });
const unauthorised = (message: string): ErrorBody => ({ type: 'authentication_error', message });

/** Clients know both sentences by their words, as they do that of the content filter. */
function tooLong(inputTokens: number, maxTokens: number, window: number): string {
  return inputTokens > window
    ? `prompt is too long: ${inputTokens} tokens > ${window} maximum`
    : `input length and \`max_tokens\` exceed context limit: ${inputTokens} + ${maxTokens} > ${window}`;
}

const dimensions: Readonly<Record<LimitName, string>> = {
  requests: 'requests per minute',
  'requests-per-day': 'requests per day',
  tokens: 'tokens per minute',
  'input-tokens': 'input tokens per minute',
  'output-tokens': 'output tokens per minute',
  concurrency: 'concurrent requests',
};

function limitMessage(refused: LimitRefusal, { model }: ReplyFacts): string {
  const { limit, requested, waitMs, bucket, maxConcurrent } = refused;
  const seconds = limit === 'requests-per-day' ? 86_400 : 60;
  const amount = bucket === undefined ? maxConcurrent : Math.round(bucket.perSecond * seconds);
  const message = `The request would exceed the rate limit of ${amount?.toLocaleString('en-US')} ${dimensions[limit]} for ${model?.name ?? 'this model'}.`;
  if (bucket === undefined || waitMs !== Number.POSITIVE_INFINITY) return message;
  const most = Math.floor(bucket.burst).toLocaleString('en-US');
  return `${message} It takes ${requested.toLocaleString('en-US')} at once and ${most} is the most there can be: make it smaller.`;
}

function tryAgain(ms: number | undefined): string {
  return ms === undefined ? '' : ` Please try again in ${Math.ceil(ms / 1000)}s.`;
}
