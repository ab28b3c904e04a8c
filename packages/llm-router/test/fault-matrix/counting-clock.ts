import { createVirtualClock, type VirtualClock } from '@llm-router/core';

/** A virtual clock that knows who is still asleep. */
export interface CountingClock extends VirtualClock {
  readonly asleep: number;
}

export function createCountingClock(): CountingClock {
  const clock = createVirtualClock();
  let asleep = 0;
  return {
    ...clock,
    get asleep() {
      return asleep;
    },
    async sleep(ms, signal) {
      asleep += 1;
      try {
        await clock.sleep(ms, signal);
      } finally {
        asleep -= 1;
      }
    },
  };
}
