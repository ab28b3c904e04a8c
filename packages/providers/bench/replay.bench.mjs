// Recorded exchanges through `createProvider`, beside an independent reader.
// After `npx tsc -b`: LLM_ROUTER_CORPUS={folder} node packages/providers/bench/replay.bench.mjs [file]
import { createCompletionAssembler, createProvider } from '@llm-router/providers';
import { replayAll } from './replay-all.mjs';

await replayAll(async ({ provider: name, baseUrl, embed, stream, request }) => {
  const provider = createProvider(name, { apiKey: 'key-for-replay', baseUrl });
  if (embed) return provider.embed(request);
  if (!stream) return provider.chat(request);
  const assembler = createCompletionAssembler();
  for await (const chunk of provider.stream(request)) assembler.add(chunk);
  return assembler.completion();
});
