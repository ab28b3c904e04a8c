import { createSecret, createVirtualClock } from '@llm-router/core';
import { createSimulator, faultKinds, type SimulatorOptions } from '@llm-router/simulator';
import { ask } from './support.ts';

const oak = { name: 'oak' };

test.each<[string, unknown]>([
  ["unknown option 'model'. It knows 'models'", { model: oak }],
  ['models is a list of 0; expected a list of at least one model', { models: [] }],
  ['models[0]: name is undefined; expected the id that requests name', { models: [{}] }],
  ["models[1]: name is 'oak'; expected a name that is not there yet", { models: [oak, oak] }],
  ["models[0]: headers is 'azure'; expected one of 'openai', 'anthropic'", m({ headers: 'azure' })],
  ['models[0].limits: maxConcurrent is 0', m({ limits: { maxConcurrent: 0 } })],
  ["models[0].limits: unknown option 'rpm'", m({ limits: { rpm: 3 } })],
  ['models[0].limits.requests: perSecond is undefined', m({ limits: { requests: {} } })],
  [
    'models[0].limits.tokens: burst is 0.5; expected a number of at least 1',
    m({ limits: { tokens: { burst: 0.5, perSecond: 1 } } }),
  ],
  ['models[0].latency: sigma is 9; expected a number of at least 0', m({ latency: { sigma: 9 } })],
  ['models[0].outputTokens: max is 3', m({ outputTokens: { min: 5, max: 3 } })],
  ['models[0].price: output is undefined', m({ price: { input: 1 } })],
  ["models[0]: apiKey is 'string'; expected a key that is not empty", m({ apiKey: '' })],
  ['models[0]: contextWindow is 1', m({ contextWindow: 1 })],
  ["models[0].faults[0]: kind is 'flood'; expected one of", m({ faults: [{ kind: 'flood' }] })],
  ['seed is -1', { models: [oak], seed: -1 }],
  ['maxHits is 0', { models: [oak], maxHits: 0 }],
  ['clock is an object; expected an object with now() and sleep()', { models: [oak], clock: {} }],
  ['faults is an object; expected a list of faults', { models: [oak], faults: {} }],
  ["unknown option 'ending'", f({ kind: 'stall', ending: 'reset' })],
  ['probability is 2', f({ kind: 'stall', probability: 2 })],
  ['untilMs is 5', f({ kind: 'stall', fromMs: 10, untilMs: 5 })],
  ['delayMs is undefined', f({ kind: 'slow-first-token' })],
  ['times is 0; expected a whole number of at least 1', f({ kind: 'stall', times: 0 })],
  ["models is 'oak'; expected a list of names", f({ kind: 'stall', models: 'oak' })],
  [
    'status is 404; expected a whole number of at least 500',
    f({ kind: 'overloaded', status: 404 }),
  ],
  ['keepAliveMs is 50; expected to stand beside', f({ kind: 'stall', keepAliveMs: 50 })],
  ["quota is 'mint'; expected one of 'openai'", f({ kind: 'quota-exhausted', quota: 'mint' })],
  ["form is 'xml'; expected one of 'broken-json'", f({ kind: 'malformed', form: 'xml' })],
  ["retryAfterForm is 'soon'", f({ kind: 'rate-limit', retryAfterForm: 'soon' })],
  ["unknown option 'retryAfterMs'", f({ kind: 'auth', retryAfterMs: 5 })],
  ['plan is 7; expected a function', { models: [oak], plan: 7 }],
  ['matches is 7; expected a function', f({ kind: 'stall', matches: 7 })],
])('refuses: %s', (message, options) => {
  const make = () => createSimulator(options as SimulatorOptions);
  expect(make).toThrow(message);
  expect(make).toThrow(expect.objectContaining({ code: 'invalid_config' }));
});

function m(model: object) {
  return { models: [{ name: 'oak', ...model }] };
}

function f(fault: object) {
  return { models: [oak], faults: [fault] };
}

test('every kind of fault can be made', () => {
  const faults = faultKinds.map((kind) =>
    kind === 'slow-first-token' ? { kind, delayMs: 1 } : { kind },
  );
  expect(() => createSimulator({ models: [oak], faults })).not.toThrow();
  expect(new Set(faultKinds).size).toBe(faultKinds.length);
});

test('a key never prints, in an error neither', () => {
  const key = createSecret('sesame');
  const options = { models: [{ name: 'oak', apiKey: key, limits: { rpm: 1 } }] };
  try {
    createSimulator(options as SimulatorOptions);
    throw new Error('it was taken');
  } catch (error) {
    expect(String(error)).toContain("unknown option 'rpm'");
    expect(String(error)).not.toContain('sesame');
  }
});

test('its fetch stands in for the global one', async () => {
  const clock = createVirtualClock();
  const stand: typeof fetch = createSimulator({ models: [oak], clock }).fetch;
  expect((await clock.run(ask({ fetch: stand }, 'oak'))).status).toBe(200);
  await expect(stand('no address')).rejects.toMatchObject({ name: 'TypeError' });
});

test('hits are a copy, in order of arrival, and a pending one is listed', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [{ ...oak, provider: 'grove' }], clock });
  const answer = ask(simulator, 'oak');
  await ask(simulator, 'elm');
  await simulator.fetch('http://x/v1/models');
  const before = simulator.hits();
  expect(before).toEqual([
    {
      number: 1,
      at: 1_000_000,
      model: 'oak',
      provider: 'grove',
      stream: false,
      status: 0,
      outcome: 'pending',
      inputTokens: 0,
      outputTokens: 0,
      nanoUsd: 0,
      inFlightAtStart: 0,
    },
    expect.objectContaining({ number: 2, model: 'elm', status: 404, endedAt: 1_000_000 }),
    expect.objectContaining({ number: 3, model: '', status: 200, reason: 'model-list' }),
  ]);
  await clock.run(answer);
  expect(before[0]?.outcome).toBe('pending');
  const [after] = simulator.hits();
  expect(after).toMatchObject({ outcome: 'ok', status: 200, endedAt: clock.now() });
  expect(after?.nanoUsd).toBeNull();
});

test('only the newest maxHits are kept', async () => {
  const clock = createVirtualClock();
  const simulator = createSimulator({ models: [oak], maxHits: 3, clock });
  await clock.run(Promise.all(Array.from({ length: 8 }, () => ask(simulator, 'oak'))));
  expect(simulator.hits().map((hit) => [hit.number, hit.outcome])).toEqual([
    [6, 'ok'],
    [7, 'ok'],
    [8, 'ok'],
  ]);
});
