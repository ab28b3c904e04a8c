import {
  createSecret,
  knownProviders,
  type Limits,
  RouterError,
  type Strategy,
} from '@llm-router/core';
import type { Variables } from './expand-references.ts';
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
  const deployments = [...openrouterDeployments(variables), ...portkeyDeployments(variables)];
  if (deployments.length === 0) {
    throw new RouterError(
      'invalid_config',
      'The environment names no model. Set OPENROUTER_API_KEY with OPENROUTER_DEFAULT_MODEL or OPENROUTER_FREE_FALLBACKS, or PORTKEY_API_KEY with PORTKEY_FALLBACKS.',
    );
  }
  const config: Writable<RouterConfig> = {
    deployments: preferProvider(deployments, variables['PREFERRED_LLM_PROVIDER']),
    fallback: { onStatusCodes: fallbackStatusCodes },
    ...(deployments.some(({ pool }) => pool === openrouterFreePool) && {
      pools: { [openrouterFreePool]: openrouterFreeLimits },
    }),
  };
  const strategy = readStrategy(variables);
  if (strategy !== undefined) config.strategy = strategy;
  const retry = readRetry(variables);
  if (retry !== undefined) config.retry = retry;
  const agents = readAgents(variables);
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
  const key = variables['OPENROUTER_API_KEY'];
  const first = variables['OPENROUTER_DEFAULT_MODEL'];
  const others = variables['OPENROUTER_FREE_FALLBACKS'];
  const models = [first, ...(others ?? '').split(',')]
    .map((model) => model?.trim() ?? '')
    .filter((model) => model !== '');
  if (models.length === 0) return [];
  if (!key)
    throw missing(
      'OPENROUTER_API_KEY',
      `${first ? 'OPENROUTER_DEFAULT_MODEL' : 'OPENROUTER_FREE_FALLBACKS'} is set`,
    );
  return [...new Set(models)].map((model, index) => ({
    provider: 'openrouter',
    model,
    apiKey: createSecret(key),
    priority: index,
    ...(model.endsWith(':free') && { pool: openrouterFreePool }),
  }));
}

interface PortkeyTarget {
  readonly provider: string;
  readonly model: string;
  readonly weight?: number;
}

function portkeyDeployments(variables: Variables): DeploymentConfig[] {
  const text = variables['PORTKEY_FALLBACKS'];
  if (!text) return [];
  const key = variables['PORTKEY_API_KEY'];
  if (!key) throw missing('PORTKEY_API_KEY', 'PORTKEY_FALLBACKS is set');
  return readTargets(text).map(({ provider, model, weight }, index) => ({
    id: `portkey/${provider}/${model}`,
    provider: 'openai-compatible',
    model,
    baseUrl: variables['PORTKEY_BASE_URL'] || portkeyUrl,
    headers: { 'x-portkey-api-key': createSecret(key), 'x-portkey-provider': provider },
    priority: index,
    ...(weight !== undefined && { weight }),
  }));
}

const targetExample = '[{"provider":"openai","model":"gpt-4o-mini","weight":1}]';

function readTargets(text: string): readonly PortkeyTarget[] {
  const list = readJson('PORTKEY_FALLBACKS', text, targetExample);
  if (!Array.isArray(list) || list.length === 0) {
    throw wrong('PORTKEY_FALLBACKS', 'is not a list of targets', targetExample);
  }
  return list.map((target: unknown, index) => {
    const { provider, model, weight } = (target ?? {}) as Partial<Record<string, unknown>>;
    const place = `PORTKEY_FALLBACKS[${index}]`;
    if (typeof provider !== 'string' || provider === '') {
      throw wrong(place, 'has no provider', targetExample);
    }
    if (typeof model !== 'string' || model === '')
      throw wrong(place, 'has no model', targetExample);
    if (weight !== undefined && !(typeof weight === 'number' && weight >= 0)) {
      throw wrong(`${place}.weight`, `is ${JSON.stringify(weight)}`, 'a number of at least 0');
    }
    return { provider, model, ...(weight !== undefined && { weight }) };
  });
}

const strategies: readonly Strategy[] = ['fallback', 'loadbalance', 'cost_aware'];

function readStrategy(variables: Variables): Strategy | undefined {
  const text = variables['PORTKEY_STRATEGY'];
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
      ...(delay !== undefined && { baseMs: delay * 1000 }),
      ...(longest !== undefined && { maxMs: longest * 1000 }),
    },
  };
}

function readAgents(variables: Variables): Readonly<Record<string, string>> | undefined {
  const text = variables['AGENT_MODEL_MAP'];
  if (!text) return undefined;
  const example = '{"planner":"gpt-4o","coder":"claude-sonnet-4-5"}';
  const map = readJson('AGENT_MODEL_MAP', text, example);
  if (typeof map !== 'object' || map === null || Array.isArray(map)) {
    throw wrong('AGENT_MODEL_MAP', 'is not an object', example);
  }
  for (const [agent, model] of Object.entries(map)) {
    if (typeof model !== 'string' || model === '') {
      throw wrong(`AGENT_MODEL_MAP.${agent}`, `is ${JSON.stringify(model)}`, 'the name of a model');
    }
  }
  return map as Readonly<Record<string, string>>;
}

/** The preferred provider's models go before all others. */
function preferProvider(
  deployments: readonly DeploymentConfig[],
  provider: string | undefined,
): readonly DeploymentConfig[] {
  if (!provider) return deployments;
  const isPreferred = ({ id = '', provider: own }: DeploymentConfig) =>
    own === provider || id.startsWith(`portkey/${provider}/`);
  if (!deployments.some(isPreferred)) {
    const isKnown = (knownProviders as readonly string[]).includes(provider);
    throw wrong(
      'PREFERRED_LLM_PROVIDER',
      `is '${provider}', ${isKnown ? 'of which no model is configured' : 'which is no provider'}`,
      'the provider of one of the models above',
    );
  }
  const [ahead, behind] = [
    deployments.filter(isPreferred),
    deployments.filter((one) => !isPreferred(one)),
  ];
  return [...ahead, ...behind].map((deployment, priority) => ({ ...deployment, priority }));
}

function readNumber(variables: Variables, name: string, expected: string): number | undefined {
  const text = variables[name]?.trim();
  if (!text) return undefined;
  const value = Number(text);
  if (!Number.isFinite(value) || value < 0) throw wrong(name, `is '${text}'`, expected);
  return value;
}

function readFlag(variables: Variables, name: string): boolean | undefined {
  const text = variables[name]?.trim().toLowerCase();
  if (!text) return undefined;
  if (['true', '1', 'yes', 'on'].includes(text)) return true;
  if (['false', '0', 'no', 'off'].includes(text)) return false;
  throw wrong(name, `is '${text}'`, 'true or false');
}

function readJson(name: string, text: string, example: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw wrong(name, `is not JSON (${reason})`, example);
  }
}

function wrong(place: string, problem: string, expected: string): RouterError {
  return new RouterError('invalid_config', `${place} ${problem}; expected ${expected}.`);
}

function missing(variable: string, because: string): RouterError {
  return new RouterError(
    'invalid_config',
    `${variable} is missing though ${because}. Set it to the key of your account.`,
  );
}
