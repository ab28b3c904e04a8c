import { InvalidArgumentError } from '@ai-sdk/provider';
import { createRouterProvider, createRouterProviderV3 } from '../src/index.ts';
import { createBench, thrownBy } from './support.ts';

// The later package is ESM only, which jest does not load; the errors of both are marked alike.
jest.mock('@ai-sdk/provider', () => jest.requireActual('@ai-sdk/provider-v3'));

const { router, requests } = createBench();
const assistant = { role: 'assistant', content: 7 };
const pictured = { role: 'user', content: [{ type: 'file', mediaType: [], data: 'AAAA' }] };

describe.each([
  ['V4', createRouterProvider(router)],
  ['V3', createRouterProviderV3(router)],
])('a call that is none is an error of the AI SDK (%s)', (_name, provider) => {
  it.each<[unknown]>([
    [undefined],
    [7],
    [{}],
    [{ prompt: 'Hello' }],
    [{ prompt: [null] }],
    [{ prompt: [assistant] }],
    [{ prompt: [pictured] }],
  ])('%j', async (call) => {
    const model = provider.languageModel('auto');
    const embedding = provider.embeddingModel('m');
    const asks: readonly (() => PromiseLike<unknown>)[] = [
      () => model.doGenerate(call as never),
      () => model.doStream(call as never),
      () => embedding.doEmbed(call as never),
    ];
    for (const ask of asks) {
      const error = await thrownBy(Promise.resolve(ask()));
      expect(InvalidArgumentError.isInstance(error) && error.message).toMatch(
        /^The call cannot be read \(.+\): give it as the AI SDK does\.$/,
      );
    }
    expect(requests).toHaveLength(0);
  });
});
