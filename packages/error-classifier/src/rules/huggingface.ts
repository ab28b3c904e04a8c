import { type PreparedRule, prepareRules } from '../rule.ts';

/** Hugging Face's router: 503 while a model loads is covered by the status. */
export const huggingfaceRules: readonly PreparedRule[] = prepareRules([
  { text: /monthly included credits/i, category: 'quota_exhausted', limit: 'spend' },
]);
