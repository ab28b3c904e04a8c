import { type ChatRequest, isRouterError } from '@llm-router/core';
import { createTokenCalculator, learnTokens } from '../src/index.ts';

const model = 'gpt-4o';
const ask = (words: number): ChatRequest => ({
  messages: [{ role: 'user', content: 'word '.repeat(words) }],
});
const withTools = (words: number): ChatRequest => ({
  ...ask(words),
  tools: [{ type: 'function', function: { name: 'look_up', parameters: { type: 'object' } } }],
});

async function learnThree(hidden: number, deployment = 'behind a proxy') {
  const calculator = createTokenCalculator();
  for (const words of [5, 50, 500]) {
    const { tokens } = await calculator.countTokens(ask(words), { model });
    const inputTokens = tokens + hidden;
    await calculator.learnTokens(ask(words), { model, deployment, inputTokens });
  }
  return calculator;
}

it('corrects counts that name the deployment, and says so', async () => {
  const { countTokens } = await learnThree(40);
  const plain = await countTokens(ask(7), { model });
  expect(plain.method).toBe('exact');
  expect(await countTokens(ask(7), { model, deployment: 'behind a proxy' })).toEqual({
    tokens: plain.tokens + 40,
    method: 'calibrated',
    encoding: 'o200k_base',
  });
  expect(await countTokens(ask(7), { model, deployment: 'direct' })).toEqual(plain);
});

it('stays exact where a deployment bills what is counted', async () => {
  const { countTokens } = await learnThree(0);
  const counted = await countTokens(ask(7), { model, deployment: 'behind a proxy' });
  expect(counted.method).toBe('exact');
});

it('learns requests with tools apart, and texts are no requests', async () => {
  const { countTokens, learnTokens: learn } = await learnThree(40);
  const choice = { model, deployment: 'behind a proxy' };
  expect(await countTokens(withTools(7), choice)).toEqual(
    await countTokens(withTools(7), { model }),
  );
  expect(await countTokens('one word', choice)).toEqual(await countTokens('one word', { model }));
  expect((await learn(withTools(7), { ...choice, inputTokens: 99 })).answers).toBe(1);
});

it('learns nothing from a request with a picture', async () => {
  const { learnTokens: learn } = await learnThree(40);
  const picture: ChatRequest = {
    messages: [
      {
        role: 'user',
        content: [{ type: 'image_url', image_url: { url: 'https://example.com/a.png' } }],
      },
    ],
  };
  const choice = { model, deployment: 'behind a proxy', inputTokens: 9999 };
  expect(await learn(picture, choice)).toEqual({ kind: 'addition', amount: 40, answers: 3 });
});

it('judges the window by the corrected count', async () => {
  const { fitsContext } = await learnThree(200_000);
  const choice = { model, deployment: 'behind a proxy', marginRatio: 0 };
  expect((await fitsContext(ask(7), { ...choice, deployment: 'direct' })).fits).toBe(true);
  expect((await fitsContext(ask(7), choice)).fits).toBe(false);
});

it('shares what it has learned with the counts of the whole process', async () => {
  const choice = { model, deployment: 'shared by all' };
  for (const inputTokens of [100, 100, 100]) await learnTokens(ask(5), { ...choice, inputTokens });
  expect(await learnTokens(ask(5), { ...choice, inputTokens: 100 })).toMatchObject({ answers: 4 });
});

it.each([
  [{ deployment: 'a', inputTokens: 5 }, 'model is missing'],
  [{ model, inputTokens: 5 }, 'deployment is undefined'],
  [{ model, deployment: '', inputTokens: 5 }, "deployment is ''"],
  [{ model, deployment: 'a' }, 'inputTokens is undefined'],
  [{ model, deployment: 'a', inputTokens: 0 }, 'inputTokens is 0'],
  [{ model, deployment: 'a', inputTokens: 5, usage: {} }, "unknown option 'usage'"],
])('refuses to learn from %j', async (options, message) => {
  const { learnTokens: learn } = createTokenCalculator();
  const choice = options as Parameters<typeof learn>[1];
  const error: unknown = await learn(ask(1), choice).catch((cause: unknown) => cause);
  expect(isRouterError(error, 'invalid_config')).toBe(true);
  expect(String(error)).toContain(message);
});
