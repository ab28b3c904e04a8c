import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import fc from 'fast-check';
import { address } from './support.ts';

/** JSON that is often nearly a chat request. */
const body = fc.oneof(
  fc.string(),
  fc.json(),
  fc
    .record(
      {
        model: fc.constantFrom('oak', '', 4, null),
        messages: fc.oneof(
          fc.jsonValue(),
          fc.array(
            fc.record({
              role: fc.constantFrom('user', 'assistant', 7),
              content: fc.oneof(
                fc.jsonValue(),
                fc.array(
                  fc.record({
                    type: fc.constantFrom('text', 'image_url', 'file', 'input_audio', 'x'),
                    text: fc.jsonValue(),
                    image_url: fc.jsonValue(),
                    file: fc.record({ file_data: fc.record({ length: fc.jsonValue() }) }),
                    input_audio: fc.record({ data: fc.jsonValue() }),
                  }),
                ),
              ),
              tool_calls: fc.jsonValue(),
            }),
          ),
        ),
        stream: fc.constantFrom(true, false, null, 1),
        stream_options: fc.jsonValue(),
        max_tokens: fc.oneof(fc.double(), fc.jsonValue()),
        tools: fc.jsonValue(),
        tool_choice: fc.oneof(fc.constant('required'), fc.jsonValue()),
      },
      { requiredKeys: ['model', 'messages'] },
    )
    .map((value) => JSON.stringify(value)),
);

test('whatever is posted gets an answer of 200, 400 or 404 that is JSON or a stream', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ name: 'oak', latency: { medianMs: 1 } }], clock });
  await fc.assert(
    fc.asyncProperty(body, async (text) => {
      const response = await clock.run(simulator.fetch(address, { method: 'POST', body: text }));
      expect([200, 400, 404]).toContain(response.status);
      const answer = await clock.run(response.text());
      if (response.headers.get('content-type') === 'application/json') JSON.parse(answer);
      else expect(answer.endsWith('data: [DONE]\n\n')).toBe(true);
      const hit = simulator.hits().at(-1);
      expect(hit?.inputTokens).toBeGreaterThanOrEqual(0);
      expect(hit?.outcome).toBe(response.status === 200 ? 'ok' : 'refused');
    }),
    { numRuns: 400 },
  );
});
