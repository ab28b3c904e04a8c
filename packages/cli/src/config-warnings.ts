import type { LedgerCandidate } from '@llm-router/core';
import { findModel } from '@llm-router/model-catalog';
import type { DeploymentStatus, Router, RouterConfig } from 'llm-router';

/** Servers of one's own: their models may be called anything. */
const selfHosted: ReadonlySet<string> = new Set([
  'openai-compatible',
  'ollama',
  'lm-studio',
  'vllm',
]);

/** What a configuration may say but seldom means, a sentence each. `router` is a router of it. */
export async function findWarnings(
  { pools = {}, deployments }: RouterConfig,
  router: Router,
): Promise<readonly string[]> {
  // A look at any request shows what the router knows of each deployment.
  const messages = [{ role: 'user' as const, content: 'Hello' }];
  const { candidates } = await router.explain({ model: 'auto', messages }, { fallback: true });
  const known = new Map(candidates.map((candidate) => [candidate.deployment, candidate]));
  const used = new Set(deployments.map(({ pool }) => pool));
  return [
    ...router.status().deployments.flatMap((status, index) => {
      const place = `deployments[${index}] (${status.id})`;
      const gaps = [...describeModel(status), ...describeGaps(known.get(status.id))];
      return gaps.map((gap) => `${place} ${gap}`);
    }),
    ...Object.keys(pools)
      .filter((name) => !used.has(name))
      .map((name) => `pools.${name} limits nobody; name it as pool of a deployment, or drop it.`),
  ];
}

function describeModel({ provider, model }: DeploymentStatus): readonly string[] {
  if (selfHosted.has(provider)) return [];
  const facts = findModel(model, { provider });
  if (facts === undefined) {
    return [`has a model that the catalog does not know, '${model}'; check its spelling.`];
  }
  const { deprecatedAt } = facts;
  if (deprecatedAt === undefined) return [];
  return [`has a model whose end is announced for ${deprecatedAt}; choose its successor.`];
}

function describeGaps(candidate: LedgerCandidate | undefined): readonly string[] {
  if (candidate === undefined) return [];
  return [
    ...(candidate.expected?.nanoUsd === null
      ? [
          'has no price: what it costs is unknown, and maxUsd leaves it out; give price, { input: 0, output: 0 } where it is free.',
        ]
      : []),
    ...(candidate.contextWindow === undefined
      ? ['has no window: no prompt counts as too long for it; give contextWindow.']
      : []),
  ];
}
