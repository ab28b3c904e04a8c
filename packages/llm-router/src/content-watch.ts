import type { Alarm, Alarms, Clock } from '@llm-router/core';

/** Notices when a stream has had no content for too long, counting only the time we waited for it. */
export interface ContentWatch {
  /** The consumer wants the next piece. */
  waiting(): void;
  /** A piece has come. Only content starts the time anew; keep-alives and empty pieces do not. */
  arrived(hasContent: boolean): void;
  end(): void;
}

/**
 * Makes a watch. One alarm serves many pieces: it looks, when it rings, whether the wait that it was
 * set for is still the same.
 */
export function createContentWatch(
  { clock, alarms }: { readonly clock: Clock; readonly alarms: Alarms },
  timeouts: { readonly firstMs: number; readonly betweenMs: number },
  onStall: (message: string) => void,
): ContentWatch {
  let limitMs = timeouts.firstMs;
  /** Waited since the last content, before this wait. */
  let waitedMs = 0;
  let since: number | undefined;
  let alarm: Alarm | undefined;
  let isOver = false;

  function look(): void {
    alarm = undefined;
    if (since === undefined) return;
    const leftMs = since + limitMs - waitedMs - clock.now();
    if (leftMs > 0) {
      alarm = alarms.set(clock.now() + leftMs, look);
    } else {
      onStall(`no content for ${limitMs} ms`);
    }
  }

  return {
    waiting() {
      if (isOver) return;
      since = clock.now();
      const dueAt = since + limitMs - waitedMs;
      // An alarm that is too early looks and is set anew; one that is too late would miss the stall.
      if (dueAt === Number.POSITIVE_INFINITY || (alarm && alarm.at <= dueAt)) return;
      alarm?.cancel();
      alarm = alarms.set(dueAt, look);
    },
    arrived(hasContent) {
      waitedMs = hasContent ? 0 : waitedMs + clock.now() - (since ?? clock.now());
      since = undefined;
      if (hasContent) limitMs = timeouts.betweenMs;
    },
    end() {
      isOver = true;
      alarm?.cancel();
    },
  };
}
