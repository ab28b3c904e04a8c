/** Portkey's names of the providers that both sides know, and the house's. */
const known: readonly (readonly [slug: string, provider: string])[] = [
  ['openai', 'openai'],
  ['azure-openai', 'azure'],
  ['anthropic', 'anthropic'],
  ['google', 'google'],
  ['vertex-ai', 'vertex'],
  ['bedrock', 'bedrock'],
  ['cohere', 'cohere'],
  ['mistral-ai', 'mistral'],
  ['groq', 'groq'],
  ['deepseek', 'deepseek'],
  ['x-ai', 'xai'],
  ['openrouter', 'openrouter'],
  ['together-ai', 'together'],
  ['fireworks-ai', 'fireworks'],
  ['moonshot', 'moonshot'],
  ['z-ai', 'zhipu'],
  ['featherless-ai', 'featherless'],
  ['cerebras', 'cerebras'],
  ['perplexity-ai', 'perplexity'],
  ['huggingface', 'huggingface'],
];

const bySlug: ReadonlyMap<string, string> = new Map([...known, ['zhipu', 'zhipu']]);
const byProvider: ReadonlyMap<string, string> = new Map(
  known.map(([slug, provider]) => [provider, slug]),
);

/** The house's name of a provider of Portkey's; `undefined` where it has none. */
export function providerOf(slug: string): string | undefined {
  return bySlug.get(slug);
}

/** Portkey's name of a provider of the house; `undefined` where it has none. */
export function slugOf(provider: string): string | undefined {
  return byProvider.get(provider);
}

/** Every provider that Portkey's gateway 1.15.2 accepts, in the order in which its refusal lists them. */
export const portkeySlugs: readonly string[] = (
  'anthropic anyscale azure-openai cohere google vertex-ai mistral-ai openai palm perplexity-ai reka-ai ' +
  'together-ai deepinfra ncompass stability-ai nomic ollama ai21 bedrock groq segmind jina fireworks-ai ' +
  'workers-ai moonshot openrouter lingyi zhipu novita-ai monsterapi deepseek predibase triton voyage ' +
  'azure-ai github deepbricks siliconflow huggingface cerebras inference-net sambanova lemonfox-ai ' +
  'upstage lambda dashscope x-ai cortex sagemaker nebius recraft-ai milvus replicate portkey lepton ' +
  'kluster-ai nscale hyperbolic bytez featherless-ai krutrim qdrant 302ai cometapi matterai meshy ' +
  'tripo3d nextbit modal z-ai oracle iointelligence aibadgr ovhcloud'
).split(' ');
