import { createVirtualClock } from '@llm-router/core';
import { createSimulator, type Fault, type MalformedForm } from '@llm-router/simulator';
import { askMessages } from './anthropic-support.ts';
import { ask, readEvents } from './support.ts';

const wires = ['openai', 'anthropic'] as const;
const model = {
  name: 'oak',
  latency: { medianMs: 100, sigma: 0 },
  outputTokens: { min: 10, max: 10 },
};

/** One request that meets the fault: the response, its bytes, and what the simulator noted. */
async function meet(fault: Fault, wire: (typeof wires)[number], stream: boolean) {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [model], faults: [fault], clock });
  const send =
    wire === 'openai' ? ask(simulator, 'oak', { stream }) : askMessages(simulator, { stream });
  const response = await clock.run(send);
  const bytes = new Uint8Array(await clock.run(response.arrayBuffer()));
  const [hit] = simulator.hits();
  return { response, bytes, text: new TextDecoder().decode(bytes), hit, clock };
}

const spoil = (form: MalformedForm): Fault => ({ kind: 'malformed', form });
const isUtf8 = (bytes: Uint8Array) => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes) !== undefined;
  } catch {
    return false;
  }
};

describe.each(wires)('on the wire of %s', (wire) => {
  test.each([false, true])(
    'an answer of status 200 can be a page of HTML (stream: %s)',
    async (stream) => {
      const { response, text, hit } = await meet(spoil('html'), wire, stream);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html');
      expect(text).toMatch(/^<html>/);
      expect(hit).toMatchObject({ outcome: 'failed', reason: 'malformed', outputTokens: 0 });
    },
  );

  test.each([false, true])('it can be empty (stream: %s)', async (stream) => {
    const { response, bytes, hit } = await meet(spoil('empty'), wire, stream);
    expect(response.status).toBe(200);
    expect(bytes).toHaveLength(0);
    expect(hit).toMatchObject({ outcome: 'failed', inputTokens: 0 });
  });

  test.each([false, true])('it can be an error object (stream: %s)', async (stream) => {
    const { response, text } = await meet(spoil('error-object'), wire, stream);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(JSON.parse(text)).toMatchObject({ error: { message: expect.any(String) } });
  });

  test.each([false, true])('it can be whole, under a wrong type (stream: %s)', async (stream) => {
    const { response, text, hit } = await meet(spoil('content-type'), wire, stream);
    expect(response.headers.get('content-type')).toBe('text/plain');
    expect(text.length).toBeGreaterThan(100);
    expect(hit).toMatchObject({ outcome: 'ok', reason: 'malformed', outputTokens: 10 });
  });

  test('a JSON answer can break off', async () => {
    const { text, hit } = await meet(spoil('broken-json'), wire, false);
    expect(text).toMatch(/^\{"/);
    expect(() => JSON.parse(text)).toThrow(SyntaxError);
    expect(hit).toMatchObject({ outcome: 'failed', outputTokens: 10 });
  });

  test('a JSON answer can be no text', async () => {
    expect(isUtf8((await meet(spoil('broken-utf-8'), wire, false)).bytes)).toBe(false);
  });

  test.each(['broken-json', 'broken-utf-8'] as const)(
    'one frame of a stream can be spoilt, and the others come as ever: %s',
    async (form) => {
      const { bytes, text, hit } = await meet(
        { kind: 'malformed', form, afterChunks: 6 },
        wire,
        true,
      );
      const data = text
        .split('\n\n')
        .slice(0, -1)
        .map((block) => block.split('data: ')[1] ?? '');
      const broken = data.flatMap((line, index) =>
        isJson(line) || line === '[DONE]' ? [] : [index],
      );
      expect(broken).toEqual([6]);
      expect(isUtf8(bytes)).toBe(form === 'broken-json');
      expect(data.at(-1)).toMatch(/\[DONE\]|message_stop/);
      expect(hit).toMatchObject({ outcome: 'failed', outputTokens: 10 });
    },
  );

  test('a stream can be nothing but comments', async () => {
    const { response, text } = await meet(spoil('comments'), wire, true);
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    expect(text.split('\n').filter((line) => line !== '' && !line.startsWith(':'))).toEqual([]);
    expect(text).toContain(':');
  });

  test('a stream can be nothing but its end', async () => {
    const { text } = await meet(spoil('done'), wire, true);
    const end = {
      openai: 'data: [DONE]\n\n',
      anthropic: 'event: message_stop\ndata: {"type":"message_stop"}\n\n',
    };
    expect(text).toBe(end[wire]);
  });

  test('what only a stream can be leaves JSON answers alone', async () => {
    for (const form of ['comments', 'done'] as const) {
      expect((await meet(spoil(form), wire, false)).hit).toMatchObject({ outcome: 'ok' });
    }
  });

  test('a stall can give signs of life', async () => {
    const clock = createVirtualClock();
    const fault: Fault = { kind: 'stall', afterChunks: 5, keepAliveMs: 1000 };
    const simulator = createSimulator({ models: [model], faults: [fault], clock });
    const control = new AbortController();
    const init = { signal: control.signal };
    const response = await clock.run(
      wire === 'openai'
        ? ask(simulator, 'oak', { stream: true }, init)
        : askMessages(simulator, { stream: true }, init),
    );
    const reader = response.body?.getReader();
    const start = clock.now();
    const pieces: string[] = [];
    for (let piece = 0; piece < 9; piece++) {
      const read = await clock.run(Promise.resolve(reader?.read()));
      pieces.push(new TextDecoder().decode(read?.value));
    }
    const sign = wire === 'openai' ? ': keep-alive\n\n' : 'event: ping\ndata: {"type":"ping"}\n\n';
    expect(pieces.slice(5)).toEqual([sign, sign, sign, sign]);
    expect(pieces[4]).not.toBe(sign);
    expect(clock.now() - start).toBe(4000);
    const end = reader?.read().catch((error: unknown) => error);
    control.abort(new Error('enough'));
    expect(await end).toMatchObject({ message: 'enough' });
    expect(simulator.hits()).toMatchObject([{ outcome: 'aborted', reason: 'stall' }]);
  });
});

test('the comments of a stall stand between frames that are whole', async () => {
  const clock = createVirtualClock();
  const faults: Fault[] = [{ kind: 'stall', afterChunks: 2, keepAliveMs: 10 }];
  const simulator = createSimulator({ models: [model], faults, clock });
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  const reader = response.body?.getReader();
  let text = '';
  for (let piece = 0; piece < 4; piece++) {
    text += new TextDecoder().decode((await clock.run(Promise.resolve(reader?.read())))?.value);
  }
  await reader?.cancel();
  expect(readEvents(text.replaceAll(': keep-alive\n\n', '')).events).toHaveLength(2);
});

function isJson(text: string): boolean {
  try {
    return JSON.parse(text) !== undefined;
  } catch {
    return false;
  }
}
