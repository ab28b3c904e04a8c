import { createRandom } from '@llm-router/core';
import type { TextForm } from './read-form.ts';
import { waveCount } from './sizes.ts';

/** How the numbers and words of a request become features; plain JSON. */
export interface FeatureScale {
  /** Seeds the random waves. */
  readonly seed: number;
  /** Of each number, over the requests of the calibration. */
  readonly means: readonly number[];
  /** Standard deviations; 0 where a number never varied, which leaves it out. */
  readonly deviations: readonly number[];
  /** Requests of the calibration. */
  readonly requests: number;
  /** In how many of them each bucket had a word. */
  readonly wordCounts: readonly number[];
}

/** One request as the models see it. */
export interface Features {
  readonly waves: Float64Array;
  /** Buckets of the words that the calibration knows, and their weights. */
  readonly places: Uint16Array;
  readonly values: Float64Array;
}

/** Requests → features. */
export type FeatureSpace = (form: TextForm) => Features;

/** A number further than this from its mean is held for this far, in standard deviations. */
const furthest = 3;

/** How fast likeness falls with distance; for standardised numbers, divided by how many there are. */
const narrowness = 2.7;

/** The square root of the weight that likeness of form has beside likeness of words. */
const waveScale = Math.SQRT1_2;

/** Words in fewer requests than this say nothing yet. */
const fewestRequests = 2;

/** Learns means, deviations and word counts of these requests. */
export function measureScale(
  forms: readonly TextForm[],
  seed: number,
  buckets: number,
): FeatureScale {
  const means: number[] = [];
  const deviations: number[] = [];
  const width = forms[0]?.numbers.length ?? 0;
  for (let place = 0; place < width; place++) {
    const column = forms.map(({ numbers }) => numbers[place] ?? 0);
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0) / column.length;
    means.push(round(mean));
    deviations.push(square > 1e-12 ? round(Math.sqrt(square)) : 0);
  }
  const wordCounts = new Array<number>(buckets).fill(0);
  for (const { words } of forms) {
    for (const word of words) wordCounts[word] = (wordCounts[word] ?? 0) + 1;
  }
  return { seed, means, deviations, requests: forms.length, wordCounts };
}

/**
 * Makes the features: random Fourier features of the standardised numbers, whose inner product
 * approximates a Gaussian kernel (Rahimi and Recht 2007), beside words weighted by their rarity.
 */
export function createFeatureSpace(scale: FeatureScale): FeatureSpace {
  const active = scale.deviations.flatMap((deviation, place) => (deviation > 0 ? [place] : []));
  const { directions, phases } = drawWaves(scale.seed, active.length);
  const rarity = scale.wordCounts.map((count) =>
    count < fewestRequests ? 0 : Math.log((scale.requests + 1) / (count + 1)),
  );
  const height = waveScale * Math.sqrt(2 / waveCount);

  function wavesOf(numbers: readonly number[]): Float64Array {
    const standard = active.map((place) => {
      const away =
        ((numbers[place] ?? 0) - (scale.means[place] ?? 0)) / (scale.deviations[place] ?? 1);
      return Math.max(-furthest, Math.min(furthest, away));
    });
    const waves = new Float64Array(waveCount);
    for (let wave = 0, at = 0; wave < waveCount; wave++) {
      let phase = phases[wave] as number;
      for (let place = 0; place < standard.length; place++, at++) {
        phase += (directions[at] as number) * (standard[place] as number);
      }
      waves[wave] = height * Math.cos(phase);
    }
    return waves;
  }

  return ({ numbers, words }) => {
    const known = words.filter((word) => (rarity[word] ?? 0) > 0);
    const weights = known.map((word) => rarity[word] as number);
    const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
    return {
      waves: wavesOf(numbers),
      places: Uint16Array.from(known),
      values: Float64Array.from(weights, (weight) => weight / length),
    };
  };
}

function drawWaves(
  seed: number,
  width: number,
): { directions: Float64Array; phases: Float64Array } {
  const random = createRandom(seed);
  const spread = Math.sqrt(narrowness / Math.max(1, width));
  const phases = Float64Array.from({ length: waveCount }, () => 2 * Math.PI * random());
  const directions = Float64Array.from(
    { length: waveCount * width },
    () => spread * normal(random),
  );
  return { directions, phases };
}

/** A standard normal draw, by Box and Muller. */
export function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Six digits are enough, and keep the JSON small. */
export function round(value: number): number {
  return Number(value.toPrecision(6));
}
