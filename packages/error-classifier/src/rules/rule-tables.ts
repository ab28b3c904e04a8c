import type { RuleTable } from '../rule.ts';
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
const ownTables: Readonly<Record<string, RuleTable>> = {
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
const sharedTables: readonly RuleTable[] = [
  transportRules,
  limitRules,
  contextLengthRules,
  contentPolicyRules,
  credentialRules,
  notFoundRules,
  unsupportedRules,
];

/** Vendors whose codes and sentences are plain enough to be believed wherever they turn up. */
const travellingTables: readonly RuleTable[] = [
  googleRules,
  anthropicRules,
  bedrockRules,
  openaiRules,
  azureRules,
  groqRules,
  moonshotRules,
  openrouterRules,
  cerebrasRules,
  localRules,
  gatewayRules,
];

/** Numbers and loose sentences that only make sense from their own vendor. */
const homeboundTables: readonly RuleTable[] = [zhipuRules];

const relays = new Set(['openrouter', 'portkey', 'openai-compatible', 'huggingface']);

/**
 * The tables to go by, in order: the provider's own, the shared ones, then those of other vendors,
 * since clouds and gateways pass on what the maker of a model said.
 */
export function tablesFor(provider: string | undefined): readonly RuleTable[] {
  const own =
    provider !== undefined && Object.hasOwn(ownTables, provider) ? ownTables[provider] : undefined;
  const anyVendor = own === undefined || relays.has(provider ?? '');
  return [
    ...(own === undefined ? [] : [own]),
    ...sharedTables,
    ...travellingTables,
    ...(anyVendor ? homeboundTables : []),
    transportTextRules,
    statusRules,
  ];
}
