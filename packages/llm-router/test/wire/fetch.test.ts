import { createRandom, createVirtualClock } from '@llm-router/core';
import { createRouter } from 'llm-router';
import {
  chunkOf,
  createFakeBench,
  createScriptedFetch,
  createWireBench,
  errorBody,
} from '../support.ts';
import { createWireWorld } from './wire-bench.ts';

const address = 'https://any.host/some/base/v1';
const ask = { model: 'small', messages: [{ role: 'user', content: 'Name a harbour.' }] };
const post = (body: unknown, more: RequestInit = {}): RequestInit => ({
  method: 'POST',
  body: typeof body === 'string' ? body : JSON.stringify(body),
  ...more,
});
const chat = `${address}/chat/completions`;

describe('what is asked', () => {
  it('may be a string, a relative path, a URL or a Request', async () => {
    const { clock, router } = createWireWorld();
    const answers = await clock.run(
      Promise.all([
        router.fetch(chat, post(ask)),
        router.fetch('/v1/chat/completions', post(ask)),
        router.fetch(new URL(chat), post(ask)),
        router.fetch(new Request(chat, post(ask))),
      ]),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
  });

  it.each([
    ['GET', '/v1/chat/completions', 'error'],
    ['POST', '/v1/responses', 'error'],
    ['POST', '/v1/messages/count_tokens', 'type'],
    ['DELETE', '/v1/models/small', 'error'],
    ['GET', '/v1/models/nobody', 'error'],
    ['GET', '/v1/models/%E0%A4%A', 'error'],
  ])('%s %s is a 404 in the shape of its wire', async (method, path, field) => {
    const { router } = createWireWorld();
    const response = await router.fetch(`https://h.test${path}`, { method });
    expect(response.status).toBe(404);
    expect(response.headers.get('x-should-retry')).toBe('false');
    expect(Object.keys((await response.json()) as object)[0]).toBe(field);
  });

  it('finds a model whose id has a slash', async () => {
    const { router } = createWireBench(
      {
        deployments: [
          { provider: 'openai-compatible', baseUrl: 'http://x.test/v1', model: 'maker/large' },
        ],
      },
      () => ({}),
    );
    const response = await router.fetch(`${address}/models/maker%2Flarge`);
    expect(await response.json()).toMatchObject({ id: 'maker/large', object: 'model' });
  });
});

describe('a body that cannot be meant', () => {
  it.each([
    ['{"model": "small",\n "messages": oops}', 'line 2, column 14'],
    ['', 'it is empty'],
    ['[1]', 'no JSON object'],
    ['{"messages": []}', 'request.messages is empty'],
    ['{"messages": [{"role": "poet"}]}', "request.messages[0].role is 'poet'"],
  ])('%j is a 400 that names the place', async (body, place) => {
    const { clock, router, simulator } = createWireWorld();
    const response = await clock.run(router.fetch(chat, post(body)));
    expect(response.status).toBe(400);
    const { error } = (await response.json()) as { error: { message: string; type: string } };
    expect(error.message).toContain(place);
    expect(error.type).toBe('invalid_request_error');
    expect(simulator.hits()).toHaveLength(0);
  });

  it('above the configured size is a 413, told or not', async () => {
    const { router } = createWireWorld(undefined, { wire: { maxBodyBytes: 100 } });
    const long = { ...ask, user: 'x'.repeat(100) };
    const told = await router.fetch(chat, post(long, { headers: { 'content-length': '500' } }));
    expect(told.status).toBe(413);
    const body = new Blob([JSON.stringify(long)]).stream();
    const untold = await router.fetch(chat, { method: 'POST', body });
    expect(untold.status).toBe(413);
    const message = await router.fetch(`${address}/messages`, post(long));
    expect(await message.json()).toMatchObject({ error: { type: 'request_too_large' } });
  });
});

describe('options in headers', () => {
  it('reach the call', async () => {
    const { clock, router } = createWireWorld(undefined, { cache: {} });
    const tenants: string[] = [];
    router.on('request-ended', ({ ledger }) => tenants.push(ledger.tenant));
    const headers = { 'x-llm-router-tenant': 'north', 'x-llm-router-cache': 'use' };
    const first = await clock.run(router.fetch(chat, post(ask, { headers })));
    const second = await clock.run(router.fetch(chat, post(ask, { headers })));
    const off = await clock.run(
      router.fetch(chat, post(ask, { headers: { ...headers, 'x-llm-router-cache': 'off' } })),
    );
    const cacheOf = (response: Response) => response.headers.get('x-llm-router-cache');
    expect([first, second, off].map(cacheOf)).toEqual(['miss', 'hit', 'off']);
    expect(second.headers.get('x-llm-router-deployment')).toBe('cache');
    expect(second.headers.get('x-llm-router-cost')).toBe('0');
    expect(tenants).toEqual(['north', 'north', 'north']);
  });

  it.each([
    ['x-llm-router-timeout-ms', 'soon', 'milliseconds above 0'],
    ['x-llm-router-timeout-ms', '-1', 'milliseconds above 0'],
    ['x-llm-router-priority', '', 'a number'],
    ['x-llm-router-tenant', '', 'a name'],
    ['x-llm-router-cache', 'maybe', 'one of use, refresh, off'],
    ['x-llm-router-tags', 'a,,b', 'tags with commas'],
    ['x-llm-router-colour', 'red', 'There is no header x-llm-router-colour'],
  ])('%s: %s is refused', async (name, value, expected) => {
    const { router } = createWireWorld();
    const response = await router.fetch(chat, post(ask, { headers: { [name]: value } }));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain(expected);
  });

  it('choose by tags, and a tag that nobody has is the fault of the request', async () => {
    const { clock, router } = createWireWorld();
    const headers = { 'x-llm-router-tags': 'eu' };
    const response = await clock.run(router.fetch(chat, post(ask, { headers })));
    expect(response.status).toBe(400);
    expect(await response.text()).toContain("is not tagged 'eu'");
  });
});

describe('an abort', () => {
  it('before or during the call rejects with its reason, as fetch does', async () => {
    const { clock, router, simulator } = createWireWorld();
    const reason = new Error('no longer wanted');
    await expect(router.fetch(chat, post(ask, { signal: AbortSignal.abort(reason) }))).rejects.toBe(
      reason,
    );
    const controller = new AbortController();
    const asked = router.fetch(new Request(chat, post(ask, { signal: controller.signal })));
    const leave = clock.sleep(50).then(() => controller.abort(reason));
    await clock.run(Promise.all([expect(asked).rejects.toThrow('no longer wanted'), leave]));
    expect(simulator.hits().map(({ outcome }) => outcome)).toEqual(['aborted']);
  });

  it('within a stream breaks its body with the reason', async () => {
    const { clock, router, simulator } = createWireWorld([
      { name: 'small', latency: { betweenTokensMs: 100 } },
    ]);
    const controller = new AbortController();
    const read = async () => {
      const init = post({ ...ask, stream: true }, { signal: controller.signal });
      const reader = (await router.fetch(chat, init)).body?.getReader();
      await reader?.read();
      controller.abort('enough');
      return reader?.read();
    };
    await expect(clock.run(read())).rejects.toBe('enough');
    expect(simulator.hits().map(({ outcome }) => outcome)).toEqual(['aborted']);
  });
});

describe('a stream', () => {
  it('takes no piece from upstream before its reader asks', async () => {
    let given = 0;
    const pieces = Array.from({ length: 50 }, (_, index) => chunkOf({ content: `${index} ` }));
    const { clock, router } = createFakeBench({ fake: {} });
    const provider = {
      name: 'slow',
      chat: async () => {
        throw new Error('not asked');
      },
      async *stream() {
        for (const piece of pieces) {
          given += 1;
          yield piece;
        }
        yield chunkOf({}, 'stop');
      },
    };
    const own = createRouter(
      { deployments: [{ provider: 'slow', model: 'm' }] },
      { clock, random: createRandom(1), providers: { slow: provider } },
    );
    const { body } = await clock.run(own.fetch(chat, post({ ...ask, model: 'm', stream: true })));
    const reader = body?.getReader();
    expect(given).toBe(1);
    await clock.run(Promise.all([reader?.read(), reader?.read(), reader?.read()]));
    expect(given).toBeLessThanOrEqual(4);
    await reader?.cancel();
    expect(own.status().requests.running).toBe(0);
    expect(router.status().requests.running).toBe(0);
  });

  it('that fails before its first content is an answer with a status', async () => {
    const { clock, router } = createWireWorld(
      [{ name: 'small', faults: [{ kind: 'error-frame', afterChunks: 0 }] }],
      { retry: { maxAttempts: 1 } },
    );
    const response = await clock.run(router.fetch(chat, post({ ...ask, stream: true })));
    expect(response.status).toBe(502);
    expect(response.headers.get('content-type')).toBe('application/json');
    expect(response.headers.get('x-llm-router-attempts')).toBe('1');
  });

  it('that fails after it ends with an error frame and without [DONE]', async () => {
    const { clock, router } = createWireWorld([
      { name: 'small', faults: [{ kind: 'cut-stream', afterChunks: 5 }] },
    ]);
    const read = async () => (await router.fetch(chat, post({ ...ask, stream: true }))).text();
    const text = await clock.run(read());
    const frames = text.trim().split('\n\n');
    expect(frames.length).toBeGreaterThan(2);
    expect(frames.at(-1)).toContain('"code":"stream_broken"');
    expect(text).not.toContain('[DONE]');
  });

  it('says with its headers what is known by then', async () => {
    const { clock, router } = createWireWorld();
    const { headers, body } = await clock.run(router.fetch(chat, post({ ...ask, stream: true })));
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('x-llm-router-deployment')).toBe('small');
    expect(headers.get('x-llm-router-attempts')).toBe('1');
    expect(headers.get('x-llm-router-cost')).toBe('unknown');
    expect(headers.get('x-llm-router-ledger-id')).toMatch(/^req_/);
    await body?.cancel();
  });
});

describe('answers', () => {
  it('carry any deployment id in their headers, and no key', async () => {
    const clock = createVirtualClock();
    const { fetch } = createScriptedFetch(clock, () => ({
      status: 401,
      body: errorBody('Wrong key: sk-very-secret'),
    }));
    const deployment = { provider: 'openai', apiKey: 'sk-very-secret', model: 'm' };
    const router = createRouter(
      { deployments: [{ ...deployment, id: 'höhe\ud800/1' }] },
      { clock, random: createRandom(1), fetch },
    );
    const response = await clock.run(router.fetch(chat, post({ ...ask, model: 'm' })));
    expect(response.status).toBe(401);
    expect(response.headers.get('x-llm-router-deployment')).toBe('h%c3%b6he%ef%bf%bd/1');
    expect(await response.text()).not.toContain('sk-very-secret');
  });

  it('of a closed router are a 503', async () => {
    const { router } = createWireWorld();
    await router.close();
    const response = await router.fetch(chat, post(ask));
    expect(response.status).toBe(503);
  });
});
