// Providers that do not exist, so that the examples run without a key. Leave the dependencies out and
// name real providers, and the rest of an example stays as it is.
import { createSimulator } from '@llm-router/simulator';
import { createRouter } from 'llm-router';

export function createSimulatedRouter() {
  const latency = { medianMs: 5, sigma: 0 };
  const outputTokens = { min: 8, max: 8 };
  const simulator = createSimulator({
    models: [
      { name: 'gpt-4o-mini', latency, outputTokens },
      { name: 'claude-haiku-4-5', latency, outputTokens },
    ],
  });
  const baseUrl = 'http://simulator.test/v1';
  return createRouter(
    {
      deployments: [
        { provider: 'openai', model: 'gpt-4o-mini', apiKey: 'none', baseUrl },
        { provider: 'anthropic', model: 'claude-haiku-4-5', apiKey: 'none' },
        { provider: 'openai', model: 'text-embedding-3-small', apiKey: 'none', baseUrl },
      ],
    },
    { fetch: (url, init) => answerOwn(String(url), init) ?? simulator.fetch(url, init) },
  );
}

/** What the simulator has no word for: embeddings, and answers that follow a schema. */
function answerOwn(url, { body = '{}' } = {}) {
  const { input, model, response_format: format, output_config: config } = JSON.parse(body);
  if (url.endsWith('/embeddings')) {
    const data = [input].flat().map((text, index) => ({ index, embedding: [text.length, 0.5] }));
    return Response.json({ data, model, usage: { prompt_tokens: 3, total_tokens: 3 } });
  }
  const content = '{"name":"Bergen","depth":12}';
  if (config?.format !== undefined) {
    const usage = { input_tokens: 9, output_tokens: 9 };
    const block = { type: 'text', text: content };
    return Response.json({
      id: 'msg_1',
      type: 'message',
      role: 'assistant',
      model,
      content: [block],
      stop_reason: 'end_turn',
      usage,
    });
  }
  if (format === undefined) return undefined;
  const choice = { index: 0, message: { role: 'assistant', content }, finish_reason: 'stop' };
  return Response.json({
    id: 'c1',
    object: 'chat.completion',
    created: 1,
    model,
    choices: [choice],
  });
}
