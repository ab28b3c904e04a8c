import { createOpenAICompatible } from '@ai-sdk/openai-compatible';
import { generateText } from 'ai';

/**
 * The AI SDK with five retries, models in turns.
 *
 * @param {import('../contender.mjs').Task} task
 * @returns {import('../contender.mjs').Contender}
 */
export function create({ url, scenario: { models } }) {
  const provider = createOpenAICompatible({ name: 'upstream', baseURL: `${url}/v1` });
  return {
    async call({ index, prompt, maxTokens }) {
      const { text } = await generateText({
        model: provider(models[index % models.length].name),
        prompt,
        maxOutputTokens: maxTokens,
        maxRetries: 5,
      });
      return text;
    },
  };
}
