import { type PreparedRule, prepareRules } from '../rule.ts';

/** Azure OpenAI, Azure AI Foundry and GitHub Models. */
export const azureRules: readonly PreparedRule[] = prepareRules([
  { words: ['InsufficientQuota'], category: 'quota_exhausted' },
  { words: ['ServerBusy', 'NoCapacity'], category: 'overloaded' },
  { words: ['RequestTimeout', 'OperationTimedOut'], category: 'timeout' },
  // A tool's own server refused, not Azure.
  { words: ['tool_user_error'], category: 'invalid_request' },
  { text: /exceeded call rate limit/i, status: [429], category: 'rate_limit', limit: 'requests' },
  { text: /exceeded token rate limit/i, status: [429], category: 'rate_limit', limit: 'tokens' },
  // Its gateway counts calls or bytes over a period, and answers as if the caller had no right.
  {
    text: /\bout of (?:call volume|bandwidth) quota/i,
    status: [403, 429],
    category: 'quota_exhausted',
  },
  { text: /temporarily blocked because we detected/i, status: [403], category: 'content_policy' },
]);
