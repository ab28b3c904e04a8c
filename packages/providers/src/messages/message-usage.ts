import type { CompletionUsage } from '@llm-router/core';
import { countOf, fieldsOf, isObject, listOf } from '../json.ts';

/** Collects the usage of one answer; counts grow, so that the last one of each kind holds. */
export interface MessageUsage {
  add(usage: unknown): void;
  /** In OpenAI's shape, where the prompt includes what was cached; `undefined` while unknown. */
  read(): CompletionUsage | undefined;
}

/** Makes a collector for one answer. */
export function createMessageUsage(): MessageUsage {
  let merged: Readonly<Record<string, unknown>> = {};
  return {
    add(usage) {
      if (!isObject(usage)) return;
      const stated = Object.entries(usage).filter(([, value]) => value !== null);
      merged = { ...merged, ...Object.fromEntries(stated) };
    },
    read: () => toCompletionUsage(merged),
  };
}

interface Counts {
  readonly fresh: number;
  readonly cached: number | undefined;
  readonly written: number | undefined;
  readonly output: number;
}

function toCompletionUsage(usage: object): CompletionUsage | undefined {
  const counts = sumSteps(usage) ?? readCounts(usage);
  if (counts === undefined) return undefined;
  const { fresh, cached, written, output } = counts;
  const prompt = fresh + (cached ?? 0) + (written ?? 0);
  const thinking = countOf(
    fieldsOf<'thinking_tokens'>(fieldsOf<'output_tokens_details'>(usage).output_tokens_details)
      .thinking_tokens,
  );
  return {
    prompt_tokens: prompt,
    completion_tokens: output,
    total_tokens: prompt + output,
    ...((cached ?? written) !== undefined && {
      prompt_tokens_details: {
        ...(cached !== undefined && { cached_tokens: cached }),
        ...(written !== undefined && { cache_write_tokens: written }),
      },
    }),
    ...(thinking !== undefined && {
      completion_tokens_details: { reasoning_tokens: Math.min(thinking, output) },
    }),
  };
}

function readCounts(usage: unknown): Counts | undefined {
  const raw = fieldsOf<
    'input_tokens' | 'output_tokens' | 'cache_read_input_tokens' | 'cache_creation_input_tokens'
  >(usage);
  const fresh = countOf(raw.input_tokens);
  const output = countOf(raw.output_tokens);
  if (fresh === undefined || output === undefined) return undefined;
  return {
    fresh,
    output,
    cached: countOf(raw.cache_read_input_tokens),
    written: countOf(raw.cache_creation_input_tokens),
  };
}

/**
 * Where the server made the conversation shorter on the way, the top level counts the last step
 * only. Where another model took over, the top level is right.
 */
function sumSteps(usage: object): Counts | undefined {
  const steps = listOf(fieldsOf<'iterations'>(usage).iterations);
  const types = steps.map((step) => fieldsOf<'type'>(step).type);
  if (!types.includes('compaction') || types.includes('fallback_message')) return undefined;
  const counted = steps
    .filter((_step, index) => types[index] === 'message' || types[index] === 'compaction')
    .map(readCounts)
    .filter((counts) => counts !== undefined);
  if (counted.length === 0) return undefined;
  return counted.reduce((sum, counts) => ({
    fresh: sum.fresh + counts.fresh,
    output: sum.output + counts.output,
    cached: (sum.cached ?? 0) + (counts.cached ?? 0),
    written: (sum.written ?? 0) + (counts.written ?? 0),
  }));
}
