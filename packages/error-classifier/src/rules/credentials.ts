import { type PreparedRule, prepareRules } from '../rule.ts';

/** Keys and tokens that are missing, wrong, revoked or expired; and accounts that may not. */
export const credentialRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'invalid_api_key',
      'InvalidApiKey',
      'incorrect_api_key_error',
      'invalid_authentication_error',
      'wrong_api_key',
      'invalid_token',
      'token_expired',
      'ExpiredToken',
      'CredentialsProviderError',
      'NoCredentialsError',
      'TokenProviderError',
      'DefaultCredentialsError',
      'account_deactivated',
      'invalid_issuer',
      'invalid_grant',
    ],
    category: 'auth',
  },
  {
    words: ['unsupported_country_region_territory', 'AuthenticationTypeDisabled'],
    category: 'permission',
  },
  {
    text: [
      /(?:location|country|region|territory) (?:is )?not supported/i,
      /not (?:yet )?available (?:for|in|on) (?:\w+ ){0,3}(?:subscription|plan|accounts?|organization|team|country|region|tier)\b/i,
      /\b(?:organization|account|project|team) (?:has been|is|was) (?:restricted|suspended|banned|terminated|disabled)/i,
      /\bno such organization\b/i,
      /\bfair usage policy\b/i,
      /\baccount is not authorized\b/i,
      /\bdo(?:n't| not) have access to (?:this|the) model\b/i,
    ],
    status: [400, 403, 429],
    category: 'permission',
  },
  {
    // Gateways make a fault of their own of it.
    text: /\b(?:model access is denied|access denied)\b|\bnot authorized to (?:perform|invoke|access)\b/i,
    status: [500, 502],
    category: 'permission',
  },
  {
    text: /(?<![a-z])api[ _-]?key is not (?:set|configured)\b/i,
    status: [500, 503],
    category: 'auth',
  },
  {
    text: /insufficient permissions|missing scopes?|not have sufficient permissions/i,
    status: [401, 403],
    category: 'permission',
  },
  {
    // At the head of the message: a tool's or a user's own trouble with a key comes later.
    text: /^.{0,60}\b(?:pass a valid api key|(?:incorrect|invalid|missing|wrong|no|expired) (?:\w+ )?(?:api[ -]?key|auth(?:entication|orization) (?:header|token|credentials?)|credentials)|api[ -]?key (?:is )?(?:not valid|not found|invalid|expired|missing|required)|api key provided|unregistered callers|(?:security|access|bearer) token .{0,40}(?:invalid|expired)|token has expired|could not (?:load|resolve|find) .{0,30}(?:credentials|authentication)|missing credentials|request signature we calculated|authentication (?:failed|fails|required))/im,
    status: [400, 403],
    category: 'auth',
  },
]);
