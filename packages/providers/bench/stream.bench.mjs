// What one chunk of a stream costs on each wire, in CPU time of this process.
// After `npx tsc -b`: node packages/providers/bench/stream.bench.mjs
import { createProvider } from '@llm-router/providers';

const pieces = 5000;
const turns = 6;
const text = 'seven knots ';
const event = (data, name) => `${name ? `event: ${name}\n` : ''}data: ${JSON.stringify(data)}\n\n`;

const chunk = (delta, finish = null) => ({
  id: 'a',
  object: 'chat.completion.chunk',
  created: 1_700_000_000,
  model: 'm',
  choices: [{ index: 0, delta, finish_reason: finish }],
});

const gemini = (parts, more = {}) => ({
  candidates: [{ content: { role: 'model', parts }, index: 0, ...more }],
  usageMetadata: { promptTokenCount: 20, candidatesTokenCount: 5, totalTokenCount: 25 },
  modelVersion: 'm',
  responseId: 'r',
});

/** Each wire's words for the same stream: its beginning, one piece and its end. */
const wires = {
  openai: {
    first: event(chunk({ role: 'assistant', content: '' })),
    piece: event(chunk({ content: text })),
    last: `${event(chunk({}, 'stop'))}data: [DONE]\n\n`,
  },
  anthropic: {
    first:
      event(
        { type: 'message_start', message: { id: 'a', model: 'm', usage: {} } },
        'message_start',
      ) +
      event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    piece: event(
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } },
      'content_block_delta',
    ),
    last:
      event({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: {} }) +
      event({ type: 'message_stop' }, 'message_stop'),
  },
  google: {
    first: '',
    piece: event(gemini([{ text }])),
    last: event(gemini([], { finishReason: 'STOP' })),
  },
};

/** A body that hands out each of these byte arrays when it is asked. */
function bodyOf(parts) {
  let next = 0;
  const pull = (controller) => {
    if (next < parts.length) controller.enqueue(parts[next++]);
    else controller.close();
  };
  return new ReadableStream({ pull }, { highWaterMark: 0 });
}

async function cpuPerPiece(read) {
  for (let turn = 0; turn < 2; turn++) await read();
  const before = process.cpuUsage();
  for (let turn = 0; turn < turns; turn++) await read();
  const { user, system } = process.cpuUsage(before);
  return ((user + system) / turns / pieces).toFixed(1);
}

const table = {};
for (const [name, { first, piece, last }] of Object.entries(wires)) {
  const encoder = new TextEncoder();
  const apart = [first, ...Array(pieces).fill(piece), last]
    .filter((part) => part !== '')
    .map((part) => encoder.encode(part));
  const all = Buffer.concat(apart);
  const together = Array.from({ length: Math.ceil(all.length / 16_384) }, (_, index) =>
    all.subarray(index * 16_384, (index + 1) * 16_384),
  );
  const run = (parts) => async () => {
    const headers = { 'content-type': 'text/event-stream' };
    const fetch = async () => new Response(bodyOf(parts), { headers });
    const provider = createProvider(name, { apiKey: 'key', fetch });
    const request = { model: 'm', messages: [{ role: 'user', content: 'a' }] };
    let seen = 0;
    for await (const { choices } of provider.stream(request)) {
      if (choices[0]?.delta.content) seen += 1;
    }
    if (seen !== pieces) throw new Error(`${name}: ${seen} of ${pieces} pieces`);
  };
  table[name] = {
    'µs, one event a read': await cpuPerPiece(run(apart)),
    'µs, 16 KiB a read': await cpuPerPiece(run(together)),
    'bytes of an event': piece.length,
  };
}
console.table(table);
