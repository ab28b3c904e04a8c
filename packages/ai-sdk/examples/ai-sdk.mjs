// What a program of the AI SDK does with the router as its provider; `ai` is that package, 6 or 7. The
// first model of the alias `chat` is down, so the second answers. Run it from ../test-apps/ai-7 or ai-6.
import { z } from 'zod';
import { createSimulatedRouter } from './simulated-router.mjs';

export async function runExample({ ai, createProvider }) {
  const { generateText, streamText, embedMany, tool, Output } = ai;
  const { router, simulator } = createSimulatedRouter();
  const routed = createProvider(router);
  const model = routed.languageModel('chat');
  const asked = { model, prompt: 'Name a harbour.', maxRetries: 0 };

  const { text, providerMetadata } = await generateText(asked);
  console.log('text:', text.split(' ').length, 'words');
  console.log('by:', providerMetadata.llmRouter.deployment, providerMetadata.llmRouter.attempts);

  let streamed = '';
  for await (const piece of streamText(asked).textStream) streamed += piece;
  console.log('stream:', streamed.split(' ').length, 'words');

  const lookUp = tool({ description: 'Looks it up', inputSchema: z.object({ text: z.string() }) });
  const called = await generateText({ ...asked, tools: { lookUp }, toolChoice: 'required' });
  console.log('tool:', called.toolCalls[0].toolName, Object.keys(called.toolCalls[0].input));

  const schema = z.object({ name: z.string(), depth: z.number() });
  const structured = await generateText({ ...asked, output: Output.object({ schema }) });
  console.log('structured:', structured.output);

  const vectors = routed.embeddingModel('text-embedding-3-small');
  const { embeddings } = await embedMany({ model: vectors, values: ['tide', 'harbour'] });
  console.log('embeddings:', embeddings);

  // Also with the SDK's own retries on, a request that failed here is not sent again.
  const before = simulator.hits().length;
  const down = routed.languageModel('gpt-4.1');
  const error = await generateText({
    ...asked,
    model: down,
    maxRetries: 5,
    providerOptions: { llmRouter: { maxAttempts: 1 } },
  }).catch((thrown) => thrown);
  console.log('error:', error.name, error.statusCode, simulator.hits().length - before);
}
