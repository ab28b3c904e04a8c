import { climb } from './climb.ts';
import {
  doubtAlso,
  type Estimate,
  estimateMean,
  estimateShare,
  mean,
  widen,
  withinShare,
} from './estimate.ts';

/** What one threshold is expected to give. */
export interface ReportPoint {
  /** The quality that a dearer model must promise more than a cheaper one to be asked. */
  readonly threshold: number;
  /** Of the answers, 0 to 1. */
  readonly quality: Estimate;
  /** Of a request, in billionths of a dollar; `null` where the outcomes tell no costs. */
  readonly nanoUsd: Estimate | null;
  /** Of the requests that each model gets, 0 to 1, in the order of `models`. */
  readonly shares: readonly Estimate[];
  /** Quality above that of a random mix with the same shares. */
  readonly overMixing: Estimate;
  /** Quality above that of always asking the first model. */
  readonly overFirst: Estimate;
  /** Quality above that of always asking the last model. */
  readonly overLast: Estimate;
}

/** What a calibration is expected to give, on requests like those it was made of. */
export interface CalibrationReport {
  readonly outcomes: number;
  /** Whether the requests tell which model they need: `weak` may be chance, `none` asks nothing of them. */
  readonly signal: 'none' | 'weak' | 'clear';
  /** The signal in a sentence. */
  readonly summary: string;
  /** Always asking one model, in the order of `models`. */
  readonly always: readonly { readonly quality: Estimate; readonly nanoUsd: Estimate | null }[];
  /**
   * Of two models, the share of the gap between them that is recovered, averaged over all shares of
   * requests to the second: 0.5 for a random mix. `null` for more models and where there is no gap.
   */
  readonly averageGapRecovered: Estimate | null;
  /** From the lowest threshold, always the last model, to the highest, always the first. */
  readonly points: readonly ReportPoint[];
}

/** Everything that a report is computed from, a list for each model, one number for each outcome. */
export interface ReportBasis {
  /** What the calibration says, out of fold. */
  readonly qualities: readonly (readonly number[])[];
  /** What came out, estimated without bias where it was not graded. */
  readonly truths: readonly (readonly number[])[];
  /** `null` where no cost of the model is known. */
  readonly costs: readonly (readonly number[] | null)[];
  /** The strongest evidence of a gain, in standard errors. */
  readonly evidence: number;
}

const pointCount = 20;

/** Standard errors from which a signal is beyond reasonable doubt. */
const clearEvidence = 2;

/** Computes what every threshold is expected to give. */
export function createReport(basis: ReportBasis): CalibrationReport {
  const { truths, costs, evidence } = basis;
  const signal = evidence >= clearEvidence ? 'clear' : evidence > 1 ? 'weak' : 'none';
  return {
    outcomes: truths[0]?.length ?? 0,
    signal,
    summary: summaries[signal],
    always: truths.map((list, model) => ({
      quality: estimateShare(list),
      nanoUsd: estimateCost(costs[model] ?? null),
    })),
    averageGapRecovered: estimateRecovery(basis),
    points: thresholdsOf(basis).map((threshold) => measurePoint(basis, threshold)),
  };
}

const summaries: Readonly<Record<CalibrationReport['signal'], string>> = {
  none: 'The requests do not tell which model they need: the scores hardly differ.',
  weak: 'The requests may tell which model they need, but it may be chance: grade more answers.',
  clear: 'The requests tell which model they need.',
};

/** Quantiles of the promised gain, and both ends. */
function thresholdsOf({ qualities }: ReportBasis): readonly number[] {
  const [first = [], ...others] = qualities;
  const gains = first
    .map((base, row) => Math.max(...others.map((list) => (list[row] ?? 0) - base)))
    .sort((a, b) => a - b);
  const inner = Array.from({ length: pointCount - 1 }, (_, place) => {
    return gains[Math.floor(((place + 1) / pointCount) * gains.length)] ?? 0;
  });
  const rounded = [-1, ...inner, 1].map((value) => Number(value.toFixed(6)));
  return [...new Set(rounded)].sort((a, b) => a - b);
}

function measurePoint({ qualities, truths, costs }: ReportBasis, threshold: number): ReportPoint {
  const rows = truths[0]?.length ?? 0;
  const choices = Array.from({ length: rows }, (_, row) =>
    climb(
      qualities.map((list) => list[row] ?? 0),
      threshold,
    ),
  );
  const chosen = choices.map((model, row) => truths[model]?.[row] ?? 0);
  const paid = choices.map((model, row) => costs[model]?.[row] ?? 0);
  const isPriced = costs.every((list) => list !== null);
  const over = (model: number) =>
    estimateMean(chosen.map((quality, row) => quality - (truths[model]?.[row] ?? 0)));
  const overMix = aboveMix(chosen, choices, truths);
  return {
    threshold,
    quality: withinShare(doubtAlso(estimateMean(chosen), estimateMean(overMix, 0))),
    nanoUsd: isPriced ? estimateCost(paid) : null,
    shares: truths.map((_, model) => estimateShare(choices.map((one) => (one === model ? 1 : 0)))),
    overMixing: widen(estimateMean(overMix)),
    overFirst: over(0),
    overLast: over(truths.length - 1),
  };
}

/**
 * For each outcome, its part in the quality above a random mix. The mix depends on the means and the
 * shares, so its own uncertainty is in here: the influence function of the difference.
 */
function aboveMix(
  chosen: readonly number[],
  choices: readonly number[],
  truths: readonly (readonly number[])[],
): readonly number[] {
  const means = truths.map(mean);
  const shares = truths.map(
    (_, model) => choices.filter((one) => one === model).length / choices.length,
  );
  const mix = shares.reduce((sum, share, model) => sum + share * (means[model] ?? 0), 0);
  return chosen.map((quality, row) => {
    const mixed = shares.reduce(
      (sum, share, model) => sum + share * (truths[model]?.[row] ?? 0),
      0,
    );
    return quality - mixed - ((means[choices[row] ?? 0] ?? 0) - mix);
  });
}

function estimateRecovery({ qualities, truths }: ReportBasis): Estimate | null {
  const [first, second] = truths;
  if (truths.length !== 2 || first === undefined || second === undefined) return null;
  const gains = second.map((quality, row) => quality - (first[row] ?? 0));
  const gap = estimateMean(gains);
  if (gap.low <= 0) return null;
  const promised = gains.map((_, row) => (qualities[1]?.[row] ?? 0) - (qualities[0]?.[row] ?? 0));
  const places = shareAtOrBelow(promised);
  const value = mean(gains.map((gain, row) => gain * (places[row] ?? 0))) / gap.value;
  const parts = gains.map((gain, row) => (gain * ((places[row] ?? 0) - value)) / gap.value);
  const { low, high } = widen(estimateMean(parts));
  return { value, low: value + low - mean(parts), high: value + high - mean(parts) };
}

/** For each score the share of scores below it, equal ones counting half. */
function shareAtOrBelow(scores: readonly number[]): readonly number[] {
  const order = [...scores.keys()].sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  const places = new Array<number>(scores.length).fill(0);
  for (let start = 0; start < order.length; ) {
    const score = scores[order[start] ?? 0];
    let end = start;
    while (end < order.length && scores[order[end] ?? 0] === score) end += 1;
    for (const row of order.slice(start, end)) places[row] = (start + end) / 2 / order.length;
    start = end;
  }
  return places;
}

function estimateCost(costs: readonly number[] | null): Estimate | null {
  if (costs === null) return null;
  const { value, low, high } = estimateMean(
    costs,
    costs.reduce((most, cost) => Math.max(most, cost), 0),
  );
  return { value: Math.round(value), low: Math.max(0, Math.round(low)), high: Math.round(high) };
}
