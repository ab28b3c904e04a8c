import { type PreparedRule, prepareRules } from '../rule.ts';

/** Prompts and answers that a provider refuses for what they say. */
export const contentPolicyRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'content_filter',
      'content_filter_result',
      'content_filter_policy',
      'content_policy_violation',
      'ContentPolicyViolationError',
      'ResponsibleAIPolicyViolation',
      'moderation_blocked',
      'data_inspection_failed',
      'DataInspectionFailed',
      'PROHIBITED_CONTENT',
      'blockReason',
      'flagged_input',
      'refusal',
      'image_content_policy_violation',
      'image_safety',
      'content_blocked',
      'censorship_blocked',
      'raiFilteredReason',
    ],
    category: 'content_policy',
  },
  {
    text: [
      /content (?:management|polic(?:y|ies)|filter(?:ing|s)?\b)/i,
      /our safety system/i,
      /violat(?:e|es|ing|ion of) (?:our |the )?(?:usage|content|safety|acceptable use|terms)/i,
      /flagged (?:as|by|for)/i,
      /model produced invalid content/i,
      /content exists risk/i,
      /responsible ai/i,
      /considered high risk/i,
      /prohibited content/i,
      /\bcontent\b.{0,60} (?:is|was) blocked/i,
      /\bblocked\b.{0,40}\bpolicy\b/i,
      /requires? moderation/i,
      /敏感/i,
      /违规/i,
      /不安全/i,
    ],
    status: [400, 403, 421, 422, 451],
    category: 'content_policy',
  },
]);
