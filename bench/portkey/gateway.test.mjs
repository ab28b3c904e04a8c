// Against Portkey's real gateway, in a process of its own on this machine, with the simulator behind it.
// Needs `npm run build` in the workspace and `npm install` here.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { findPortkeyRefusal, toPortkeyConfig } from '../../packages/portkey-config/dist/index.js';
import {
  createProvider,
  isProviderError,
  readPortkeyReport,
} from '../../packages/providers/dist/index.js';
import { createSimulator } from '../../packages/simulator/dist/index.js';
import { throughGateway, throughGatewayRewritten, throughRouter } from './run-scenario.mjs';
import { scenarios } from './scenarios.mjs';
import { hasGateway, startGateway } from './start-gateway.mjs';
import { isAlike } from './table.mjs';

if (!hasGateway) {
  console.warn('SKIPPED: all tests against Portkey’s gateway. Run `npm install` in bench first.');
}

let gateway;
before(async () => {
  if (hasGateway) gateway = await startGateway();
});
after(() => gateway?.close());
const skip = !hasGateway;

describe('the same configuration', { skip }, () => {
  for (const scenario of scenarios) {
    it(`${scenario.name}: ${scenario.differs ? 'differs as told' : 'is alike'}`, async () => {
      const theirs = await throughGateway(scenario, gateway.url);
      const ours = await throughRouter(scenario);
      const told = `${JSON.stringify(theirs)}\n${JSON.stringify(ours)}`;
      assert.equal(isAlike(theirs, ours), scenario.differs === undefined, told);
      if (scenario.differs !== undefined) return;
      const rewritten = await throughGatewayRewritten(scenario, gateway.url);
      assert.ok(isAlike(theirs, rewritten), JSON.stringify(rewritten));
    });
  }
});

describe('a refusal', { skip }, () => {
  const good = { provider: 'openai', api_key: 'k' };
  const cases = [
    good,
    {},
    { retry: { attempts: 1 } },
    { ...good, cache: {} },
    { ...good, cache: { mode: 'lru', max_age: '1' } },
    { ...good, retry: { attempts: '5', on_status_codes: [429, '500'] } },
    { ...good, provider: 'parrot' },
    { provider: 'openai' },
    { provider: 'ollama', custom_host: 'http://localhost:1' },
    { ...good, weight: null, request_timeout: true },
    { ...good, custom_host: 'http://192.168.1.1/v1' },
    { ...good, custom_host: 'http://printer.local' },
    { ...good, input_guardrails: ['a', { deny: true }] },
    { ...good, input_guardrails: 'a' },
    { ...good, before_request_hooks: ['a'] },
    { ...good, strict_open_ai_compliance: 'yes', forward_headers: 'x' },
    { ...good, options: [{}] },
    { provider: 'vertex-ai', api_key: 'k' },
    { provider: 'vertex-ai', vertex_region: 'r', vertex_service_account_json: { a: 1 } },
    { strategy: { mode: 'roulette' }, targets: [{ provider: 'openai' }, good] },
    { strategy: { on_status_codes: 429 }, targets: good },
    { strategy: { mode: 'conditional', conditions: [{ query: [] }] }, targets: [good] },
    { strategy: { mode: 'fallback' }, targets: [{ ...good, retry: {} }, { weight: 1 }] },
    { strategy: { mode: 'fallback', targets: [good] }, retry: { attempts: 1, delay: 1 } },
    [good],
    7,
    null,
  ];
  for (const config of cases) {
    it(`of ${JSON.stringify(config)} has the same words`, async () => {
      // Nobody listens there: what is taken fails later, and not with a 400.
      const response = await fetch(`${gateway.url}/v1/chat/completions`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-portkey-config': JSON.stringify(config),
          'x-portkey-custom-host': 'http://127.0.0.1:1',
        },
        body: JSON.stringify({ model: 'm', messages: [] }),
      });
      const { status: kind, message, errors = [] } = await response.json().catch(() => ({}));
      const isRefused = response.status === 400 && kind === 'failure';
      const refusal = findPortkeyRefusal(JSON.stringify(config));
      assert.deepEqual(
        refusal && { message: refusal.message, errors: [...refusal.errors].sort() },
        isRefused ? { message, errors: errors.sort() } : undefined,
      );
    });
  }
});

describe("the provider 'portkey'", { skip }, () => {
  const request = { model: 'any', messages: [{ role: 'user', content: 'Name a harbour.' }] };
  const latency = { medianMs: 5, sigma: 0 };

  /** Two models behind the gateway, the first of which is down; keys are checked. */
  async function behindGateway(work) {
    const simulator = createSimulator({
      seed: 7,
      models: [
        { name: 'first', latency, faults: [{ kind: 'overloaded' }] },
        { name: 'second', latency, apiKey: 'key-of-second' },
      ],
    });
    const { url, close } = await simulator.listen();
    const baseUrl = `${url}/v1`;
    const config = toPortkeyConfig({
      deployments: [
        { provider: 'openai-compatible', model: 'first', baseUrl },
        { provider: 'openai-compatible', model: 'second', baseUrl, apiKey: 'key-of-second' },
      ],
    });
    const portkey = { config, traceId: 'trace-7', metadata: { _user: 'Åse' } };
    try {
      await work({ simulator, baseUrl, portkey });
    } finally {
      await close();
    }
  }
  const connect = (portkey) => createProvider('portkey', { baseUrl: `${gateway.url}/v1`, portkey });

  it('answers through its gateway, and reads what that says of it', () =>
    behindGateway(async ({ simulator, portkey }) => {
      let report;
      const onResponse = ({ headers }) => {
        report = readPortkeyReport(headers);
      };
      const completion = await connect(portkey).chat(request, { onResponse });
      assert.ok(completion.choices[0].message.content);
      assert.ok(completion.usage.completion_tokens > 0);
      assert.deepEqual(report, {
        target: 'config.targets[1]',
        retries: 0,
        isExhausted: false,
        cache: 'disabled',
        provider: 'openai',
        traceId: 'trace-7',
        isGatewayFault: false,
      });
      const models = simulator.hits().map(({ model }) => model);
      assert.deepEqual(models, ['first', 'second']);
    }));

  it('streams through its gateway', () =>
    behindGateway(async ({ portkey }) => {
      let text = '';
      let usage;
      for await (const chunk of connect(portkey).stream(request)) {
        text += chunk.choices[0]?.delta.content ?? '';
        usage = chunk.usage ?? usage;
      }
      assert.ok(text.length > 0);
      assert.ok(usage.completion_tokens > 0);
    }));

  it('reaches a provider by its name and key, without a configuration', () =>
    behindGateway(async ({ baseUrl }) => {
      const provider = createProvider('portkey', {
        baseUrl: `${gateway.url}/v1`,
        portkey: { provider: 'openai', providerKey: 'key-of-second' },
        headers: { 'x-portkey-custom-host': baseUrl },
      });
      const completion = await provider.chat({ ...request, model: 'second' });
      assert.ok(completion.choices[0].message.content);
    }));

  it('says what the gateway refused, and shows no key', () =>
    behindGateway(async ({ portkey }) => {
      const config = { ...portkey.config, cache: { mode: 'lru' } };
      const error = await connect({ ...portkey, config })
        .chat(request)
        .then(
          () => undefined,
          (thrown) => thrown,
        );
      assert.ok(isProviderError(error));
      assert.equal(error.status, 400);
      assert.equal(error.category, 'invalid_request');
      assert.ok(!JSON.stringify([error, error.body, error.headers]).includes('key-of-second'));
    }));
});
