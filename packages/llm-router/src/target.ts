import type { Candidate, ChatRequest, Deployment, Target } from '@llm-router/core';
import type { Call, House } from './house.ts';
import { mostNanoUsd } from './most-nano-usd.ts';
import { outputLimit } from './output-limit.ts';

/** A later failure weighs more than any rank: who has failed goes behind who has not. */
const ranksPerFailure = 1_000_000;

/** A candidate as the queue knows it: every limit that it takes from, and how much. */
export function targetOf(
  candidate: Candidate,
  { tenant, request }: Pick<Call, 'tenant'> & { readonly request: ChatRequest | undefined },
  house: Pick<House, 'sharedPools' | 'moneyKeys'>,
  failures = 0,
): Target {
  const { deployment, rank, expected, patienceMs } = candidate;
  const maxOutputTokens = outputLimit(request);
  const shared = house.sharedPools(tenant);
  const most = house.moneyKeys.size === 0 ? null : mostNanoUsd(candidate, request);
  return {
    key: deployment.id,
    pools: shared.length === 0 ? deployment.pools : [...deployment.pools, ...shared],
    rank: failures * ranksPerFailure + rank,
    ...(patienceMs !== undefined && failures === 0 && { patienceMs }),
    need: {
      inputTokens: expected.inputTokens,
      outputTokens: expected.outputTokens,
      isGuess: true,
      ...(typeof maxOutputTokens === 'number' && { maxOutputTokens }),
      ...(expected.nanoUsd !== null && { nanoUsd: expected.nanoUsd }),
      ...(most !== null && { maxNanoUsd: most }),
    },
  };
}

/** The key whose limits a provider's answer speaks of: those of the account, if it is shared. */
export function accountKey(deployment: Deployment): string {
  return deployment.pools[0] ?? deployment.id;
}
