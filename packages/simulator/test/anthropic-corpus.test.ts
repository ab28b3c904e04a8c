import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { askMessages, version } from './anthropic-support.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) console.warn('SKIPPED: recorded traffic; set LLM_ROUTER_CORPUS to its folder.');

interface Exchange {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly stream: boolean;
  readonly request_body: { readonly messages?: unknown } | null;
  readonly response_headers: Readonly<Record<string, string>>;
  readonly response_body: unknown;
}

function readExchanges(): Exchange[] {
  return readFileSync(join(corpus ?? '', 'traffic.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exchange)
    .filter(({ provider }) => provider === 'anthropic');
}

/** The paths of all fields of a JSON value; items of a list share one path, and a call's input is not looked into. */
function fieldsOf(value: unknown, path = '', found = new Set<string>()): Set<string> {
  if (path.endsWith('.input')) return found;
  if (Array.isArray(value)) for (const item of value) fieldsOf(item, `${path}[]`, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      found.add(`${path}.${name}`);
      fieldsOf(inner, `${path}.${name}`, found);
    }
  }
  return found;
}

/** As {@link fieldsOf} for all events of a stream, each path under its event's type. */
function fieldsOfStream(text: unknown): Set<string> {
  const found = new Set<string>();
  for (const [, data] of String(text).matchAll(/^data: (\{.*\}) *\r?$/gm)) {
    const event = JSON.parse(data ?? '') as { type: string };
    fieldsOf(event, event.type, found);
  }
  return found;
}

/** What nineteen in twenty have; some recordings are trimmed or old. */
function alwaysIn(all: readonly Set<string>[]): string[] {
  const known = new Set(all.flatMap((fields) => [...fields]));
  return [...known].filter((field) => {
    return all.filter((fields) => fields.has(field)).length > 0.95 * all.length;
  });
}

suite("recorded Anthropic traffic and the simulator's", () => {
  const exchanges = corpus ? readExchanges() : [];
  const talks = exchanges.filter(({ endpoint }) => endpoint === 'messages');
  const served = talks.filter(({ status }) => status === 200);
  const clock = createVirtualClock();
  const bucket = { perSecond: 1000 };
  const inputTokens = { burst: 100_000, perSecond: 5 };
  const limits = { requests: bucket, inputTokens, outputTokens: bucket };
  const simulator = createSimulator({ models: [{ name: 'oak', limits }], clock });
  const tools = [{ name: 'lamp', input_schema: { type: 'object' } }];
  const thinking = { type: 'enabled', budget_tokens: 1024 };
  const forms = [
    {},
    { tools, tool_choice: { type: 'any' } },
    { max_tokens: 2048, thinking },
  ] as const;

  test('every request that Anthropic took is taken', async () => {
    const open = createSimulator({ models: [{ name: 'oak' }], clock });
    const refused: string[] = [];
    let sent = 0;
    for (const { id, request_body } of served) {
      if (!request_body?.messages) continue;
      sent += 1;
      const response = await clock.run(askMessages(open, { ...request_body, model: 'oak' }));
      const text = await clock.run(response.text());
      if (response.status !== 200) refused.push(`${id}: ${text}`);
    }
    expect(refused).toEqual([]);
    expect(sent).toBeGreaterThan(100);
  });

  test('no message has a field that Anthropic does not send, and none lacks one that it always sends', async () => {
    const real = served
      .filter(({ stream }) => !stream)
      .map(({ response_body }) => fieldsOf(response_body));
    const known = new Set(real.flatMap((fields) => [...fields]));
    const always = alwaysIn(real).filter((field) => !field.endsWith('.text'));
    for (const extra of forms) {
      const fields = fieldsOf(await (await clock.run(askMessages(simulator, extra))).json());
      expect([...fields].filter((field) => !known.has(field))).toEqual([]);
      expect(always.filter((field) => !fields.has(field))).toEqual([]);
    }
    expect(always.length).toBeGreaterThan(10);
  });

  test('no event of a stream has a field that Anthropic does not send, and none lacks one that it always sends', async () => {
    const real = served
      .filter(({ stream }) => stream)
      .map(({ response_body }) => fieldsOfStream(response_body));
    const known = new Set(real.flatMap((fields) => [...fields]));
    const always = alwaysIn(real);
    for (const extra of forms) {
      const response = await clock.run(askMessages(simulator, { ...extra, stream: true }));
      const fields = fieldsOfStream(await clock.run(response.text()));
      expect([...fields].filter((field) => !known.has(field))).toEqual([]);
      expect(always.filter((field) => !fields.has(field))).toEqual([]);
    }
    expect(always.length).toBeGreaterThan(20);
  });

  test('headers have names that Anthropic sends and values in its notation', async () => {
    const notation: Record<string, RegExp> = { 'request-id': /^(req_\w+|<REQUEST_ID>)$/ };
    for (const name of ['requests', 'tokens', 'input-tokens', 'output-tokens']) {
      const remaining = name === 'requests' ? /^\d+$/ : /^(0|\d+000)$/;
      notation[`anthropic-ratelimit-${name}-limit`] = /^\d+$/;
      notation[`anthropic-ratelimit-${name}-remaining`] = remaining;
      notation[`anthropic-ratelimit-${name}-reset`] = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
    }
    const ours = Object.fromEntries((await clock.run(askMessages(simulator))).headers);
    for (const [name, pattern] of Object.entries(notation)) {
      expect(ours[name]).toMatch(pattern);
      const theirs = talks.flatMap(({ response_headers }) => response_headers[name] ?? []);
      expect(theirs.length).toBeGreaterThan(100);
      expect(theirs.filter((value) => !pattern.test(value))).toEqual([]);
    }
    expect(Object.keys(ours).sort()).toEqual(['content-type', ...Object.keys(notation)].sort());
  });

  test('recorded token headers are sums of input and output, as ours are', async () => {
    const told = talks
      .map(({ response_headers }) => response_headers)
      .filter((headers) => headers['anthropic-ratelimit-input-tokens-limit'] !== undefined);
    expect(told.length).toBeGreaterThan(100);
    const ours = Object.fromEntries((await clock.run(askMessages(simulator))).headers);
    for (const headers of [ours, ...told]) {
      const of = (name: string) => headers[`anthropic-ratelimit-${name}`] ?? '';
      for (const part of ['limit', 'remaining']) {
        const sum = Number(of(`input-tokens-${part}`)) + Number(of(`output-tokens-${part}`));
        expect(Number(of(`tokens-${part}`))).toBe(sum);
      }
      const resets = [of('input-tokens-reset'), of('output-tokens-reset')].sort();
      expect(of('tokens-reset')).toBe(resets[0]);
    }
  });

  test('error bodies and lists of models have the fields of recorded ones', async () => {
    const bodies = talks.filter(({ status }) => status >= 400);
    const known = new Set(bodies.flatMap(({ response_body }) => [...fieldsOf(response_body)]));
    expect(bodies.length).toBeGreaterThan(5);
    const refused = await askMessages(simulator, { model: 'elm' });
    expect(fieldsOf(await refused.json())).toEqual(known);
    const lists = exchanges
      .filter(({ endpoint }) => endpoint === 'models')
      .map(({ response_body }) => fieldsOf(response_body));
    const list = await simulator.fetch('http://x/v1/models', { headers: version });
    const fields = fieldsOf(await list.json());
    expect([...fields].sort()).toEqual(alwaysIn(lists).sort());
  });
});
