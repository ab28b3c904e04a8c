import { readOptions } from '@llm-router/core';
import type { SimulatedRequest } from './fault.ts';

/** What a caller settles of an answer; what is absent is drawn as ever. */
export interface PlannedAnswer {
  /** Time of a JSON answer, or to the first token of a stream, in milliseconds of at least 0. */
  readonly latencyMs?: number;
  /** Length of the answer, at least 1; `max_tokens` and the context window still cut it short. */
  readonly outputTokens?: number;
}

/** Settles answers request by request. */
export type PlanAnswer = (request: SimulatedRequest) => PlannedAnswer | undefined;

/**
 * What the caller's plan says of a request, checked.
 *
 * @throws RouterError `invalid_config`
 */
export function readPlanned(
  plan: PlanAnswer | undefined,
  request: SimulatedRequest,
): PlannedAnswer {
  const planned = plan?.(request);
  if (planned === undefined) return {};
  const read = readOptions('plan', planned, ['latencyMs', 'outputTokens']);
  const latencyMs = read.optionalNumber('latencyMs', { min: 0 });
  const outputTokens = read.optionalNumber('outputTokens', { min: 1, integer: true });
  return {
    ...(latencyMs !== undefined && { latencyMs }),
    ...(outputTokens !== undefined && { outputTokens }),
  };
}
