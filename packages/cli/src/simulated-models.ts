import type { Limits } from '@llm-router/core';
import { createSimulator, type SimulatedLimits, type SimulatedModel } from '@llm-router/simulator';
import type { DeploymentConfig } from 'llm-router';
import type { Fleet } from './fleet.ts';

/** Three models with quotas of three kinds, priced as a small, a middling and a large model are. */
export const simulatedModels: readonly SimulatedModel[] = [
  {
    name: 'sim-small',
    limits: { requests: { burst: 10, perSecond: 6 } },
    price: { input: 0.15, output: 0.6 },
    latency: { medianMs: 350 },
    outputTokens: { min: 40, max: 160 },
  },
  {
    name: 'sim-medium',
    limits: { tokens: { burst: 1500, perSecond: 450 } },
    price: { input: 0.4, output: 1.6 },
    latency: { medianMs: 700 },
    outputTokens: { min: 60, max: 220 },
    faults: [{ kind: 'server-error', probability: 0.12, delayMs: 150 }],
  },
  {
    name: 'sim-large',
    limits: { maxConcurrent: 4 },
    price: { input: 2.5, output: 10 },
    latency: { medianMs: 1100 },
    outputTokens: { min: 80, max: 300 },
  },
];

/** Requests do not arrive at the distance in which they left: a part of each burst is kept back. */
const toldShareOfBurst = 0.9;

/**
 * Starts the simulated models on 127.0.0.1 and describes them to a router, the cheapest first.
 * With `told` limits the router knows the quotas; with `untold` it has to learn them.
 */
export async function startSimulatedModels(options: {
  readonly seed: number;
  readonly limits: 'told' | 'untold';
}): Promise<Fleet> {
  const simulator = createSimulator({ seed: options.seed, models: simulatedModels });
  const { url, close } = await simulator.listen();
  return {
    kind: 'simulated',
    deployments: simulatedModels.map((model) => toDeployment(model, url, options.limits)),
    concurrency: 1000,
    hits: simulator.hits,
    close,
  };
}

function toDeployment(
  { name, price, limits }: SimulatedModel,
  url: string,
  limitsAre: 'told' | 'untold',
): DeploymentConfig {
  return {
    id: name,
    provider: 'openai-compatible',
    model: name,
    baseUrl: `${url}/v1`,
    ...(price && { price }),
    ...(limitsAre === 'told' && limits && { limits: toLimits(limits) }),
  };
}

/** A simulated quota in the router's words. */
function toLimits({ requests, tokens, maxConcurrent }: SimulatedLimits): Limits {
  const burstOf = (burst = 1) => Math.max(1, Math.floor(burst * toldShareOfBurst));
  const burst = {
    ...(requests && { requests: burstOf(requests.burst) }),
    ...(tokens && { tokens: burstOf(tokens.burst) }),
  };
  return {
    ...(requests && { requestsPerMinute: 60 * requests.perSecond }),
    ...(tokens && { tokensPerMinute: 60 * tokens.perSecond }),
    ...(Object.keys(burst).length > 0 && { burst }),
    ...(maxConcurrent !== undefined && { maxConcurrent }),
  };
}

/** A simulated quota in words. */
export function describeQuota({ requests, tokens, maxConcurrent }: SimulatedLimits): string {
  const parts = [
    requests && `${requests.perSecond} requests a second, bursts of ${requests.burst}`,
    tokens && `${tokens.perSecond} tokens a second, bursts of ${tokens.burst}`,
    maxConcurrent !== undefined && `${maxConcurrent} requests in flight`,
  ];
  return parts.filter(Boolean).join(', ');
}
