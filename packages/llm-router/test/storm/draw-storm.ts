import { createRandom, type Random } from '@llm-router/core';
import type { Fault, SimulatedModel } from '@llm-router/simulator';
import type { DeploymentConfig, RouterConfig } from 'llm-router';
import { between, chance, oneOf } from './draw.ts';
import { drawModel, drawWeather, stormMs } from './draw-weather.ts';

/** One call of one caller. */
export interface Ask {
  readonly index: number;
  readonly kind: 'chat' | 'stream' | 'leave' | 'result';
  readonly arrivesMs: number;
  readonly timeoutMs: number;
  /** The caller aborts after so long, where it does. */
  readonly abortMs?: number;
  /** The number of the signal that it shares with others, where it does. */
  readonly shares?: number;
  readonly tenant: string;
  readonly priority: number;
  readonly model?: string;
  readonly maxAttempts?: number;
  readonly fallback?: boolean;
  readonly words: number;
}

/** All that happens, drawn from one seed. */
export interface Storm {
  readonly seed: number;
  readonly models: readonly SimulatedModel[];
  readonly weather: readonly Fault[];
  readonly config: RouterConfig;
  /** Configurations that replace it, and when. */
  readonly updates: readonly { readonly atMs: number; readonly config: RouterConfig }[];
  readonly asks: readonly Ask[];
  /** When each of the signals that are shared aborts; `undefined`: never. */
  readonly sharedAborts: readonly (number | undefined)[];
}

const tenants = ['day', 'night', 'dusk'] as const;

export function drawStorm(seed: number, requests: number): Storm {
  const random = createRandom(seed);
  const names = Array.from({ length: between(random, 2, 5) }, (_, index) => `m${index}`);
  const config = drawConfig(random, names);
  return {
    seed,
    models: names.map((name) => drawModel(random, name)),
    weather: drawWeather(random, names),
    config,
    updates: chance(random, 0.4) ? drawUpdates(random, config) : [],
    asks: drawAsks(random, requests),
    sharedAborts: [undefined, undefined, between(random, 0, stormMs)],
  };
}

function drawDeployment(random: Random, model: string): DeploymentConfig {
  const wires = [
    { provider: 'openai-compatible', baseUrl: 'http://east.test/v1' },
    { provider: 'openai-compatible', baseUrl: 'http://west.test/v1' },
    { provider: 'anthropic', baseUrl: 'http://north.test' },
  ];
  return {
    id: model,
    model,
    ...oneOf(random, wires),
    apiKey: oneOf(random, ['first', 'second']),
    priority: between(random, 0, 2),
    price: { input: between(random, 1, 5), output: between(random, 5, 20) },
    limits: oneOf(random, [
      {},
      {},
      { maxConcurrent: between(random, 3, 20) },
      { requestsPerMinute: between(random, 200, 900), burst: between(random, 5, 30) },
    ]),
  };
}

function drawConfig(random: Random, names: readonly string[]): RouterConfig {
  const budget = oneOf(random, [
    { share: 0.2, perSecond: 10, burst: 100 },
    { share: 0.1, perSecond: 1, burst: 10 },
  ]);
  const timeouts = { attemptMs: 12_000, firstContentMs: 5000, betweenContentMs: 2500 };
  return {
    deployments: names.map((name) => drawDeployment(random, name)),
    strategy: oneOf(random, ['fallback', 'loadbalance', 'cost_aware', 'quality'] as const),
    retry: { maxAttempts: between(random, 2, 6), budget },
    fallback: { spillAfterMs: oneOf(random, [0, 0, 1000]) },
    timeouts,
    tenants: { day: { weight: 2 }, night: { limits: { maxConcurrent: between(random, 5, 30) } } },
    ...(chance(random, 0.3) && { limits: { maxConcurrent: between(random, 20, 60) } }),
    ...(chance(random, 0.4) && {
      hedge: { afterMs: between(random, 400, 3000), share: 0.05 * between(random, 1, 4) },
    }),
  };
}

/** Limits change, a deployment goes and comes back. The retry budget stays, so that it can be checked. */
function drawUpdates(random: Random, config: RouterConfig): Storm['updates'] {
  const { deployments } = config;
  const goes = between(random, 1, deployments.length - 1);
  const fewer = deployments.filter((_, index) => index !== goes);
  const other = deployments.map((deployment) => ({
    ...deployment,
    priority: between(random, 0, 2),
    limits: { maxConcurrent: between(random, 2, 30) },
  }));
  const first = between(random, 10_000, stormMs / 2);
  const second = between(random, first, stormMs);
  return [
    { atMs: first, config: { ...config, deployments: fewer } },
    { atMs: second, config: { ...config, deployments: other, strategy: 'loadbalance' } },
  ];
}

function drawAsks(random: Random, requests: number): readonly Ask[] {
  let arrivesMs = 0;
  let rush = 0;
  return Array.from({ length: requests }, (_, index): Ask => {
    if (rush > 0) rush -= 1;
    else if (chance(random, 0.01)) rush = 40;
    // Two fifths of all come in rushes, so that the others may take their time.
    if (rush === 0) arrivesMs += -Math.log(1 - random()) * 1.4 * (stormMs / requests);
    const isHasty = chance(random, 0.05);
    const aborts = chance(random, 0.1);
    const shares = chance(random, 0.1);
    return {
      index,
      kind: oneOf(random, ['chat', 'chat', 'stream', 'leave', 'result'] as const),
      arrivesMs,
      timeoutMs: isHasty ? between(random, 1, 400) : between(random, 5000, 120_000),
      ...(shares && { shares: between(random, 0, 2) }),
      ...(aborts && !shares && { abortMs: between(random, 0, 6000) }),
      tenant: oneOf(random, tenants),
      priority: between(random, 0, 2),
      // The first deployment is never taken away.
      ...(chance(random, 0.05) && { model: 'm0' }),
      ...(chance(random, 0.05) && { maxAttempts: between(random, 1, 3) }),
      ...(chance(random, 0.03) && { fallback: false }),
      words: between(random, 1, 60),
    };
  });
}
