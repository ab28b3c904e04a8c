import { invalidConfig } from '@llm-router/core';
import type { Calibration } from './calibrate.ts';
import type { ReportPoint } from './calibration-report.ts';

/** What is wanted of a calibration; one of them at most. */
export interface Wish {
  readonly threshold?: number | undefined;
  readonly targetQuality?: number | undefined;
  readonly maxMeanNanoUsd?: number | undefined;
}

/**
 * The threshold that grants a wish, by the figures that the report expects, not by the ends of their
 * intervals; 0 where nothing is wished.
 *
 * @throws RouterError `invalid_config` where no point grants it, with the nearest that there is
 */
export function chooseThreshold({ report }: Calibration, wish: Wish): number {
  const { threshold, targetQuality, maxMeanNanoUsd } = wish;
  if (targetQuality !== undefined) return cheapestOf(report.points, targetQuality).threshold;
  if (maxMeanNanoUsd !== undefined) return bestOf(report.points, maxMeanNanoUsd).threshold;
  return threshold ?? 0;
}

function cheapestOf(points: readonly ReportPoint[], targetQuality: number): ReportPoint {
  const good = points.filter(({ quality }) => quality.value >= targetQuality);
  // Without costs the higher threshold asks the dearer models less.
  const [cheapest] = [...good].sort((a, b) => costOf(a) - costOf(b) || b.threshold - a.threshold);
  if (cheapest !== undefined) return cheapest;
  const most = Math.max(...points.map(({ quality }) => quality.value));
  const expected = `at most ${most.toFixed(3)}, the best that the calibration expects`;
  throw invalidConfig('createSelector: targetQuality', targetQuality, expected);
}

function bestOf(points: readonly ReportPoint[], maxMeanNanoUsd: number): ReportPoint {
  const affordable = points.filter(
    ({ nanoUsd }) => nanoUsd !== null && nanoUsd.value <= maxMeanNanoUsd,
  );
  const [best] = [...affordable].sort(
    (a, b) => b.quality.value - a.quality.value || b.threshold - a.threshold,
  );
  if (best !== undefined) return best;
  const least = Math.min(
    ...points.map(({ nanoUsd }) => nanoUsd?.value ?? Number.POSITIVE_INFINITY),
  );
  const expected = Number.isFinite(least)
    ? `at least ${least}, the least that the calibration expects`
    : 'a calibration whose outcomes tell costs';
  throw invalidConfig('createSelector: maxMeanNanoUsd', maxMeanNanoUsd, expected);
}

function costOf({ nanoUsd }: ReportPoint): number {
  return nanoUsd?.value ?? 0;
}
