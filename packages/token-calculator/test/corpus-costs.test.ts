import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Usage } from '@llm-router/core';
import { findModel } from '@llm-router/model-catalog';
import { calculateCost } from '../src/index.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
if (!corpus)
  console.warn('SKIPPED: prices are not compared with reported costs (LLM_ROUTER_CORPUS is unset)');
const suite = corpus ? describe : describe.skip;

interface Recorded {
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly request_body: { readonly model?: unknown } | null;
  readonly usage: Readonly<Record<string, number | null>> | null;
  readonly usage_raw: { readonly cost?: unknown; readonly is_byok?: boolean } | null;
}

interface Answer extends Recorded {
  readonly model: string;
  readonly tokens: Usage;
}

function readAnswers(folder: string): Answer[] {
  const lines = readFileSync(join(folder, 'traffic.jsonl'), 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as Recorded;
    const model = row.request_body?.model;
    if (row.status !== 200 || row.usage === null || typeof model !== 'string') return [];
    const count = (name: string) => row.usage?.[name] ?? 0;
    const tokens = {
      inputTokens: count('input_tokens'),
      outputTokens: count('output_tokens'),
      totalTokens: count('total_tokens'),
      cachedInputTokens: count('cached_input_tokens'),
      cacheWriteInputTokens: count('cache_write_input_tokens'),
      reasoningTokens: count('reasoning_tokens'),
    };
    return [{ ...row, model, tokens }];
  });
}

suite('recorded answers', () => {
  const answers = corpus ? readAnswers(corpus) : [];
  const priceOf = ({ model, provider }: Answer) => findModel(model, { provider })?.price;

  it('are priced wherever the catalog has a price', () => {
    const listed = answers.filter((answer) => priceOf(answer) !== undefined);
    expect(listed.length).toBeGreaterThan(answers.length / 3);
    for (const answer of listed) {
      const { nanoUsd, exactness } = calculateCost(answer.tokens, priceOf(answer) ?? '');
      expect([exactness, Number.isSafeInteger(nanoUsd)]).toEqual(['priced', true]);
    }
  });

  it('cost at OpenRouter what it reports, within 1 %, in at least 80 % of all cases', () => {
    const reported = answers.filter(
      ({ provider, endpoint, usage_raw: raw }) =>
        provider === 'openrouter' &&
        endpoint === 'chat.completions' &&
        raw?.is_byok !== true &&
        typeof raw?.cost === 'number',
    );
    const agreeing = reported.filter((answer) => {
      const { nanoUsd } = calculateCost(answer.tokens, priceOf(answer) ?? 'unknown');
      const usd = Number(answer.usage_raw?.cost);
      return nanoUsd !== null && Math.abs(nanoUsd / 1e9 - usd) <= 0.01 * usd;
    });
    expect(reported.length).toBeGreaterThan(20);
    expect(agreeing.length / reported.length).toBeGreaterThanOrEqual(0.8);
  });
});
