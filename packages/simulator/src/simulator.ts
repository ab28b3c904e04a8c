import { type Clock, invalidConfig, readOptions, systemClock } from '@llm-router/core';
import { anthropicWire } from './anthropic-wire.ts';
import type { Fault } from './fault.ts';
import { type FaultSettings, readFaults } from './fault-settings.ts';
import { createFetch, type Fetch } from './fetch-transport.ts';
import { createHitLog, type Hit } from './hit-log.ts';
import { type Listening, listenHttp } from './http-transport.ts';
import { type ModelSettings, readModel } from './model-settings.ts';
import { createModelState, type ModelState } from './model-state.ts';
import { openaiWire } from './openai-wire.ts';
import type { PlanAnswer } from './planned-answer.ts';
import { createReceiver } from './receive.ts';
import type { SimulatedModel } from './simulated-model.ts';

export interface SimulatorOptions {
  /** The models that it serves; at least one, each name once. */
  readonly models: readonly SimulatedModel[];
  /** The same seed and the same calls give the same answers; 0 to 2³² − 1. @defaultValue 1 */
  readonly seed?: number;
  /** @defaultValue `systemClock` */
  readonly clock?: Clock;
  /** Faults of all models; a model's own go first. @defaultValue none */
  readonly faults?: readonly Fault[];
  /** Settles answers request by request; an error that it throws is the call's. @defaultValue chance settles all */
  readonly plan?: PlanAnswer;
  /** Hits that are remembered; older ones are dropped. At least 1. @defaultValue 1 000 000 */
  readonly maxHits?: number;
}

/** What can change at run time. */
export interface SimulatorUpdate {
  /**
   * Models by name: the fields that are given replace those of before, the others stay. An unknown
   * name is a new model; models that are not named stay as they are.
   */
  readonly models?: readonly (Pick<SimulatedModel, 'name'> & Partial<SimulatedModel>)[];
  /** Replaces the list of faults of all models. */
  readonly faults?: readonly Fault[];
}

/** LLM providers that do not exist. */
export interface Simulator {
  /** A `fetch` that reaches the simulator whatever the host; it runs in the clock's time. */
  readonly fetch: Fetch;
  /** Serves the same models over HTTP on 127.0.0.1. @param port - 0, the default, takes a free one. */
  listen(port?: number): Promise<Listening>;
  /** The requests that reached it, in order of arrival: a copy that does not change. */
  hits(): readonly Hit[];
  /** Changes models and faults as a whole or, where an option is wrong, not at all; what was spent stays spent. */
  update(options: SimulatorUpdate): void;
}

/**
 * Makes providers with quotas, latency and faults that speak the wires of OpenAI and Anthropic.
 *
 * @example
 * const simulator = createSimulator({
 *   seed: 7,
 *   models: [{ name: 'small', limits: { requests: { burst: 2, perSecond: 1 } } }],
 * });
 * const response = await simulator.fetch('http://simulator/v1/chat/completions', {
 *   method: 'POST',
 *   body: JSON.stringify({ model: 'small', messages: [{ role: 'user', content: 'Hello' }] }),
 * });
 *
 * @throws RouterError `invalid_config`
 */
export function createSimulator(options: SimulatorOptions): Simulator {
  const where = 'createSimulator';
  const read = readOptions(where, options, [
    'models',
    'seed',
    'clock',
    'faults',
    'plan',
    'maxHits',
  ]);
  const clock = read.object('clock', ['now', 'sleep'], systemClock);
  if (typeof clock?.now !== 'function' || typeof clock.sleep !== 'function') {
    read.fail('clock', 'an object with now() and sleep()');
  }
  if (!Array.isArray(options.models) || options.models.length === 0) {
    read.fail('models', 'a list of at least one model');
  }
  const seed = read.number('seed', { default: 1, min: 0, max: 2 ** 32 - 1, integer: true });
  const log = createHitLog(read.number('maxHits', { default: 1_000_000, min: 1, integer: true }));
  let faults = readFaults(`${where}: faults`, options.faults ?? []);
  const startedAt = clock.now();
  const models = new Map<string, ModelState>();
  const given = new Map<string, SimulatedModel>();

  function put(list: readonly (readonly [SimulatedModel, ModelSettings])[]): void {
    const now = clock.now();
    for (const [model, settings] of list) {
      given.set(model.name, model);
      const state = models.get(model.name);
      if (state === undefined) models.set(model.name, createModelState(settings, seed, now));
      else state.update(settings, now);
    }
  }

  put(readModels(`${where}: models`, options.models, given, models));
  const receive = createReceiver({
    clock,
    seed,
    startedAt,
    log,
    models,
    faults: () => faults,
    planAnswer: read.callback<PlanAnswer | undefined>('plan', undefined),
    wires: [anthropicWire, openaiWire],
    otherwise: openaiWire,
  });

  return {
    fetch: createFetch(receive),
    listen: (port = 0) => listenHttp(receive, port),
    hits: log.list,
    update(change) {
      readOptions('update', change, ['models', 'faults']);
      const list = readModels('update: models', change.models ?? [], given, models);
      const next: readonly FaultSettings[] =
        change.faults === undefined ? faults : readFaults('update: faults', change.faults);
      put(list);
      faults = next;
    },
  };
}

/** Checks a list of models, each laid over what was given for its name before. */
function readModels(
  where: string,
  models: NonNullable<SimulatorUpdate['models']>,
  before: ReadonlyMap<string, SimulatedModel>,
  states: ReadonlyMap<string, ModelState>,
): (readonly [SimulatedModel, ModelSettings])[] {
  if (!Array.isArray(models)) throw invalidConfig(where, models, 'a list of models');
  const names = new Set<string>();
  return models.map((model: SimulatedModel, index) => {
    const merged = { ...before.get(model?.name), ...model };
    const settings = readModel(`${where}[${index}]`, merged);
    if (names.has(settings.name)) {
      throw invalidConfig(
        `${where}[${index}]: name`,
        settings.name,
        'a name that is not there yet',
      );
    }
    names.add(settings.name);
    // Faults that nobody gave anew go on counting whom they struck.
    const counting = Object.hasOwn(model, 'faults') ? undefined : states.get(settings.name);
    const { faults } = counting?.settings ?? settings;
    return [merged, { ...settings, faults }] as const;
  });
}
