import { createRandom, createVirtualClock } from '@llm-router/core';
import { createSimulator, type SimulatorOptions } from '@llm-router/simulator';
import { createRouter, type RouterConfig } from 'llm-router';
import { completionOf } from '../support.ts';

/** Vectors of two numbers that 32 bits hold exactly. */
export const vectorOf = (text: string): number[] => [text.length, 0.5];

/** What the simulator has no word for: embeddings, and answers that follow a schema. */
function answerOwn(url: string, body: { readonly [field: string]: unknown }): object | undefined {
  if (url.endsWith('/embeddings')) {
    const inputs = [body['input']].flat() as string[];
    const data = inputs.map((text, index) => ({
      object: 'embedding',
      index,
      embedding: vectorOf(text),
    }));
    const usage = { prompt_tokens: 7, total_tokens: 7 };
    return { object: 'list', model: body['model'], data, usage };
  }
  if (body['response_format'] === undefined) return undefined;
  return completionOf('{"harbour":"Bergen","depth":12}');
}

/** A router before simulated providers on both wires, on one virtual clock. */
export function createWireWorld(
  models: SimulatorOptions['models'] = [{ name: 'small', price: { input: 1, output: 2 } }],
  config: Partial<RouterConfig> = {},
) {
  const clock = createVirtualClock();
  const simulator = createSimulator({
    models: [...models, { name: 'claude-haiku-4-5' }],
    seed: 1,
    clock,
  });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const own = answerOwn(String(input), JSON.parse(String(init?.body ?? '{}')));
    return own === undefined ? simulator.fetch(String(input), init) : Response.json(own);
  };
  const address = 'http://simulator.test';
  const deployments = [
    {
      id: 'small',
      provider: 'openai-compatible',
      baseUrl: `${address}/v1`,
      model: 'small',
      price: { input: 1, output: 2 },
    },
    {
      id: 'claude',
      provider: 'anthropic',
      baseUrl: address,
      apiKey: 'k',
      model: 'claude-haiku-4-5',
    },
  ];
  const dependencies = { clock, random: createRandom(1), fetch };
  const router = createRouter({ deployments, ...config }, dependencies);
  return { clock, simulator, router };
}
