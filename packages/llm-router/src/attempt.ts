import {
  type AbortScope,
  type Candidate,
  type ChatRequest,
  type Cost,
  createAbortScope,
  type Deployment,
  type ErrorCategory,
  type ErrorClassification,
  isRouterError,
  type ProviderCall,
  priceUsage,
  type RequestAnalysis,
  type Usage,
  unknownCost,
} from '@llm-router/core';
import type { Admitted } from './admit.ts';
import { shrunkToAfford } from './afford.ts';
import { abortedBy, notTheCallers, ReaderTooSlow, timedOut } from './attempt-errors.ts';
import { noteIfOpen } from './circuits.ts';
import { requestTheRest } from './continue-stream.ts';
import { reportedUsage } from './estimated-usage.ts';
import type { Call, House, Room } from './house.ts';
import type { LedgerWriter } from './ledger-writer.ts';
import { noteFailure } from './note-failure.ts';
import { accountKey } from './target.ts';

/** One request on the wire, from its lease to its settlement. It ends once. */
export interface Attempt {
  readonly room: Room;
  readonly number: number;
  readonly candidate: Candidate;
  readonly request: ChatRequest;
  readonly scope: AbortScope;
  /** Whether an answer that a content filter ended before its first word is none. */
  readonly goesOnAfterFilter: boolean;
  /** What the provider is given besides the request. */
  readonly provider: ProviderCall;
  /** Whether the provider has begun to respond. */
  hasResponse(): boolean;
  firstContent(): void;
  /**
   * Settles with the usage that the provider reported, or else with an estimate, if there is one.
   *
   * @param latencyMs how long the provider took, where that is not all the time since the start
   */
  succeeded(reported: Usage | undefined, estimate?: () => Usage, latencyMs?: number): void;
  /** What the provider says that it bills for, whatever becomes of the answer. */
  reported(usage: Usage | undefined): void;
  /** What it meant; `used` is what had arrived before, by estimate. */
  failed(error: unknown, used?: Usage): ErrorClassification;
  /** Whether the time of the call is over. */
  isLate(): boolean;
  decided(decision: { readonly do: 'retry' | 'next' | 'fail'; readonly delayMs?: number }): void;
}

/** Refused before anything was produced: the reserved tokens come back and nothing is billed. */
const refused: ReadonlySet<ErrorCategory> = new Set([
  'rate_limit',
  'quota_exhausted',
  'auth',
  'permission',
  'not_found',
  'context_length',
  'invalid_request',
  'overloaded',
]);

/** Broken off on our side: the provider may have gone on, and may bill for it. */
const cutOff: ReadonlySet<ErrorCategory> = new Set(['aborted', 'timeout']);

const noTokens = { inputTokens: 0, outputTokens: 0 };

/** Who takes longer than this, and than usual, hangs, also where callers would have waited longer. */
const leastPatienceMs = 1000;
const longerThanUsual = 3;

/** Opens an attempt on a lease. */
export function openAttempt(
  call: Call,
  analysis: RequestAnalysis,
  house: House,
  ledger: LedgerWriter,
  { lease, candidate, permit }: Admitted,
  beside?: number,
): Attempt {
  const { deployment, expected } = candidate;
  const { clock, events, admission } = house;
  const room = house.rooms.get(deployment.id) as Room;
  const { stats } = room;
  stats.started();
  const entry = ledger.attemptStarted(deployment.id, beside);
  const deadline = call.request.stream
    ? call.deadline
    : Math.min(call.deadline, entry.startedAt + room.attemptMs);
  const scope = createAbortScope(house.alarms, {
    signal: call.options.signal,
    deadline: deadline === Number.POSITIVE_INFINITY ? undefined : deadline,
    onDeadline() {
      isLate = true;
      return timedOut(`no answer within ${Math.round(deadline - entry.startedAt)} ms`);
    },
  });
  let isLate = false;
  let billed: Cost | undefined;
  let toldUsage: Usage | undefined;
  /** 0 before the provider has begun to respond. */
  let responseStatus = 0;
  if (events.hears('attempt-started')) {
    events.emit({
      type: 'attempt-started',
      at: entry.startedAt,
      ledgerId: ledger.id,
      number: entry.number,
      deployment: deployment.id,
    });
  }

  function costOf(usage: Usage | undefined): Cost | undefined {
    if (billed !== undefined) return billed;
    if (usage === undefined) return undefined;
    return deployment.price ? priceUsage(usage, deployment.price) : unknownCost;
  }

  function end(ended: Parameters<typeof entry.ended>[0]): void {
    scope.end();
    stats.ended();
    const { durationMs } = entry.ended(ended);
    house.totals.spent(ended);
    if (ended.cost?.nanoUsd) stats.burn.spent(ended.cost.nanoUsd, clock.now());
    if (!events.hears('attempt-ended')) return;
    const { outcome, error, usage, cost } = ended;
    events.emit({
      type: 'attempt-ended',
      at: clock.now(),
      ledgerId: ledger.id,
      number: entry.number,
      deployment: deployment.id,
      outcome,
      durationMs,
      ...(error && { error }),
      ...(usage && { usage }),
      ...(cost && { cost }),
    });
  }

  function meaningOf(error: unknown): ErrorClassification {
    const { signal } = call.options;
    const cause = signal?.aborted ? abortedBy(signal) : error;
    const told = house.classify(cause, { provider: deployment.provider, now: clock.now() });
    return signal?.aborted || scope.signal.aborted ? told : notTheCallers(told);
  }

  /** What a failure is billed for: what is known of it, or else what was expected where an answer was made. */
  function usedBy(
    { category }: ErrorClassification,
    error: unknown,
    arrived: Usage | undefined,
  ): { readonly usage?: Usage; readonly cost?: Cost } {
    const body = isRouterError(error) && 'body' in error ? error.body : undefined;
    const told = toldUsage ?? reportedUsage(body);
    if (told !== undefined) return { usage: told, cost: costOf(told) as Cost };
    const isMade = cutOff.has(category) || (responseStatus >= 200 && responseStatus < 300);
    const isExpected = isMade && !refused.has(category);
    const usage = arrived ?? partialUsage(error) ?? (isExpected ? toUsage(expected) : undefined);
    const cost = estimated(costOf(usage));
    return { ...(usage && { usage }), ...(cost && { cost }) };
  }

  /** The caller gave it less time than it usually takes, which says nothing of the provider. */
  function isImpatience({ category }: ErrorClassification): boolean {
    if (category !== 'timeout' || !isLate || deadline !== call.deadline) return false;
    const { latencyMs } = stats;
    const usualMs = latencyMs === undefined ? leastPatienceMs : longerThanUsual * latencyMs;
    return clock.now() - entry.startedAt < Math.max(leastPatienceMs, usualMs);
  }

  return {
    room,
    number: entry.number,
    candidate,
    request: requestFor(call, deployment),
    scope,
    goesOnAfterFilter: house.fallbacks.contentPolicy !== 'fail',
    provider: {
      signal: scope.signal,
      onResponse({ status, headers }) {
        responseStatus = status;
        admission.observe(accountKey(deployment), {
          status,
          headers,
          provider: deployment.provider,
          lease,
        });
        const id = headers.get('x-request-id') ?? headers.get('request-id');
        if (id !== undefined) entry.requestId(id);
      },
      onLoss: (loss) => ledger.lost(`${deployment.id}: ${loss}`),
      onCost(cost) {
        billed = cost;
      },
    },
    hasResponse: () => responseStatus > 0,
    isLate: () => isLate,
    reported(usage) {
      toldUsage = usage;
    },
    firstContent: () => entry.firstContent(),
    succeeded(told, estimate, latencyMs = clock.now() - entry.startedAt) {
      const usage = told ?? estimate?.();
      const cost = told === undefined ? estimated(costOf(usage)) : costOf(usage);
      lease.settle(settlement(usage, cost), 'success');
      permit?.success();
      room.domains.account.answered(deployment);
      house.health.record(deployment.id, { ok: true, latencyMs });
      stats.success(latencyMs, usage);
      // The rest of a broken answer is asked for with another prompt than the one that was analysed.
      if (told !== undefined && !call.begun) stats.inputOverhead.learn(analysis, told.inputTokens);
      if (usage !== undefined) house.totals.answered(usage.outputTokens);
      end({ outcome: 'ok', usage, cost });
    },
    failed(error, used) {
      const failure = meaningOf(error);
      const { category } = failure;
      const isAffordable = shrunkToAfford(call, failure, house) !== undefined;
      if (!isAffordable) noteFailure(failure, room, house);
      const { usage, cost } = usedBy(failure, error, used);
      lease.settle(
        { ...(usage ?? (refused.has(category) ? noTokens : {})), nanoUsd: cost?.nanoUsd ?? 0 },
        isRefusal(failure) ? 'dropped' : 'ignore',
      );
      if (category === 'aborted' || isImpatience(failure) || error instanceof ReaderTooSlow) {
        permit?.ignore();
      } else {
        permit?.failure(failure, responseStatus > 0);
        if (house.circuits !== undefined) noteIfOpen(room, house.circuits, house);
        house.health.record(deployment.id, { ok: false, error: failure });
        stats.failure();
      }
      end({
        outcome: category === 'aborted' ? 'aborted' : 'error',
        error: failure,
        usage,
        cost,
      });
      return failure;
    },
    decided: entry.decided,
  };
}

function requestFor({ request, begun }: Call, { model, capabilities }: Deployment): ChatRequest {
  return { ...(begun ? requestTheRest(request, begun, capabilities) : request), model };
}

/** The provider has too much to do, of us or of all: the queue learns from it. */
function isRefusal({ category }: ErrorClassification): boolean {
  return category === 'rate_limit' || category === 'overloaded';
}

function partialUsage(error: unknown): Usage | undefined {
  return isRouterError(error) ? error.partial?.usage : undefined;
}

function toUsage({ inputTokens, outputTokens }: Candidate['expected']): Usage {
  return { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens };
}

function settlement(usage: Usage | undefined, cost: Cost | undefined) {
  return { ...usage, ...(typeof cost?.nanoUsd === 'number' && { nanoUsd: cost.nanoUsd }) };
}

function estimated(cost: Cost | undefined): Cost | undefined {
  return cost?.exactness === 'priced' ? { ...cost, exactness: 'estimated' } : cost;
}
