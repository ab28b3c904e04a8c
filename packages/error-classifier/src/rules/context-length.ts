import { type PreparedRule, prepareRules } from '../rule.ts';

/** A request that no window of this model takes. Never under 429, where it is a rate limit. */
const statuses = [400, 413, 422, 500];

/** The prompt, or prompt and answer together, do not fit the model's window. */
export const contextLengthRules: readonly PreparedRule[] = prepareRules([
  {
    words: [
      'context_length_exceeded',
      'context_window_exceeded',
      'ContextWindowExceededError',
      'exceed_context_size_error',
      'model_context_window_exceeded',
      'max_context_length_exceeded',
      'token_limit_exceeded',
      'tokens_limit_reached',
      'too_many_prompt_tokens',
      'prompt_too_long',
    ],
    category: 'context_length',
  },
  { words: ['TOO_MANY_TOKENS'], status: statuses, category: 'context_length' },
  {
    words: ['string_above_max_length', 'array_above_max_length'],
    category: 'invalid_request',
  },
  {
    text: [
      /\b(?:maximum|max) (?:context|prompt|model) (?:length|limit|window)/i,
      /exceeds? (?:the |your |this )?(?:\w+'s )?(?:available |maximum |model |model's )*context/i,
      /longer than the (?:model's )?(?:\w+ )?context/i,
      /context (?:length|window|size|limit) (?:\w+ ){0,3}exceeded/i,
      /(?:prompt|input)[_ ]tokens?\b.{0,20} must be less than/i,
      /context length is only/i,
      /input tokens exceed/i,
      /input length (?:and `?max_tokens`? )?exceed/i,
      /exceed(?:s|ed)? (?:the )?(?:model )?(?:maximum number of tokens allowed|token limit|max(?:imum)? input (?:length|tokens))/i,
      /maximum (?:allowed )?(?:number of )?input (?:length|tokens)/i,
      /max input tokens/i,
      /current length is .{1,40} while limit is/i,
      /(?:prompt|input|request|conversation) is too long/i,
      /too long to fit\b/i,
      /length of all messages is too long/i,
      /prompt exceeds max/i,
      /reduce the length of the (?:messages|prompt|input)/i,
      /too many (?:input |prompt )?tokens/i,
      /`?inputs`? (?:tokens \+ `?max_new_tokens`? )?must (?:be|have less)/i,
      /range of input length should be/i,
      /exceed(?:s)? (?:the )?context window/i,
      /context the overflows/i,
      /(?:larger|greater) than the (?:model's )?context/i,
      /maximum request size is \d+ tokens/i,
    ],
    status: statuses,
    category: 'context_length',
  },
]);
