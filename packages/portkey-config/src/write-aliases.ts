import { otherwiseAlias } from './parse-portkey-config.ts';
import type { PortableConfig } from './portable-config.ts';
import { type Written, writeGroup } from './write-group.ts';
import type { Target } from './write-target.ts';

/** A target or a group of them that conditions can name. */
interface Named extends Written {
  readonly name: string;
}

export function hasAliases({ models = {} }: PortableConfig): boolean {
  return Object.keys(models).length > 0;
}

/**
 * Aliases as conditions on the model. Any other model is served as a request without one is: the
 * gateway has no other word for it.
 */
export function writeAliases(config: PortableConfig, targets: readonly Target[]): Written {
  const { models = {}, defaultModel } = config;
  const groups = Object.entries(models).flatMap(([alias, meant]) => {
    const group = writeNamed(config, targets, alias, meant);
    return group === undefined ? [] : [{ alias, ...group }];
  });
  const asked = groups.filter(({ alias }) => alias !== otherwiseAlias);
  const usual = groups.find(({ alias }) => alias === defaultModel);
  const meant = defaultModel === undefined ? undefined : [defaultModel];
  const otherwise = usual ?? writeNamed(config, targets, otherwiseAlias, meant);
  const all: readonly Named[] = [...asked, ...(otherwise === undefined ? [] : [otherwise])];
  return {
    steps: Math.max(...all.map(({ steps }) => steps)),
    node: {
      strategy: {
        mode: 'conditional',
        conditions: asked.map(({ alias, name }) => conditionOn(alias, name)),
        ...(otherwise && { default: otherwise.name }),
      },
      targets: all.map(({ node, name }) => ({ ...node, name })),
    },
  };
}

/** The deployments of these ids or models, all of them by default; `undefined` where there are none. */
function writeNamed(
  config: PortableConfig,
  targets: readonly Target[],
  alias: string,
  meant: readonly string[] | undefined,
): Named | undefined {
  const isChosen = (index: number) => {
    const { id, model } = config.deployments[index] ?? {};
    return meant?.some((one) => one === id || one === model) ?? true;
  };
  if (!targets.some((_, index) => isChosen(index))) return undefined;
  const written = writeGroup(config, targets, isChosen);
  // A single target keeps its name, which is the id of its deployment.
  const own = written.node['name'];
  return { ...written, name: typeof own === 'string' ? own : alias };
}

/** Not as a literal: what has a `then` passes for a promise. */
function conditionOn(alias: string, name: string): Target {
  return Object.fromEntries([
    ['query', { 'params.model': { $eq: alias } }],
    ['then', name],
  ]);
}
