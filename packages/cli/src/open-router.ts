import { createRouter, type Router, type RouterConfig } from 'llm-router';
import type { Environment } from './environment.ts';

/** A router that is only looked at: it probes nobody, whatever its configuration says. */
export function openRouter(config: RouterConfig, { clock }: Environment): Router {
  return createRouter({ ...config, health: { ...config.health, probe: false } }, { clock });
}
