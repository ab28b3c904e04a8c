// Who competes with whom on which prompts.

/** Sources that may be learned from. */
export const ownSources = ['mmlu', 'gsm8k', 'math_l5', 'mmlu_pro'];

/** Share-alike licence: it is only scored, never learned from. */
export const foreignSource = 'llmrouter';

/** A weak and a strong model on the prompts of one source, or of several mixed in equal parts. */
export const contests = [
  { sources: ['mmlu'], weak: 'mixtral-8x7b-instruct', strong: 'gpt-4-1106-preview' },
  { sources: ['gsm8k'], weak: 'mixtral-8x7b-instruct', strong: 'gpt-4-1106-preview' },
  { sources: ['gsm8k'], weak: 'claude-3-haiku', strong: 'claude-3.5-sonnet-1022' },
  { sources: ['math_l5'], weak: 'claude-3-haiku', strong: 'claude-3.5-sonnet-1022' },
  { sources: ['math_l5'], weak: 'gpt-4o-mini', strong: 'o1-mini' },
  { sources: ['mmlu_pro'], weak: 'llama-3.1-8b-instruct', strong: 'llama-3.1-70b-instruct' },
  { sources: ['mmlu_pro'], weak: 'mistral-7b-instruct-v0.2', strong: 'gemini-1.5-pro-002' },
  {
    sources: ['gsm8k', 'math_l5', 'mmlu_pro'],
    weak: 'llama-3.1-8b-instruct',
    strong: 'llama-3.1-70b-instruct',
  },
  {
    sources: ['gsm8k', 'math_l5'],
    weak: 'claude-3-haiku',
    strong: 'claude-3.5-sonnet-1022',
  },
  { sources: ['mmlu', 'gsm8k'], weak: 'mixtral-8x7b-instruct', strong: 'gpt-4-1106-preview' },
  {
    sources: ['llmrouter'],
    weak: 'llama-3.1-8b-instruct',
    strong: 'llama-3.1-nemotron-51b-instruct',
  },
  {
    sources: ['llmrouter'],
    weak: 'mistral-7b-instruct-v0.3',
    strong: 'llama-3.1-nemotron-51b-instruct',
  },
];

/** Small models whose failures are learned, by source: the mean of several is less noisy than one. */
export const weakModels = {
  mmlu: ['mixtral-8x7b-instruct'],
  gsm8k: ['mixtral-8x7b-instruct', 'claude-3-haiku', 'llama-3.1-8b-instruct', 'gemma-2-9b-it'],
  math_l5: ['claude-3-haiku', 'llama-3.1-8b-instruct', 'qwen2.5-7b-instruct', 'gemma-2-9b-it'],
  mmlu_pro: ['llama-3.1-8b-instruct', 'mistral-7b-instruct-v0.2', 'qwen1.5-7b-chat'],
};

/** Their large counterparts, for what a large model gains. */
export const strongModels = {
  mmlu: ['gpt-4-1106-preview'],
  gsm8k: ['gpt-4-1106-preview', 'claude-3.5-sonnet-1022', 'llama-3.1-70b-instruct', 'gpt-4o-0806'],
  math_l5: ['claude-3.5-sonnet-1022', 'llama-3.1-70b-instruct', 'qwen2.5-72b-instruct', 'o1-mini'],
  mmlu_pro: ['llama-3.1-70b-instruct', 'gemini-1.5-pro-002', 'qwen1.5-72b-chat'],
};

/** Rows of a contest: the prompt, what the strong model gains on it, and its weight. */
export function rowsOf({ sources, weak, strong }, prompts) {
  const rows = prompts
    .filter(({ source, scores }) => sources.includes(source) && weak in scores && strong in scores)
    .map((prompt) => ({ prompt, gain: prompt.scores[strong] - prompt.scores[weak] }));
  const sizes = {};
  for (const { prompt } of rows) sizes[prompt.source] = (sizes[prompt.source] ?? 0) + 1;
  return rows.map((row) => ({ ...row, weight: 1 / sizes[row.prompt.source] }));
}
