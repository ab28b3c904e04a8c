import type { ChatRequest } from '@llm-router/core';
import { cacheKey } from '../src/index.ts';
import { question } from './support.ts';

const full: ChatRequest = question('hello', {
  temperature: 0.5,
  max_tokens: 10,
  tools: [
    { type: 'function', function: { name: 'look', parameters: { type: 'object', depth: 1 } } },
  ],
});

describe('a key', () => {
  it('does not depend on the order of names', () => {
    const { messages, model, ...rest } = full;
    expect(cacheKey({ ...rest, model, messages } as ChatRequest, 'acme')).toBe(
      cacheKey(full, 'acme'),
    );
    const nested = {
      ...full,
      tools: [
        { function: { parameters: { depth: 1, type: 'object' }, name: 'look' }, type: 'function' },
      ],
    } as const;
    expect(cacheKey(nested, 'acme')).toBe(cacheKey(full, 'acme'));
  });

  it('does not depend on stream, user and metadata, nor on fields that are undefined', () => {
    const same: object = {
      ...full,
      stream: true,
      user: 'u-7',
      metadata: { a: 'b' },
      seed: undefined,
    };
    expect(cacheKey(same as ChatRequest, 'acme')).toBe(cacheKey(full, 'acme'));
  });

  it.each([
    { temperature: 0.6 },
    { temperature: null },
    { model: 'large' },
    { messages: [...full.messages, ...full.messages] },
    { tools: [] },
    { tool_choice: 'none' as const },
    { response_format: { type: 'json_object' as const } },
    { seed: 1 },
    { n: 2 },
    { reasoning_effort: 'low' },
    { top_p: 1 },
    { stop: ['x'] },
    { some_field_of_tomorrow: true },
  ])('depends on every other field: %j', (change) => {
    expect(cacheKey({ ...full, ...change }, 'acme')).not.toBe(cacheKey(full, 'acme'));
  });

  it('depends on the tenant, which cannot be spelled into a request', () => {
    expect(cacheKey(full, 'acme')).not.toBe(cacheKey(full, 'other'));
    const forged = { ...full, tenant: 'acme' } as ChatRequest;
    expect(cacheKey(forged, 'other')).not.toBe(cacheKey(full, 'acme'));
  });

  it('cannot be built without a tenant', () => {
    for (const tenant of ['', undefined, null, 5]) {
      expect(() => cacheKey(full, tenant as string)).toThrow(
        expect.objectContaining({ code: 'invalid_config' }),
      );
    }
  });

  it('holds nothing of the prompt', () => {
    expect(cacheKey(question('a very secret sentence'), 'acme')).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });

  it('tells apart what only looks alike', () => {
    const texts = ['1', 'null', '["a"]', '{"a":1}', 'a\u0000b', 'ab', 'é', 'e\u0301'];
    expect(new Set(texts.map((text) => cacheKey(question(text), 'acme'))).size).toBe(texts.length);
    const stops = ['1', ['1'], ['1', '1'], ['11'], [''], []];
    const keys = stops.map((stop) => cacheKey(question('x', { stop }), 'acme'));
    expect(new Set(keys).size).toBe(stops.length);
  });

  it('takes what says how it is written as JSON by its word', () => {
    const at = (ms: number) => ({ ...full, prediction: { at: new Date(ms) } });
    expect(cacheKey(at(1), 'acme')).not.toBe(cacheKey(at(2), 'acme'));
    expect(cacheKey(at(1), 'acme')).toBe(cacheKey(at(1), 'acme'));
  });

  it('is undefined for what is no JSON, without a throw', () => {
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    let deep: unknown = 1;
    for (let depth = 0; depth < 100_000; depth++) deep = [deep];
    for (const prediction of [cycle, { big: 1n }, { nan: Number.NaN }, { call() {} }, { deep }]) {
      expect(cacheKey({ ...full, prediction }, 'acme')).toBeUndefined();
    }
  });
});
