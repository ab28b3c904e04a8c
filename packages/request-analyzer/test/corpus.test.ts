import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ChatRequest } from '@llm-router/core';
import { analyzeRequest } from '../src/index.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) {
  console.warn('SKIPPED: expected answers against recorded traffic (LLM_ROUTER_CORPUS is not set)');
}

interface Exchange {
  readonly endpoint: string;
  readonly status: number;
  readonly request_body: ChatRequest | null;
  readonly usage: { readonly output_tokens?: number } | null;
}

/** The request and the tokens of its answer, if it is in the shape of a chat request. */
function sampleOf(line: string): [ChatRequest, number][] {
  const { endpoint, status, request_body: body, usage } = JSON.parse(line) as Exchange;
  const isChat = endpoint === 'chat.completions' && status === 200 && Array.isArray(body?.messages);
  return isChat && body && usage?.output_tokens ? [[body, usage.output_tokens]] : [];
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

suite('recorded chat traffic', () => {
  it('is answered, half of the time, within a factor of three of what is expected', () => {
    const lines = readFileSync(join(corpus ?? '', 'traffic.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    const samples = lines.flatMap(sampleOf);
    const errors = samples.map(([request, actual]) => {
      const ratio = analyzeRequest(request).tokens.expectedOutput / actual;
      return Math.max(ratio, 1 / ratio);
    });
    expect(samples.length).toBeGreaterThan(500);
    expect(median(errors)).toBeLessThan(3);
  });
});
