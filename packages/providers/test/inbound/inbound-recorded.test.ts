import { isRouterError } from '@llm-router/core';
import { readMessagesRequest, toMessage } from '@llm-router/providers';
import { buildMessagesBody } from '../../src/messages/messages-body.ts';
import { readMessage } from '../../src/messages/read-message.ts';
import { fromMessages } from '../from-messages.ts';
import { type Row, readRows, recordedSuite } from '../recordings.ts';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => Object(value) as Json;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** What both translations have to say alike; thinking goes as an effort on one way only. */
function comparable(body: Json): Json {
  const { system, messages, tools, tool_choice, stop_sequences, max_tokens, metadata } = body;
  return { system, messages, tools, tool_choice, stop_sequences, max_tokens, metadata };
}

const rewritten = (request: Parameters<typeof buildMessagesBody>[0]): Json =>
  comparable(buildMessagesBody(request, { stream: false, onLoss: () => {} }).body);

/** The blocks of an answer without what carries no meaning here. */
function plainBlocks(content: unknown): readonly Json[] {
  return listOf(content).map(({ citations: _citations, caller: _caller, ...block }) => block);
}

recordedSuite('the recorded exchanges of messages, seen from the server', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    rows = readRows('messages').filter(
      ({ provider, status }) => provider === 'anthropic' && status === 200,
    );
  });

  test('have requests that are read as another reader reads them, or are refused by name', () => {
    const refusals = new Map<string, number>();
    let read = 0;
    let equal = 0;
    for (const body of rows.map((row) => objectOf(row.request_body))) {
      if (!body['messages']) continue;
      try {
        const { request } = readMessagesRequest(body);
        read += 1;
        const isSame =
          JSON.stringify(rewritten(request)) === JSON.stringify(rewritten(fromMessages(body)));
        if (isSame) equal += 1;
      } catch (error) {
        if (!isRouterError(error, 'invalid_request')) throw error;
        const reason = error.message.replace(/\[\d+\]/g, '[…]');
        refusals.set(reason, (refusals.get(reason) ?? 0) + 1);
      }
    }
    console.info(`${read} read, ${equal} equal`, Object.fromEntries(refusals));
    expect(read).toBeGreaterThan(200);
    expect(equal / read).toBeGreaterThan(0.95);
    expect(
      read / (read + [...refusals.values()].reduce((sum, one) => sum + one, 0)),
    ).toBeGreaterThan(0.85);
  });

  test('have answers that come out as they were', () => {
    const spoken = new Set(['text', 'thinking', 'redacted_thinking', 'tool_use']);
    let compared = 0;
    for (const row of rows.filter(({ stream }) => !stream)) {
      const answer = objectOf(row.response_body);
      const blocks = plainBlocks(answer['content']);
      const texts = blocks.filter(({ type }) => type === 'text');
      const isPlain = texts.length <= 1 && blocks.every(({ type }) => spoken.has(String(type)));
      const isThoughtFirst = blocks.every(
        ({ type }, index) =>
          index === 0 || type !== 'thinking' || blocks[index - 1]?.['type'] === type,
      );
      const isEmpty = texts.some(({ text }) => text === '');
      if (!isPlain || !isThoughtFirst || isEmpty) continue;
      const options = { model: undefined, created: 0, jsonTool: undefined, onLoss: () => {} };
      const completion = readMessage(answer, options);
      if (completion === undefined) continue;
      const message = toMessage(completion);
      expect(plainBlocks(message.content)).toEqual(blocks);
      expect(message.usage.output_tokens).toBe(objectOf(answer['usage'])['output_tokens']);
      compared += 1;
    }
    console.info(`${compared} answers compared`);
    expect(compared).toBeGreaterThan(100);
  });
});

// Runs without the recordings too: jest counts a file without a test as broken.
test('two requests that differ are told apart', () => {
  const turn = (content: string) => ({ messages: [{ role: 'user', content }] });
  const read = (content: string) => rewritten(readMessagesRequest(turn(content)).request);
  expect(read('a')).not.toEqual(read('b'));
});
