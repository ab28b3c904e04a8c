import { createRandom, invalidConfig, type RequestAnalysis, readOptions } from '@llm-router/core';
import { type Estimate, estimateMean, mean } from '../calibration/estimate.ts';
import { createAdaptiveLearner, priceInPoints } from './adaptive-learner.ts';

/** One logged request whose deployment was chosen with some chance. */
export interface LoggedChoice {
  readonly analysis: Pick<RequestAnalysis, 'complexity'>;
  /** Who answered. */
  readonly deployment: string;
  /** The probability with which it was chosen, above 0 and at most 1. */
  readonly propensity: number;
  /** Of its answer, 0 to 1. */
  readonly quality: number;
  /** What its answer cost, in billionths of a dollar; needed where cost counts. */
  readonly nanoUsd?: number;
  /** What each deployment was expected to cost; needed where cost counts. */
  readonly expectedNanoUsd?: Readonly<Record<string, number>>;
  /** When, in epoch milliseconds; without it nothing fades. */
  readonly at?: number;
}

export interface ReplayOptions {
  /** As of `createAdaptiveLearner`. */
  readonly halfLifeMs?: number;
  /** As of `createAdaptiveLearner`. */
  readonly pointNanoUsd?: number;
  /** The deployment that is always asked now. @defaultValue the best one in hindsight, the hardest to beat */
  readonly baseline?: string;
  /** A whole number of at least 0. @defaultValue 1 */
  readonly seed?: number;
}

/** What a log says of learning as one goes. Values are quality, less cost where cost counts. */
export interface ReplayReport {
  readonly adaptive: Estimate;
  /** Always asking one deployment. */
  readonly always: Readonly<Record<string, Estimate>>;
  readonly baseline: string;
  /** Adaptive above the baseline. */
  readonly difference: Estimate;
  /** `better` and `worse` where the whole interval of the difference is on that side. */
  readonly verdict: 'better' | 'worse' | 'undecided';
  readonly logged: number;
  /** Those in which the learner would have chosen the same: the only ones that it learned from. */
  readonly replayed: number;
}

/** Fewer logged requests prove nothing. */
const fewestChoices = 100;

/**
 * Tells from a log whether the `adaptive` strategy would have beaten a fixed choice. It walks through
 * the log; where the learner draws the deployment that was logged, the answer counts and is learned
 * from, with a chance that makes up for deployments that were logged more often (Li and others 2011).
 * Fixed choices are valued by inverse propensity. The learner saw only what it replayed, so a longer
 * log makes it look better.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const { verdict, difference } = replayAdaptive(log, { baseline: 'openai/gpt-4o' });
 */
export function replayAdaptive(
  log: readonly LoggedChoice[],
  options: ReplayOptions = {},
): ReplayReport {
  const settings = readReplayOptions(log, options);
  const deployments = [...new Set(log.map(({ deployment }) => deployment))].sort();
  const rewards = log.map((choice) => rewardOf(choice, settings.pointNanoUsd));
  const replayed = replay(log, deployments, settings);
  const parts = partsOf(replayed, rewards);
  const partsByDeployment = deployments.map((deployment) => {
    const weights = log.map((one) => (one.deployment === deployment ? 1 / one.propensity : 0));
    return { deployment, ...partsOf(weights, rewards) };
  });
  const [best] = [...partsByDeployment].sort((a, b) => b.value - a.value);
  const wanted = settings.baseline ?? best?.deployment;
  const baseline = partsByDeployment.find(({ deployment }) => deployment === wanted);
  if (baseline === undefined) {
    throw invalidConfig('replayAdaptive: baseline', wanted, `one of ${deployments.join(', ')}`);
  }
  const difference = around(
    parts.value - baseline.value,
    parts.influence.map((part, row) => part - (baseline.influence[row] ?? 0)),
  );
  return {
    adaptive: around(parts.value, parts.influence),
    always: Object.fromEntries(
      partsByDeployment.map((one) => [one.deployment, around(one.value, one.influence)]),
    ),
    baseline: baseline.deployment,
    difference,
    verdict: difference.low > 0 ? 'better' : difference.high < 0 ? 'worse' : 'undecided',
    logged: log.length,
    replayed: replayed.filter((weight) => weight > 0).length,
  };
}

interface ReplaySettings {
  readonly halfLifeMs: number | undefined;
  readonly pointNanoUsd: number;
  readonly baseline: string | undefined;
  readonly seed: number;
}

/** 1 for each logged request that the learner would have sent to the same deployment, else 0. */
function replay(
  log: readonly LoggedChoice[],
  deployments: readonly string[],
  { halfLifeMs, pointNanoUsd, seed }: ReplaySettings,
): readonly number[] {
  const random = createRandom(seed);
  const clock = { now: () => now };
  let now = 0;
  const learner = createAdaptiveLearner({
    pointNanoUsd,
    random,
    clock,
    maxModels: deployments.length,
    ...(halfLifeMs !== undefined && { halfLifeMs }),
  });
  const rarest = log.reduce((least, { propensity }) => Math.min(least, propensity), 1);
  return log.map((choice) => {
    now = Math.max(now, choice.at ?? 0);
    const draws = deployments.map((one) =>
      learner.draw(one, choice.analysis, choice.expectedNanoUsd?.[one] ?? null),
    );
    const drawn = deployments[draws.indexOf(Math.max(...draws))];
    if (drawn !== choice.deployment || random() >= rarest / choice.propensity) return 0;
    learner.record(choice);
    return 1;
  });
}

/** The weighted mean, and the influence of each row on it. */
function partsOf(
  weights: readonly number[],
  rewards: readonly number[],
): { readonly value: number; readonly influence: readonly number[] } {
  const usual = mean(weights);
  if (usual === 0) return { value: 0, influence: weights };
  const value = mean(weights.map((weight, row) => weight * (rewards[row] ?? 0))) / usual;
  const influence = weights.map((weight, row) => (weight * ((rewards[row] ?? 0) - value)) / usual);
  return { value, influence };
}

function around(value: number, influence: readonly number[]): Estimate {
  const { value: centre, low, high } = estimateMean(influence);
  return { value, low: value + low - centre, high: value + high - centre };
}

function rewardOf({ quality, nanoUsd }: LoggedChoice, pointNanoUsd: number): number {
  return quality - priceInPoints(nanoUsd ?? null, pointNanoUsd);
}

function readReplayOptions(log: readonly LoggedChoice[], options: ReplayOptions): ReplaySettings {
  const read = readOptions('replayAdaptive', options, [
    'halfLifeMs',
    'pointNanoUsd',
    'baseline',
    'seed',
  ]);
  const positive = { min: 0, exclusiveMin: true, infinite: true };
  const settings = {
    halfLifeMs: read.optionalNumber('halfLifeMs', positive),
    pointNanoUsd: read.number('pointNanoUsd', { ...positive, default: Number.POSITIVE_INFINITY }),
    baseline: options.baseline,
    seed: read.number('seed', { default: 1, min: 0, integer: true }),
  };
  if (!Array.isArray(log) || log.length < fewestChoices) {
    throw invalidConfig('replayAdaptive: log', log, `at least ${fewestChoices} logged choices`);
  }
  for (const [index, choice] of log.entries()) checkChoice(choice, index, settings.pointNanoUsd);
  return settings;
}

function checkChoice(choice: LoggedChoice, index: number, pointNanoUsd: number): void {
  const where = `replayAdaptive: log[${index}]`;
  if (typeof choice !== 'object' || choice === null) {
    throw invalidConfig(where, choice, 'a logged choice');
  }
  const { deployment, propensity, quality, nanoUsd, expectedNanoUsd } = choice;
  if (typeof deployment !== 'string' || deployment === '') {
    throw invalidConfig(`${where}.deployment`, deployment, 'the id of a deployment');
  }
  if (!(propensity > 0 && propensity <= 1)) {
    throw invalidConfig(`${where}.propensity`, propensity, 'a number above 0 and at most 1');
  }
  if (!(typeof quality === 'number' && quality >= 0 && quality <= 1)) {
    throw invalidConfig(`${where}.quality`, quality, 'a number of 0 to 1');
  }
  if (pointNanoUsd === Number.POSITIVE_INFINITY) return;
  if (!(typeof nanoUsd === 'number' && nanoUsd >= 0 && Number.isFinite(nanoUsd))) {
    throw invalidConfig(`${where}.nanoUsd`, nanoUsd, 'a number of at least 0, since cost counts');
  }
  if (typeof expectedNanoUsd !== 'object' || expectedNanoUsd === null) {
    const expected = 'the expected cost by deployment, since cost counts';
    throw invalidConfig(`${where}.expectedNanoUsd`, expectedNanoUsd, expected);
  }
}
