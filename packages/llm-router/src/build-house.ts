import { createBackoff } from '@llm-router/backoff';
import { createCircuitBreakers, type KeyedCircuitBreakers } from '@llm-router/circuit-breaker';
import { createConcurrencyManager } from '@llm-router/concurrency-manager';
import {
  type Clock,
  createAlarms,
  type Emitter,
  type LoadBalancer,
  type ModelSelector,
  type RouterEvent,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { createHealthChecker, type ProbingHealthChecker } from '@llm-router/health-checker';
import { createLoadBalancer } from '@llm-router/load-balancer';
import { createSelector } from '@llm-router/model-selector';
import { createResponseCache, type SharingResponseCache } from '@llm-router/response-cache';
import { analyzeCall } from './analyze-call.ts';
import { buildRooms } from './build-rooms.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkNames } from './check-names.ts';
import { checkConfig } from './config-schema.ts';
import type { House, Room } from './house.ts';
import { limitsOf, sharedPoolsOf } from './limit-keys.ts';
import type { RouterConfig, RouterDependencies } from './router-config.ts';

const defaults = {
  maxAttempts: 6,
  totalMs: 600_000,
  attemptMs: 300_000,
  firstContentMs: 120_000,
  betweenContentMs: 60_000,
  /** More than the attempts of one request, so that one caller alone does not open a circuit. */
  failureThreshold: 10,
} as const;

type Rooms = ReadonlyMap<string, Room>;
type Surroundings = Pick<House, 'clock' | 'random' | 'events'>;

/**
 * The default wiring, all in this one place. A house that stood before hands on what it has learned:
 * limits and what was spent of them, experience, health, breakers and stored answers.
 *
 * @throws RouterError `invalid_config`
 */
export function buildHouse(
  config: RouterConfig,
  dependencies: RouterDependencies,
  events: Emitter<RouterEvent>,
  before?: House,
): House {
  checkConfig(config);
  checkDependencies(dependencies);
  const { clock = systemClock, random = systemRandom } = dependencies;
  const around = { clock, random, events };
  const timeouts = {
    totalMs: config.timeouts?.totalMs ?? defaults.totalMs,
    attemptMs: config.timeouts?.attemptMs ?? defaults.attemptMs,
    firstContentMs: config.timeouts?.firstContentMs ?? defaults.firstContentMs,
    betweenContentMs: config.timeouts?.betweenContentMs ?? defaults.betweenContentMs,
  };
  const rooms = buildRooms(config, dependencies, timeouts.attemptMs, before?.rooms);
  checkNames(config, rooms);
  const { retry = {}, fallback = {} } = config;

  return {
    config,
    rooms,
    models: config.models ?? {},
    defaultModel: config.defaultModel,
    agents: config.agents ?? {},
    analyze: analyzeCall,
    selector: selectorOf(config),
    balancer: balancerOf(config, rooms, around),
    cache: handedOn(before, config, 'cache') ? before.cache : cacheOf(config, clock),
    breakers: handedOn(before, config, 'breaker') ? before.breakers : breakersOf(config, around),
    health: handedOn(before, config, 'health') ? before.health : healthOf(config, rooms, around),
    admission: admissionOf(config, rooms, around, before),
    classify: classifyError,
    policy: {
      backoff: createBackoff({ random, ...retry.backoff }),
      ...(retry.onStatusCodes && { retryOnStatusCodes: retry.onStatusCodes }),
      ...(fallback.onStatusCodes && { fallbackOnStatusCodes: fallback.onStatusCodes }),
    },
    maxAttempts: retry.maxAttempts ?? defaults.maxAttempts,
    fallsBack: fallback.enabled ?? true,
    spillAfterMs: fallback.spillAfterMs ?? 0,
    timeouts,
    sharedPools: sharedPoolsOf(limitsOf(config, rooms)),
    alarms: before?.alarms ?? createAlarms(clock),
    ...around,
  };
}

/** What has state goes on where its options are the same. */
function handedOn(
  before: House | undefined,
  config: RouterConfig,
  part: 'cache' | 'breaker' | 'health',
): before is House {
  return (
    before !== undefined && JSON.stringify(before.config[part]) === JSON.stringify(config[part])
  );
}

function selectorOf({ strategy = 'fallback' }: RouterConfig): ModelSelector {
  if (typeof strategy === 'object') return strategy;
  // The gate drops who is unfit and says why, and the queue decides about waiting.
  return createSelector({ strategy, dropUnfit: false, demoteAfterMs: Number.POSITIVE_INFINITY });
}

function balancerOf(
  { balance = 'weighted' }: RouterConfig,
  rooms: Rooms,
  { random }: Surroundings,
): LoadBalancer {
  if (typeof balance === 'object') return balance;
  return createLoadBalancer({
    strategy: balance,
    random,
    load: (id) => rooms.get(id)?.stats.inFlight ?? 0,
    latencyMs: (id) => rooms.get(id)?.stats.latencyMs,
  });
}

function cacheOf({ cache }: RouterConfig, clock: Clock): SharingResponseCache | undefined {
  return cache === undefined || cache === false
    ? undefined
    : createResponseCache({ clock, ...cache });
}

function breakersOf(
  { breaker }: RouterConfig,
  { clock, events }: Surroundings,
): KeyedCircuitBreakers | undefined {
  if (breaker === false) return undefined;
  const { failureThreshold } = defaults;
  return createCircuitBreakers({ clock, onChange: events.emit, failureThreshold, ...breaker });
}

function healthOf(
  { health = {} }: RouterConfig,
  rooms: Rooms,
  { clock, random }: Surroundings,
): ProbingHealthChecker {
  const { probe = false, ...options } = health;
  const checker = createHealthChecker({
    clock,
    random,
    classify: classifyError,
    ...(probe && {
      probe: async (key, call) => rooms.get(key)?.provider.probe?.(call),
    }),
    ...options,
  });
  if (probe) checker.startProbes([...rooms.keys()]);
  return checker;
}

function admissionOf(
  config: RouterConfig,
  rooms: Rooms,
  { clock, events }: Surroundings,
  before: House | undefined,
): House['admission'] {
  const limits = limitsOf(config, rooms);
  if (before !== undefined) {
    const gone = Object.keys(limitsOf(before.config, before.rooms)).map(
      (key) => [key, {}] as const,
    );
    before.admission.update({ ...Object.fromEntries(gone), ...limits });
    return before.admission;
  }
  return createConcurrencyManager({
    clock,
    limits,
    weights: weightsOf(config),
    onLearned(key, limit) {
      events.emit({ type: 'limit-learned', at: clock.now(), key, limit, confidence: 1 });
    },
  });
}

/** Without a prototype: a tenant may be called 'constructor'. */
function weightsOf({ tenants = {} }: RouterConfig): Readonly<Record<string, number>> {
  const weights: Record<string, number> = Object.create(null);
  for (const [tenant, { weight = 1 }] of Object.entries(tenants)) weights[tenant] = weight;
  return weights;
}
