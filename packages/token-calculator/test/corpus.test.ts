import { createTokenCalculator } from '../src/index.ts';
import { type BilledRequest, readTraffic } from './corpus/read-traffic.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
if (!corpus)
  console.warn('SKIPPED: counts are not compared with billed usage (LLM_ROUTER_CORPUS is unset)');
const suite = corpus ? describe : describe.skip;

interface Compared extends BilledRequest {
  readonly error: number;
  readonly relative: number;
}

const family = (model: string) => model.replace(/^.*\//, '').toLowerCase();
const thinks = (model: string) => /^(?:gpt-[5-9]|o\d)/.test(family(model));
const ofOpenAi = (model: string) => /^(?:gpt-[345]|gpt-35|o\d)/.test(family(model));

function share(rows: readonly Compared[], right: (row: Compared) => boolean): number {
  return rows.filter(right).length / rows.length;
}

function quantile(rows: readonly Compared[], part: number): number {
  const sorted = rows.map(({ relative }) => relative).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

async function compare(folder: string): Promise<Compared[]> {
  const { countTokens } = createTokenCalculator();
  const compared: Compared[] = [];
  for (const row of readTraffic(folder)) {
    const { tokens } = await countTokens(row.request, { model: row.model });
    const error = tokens - row.inputTokens;
    compared.push({ ...row, error, relative: Math.abs(error) / row.inputTokens });
  }
  return compared;
}

function table(rows: readonly Compared[]): string {
  const groups = new Map<string, Compared[]>();
  for (const row of rows) {
    const key = [row.provider.padEnd(12), row.kind.padEnd(11), family(row.model).padEnd(44)].join(
      ' ',
    );
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  const percent = (value: number) => `${(100 * value).toFixed(1)} %`.padStart(9);
  const lines = [...groups].sort().map(([key, group]) => {
    const exact = percent(share(group, ({ error }) => error === 0));
    const spread = `${percent(quantile(group, 0.5))}${percent(quantile(group, 0.9))}`;
    return `${key}${String(group.length).padStart(5)}${exact}${spread}`;
  });
  return ['provider, kind, model, requests, exact, median error, 90th percentile', ...lines].join(
    '\n',
  );
}

suite('compared with what providers billed', () => {
  let rows: Compared[] = [];
  const pick = (
    providers: readonly string[],
    kind: string,
    ofModel: (model: string) => boolean,
  ) => {
    const found = rows.filter(
      (row) => providers.includes(row.provider) && row.kind === kind && ofModel(row.model),
    );
    expect(found.length).toBeGreaterThan(5);
    return found;
  };

  beforeAll(async () => {
    rows = await compare(corpus ?? '');
    console.info(table(rows));
  }, 60_000);

  it('is exact on at least 98 % of plain chats of GPT-3.5 and GPT-4', () => {
    const plain = pick(['openai', 'azure'], 'text', (model) => ofOpenAi(model) && !thinks(model));
    expect(share(plain, ({ error }) => error === 0)).toBeGreaterThanOrEqual(0.98);
  });

  it('is within 3 tokens or 3 % on at least 87 % of those with tools', () => {
    const tools = pick(['openai', 'azure'], 'tools', (model) => ofOpenAi(model) && !thinks(model));
    const close = ({ error, relative }: Compared) => Math.abs(error) <= 3 || relative <= 0.03;
    expect(share(tools, close)).toBeGreaterThanOrEqual(0.87);
  });

  it('is within 2 tokens on at least 95 % of plain chats of models that think', () => {
    const plain = pick(['openai', 'azure'], 'text', thinks);
    expect(share(plain, ({ error }) => Math.abs(error) <= 2)).toBeGreaterThanOrEqual(0.95);
  });

  it('is off by 4 % in the middle and 12 % at the 90th percentile of Anthropic chats', () => {
    const plain = pick(['anthropic'], 'text', () => true);
    expect(quantile(plain, 0.5)).toBeLessThanOrEqual(0.04);
    expect(quantile(plain, 0.9)).toBeLessThanOrEqual(0.12);
  });

  it.each([['google'], ['vertex']])('is off by 2 % and 15 % of Gemini chats at %s', (provider) => {
    const plain = pick([provider], 'text', (model) => family(model).startsWith('gemini'));
    expect(quantile(plain, 0.5)).toBeLessThanOrEqual(0.02);
    expect(quantile(plain, 0.9)).toBeLessThanOrEqual(0.15);
  });
});
