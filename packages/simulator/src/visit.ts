import { type Clock, priceUsage } from '@llm-router/core';
import type { Hit, HitLog } from './hit-log.ts';
import type { ModelSettings } from './model-settings.ts';
import type { Stay } from './quota.ts';

/** An admitted request from admission to its end. It ends once; what comes after is ignored. */
export interface Visit {
  /** Aborts, with the client's reason, when the client goes away. */
  readonly signal: AbortSignal;
  /** The model begins: from here on the prompt counts, and so does what `produced` says. */
  begin(produced: () => number): void;
  /** The status is on the wire. */
  sent(status: number): void;
  /** The client has gone: the slot is free at once. */
  abandon(reason: unknown): void;
  end(outcome: 'ok' | 'refused' | 'failed'): void;
}

export interface VisitOptions {
  readonly clock: Clock;
  readonly log: HitLog;
  readonly hit: Hit;
  readonly price: ModelSettings['price'];
  readonly stay: Stay;
  readonly inputTokens: number;
  readonly signal: AbortSignal | undefined;
  /** The fault that strikes this request, if any: the reason of whatever end it takes. */
  readonly fault: string | undefined;
}

export function createVisit(options: VisitOptions): Visit {
  const { clock, log, hit, price, stay, signal } = options;
  const gone = new AbortController();
  let produced: (() => number) | undefined;
  let ended = false;

  const onAbort = () => abandon(signal?.reason);
  signal?.addEventListener('abort', onAbort, { once: true });

  function close(outcome: Hit['outcome']): void {
    ended = true;
    signal?.removeEventListener('abort', onAbort);
    const endedAt = clock.now();
    const inputTokens = produced === undefined ? 0 : options.inputTokens;
    const outputTokens = produced?.() ?? 0;
    stay.end({ inputTokens, outputTokens }, endedAt);
    const totalTokens = inputTokens + outputTokens;
    const cost = price && priceUsage({ inputTokens, outputTokens, totalTokens }, price).nanoUsd;
    const nanoUsd = totalTokens === 0 ? 0 : (cost ?? null);
    log.change(hit.number, {
      endedAt,
      outcome,
      ...(options.fault !== undefined && { reason: options.fault }),
      inputTokens,
      outputTokens,
      nanoUsd,
    });
  }

  function abandon(reason: unknown): void {
    if (ended) return;
    close('aborted');
    gone.abort(reason);
  }

  return {
    signal: gone.signal,
    begin(count) {
      produced = count;
      stay.begin(count);
    },
    sent(status) {
      if (!ended) log.change(hit.number, { status });
    },
    abandon,
    end(outcome) {
      if (!ended) close(outcome);
    },
  };
}
