import type { Price } from '@llm-router/core';

/**
 * List prices of November 2026 in US dollars per million tokens, by provider and model. The first
 * model of a provider is the one that is asked unless another is named.
 */
export const modelPrices: Readonly<Record<string, Readonly<Record<string, Price>>>> = {
  openai: {
    'gpt-4o-mini': { input: 0.15, output: 0.6, cacheRead: 0.075 },
    'gpt-4o': { input: 2.5, output: 10, cacheRead: 1.25 },
    'gpt-4.1-nano': { input: 0.1, output: 0.4, cacheRead: 0.025 },
    'gpt-4.1-mini': { input: 0.4, output: 1.6, cacheRead: 0.1 },
    'gpt-5-nano': { input: 0.05, output: 0.4, cacheRead: 0.005 },
    'gpt-5-mini': { input: 0.25, output: 2, cacheRead: 0.025 },
  },
  groq: {
    'llama-3.1-8b-instant': { input: 0.05, output: 0.08 },
    'llama-3.3-70b-versatile': { input: 0.59, output: 0.79 },
    'openai/gpt-oss-20b': { input: 0.075, output: 0.3, cacheRead: 0.0375 },
  },
  mistral: {
    'mistral-small-latest': { input: 0.15, output: 0.6, cacheRead: 0.015 },
    'ministral-8b-latest': { input: 0.15, output: 0.15, cacheRead: 0.015 },
  },
  openrouter: { 'meta-llama/llama-3.1-8b-instruct': { input: 0.02, output: 0.04 } },
  deepseek: {
    'deepseek-flash': { input: 0.3, output: 1.2, cacheRead: 0.006 },
    'deepseek-v4-pro': { input: 1.32, output: 3.96, cacheRead: 0.044 },
  },
  xai: { 'grok-4.3': { input: 1.25, output: 2.5, cacheRead: 0.2 } },
  together: { 'openai/gpt-oss-120b': { input: 0.15, output: 0.6 } },
  fireworks: {
    'accounts/fireworks/models/glm-5p3': { input: 1.4, output: 4.4, cacheRead: 0.26 },
  },
  cerebras: { 'gpt-oss-120b': { input: 0.35, output: 0.75, cacheRead: 0.35 } },
  moonshot: { 'kimi-k2.6': { input: 0.95, output: 4, cacheRead: 0.16 } },
  zhipu: { 'glm-5.3-flash': { input: 0.15, output: 0.5, cacheRead: 0.03 } },
};
