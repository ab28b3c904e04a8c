import {
  categories,
  createSecret,
  invalidConfig,
  knownProviders,
  type Limits,
  RouterError,
  type Strategy,
} from '@llm-router/core';
import type { Variables } from './expand-references.ts';
import { isRecord } from './overlay.ts';
import { missing, readFlag, readJson, readNumber, readText, wrong } from './read-variable.ts';
import type { DeploymentConfig, RouterConfig } from './router-config.ts';

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** OpenRouter counts free models by account, whatever the key. As published in November 2026. */
export const openrouterFreeLimits: Limits = { requestsPerMinute: 20, requestsPerDay: 50 };

const openrouterFreePool = 'openrouter-free';
const portkeyUrl = 'https://api.portkey.ai/v1';

/** What both documents list: a refusal or a failure of the provider sends the request on. */
const fallbackStatusCodes = [429, 500, 502, 503, 529] as const;

/**
 * Makes a configuration of the environment variables that OpenRouter and Portkey set-ups use.
 *
 * @param warn is told what is understood differently here
 * @throws RouterError `invalid_config` naming the variable, the place and the mend
 */
export function configFromEnvironment(
  variables: Variables,
  warn: (message: string) => void = () => {},
): RouterConfig {
  if (!isRecord(variables)) {
    throw invalidConfig('configFromEnvironment', variables, 'variables such as process.env');
  }
  const deployments = [...openrouterDeployments(variables), ...portkeyDeployments(variables, warn)];
  if (deployments.length === 0) {
    throw new RouterError(
      'invalid_config',
      'The environment names no model. Set OPENROUTER_API_KEY with OPENROUTER_DEFAULT_MODEL or OPENROUTER_FREE_FALLBACKS, or PORTKEY_API_KEY with PORTKEY_FALLBACKS.',
    );
  }
  const config: Writable<RouterConfig> = {
    deployments: preferProvider(deployments, readText(variables, 'PREFERRED_LLM_PROVIDER')),
    fallback: { onStatusCodes: fallbackStatusCodes },
    ...(deployments.some(({ pool }) => pool === openrouterFreePool) && {
      pools: { [openrouterFreePool]: openrouterFreeLimits },
    }),
  };
  const strategy = readStrategy(variables);
  if (strategy !== undefined) config.strategy = strategy;
  const retry = readRetry(variables);
  if (retry !== undefined) config.retry = retry;
  const agents = readAgents(variables, deployments, warn);
  if (agents !== undefined) config.agents = agents;
  const isCached = readFlag(variables, 'PORTKEY_CACHE_ENABLED');
  if (isCached !== undefined) config.cache = isCached ? {} : false;
  if (isCached) {
    warn(
      'PORTKEY_CACHE_ENABLED means a semantic cache at Portkey; without an embedder the exact cache is used.',
    );
  }
  return config;
}

function openrouterDeployments(variables: Variables): DeploymentConfig[] {
  const key = readText(variables, 'OPENROUTER_API_KEY');
  const first = readText(variables, 'OPENROUTER_DEFAULT_MODEL');
  const others = readText(variables, 'OPENROUTER_FREE_FALLBACKS');
  const models = [first, ...(others ?? '').split(',')]
    .map((model) => model?.trim() ?? '')
    .filter((model) => model !== '');
  if (models.length === 0) return [];
  if (!key)
    throw missing(
      'OPENROUTER_API_KEY',
      `${first ? 'OPENROUTER_DEFAULT_MODEL' : 'OPENROUTER_FREE_FALLBACKS'} is set`,
    );
  return [...new Set(models)].map((model) => ({
    provider: 'openrouter',
    model,
    apiKey: createSecret(key),
    ...(model.endsWith(':free') && { pool: openrouterFreePool }),
  }));
}

interface PortkeyTarget {
  readonly provider: string;
  readonly model: string;
  readonly weight?: number;
}

function portkeyDeployments(
  variables: Variables,
  warn: (message: string) => void,
): DeploymentConfig[] {
  const text = readText(variables, 'PORTKEY_FALLBACKS');
  if (!text) return [];
  const key = readText(variables, 'PORTKEY_API_KEY');
  if (!key) throw missing('PORTKEY_API_KEY', 'PORTKEY_FALLBACKS is set');
  const baseUrl = readText(variables, 'PORTKEY_BASE_URL') ?? portkeyUrl;
  return readTargets(text, warn).map(({ provider, model, weight }) => ({
    id: `portkey/${provider}/${model}`,
    provider: 'openai-compatible',
    model,
    baseUrl,
    headers: { 'x-portkey-api-key': createSecret(key), 'x-portkey-provider': provider },
    ...(weight !== undefined && { weight }),
  }));
}

const targetExample = '[{"provider":"openai","model":"gpt-4o-mini","weight":1}]';

function readTargets(text: string, warn: (message: string) => void): readonly PortkeyTarget[] {
  const list = readJson('PORTKEY_FALLBACKS', text, targetExample);
  if (!Array.isArray(list) || list.length === 0) {
    throw wrong('PORTKEY_FALLBACKS', 'is not a list of targets', targetExample);
  }
  const seen = new Set<string>();
  return list.map((given: unknown, index) => {
    const place = `PORTKEY_FALLBACKS[${index}]`;
    const target = readTarget(given, place, warn);
    const name = `${target.provider}/${target.model}`;
    if (seen.has(name)) throw wrong(place, `names ${name} again`, 'each target once');
    seen.add(name);
    return target;
  });
}

function readTarget(given: unknown, place: string, warn: (message: string) => void): PortkeyTarget {
  if (!isRecord(given)) throw wrong(place, 'is not an object', targetExample);
  const { provider, model, weight, ...others } = given;
  if (typeof provider !== 'string' || provider === '') {
    throw wrong(place, 'has no provider', targetExample);
  }
  if (typeof model !== 'string' || model === '') throw wrong(place, 'has no model', targetExample);
  for (const name of Object.keys(others)) {
    warn(`${place}.${name} is not used; of a target the provider, model and weight are.`);
  }
  if (weight === undefined) return { provider, model };
  if (typeof weight !== 'number' || !Number.isFinite(weight) || weight < 0) {
    throw wrong(`${place}.weight`, `is ${JSON.stringify(weight)}`, 'a number of at least 0');
  }
  return { provider, model, weight };
}

const strategies: readonly Strategy[] = ['fallback', 'loadbalance', 'cost_aware'];

function readStrategy(variables: Variables): Strategy | undefined {
  const text = readText(variables, 'PORTKEY_STRATEGY');
  if (!text) return undefined;
  const strategy = strategies.find((known) => known === text);
  if (strategy === undefined) {
    throw wrong('PORTKEY_STRATEGY', `is '${text}'`, `one of ${strategies.join(', ')}`);
  }
  return strategy;
}

function readRetry(variables: Variables): RouterConfig['retry'] {
  const retries = readNumber(variables, 'LLM_MAX_RETRIES', 'a whole number such as 5');
  const delay = readNumber(variables, 'LLM_RETRY_DELAY', 'seconds, such as 1');
  const longest = readNumber(variables, 'LLM_RETRY_MAX_DELAY', 'seconds, such as 60');
  if (retries === undefined && delay === undefined && longest === undefined) return undefined;
  if (retries !== undefined && !Number.isInteger(retries)) {
    throw wrong('LLM_MAX_RETRIES', `is ${retries}`, 'a whole number such as 5');
  }
  return {
    // The first attempt is no retry.
    ...(retries !== undefined && { maxAttempts: retries + 1 }),
    backoff: {
      ...(delay !== undefined && { baseMs: Math.round(delay * 1000) }),
      ...(longest !== undefined && { maxMs: Math.round(longest * 1000) }),
    },
  };
}

function readAgents(
  variables: Variables,
  deployments: readonly DeploymentConfig[],
  warn: (message: string) => void,
): Readonly<Record<string, string>> | undefined {
  const text = readText(variables, 'AGENT_MODEL_MAP');
  if (!text) return undefined;
  const example = '{"planner":"gpt-4o","coder":"claude-sonnet-4-5"}';
  const map = readJson('AGENT_MODEL_MAP', text, example);
  if (!isRecord(map)) throw wrong('AGENT_MODEL_MAP', 'is not an object', example);
  const known = [
    ...deployments.flatMap(({ id = '', model }) => [id, model]),
    ...categories,
    'auto',
  ];
  const agents = Object.entries(map).map(([agent, model]): [string, string] => {
    const place = `AGENT_MODEL_MAP.${agent}`;
    if (agent === '' || typeof model !== 'string' || model === '') {
      throw wrong(place, `is ${JSON.stringify(model)}`, 'an agent type and the name of a model');
    }
    if (!known.includes(model)) {
      warn(`${place} is '${model}', which no configured model is: calls of that agent will fail.`);
    }
    return [agent, model];
  });
  return Object.fromEntries(agents);
}

/** One chain of all, in order; the preferred provider's models go before the others. */
function preferProvider(
  deployments: readonly DeploymentConfig[],
  provider: string | undefined,
): readonly DeploymentConfig[] {
  const isPreferred = ({ id = '', provider: own }: DeploymentConfig) =>
    own === provider || id.startsWith(`portkey/${provider}/`);
  if (provider !== undefined && !deployments.some(isPreferred)) {
    const isKnown = (knownProviders as readonly string[]).includes(provider);
    throw wrong(
      'PREFERRED_LLM_PROVIDER',
      `is '${provider}', ${isKnown ? 'of which no model is configured' : 'which is no provider'}`,
      'the provider of a model that is',
    );
  }
  const ahead = deployments.filter(isPreferred);
  const behind = deployments.filter((one) => !isPreferred(one));
  return [...ahead, ...behind].map((deployment, priority) => ({ ...deployment, priority }));
}
