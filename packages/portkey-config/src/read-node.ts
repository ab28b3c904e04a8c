import type { FieldReader } from './field-reader.ts';
import { leftOutKeys, notOfGroups } from './left-out-keys.ts';
import type { PortableDeployment } from './portable-config.ts';
import { type Breaker, readBreaker } from './read-breaker.ts';
import { readShared, type Shared } from './read-shared.ts';
import { type Around, readTarget } from './read-target.ts';
import { isRecord, own } from './record.ts';

interface Placed {
  readonly place: string;
  readonly name?: string;
  readonly weight?: number;
}

/** One target. */
export interface Leaf extends Placed {
  readonly kind: 'target';
  readonly shared: Shared;
  /** Absent where the router could not use it. */
  readonly deployment?: Omit<PortableDeployment, 'weight'>;
}

/** Targets under one strategy. */
export interface Group extends Placed {
  readonly kind: 'group';
  readonly mode: 'single' | 'fallback' | 'loadbalance' | 'conditional';
  readonly onStatusCodes?: readonly number[];
  readonly conditions: readonly Condition[];
  /** The name of the member that `conditional` falls back on. */
  readonly otherwise?: string;
  readonly members: readonly Node[];
}

/** Requests for these models go to the member of that name. */
export interface Condition {
  readonly models: readonly string[];
  readonly target: string;
}

export type Node = Leaf | Group;

export interface Reading {
  readonly around: Around;
  readonly onBreaker: (breaker: Breaker) => void;
}

/** More than anyone nests; a guard against configurations without end. */
const deepest = 10;

/** Reads a configuration or a target of one: they have the same form. */
export function readNode(
  reader: FieldReader,
  above: Shared,
  reading: Reading,
  depth = 0,
): Node | undefined {
  const shared = readShared(reader, above);
  const placed = readPlace(reader);
  const strategy = reader.record('strategy');
  const targets = readTargets(reader, strategy);
  readBreaker(reader, reading.onBreaker);
  if (strategy !== undefined) readBreaker(strategy, reading.onBreaker);
  if (targets === undefined) {
    if (strategy !== undefined) reader.warn('strategy', 'has no effect without targets');
    const around = depth === 0 ? reading.around : { model: reading.around.model };
    const deployment = readTarget(reader, shared, defined(around));
    reader.end(leftOutKeys);
    return { kind: 'target', ...placed, shared, ...(deployment && { deployment }) };
  }
  if (depth >= deepest) {
    reader.warn('targets', `are nested deeper than ${deepest} levels. They are left out`);
    return undefined;
  }
  const group = readStrategy(reader, strategy);
  reader.end(notOfGroups);
  const members = targets.flatMap((target) => readNode(target, shared, reading, depth + 1) ?? []);
  return { kind: 'group', ...placed, ...group, members };
}

function defined(around: { readonly [K in keyof Around]: Around[K] | undefined }): Around {
  const { provider, apiKey, model } = around;
  return {
    ...(provider !== undefined && { provider }),
    ...(apiKey !== undefined && { apiKey }),
    ...(model !== undefined && { model }),
  };
}

function readPlace(reader: FieldReader): Placed {
  const name = reader.text('name');
  const weight = reader.number('weight');
  return {
    place: reader.place === '' ? 'config' : reader.place,
    ...(name && { name }),
    ...(weight !== undefined && { weight }),
  };
}

function readTargets(
  reader: FieldReader,
  strategy: FieldReader | undefined,
): readonly FieldReader[] | undefined {
  const inside = strategy?.records('targets');
  const targets = reader.records('targets');
  if (inside === undefined) return targets;
  const where = 'targets beside strategy, where the gateway looks for them';
  strategy?.warn('targets', targets ? `gives way to the ${where}` : `read as ${where}`);
  return targets ?? inside;
}

const modes = ['single', 'fallback', 'loadbalance', 'conditional'] as const;

function readStrategy(
  reader: FieldReader,
  strategy: FieldReader | undefined,
): Pick<Group, 'mode' | 'onStatusCodes' | 'conditions' | 'otherwise'> {
  const given = strategy?.text('mode');
  const known = modes.find((one) => one === given);
  const mode = known ?? 'fallback';
  if (known === undefined) {
    (strategy ?? reader).warn(
      strategy ? 'mode' : 'strategy.mode',
      `is none of ${modes.join(', ')}. The targets are read as fallback`,
    );
  }
  const onStatusCodes = strategy?.statuses('on_status_codes');
  const otherwise = strategy?.text('default');
  const conditions = strategy?.records('conditions');
  const unused = {
    on_status_codes: mode !== 'fallback' && onStatusCodes,
    default: mode !== 'conditional' && otherwise,
    conditions: mode !== 'conditional' && conditions,
  };
  for (const [name, value] of Object.entries(unused)) {
    if (value) strategy?.warn(name, `has no effect in mode ${mode}`);
  }
  strategy?.end({ sticky: 'is not understood: the balance prefix-affinity is near to it' });
  return {
    mode,
    conditions: mode === 'conditional' ? (conditions ?? []).flatMap(readCondition) : [],
    ...(onStatusCodes && { onStatusCodes }),
    ...(otherwise !== undefined && { otherwise }),
  };
}

/** Only what the router can decide by: the model that is asked for. */
function readCondition(reader: FieldReader): readonly Condition[] {
  const target = reader.text('then');
  const models = readModels(reader.value('query'));
  reader.end();
  if (target !== undefined && models !== undefined) return [{ models, target }];
  reader.warn('query', 'is more than a comparison of params.model. The condition is left out');
  return [];
}

function readModels(query: unknown): readonly string[] | undefined {
  if (!isRecord(query) || Object.keys(query).length !== 1) return undefined;
  const asked = own(query, 'params.model');
  if (typeof asked === 'string') return [asked];
  if (!isRecord(asked) || Object.keys(asked).length !== 1) return undefined;
  const [one, some] = [own(asked, '$eq'), own(asked, '$in')];
  if (typeof one === 'string') return [one];
  const isList = Array.isArray(some) && some.every((model) => typeof model === 'string');
  return isList ? some : undefined;
}
