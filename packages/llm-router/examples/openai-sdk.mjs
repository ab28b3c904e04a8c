// The official openai client, unchanged but for its `fetch`. Run: node examples/openai-sdk.mjs
import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { createSimulatedRouter } from './simulated-providers.mjs';

const router = createSimulatedRouter();
const openai = new OpenAI({ apiKey: 'unused', fetch: router.fetch });

const model = 'gpt-4o-mini';
const messages = [{ role: 'user', content: 'Name a harbour.' }];

const completion = await openai.chat.completions.create({ model, messages });
console.log('chat:', completion.choices[0].message.content.split(' ').length, 'words');

const stream = await openai.chat.completions.create({ model, messages, stream: true });
let streamed = '';
for await (const chunk of stream) streamed += chunk.choices[0]?.delta?.content ?? '';
console.log('stream:', streamed.split(' ').length, 'words');

const parameters = { type: 'object', properties: { text: { type: 'string' } } };
const runner = openai.chat.completions.stream({
  model,
  messages,
  tools: [{ type: 'function', function: { name: 'look_up', parameters } }],
  tool_choice: 'required',
});
const { choices } = await runner.finalChatCompletion();
const [call] = choices[0].message.tool_calls;
console.log('tool:', call.function.name, Object.keys(JSON.parse(call.function.arguments)));

const harbour = z.object({ name: z.string(), depth: z.number() });
const parsed = await openai.chat.completions.parse({
  model,
  messages,
  response_format: zodResponseFormat(harbour, 'harbour'),
});
console.log('structured:', parsed.choices[0].message.parsed);

const embedded = await openai.embeddings.create({
  model: 'text-embedding-3-small',
  input: ['tide', 'harbour'],
});
console.log(
  'embeddings:',
  embedded.data.map(({ embedding }) => [...embedding]),
);

const models = await openai.models.list();
console.log('models:', models.data.map(({ id }) => id).join(' '));

try {
  await openai.chat.completions.create({ model: 'no-such-model', messages });
} catch (error) {
  console.log('error:', error instanceof OpenAI.NotFoundError, error.status, error.code);
}

const crowd = await Promise.all(
  Array.from({ length: 100 }, () => openai.chat.completions.create({ model, messages })),
);
console.log('at once:', crowd.length);
