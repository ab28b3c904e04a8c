import { createBackoff } from '@llm-router/backoff';
import { createCircuitBreakers } from '@llm-router/circuit-breaker';
import { type ConcurrencyManager, createConcurrencyManager } from '@llm-router/concurrency-manager';
import {
  createAlarms,
  type Emitter,
  invalidConfig,
  type RouterEvent,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import { classifyError } from '@llm-router/error-classifier';
import { createHealthChecker, type ProbingHealthChecker } from '@llm-router/health-checker';
import { analyzeRequest } from '@llm-router/request-analyzer';
import { createResponseCache } from '@llm-router/response-cache';
import { analysisFrom } from './analysis-from.ts';
import { analyzeSafely } from './analyze-safely.ts';
import { beginAnew } from './begin-anew.ts';
import { buildBalancer, buildSelector } from './build-choosers.ts';
import { buildRooms } from './build-rooms.ts';
import { checkDependencies } from './check-dependencies.ts';
import { checkNames } from './check-names.ts';
import type { Circuits } from './circuits.ts';
import { checkConfig } from './config-schema.ts';
import { goOnPrompt } from './continue-stream.ts';
import { createHedging } from './hedge.ts';
import type { House, Live, Room } from './house.ts';
import { isSame } from './is-same.ts';
import { limitsOf, moneyKeysOf, sharedPoolsOf } from './limit-keys.ts';
import { createRetryBudget, type RetryBudget } from './retry-budget.ts';
import type { RouterConfig, RouterDependencies } from './router-config.ts';
import { type AnswerCache, shareLoads } from './share-loads.ts';
import { createTotals } from './totals.ts';

const defaults = {
  maxAttempts: 6,
  totalMs: 600_000,
  attemptMs: 300_000,
  firstContentMs: 120_000,
  betweenContentMs: 60_000,
  /** More than the attempts of one request, so that one caller alone does not open a circuit. */
  failureThreshold: 10,
  /** Where another one can answer, one that never did is soon left alone. */
  unprovenThreshold: 3,
} as const;

type Rooms = ReadonlyMap<string, Room>;
type Surroundings = Pick<House, 'clock' | 'random' | 'events' | 'alarms'>;

/**
 * The default wiring, all in this one place. A house that stood before hands on what it has learned:
 * limits and what was spent of them, experience, health, breakers and stored answers. Nothing changes
 * until one moves in.
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
  const around = { clock, random, events, alarms: before?.alarms ?? createAlarms(clock) };
  const timeouts = {
    totalMs: config.timeouts?.totalMs ?? defaults.totalMs,
    attemptMs: config.timeouts?.attemptMs ?? defaults.attemptMs,
    firstByteMs: config.timeouts?.firstByteMs ?? Number.POSITIVE_INFINITY,
    firstContentMs: config.timeouts?.firstContentMs ?? defaults.firstContentMs,
    betweenContentMs: config.timeouts?.betweenContentMs ?? defaults.betweenContentMs,
  };
  const rooms = buildRooms(config, dependencies, timeouts.attemptMs, before?.rooms);
  checkNames(config, rooms);
  const live = before?.live ?? {};
  const limits = limitsOf(config, rooms);
  const admission = admissionOf(config, limits, around, before);
  const sharedPools = sharedPoolsOf(limits);
  const moneyKeys = moneyKeysOf(limits);
  const { retry = {}, fallback = {} } = config;

  return {
    live,
    totals: before?.totals ?? createTotals(),
    config,
    rooms,
    models: config.models ?? {},
    defaultModel: config.defaultModel,
    agents: config.agents ?? {},
    analyze: dependencies.analyze
      ? analysisFrom(dependencies.analyze)
      : analyzeSafely(analyzeRequest),
    selector: buildSelector(config),
    balancer: buildBalancer(config, { rooms, admission, sharedPools, moneyKeys, ...around }),
    cache: handedOn(before, config, 'cache') ? before.cache : cacheOf(config, dependencies, around),
    circuits: handedOn(before, config, 'breaker')
      ? before.circuits
      : circuitsOf(config, rooms, around),
    health: handedOn(before, config, 'health') ? before.health : healthOf(config, live, around),
    admission,
    classify: classifyError,
    policy: {
      backoff: createBackoff({ random, ...retry.backoff }),
      ...(retry.onStatusCodes && { retryOnStatusCodes: retry.onStatusCodes }),
      ...(fallback.onStatusCodes && { fallbackOnStatusCodes: fallback.onStatusCodes }),
    },
    maxAttempts: retry.maxAttempts ?? defaults.maxAttempts,
    shrinksOutput: retry.shrinkOutput ?? false,
    retryBudget: isSame(before?.config.retry?.budget, retry.budget)
      ? (before?.retryBudget ?? budgetOf(config, around))
      : budgetOf(config, around),
    hedging: config.hedge && createHedging(config.hedge),
    fallbacks: {
      contextLength: fallback.contextLength,
      contentPolicy: fallback.contentPolicy ?? 'fail',
      default: fallback.default,
      goOnPrompt: promptOf(fallback.continueStreams),
    },
    fallsBack: fallback.enabled ?? true,
    spillAfterMs: fallback.spillAfterMs ?? 0,
    timeouts,
    sharedPools,
    moneyKeys,
    ...around,
  };
}

/**
 * Puts a house into use, in the place of the one before. It cannot fail: limits change, who waits is
 * looked at again, and probes go to those who are there now.
 */
export function moveIn(house: House, before?: House): void {
  house.live.house = house;
  if (before !== undefined) {
    if (before.health !== house.health) before.health.close();
    const gone = Object.keys(limitsOf(before.config, before.rooms)).map(
      (key) => [key, {}] as const,
    );
    const limits = limitsOf(house.config, house.rooms);
    house.admission.update({ ...Object.fromEntries(gone), ...limits });
    beginAnew(house, before);
    house.admission.dismiss((key) => !house.rooms.has(key));
  }
  house.health.stopProbes();
  if (house.config.health?.probe !== true) return;
  const isProbed = ({ provider }: Room) => provider.probe !== undefined;
  house.health.startProbes([...house.rooms].filter(([, room]) => isProbed(room)).map(([id]) => id));
}

/** What has state goes on where its options are the same. */
function handedOn(
  before: House | undefined,
  config: RouterConfig,
  part: 'cache' | 'breaker' | 'health',
): before is House {
  return before !== undefined && isSame(before.config[part], config[part]);
}

function promptOf(
  continues: NonNullable<RouterConfig['fallback']>['continueStreams'],
): string | undefined {
  if (continues === undefined || continues === false) return undefined;
  return continues === true ? goOnPrompt : continues.prompt;
}

function budgetOf({ retry = {} }: RouterConfig, around: Surroundings): RetryBudget | undefined {
  return retry.budget === false ? undefined : createRetryBudget(retry.budget ?? {}, around);
}

function cacheOf(
  { cache }: RouterConfig,
  { cache: own }: RouterDependencies,
  around: Surroundings,
): AnswerCache | undefined {
  if (cache === false) return undefined;
  if (own === undefined) return cache && createResponseCache({ clock: around.clock, ...cache });
  if (cache !== undefined) {
    throw invalidConfig(
      'createRouter: cache',
      cache,
      'nothing beside dependencies.cache, or false',
    );
  }
  return shareLoads(own, around);
}

function circuitsOf(
  { breaker }: RouterConfig,
  rooms: Rooms,
  { clock, events }: Surroundings,
): Circuits | undefined {
  if (breaker === false) return undefined;
  const { failureThreshold, unprovenThreshold } = defaults;
  const create = (hasOthers: boolean, nameOf: (key: string) => string) =>
    createCircuitBreakers({
      clock,
      failureThreshold,
      // Who says when a circuit opens has said it.
      ...(hasOthers && breaker?.failureThreshold === undefined && { unprovenThreshold }),
      ...breaker,
      onChange: (event) => events.emit({ ...event, key: nameOf(event.key) }),
    });
  const endpoints = new Set([...rooms.values()].map(({ domains }) => domains.endpoint.name));
  return {
    ofDeployments: create(rooms.size > 1, (id) => id),
    ofEndpoints: create(endpoints.size > 1, (host) => `endpoint ${host}`),
  };
}

function healthOf(
  { health = {} }: RouterConfig,
  live: Live,
  { clock, random }: Surroundings,
): ProbingHealthChecker {
  const { probe = false, ...options } = health;
  return createHealthChecker({
    clock,
    random,
    classify: classifyError,
    ...(probe && {
      probe: async (key, call) => live.house?.rooms.get(key)?.provider.probe?.(call),
    }),
    ...options,
  });
}

function admissionOf(
  config: RouterConfig,
  limits: ReturnType<typeof limitsOf>,
  { clock, events }: Surroundings,
  before: House | undefined,
): ConcurrencyManager {
  // Also where the one before goes on: this one has then checked the limits, before anything changes.
  const admission = createConcurrencyManager({
    clock,
    limits,
    weights: weightsOf(config),
    slowStart: true,
    onLearned(key, limit, confidence) {
      events.emit({ type: 'limit-learned', at: clock.now(), key, limit, confidence });
    },
  });
  return before?.admission ?? admission;
}

/** Without a prototype: a tenant may be called 'constructor'. */
function weightsOf({ tenants = {} }: RouterConfig): Readonly<Record<string, number>> {
  const weights: Record<string, number> = Object.create(null);
  for (const [tenant, { weight = 1 }] of Object.entries(tenants)) weights[tenant] = weight;
  return weights;
}
