import Anthropic from '@anthropic-ai/sdk';
import { zodOutputFormat } from '@anthropic-ai/sdk/helpers/zod';
import { z } from 'zod';
import { createWireWorld } from './wire-bench.ts';

const asked = {
  max_tokens: 4000,
  system: 'You know every harbour.',
  messages: [{ role: 'user' as const, content: 'Name one.' }],
};
const tools = [
  {
    name: 'look_up',
    input_schema: { type: 'object' as const, properties: { text: { type: 'string' } } },
  },
];

function createWorld(...world: Parameters<typeof createWireWorld>) {
  const made = createWireWorld(...world);
  const anthropic = new Anthropic({ apiKey: 'unused', fetch: made.router.fetch });
  return { ...made, anthropic };
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe.each(['small', 'claude'])(
  'the official @anthropic-ai/sdk client behind router.fetch, answered by %s',
  (model) => {
    it('gets a message', async () => {
      const { clock, anthropic } = createWorld();
      const work = anthropic.messages.create({ model, ...asked }).withResponse();
      const { data, response } = await clock.run(work);
      expect(data).toMatchObject({ type: 'message', role: 'assistant', stop_reason: 'end_turn' });
      expect(data.content).toMatchObject([{ type: 'text', text: expect.stringMatching(/\w \w/) }]);
      expect(data.usage.output_tokens).toBeGreaterThan(40);
      expect(response.headers.get('x-llm-router-deployment')).not.toBeNull();
    });

    it('streams what it would have got whole, events in order', async () => {
      const { clock, anthropic } = createWorld();
      const stream = anthropic.messages.stream({ model, ...asked });
      const types: string[] = [];
      stream.on('streamEvent', ({ type }) => types.push(type));
      const message = await clock.run(stream.finalMessage());
      const [block] = message.content;
      expect(block?.type === 'text' ? block.text.split(' ').length : 0).toBe(
        message.usage.output_tokens,
      );
      expect(types.filter((type, index) => type !== types[index - 1])).toEqual([
        'message_start',
        'content_block_start',
        'content_block_delta',
        'content_block_stop',
        'message_delta',
        'message_stop',
      ]);
    });

    it('calls a tool, whole and streamed', async () => {
      const { clock, anthropic } = createWorld();
      const choice = { type: 'tool' as const, name: 'look_up' };
      const body = { model, ...asked, tools, tool_choice: choice };
      const whole = await clock.run(anthropic.messages.create(body));
      expect(whole.stop_reason).toBe('tool_use');
      const streamed = await clock.run(anthropic.messages.stream(body).finalMessage());
      for (const { content } of [whole, streamed]) {
        expect(content).toMatchObject([
          { type: 'tool_use', name: 'look_up', input: { text: expect.any(String) } },
        ]);
      }
    });
  },
);

describe('the official @anthropic-ai/sdk client behind router.fetch', () => {
  it('parses structured answers of a model on another wire', async () => {
    const { clock, anthropic } = createWorld();
    const shape = z.object({ harbour: z.string(), depth: z.number() });
    const work = anthropic.messages.parse({
      model: 'small',
      ...asked,
      output_config: { format: zodOutputFormat(shape) },
    });
    const { parsed_output: parsed } = await clock.run(work);
    expect(parsed).toEqual({ harbour: 'Bergen', depth: 12 });
  });

  it('hands signed thinking back to the one who signed it', async () => {
    const { clock, anthropic, router } = createWorld();
    const thinking = { type: 'enabled' as const, budget_tokens: 1024 };
    const first = await clock.run(
      anthropic.messages.stream({ model: 'claude', ...asked, thinking }).finalMessage(),
    );
    const [thought] = first.content;
    expect(thought).toMatchObject({ type: 'thinking', signature: expect.stringMatching(/./) });
    const losses: string[] = [];
    router.on('request-ended', ({ ledger }) => losses.push(...ledger.losses));
    const next = {
      ...asked,
      thinking,
      messages: [
        ...asked.messages,
        { role: 'assistant' as const, content: first.content },
        { role: 'user' as const, content: 'Another.' },
      ],
    };
    await clock.run(anthropic.messages.create({ model: 'claude', ...next }));
    expect(losses.filter((loss) => loss.includes('signature'))).toEqual([]);
  });

  it('tells in the ledger what could not be said', async () => {
    const { clock, anthropic, router } = createWorld();
    const losses: string[] = [];
    router.on('request-ended', ({ ledger }) => losses.push(...ledger.losses));
    const body = { model: 'small', ...asked, inference_geo: 'us' };
    await clock.run(anthropic.messages.create(body));
    expect(losses).toEqual(['inference_geo was left out: it has no place in a routed request']);
  });

  it('throws its own error classes', async () => {
    const { clock, anthropic } = createWorld(
      [{ name: 'small', faults: [{ kind: 'overloaded' }] }],
      {
        retry: { maxAttempts: 1 },
      },
    );
    const create = (model: string) => anthropic.messages.create({ model, ...asked });
    const missing = await clock.run(thrownBy(create('nobody')));
    expect(missing).toBeInstanceOf(Anthropic.NotFoundError);
    const overloaded = await clock.run(thrownBy(create('small')));
    expect(overloaded).toBeInstanceOf(Anthropic.InternalServerError);
    expect(overloaded).toMatchObject({
      status: 529,
      error: { error: { type: 'overloaded_error' } },
    });
  });

  it('hears of a stream that breaks off as an error event', async () => {
    const { clock, anthropic } = createWorld([
      { name: 'small', faults: [{ kind: 'cut-stream', afterChunks: 6 }] },
    ]);
    const stream = anthropic.messages.stream({ model: 'small', ...asked });
    const failed = await clock.run(thrownBy(stream.finalMessage()));
    expect(failed).toBeInstanceOf(Anthropic.APIError);
    expect(String(failed)).toContain('broke after its first content');
  });

  it('lists models in its own shape', async () => {
    const { clock, anthropic } = createWorld();
    const { data } = await clock.run(anthropic.models.list());
    expect(data).toMatchObject([
      { type: 'model', id: 'small' },
      { type: 'model', id: 'claude-haiku-4-5' },
      { type: 'model', id: 'claude' },
    ]);
  });
});
