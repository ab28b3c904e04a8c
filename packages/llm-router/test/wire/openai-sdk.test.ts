import OpenAI from 'openai';
import { zodResponseFormat } from 'openai/helpers/zod';
import { z } from 'zod';
import { createWireWorld, vectorOf } from './wire-bench.ts';

const messages = [{ role: 'user' as const, content: 'Name a harbour.' }];
const tools = [
  {
    type: 'function' as const,
    function: { name: 'look_up', parameters: { type: 'object', properties: {} } },
  },
];

function createWorld(...world: Parameters<typeof createWireWorld>) {
  const made = createWireWorld(...world);
  const openai = new OpenAI({ apiKey: 'unused', fetch: made.router.fetch });
  return { ...made, openai };
}

async function thrownBy(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the official openai client behind router.fetch', () => {
  it('chats, and sees what the router did in the headers', async () => {
    const { clock, openai } = createWorld();
    const work = openai.chat.completions.create({ model: 'small', messages }).withResponse();
    const { data, response, request_id: requestId } = await clock.run(work);
    expect(data.choices[0]?.message.content).toMatch(/\w+ \w+/);
    expect(response.headers.get('x-llm-router-deployment')).toBe('small');
    expect(response.headers.get('x-llm-router-attempts')).toBe('1');
    expect(response.headers.get('x-llm-router-cache')).toBe('off');
    const { prompt_tokens: input = 0, completion_tokens: output = 0 } = data.usage ?? {};
    const usd = Number(response.headers.get('x-llm-router-cost'));
    expect(usd).toBeCloseTo((input + 2 * output) / 1e6, 9);
    expect(response.headers.get('x-llm-router-ledger-id')).toBe(requestId);
  });

  it('streams the same text as it chats, with usage only where it asks', async () => {
    const { clock, openai } = createWorld();
    const read = async (stream_options?: { include_usage: boolean }) => {
      const stream = await openai.chat.completions.create({
        model: 'small',
        messages,
        stream: true,
        ...(stream_options && { stream_options }),
      });
      let text = '';
      let usages = 0;
      for await (const { choices, usage } of stream) {
        text += choices[0]?.delta.content ?? '';
        if (usage) usages += 1;
      }
      return { words: text.split(' ').length, usages };
    };
    expect(await clock.run(read())).toMatchObject({ usages: 0 });
    const { words, usages } = await clock.run(read({ include_usage: true }));
    expect(usages).toBe(1);
    expect(words).toBeGreaterThan(10);
  });

  it('calls tools, whole and streamed', async () => {
    const { clock, openai } = createWorld();
    const asked = { model: 'small', messages, tools, tool_choice: 'required' as const };
    const whole = await clock.run(openai.chat.completions.create(asked));
    const [call] = whole.choices[0]?.message.tool_calls ?? [];
    expect(call).toMatchObject({ type: 'function', function: { name: 'look_up' } });
    let written = '';
    const read = async () => {
      const stream = await openai.chat.completions.create({ ...asked, stream: true });
      for await (const { choices } of stream) {
        written += choices[0]?.delta.tool_calls?.[0]?.function?.arguments ?? '';
      }
    };
    await clock.run(read());
    expect(JSON.parse(written)).toHaveProperty('text');
  });

  it('parses structured answers', async () => {
    const { clock, openai } = createWorld();
    const shape = z.object({ harbour: z.string(), depth: z.number() });
    const work = openai.chat.completions.parse({
      model: 'small',
      messages,
      response_format: zodResponseFormat(shape, 'harbour'),
    });
    const { choices } = await clock.run(work);
    expect(choices[0]?.message.parsed).toEqual({ harbour: 'Bergen', depth: 12 });
  });

  it('makes embeddings, in the encoding that it asks for by itself and in numbers', async () => {
    const { clock, openai } = createWorld();
    const input = ['one', 'fifteen'];
    const encoded = await clock.run(openai.embeddings.create({ model: 'small', input }));
    expect(encoded.data.map(({ embedding }) => [...embedding])).toEqual(input.map(vectorOf));
    const plain = await clock.run(
      openai.embeddings.create({ model: 'small', input: 'one', encoding_format: 'float' }),
    );
    expect(plain.data[0]?.embedding).toEqual(vectorOf('one'));
  });

  it('lists models and finds one', async () => {
    const { clock, openai } = createWorld(undefined, { models: { quick: ['small'] } });
    const ids: string[] = [];
    const list = async () => {
      for await (const { id } of openai.models.list()) ids.push(id);
    };
    await clock.run(list());
    expect(ids).toEqual(['small', 'claude-haiku-4-5', 'claude', 'quick']);
    expect(await clock.run(openai.models.retrieve('quick'))).toMatchObject({
      id: 'quick',
      owned_by: 'llm-router',
    });
  });

  it('throws its own error classes and does not retry what the router has retried', async () => {
    const { clock, openai, simulator } = createWorld(
      [{ name: 'small', faults: [{ kind: 'server-error' }] }],
      { retry: { maxAttempts: 2 } },
    );
    const create = (model: string) => openai.chat.completions.create({ model, messages });
    expect(await clock.run(thrownBy(create('nobody')))).toBeInstanceOf(OpenAI.NotFoundError);
    const failed = await clock.run(thrownBy(create('small')));
    expect(failed).toBeInstanceOf(OpenAI.InternalServerError);
    expect(failed).toMatchObject({ status: 502, code: 'server_error' });
    expect(simulator.hits()).toHaveLength(2);
  });

  it('throws its rate limit error, with the wait, where no limit frees in time', async () => {
    const { clock, router } = createWorld(undefined, { limits: { requestsPerMinute: 1 } });
    const openai = new OpenAI({
      apiKey: 'unused',
      fetch: router.fetch,
      defaultHeaders: { 'x-llm-router-timeout-ms': '5000' },
    });
    const create = () => openai.chat.completions.create({ model: 'small', messages });
    await clock.run(create());
    const refused = await clock.run(thrownBy(create()));
    expect(refused).toBeInstanceOf(OpenAI.RateLimitError);
    const seconds = Number(
      (refused as InstanceType<typeof OpenAI.APIError>).headers?.get('retry-after'),
    );
    expect(seconds).toBeGreaterThan(50);
    expect(seconds).toBeLessThanOrEqual(60);
  });

  it('aborts upstream when its stream is left', async () => {
    const { clock, openai, simulator, router } = createWorld([
      { name: 'small', latency: { betweenTokensMs: 100 }, outputTokens: { min: 50, max: 50 } },
    ]);
    const leave = async () => {
      const stream = await openai.chat.completions.create({
        model: 'small',
        messages,
        stream: true,
      });
      for await (const _piece of stream) break;
      await clock.sleep(1000);
    };
    await clock.run(leave());
    expect(simulator.hits().map(({ outcome }) => outcome)).toEqual(['aborted']);
    expect(router.status().requests.running).toBe(0);
  });

  it('gets 100 of 100 answers at once from a limited model, and never sees a 429', async () => {
    const limits = { requests: { burst: 5, perSecond: 2 }, maxConcurrent: 4 };
    const { clock, router, simulator } = createWorld([{ name: 'small', limits }]);
    const statuses = new Map<number, number>();
    const openai = new OpenAI({
      apiKey: 'unused',
      maxRetries: 0,
      async fetch(input, init) {
        const response = await router.fetch(input, init);
        statuses.set(response.status, (statuses.get(response.status) ?? 0) + 1);
        return response;
      },
    });
    const one = (index: number) =>
      openai.chat.completions.create({
        model: 'small',
        messages: [{ role: 'user', content: `Name harbour ${index}.` }],
      });
    const answers = await clock.run(Promise.all(Array.from({ length: 100 }, (_, i) => one(i))));
    expect(answers.filter(({ choices }) => choices[0]?.message.content)).toHaveLength(100);
    expect(Object.fromEntries(statuses)).toEqual({ 200: 100 });
    const refused = simulator.hits().filter(({ outcome }) => outcome === 'refused');
    expect(refused.length).toBeGreaterThan(0);
    expect(simulator.hits().filter(({ outcome }) => outcome === 'ok')).toHaveLength(100);
  });
});
