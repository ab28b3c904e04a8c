import type {
  LanguageModelV3CallOptions,
  LanguageModelV4CallOptions,
  SharedV3Warning,
} from '@ai-sdk/provider';

/** What the AI SDK asks a model, by either specification. */
export type ModelCall = LanguageModelV3CallOptions | LanguageModelV4CallOptions;

/** Something that was left out; both specifications know it in this form. */
export type Warning = Extract<SharedV3Warning, { readonly type: 'unsupported' }>;

/** The name under which the router's own options and facts stand beside those of other providers. */
export const ownName = 'llmRouter';

export function unsupported(feature: string, details?: string): Warning {
  return { type: 'unsupported', feature, ...(details !== undefined && { details }) };
}
