import type { PreparedRule } from '../rule.ts';
import { createRuleBook, type RuleBook } from '../rule-book.ts';
import { anthropicRules } from './anthropic.ts';
import { azureRules } from './azure.ts';
import { bedrockRules } from './bedrock.ts';
import { cerebrasRules } from './cerebras.ts';
import { cohereRules } from './cohere.ts';
import { contentPolicyRules } from './content-policy.ts';
import { contextLengthRules } from './context-length.ts';
import { credentialRules } from './credentials.ts';
import { deepseekRules } from './deepseek.ts';
import { featherlessRules } from './featherless.ts';
import { fireworksRules } from './fireworks.ts';
import { gatewayRules } from './gateways.ts';
import { googleRules } from './google.ts';
import { groqRules } from './groq.ts';
import { huggingfaceRules } from './huggingface.ts';
import { limitRules } from './limits.ts';
import { localRules } from './local.ts';
import { mistralRules } from './mistral.ts';
import { moonshotRules } from './moonshot.ts';
import { notFoundRules } from './not-found.ts';
import { openaiRules } from './openai.ts';
import { openrouterRules } from './openrouter.ts';
import { portkeyRules } from './portkey.ts';
import { statusRules } from './status.ts';
import { togetherRules } from './together.ts';
import { transportRules, transportTextRules } from './transport.ts';
import { unsupportedRules } from './unsupported.ts';
import { xaiRules } from './xai.ts';
import { zhipuRules } from './zhipu.ts';

/** The providers that have rules of their own. */
const ownRules: Readonly<Record<string, readonly PreparedRule[]>> = {
  openai: openaiRules,
  azure: azureRules,
  anthropic: anthropicRules,
  google: googleRules,
  vertex: googleRules,
  bedrock: bedrockRules,
  cohere: cohereRules,
  mistral: mistralRules,
  groq: groqRules,
  deepseek: deepseekRules,
  xai: xaiRules,
  openrouter: openrouterRules,
  together: togetherRules,
  fireworks: fireworksRules,
  moonshot: moonshotRules,
  zhipu: zhipuRules,
  featherless: featherlessRules,
  cerebras: cerebrasRules,
  huggingface: huggingfaceRules,
  ollama: localRules,
  'lm-studio': localRules,
  vllm: localRules,
  portkey: portkeyRules,
  'openai-compatible': gatewayRules,
};

/** Spoken by many vendors; in the order in which wordings are tried. */
const sharedRules: readonly PreparedRule[] = [
  ...transportRules,
  ...limitRules,
  ...contextLengthRules,
  ...contentPolicyRules,
  ...credentialRules,
  ...notFoundRules,
  ...unsupportedRules,
];

/** Vendors whose codes and sentences are plain enough to be believed wherever they turn up. */
const travellingRules: readonly PreparedRule[] = [
  ...googleRules,
  ...anthropicRules,
  ...bedrockRules,
  ...openaiRules,
  ...azureRules,
  ...groqRules,
  ...moonshotRules,
  ...openrouterRules,
  ...cerebrasRules,
  ...localRules,
  ...gatewayRules,
];

/** Numbers and loose sentences that only make sense from their own vendor. */
const homeboundRules = zhipuRules;

const relays = new Set(['openrouter', 'portkey', 'openai-compatible', 'huggingface']);

/** Made when they are first asked for; as many as there are providers with rules of their own, and one. */
const books = new Map<string | undefined, RuleBook>();

/** The rules to go by for this provider's errors; for an unknown one, all that are known. */
export function ruleBookFor(provider: string | undefined): RuleBook {
  const known = provider !== undefined && Object.hasOwn(ownRules, provider) ? provider : undefined;
  const book = books.get(known) ?? bookOf(known);
  books.set(known, book);
  return book;
}

/**
 * The provider's own rules come first, then the shared ones, then those of other vendors, since
 * clouds and gateways pass on what the maker of a model said.
 */
function bookOf(provider: string | undefined): RuleBook {
  const own = provider === undefined ? undefined : ownRules[provider];
  const anyVendor = own === undefined || relays.has(provider ?? '');
  return createRuleBook([
    ...(own ?? []),
    ...sharedRules,
    ...travellingRules,
    ...(anyVendor ? homeboundRules : []),
    ...transportTextRules,
    ...statusRules,
  ]);
}
