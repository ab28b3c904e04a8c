import type { Candidate, Limits, RequestAnalysis } from '@llm-router/core';
import type { Admitted } from './admit.ts';
import { type Attempt, openAttempt } from './attempt.ts';
import { enterCircuits } from './circuits.ts';
import type { Call, House, Room } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { hedgeKey } from './limit-keys.ts';
import type { Delivery } from './route.ts';
import { targetOf } from './target.ts';

/** A second request to another deployment, where the first takes long. */
export interface HedgeOptions {
  /** After so long without an answer, or without the first content of a stream; in milliseconds. */
  readonly afterMs: number;
  /** Share of the requests that may cost a second one. @defaultValue 0.05 */
  readonly share?: number;
  /** What second requests may use altogether, for example `{ usdPerDay: 5 }`. @defaultValue none */
  readonly limits?: Limits;
}

/** Who may be hedged, and when. */
export interface Hedging {
  readonly afterMs: number;
  /** A request begins: a part of a second one may be sent. */
  entered(): void;
  /** Takes one second request, if there is one. */
  take(): boolean;
}

const roundingError = 1e-9;
/** So many second requests can be saved up. */
const mostSaved = 10;

export function createHedging({ afterMs, share = 0.05 }: HedgeOptions): Hedging {
  let saved = 1;
  return {
    afterMs,
    entered() {
      saved = Math.min(mostSaved, saved + share);
    },
    take() {
      if (saved < 1 - roundingError) return false;
      saved -= 1;
      return true;
    },
  };
}

/** How an attempt ended, or the last of two: with an answer, or with what is to be looked at next. */
export type Sent<T> = { readonly ok: true; readonly answer: T } | Failed;

export interface Failed {
  readonly ok: false;
  readonly attempt: Attempt;
  readonly error: unknown;
}

/** What a second request needs to know. */
interface Surroundings<T> {
  /** Who may be asked beside the first. */
  readonly others: readonly Candidate[];
  readonly mayAsk: () => boolean;
  /** One of two has failed while the other goes on. */
  readonly onFailed: (deployment: string) => void;
  readonly call: Call;
  readonly analysis: RequestAnalysis;
  readonly house: House;
  readonly ledger: LedgerWriter;
  readonly delivery: Delivery<T>;
}

/**
 * Sends an attempt, and where it takes long a second one to a deployment that is free at once. The first
 * answer counts; whoever is later is broken off, and settled with an estimate.
 */
export function sendHedged<T>(first: Attempt, around: Surroundings<T>): Promise<Sent<T>> {
  const { others, call, analysis, house, ledger, delivery } = around;
  const { hedging } = house;
  if (hedging === undefined || others.length === 0) {
    return delivery.send(first).then(
      (answer) => ({ ok: true, answer }),
      (error) => ({ ok: false, attempt: first, error }),
    );
  }
  return new Promise((resolve) => {
    const running = new Map<Attempt, Promise<void>>();
    let isOver = false;
    const alarm = house.alarms.set(house.clock.now() + hedging.afterMs, () => void askAnother());

    function end(sent: Sent<T>): void {
      isOver = true;
      alarm.cancel();
      for (const { scope } of running.keys()) scope.abort(cameLater());
      void Promise.all(running.values()).then(() => resolve(sent));
    }

    function run(attempt: Attempt): void {
      const work = delivery.send(attempt).then(
        (answer) => {
          running.delete(attempt);
          if (isOver) delivery.discard?.(answer);
          else end({ ok: true, answer });
        },
        (error) => {
          running.delete(attempt);
          if (!isOver && running.size === 0) return end({ ok: false, attempt, error });
          attempt.failed(error);
          if (!isOver) around.onFailed(attempt.candidate.deployment.id);
          return undefined;
        },
      );
      running.set(attempt, work);
    }

    async function askAnother(): Promise<void> {
      if (isOver || !around.mayAsk()) return;
      const admitted = await admitAtOnce(around, hedging as Hedging);
      if (admitted === undefined) return;
      if (isOver) {
        admitted.permit?.ignore();
        admitted.lease.release('unsent');
        return;
      }
      run(openAttempt(call, analysis, house, ledger, admitted, first.number));
    }

    run(first);
  });
}

const cameLater = () => new DOMException('Another answer came first', 'AbortError');

/** The right to send to someone who need not wait, if there is one and the share allows it. */
async function admitAtOnce(
  { others, call, house }: Surroundings<unknown>,
  hedging: Hedging,
): Promise<Admitted | undefined> {
  for (const candidate of others) {
    const { id } = candidate.deployment;
    const own = targetOf(candidate, call, house);
    const target = { ...own, pools: [...(own.pools ?? []), hedgeKey] };
    if (house.admission.check(target) !== undefined || !hedging.take()) continue;
    const lease = await house.admission
      .acquire([target], { tenant: call.tenant, deadline: house.clock.now() + 1 })
      .catch(() => undefined);
    if (lease === undefined) continue;
    if (house.circuits === undefined) return { lease, candidate };
    const entry = enterCircuits(house.rooms.get(id) as Room, house.circuits);
    if (entry.ok) return { lease, candidate, permit: entry.permit };
    lease.release('unsent');
  }
  return undefined;
}
