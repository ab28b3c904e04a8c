import { type Cost, toNanoUsd } from '@llm-router/core';
import { countOf, fieldsOf } from './json.ts';
import type { ProviderProfile } from './provider-profile.ts';

/** xAI counts in ten-billionths of a dollar. */
const ticksPerNanoUsd = 10;

/** What the provider says that the request cost; `undefined` where it says nothing usable. */
export function readCost(
  usage: object,
  profile: Pick<ProviderProfile, 'reportedCost'>,
): Cost | undefined {
  const nanoUsd = readAmount(usage, profile.reportedCost);
  return nanoUsd !== undefined && Number.isSafeInteger(nanoUsd)
    ? { nanoUsd, exactness: 'reported' }
    : undefined;
}

function readAmount(usage: object, unit: ProviderProfile['reportedCost']): number | undefined {
  const raw = fieldsOf<'cost' | 'is_byok' | 'cost_details' | 'cost_in_usd_ticks'>(usage);
  switch (unit) {
    case 'usd': {
      const fee = countOf(raw.cost);
      if (raw.is_byok !== true) return fee === undefined ? undefined : toNanoUsd(fee);
      // With the caller's own upstream key, the cost is only the fee on top of the upstream's bill.
      const details = fieldsOf<'upstream_inference_cost'>(raw.cost_details);
      const upstream = countOf(details.upstream_inference_cost);
      return fee === undefined || upstream === undefined ? undefined : toNanoUsd(fee + upstream);
    }
    case 'usd-breakdown': {
      const total = countOf(fieldsOf<'total_cost'>(raw.cost).total_cost);
      return total === undefined ? undefined : toNanoUsd(total);
    }
    case 'ticks': {
      const ticks = countOf(raw.cost_in_usd_ticks);
      return ticks === undefined ? undefined : Math.round(ticks / ticksPerNanoUsd);
    }
    default:
      return undefined;
  }
}
