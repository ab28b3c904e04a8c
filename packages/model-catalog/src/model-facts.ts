import type { Capabilities, Category, Price } from '@llm-router/core';

/** What a model can do; an absent field is unknown, not false. */
export interface ModelCapabilities extends Capabilities {
  /** It thinks before it answers, always or on request. */
  readonly reasoning?: boolean;
}

/** What is known of one model at one provider; an absent field is unknown. */
export interface ModelFacts {
  /** The id that the provider knows. */
  readonly id: string;
  /** Who sells or runs it. */
  readonly provider: string;
  /** The name for people. */
  readonly name?: string;
  /** Models of one line, for example `claude-haiku`. */
  readonly family?: string;
  /** Tokens that prompt and answer may have together. */
  readonly contextWindow?: number;
  /** Tokens that the prompt alone may have, where that is less than the window. */
  readonly maxInputTokens?: number;
  readonly maxOutputTokens?: number;
  /** The price at this provider, in US dollars per million tokens. */
  readonly price?: Price;
  readonly capabilities?: ModelCapabilities;
  /** `YYYY-MM-DD` or `YYYY-MM`. */
  readonly releasedAt?: string;
  /** The end of what it was trained on: `YYYY-MM-DD` or `YYYY-MM`. */
  readonly knowledge?: string;
  readonly openWeights?: boolean;
  /** The announced end, `YYYY-MM-DD`. */
  readonly deprecatedAt?: string;
  /** Billions of parameters, in all and used for each token. */
  readonly parameters?: { readonly totalBillion: number; readonly activeBillion?: number };
  /** The day of the source, `YYYY-MM-DD`. */
  readonly asOf?: string;
  /** A category of one's own, which overrides every rule. The built-in facts have none. */
  readonly category?: Category;
}
