// The official @anthropic-ai/sdk client, unchanged but for its `fetch`; a model of any provider answers.
// Run: node examples/anthropic-sdk.mjs
import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
import { createSimulatedRouter } from './simulated-providers.mjs';

const router = createSimulatedRouter();
const anthropic = new Anthropic({ apiKey: 'unused', fetch: router.fetch });

const messages = [{ role: 'user', content: 'Name a harbour.' }];
const input_schema = { type: 'object', properties: { text: { type: 'string' } } };
const tools = [{ name: 'look_up', description: 'Looks it up', input_schema }];
const harbour = z.object({ name: z.string(), depth: z.number() });

for (const model of ['claude-haiku-4-5', 'gpt-4o-mini']) {
  const asked = { model, max_tokens: 1000, messages };
  const message = await anthropic.messages.create(asked);
  console.log(model, 'chat:', message.content[0].text.split(' ').length, message.stop_reason);

  let streamed = '';
  const stream = anthropic.messages.stream(asked).on('text', (text) => {
    streamed += text;
  });
  await stream.finalMessage();
  console.log(model, 'stream:', streamed.split(' ').length, 'words');

  const tool_choice = { type: 'tool', name: 'look_up' };
  const called = await anthropic.messages.stream({ ...asked, tools, tool_choice }).finalMessage();
  console.log(model, 'tool:', called.content[0].name, Object.keys(called.content[0].input));

  const format = zodOutputFormat(harbour);
  const parsed = await anthropic.messages.parse({ ...asked, output_config: { format } });
  console.log(model, 'structured:', parsed.parsed_output);
}

const models = await anthropic.models.list();
console.log('models:', models.data.map(({ id }) => id).join(' '));

try {
  await anthropic.messages.create({ model: 'no-such-model', max_tokens: 10, messages });
} catch (error) {
  console.log('error:', error instanceof Anthropic.NotFoundError, error.status, error.type);
}
