import type { Clock } from '@llm-router/core';
import { faultRefusal } from './fault-refusal.ts';
import type { FaultSettings } from './fault-settings.ts';
import { emptyAnswer, spoilBody } from './malformed.ts';
import type { ModelState } from './model-state.ts';
import { connectionFailure } from './network-error.ts';
import { pause, untilAborted } from './pause.ts';
import type { Plan } from './plan.ts';
import { createReplyStream } from './reply-stream.ts';
import { retryAfterHeaders } from './retry-after-headers.ts';
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

/** Carries out a plan: a fault that comes instead of the answer, or the answer. */
export async function respond(one: Case, clock: Clock): Promise<Reply> {
  const { fault } = one.plan;
  if (fault !== undefined) {
    const instead = await answerOtherwise(one, fault, clock);
    if (instead !== undefined) return instead;
  }
  return one.ask.stream ? answerStream(one, clock) : answerJson(one, clock);
}

/** What a fault puts in the answer's place; `undefined` where it strikes in the answer itself. */
async function answerOtherwise(
  one: Case,
  fault: FaultSettings,
  clock: Clock,
): Promise<Reply | undefined> {
  const { visit, ask } = one;
  const refusal = faultRefusal(fault, ask);
  if (refusal !== undefined) {
    await pause(clock, fault.delayMs, visit.signal);
    return fail(one, clock, refusal, fault);
  }
  switch (fault.kind) {
    case 'connection-reset':
    case 'connection-refused':
    case 'dns-error':
      await pause(clock, fault.delayMs, visit.signal);
      visit.end('failed');
      throw connectionFailure(fault.kind);
    case 'stall':
      if (!ask.stream || fault.afterChunks === undefined) return untilAborted(visit.signal);
      return undefined;
    case 'malformed':
      return answerEmpty(one, fault, clock);
    default:
      return undefined;
  }
}

function fail(one: Case, clock: Clock, refusal: Refusal, fault: FaultSettings): Reply {
  const { wire, visit } = one;
  const { quota, ...facts } = factsOf(one, clock);
  const { status, contentType, body } = wire.refusal(refusal, facts);
  visit.sent(status);
  visit.end(status >= 500 || status === 408 ? 'failed' : 'refused');
  const { retryAfterMs, retryAfterForm } = fault;
  const headers = {
    'content-type': contentType,
    ...wire.head(status === 429 && quota ? { ...facts, quota } : facts),
    ...(retryAfterMs !== undefined && retryAfterHeaders(retryAfterMs, retryAfterForm, clock.now())),
  };
  return { status, headers, body };
}

/** Status 200 and nothing of an answer; `undefined` where the form spoils a real one. */
async function answerEmpty(
  one: Case,
  { form }: FaultSettings,
  clock: Clock,
): Promise<Reply | undefined> {
  const { wire, plan, visit, ask } = one;
  const empty = form && emptyAnswer(form, wire, factsOf(one, clock));
  if (empty === undefined) return undefined;
  await pause(clock, ask.stream ? plan.firstTokenMs : plan.latencyMs, visit.signal);
  visit.sent(200);
  visit.end('failed');
  const { contentType = ask.stream ? streamType : jsonType, body } = empty;
  return { status: 200, headers: headersOf(one, clock, contentType), body };
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
  const headers = headersOf(one, clock, typeOf(plan, jsonType));
  const whole = wire.completion({ ...plan.answer, createdAt: at });
  const body = spoilBody(whole, plan.fault?.form);
  visit.sent(200);
  visit.end(body === whole ? 'ok' : 'failed');
  return { status: 200, headers, body };
}

async function answerStream(one: Case, clock: Clock): Promise<Reply> {
  const { wire, plan, visit, at } = one;
  const { fault } = plan;
  visit.begin(() => 0);
  await pause(clock, plan.firstTokenMs, visit.signal);
  visit.sent(200);
  const headers = headersOf(one, clock, typeOf(plan, streamType));
  const body = createReplyStream({
    clock,
    visit,
    frames: wire.frames({ ...plan.answer, createdAt: at }),
    firstTokenAt: clock.now() + lateBy(plan),
    betweenTokensMs: plan.betweenTokensMs,
    fault: fault && strikesInStream(fault) ? fault : undefined,
    wire,
  });
  return { status: 200, headers, body };
}

const jsonType = 'application/json';
const streamType = 'text/event-stream; charset=utf-8';

function typeOf({ fault }: Plan, usual: string): string {
  return fault?.form === 'content-type' ? 'text/plain' : usual;
}

function headersOf(one: Case, clock: Clock, contentType: string): Record<string, string> {
  return { 'content-type': contentType, ...one.wire.head(factsOf(one, clock)) };
}

function strikesInStream({ kind, form }: FaultSettings): boolean {
  return kind !== 'slow-first-token' && form !== 'content-type';
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
