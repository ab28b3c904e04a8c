import { createVirtualClock } from '@llm-router/core';
import { findRealModels, keyVariables, useRealModels } from '../src/real-providers.ts';
import { describeSpending, waitForSecondThoughts } from '../src/spending-notice.ts';

const survey = { prompts: 1000, inputTokens: 100_000, outputTokens: 200_000, namingModel: 0 };

test('only providers whose keys are set are found, the cheapest first', () => {
  const found = findRealModels({ OPENAI_API_KEY: 'k1', GROQ_API_KEY: 'k2', MISTRAL_API_KEY: ' ' });
  expect(found.map(({ provider }) => provider)).toEqual(['groq', 'openai']);
  expect(findRealModels({ OPENAI_MODEL: 'gpt-4o' })).toEqual([]);
});

test('another model is taken, with its price where that is known', () => {
  const [known] = findRealModels({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'gpt-4o' });
  expect(known).toMatchObject({ model: 'gpt-4o', price: { input: 2.5, output: 10 } });
  const found = findRealModels({ OPENAI_API_KEY: 'k', OPENAI_MODEL: 'toString', XAI_API_KEY: 'k' });
  expect(found.map(({ provider }) => provider)).toEqual(['xai', 'openai']);
  expect(found[1]).not.toHaveProperty('price');
});

test('every key variable leads to a model with a price', () => {
  for (const name of keyVariables) {
    expect(findRealModels({ [name]: 'k' })).toMatchObject([{ price: expect.anything() }]);
  }
});

test('a base URL is passed on', () => {
  const models = findRealModels({ ZAI_API_KEY: 'k', ZAI_BASE_URL: 'http://127.0.0.1:1/v1' });
  expect(useRealModels(models).deployments).toMatchObject([
    { provider: 'zhipu', baseUrl: 'http://127.0.0.1:1/v1' },
  ]);
});

test('the notice tells who, how much and on which assumption, and shows no key', () => {
  const models = findRealModels({
    OPENAI_API_KEY: 'sk-hidden-1',
    GROQ_API_KEY: 'gsk-hidden-2',
    GROQ_MODEL: 'unheard-of',
  });
  const text = describeSpending(models, survey).join('\n');
  // 100,000 × $0.15 and 200,000 × $0.60 per million.
  expect(text).toMatch(/openai\/gpt-4o-mini .*OPENAI_API_KEY .*≈ \$0\.135 if it answers all/);
  expect(text).toMatch(/groq\/unheard-of .*price unknown +cost unknown/);
  expect(text).toContain('1,000 prompts: about 100,000 tokens in and 200,000 out, assuming 200');
  expect(text + JSON.stringify(models)).not.toContain('hidden');
});

test('there are five seconds to think better of it', async () => {
  const clock = createVirtualClock();
  const start = clock.now();
  const lines: string[] = [];
  const say = (line: string) => lines.push(line);
  const signal = new AbortController().signal;
  expect(await clock.run(waitForSecondThoughts(clock, signal, say))).toBe(true);
  expect(clock.now() - start).toBe(5000);
  expect(lines.join()).toContain('Ctrl-C');

  const stop = new AbortController();
  const waiting = waitForSecondThoughts(clock, stop.signal, say);
  stop.abort();
  expect(await waiting).toBe(false);
});
