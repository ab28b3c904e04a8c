import type { Alarm, Alarms, Clock } from '@llm-router/core';

/** Notices when a stream has had no content for too long, counting only the time we waited for it. */
export interface ContentWatch {
  /** The consumer wants the next piece. */
  waiting(): void;
  /** Content has come. Keep-alives and empty pieces do not count. */
  content(): void;
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
  let since: number | undefined;
  let alarm: Alarm | undefined;

  function look(): void {
    alarm = undefined;
    if (since === undefined) return;
    const leftMs = since + limitMs - clock.now();
    if (leftMs > 0) {
      alarm = alarms.set(clock.now() + leftMs, look);
    } else {
      onStall(`no content for ${limitMs} ms`);
    }
  }

  return {
    waiting() {
      since ??= clock.now();
      if (limitMs !== Number.POSITIVE_INFINITY) alarm ??= alarms.set(since + limitMs, look);
    },
    content() {
      since = undefined;
      limitMs = timeouts.betweenMs;
    },
    end() {
      alarm?.cancel();
    },
  };
}
