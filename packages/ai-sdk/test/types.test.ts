import type { LanguageModelV3, LanguageModelV4, ProviderV3, ProviderV4 } from '@ai-sdk/provider';
import type { createRouterProvider, createRouterProviderV3 } from '@llm-router/ai-sdk';

/** Checked by the compiler: what is made is what each specification asks for, and not the other. */
type Later = ReturnType<typeof createRouterProvider>;
type Earlier = ReturnType<typeof createRouterProviderV3>;
const later = (provider: Later): ProviderV4 => provider;
const earlier = (provider: Earlier): ProviderV3 => provider;
const laterModel = (provider: Later): LanguageModelV4 => provider.languageModel('auto');
const earlierModel = (provider: Earlier): LanguageModelV3 => provider.languageModel('auto');
// @ts-expect-error a provider of V3 is none of V4
const wrong = (provider: Earlier): ProviderV4 => provider;

it('has the types of both specifications', () => {
  expect([later, earlier, laterModel, earlierModel, wrong]).toHaveLength(5);
});
