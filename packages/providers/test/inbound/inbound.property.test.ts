import { type ChatCompletionChunk, type ChunkDelta, isRouterError } from '@llm-router/core';
import {
  createCompletionAssembler,
  createMessageEvents,
  readMessagesRequest,
  toMessage,
} from '@llm-router/providers';
import fc from 'fast-check';
import { buildMessagesBody } from '../../src/messages/messages-body.ts';

const words = fc.stringMatching(/^[a-z]{1,8}$/);
const id = fc.uuid().map((one) => `toolu_${one.replaceAll('-', '')}`);

it('what is read and written again is what was asked', () => {
  const exchange = fc.record({
    id,
    name: words,
    at: words,
    result: words,
    said: words,
    sig: words,
  });
  fc.assert(
    fc.property(
      fc.uniqueArray(exchange, { selector: (one) => one.id, minLength: 1, maxLength: 5 }),
      words,
      (exchanges, system) => {
        const messages = [
          { role: 'user', content: 'Begin.' },
          ...exchanges.flatMap(({ id, name, at, result, said, sig }) => [
            {
              role: 'assistant',
              content: [
                { type: 'thinking', thinking: said, signature: sig },
                { type: 'text', text: said },
                { type: 'tool_use', id, name, input: { at } },
              ],
            },
            {
              role: 'user',
              content: [{ type: 'tool_result', tool_use_id: id, content: result }],
            },
          ]),
        ];
        const body = { model: 'claude-haiku-4-5', max_tokens: 100, system, messages };
        const { request, losses } = readMessagesRequest(body);
        const onLoss = (loss: string) => {
          throw new Error(loss);
        };
        expect(buildMessagesBody(request, { stream: false, onLoss }).body).toEqual(body);
        expect(losses).toEqual([]);
      },
    ),
  );
});

it('a streamed answer joins to the same message as the whole one', () => {
  const piece: fc.Arbitrary<ChunkDelta> = fc.oneof(
    words.map((content) => ({ content })),
    words.map((reasoning_content) => ({ reasoning_content })),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), words, (pieces, input) => {
      // In the order in which a whole answer has them.
      const sorted = [
        ...pieces.filter(({ reasoning_content }) => reasoning_content),
        ...pieces.filter(({ content }) => content),
      ];
      const call = { name: 'look', arguments: JSON.stringify({ input }) };
      const deltas: ChunkDelta[] = [
        ...sorted,
        { tool_calls: [{ index: 0, id: 'a', type: 'function', function: call }] },
      ];
      const assembler = createCompletionAssembler();
      const events = createMessageEvents();
      let text = '';
      let thinking = '';
      let json = '';
      for (const [index, delta] of deltas.entries()) {
        const finish_reason = index === deltas.length - 1 ? 'tool_calls' : null;
        const chunk: ChatCompletionChunk = {
          id: 'c1',
          object: 'chat.completion.chunk',
          created: 1,
          model: 'm',
          choices: [{ index: 0, delta, finish_reason }],
        };
        assembler.add(chunk);
        for (const event of events.add(chunk)) {
          if (event.type !== 'content_block_delta') continue;
          if (event.delta.type === 'text_delta') text += event.delta.text;
          if (event.delta.type === 'thinking_delta') thinking += event.delta.thinking;
          if (event.delta.type === 'input_json_delta') json += event.delta.partial_json;
        }
      }
      const completion = assembler.completion();
      const whole = completion && toMessage(completion);
      const blocks = [
        ...(thinking ? [{ type: 'thinking', thinking, signature: '' }] : []),
        ...(text ? [{ type: 'text', text, citations: null }] : []),
        { type: 'tool_use', id: 'a', name: 'look', input: JSON.parse(json) },
      ];
      expect(whole?.content).toEqual(blocks);
    }),
  );
});

it('refuses hostile bodies with an error of the house, or reads them', () => {
  const block = fc.dictionary(
    fc.constantFrom('type', 'text', 'source', 'id', 'name', 'input', 'content', 'tool_use_id'),
    fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('text', 'image', 'tool_use', 'tool_result', 'document'),
    ),
  );
  const body = fc.oneof(
    fc.jsonValue(),
    fc.record({
      messages: fc.array(
        fc.record({
          role: fc.constantFrom('user', 'assistant', 'system'),
          content: fc.oneof(fc.jsonValue(), fc.array(block)),
        }),
      ),
      tools: fc.jsonValue(),
      system: fc.jsonValue(),
    }),
  );
  fc.assert(
    fc.property(body, (given) => {
      try {
        readMessagesRequest(given);
      } catch (error) {
        expect(isRouterError(error, 'invalid_request')).toBe(true);
      }
    }),
  );
});
