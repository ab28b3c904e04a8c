import type { Category } from './deployment.ts';

/** What is known of a request before it is sent. */
export interface RequestAnalysis {
  readonly complexity: {
    /** 0 to 1, strictly ordered. */
    readonly score: number;
    readonly level: 'simple' | 'moderate' | 'complex';
  };
  readonly reasoning: { readonly score: number; readonly matches: readonly string[] };
  readonly tokens: { readonly input: number; readonly expectedOutput: number };
  readonly conversation: {
    /** Messages of the user. */
    readonly turns: number;
    /** Tokens that a turn adds to the prompt, on average; absent before the second turn. */
    readonly growthTokens?: number;
    /**
     * How far the latest user message is from what was said before, 0 to 1: the share of its words
     * that are new. Absent before the second turn.
     */
    readonly drift?: number;
  };
  readonly requires: {
    readonly tools: boolean;
    readonly vision: boolean;
    readonly audio: boolean;
    readonly structuredOutput: boolean;
    /** Prompt and expected answer together. */
    readonly contextTokens: number;
  };
  /** The category that should be enough. */
  readonly category: Category;
  readonly reasons: readonly string[];
}
