import {
  type AcquireOptions,
  type Admission,
  type Alarm,
  createAlarms,
  type Lease,
  type Need,
  onAbort,
  type Refusal,
  type Target,
  type Wait,
} from '@llm-router/core';
import {
  createRateLimitTracker,
  type PoolSnapshot,
  type RateLimitTracker,
} from '@llm-router/rate-limit-tracker';
import { type Assessment, assess, type Claim } from './assess.ts';
import { bestSuited, isPressed, mayGoFirst } from './best-suited.ts';
import { claimsInTurn } from './claims-in-turn.ts';
import { createForecast, type WaitingRequest } from './create-forecast.ts';
import { createFairShare } from './fair-share.ts';
import { leastHeadroom } from './least-headroom.ts';
import { type ConcurrencyManagerOptions, readManagerOptions } from './manager-options.ts';
import { readWant } from './read-want.ts';
import { aborted, allGone, neverFits, queueFull, tooLate } from './refusals.ts';
import { turnAwayHopeless } from './turn-away-hopeless.ts';
import { keysOf } from './wait-line.ts';
import { createWaitQueue } from './wait-queue.ts';
import type { Waiter, Want } from './waiter.ts';

export interface ConcurrencySnapshot {
  readonly queued: number;
  /** How long the longest-waiting request has waited, in milliseconds. */
  readonly oldestWaitMs: number;
  readonly limits: Readonly<Record<string, PoolSnapshot>>;
}

export interface ConcurrencyManager extends Admission {
  /**
   * Refuses everyone who waits for nothing but targets that are gone, with `no_candidate`: whatever a
   * limit or a block would have done, they need not wait for it.
   */
  dismiss(isGone: (key: string) => boolean): void;
  /** Lifts the block of `key`, for one that has become another; who waits for it is looked at at once. */
  unblock(key: string): void;
  /** The least share that is left of any limit of these keys, 0 to 1; `undefined` where none is known. */
  headroom(keys: readonly string[]): number | undefined;
  /**
   * Who waits, first to last, and when each will start as things stand: those before it, the limits
   * that are known, and the usual time of a request are counted.
   *
   * @param most so many at most; 100 unless told
   */
  waiting(most?: number): readonly WaitingRequest[];
  snapshot(): ConcurrencySnapshot;
}

const nothingSpokenFor: ReadonlyMap<string, Claim> = new Map();
const oneRequest: Need = Object.freeze({});

/** Where more wait, an error does not count those before it. */
const mostForeseen = 1000;
/** So many of those behind are looked at for one that suits a target better. */
const lookBeyond = 32;
/** Clocks count in doubles; a wait that is never over still needs a moment to look at. */
const longestWaitMs = 86_400_000;

/**
 * Makes the one queue: requests wait here until every limit of one of their targets can take them,
 * and then take all of them in one step. Order is priority, then the tenant's share, then arrival;
 * after every few grants the oldest goes first, so that nobody starves.
 *
 * @example
 * const manager = createConcurrencyManager({
 *   limits: { kimi: { maxConcurrent: 1, minIntervalMs: 1000 } },
 * });
 * const lease = await manager.acquire('kimi');
 * try {
 *   await callKimi();
 * } finally {
 *   lease.release();
 * }
 *
 * @throws RouterError `invalid_config` for options that cannot be meant
 */
export function createConcurrencyManager(
  options: ConcurrencyManagerOptions = {},
): ConcurrencyManager {
  const { clock, maxQueued, grantsPerOldest, weights, ...settings } = readManagerOptions(options);
  const queue = createWaitQueue(grantsPerOldest);
  const fairShare = createFairShare(weights);
  const alarms = createAlarms(clock);
  const tracker: RateLimitTracker = createRateLimitTracker({
    clock,
    onFreed: admitWaiters,
    ...settings,
  });
  const forecast = createForecast(queue, tracker, clock);
  let arrivals = 0;
  let wakeUp: Alarm | undefined;

  /** For errors. In a crowd, of which each may ask, only the wait of the limit itself. */
  function foreseen({ waitMs }: Refusal, startsInMs: () => number): number {
    return queue.size > mostForeseen ? waitMs : Math.max(waitMs, startsInMs());
  }

  /** Takes the target that was found; nothing can have changed since, so this succeeds. */
  function take(want: Want, found: Assessment, waited?: Waiter): Lease | undefined {
    if (found.admits === undefined) return undefined;
    const waitedMs = waited === undefined ? 0 : clock.now() - waited.since;
    const note: { waitedMs: number; limitedBy?: string; passedOver?: readonly Refusal[] } = {
      waitedMs,
    };
    if (waited !== undefined && waitedMs > 0) note.limitedBy = waited.refusal.limitedBy;
    if (found.passedOver.length > 0) note.passedOver = found.passedOver;
    const { key } = found.admits;
    const target = want.targets.find((own) => own.key === key) ?? found.admits;
    const taken = tracker.reserve(keysOf(target), target.need ?? want.need, note);
    return taken.ok ? taken.lease : undefined;
  }

  /** The request that was found a target, or one behind it that suits the target better. */
  function bestFor(found: Assessment, waiter: Waiter): Waiter {
    if (found.admits === undefined || waiter.targets.length < 2) return waiter;
    if (queue.turnOf(waiter) !== undefined || isPressed(waiter, clock.now())) return waiter;
    const others = waiter.line.some(lookBeyond).filter((other) => mayGoFirst(other, waiter));
    return bestSuited(tracker, found.admits, waiter, others);
  }

  /** Serves whoever can be served, in order, until all that anyone waits for is spoken for. */
  function admitWaiters(): void {
    if (queue.size === 0) {
      if (wakeUp !== undefined) wakeUpIn(longestWaitMs);
      return;
    }
    turnAwayHopeless(queue, tracker, clock.now());
    const spokenFor = new Map<string, Claim>();
    const pass = queue.startPass(spokenFor);
    let recheckMs = longestWaitMs;
    for (let waiter = pass.next(); waiter !== undefined; waiter = pass.next()) {
      const found = assess(tracker, waiter, spokenFor, clock.now() - waiter.since);
      const next = bestFor(found, waiter);
      const lease = take(next, found, next);
      if (lease !== undefined) {
        queue.served(next);
        fairShare.served(next.tag);
        next.grant(lease);
      } else if (found.refusal.waitMs === Number.POSITIVE_INFINITY) {
        queue.remove(waiter);
        waiter.refuse(neverFits(waiter, found));
      } else {
        waiter.refusal = found.refusal;
        const claims = claimsInTurn(found, queue.turnOf(waiter));
        const claim = { waitMs: found.refusal.waitMs, isCaution: found.isCaution };
        for (const key of claims) spokenFor.set(key, claim);
        recheckMs = Math.min(recheckMs, found.recheckMs);
        pass.setAside(waiter);
      }
    }
    pass.end();
    wakeUpIn(recheckMs);
  }

  function wakeUpIn(ms: number): void {
    const now = clock.now();
    const before = wakeUp;
    if (queue.size === 0) {
      wakeUp = undefined;
      fairShare.reset();
    } else {
      // To wake too early does no harm, and costs less than to set the alarm anew each time.
      if (before !== undefined && before.at > now && before.at <= now + ms) return;
      wakeUp = alarms.set(now + ms, admitWaiters);
    }
    before?.cancel();
  }

  function enqueue(want: Want, found: Assessment, call: AcquireOptions): Promise<Lease> {
    const { signal, deadline, tenant = 'default', ledgerId } = call;
    const { targets, need, spillAfterMs } = want;
    return new Promise((resolve, reject) => {
      const end = () => {
        unfollow?.();
        timeout?.cancel();
      };
      const waiter: Waiter = {
        targets,
        need,
        spillAfterMs,
        line: queue.lineFor(targets),
        priority: call.priority ?? 0,
        tenant,
        ledgerId,
        deadline,
        tag: call.again ? fairShare.now : fairShare.enter(tenant),
        sequence: arrivals++,
        since: clock.now(),
        waiting: true,
        refusal: found.admits === undefined ? found.refusal : behindOthers(found.admits),
        grant(lease) {
          end();
          resolve(lease);
        },
        refuse(error) {
          end();
          reject(error);
        },
      };
      const giveUp = (error: Error) => {
        queue.remove(waiter);
        waiter.refuse(error);
        admitWaiters();
      };
      const unfollow =
        signal &&
        onAbort(signal, () => giveUp(aborted(signal, 'while the request waited for its limits')));
      const timeout =
        deadline === undefined || deadline === Number.POSITIVE_INFINITY
          ? undefined
          : alarms.set(deadline, () => {
              // What is to be had in this very moment is still in time.
              admitWaiters();
              if (!waiter.waiting) return;
              const startsInMs = foreseen(waiter.refusal, () => forecast.of(waiter));
              giveUp(tooLate(waiter.refusal, clock.now() - waiter.since, startsInMs));
            });
      queue.add(waiter);
      // Behind others of the same line nothing can have changed for anyone.
      if (waiter.line.first() === waiter) admitWaiters();
      if (waiter.waiting && queue.size > maxQueued) giveUp(queueFull(maxQueued, found));
      if (waiter.waiting) {
        tellOfWait(call, waiter.refusal, {
          startsInMs: () => forecast.of(waiter),
          limitedBy: () => waiter.refusal.limitedBy,
        });
      }
    });
  }

  return {
    async acquire(key, call = {}) {
      const want = readWant(key, call);
      if (call.signal?.aborted) throw aborted(call.signal, 'before the request could enter');
      if (queue.size === 0) {
        const [first] = want.targets as readonly [Target];
        const taken = tracker.reserve(keysOf(first), first.need ?? want.need);
        if (taken.ok) return taken.lease;
      }
      const found = assess(tracker, want, nothingSpokenFor);
      if (queue.size === 0) {
        const lease = take(want, found);
        if (lease !== undefined) return lease;
      }
      if (found.admits === undefined) {
        if (found.refusal.waitMs === Number.POSITIVE_INFINITY) throw neverFits(want, found);
        if (clock.now() + found.earliestMs > (call.deadline ?? Number.POSITIVE_INFINITY)) {
          const last = () => forecast.ofLast(want, call.priority ?? 0);
          throw tooLate(found.refusal, 0, foreseen(found.refusal, last));
        }
      }
      // One that could go now may find nobody before it, however many wait for something else.
      if (queue.size >= maxQueued && found.admits === undefined) throw queueFull(maxQueued, found);
      return enqueue(want, found, call);
    },
    check(target, need = oneRequest) {
      const want = { targets: [target], need, spillAfterMs: 0 };
      const found = assess(tracker, want, nothingSpokenFor);
      return found.admits === undefined ? found.refusal : undefined;
    },
    observe(key, response) {
      tracker.observe(key, response);
      // It may have been told to wait for longer than some have time.
      if (response.status === 429) admitWaiters();
    },
    block(key, until, why) {
      tracker.block(key, until, why);
      admitWaiters();
    },
    unblock: tracker.unblock,
    update: tracker.update,
    dismiss(isGone) {
      for (const waiter of queue.waitingOnlyFor(isGone)) {
        queue.remove(waiter);
        waiter.refuse(allGone());
      }
      admitWaiters();
    },
    headroom: (keys) => leastHeadroom(keys.map((key) => tracker.snapshot(key))),
    waiting: (most = 100) => forecast.all(most),
    snapshot() {
      const oldest = queue.oldest();
      return {
        queued: queue.size,
        oldestWaitMs: oldest === undefined ? 0 : clock.now() - oldest.since,
        limits: tracker.snapshot(),
      };
    },
  };
}

/** A listener that fails must not leave its request in the queue with nobody to take the lease. */
function tellOfWait({ onWait }: AcquireOptions, refusal: Refusal, wait: Wait): void {
  try {
    onWait?.(refusal, wait);
  } catch {
    // As above.
  }
}

const behindOthers = ({ key }: Target) => ({
  key,
  waitMs: 0,
  limitedBy: `earlier requests for ${key}`,
});
