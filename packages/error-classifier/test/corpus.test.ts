import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ErrorClassification } from '@llm-router/core';
import { classifyError } from '../src/index.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) {
  console.warn('SKIPPED: recorded errors. Set LLM_ROUTER_CORPUS to the folder of errors.jsonl.');
}

interface LabelledError {
  readonly provider: string;
  readonly status: number | null;
  readonly headers?: Record<string, string> | null;
  readonly body?: unknown;
  readonly error_message?: string;
  readonly thrown?: unknown;
  readonly in_stream?: boolean;
  readonly label: string;
  readonly alt_labels?: readonly string[];
  readonly retryable: boolean;
  readonly failover: boolean;
  readonly retry_after_ms?: number | null;
}

const readRows = (): LabelledError[] =>
  readFileSync(join(corpus ?? '', 'errors.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as LabelledError);

/** The error as the code that meets it would hand it over. */
function asMet(row: LabelledError): unknown {
  if (row.thrown !== undefined) return row.thrown;
  if (row.error_message !== undefined) {
    const error = new Error(row.error_message);
    return row.status === null ? error : Object.assign(error, { status: row.status });
  }
  if (row.in_stream) return row.body;
  return { status: row.status, headers: row.headers ?? {}, body: row.body };
}

/** Another way to meet the same error: the body unparsed, in an error of an SDK. */
function asText(row: LabelledError): unknown {
  if (row.body === undefined || row.in_stream) return asMet(row);
  const body = typeof row.body === 'string' ? row.body : JSON.stringify(row.body);
  return { statusCode: row.status, responseHeaders: row.headers ?? {}, responseBody: body };
}

const checks: Record<string, (row: LabelledError, said: ErrorClassification) => boolean> = {
  category: (row, said) => [row.label, ...(row.alt_labels ?? [])].includes(said.category),
  retryable: (row, said) => row.retryable === said.retryable,
  failover: (row, said) => row.failover === said.failover,
  'stated wait': (row, said) => sameWait(row.retry_after_ms ?? undefined, said.retryAfterMs),
};

function sameWait(stated: number | undefined, said: number | undefined): boolean {
  if (stated === undefined || said === undefined) return stated === said;
  return Math.abs(stated - said) <= Math.max(1000, stated * 0.02);
}

/** How often each check holds; the waits only over the rows that state one. */
function measure(meet: (row: LabelledError) => unknown, named: boolean) {
  const rows = readRows();
  const wrong: string[] = [];
  const shares = Object.entries(checks).map(([name, check]) => {
    const asked = rows.filter((row) => name !== 'stated wait' || row.retry_after_ms);
    const right = asked.filter((row) => {
      const said = classifyError(meet(row), named ? { provider: row.provider } : {});
      const ok = check(row, said);
      if (!ok)
        wrong.push(`${name}: ${row.provider} ${row.status} is ${row.label}, said ${said.category}`);
      return ok;
    });
    return [name, right.length / asked.length] as const;
  });
  const invented = rows.filter(
    (row) =>
      !row.retry_after_ms &&
      classifyError(meet(row), named ? { provider: row.provider } : {}).retryAfterMs !== undefined,
  ).length;
  return { shares: Object.fromEntries(shares), invented, wrong };
}

suite('the labelled errors', () => {
  it.each([
    ['as answers', asMet, true],
    ['as text inside an error', asText, true],
    ['without the name of the provider', asMet, false],
  ])('are told apart %s', (way, meet, named) => {
    const { shares, invented, wrong } = measure(meet, named);
    const lines = Object.entries(shares).map(
      ([name, share]) => `${name.padEnd(12)} ${(100 * share).toFixed(1)} %`,
    );
    console.info(
      [`Labelled errors, ${way}`, ...lines, `invented     ${invented}`, ...wrong].join('\n'),
    );
    expect(shares['category']).toBeGreaterThanOrEqual(0.98);
    expect(shares['retryable']).toBeGreaterThanOrEqual(0.98);
    expect(shares['failover']).toBeGreaterThanOrEqual(0.97);
    expect(shares['stated wait']).toBeGreaterThanOrEqual(0.97);
    expect(invented).toBe(0);
  });
});
