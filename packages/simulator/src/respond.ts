import type { Clock } from '@llm-router/core';
import type { ModelState } from './model-state.ts';
import { connectionReset } from './network-error.ts';
import { pause, untilAborted } from './pause.ts';
import type { Plan } from './plan.ts';
import { createReplyStream } from './reply-stream.ts';
import type { Visit } from './visit.ts';
import type { Ask, Refusal, Reply, ReplyFacts, Wire } from './wire.ts';

/** Everything about one admitted request. */
export interface Case {
  readonly wire: Wire;
  readonly ask: Ask;
  readonly state: ModelState;
  readonly plan: Plan;
  readonly visit: Visit;
  /** Epoch milliseconds of its arrival. */
  readonly at: number;
  readonly requestId: string;
}

/** Carries out a plan: a fault that comes before the answer, or the answer. */
export async function respond(one: Case, clock: Clock): Promise<Reply> {
  const { visit, ask, plan } = one;
  const { fault } = plan;
  switch (fault?.kind) {
    case 'server-error':
    case 'overloaded':
      await pause(clock, fault.delayMs, visit.signal);
      return fail(one, clock, { reason: fault.kind, body: fault.body }, 'failed');
    case 'quota-exhausted':
      await pause(clock, fault.delayMs, visit.signal);
      return fail(one, clock, { reason: fault.kind }, 'refused');
    case 'connection-reset':
      await pause(clock, fault.delayMs, visit.signal);
      visit.end('failed');
      throw connectionReset();
    case 'stall':
      if (!ask.stream || fault.afterChunks === undefined) return untilAborted(visit.signal);
  }
  return ask.stream ? answerStream(one, clock) : answerJson(one, clock);
}

function fail(one: Case, clock: Clock, refusal: Refusal, outcome: 'refused' | 'failed'): Reply {
  const { wire, visit } = one;
  const { status, contentType, body } = wire.refusal(refusal, factsOf(one, clock));
  visit.sent(status);
  visit.end(outcome);
  const { quota, ...facts } = factsOf(one, clock);
  const head = wire.head(status === 429 && quota ? { ...facts, quota } : facts);
  return { status, headers: { 'content-type': contentType, ...head }, body };
}

async function answerJson(one: Case, clock: Clock): Promise<Reply> {
  const { wire, plan, visit, at } = one;
  const { outputTokens } = plan.answer;
  const latencyMs = plan.latencyMs + lateBy(plan);
  let finished = false;
  // Who goes away half-way leaves half of the answer behind, and pays for it.
  visit.begin(() => {
    const share = finished ? 1 : Math.min(1, (clock.now() - at) / (latencyMs || 1));
    return Math.floor(outputTokens * share);
  });
  await pause(clock, latencyMs, visit.signal);
  finished = true;
  const headers = { 'content-type': 'application/json', ...wire.head(factsOf(one, clock)) };
  visit.sent(200);
  visit.end('ok');
  return { status: 200, headers, body: wire.completion({ ...plan.answer, createdAt: at }) };
}

async function answerStream(one: Case, clock: Clock): Promise<Reply> {
  const { wire, plan, visit, at } = one;
  const { fault } = plan;
  visit.begin(() => 0);
  await pause(clock, plan.firstTokenMs, visit.signal);
  visit.sent(200);
  const head = wire.head(factsOf(one, clock));
  const body = createReplyStream({
    clock,
    visit,
    frames: wire.frames({ ...plan.answer, createdAt: at }),
    firstTokenAt: clock.now() + lateBy(plan),
    betweenTokensMs: plan.betweenTokensMs,
    fault: fault?.kind === 'slow-first-token' ? undefined : fault,
    errorFrame: wire.errorFrame,
  });
  return {
    status: 200,
    headers: { 'content-type': 'text/event-stream; charset=utf-8', ...head },
    body,
  };
}

function lateBy({ fault }: Plan): number {
  return fault?.kind === 'slow-first-token' ? fault.delayMs : 0;
}

function factsOf({ state, at, requestId }: Case, clock: Clock): ReplyFacts {
  const now = clock.now();
  return {
    requestId,
    at: now,
    elapsedMs: now - at,
    model: state.settings,
    quota: state.quota.state(now),
  };
}
