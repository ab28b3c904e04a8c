import {
  createRandom,
  createVirtualClock,
  type RequestAnalysis,
  RouterError,
} from '@llm-router/core';
import { analyzeRequest } from '@llm-router/request-analyzer';
import { type ChatRequest, createRouter } from 'llm-router';
import { busy, createScriptedFetch, deploy, failureOf, idle, record } from './support.ts';

const unhandled: unknown[] = [];
const note = (reason: unknown) => unhandled.push(reason);
beforeAll(() => process.on('unhandledRejection', note));
afterAll(() => process.off('unhandledRejection', note));

function bench(analyze: (request: ChatRequest) => unknown) {
  const clock = createVirtualClock();
  const { fetch, hits } = createScriptedFetch(clock, () => ({}));
  const router = createRouter(
    { deployments: [deploy('a')], cache: {} },
    {
      clock,
      random: createRandom(1),
      fetch,
      analyze: analyze as (request: ChatRequest) => RequestAnalysis,
    },
  );
  return { clock, router, hits };
}

const good = analyzeRequest({ messages: [{ role: 'user', content: 'Hello' }] });
const wrong: readonly [what: string, analyze: () => unknown, place: RegExp][] = [
  ['nothing', () => undefined, /dependencies\.analyze returned is undefined/],
  ['null', () => null, /returned is null/],
  ['an empty object', () => ({}), /returned: tokens\.input is undefined/],
  ['a promise', async () => good, /returned is 'a promise'.*at once/],
  ['a rejecting promise', () => Promise.reject(new Error('lost')), /'a promise'/],
  ['no tokens', () => ({ ...good, tokens: {} }), /tokens\.input/],
  ['tokens of NaN', () => ({ ...good, tokens: { ...good.tokens, input: Number.NaN } }), /NaN/],
  [
    'tokens below 0',
    () => ({ ...good, tokens: { ...good.tokens, expectedOutput: -1 } }),
    /tokens\.expectedOutput is -1/,
  ],
  ['no needs', () => ({ ...good, requires: undefined }), /requires\.contextTokens/],
  ['a stranger for a category', () => ({ ...good, category: 'huge' }), /category is 'huge'/],
  ['no complexity', () => ({ ...good, complexity: 'low' }), /complexity\.score/],
  [
    'an error',
    () => {
      throw new Error('lost the table');
    },
    /dependencies\.analyze threw: lost the table/,
  ],
];

describe('an analyzer of one’s own that cannot be meant is named, and nothing leaks', () => {
  it.each(wrong)('%s', async (_what, analyze, place) => {
    const { clock, router, hits } = bench(analyze);
    const events = record(router);
    const asks = [
      () => router.chat('Hello'),
      () => router.chat('Hello', { cache: 'off' }),
      () => router.stream('Hello').result,
      () => router.explain('Hello'),
    ];
    for (const ask of asks) {
      const error = await clock.run(failureOf(ask()));
      expect(error.code).toBe('invalid_config');
      expect(error.message).toContain('dependencies.analyze');
      expect(error.message).toMatch(place);
    }
    expect(hits).toEqual([]);
    expect(busy(router)).toEqual(idle);
    expect(router.status().requests).toEqual({ running: 0, succeeded: 0, failed: 3 });
    expect(events.filter(({ type }) => type === 'request-ended')).toHaveLength(3);
    await clock.run(router.close());
    expect(unhandled).toEqual([]);
  });
});

it('an analyzer of one’s own may refuse a request with an error of the house', async () => {
  const { clock, router } = bench(() => {
    throw new RouterError('invalid_request', 'Write shorter.');
  });
  expect(await clock.run(failureOf(router.chat('Hello')))).toMatchObject({
    code: 'invalid_request',
    message: 'Write shorter.',
  });
});

it('the built-in analyzer’s own trouble with a request is the request’s', async () => {
  const clock = createVirtualClock();
  const router = createRouter({ deployments: [deploy('a')] }, { clock });
  const circular: Record<string, unknown> = { type: 'function' };
  circular['function'] = circular;
  const request = { messages: [{ role: 'user', content: 'Hello' }], tools: [circular] };
  const error = await clock.run(failureOf(router.chat(request as never)));
  expect(error.code).toBe('invalid_request');
  expect(error.message).toContain('request.tools');
});
