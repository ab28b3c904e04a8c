// Recorded exchanges through the router, from `chat`, `stream` and `embed` to the wire and back, beside
// an independent reader. Needs `npm run build` in the workspace.
//
//   LLM_ROUTER_CORPUS={folder} npm run replay [-- file]
import { createRouter } from '../packages/llm-router/dist/index.js';
import { replayAll } from '../packages/providers/bench/replay-all.mjs';

await replayAll(async ({ provider, baseUrl, embed, stream, request }) => {
  const { model, ...rest } = request;
  const router = createRouter({
    deployments: [{ provider, baseUrl, model, apiKey: 'key-for-replay' }],
    retry: { maxAttempts: 1 },
  });
  if (embed) return (await router.embed(request)).response;
  if (!stream) return (await router.chat(rest)).completion;
  return (await router.stream(rest).result).completion;
});
