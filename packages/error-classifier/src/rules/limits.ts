import { type PreparedRule, prepareRules } from '../rule.ts';

/** Statuses under which vendors refuse for money or plan; gateways make faults of their own of it. */
const refusals = [402, 403, 412, 429, 500, 502, 503];

/** Money, plans and rates in the wording that vendors share. */
export const limitRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'insufficient_quota',
      'insufficient_balance',
      'insufficient_user_quota',
      'insufficient_credits',
      'credit_balance_exhausted',
      'pre_consume_token_quota_failed',
      'budget_exceeded',
      'BudgetExceededError',
      'Arrearage',
      'AccountOverdueError',
      'API_KEY_QUOTA_EXHAUSTED',
      'INSUFFICIENT_G1_CREDITS_BALANCE',
    ],
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    words: ['quota_exceeded', 'exceeded_current_quota_error', 'usage_limit_reached'],
    category: 'quota_exhausted',
  },
  { words: ['limit_burst_rate'], category: 'rate_limit', limit: 'burst' },
  {
    // One request above the whole bucket never passes, however long it waits.
    text: /^.{0,80}\brequest too large\b/im,
    status: [413, 429],
    category: 'rate_limit',
    limit: 'tokens',
    retryable: false,
    action:
      'Shorten the request, or use a deployment with a larger limit: it exceeds the whole limit.',
  },
  {
    text: [
      /(?:insufficient|not enough|no) (?:\w+ ){0,3}(?:balance|credits?|funds)/i,
      /balance (?:is )?(?:too low|insufficient)/i,
      /out of credits?/i,
      /\byou['’]re out of\b/i,
      /credits? (?:are |is |have been |has been )?(?:depleted|exhausted|used up)/i,
      /doesn't have any credits/i,
      /can only afford/i,
      /payment required/i,
      /billing (?:hard )?limit/i,
      /account is not active/i,
      /account is in good standing/i,
      /\bextra usage\b/i,
      /\bcredit card on file\b/i,
      /\bfree credits\b.{0,40} restricted/i,
      /\bbudget (?:has been )?exceeded/i,
      /spend(?:ing)? (?:limit|cap)/i,
      /monthly (?:included credits|quota|limit|spend)/i,
      /prepa(?:id|yment) credits/i,
      /余额不足/i,
      /额度不足/i,
      /欠费/i,
    ],
    status: refusals,
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    // At the head of the message: what follows may be the user's own words.
    text: /^.{0,60}\b(?:billing hard limit|budget has been exceeded|credit balance is too low|insufficient (?:balance|credits|funds)|your extra usage)\b|^.{0,60}\baccount is in good standing\b/im,
    status: [400],
    category: 'quota_exhausted',
    limit: 'spend',
  },
  {
    text: [
      /usage limit (?:for this|of your|has been|will|reached)/i,
      /\b(?:session|hourly|weekly|monthly|\d{1,2}-hour) (?:usage )?limit\b/i,
      /\bhit your (?:usage )?limit\b/i,
      /\breached the set \w+ limit\b/i,
      /(?<!not )your usage limit/i,
      /\bfor this billing cycle\b/i,
      /(?:api calls?|requests|calls|tokens) ?(?:\/|per) ?month/i,
      /\bkey limit exceeded/i,
      /plan (?:has )?expired/i,
      /(?:exhausted|used up) your (?:daily|weekly|monthly)/i,
      /\bfree (?:quota|tier) (?:is |has been )?(?:exhausted|used up)/i,
    ],
    status: refusals,
    category: 'quota_exhausted',
  },
  {
    // Some call a minute's limit a quota.
    text: /quota.{0,200}(?<![a-z])per[ _]?(?:minute|min|second)/i,
    status: [429],
    category: 'rate_limit',
  },
  {
    text: [
      /exceeded your (?:\w+ )?quota/i,
      /额度已用完/i,
      /\binsufficient[ _]quota\b/i,
      /\bquota (?:has been |is )?(?:exceeded|exhausted)/i,
    ],
    status: refusals,
    category: 'quota_exhausted',
    doubtful: true,
  },
  {
    text: [
      /\boverloaded\b/i,
      /over capacity/i,
      /capacity (?:exceeded|exhausted)/i,
      /\bat (?:full |maximum |max )?capacity\b/i,
      /no capacity/i,
      /high demand/i,
      /server (?:is )?busy/i,
      /(?:系统|服务器?)繁忙/i,
      /访问量过大/i,
    ],
    status: [429, 500, 502],
    category: 'overloaded',
  },
  {
    text: [
      /rate.?limit/i,
      /too many (?:requests|tokens(?!:))/i,
      /throttl/i,
      /\bconcurren(?:t|cy)\b/i,
      /(?:api calls?|requests|calls|tokens) ?(?:\/|per) ?(?:second|minute|min|hour|day)\b/i,
      /slow down/i,
    ],
    status: [403, 424, 500, 502],
    category: 'rate_limit',
  },
]);
