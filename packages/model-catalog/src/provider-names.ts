/** Who makes models, by the names that stand before a slash or a Bedrock dot. */
const makers: Readonly<Record<string, string>> = {
  ai21: 'ai21',
  alibaba: 'alibaba',
  amazon: 'amazon',
  anthropic: 'anthropic',
  cohere: 'cohere',
  coherelabs: 'cohere',
  deepseek: 'deepseek',
  'deepseek-ai': 'deepseek',
  gemini: 'google',
  google: 'google',
  meta: 'meta',
  'meta-llama': 'meta',
  microsoft: 'microsoft',
  minimax: 'minimax',
  minimaxai: 'minimax',
  mistral: 'mistral',
  mistralai: 'mistral',
  moonshot: 'moonshot',
  moonshotai: 'moonshot',
  nvidia: 'nvidia',
  openai: 'openai',
  perplexity: 'perplexity',
  qwen: 'alibaba',
  xai: 'xai',
  'x-ai': 'xai',
  'z-ai': 'zhipu',
  zai: 'zhipu',
  'zai-org': 'zhipu',
  zhipu: 'zhipu',
  zhipuai: 'zhipu',
};

/** Who runs models of others. */
const hosts: Readonly<Record<string, string>> = {
  'amazon-bedrock': 'bedrock',
  azure: 'azure',
  azure_ai: 'azure',
  bedrock: 'bedrock',
  cerebras: 'cerebras',
  featherless: 'featherless',
  fireworks: 'fireworks',
  'fireworks-ai': 'fireworks',
  fireworks_ai: 'fireworks',
  'github-models': 'github-models',
  'google-vertex': 'vertex',
  'google-vertex-anthropic': 'vertex',
  groq: 'groq',
  huggingface: 'huggingface',
  'lm-studio': 'lm-studio',
  lm_studio: 'lm-studio',
  ollama: 'ollama',
  openrouter: 'openrouter',
  portkey: 'portkey',
  together: 'together',
  together_ai: 'together',
  togetherai: 'together',
  vertex: 'vertex',
  vertex_ai: 'vertex',
  vllm: 'vllm',
};

/** The first word of a model's name tells who made it. */
const makersByName: readonly (readonly [RegExp, string])[] = [
  [/^(?:gpt|chatgpt|chat-latest|o\d|davinci|babbage)/, 'openai'],
  [/^claude/, 'anthropic'],
  [/^(?:gemini|gemma)/, 'google'],
  [/^(?:meta-)?llama/, 'meta'],
  [/^(?:(?:open-)?mi[sx]tral|codestral|devstral|ministral|pixtral|magistral)/, 'mistral'],
  [/^(?:command|north|c4ai)/, 'cohere'],
  [/^deepseek/, 'deepseek'],
  [/^grok/, 'xai'],
  [/^kimi/, 'moonshot'],
  [/^(?:zai-)?glm/, 'zhipu'],
  [/^(?:qwen|qwq|qvq)/, 'alibaba'],
  [/^minimax/, 'minimax'],
  [/^sonar/, 'perplexity'],
  [/^nova/, 'amazon'],
  [/^phi/, 'microsoft'],
  [/^nemotron/, 'nvidia'],
];

/** Who sells whose models at the maker's own price. Each pair was compared model by model. */
const resellers: Readonly<Record<string, readonly string[]>> = {
  azure: ['openai'],
  openrouter: ['openai', 'anthropic', 'xai'],
  vertex: ['anthropic', 'google'],
};

/** The maker that a part of an id names, or `undefined`. */
export function readMaker(part: string): string | undefined {
  return Object.hasOwn(makers, part) ? makers[part] : undefined;
}

/** The host that a part of an id names, or `undefined`. */
export function readHost(part: string): string | undefined {
  return Object.hasOwn(hosts, part) ? hosts[part] : undefined;
}

/** One word for a provider, whichever way it is called. */
export function readProvider(name: string): string {
  const lower = name.trim().toLowerCase();
  return readHost(lower) ?? readMaker(lower) ?? lower;
}

/** Who made a model, from the beginning of its name in lower case. */
export function makerOf(name: string): string | undefined {
  return makersByName.find(([pattern]) => pattern.test(name))?.[1];
}

/** Whether `provider` sells the models of `maker` at the maker's price. */
export function sellsAtListPrice(provider: string, maker: string): boolean {
  return resellers[provider]?.includes(maker) ?? false;
}
