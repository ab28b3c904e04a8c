import type { Price } from '@llm-router/core';
import type { ModelCapabilities, ModelFacts } from './model-facts.ts';
import { readModelId } from './read-model-id.ts';

/** An object from outside. */
export interface Fields {
  readonly [name: string]: unknown;
}

/** Facts as somebody wrote them, sorted by the type that they should have. */
export interface WrittenFacts {
  readonly id: string;
  readonly provider: string;
  readonly texts: Partial<
    Record<'name' | 'family' | 'releasedAt' | 'knowledge' | 'deprecatedAt', unknown>
  >;
  readonly counts: Partial<Record<'contextWindow' | 'maxInputTokens' | 'maxOutputTokens', unknown>>;
  readonly flags: Partial<Record<'openWeights', unknown>>;
  readonly capabilities: Partial<Record<keyof ModelCapabilities, unknown>>;
  readonly price: Price | undefined;
}

const longestText = 200;
/** Dollars for a million tokens, or tokens: no list has a larger number that is true. */
const largestAmount = 1e9;

/** Keeps what has the type that it should have; `undefined` without an id that can be one. */
export function makeFacts(written: WrittenFacts): ModelFacts | undefined {
  const { id, provider, texts, counts, flags, capabilities, price } = written;
  if (provider.trim() === '' || readModelId(id) === undefined) return undefined;
  return {
    id,
    provider,
    ...keep(texts, isText),
    ...keep(counts, isCount),
    ...keep(flags, isFlag),
    ...(price && { price }),
    capabilities: keep(capabilities, isFlag),
  };
}

function keep<T>(values: Fields, isKnown: (value: unknown) => value is T): Record<string, T> {
  const known: [string, T][] = [];
  for (const [name, value] of Object.entries(values)) if (isKnown(value)) known.push([name, value]);
  return Object.fromEntries(known);
}

/** Whether a value can be an amount of dollars or tokens. */
export function isAmount(value: unknown): value is number {
  return typeof value === 'number' && value >= 0 && value <= largestAmount;
}

function isCount(value: unknown): value is number {
  return isAmount(value) && Number.isInteger(value) && value > 0;
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= longestText;
}

function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean';
}
