import { getEventListeners } from 'node:events';
import { createVirtualClock, estimateTokens } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { ask, drain, messages, readEvents } from './support.ts';

const input = estimateTokens(messages as never);

function create() {
  const clock = createVirtualClock();
  const simulator = createSimulator({
    clock,
    models: [
      {
        name: 'oak',
        latency: { medianMs: 1000, sigma: 0, betweenTokensMs: 10 },
        outputTokens: { min: 20, max: 20 },
        price: { input: 2, output: 8 },
        limits: { maxConcurrent: 1, tokens: { burst: 1000, perSecond: 0.001 } },
      },
    ],
  });
  return { clock, simulator, control: new AbortController(), reason: new Error('changed my mind') };
}

test('a signal that aborted before sends nothing', async () => {
  const { simulator, control, reason } = create();
  control.abort(reason);
  await expect(ask(simulator, 'oak', {}, { signal: control.signal })).rejects.toBe(reason);
  expect(simulator.hits()).toEqual([]);
});

test('an abort while a JSON answer is made frees the slot at once and pays for what was made', async () => {
  const { clock, simulator, control, reason } = create();
  const answer = ask(simulator, 'oak', { max_tokens: 500 }, { signal: control.signal });
  const outcome = answer.catch((error: unknown) => error);
  await clock.advance(250);
  control.abort(reason);
  expect(simulator.hits()).toMatchObject([
    {
      outcome: 'aborted',
      status: 0,
      inputTokens: input,
      outputTokens: 5,
      nanoUsd: input * 2000 + 5 * 8000,
      endedAt: clock.now(),
    },
  ]);
  expect(await outcome).toBe(reason);
  const next = await clock.run(ask(simulator, 'oak', { max_tokens: 500 }));
  expect(next.status).toBe(200);
  const left = 1000 - (input + 5) - (input + 500);
  expect(next.headers.get('x-ratelimit-remaining-tokens')).toBe(String(left));
});

test('an abort right after the admission has produced nothing, even where answers take no time', async () => {
  const { clock, control, reason } = create();
  const price = { input: 2, output: 8 };
  const models = [{ name: 'oak', latency: { medianMs: 0 }, price }];
  const simulator = createSimulator({ clock, models });
  const answer = ask(simulator, 'oak', {}, { signal: control.signal });
  while (simulator.hits().length === 0) await Promise.resolve();
  expect(simulator.hits()).toMatchObject([{ outcome: 'pending' }]);
  control.abort(reason);
  await expect(answer).rejects.toBe(reason);
  expect(simulator.hits()).toMatchObject([
    { outcome: 'aborted', inputTokens: input, outputTokens: 0, nanoUsd: input * 2000 },
  ]);
});

test('an abort at the instant at which the answer is ready comes first', async () => {
  const { control, reason } = create();
  const clock = {
    now: () => 1_000_000,
    sleep: async () => control.abort(reason),
  };
  const simulator = createSimulator({ clock, models: [{ name: 'oak' }] });
  const answer = ask(simulator, 'oak', {}, { signal: control.signal });
  await expect(answer).rejects.toBe(reason);
});

test('an abort before the first token of a stream rejects the call', async () => {
  const { clock, simulator, control, reason } = create();
  const answer = ask(simulator, 'oak', { stream: true }, { signal: control.signal });
  const outcome = answer.catch((error: unknown) => error);
  await clock.advance(999);
  control.abort(reason);
  expect(await outcome).toBe(reason);
  expect(simulator.hits()).toMatchObject([
    { outcome: 'aborted', status: 0, inputTokens: input, outputTokens: 0 },
  ]);
});

test('an abort inside a stream breaks the body with the reason, also where nobody is reading', async () => {
  for (const reading of [true, false]) {
    const { clock, simulator, control, reason } = create();
    const init = { signal: control.signal };
    const response = await clock.run(ask(simulator, 'oak', { stream: true }, init));
    const rest = reading ? drain(response.body) : undefined;
    await clock.advance(35);
    control.abort(reason);
    expect(simulator.hits()).toMatchObject([
      { outcome: 'aborted', status: 200, outputTokens: reading ? 4 : 0 },
    ]);
    expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
    const { text, error } = await (rest ?? drain(response.body));
    expect(error).toBe(reason);
    expect(readEvents(text).events).toHaveLength(reading ? 5 : 0);
  }
});

test('who cancels the body has aborted the request, and time owes nothing to it', async () => {
  const { clock, simulator } = create();
  const response = await clock.run(ask(simulator, 'oak', { stream: true }));
  const reader = response.body?.getReader();
  await clock.run(Promise.resolve(reader?.read()));
  await reader?.cancel();
  expect(simulator.hits()).toMatchObject([{ outcome: 'aborted', status: 200 }]);
  expect((await clock.run(ask(simulator, 'oak'))).status).toBe(200);
});

test('an abort after the end changes nothing, and nobody listens for it any more', async () => {
  const { clock, simulator, control } = create();
  const init = { signal: control.signal };
  const response = await clock.run(ask(simulator, 'oak', { stream: true }, init));
  expect(readEvents(await clock.run(response.text())).done).toBe(true);
  expect(getEventListeners(control.signal, 'abort')).toEqual([]);
  control.abort();
  expect(simulator.hits()).toMatchObject([{ outcome: 'ok', outputTokens: 20 }]);
});
