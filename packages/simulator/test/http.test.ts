import { request as httpRequest } from 'node:http';
import { createVirtualClock } from '@llm-router/core';
import {
  createSimulator,
  type Fault,
  type Hit,
  type Listening,
  type SimulatedModel,
  type Simulator,
} from '@llm-router/simulator';
import { bodyOf, drain, messages, readEvents, textOf } from './support.ts';

// These tests speak HTTP over the loopback interface; no latency, so that nobody sleeps.
const quick = { latency: { medianMs: 0 }, outputTokens: { min: 8, max: 8 } };

let simulator: Simulator;
let server: Listening;

async function serve(faults: readonly Fault[] = [], model: Partial<SimulatedModel> = {}) {
  simulator = createSimulator({ models: [{ name: 'oak', ...quick, ...model }], faults });
  server = await simulator.listen();
}

afterEach(() => server.close());

function ask(extra: object = {}, init: RequestInit = {}): Promise<Response> {
  return fetch(`${server.url}/v1/chat/completions`, {
    method: 'POST',
    body: JSON.stringify({ model: 'oak', messages, ...extra }),
    ...init,
  });
}

/** The first hit, once it has the outcome; the client learns of an end before or after the server. */
async function hitWith(outcome: Hit['outcome']): Promise<Hit> {
  for (let turn = 0; turn < 100_000; turn++) {
    const hit = simulator.hits()[0];
    if (hit?.outcome === outcome) return hit;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`no hit became ${outcome}: ${JSON.stringify(simulator.hits())}`);
}

/** The error's own code, or that of what caused it. */
function codeOf(error: unknown): unknown {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } };
  return cause?.code ?? code;
}

test('a JSON answer, its headers and the list of models come over HTTP', async () => {
  await serve([], { apiKey: 'sesame', limits: { requests: { perSecond: 1 } } });
  const headers = { authorization: 'Bearer sesame' };
  const response = await ask({}, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('x-ratelimit-limit-requests')).toBe('60');
  expect((await bodyOf(response)).usage.completion_tokens).toBe(8);
  const list = await fetch(`${server.url}/v1/models`, { headers });
  expect((await bodyOf(list)).data).toHaveLength(1);
  expect((await ask()).status).toBe(401);
  expect((await fetch(`${server.url}//`)).status).toBe(404);
});

test('a stream comes over HTTP, whole', async () => {
  await serve();
  const response = await ask({ stream: true });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const { events, done } = readEvents(await response.text());
  expect(done).toBe(true);
  expect(textOf(events).split(' ')).toHaveLength(8);
  expect(await hitWith('ok')).toMatchObject({ stream: true, outputTokens: 8 });
});

test('a stream of megabytes waits for a client that does not read', async () => {
  await serve([], { outputTokens: { min: 200_000, max: 200_000 } });
  const response = await ask({ stream: true });
  const reader = response.body?.getReader();
  await reader?.read();
  // Far more turns than the whole stream would take, were it not for the full socket.
  for (let turn = 0; turn < 2000; turn++) await new Promise((resolve) => setImmediate(resolve));
  expect(simulator.hits()[0]?.outcome).toBe('pending');
  await reader?.cancel();
  const { outputTokens } = await hitWith('aborted');
  expect(outputTokens).toBeLessThan(200_000);
});

test.each([
  ['server-error', 500],
  ['overloaded', 503],
  ['quota-exhausted', 429],
] as const)('%s comes as a %i', async (kind, status) => {
  await serve([{ kind }]);
  const response = await ask();
  expect(response.status).toBe(status);
  expect((await bodyOf(response)).error.message).not.toBe('');
});

test('the error page of a proxy comes as HTML', async () => {
  await serve([{ kind: 'overloaded', body: 'html' }]);
  const response = await ask();
  expect(response.headers.get('content-type')).toBe('text/html');
  expect(await response.text()).toContain('503');
});

test('a connection reset breaks the socket before any answer', async () => {
  await serve([{ kind: 'connection-reset' }]);
  const error = await ask().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  expect(['ECONNRESET', 'UND_ERR_SOCKET']).toContain(codeOf(error));
  expect(await hitWith('failed')).toMatchObject({ status: 0, reason: 'connection-reset' });
});

test('a stall before the headers ends when the client hangs up', async () => {
  await serve([{ kind: 'stall' }], { limits: { maxConcurrent: 1 } });
  const control = new AbortController();
  const answer = ask({}, { signal: control.signal }).catch((error: unknown) => error);
  await hitWith('pending');
  control.abort(new Error('enough'));
  expect(await answer).toMatchObject({ message: 'enough' });
  expect(await hitWith('aborted')).toMatchObject({ reason: 'stall', status: 0 });
  simulator.update({ faults: [] });
  expect((await ask()).status).toBe(200);
});

test.each([0, 3])('a stall after %i frames ends when the client hangs up', async (afterChunks) => {
  await serve([{ kind: 'stall', afterChunks }]);
  const control = new AbortController();
  const response = await ask({ stream: true }, { signal: control.signal });
  expect(response.status).toBe(200);
  const rest = drain(response.body);
  control.abort(new Error('enough'));
  expect((await rest).error).toMatchObject({ message: 'enough' });
  expect(await hitWith('aborted')).toMatchObject({ reason: 'stall', status: 200 });
});

test('a quiet cut ends the body well, without [DONE]', async () => {
  await serve([{ kind: 'cut-stream' }]);
  const { text, error } = await drain((await ask({ stream: true })).body);
  expect(error).toBeUndefined();
  expect(readEvents(text)).toMatchObject({ done: false, events: { length: 3 } });
});

test('a hard cut breaks the body', async () => {
  await serve([{ kind: 'cut-stream', ending: 'reset' }]);
  const { text, error } = await drain((await ask({ stream: true })).body);
  expect(error).toMatchObject({ name: 'TypeError', message: 'terminated' });
  expect(text).not.toContain('[DONE]');
  expect(await hitWith('failed')).toMatchObject({ reason: 'cut-stream', outputTokens: 2 });
});

test('an error frame comes inside the stream', async () => {
  await serve([{ kind: 'error-frame', afterChunks: 1 }]);
  const response = await ask({ stream: true });
  expect(response.status).toBe(200);
  const { events, done } = readEvents(await response.text());
  expect(done).toBe(false);
  expect(events.at(-1)?.error).toMatchObject({ type: 'server_error' });
});

test('a slow first token holds back content, not headers, in the time of an injected clock', async () => {
  const clock = createVirtualClock();
  const models = [{ name: 'oak', ...quick }];
  const faults: Fault[] = [{ kind: 'slow-first-token', delayMs: 60_000 }];
  simulator = createSimulator({ models, faults, clock });
  server = await simulator.listen();
  const response = await ask({ stream: true });
  const reader = response.body?.getReader();
  const first = new TextDecoder().decode((await reader?.read())?.value);
  expect(readEvents(first).events[0]?.choices?.[0]?.delta.role).toBe('assistant');
  expect(simulator.hits()[0]).toMatchObject({ outcome: 'pending', status: 200 });
  const second = reader?.read();
  await clock.advance(60_000);
  expect(textOf(readEvents(new TextDecoder().decode((await second)?.value)).events)).not.toBe('');
  await reader?.cancel();
});

test('a client that hangs up inside a stream has aborted it', async () => {
  await serve([], { latency: { medianMs: 0, betweenTokensMs: 3_600_000, sigma: 0 } });
  const hungUp = new Promise<void>((resolve) => {
    const request = httpRequest(`${server.url}/chat/completions`, { method: 'POST' });
    request.on('error', () => {});
    request.on('response', (response) => {
      response.on('error', () => {});
      response.once('data', () => {
        request.destroy();
        resolve();
      });
    });
    request.end(JSON.stringify({ model: 'oak', messages, stream: true }));
  });
  await hungUp;
  expect(await hitWith('aborted')).toMatchObject({ status: 200, stream: true });
});

test('a body beyond all measure is a 413', async () => {
  await serve();
  const response = await ask({}, { body: 'x'.repeat(64 * 1024 * 1024 + 1) });
  expect(response.status).toBe(413);
  expect(simulator.hits()).toEqual([]);
});

test('both transports share one state, and close ends what is under way', async () => {
  await serve([{ kind: 'stall' }]);
  const answer = ask().catch((error: unknown) => error);
  await hitWith('pending');
  await server.close();
  expect(await answer).toMatchObject({ name: 'TypeError' });
  expect(await hitWith('aborted')).toMatchObject({ reason: 'stall' });
  await expect(server.close()).resolves.toBeUndefined();
  simulator.update({ faults: [] });
  const direct = await simulator.fetch('http://x/chat/completions', {
    method: 'POST',
    body: JSON.stringify({ model: 'oak', messages }),
  });
  expect(direct.status).toBe(200);
  expect(simulator.hits()).toHaveLength(2);
});

test('a port that is taken, or is none, is an error', async () => {
  await serve();
  const port = Number(new URL(server.url).port);
  await expect(simulator.listen(port)).rejects.toMatchObject({ code: 'EADDRINUSE' });
  await expect(simulator.listen(-1)).rejects.toThrow(
    'listen: port is -1; expected a whole number from 0 to 65535.',
  );
});
