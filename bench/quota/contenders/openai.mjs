import OpenAI from 'openai';

/**
 * The official SDK with five retries, models in turns.
 *
 * @param {import('../contender.mjs').Task} task
 * @returns {import('../contender.mjs').Contender}
 */
export function create({ url, scenario: { models } }) {
  const client = new OpenAI({ baseURL: `${url}/v1`, apiKey: 'none', maxRetries: 5 });
  return {
    async call({ index, prompt, maxTokens }) {
      const { choices } = await client.chat.completions.create({
        model: models[index % models.length].name,
        messages: [{ role: 'user', content: prompt }],
        max_tokens: maxTokens,
      });
      return choices[0].message.content;
    },
  };
}
