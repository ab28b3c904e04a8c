import { categories, isSecret, RouterError, readOptions, type Secret } from '@llm-router/core';
import { byPriority } from './by-priority.ts';
import type { Warn } from './field-reader.ts';
import { createFieldReader } from './field-reader.ts';
import { findPortkeyRefusal } from './find-portkey-refusal.ts';
import { costOf, identityOf, type Laid, layOut, withoutCopies } from './lay-out.ts';
import type { PortableConfig, PortableDeployment } from './portable-config.ts';
import type { Breaker } from './read-breaker.ts';
import { type Group, type Leaf, type Node, readNode } from './read-node.ts';
import { isRecord, readJson } from './record.ts';
import { settlePolicies } from './settle-policies.ts';

/** Options of `parsePortkeyConfig`. */
export interface ParseOptions {
  /** Refuse what Portkey's gateway would refuse, with its words. @defaultValue false */
  readonly strict?: boolean;
  /** What `x-portkey-provider` says; for a configuration that names no provider and no targets. */
  readonly provider?: string;
  /** The provider's key that came with the request; used like `provider`. */
  readonly apiKey?: string | Secret;
  /** The model of the request, for targets that override none. */
  readonly model?: string;
}

/** A configuration of the router's, and what it could not take over. */
export interface ParsedPortkeyConfig {
  readonly config: Partial<PortableConfig>;
  /** Each begins with the place of a key and never shows a value; at most 200. */
  readonly warnings: readonly string[];
}

const mostWarnings = 200;

/**
 * Reads a configuration of Portkey's, as JSON text or as an object, the way its gateway 1.15.2 does.
 * What the router does differently or not at all, and what is spelled as the gateway would not read it,
 * is named in a warning. Keys become secrets.
 *
 * @throws RouterError `invalid_config` with `strict`, where the gateway would answer 400
 * @example
 * const { config, warnings } = parsePortkeyConfig(headers['x-portkey-config'], { model: 'gpt-4o' });
 */
export function parsePortkeyConfig(json: unknown, options: ParseOptions = {}): ParsedPortkeyConfig {
  const { strict, ...around } = readParseOptions(options);
  if (strict) refuse(json, options.provider);
  const warnings: string[] = [];
  const warn: Warn = (place, text) => {
    if (warnings.length < mostWarnings) warnings.push(`${place}: ${text}.`);
  };
  const config = readJson(json)?.value;
  if (!isRecord(config)) {
    const isId = typeof json === 'string' && json.startsWith('pc-');
    const saved = "is the id of a saved one, which only Portkey's hosted service knows";
    warn('config', isId ? saved : 'is no JSON object. Nothing is read');
    return { config: {}, warnings };
  }
  const breakers: Breaker[] = [];
  const onBreaker = (breaker: Breaker) => breakers.push(breaker);
  const root = readNode(createFieldReader(config, '', warn), {}, { around, onBreaker });
  if (root === undefined) return { config: {}, warnings };
  return { config: assemble(root, breakers, warn), warnings };
}

function readParseOptions(options: ParseOptions): ParseOptions & { readonly strict: boolean } {
  const names = ['strict', 'provider', 'apiKey', 'model'] as const;
  const read = readOptions('parsePortkeyConfig', options, names);
  for (const name of ['provider', 'apiKey', 'model'] as const) {
    const value = options[name];
    const isGood = typeof value === 'string' || (name === 'apiKey' && isSecret(value));
    if (value !== undefined && !isGood) read.fail(name, 'a text');
  }
  return { ...options, strict: read.boolean('strict', false) };
}

function refuse(json: unknown, provider: string | undefined): void {
  const refusal = findPortkeyRefusal(json, provider === undefined ? {} : { provider });
  if (refusal === undefined) return;
  const { message, errors } = refusal;
  const all = [message, ...errors].join('. ');
  throw new RouterError('invalid_config', `Portkey's gateway would answer 400: ${all}`, {
    status: 400,
  });
}

function assemble(root: Node, breakers: readonly Breaker[], warn: Warn): Partial<PortableConfig> {
  const laid = withoutCopies(layOut(root, warn).filter(({ leaf }) => leaf.deployment));
  const tiers = [...new Set(laid.map(({ tier }) => tier))].sort((a, b) => a - b);
  const names = laid.map(({ leaf }) => leaf.name);
  const ids = laid.map(({ leaf: { name, place } }, index) => {
    if (name === undefined || names.indexOf(name) === index) return name;
    warn(`${place}.name`, 'is that of another target. It is left out');
    return undefined;
  });
  const deployments = laid.map((one, index) => toDeployment(one, ids[index], tiers));
  const strategy = strategyFor(laid.length, tiers.length);
  return {
    ...(deployments.length > 0 && { deployments }),
    ...(strategy && { strategy }),
    ...modelsOf(root, laid, ids, warn),
    ...settlePolicies(
      root,
      laid.map(({ leaf }) => leaf),
      costOf(root),
      breakers,
      warn,
    ),
  };
}

function toDeployment(
  { leaf, tier, weight }: Laid,
  id: string | undefined,
  tiers: readonly number[],
): PortableDeployment {
  return {
    ...(id !== undefined && { id }),
    ...(leaf.deployment as PortableDeployment),
    ...(tiers.length > 1 && { priority: tiers.indexOf(tier) }),
    ...(weight !== undefined && { weight }),
  };
}

function strategyFor(count: number, tiers: number): PortableConfig['strategy'] {
  if (count <= 1) return undefined;
  if (tiers === 1) return 'loadbalance';
  return tiers === count ? 'fallback' : byPriority;
}

/** Names that no alias can have. */
const reserved: readonly string[] = ['auto', ...categories];

/** Conditions on the model become aliases, as far as the targets that they name are there. */
function modelsOf(
  root: Node,
  laid: readonly Laid[],
  ids: readonly (string | undefined)[],
  warn: Warn,
): Pick<PortableConfig, 'models' | 'defaultModel'> {
  if (root.kind === 'target' || root.mode !== 'conditional') return {};
  const place = `${root.place === 'config' ? '' : `${root.place}.`}strategy`;
  const idsOf = (name: string) => namesBelow(root, name, laid, ids);
  const models = new Map<string, readonly string[]>();
  for (const { models: asked, target } of root.conditions) {
    const named = idsOf(target);
    if (named.length === 0) warn(`${place}.conditions`, 'a target is not there, or has no name');
    for (const model of named.length === 0 ? [] : asked) {
      if (reserved.includes(model)) {
        warn(
          `${place}.conditions`,
          'auto and categories mean something else here and are left out',
        );
      } else if (!models.has(model)) {
        // The first condition that holds decides.
        models.set(model, named);
      }
    }
  }
  const otherwise = root.otherwise === undefined ? [] : idsOf(root.otherwise);
  if (otherwise.length > 0) {
    models.set(otherwiseAlias, otherwise);
    warn(`${place}.default`, 'serves requests that name no model; another model is not found here');
  } else if (root.otherwise !== undefined) {
    warn(`${place}.default`, 'names a target that is not there, or has no name');
  }
  return {
    ...(models.size > 0 && { models: Object.fromEntries(models) }),
    ...(otherwise.length > 0 && { defaultModel: otherwiseAlias }),
  };
}

/** The alias of the target that serves what no condition names. */
export const otherwiseAlias = 'portkey-default';

/** The ids of the deployments of one member; none where any of them has no name. */
function namesBelow(
  { members }: Group,
  name: string,
  laid: readonly Laid[],
  ids: readonly (string | undefined)[],
): readonly string[] {
  const member = members.find((one) => one.name === name);
  if (member === undefined) return [];
  // The same target may stand in several members, and is laid out once.
  const meant = new Set(leavesOf(member).map(identityOf));
  const found = laid.flatMap(({ leaf }, index) =>
    meant.has(identityOf(leaf)) ? [ids[index]] : [],
  );
  return found.every((id) => id !== undefined) ? (found as string[]) : [];
}

function leavesOf(node: Node): readonly Leaf[] {
  return node.kind === 'target' ? [node] : node.members.flatMap(leavesOf);
}
