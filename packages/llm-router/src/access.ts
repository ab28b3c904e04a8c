import { createSecret } from '@llm-router/core';
import { isSame } from './is-same.ts';
import type { DeploymentConfig } from './router-config.ts';

/** How a deployment is reached: another key, address or header may be another account. */
export interface Access {
  isTo(config: DeploymentConfig): boolean;
}

/** Secrets are compared and never shown. */
export function createAccess(config: DeploymentConfig): Access {
  const own = wayTo(config);
  return { isTo: (other) => isSame(own, wayTo(other)) };
}

function wayTo({ provider, model, apiKey, baseUrl, headers }: DeploymentConfig) {
  const key = apiKey === undefined ? undefined : createSecret(apiKey);
  return { provider, model, key, baseUrl, headers };
}
