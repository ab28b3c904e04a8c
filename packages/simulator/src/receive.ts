import type { Clock } from '@llm-router/core';
import { seedOf } from './chance.ts';
import type { FaultSettings } from './fault-settings.ts';
import { findKeyMistake, findMistake } from './find-mistake.ts';
import type { Hit, HitLog } from './hit-log.ts';
import type { ModelState } from './model-state.ts';
import { drawPlan } from './plan.ts';
import type { PlanAnswer } from './planned-answer.ts';
import { respond } from './respond.ts';
import { createVisit } from './visit.ts';
import type { Ask, Incoming, Refusal, Reply, Wire } from './wire.ts';

/** What all requests share. */
export interface Premises {
  readonly clock: Clock;
  readonly seed: number;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly log: HitLog;
  readonly models: ReadonlyMap<string, ModelState>;
  /** The faults of all models, as they are now. */
  readonly faults: () => readonly FaultSettings[];
  /** Settles answers; absent: chance does. */
  readonly planAnswer: PlanAnswer | undefined;
  /** The first one that serves a request reads it. */
  readonly wires: readonly Wire[];
  /** Answers, with an error, what none of them serves. */
  readonly otherwise: Wire;
}

/** A request from its arrival to its reply. Rejects where no reply comes: a reset, an abort. */
export type Receive = (incoming: Incoming) => Promise<Reply>;

export function createReceiver(premises: Premises): Receive {
  const { clock, log, models } = premises;

  function serve(wire: Wire, ask: Ask, state: ModelState, signal?: AbortSignal): Promise<Reply> {
    const at = clock.now();
    const plan = drawPlan(ask, state, {
      faults: premises.faults(),
      elapsedMs: at - premises.startedAt,
      planAnswer: premises.planAnswer,
    });
    const inFlightAtStart = state.quota.inFlight;
    const admission = state.quota.admit(plan.reserve, at);
    if (!admission.ok) {
      const refusal: Refusal = { reason: 'limit', limit: admission.refusal };
      return Promise.resolve(turnAway(wire, refusal, ask, state));
    }
    if (plan.fault !== undefined) plan.fault.strikes.left -= 1;
    const hit = openHit(ask, state, { inFlightAtStart });
    const visit = createVisit({
      clock,
      log,
      hit,
      price: state.settings.price,
      stay: admission.stay,
      inputTokens: ask.inputTokens,
      signal,
      fault: plan.fault?.kind,
    });
    const requestId = requestIdOf(hit);
    return respond({ wire, ask, state, plan, visit, at, requestId }, clock);
  }

  function list(wire: Wire, key: string | undefined): Reply {
    const all = [...models.values()].map(({ settings }) => settings);
    const open = all.filter((settings) => findKeyMistake(settings, key) === undefined);
    const closed = open.length === 0 && all[0] ? findKeyMistake(all[0], key) : undefined;
    if (closed !== undefined) return turnAway(wire, closed);
    const hit = openHit(undefined, undefined, { outcome: 'ok', status: 200, reason: 'model-list' });
    const head = wire.head({ requestId: requestIdOf(hit), at: hit.at, elapsedMs: 0 });
    const headers = { 'content-type': 'application/json', ...head };
    return { status: 200, headers, body: wire.models(open) };
  }

  /** Answers with an error what is not admitted. */
  function turnAway(wire: Wire, refusal: Refusal, ask?: Ask, state?: ModelState): Reply {
    const model = state?.settings;
    const limit = refusal.reason === 'limit' ? refusal.limit : undefined;
    const reason = limit?.limit ?? refusal.reason;
    const inFlightAtStart = state?.quota.inFlight ?? 0;
    const hit = openHit(ask, state, { outcome: 'refused', reason, inFlightAtStart });
    const waitMs = model?.hints ? limit?.waitMs : undefined;
    const facts = {
      requestId: requestIdOf(hit),
      at: hit.at,
      elapsedMs: 0,
      ...(model && { model }),
      ...(limit && state && { quota: state.quota.state(hit.at) }),
      ...(waitMs !== undefined && Number.isFinite(waitMs) && { retryAfterMs: waitMs }),
    };
    const { status, contentType, body } = wire.refusal(refusal, facts);
    log.change(hit.number, { status });
    return { status, headers: { 'content-type': contentType, ...wire.head(facts) }, body };
  }

  function openHit(ask: Ask | undefined, state: ModelState | undefined, facts: Partial<Hit>): Hit {
    const at = clock.now();
    const provider = state?.settings.provider;
    return log.open({
      at,
      ...(facts.outcome !== undefined && { endedAt: at }),
      model: ask?.model ?? '',
      ...(provider !== undefined && { provider }),
      stream: ask?.stream ?? false,
      status: 0,
      outcome: 'pending',
      inputTokens: 0,
      outputTokens: 0,
      nanoUsd: 0,
      inFlightAtStart: 0,
      ...facts,
    });
  }

  const requestIdOf = ({ number }: Hit): string =>
    `req_${seedOf(premises.seed, number).toString(16).padStart(8, '0')}`;

  return async (incoming) => {
    const wire = premises.wires.find(({ serves }) => serves(incoming)) ?? premises.otherwise;
    const reading = wire.read(incoming);
    if (reading.kind === 'refusal') return turnAway(wire, reading.refusal);
    if (reading.kind === 'list') return list(wire, reading.key);
    const { ask } = reading;
    const state = models.get(ask.model);
    if (state === undefined) {
      return turnAway(wire, { reason: 'unknown-model', model: ask.model }, ask);
    }
    const mistake = findMistake(state.settings, ask);
    if (mistake !== undefined) return turnAway(wire, mistake, ask, state);
    return serve(wire, ask, state, incoming.signal);
  };
}
