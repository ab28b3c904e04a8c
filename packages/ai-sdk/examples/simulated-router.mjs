// A router before providers that do not exist, so that the example runs without a key.
import { createSimulator } from '@llm-router/simulator';
import { createRouter } from 'llm-router';

export function createSimulatedRouter() {
  const latency = { medianMs: 5, sigma: 0 };
  const outputTokens = { min: 8, max: 8 };
  const first = { name: 'gpt-4o-mini', latency, outputTokens };
  const second = { ...first, name: 'gpt-4o' };
  const faults = [{ kind: 'server-error' }];
  const third = { ...first, name: 'gpt-4.1', faults };
  const simulator = createSimulator({ models: [{ ...first, faults }, second, third] });
  const baseUrl = 'http://simulator.test/v1';
  const deployments = ['gpt-4o-mini', 'gpt-4o', 'gpt-4.1', 'text-embedding-3-small'].map(
    (model) => ({
      provider: 'openai',
      model,
      apiKey: 'none',
      baseUrl,
    }),
  );
  return {
    simulator,
    router: createRouter(
      { deployments, models: { chat: ['gpt-4o-mini', 'gpt-4o'] } },
      { fetch: (url, init) => answerOwn(String(url), init) ?? simulator.fetch(url, init) },
    ),
  };
}

/** What the simulator has no word for: embeddings, and answers that follow a schema. */
function answerOwn(url, { body }) {
  const { input, model, response_format: format } = JSON.parse(body);
  if (url.endsWith('/embeddings')) {
    const data = [input].flat().map((text, index) => ({ index, embedding: [text.length, 0.5] }));
    return Response.json({ data, model, usage: { prompt_tokens: 3, total_tokens: 3 } });
  }
  if (format === undefined) return undefined;
  const message = { role: 'assistant', content: '{"name":"Bergen","depth":12}' };
  const choice = { index: 0, message, finish_reason: 'stop' };
  return Response.json({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [choice],
  });
}
