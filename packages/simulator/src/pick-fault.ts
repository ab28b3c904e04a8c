import type { Random } from '@llm-router/core';
import type { FaultSettings, SimulatedRequest } from './fault.ts';

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
    if (!request.stream && (fault.kind === 'cut-stream' || fault.kind === 'error-frame')) continue;
    if (elapsedMs < fault.fromMs || elapsedMs >= fault.untilMs) continue;
    if (draw < fault.probability && fault.matches(request)) return fault;
  }
  return undefined;
}
