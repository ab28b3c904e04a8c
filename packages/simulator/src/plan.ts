import type { Answer } from './answer.ts';
import { drawId, drawInteger, drawLognormal } from './chance.ts';
import type { FaultSettings } from './fault-settings.ts';
import type { ModelState } from './model-state.ts';
import { pickFault } from './pick-fault.ts';
import { type PlanAnswer, readPlanned } from './planned-answer.ts';
import type { Reserve } from './quota.ts';
import type { Ask } from './wire.ts';

/** All that chance decides about one request, drawn when it comes. */
export interface Plan {
  readonly answer: Omit<Answer, 'createdAt'>;
  /** What to take from the limits at admission. */
  readonly reserve: Reserve;
  /** Of a JSON answer, in milliseconds. */
  readonly latencyMs: number;
  readonly firstTokenMs: number;
  readonly betweenTokensMs: number;
  readonly fault?: FaultSettings;
}

/** What decides besides chance. */
export interface PlanPremises {
  /** Of all models. */
  readonly faults: readonly FaultSettings[];
  /** Milliseconds since the simulator was made. */
  readonly elapsedMs: number;
  readonly planAnswer: PlanAnswer | undefined;
}

/** Draws a plan; the order of the draws is fixed, so that a new fault changes no length and no latency. */
export function drawPlan(ask: Ask, state: ModelState, premises: PlanPremises): Plan {
  const { settings } = state;
  const { number, random } = state.next();
  const { min, max } = settings.outputTokens;
  const { latency, contextWindow } = settings;
  const drawn = drawInteger(random, min, max);
  const factor = drawLognormal(random, latency.sigma);
  const id = drawId(random);
  const textSeed = drawInteger(random, 0, 2 ** 32 - 1);
  const { inputTokens } = ask;
  const request = { number, model: ask.model, stream: ask.stream, inputTokens, body: ask.body };
  const planned = readPlanned(premises.planAnswer, request);
  const wanted = planned.outputTokens ?? drawn;
  const expected = planned.outputTokens ?? (min + max) / 2;
  const room = Math.min(ask.maxTokens ?? contextWindow, contextWindow - inputTokens);
  const outputTokens = Math.min(wanted, room);
  const faults = [...settings.faults, ...premises.faults];
  const fault = pickFault(faults, request, premises.elapsedMs, random);
  return {
    answer: {
      id,
      model: ask.model,
      inputTokens,
      outputTokens,
      // At least half of an answer is said.
      thinkingTokens: Math.min(ask.maxThinkingTokens ?? 0, Math.floor(outputTokens / 2)),
      finish: wanted > room ? 'length' : 'stop',
      ...(ask.tool !== undefined && { tool: ask.tool }),
      includeUsage: ask.includeUsage,
      textSeed,
    },
    reserve: {
      tokens: inputTokens + reservedOutput(ask, state, Math.min(room, expected)),
      inputTokens,
    },
    latencyMs: planned.latencyMs ?? factor * latency.medianMs,
    firstTokenMs: planned.latencyMs ?? factor * latency.firstTokenMs,
    betweenTokensMs: factor * latency.betweenTokensMs,
    ...(fault && { fault }),
  };
}

function reservedOutput(ask: Ask, { settings }: ModelState, expected: number): number {
  const counts = settings.limits.countsOutput;
  return Math.ceil(counts === 'max_tokens' ? (ask.maxTokens ?? expected) : expected);
}
