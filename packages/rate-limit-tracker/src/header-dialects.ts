import type { LimitField } from './rate-limit-headers.ts';

/**
 * A family of header names and the limit they speak of. `{part}` stands for `limit`, `remaining`,
 * `reset` or `renewalperiod`; a name without it states a limit.
 */
export type HeaderRow = readonly [template: string, field: LimitField];

/** Rows by the vendor that made the names. None contradicts another, so everybody's answers are read by all. */
export const commonDialects: Readonly<Record<string, readonly HeaderRow[]>> = {
  openai: [
    ['x-ratelimit-{part}-requests', 'requests'],
    ['x-ratelimit-{part}-tokens', 'tokens'],
    ['x-ratelimit-{part}-project-tokens', 'projectTokens'],
    ['x-ratelimit-{part}-input-images', 'inputImages'],
  ],
  anthropic: [
    ['anthropic-ratelimit-requests-{part}', 'requests'],
    ['anthropic-ratelimit-tokens-{part}', 'tokens'],
    ['anthropic-ratelimit-input-tokens-{part}', 'inputTokens'],
    ['anthropic-ratelimit-output-tokens-{part}', 'outputTokens'],
    ['anthropic-priority-input-tokens-{part}', 'priorityInputTokens'],
    ['anthropic-priority-output-tokens-{part}', 'priorityOutputTokens'],
    ['anthropic-fast-input-tokens-{part}', 'fastInputTokens'],
    ['anthropic-fast-output-tokens-{part}', 'fastOutputTokens'],
    // Where it answers in OpenAI's format, its limits lack the word.
    ['x-ratelimit-requests', 'requests'],
    ['x-ratelimit-tokens', 'tokens'],
  ],
  mistral: [
    ['ratelimitbysize-{part}', 'tokens'],
    ['x-ratelimitbysize-{part}-minute', 'tokens'],
    ['x-ratelimitbysize-{part}-month', 'tokensPerMonth'],
    ['x-ratelimit-{part}-req-second', 'requestsPerSecond'],
    ['x-ratelimit-{part}-req-10-second', 'requestsPer10Seconds'],
    ['x-ratelimit-{part}-req-minute', 'requests'],
    ['x-ratelimit-{part}-tokens-month', 'tokensPerMonth'],
  ],
  cerebras: [
    ['x-ratelimit-{part}-requests-minute', 'requests'],
    ['x-ratelimit-{part}-requests-hour', 'requestsPerHour'],
    ['x-ratelimit-{part}-requests-day', 'requestsPerDay'],
    ['x-ratelimit-{part}-tokens-minute', 'tokens'],
    ['x-ratelimit-{part}-tokens-hour', 'tokensPerHour'],
    ['x-ratelimit-{part}-tokens-day', 'tokensPerDay'],
  ],
  fireworks: [
    ['x-ratelimit-{part}-tokens-prompt', 'inputTokens'],
    ['x-ratelimit-{part}-tokens-cache-adjusted-prompt', 'uncachedInputTokens'],
    ['x-ratelimit-{part}-tokens-generated', 'outputTokens'],
  ],
  cohere: [
    ['x-trial-endpoint-call-{part}', 'requests'],
    ['x-endpoint-monthly-call-{part}', 'requestsPerMonth'],
  ],
  together: [['x-tokenlimit-{part}', 'tokensPerSecond']],
  kong: [
    ['x-ratelimit-{part}-second', 'requestsPerSecond'],
    ['x-ratelimit-{part}-minute', 'requests'],
    ['x-ratelimit-{part}-hour', 'requestsPerHour'],
    ['x-ratelimit-{part}-day', 'requestsPerDay'],
    ['x-ratelimit-{part}-month', 'requestsPerMonth'],
  ],
  /** OpenRouter, Moonshot, GitHub and many more: one window, its length unsaid. */
  plain: [['x-ratelimit-{part}', 'requestsPerWindow']],
};

/** What a provider means otherwise than everybody else. */
export interface OwnDialect {
  /** What it is called, here and by the gateways that name who answered. */
  readonly names: readonly string[];
  readonly rows?: readonly HeaderRow[];
  /** Its `requests` are per day where the reset gives it away. */
  readonly requestsMayBeDaily?: boolean;
}

export const ownDialects: readonly OwnDialect[] = [
  { names: ['openai'], requestsMayBeDaily: true },
  { names: ['groq'], rows: [['x-ratelimit-{part}-requests', 'requestsPerDay']] },
  {
    names: ['together', 'together-ai'],
    rows: [['x-ratelimit-{part}', 'requestsPerSecond']],
  },
];

/** LiteLLM hands on what its upstream said under names that begin so. */
export const relayedPrefix = 'llm_provider-';

/** Headers by which a gateway names who answered: Portkey, Hugging Face. */
export const upstreamNames: readonly string[] = ['x-portkey-provider', 'x-inference-provider'];
