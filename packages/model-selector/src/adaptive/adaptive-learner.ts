import {
  type Clock,
  invalidConfig,
  type Random,
  type RequestAnalysis,
  readOptions,
  systemClock,
  systemRandom,
} from '@llm-router/core';
import { normal } from '../calibration/feature-space.ts';

export interface AdaptiveOptions {
  /** After this time an outcome counts half, in milliseconds; above 0. @defaultValue 604,800,000, a week */
  readonly halfLifeMs?: number;
  /**
   * What one whole point of quality is worth, in billionths of a dollar; above 0.
   * @defaultValue `Infinity`: cost does not count
   */
  readonly pointNanoUsd?: number;
  /** Models or deployments that are remembered; the longest unused is forgotten. @defaultValue 200 */
  readonly maxModels?: number;
  /** @defaultValue the system's */
  readonly clock?: Pick<Clock, 'now'>;
  /** @defaultValue the system's; a seeded one makes the draws repeatable */
  readonly random?: Random;
}

/** How good one answer was. */
export interface AdaptiveOutcome {
  /** The id of the deployment that answered. */
  readonly deployment: string;
  readonly analysis: Pick<RequestAnalysis, 'complexity'>;
  /** 0 to 1. */
  readonly quality: number;
}

/** What is remembered of one deployment at one level of complexity. */
export interface AdaptiveMemory {
  readonly deployment: string;
  readonly level: RequestAnalysis['complexity']['level'];
  /** Outcomes, the older ones counting less. */
  readonly weight: number;
  /** Mean quality; one half where nothing is known. */
  readonly quality: number;
}

/** Learns from outcomes which deployment to ask. */
export interface AdaptiveLearner {
  /** @throws RouterError `invalid_config` for an outcome that cannot be read */
  record(outcome: AdaptiveOutcome): void;
  /**
   * One draw of what asking this deployment is worth: its quality, less its cost where cost counts. The
   * less is known, the wider it varies. Where cost counts, an unknown cost makes it worth least of all.
   */
  draw(
    deployment: string,
    analysis: Pick<RequestAnalysis, 'complexity'>,
    nanoUsd: number | null,
  ): number;
  snapshot(): readonly AdaptiveMemory[];
}

/** Decayed sums, one for each level, at the time of the last change. */
interface Memory {
  at: number;
  readonly weight: [number, number, number];
  readonly sum: [number, number, number];
}

const levels = ['simple', 'moderate', 'complex'] as const;

/** What is known at all levels counts as this many outcomes at one of them. */
const borrowed = 4;

/** Before anything is known: as if one good and one bad answer had been seen. */
const priorWeight = 2;

/**
 * Makes a learner: Thompson sampling over the mean quality of each deployment at each level of
 * complexity, with the moments of a Beta distribution. A level leans on what is known of the deployment
 * as a whole, and everything known fades. Without outcomes all deployments are alike.
 *
 * @throws RouterError `invalid_config`
 * @example
 * const learner = createAdaptiveLearner({ pointNanoUsd: toNanoUsd(0.05) });
 * const selector = createSelector({ strategy: 'adaptive', learner });
 * learner.record({ deployment: 'openai/gpt-4o-mini', analysis, quality: 1 });
 */
export function createAdaptiveLearner(options: AdaptiveOptions = {}): AdaptiveLearner {
  const { halfLifeMs, pointNanoUsd, maxModels, clock, random } = readAdaptiveOptions(options);
  const memories = new Map<string, Memory>();

  function recall(deployment: string): Memory | undefined {
    const memory = memories.get(deployment);
    if (memory === undefined) return undefined;
    const now = clock.now();
    const kept = 0.5 ** (Math.max(0, now - memory.at) / halfLifeMs);
    memory.at = now;
    for (const place of [0, 1, 2] as const) {
      memory.weight[place] *= kept;
      memory.sum[place] *= kept;
    }
    return memory;
  }

  return {
    record(outcome) {
      if (typeof outcome !== 'object' || outcome === null) {
        throw invalidConfig('record', outcome, 'an object { deployment, analysis, quality }');
      }
      const place = checkOutcome(outcome);
      const { deployment, quality } = outcome;
      const memory = recall(deployment) ?? { at: clock.now(), weight: [0, 0, 0], sum: [0, 0, 0] };
      memory.weight[place] += 1;
      memory.sum[place] += quality;
      memories.delete(deployment);
      memories.set(deployment, memory);
      const [oldest] = memories.keys();
      if (memories.size > maxModels && oldest !== undefined) memories.delete(oldest);
    },
    draw(deployment, analysis, nanoUsd) {
      const place = checkLevel('draw', analysis);
      const { mean, deviation } = beliefOf(recall(deployment), place);
      return mean + deviation * normal(random) - priceInPoints(nanoUsd, pointNanoUsd);
    },
    snapshot() {
      return [...memories.keys()].flatMap((deployment) => {
        const memory = recall(deployment);
        return levels.map((level, place) => ({
          deployment,
          level,
          weight: memory?.weight[place] ?? 0,
          quality: beliefOf(memory, placeOf(level)).mean,
        }));
      });
    },
  };
}

/** The moments of the Beta distribution that prior and outcomes make. */
function beliefOf(
  memory: Memory | undefined,
  place: 0 | 1 | 2,
): { readonly mean: number; readonly deviation: number } {
  const total = (list: readonly number[] | undefined) =>
    (list ?? []).reduce((sum, value) => sum + value, 0);
  const weightAtAll = total(memory?.weight);
  const meanAtAll = (total(memory?.sum) + priorWeight / 2) / (weightAtAll + priorWeight);
  // Of what is borrowed no more may count than there is.
  const borrowedWeight = Math.min(borrowed, weightAtAll) + priorWeight;
  const weight = (memory?.weight[place] ?? 0) + borrowedWeight;
  const mean = ((memory?.sum[place] ?? 0) + borrowedWeight * meanAtAll) / weight;
  return { mean, deviation: Math.sqrt((mean * (1 - mean)) / (weight + 1)) };
}

/** What a cost takes away from a quality. */
export function priceInPoints(nanoUsd: number | null, pointNanoUsd: number): number {
  if (pointNanoUsd === Number.POSITIVE_INFINITY) return 0;
  return nanoUsd === null ? Number.POSITIVE_INFINITY : nanoUsd / pointNanoUsd;
}

function readAdaptiveOptions(options: AdaptiveOptions): Required<AdaptiveOptions> {
  const read = readOptions('createAdaptiveLearner', options, [
    'halfLifeMs',
    'pointNanoUsd',
    'maxModels',
    'clock',
    'random',
  ]);
  const positive = { min: 0, exclusiveMin: true, infinite: true };
  return {
    halfLifeMs: read.number('halfLifeMs', { ...positive, default: 7 * 24 * 3_600_000 }),
    pointNanoUsd: read.number('pointNanoUsd', { ...positive, default: Number.POSITIVE_INFINITY }),
    maxModels: read.number('maxModels', { default: 200, min: 1, integer: true }),
    clock: read.object('clock', ['now'], systemClock),
    random: read.callback('random', systemRandom),
  };
}

function checkOutcome({ deployment, analysis, quality }: AdaptiveOutcome): 0 | 1 | 2 {
  if (typeof deployment !== 'string' || deployment === '') {
    throw invalidConfig('record: deployment', deployment, 'the id of a deployment');
  }
  if (!(typeof quality === 'number' && quality >= 0 && quality <= 1)) {
    throw invalidConfig('record: quality', quality, 'a number of 0 to 1');
  }
  return checkLevel('record', analysis);
}

function checkLevel(
  where: string,
  analysis: Pick<RequestAnalysis, 'complexity'> | undefined,
): 0 | 1 | 2 {
  const level = analysis?.complexity?.level;
  if (level !== undefined && levels.includes(level)) return placeOf(level);
  const what = `${where}: analysis.complexity.level`;
  throw invalidConfig(what, level, `one of ${levels.join(', ')}`);
}

function placeOf(level: RequestAnalysis['complexity']['level']): 0 | 1 | 2 {
  return level === 'simple' ? 0 : level === 'moderate' ? 1 : 2;
}
