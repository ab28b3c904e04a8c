import { isSecret, RouterError } from '@llm-router/core';
import { customHostOf } from './addresses.ts';
import type { PortableDeployment } from './portable-config.ts';
import { slugOf } from './provider-slugs.ts';
import { noKey } from './read-target.ts';

export type OnLoss = (loss: string) => void;
/** A target or a group of them, as Portkey writes it. */
export type Target = Readonly<Record<string, unknown>>;

/** @throws RouterError `invalid_config` where Portkey could not reach the provider */
export function writeTarget(
  { id, provider, model, apiKey, baseUrl, headers = {}, weight, timeoutMs }: PortableDeployment,
  index: number,
  onLoss: OnLoss,
): Target {
  const place = `deployments[${index}]`;
  const isCompatible = overOpenai.includes(provider);
  const slug = isCompatible ? 'openai' : provider === 'ollama' ? 'ollama' : slugOf(provider);
  if (slug === undefined) {
    const text = `toPortkeyConfig: ${place}.provider is none that Portkey knows; use 'openai-compatible' with a baseUrl.`;
    throw new RouterError('invalid_config', text);
  }
  const address = baseUrl ?? localAddresses[provider];
  if (isCompatible && address === undefined) {
    throw new RouterError('invalid_config', `toPortkeyConfig: ${place}.baseUrl is missing.`);
  }
  const host = customHostOf(slug, address);
  const key = isSecret(apiKey) ? apiKey.reveal() : apiKey;
  return {
    ...(id !== undefined && { name: id }),
    provider: slug,
    // The gateway refuses a target without a key, also where none is needed.
    ...(key !== undefined || isCompatible ? { api_key: key ?? noKey } : undefined),
    ...(host && { custom_host: host }),
    ...(weight !== undefined && { weight }),
    ...(timeoutMs !== undefined && { request_timeout: timeoutMs }),
    ...headerKeys(headers, place, onLoss),
    override_params: { model },
  };
}

const overOpenai: readonly string[] = ['openai-compatible', 'lm-studio', 'vllm'];
const localAddresses: Readonly<Record<string, string>> = {
  'lm-studio': 'http://localhost:1234/v1',
  vllm: 'http://localhost:8000/v1',
  ollama: 'http://localhost:11434/v1',
};

const headerNames = [
  ['openai-organization', 'openai_organization'],
  ['openai-project', 'openai_project'],
] as const;

function headerKeys(
  headers: NonNullable<PortableDeployment['headers']>,
  place: string,
  onLoss: OnLoss,
): Target {
  const given = Object.entries(headers).map(([name, value]): [string, string] => [
    name.toLowerCase(),
    isSecret(value) ? value.reveal() : value,
  ]);
  const said = given.flatMap(([name, value]): [string, string][] => {
    const key = headerNames.find(([header]) => header === name)?.[1];
    if (key === undefined) onLoss(`${place}.headers: a header that Portkey has no key for`);
    return key === undefined ? [] : [[key, value]];
  });
  return Object.fromEntries(said);
}
