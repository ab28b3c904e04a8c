import type { ChatRequest } from '@llm-router/core';
import { createResponseCache, replay } from '../src/index.ts';
import { answer } from './support.ts';

it('does what its README says', async () => {
  const printed: unknown[] = [];
  const cache = createResponseCache({ ttlMs: 600_000, maxEntries: 5000 });
  const request: ChatRequest = { model: 'tiny', messages: [{ role: 'user', content: 'Hello' }] };
  const ask = () => cache.getOrLoad(request, { tenant: 'acme' }, async () => answer('Hi there'));

  const both = await Promise.all([ask(), ask()]);
  printed.push(both.map(({ source }) => source));

  const { completion, source } = await ask();
  printed.push(source, completion.choices[0]?.message.content);

  for await (const chunk of replay(completion)) {
    printed.push(chunk.choices[0]?.delta.content ?? '-');
  }
  printed.push(cache.get(request, { tenant: 'another' }));

  expect(printed).toEqual([
    ['loaded', 'shared'],
    'stored',
    'Hi there',
    '-',
    'Hi there',
    '-',
    '-',
    undefined,
  ]);
});
