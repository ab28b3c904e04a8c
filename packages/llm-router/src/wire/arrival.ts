import { type AbortScope, type CallOptions, createAbortScope } from '@llm-router/core';
import { alsoEndedBy, deadlineOf } from '../call-ends.ts';
import type { House } from '../house.ts';
import { BodyRefused } from './read-json-body.ts';

/** A request that still comes in. */
export interface Arrival {
  /** When its call has to be over, in epoch milliseconds. */
  readonly deadline: number;
  /** Aborts then, with the caller's signal, and where the router begins to close. */
  readonly scope: Pick<AbortScope, 'race' | 'end'>;
}

/** A request begins to come in: the time of its call runs. */
export function openArrival(options: CallOptions, closing: AbortSignal, house: House): Arrival {
  const now = house.clock.now();
  const deadline = deadlineOf(options, house, now);
  const { options: followed, end } = alsoEndedBy(closing, options, house);
  const tooSlow = `The body did not come within ${Math.round(deadline - now)} ms: send it whole.`;
  const scope = createAbortScope(house.alarms, {
    signal: followed.signal,
    deadline: deadline === Number.POSITIVE_INFINITY ? undefined : deadline,
    onDeadline: () => new BodyRefused(408, tooSlow),
  });
  return {
    deadline,
    scope: {
      race: scope.race,
      end() {
        scope.end();
        end();
      },
    },
  };
}
