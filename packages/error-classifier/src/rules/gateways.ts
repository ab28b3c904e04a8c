import { type PreparedRule, prepareRules } from '../rule.ts';

/** DashScope, and gateways of the one-api family, behind the OpenAI wire. */
export const gatewayRules: readonly PreparedRule[] = prepareRules([
  { words: ['AllocationQuota.FreeTierOnly'], category: 'quota_exhausted' },
  {
    words: ['Throttling.RateQuota', 'Throttling.AllocationQuota', 'Throttling.BurstRate'],
    category: 'rate_limit',
  },
  {
    text: /无可用渠道|no available channels?\b/i,
    status: [400, 404, 429, 500, 503],
    category: 'not_found',
  },
  // NVIDIA's word for a model server that is ill.
  { text: /\bdegraded function\b/i, status: [400], category: 'overloaded' },
  { words: ['get_channel_failed', 'do_request_failed'], category: 'server_error' },
  {
    text: [
      /upstream request failed/i,
      /endpoint is unavailable/i,
      /bad gateway/i,
      /internal server error/i,
    ],
    status: [],
    category: 'server_error',
  },
  { text: /service unavailable/i, status: [], category: 'overloaded' },
]);
