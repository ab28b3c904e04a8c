import { type ChatCompletion, isRouterError } from '@llm-router/core';
import { createResponseCache, replay } from '../src/index.ts';

async function refusalOf(work: () => Promise<unknown>): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (isRouterError(error, 'invalid_config')) return error.message;
    throw error;
  }
  throw new Error('it was taken');
}

it.each([
  [null],
  [undefined],
  [7],
  [{}],
  [{ choices: 'x' }],
  [{ choices: [null] }],
  [{ choices: [{ message: { tool_calls: 7 } }] }],
])('a replay of %j names it', async (completion) => {
  const pieces = replay(completion as never)[Symbol.asyncIterator]();
  const told = await refusalOf(async () => pieces.next());
  expect(told).toMatch(/^replay: the completion is .*; expected an answer with choices/);
});

it('a signal that is none is named, and nothing is loaded for it', async () => {
  const cache = createResponseCache();
  const request = { messages: [{ role: 'user' as const, content: 'x' }] };
  let loads = 0;
  const load = async () => {
    loads += 1;
    return {} as ChatCompletion;
  };
  for (const signal of [1, {}, 'stop', null]) {
    const options = { tenant: 't', signal: signal as never };
    const told = await refusalOf(() => cache.getOrLoad(request, options, load));
    expect(told).toMatch(/^getOrLoad: signal is .*; expected an AbortSignal/);
  }
  expect(loads).toBe(0);
});

it('a scope or a request that is none is named', async () => {
  const cache = createResponseCache();
  const request = { messages: [{ role: 'user' as const, content: 'x' }] };
  const load = async () => ({}) as ChatCompletion;
  for (const scope of [null, undefined, {}] as never[]) {
    const tenant = /^responseCache: tenant is undefined; expected a text/;
    expect(await refusalOf(async () => cache.get(request, scope))).toMatch(tenant);
    expect(await refusalOf(async () => cache.set(request, {} as never, scope))).toMatch(tenant);
    expect(await refusalOf(() => cache.getOrLoad(request, scope, load))).toMatch(tenant);
  }
  const told = await refusalOf(async () => cache.get(null as never, { tenant: 't' }));
  expect(told).toMatch(/^responseCache: request is null; expected a request with messages/);
});
