import { type PreparedRule, prepareRules } from '../rule.ts';

/** Requests that are well formed but ask for what this model or endpoint does not do. */
export const unsupportedRules: readonly PreparedRule[] = prepareRules([
  {
    words: ['unsupported_parameter', 'unsupported_value', 'OperationNotSupported'],
    category: 'invalid_request',
    failover: true,
  },
  {
    text: [
      /not (?:currently )?supported (?:with|by|for|on|in|when) /i,
      /not supported\. ?(?:use|please use|supported)/i,
      /isn't supported/i,
      /\bdoes(?: not|n't) (?:currently )?(?:support|work with)/i,
      /\bonly supports?\b/i,
      /\b(?:is|are) only (?:available|supported) (?:for|in|on|with|when using)/i,
      /\bextra inputs are not permitted/i,
      /\bpre-?fill/i,
      /\bunsupported (?:parameter|value)\b/i,
      /\bsupports at most \d/i,
      /maximum (?:allowed number of )?output tokens/i,
      /maximum tokens you requested exceeds? the model/i,
      // The order of roles and the forms of content are stricter here than there.
      /\b(?:should|must) alternate\b/i,
      /\bcontent\b.{0,40}\b(?:should|must) be a (?:valid )?string\b/i,
      /\binvalid type: sequence, expected a string\b/i,
      /\bany variant of untagged enum \w*content/i,
      /\bcannot unmarshal (?:array|object)\b/i,
      /\b(?:invalid (?:message )?role|'role' field that is in)\b/i,
      /\b(?:jinja|chat) template\b/i,
      /\bout of vocabulary\b/i,
      // Sizes and bounds are each vendor's own.
      /\b(?:exceeds?|exceeded|larger than)\b.{0,60}\b(?:MB|bytes|pixels)\b|\bimage dimensions exceed/i,
      /\b(?:must|should) be (?:at most|less than or equal to|between)\b|\bvalid range of\b/i,
      /\bmust be set to `?(?:true|false)\b/i,
      // What only some have, and others would not look at.
      /\b(?:redacted_thinking|reasoning_content|thought_signature|cache_control)\b|`thinking`|when thinking is enabled/i,
      /\bexpected tags\b/i,
      /\bis unsupported\b|\b(?:argument|parameter|field) (?:is )?not supported\b/i,
      /\bunexpected value\(s\) .{0,80}\bheader\b/i,
      /\brequires? --[a-z]/i,
      /not enabled (?:for|on)/i,
      /deprecated for this model/i,
      /not (?:available|allowed|permitted) (?:for|with|on) (?:this|the) model/i,
      /not a (?:multimodal|vision|chat|completion) model/i,
      /cannot .{0,40} for this model/i,
      /at most \d+ images?/i,
      /requires? the (?:use of|beta)/i,
    ],
    status: [400, 405, 422, 501],
    category: 'invalid_request',
    failover: true,
  },
]);
