import type { ProviderProfile } from './provider-profile.ts';

/** What most servers that speak OpenAI's wire have in common. */
const common: ProviderProfile = {
  keyHeader: 'authorization',
  headers: {},
  wireOptions: ['includeUsage'],
  usageOnRequest: true,
  endsWithoutDone: false,
  outputLimit: 'max_tokens',
  developerRole: false,
  reasoningFields: [],
  cacheMarkers: false,
  refusedFields: [],
  renamedFields: {},
  toolCallIds: 'any',
  reasoningTokens: 'inside',
  embeddings: false,
};

/** The providers of OpenAI's chat wire, and how each differs. */
export const providerProfiles: Readonly<Record<string, ProviderProfile>> = {
  openai: {
    ...common,
    baseUrl: 'https://api.openai.com/v1',
    keyVariable: 'OPENAI_API_KEY',
    outputLimit: 'max_completion_tokens',
    developerRole: true,
    refusedFields: ['top_k'],
    embeddings: true,
  },
  groq: {
    ...common,
    baseUrl: 'https://api.groq.com/openai/v1',
    keyVariable: 'GROQ_API_KEY',
    outputLimit: 'as-written',
    reasoningFields: ['reasoning'],
    refusedFields: ['logprobs', 'top_logprobs', 'logit_bias', 'top_k'],
  },
  mistral: {
    ...common,
    baseUrl: 'https://api.mistral.ai/v1',
    keyVariable: 'MISTRAL_API_KEY',
    // Usage comes unasked in the last chunk, and unknown fields are a 422.
    usageOnRequest: false,
    refusedFields: [
      'logprobs',
      'top_logprobs',
      'logit_bias',
      'top_k',
      'user',
      'safety_identifier',
      'store',
      'service_tier',
      'verbosity',
      'modalities',
      'audio',
      'web_search_options',
      'functions',
      'function_call',
    ],
    renamedFields: { seed: 'random_seed' },
    toolCallIds: 'nine-alphanumerics',
    embeddings: true,
  },
  openrouter: {
    ...common,
    baseUrl: 'https://openrouter.ai/api/v1',
    keyVariable: 'OPENROUTER_API_KEY',
    reasoningFields: ['reasoning', 'reasoning_details'],
    cacheMarkers: true,
    reportedCost: 'usd',
    embeddings: true,
  },
  deepseek: {
    ...common,
    baseUrl: 'https://api.deepseek.com',
    keyVariable: 'DEEPSEEK_API_KEY',
    reasoningFields: ['reasoning_content'],
  },
  together: {
    ...common,
    baseUrl: 'https://api.together.xyz/v1',
    keyVariable: 'TOGETHER_API_KEY',
    usageOnRequest: false,
    embeddings: true,
  },
  fireworks: {
    ...common,
    baseUrl: 'https://api.fireworks.ai/inference/v1',
    keyVariable: 'FIREWORKS_API_KEY',
    usageOnRequest: false,
    reasoningFields: ['reasoning_content'],
    embeddings: true,
  },
  moonshot: {
    ...common,
    baseUrl: 'https://api.moonshot.ai/v1',
    keyVariable: 'MOONSHOT_API_KEY',
    reasoningFields: ['reasoning_content'],
  },
  zhipu: {
    ...common,
    baseUrl: 'https://api.z.ai/api/paas/v4',
    keyVariable: 'ZAI_API_KEY',
    reasoningFields: ['reasoning_content'],
    embeddings: true,
  },
  featherless: {
    ...common,
    baseUrl: 'https://api.featherless.ai/v1',
    keyVariable: 'FEATHERLESS_API_KEY',
  },
  cerebras: {
    ...common,
    baseUrl: 'https://api.cerebras.ai/v1',
    keyVariable: 'CEREBRAS_API_KEY',
    outputLimit: 'max_completion_tokens',
    refusedFields: ['frequency_penalty', 'presence_penalty', 'logit_bias'],
    endsWithoutDone: true,
  },
  perplexity: {
    ...common,
    baseUrl: 'https://api.perplexity.ai',
    keyVariable: 'PERPLEXITY_API_KEY',
    usageOnRequest: false,
    reasoningTokens: 'on-top',
    reportedCost: 'usd-breakdown',
  },
  xai: {
    ...common,
    baseUrl: 'https://api.x.ai/v1',
    keyVariable: 'XAI_API_KEY',
    outputLimit: 'as-written',
    reasoningFields: ['reasoning_content'],
    reasoningTokens: 'on-top',
    reportedCost: 'ticks',
  },
  huggingface: {
    ...common,
    baseUrl: 'https://router.huggingface.co/v1',
    keyVariable: 'HF_TOKEN',
    // It passes on the streams of others, some of which end so.
    endsWithoutDone: true,
  },
  ollama: {
    ...common,
    baseUrl: 'http://localhost:11434/v1',
    reasoningFields: ['reasoning'],
    embeddings: true,
  },
  'lm-studio': { ...common, baseUrl: 'http://localhost:1234/v1', embeddings: true },
  vllm: {
    ...common,
    baseUrl: 'http://localhost:8000/v1',
    outputLimit: 'as-written',
    reasoningFields: ['reasoning_content', 'reasoning'],
    embeddings: true,
  },
  'openai-compatible': {
    ...common,
    // Nothing is known of the server, so that the request goes out as it was written.
    outputLimit: 'as-written',
    reasoningFields: ['reasoning_content', 'reasoning', 'reasoning_details'],
    endsWithoutDone: true,
    embeddings: true,
  },
};

/** Known providers whose own wire is not spoken yet, and the way to reach their models meanwhile. */
export const unspokenProviders: Readonly<Record<string, string>> = {
  azure:
    "'openai-compatible' with baseUrl 'https://{resource}.openai.azure.com/openai/v1' and the key in the header 'api-key'",
  google:
    "'openai-compatible' with baseUrl 'https://generativelanguage.googleapis.com/v1beta/openai'",
  vertex: "'openrouter'",
  bedrock:
    "'openrouter', or 'openai-compatible' with baseUrl 'https://bedrock-runtime.{region}.amazonaws.com/openai/v1'",
  cohere: "'openai-compatible' with baseUrl 'https://api.cohere.ai/compatibility/v1'",
  portkey:
    "'openai-compatible' with baseUrl 'https://api.portkey.ai/v1' and the key in the header 'x-portkey-api-key'",
};
