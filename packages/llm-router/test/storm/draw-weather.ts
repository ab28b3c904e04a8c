import type { Random } from '@llm-router/core';
import {
  type Fault,
  malformedForms,
  quotaKinds,
  retryAfterForms,
  type SimulatedModel,
} from '@llm-router/simulator';
import { between, chance, oneOf } from './draw.ts';

/** From then on the weather is calm, in milliseconds. */
export const stormMs = 200_000;

/** A spell of bad weather at one model, without its times. */
type Spell = (random: Random) => Fault;

/** A wait that is told, or none. */
const told = (random: Random) =>
  chance(random, 0.6)
    ? {
        retryAfterMs: between(random, 500, 12_000),
        retryAfterForm: oneOf(random, retryAfterForms),
      }
    : {};

const spells: readonly Spell[] = [
  (random) => ({ kind: 'server-error', probability: 1, delayMs: between(random, 0, 300) }),
  (random) => ({
    kind: 'server-error',
    status: oneOf(random, [500, 502, 503, 504]),
    body: oneOf(random, ['json', 'html'] as const),
    probability: random(),
  }),
  (random) => ({ kind: 'overloaded', probability: random(), ...told(random) }),
  (random) => ({ kind: 'rate-limit', probability: 1, ...told(random) }),
  (random) => ({ kind: 'rate-limit', probability: random(), ...told(random) }),
  (random) => ({ kind: 'stall', probability: random() / 2 }),
  (random) => ({
    kind: 'stall',
    probability: random() / 2,
    afterChunks: between(random, 0, 8),
    ...(chance(random, 0.5) && { keepAliveMs: 400 }),
  }),
  (random) => ({ kind: 'slow-first-token', probability: 0.5, delayMs: between(random, 500, 9000) }),
  (random) => ({
    kind: oneOf(random, ['connection-reset', 'connection-refused', 'dns-error'] as const),
    probability: random(),
    delayMs: between(random, 0, 100),
  }),
  (random) => ({
    kind: 'cut-stream',
    probability: random(),
    afterChunks: between(random, 0, 8),
    ending: oneOf(random, ['quiet', 'reset'] as const),
  }),
  (random) => ({ kind: 'error-frame', probability: random(), afterChunks: between(random, 0, 8) }),
  (random) => ({
    kind: 'malformed',
    probability: random(),
    form: oneOf(random, malformedForms),
    afterChunks: between(random, 0, 8),
  }),
  () => ({ kind: 'request-timeout', probability: 0.5 }),
  (random) => ({
    kind: oneOf(random, ['auth', 'permission', 'not-found'] as const),
    probability: 0.3,
  }),
  (random) => ({
    kind: oneOf(random, ['invalid-request', 'context-length', 'content-policy'] as const),
    probability: 0.05,
  }),
];

/** What goes wrong and when: spells that come and go, and money that is gone for good. */
export function drawWeather(random: Random, names: readonly string[]): readonly Fault[] {
  return names.flatMap((name) => {
    const faults = Array.from({ length: between(random, 3, 10) }, () => {
      const fromMs = between(random, 0, stormMs - 5000);
      const untilMs = Math.min(stormMs, fromMs + between(random, 3000, 60_000));
      return { ...oneOf(random, spells)(random), models: [name], fromMs, untilMs };
    });
    if (!chance(random, 0.3)) return faults;
    const fromMs = between(random, stormMs / 4, stormMs);
    const quota = oneOf(random, quotaKinds);
    return [
      { kind: 'quota-exhausted' as const, quota, models: [name], fromMs, untilMs: stormMs },
      ...faults,
    ];
  });
}

/** What the model allows, often less than its share of the requests. */
function drawLimits(random: Random): NonNullable<SimulatedModel['limits']> {
  return oneOf(random, [
    {},
    { maxConcurrent: between(random, 3, 30) },
    { requests: { burst: between(random, 5, 60), perSecond: between(random, 2, 20) } },
    {
      tokens: { burst: between(random, 1000, 8000), perSecond: between(random, 200, 2000) },
      // What Anthropic's wire asks for where a call names no maximum is more than some buckets hold.
      countsOutput: 'produced' as const,
    },
  ]);
}

export function drawModel(random: Random, name: string): SimulatedModel {
  return {
    name,
    limits: drawLimits(random),
    headers: oneOf(random, ['openai', 'anthropic', 'retry-after', 'none'] as const),
    hints: chance(random, 0.7),
    outputTokens: { min: 2, max: 16 },
    latency: {
      medianMs: between(random, 50, 1500),
      betweenTokensMs: between(random, 0, 60),
    },
  };
}
