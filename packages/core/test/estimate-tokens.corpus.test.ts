import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type ChatMessage, type ChatRequest, estimateTokens } from '@llm-router/core';

/** The fields of a recorded exchange that are read here. */
interface Exchange {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly request_body: RecordedBody | null;
  readonly usage: { readonly input_tokens?: number } | null;
  readonly features: readonly string[];
}

interface RecordedBody {
  readonly messages?: readonly ChatMessage[];
  /** Anthropic's place for it. */
  readonly system?: string | readonly { readonly type: 'text'; readonly text: string }[];
}

interface Sample {
  readonly provider: string;
  readonly error: number;
}

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) {
  console.warn('SKIPPED: estimateTokens against recorded traffic (LLM_ROUTER_CORPUS is not set)');
}

const beyondText = [
  'tools',
  'tool_call',
  'image',
  'document_or_audio',
  'server_tool',
  'structured_output',
];

/** A recorded body as a request, if it is one of text only. */
function textRequest(exchange: Exchange): ChatRequest | undefined {
  const { request_body: body, endpoint, features, provider } = exchange;
  if (exchange.status !== 200 || !['chat.completions', 'messages'].includes(endpoint))
    return undefined;
  if (['google', 'vertex'].includes(provider)) return undefined;
  if (features.some((feature) => beyondText.includes(feature))) return undefined;
  if (!Array.isArray(body?.messages)) return undefined;
  const { messages, system } = body;
  return { messages: system ? [{ role: 'system', content: system }, ...messages] : messages };
}

/** The constants were chosen on one half of the exchanges; this is the other. */
function isHeldBack(id: string): boolean {
  return createHash('sha256').update(`fit${id}`).digest().readUInt32BE(0) % 2 === 1;
}

async function readSamples(folder: string): Promise<Sample[]> {
  const samples: Sample[] = [];
  const lines = createInterface({ input: createReadStream(join(folder, 'traffic.jsonl')) });
  for await (const line of lines) {
    const exchange: Exchange = JSON.parse(line);
    const request = textRequest(exchange);
    const actual = exchange.usage?.input_tokens ?? 0;
    if (request === undefined || actual === 0 || !isHeldBack(exchange.id)) continue;
    const error = (estimateTokens(request) - actual) / actual;
    samples.push({ provider: exchange.provider, error });
  }
  return samples;
}

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

function summary(samples: readonly Sample[]) {
  const errors = samples.map(({ error }) => error);
  const sizes = errors.map(Math.abs);
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`;
  return {
    exchanges: samples.length,
    'median error': percent(quantile(sizes, 0.5)),
    '90th percentile': percent(quantile(sizes, 0.9)),
    'median bias': percent(quantile(errors, 0.5)),
  };
}

suite('estimateTokens against recorded traffic', () => {
  let samples: Sample[] = [];
  const of = (...providers: string[]) =>
    samples.filter(({ provider }) => providers.includes(provider));
  const median = (some: readonly Sample[]) =>
    quantile(
      some.map(({ error }) => Math.abs(error)),
      0.5,
    );

  beforeAll(async () => {
    samples = await readSamples(corpus ?? '');
    const providers = [...new Set(samples.map(({ provider }) => provider))].sort();
    console.table({
      ...Object.fromEntries(providers.map((provider) => [provider, summary(of(provider))])),
      'OpenAI and Anthropic': summary(of('openai', 'anthropic')),
      all: summary(samples),
    });
  });

  it('finds enough exchanges to judge by', () => {
    expect(of('openai').length).toBeGreaterThan(50);
    expect(of('anthropic').length).toBeGreaterThan(50);
  });

  it('is off by at most 11 % for half of the text-only exchanges it was not fitted on', () => {
    expect(median(samples)).toBeLessThanOrEqual(0.11);
    expect(median(of('openai'))).toBeLessThanOrEqual(0.11);
    expect(median(of('anthropic'))).toBeLessThanOrEqual(0.11);
  });
});
