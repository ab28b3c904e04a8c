import fc from 'fast-check';
import { createWireWorld } from './wire-bench.ts';

const { clock, router } = createWireWorld();
const paths = ['/v1/chat/completions', '/v1/messages', '/v1/embeddings', '/nowhere'];

it('answers any body on any path, and never rejects', async () => {
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ model: fc.jsonValue(), messages: fc.jsonValue(), input: fc.jsonValue() })
      .map((one) => JSON.stringify(one)),
    fc
      .record({
        model: fc.constant('small'),
        max_tokens: fc.jsonValue(),
        stream: fc.jsonValue(),
        messages: fc.array(
          fc.record({
            role: fc.constantFrom('user', 'assistant', 'system', 'tool'),
            content: fc.oneof(
              fc.string(),
              fc.array(
                fc.record(
                  {
                    type: fc.constantFrom('text', 'image', 'tool_use', 'tool_result', 'thinking'),
                    text: fc.string(),
                    id: fc.string(),
                    input: fc.jsonValue(),
                    source: fc.jsonValue(),
                  },
                  { requiredKeys: ['type'] },
                ),
              ),
            ),
          }),
        ),
      })
      .map((one) => JSON.stringify(one)),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...paths), body, async (path, text) => {
      const asked = router.fetch(`http://h.test${path}`, { method: 'POST', body: text });
      const response = await clock.run(asked);
      const answer = await clock.run(response.text());
      if (response.ok) expect(answer.length).toBeGreaterThan(0);
      else expect(JSON.parse(answer)).toHaveProperty('error.message');
      expect(response.status).not.toBe(500);
    }),
    { numRuns: 150 },
  );
  expect(router.status().requests.running).toBe(0);
});
