import { type PreparedRule, prepareRules } from '../rule.ts';

/** Anthropic, also where Bedrock, Vertex or Azure serve its models. */
export const anthropicRules: readonly PreparedRule[] = prepareRules([
  {
    words: ['enforced_spend_limit_reached'],
    category: 'quota_exhausted',
    limit: 'spend',
    resets: 'month-utc',
  },
  { words: ['billing_error'], category: 'quota_exhausted', limit: 'spend' },
  {
    text: /^(?:.{0,60}: )?you have reached your specified (?:\w+ )?api usage limits/im,
    status: [400, 429],
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    text: /^.{0,60}\byour credit balance is too low/im,
    status: [400, 500, 502],
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    text: /maximum usage increase rate|acceleration limit/i,
    status: [429],
    category: 'rate_limit',
    limit: 'burst',
  },
]);
