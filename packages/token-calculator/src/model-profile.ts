import type { Calibration } from './calibration.ts';
import { calibrations, type Family } from './calibration-data.ts';
import type { Encoding } from './tokenizer.ts';

/** How the tokens of a model are counted. */
export type ModelProfile =
  | { readonly kind: 'openai'; readonly encoding: Encoding; readonly thinks: 'never' | 'o' | 'gpt' }
  | { readonly kind: 'calibrated'; readonly encoding: Encoding; readonly calibration: Calibration }
  | { readonly kind: 'unknown' };

const longest = 256;

const bedrockPrefix = /^(?:(?:us-gov|us|eu|apac|ap|jp|au|ca|sa|global)\.)?[a-z0-9]+\.(?=[a-z])/;

/** OpenAI's own, the special before the general: `gpt-4o` is no `gpt-4`. */
const openai: readonly (readonly [RegExp, Encoding, 'never' | 'o' | 'gpt'])[] = [
  [/^(?:gpt-4o|gpt-4\.\d|chatgpt-4o)/, 'o200k_base', 'never'],
  [/^o\d(?:-|$)/, 'o200k_base', 'o'],
  [/^(?:gpt-(?:[5-9]|[12]\d)(?![a-z0-9])|codex|chat-latest)/, 'o200k_base', 'gpt'],
  [/^(?:gpt-4|gpt-3\.5|gpt-35)(?![0-9])/, 'cl100k_base', 'never'],
  [/^(?:text-embedding-(?:3|ada-002)|davinci-002|babbage-002)/, 'cl100k_base', 'never'],
  [/^(?:text-davinci-00[23]|code-davinci|code-cushman)/, 'p50k_base', 'never'],
  [
    /^(?:text-(?:davinci|curie|babbage|ada)-001|(?:davinci|curie|babbage|ada)$)/,
    'r50k_base',
    'never',
  ],
];

/** Other makers' lines; a name of {@link calibrations} each. */
const families: readonly (readonly [RegExp, keyof typeof calibrations])[] = [
  [/^gpt-oss/, 'gptOss'],
  [/^claude-(?:opus|sonnet|haiku|fable|mythos)-(?:[5-9]|4[.-][7-9])(?!\d)/, 'claude5'],
  [/^claude/, 'claude'],
  [/^gemini-(?:1|2\.0)(?![0-9])/, 'gemini2'],
  [/^(?:gemini|learnlm)/, 'gemini'],
  [/^gemma/, 'gemma'],
  [/^(?:meta-)?llama-?4/, 'llama4'],
  [/^(?:meta-)?llama-?3[.-][1-3]/, 'llama31'],
  [/^(?:meta-|code)?llama/, 'llama'],
  [/^deepseek-r1-distill-llama/, 'llama31'],
  [/^(?:deepseek-r1-distill-qwen|qwen|qwq|qvq)/, 'qwen'],
  [/^(?:deepseek|r1-)/, 'deepseek'],
  [/^(?:(?:open-)?mi[sx]tral|codestral|devstral|ministral|pixtral|magistral)/, 'mistral'],
  [/^grok/, 'grok'],
  [/^kimi/, 'kimi'],
  [/^(?:zai-)?glm/, 'glm'],
  [/^command/, 'command'],
  [/^nova/, 'nova'],
  [/^sonar/, 'sonar'],
];

/** Finds out how a model counts, from any spelling of its id. */
export function modelProfile(model: string): ModelProfile {
  const name = readName(model);
  const known = openai.find(([pattern]) => pattern.test(name));
  if (known !== undefined) return { kind: 'openai', encoding: known[1], thinks: known[2] };
  const family = familyOf(model);
  if (family === undefined) return { kind: 'unknown' };
  return { kind: 'calibrated', encoding: 'o200k_base', calibration: calibrations[family] };
}

/** The line of models that a name belongs to; OpenAI's own and unknown ones have none. */
export function familyOf(model: string): Family | undefined {
  const name = readName(model);
  const family = families.find(([pattern]) => pattern.test(name))?.[1];
  const onVertex = /^\s*(?:vertex|publishers\/|projects\/)/i.test(model);
  return family?.startsWith('gemini') && onVertex ? 'geminiVertex' : family;
}

/** `openai/gpt-4o`, `us.anthropic.claude-…`, `models/gemini-…` and `ft:gpt-4o:…` without what stands before. */
function readName(model: string): string {
  const last = model.slice(-longest).trim().toLowerCase().split('/').pop() ?? '';
  return last.replace(/^ft:/, '').replace(bedrockPrefix, '');
}
