import { buildMessagesBody } from '../src/messages/messages-body.ts';
import { readMessage } from '../src/messages/read-message.ts';
import { fromMessages } from './from-messages.ts';
import { type Row, readRows, recordedSuite } from './recordings.ts';

type Json = Readonly<Record<string, unknown>>;

const objectOf = (value: unknown): Json => Object(value) as Json;
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value : []);

/** Blocks that OpenAI's shape can say. */
const sayable = new Set([
  'text',
  'image',
  'document',
  'tool_use',
  'tool_result',
  'thinking',
  'redacted_thinking',
]);

function blocksOf(content: unknown): readonly Json[] {
  return typeof content === 'string' ? [{ type: 'text', text: content }] : listOf(content);
}

/** A block without what carries no meaning: empty lists, defaults, who called. */
function plainBlock(block: Json): Json {
  const { citations: _citations, caller: _caller, is_error: _isError, ...kept } = block;
  const { cache_control: marker, ...unmarked } = kept;
  const rest = marker === null ? unmarked : kept;
  if (rest['type'] !== 'tool_result') return rest;
  return { ...rest, content: blocksOf(rest['content']).map(plainBlock) };
}

/** Turns of the same role in a row are one. */
function plainTurns(messages: unknown): readonly Json[] {
  const turns: { role: unknown; content: Json[] }[] = [];
  for (const { role, content } of listOf(messages)) {
    const blocks = blocksOf(content).map(plainBlock);
    const last = turns.at(-1);
    if (last !== undefined && last.role === role) last.content.push(...blocks);
    else turns.push({ role, content: [...blocks] });
  }
  return turns;
}

function plainBody(body: Json): Json {
  const { messages, system, max_tokens, tools, tool_choice, stop_sequences, metadata } = body;
  const systemBlocks = blocksOf(system);
  return {
    system: systemBlocks.map(({ text }) => text).join('\n\n'),
    markers: systemBlocks.map(({ cache_control: marker }) => marker).filter(Boolean),
    messages: plainTurns(messages),
    max_tokens,
    tools: listOf(tools).map(({ strict, ...tool }) =>
      strict === true ? { ...tool, strict } : tool,
    ),
    tool_choice: listOf(tools).length > 0 ? tool_choice : undefined,
    stop_sequences: listOf(stop_sequences),
    user: objectOf(metadata)['user_id'],
    thinking: body['thinking'],
    temperature: body['temperature'] === 1 ? undefined : body['temperature'],
  };
}

/** OpenAI's shape has no failed tool results and no images by file id. */
function isSayable(body: Json): boolean {
  const blocks = listOf(body['messages']).flatMap(({ content }) => blocksOf(content));
  return blocks.every(({ type, is_error: isError, source }) => {
    const isStoredImage = type === 'image' && objectOf(source)['type'] === 'file';
    return sayable.has(String(type)) && isError !== true && !isStoredImage;
  });
}

recordedSuite('the recorded exchanges of messages', () => {
  let rows: readonly Row[] = [];
  beforeAll(() => {
    rows = readRows('messages').filter(
      ({ provider, status }) => provider === 'anthropic' && status === 200,
    );
  });

  test('have requests that survive the way through OpenAI’s shape and back', () => {
    const bodies = rows.map((row) => objectOf(row.request_body)).filter(({ messages }) => messages);
    const fitting = bodies.filter(isSayable);
    console.info(`${fitting.length} of ${bodies.length} recorded requests can be said by both`);
    expect(fitting.length).toBeGreaterThan(bodies.length * 0.9);
    for (const body of fitting) {
      const { body: sent } = buildMessagesBody(fromMessages(body), {
        stream: false,
        onLoss: () => {},
      });
      expect(plainBody(sent)).toEqual(plainBody(body));
    }
  });

  test('have answers whose thinking, text and calls go back as they came', () => {
    let compared = 0;
    for (const row of rows.filter(({ stream }) => !stream)) {
      const blocks = listOf(objectOf(row.response_body)['content'])
        .map(plainBlock)
        .filter(({ type, text }) => type !== 'text' || String(text).trim() !== '');
      // Text in several blocks comes back in one.
      const texts = blocks.filter(({ type }) => type === 'text').length;
      if (texts > 1 || !blocks.every(({ type }) => sayable.has(String(type)))) continue;
      const onLoss = (loss: string) => expect(loss).toContain('citations');
      const options = { model: undefined, created: 0, jsonTool: undefined, onLoss };
      const message = readMessage(row.response_body, options)?.choices[0]?.message;
      if (message === undefined) throw new Error(`${row.id} is no message`);
      const { body } = buildMessagesBody(
        { model: 'claude-opus-4-8', messages: [message] },
        { stream: false, onLoss: (loss) => expect(loss).toContain('white space') },
      );
      const trimmed = blocks.map((block, index) =>
        index === blocks.length - 1 && typeof block['text'] === 'string'
          ? { ...block, text: block['text'].trimEnd() }
          : block,
      );
      const content = listOf(body['messages'])[0]?.['content'];
      expect(blocksOf(content).map(plainBlock)).toEqual(trimmed);
      compared += 1;
    }
    expect(compared).toBeGreaterThan(150);
  });
});

// Runs without the recordings too: jest counts a file without a test as broken.
test('the plain form of a request keeps what it says', () => {
  const turn = (content: unknown) => ({ messages: [{ role: 'user', content }] });
  expect(plainBody(turn('a'))).toEqual(plainBody(turn([{ type: 'text', text: 'a' }])));
  expect(plainBody(turn('a'))).not.toEqual(plainBody(turn('b')));
});
