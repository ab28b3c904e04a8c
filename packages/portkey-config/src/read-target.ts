import { createSecret, type Secret } from '@llm-router/core';
import { baseUrlOf } from './addresses.ts';
import type { FieldReader } from './field-reader.ts';
import type { PortableDeployment } from './portable-config.ts';
import { providerOf } from './provider-slugs.ts';
import type { Shared } from './read-shared.ts';

/** What the request around a configuration says, where the configuration itself does not. */
export interface Around {
  readonly provider?: string;
  readonly apiKey?: string | Secret;
  readonly model?: string;
}

/** Stands for the key of a server that needs none: the gateway refuses a target without. */
export const noKey = 'none';

/** One target as a deployment; `undefined`, with a warning, where the router could not use it. */
export function readTarget(
  reader: FieldReader,
  shared: Shared,
  around: Around,
): Omit<PortableDeployment, 'weight'> | undefined {
  const slug = reader.text('provider') ?? around.provider;
  const key = reader.text('api_key') ?? around.apiKey;
  const azureModel = reader.text('azure_model_name');
  const deploymentId = reader.text('deployment_id');
  const model = deploymentId ?? shared.model ?? azureModel ?? around.model;
  if (deploymentId !== undefined && shared.model !== undefined) {
    reader.warn('override_params.model', 'gives way to deployment_id');
  }
  if (azureModel !== undefined && model !== azureModel) {
    reader.warn('azure_model_name', 'gives way to the model that is asked for');
  }
  const headers = readHeaders(reader);
  if (slug === undefined) {
    reader.warn('provider', 'is missing. The target is left out');
    return undefined;
  }
  const provider = nameProvider(slug, shared.customHost);
  if (provider === undefined) {
    reader.warn('provider', 'is none that the router knows. The target is left out');
    return undefined;
  }
  if (model === undefined) {
    reader.warn('override_params.model', 'is missing. The target is left out');
    return undefined;
  }
  const baseUrl = baseUrlOf(slug, shared.customHost);
  const isKeyless = key === noKey && provider === 'openai-compatible';
  return {
    provider,
    model,
    ...(key !== undefined && key !== '' && !isKeyless && { apiKey: createSecret(key) }),
    ...(baseUrl && { baseUrl }),
    ...(headers && { headers }),
    ...(shared.timeoutMs !== undefined && { timeoutMs: shared.timeoutMs }),
  };
}

function readHeaders(reader: FieldReader): Readonly<Record<string, string>> | undefined {
  const organization = reader.text('openai_organization');
  const project = reader.text('openai_project');
  if (organization === undefined && project === undefined) return undefined;
  return {
    ...(organization !== undefined && { 'openai-organization': organization }),
    ...(project !== undefined && { 'openai-project': project }),
  };
}

/** OpenAI's wire at an address of one's own is a server of which only the wire is known. */
function nameProvider(slug: string, customHost: string | undefined): string | undefined {
  const isElsewhere = customHost !== undefined && customHost !== '';
  if (slug === 'openai') return isElsewhere ? 'openai-compatible' : 'openai';
  if (slug === 'ollama') return 'ollama';
  return providerOf(slug) ?? (isElsewhere ? 'openai-compatible' : undefined);
}
