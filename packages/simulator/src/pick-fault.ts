import type { Random } from '@llm-router/core';
import type { SimulatedRequest } from './fault.ts';
import type { FaultSettings } from './fault-settings.ts';

/**
 * The first fault of the list that strikes this request, if any. Each fault has a draw of its own,
 * so that one more fault in the list leaves those before it as they were.
 */
export function pickFault(
  faults: readonly FaultSettings[],
  request: SimulatedRequest,
  elapsedMs: number,
  random: Random,
): FaultSettings | undefined {
  for (const fault of faults) {
    const draw = random();
    if (fault.strikes.left <= 0 || (!request.stream && isOfStreams(fault))) continue;
    if (fault.models !== undefined && !fault.models.includes(request.model)) continue;
    if (elapsedMs < fault.fromMs || elapsedMs >= fault.untilMs) continue;
    if (draw < fault.probability && fault.matches(request)) return fault;
  }
  return undefined;
}

function isOfStreams({ kind, form }: FaultSettings): boolean {
  return kind === 'cut-stream' || kind === 'error-frame' || form === 'comments' || form === 'done';
}
