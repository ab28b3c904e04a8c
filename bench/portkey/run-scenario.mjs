import { createRouter } from '../../packages/llm-router/dist/index.js';
import { parsePortkeyConfig, toPortkeyConfig } from '../../packages/portkey-config/dist/index.js';
import { createSimulator } from '../../packages/simulator/dist/index.js';

/**
 * What was done about the calls of one scenario.
 *
 * @typedef {object} Outcome
 * @property {readonly string[]} hits upstream, as `model status`, in order
 * @property {readonly number[]} gapsMs between them
 * @property {readonly (number | string)[]} statuses of the calls; a category where there is no status
 * @property {readonly string[]} reports what each call said of itself
 */

/** Through the gateway, configured as the scenario is written. */
export const throughGateway = (scenario, url) =>
  run(scenario, (config) => callGateway(url, config));

/** Through the gateway, configured by what the router would be: read and written again. */
export const throughGatewayRewritten = (scenario, url) =>
  run(scenario, (config) => callGateway(url, toPortkeyConfig(parse(config, scenario).config)));

/** Through the router alone, with the same configuration. */
export const throughRouter = (scenario) =>
  run(scenario, (config) => {
    const router = createRouter(parse(config, scenario).config);
    const call = async (request) => {
      // Of a target without a model the router is told with the configuration.
      const result = await router.chat(request).catch((error) => error);
      const { ledger } = result;
      const retries = Math.max(0, ledger.attempts.length - 1);
      const served = ledger.servedBy ?? 'nobody';
      const status = result.completion ? 200 : (result.status ?? result.category);
      return { status, report: `${served}, ${retries} retries, cache ${ledger.cache}` };
    };
    return { call, close: () => router.close() };
  });

function parse(config, { request }) {
  return parsePortkeyConfig(JSON.stringify(config), request?.model ? {} : { model: 'a' });
}

function callGateway(url, config) {
  const headers = {
    'content-type': 'application/json',
    'x-portkey-config': JSON.stringify(config),
  };
  const call = async (request) => {
    const body = JSON.stringify({ model: 'any', ...request });
    const response = await fetch(`${url}/v1/chat/completions`, { method: 'POST', headers, body });
    await response.text();
    const said = (name) => response.headers.get(`x-portkey-${name}`);
    const report = `${said('last-used-option-index')}, ${said('retry-attempt-count')} retries, cache ${said('cache-status')}`;
    return { status: response.status, report };
  };
  return { call, close: () => {} };
}

/** @returns {Promise<Outcome>} */
async function run(scenario, connect) {
  const simulator = createSimulator({ seed: 7, models: scenario.models() });
  const { url, close } = await simulator.listen();
  const target = (model, more = {}) => ({
    provider: 'openai',
    api_key: 'none',
    custom_host: `${url}/v1`,
    override_params: { model },
    ...more,
  });
  const client = connect(scenario.config(target));
  const messages = [{ role: 'user', content: 'Name a harbour.' }];
  const said = [];
  try {
    for (let number = 0; number < (scenario.calls ?? 1); number++) {
      said.push(await client.call({ messages, ...scenario.request }));
    }
  } finally {
    await client.close();
    await close();
  }
  const hits = simulator.hits();
  return {
    hits: hits.map(({ model, status }) => `${model} ${status || 'left'}`),
    gapsMs: hits.slice(1).map(({ at }, index) => at - hits[index].at),
    statuses: said.map(({ status }) => status),
    reports: said.map(({ report }) => report),
  };
}
