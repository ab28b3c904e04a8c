import { createRouter } from '../../../packages/llm-router/dist/index.js';

/**
 * The router as it comes: all models equal, everything else at its default.
 *
 * @param {import('../contender.mjs').Task} task
 * @param {(model: import('../scenarios.mjs').Model) => object} limitsOf
 * @returns {import('../contender.mjs').Contender}
 */
export function routerContender({ url, scenario }, limitsOf) {
  const router = createRouter({
    strategy: 'loadbalance',
    deployments: scenario.models.map((model) => ({
      provider: 'openai-compatible',
      baseUrl: `${url}/v1`,
      model: model.name,
      limits: limitsOf(model),
    })),
  });
  return {
    async call({ prompt, maxTokens }) {
      const messages = [{ role: 'user', content: prompt }];
      const { text } = await router.chat({ messages, max_tokens: maxTokens });
      return text;
    },
  };
}
