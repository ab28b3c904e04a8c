import { familyOf, modelProfile } from '../src/model-profile.ts';

it.each([
  ['claude-3-5-sonnet-20241022', 'claude'],
  ['claude-opus-4-20250514', 'claude'],
  ['claude-haiku-4-5-20251001', 'claude'],
  ['anthropic/claude-sonnet-4.6', 'claude'],
  ['us.anthropic.claude-opus-4-8-v1:0', 'claude5'],
  ['claude-sonnet-5-5', 'claude5'],
  ['gemini-2.0-flash-001', 'gemini2'],
  ['models/gemini-3.5-flash', 'gemini'],
  ['vertex/gemini-2.5-pro', 'geminiVertex'],
  ['publishers/google/models/gemini-2.5-pro', 'geminiVertex'],
  ['meta-llama/Llama-3.3-70B-Instruct', 'llama31'],
  ['llama3.2:3b', 'llama31'],
  ['llama3', 'llama'],
  ['meta-llama/llama-4-scout', 'llama4'],
  ['us.deepseek.r1-v1:0', 'deepseek'],
  ['deepseek-r1-distill-qwen-32b', 'qwen'],
  ['openai/gpt-oss-120b', 'gptOss'],
  ['open-mixtral-8x7b', 'mistral'],
  ['eu.amazon.nova-lite-v1:0', 'nova'],
  ['gpt-4o', undefined],
  ['acme-9', undefined],
  ['', undefined],
])('%s is of the family %s', (model, family) => {
  expect(familyOf(model)).toBe(family);
});

it('counts what is open under another name by its own family', () => {
  expect(modelProfile('gpt-oss-20b').kind).toBe('calibrated');
  expect(modelProfile('gpt-4o').kind).toBe('openai');
  expect(modelProfile('gpt-4ox').kind).toBe('openai');
  expect(modelProfile('gpt-40').kind).toBe('unknown');
});

it('has no time for hostile names', () => {
  expect(modelProfile('a.'.repeat(1_000_000)).kind).toBe('unknown');
});
