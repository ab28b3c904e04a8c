import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVirtualClock } from '@llm-router/core';
import { createSimulator } from '@llm-router/simulator';
import { ask } from './support.ts';

const corpus = process.env['LLM_ROUTER_CORPUS'];
const suite = corpus ? describe : describe.skip;
if (!corpus) console.warn('SKIPPED: recorded traffic; set LLM_ROUTER_CORPUS to its folder.');

interface Exchange {
  readonly id: string;
  readonly provider: string;
  readonly endpoint: string;
  readonly status: number;
  readonly stream: boolean;
  readonly request_body: { readonly model?: unknown; readonly messages?: unknown } | null;
  readonly response_headers: Readonly<Record<string, string>>;
  readonly response_body: unknown;
}

function readExchanges(): Exchange[] {
  return readFileSync(join(corpus ?? '', 'traffic.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Exchange)
    .filter(({ provider, endpoint }) => provider === 'openai' && endpoint === 'chat.completions');
}

/** The paths of all fields of a JSON value; items of a list share one path. */
function fieldsOf(value: unknown, path = '', found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) fieldsOf(item, `${path}[]`, found);
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      found.add(`${path}.${name}`);
      fieldsOf(inner, `${path}.${name}`, found);
    }
  }
  return found;
}

const eventsOf = (text: unknown): unknown[] =>
  [...String(text).matchAll(/^data: (\{.*\})\r?$/gm)].map((match) => JSON.parse(match[1] ?? ''));

suite("recorded OpenAI traffic and the simulator's", () => {
  const exchanges = corpus ? readExchanges() : [];
  const clock = createVirtualClock();
  const limits = { requests: { perSecond: 5 }, tokens: { perSecond: 5e5 } };
  const simulator = createSimulator({ models: [{ name: 'oak', limits }], clock });
  const tools = [{ type: 'function', function: { name: 'lamp' } }];

  test('every request that OpenAI took is taken', async () => {
    const refused: string[] = [];
    let sent = 0;
    const open = createSimulator({ models: [{ name: 'oak' }], clock });
    for (const { id, status, request_body } of exchanges) {
      if (status !== 200 || !request_body?.messages) continue;
      sent += 1;
      const response = await clock.run(ask(open, 'oak', { ...request_body, model: 'oak' }));
      if (response.status !== 200) refused.push(`${id}: ${await response.text()}`);
      else await clock.run(response.text());
    }
    expect(refused).toEqual([]);
    expect(sent).toBeGreaterThan(100);
  });

  test('no answer has a field that OpenAI does not send, and none lacks one that it always sends', async () => {
    const real = exchanges
      .filter(({ status, stream }) => status === 200 && !stream)
      .map(({ response_body }) => fieldsOf(response_body));
    const known = new Set(real.flatMap((fields) => [...fields]));
    // Some recordings are trimmed, so "always" is nineteen in twenty.
    const always = [...known].filter(
      (field) => real.filter((fields) => fields.has(field)).length > 0.95 * real.length,
    );
    const called = { tools, tool_choice: 'required' };
    for (const extra of [{}, called]) {
      const fields = fieldsOf(await (await clock.run(ask(simulator, 'oak', extra))).json());
      expect([...fields].filter((field) => !known.has(field))).toEqual([]);
      expect(always.filter((field) => !fields.has(field))).toEqual([]);
    }
    expect(always.length).toBeGreaterThan(5);
  });

  test('no chunk of a stream has a field that OpenAI does not send', async () => {
    const known = new Set(
      exchanges
        .filter(({ status, stream }) => status === 200 && stream)
        .flatMap(({ response_body }) => eventsOf(response_body))
        .flatMap((event) => [...fieldsOf(event)]),
    );
    const usage = { stream: true, stream_options: { include_usage: true } };
    for (const extra of [usage, { ...usage, tools, tool_choice: 'required' }]) {
      const response = await clock.run(ask(simulator, 'oak', extra));
      const events = eventsOf(await clock.run(response.text()));
      const fields = new Set(events.flatMap((event) => [...fieldsOf(event)]));
      expect([...fields].filter((field) => !known.has(field))).toEqual([]);
      expect(events.length).toBeGreaterThan(10);
    }
  });

  test('headers have names that OpenAI sends and values in its notation', async () => {
    const notation: Readonly<Record<string, RegExp>> = {
      'x-ratelimit-limit-requests': /^\d+$/,
      'x-ratelimit-limit-tokens': /^\d+$/,
      'x-ratelimit-remaining-requests': /^\d+$/,
      'x-ratelimit-remaining-tokens': /^\d+$/,
      'x-ratelimit-reset-requests': /^(\d+h)?(\d+m)?(\d+(\.\d+)?(s|ms))?$/,
      'x-ratelimit-reset-tokens': /^(\d+h)?(\d+m)?(\d+(\.\d+)?(s|ms))?$/,
      'openai-processing-ms': /^\d+$/,
      'x-request-id': /^(req_)?[0-9a-f]+$/,
    };
    const ours = Object.fromEntries((await clock.run(ask(simulator, 'oak'))).headers);
    for (const [name, pattern] of Object.entries(notation)) {
      expect(ours[name]).toMatch(pattern);
      const theirs = exchanges.flatMap((exchange) => exchange.response_headers[name] ?? []);
      expect(theirs.length).toBeGreaterThan(0);
      // A recorder may have joined two headers into one value.
      const odd = theirs.filter((value) => !pattern.test(value));
      expect(odd.length).toBeLessThan(0.02 * theirs.length);
    }
    expect(Object.keys(ours).sort()).toEqual(['content-type', ...Object.keys(notation)].sort());
  });

  test('error bodies have the fields of recorded ones', async () => {
    const bodies = exchanges.filter(({ status }) => status >= 400 && status < 500);
    const known = new Set(bodies.flatMap(({ response_body }) => [...fieldsOf(response_body)]));
    for (const answer of [
      ask(simulator, 'elm'),
      ask(simulator, 'oak', { messages: [] }),
      ask(simulator, 'oak', {}, { body: '{' }),
    ]) {
      const fields = fieldsOf(await (await answer).json());
      expect([...fields].filter((field) => !known.has(field))).toEqual([]);
      expect([...fields].sort()).toEqual([
        '.error',
        '.error.code',
        '.error.message',
        '.error.param',
        '.error.type',
      ]);
    }
  });
});
