import { type PreparedRule, prepareRules } from '../rule.ts';

/** xAI, whose codes are the sentences of gRPC statuses. */
export const xaiRules: readonly PreparedRule[] = prepareRules([
  { words: ['unauthenticated:bad-credentials'], category: 'auth' },
  { words: ['The service is currently unavailable'], category: 'overloaded' },
  { words: ['Internal error'], status: [500], category: 'server_error' },
  // The same status and code stand for a blocked key and for unsafe content.
  {
    text: /usage guidelines|safety[ _]check|content violates/i,
    status: [400, 403],
    category: 'content_policy',
  },
]);
